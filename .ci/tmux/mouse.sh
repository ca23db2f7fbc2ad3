# The mouse, as a terminal reports it: clicks, drags and the wheel go to the
# program only when it has asked for them.
# shellcheck shell=bash disable=SC2154,SC2034 # shared with the other parts

# mouse CODE X Y END reports a button at a cell, counted from 1; END is M where
# it goes down, m where it comes up.
mouse() { mux send-keys -t screen -l -- $'\e'"[<$1;$2;$3$4"; }

# place TEXT puts the cell of the first text on the screen into x and y.
place() {
	local line
	y=0
	while IFS= read -r line; do
		y=$((y + 1))
		case $line in *"$1"*)
			line=${line%%"$1"*}
			x=$((${#line} + 1))
			return
			;;
		esac
	done < <(text)
	why="not on the screen: $1"
	return 1
}

# click TEXT [DX] presses and lets go of the left button on a text, or so many
# cells behind its beginning.
click() {
	place "$1" || return
	mouse 0 $((x + ${2:-0})) "$y" M
	mouse 0 $((x + ${2:-0})) "$y" m
}

# taken is whether the program has the mouse, returned whether the terminal has.
taken() { [ "$(mux display -p -t screen '#{mouse_any_flag}')" = 1 ]; }
returned() { ! taken; }

part_mouse() {
	local size
	for size in 80x24 120x40 200x60; do
		start covered-baseline "${size%x*}" "${size#*x}"
		await has 'this deal' || true
		check "at $size the mouse is the terminal's" returned
		press m
		check "at $size m takes it" await taken
		await has 'the mouse works here' || true
		click '6|2'
		check "at $size a click goes to a cell" await has '[6|2]'
		click '6|2'
		check "at $size a second one opens it" await has 'm5.2xlarge running is'
		press esc
		await has 'kept as it was' || true
		click 'c6i.xlarge'
		check "at $size a click goes to a row" await has '▸ c6i.xlarge'
		place 'invoices   ' || true
		mouse 0 $((x + 40)) "$y" M
		check "at $size a click on the timeline focuses it" await has '╭▸ Timeline'
		before=$(dayshown)
		mouse 32 $((x + 60)) "$y" M
		check "at $size a drag moves the day" await moved_on
		mouse 0 $((x + 60)) "$y" m
		place 'm5.large  ' || true
		mouse 65 "$x" "$y" M
		check "at $size the wheel goes through the rows below it" await has '╭▸ Instance mix'
		check "at $size the screen is in order" sound
		press z
		await has '▸mix' || true
		click '6|2'
		check "at $size one pane alone: a click goes to a cell" await has '[6|2]'
		press q
		check "at $size it leaves" await ended 0
		check "at $size the terminal has its mouse again" restored
	done

	for size in 80x24 120x40; do
		clicks_in_questions "$size"
	done

	start covered-baseline 120 40
	press m
	await taken || true
	click '? help'
	check 'a click on a hint does it' await has 'Keys and commands'
	press 'l a p s e'
	await has 'filter: lapse' || true
	mouse 0 1 1 M
	press x
	check 'a click beside a list loses nothing typed' await has 'filter: lapsex'
	press 'esc'
	await lacks 'Keys and commands' || true
	click 'One annual more'
	check 'a click on a variant shows it' await has '▸One annual more'
	press m
	check 'm gives the mouse back' await returned
	kill -TERM "$(cat "$tmp/pid")"

	cat >"$tmp/mouse.toml" <<-'SETTINGS'
		mouse = true
		[keys]
		mouse = ["ctrl+x"]
	SETTINGS
	open 120 40 TERMSHEET_CONFIG="$tmp/mouse.toml" "$binary" covered-baseline
	check 'the settings take it from the start' await taken
	press 'ctrl+x'
	check 'and its key is theirs' await returned
	press 'ctrl+x'
	await taken || true
	kill -TERM "$(cat "$tmp/pid")"
	check 'ended from outside: the terminal has its mouse again' await returned

	cat >"$tmp/editor" <<-'EDITOR'
		#!/bin/sh
		echo "editing"; sleep 1
	EDITOR
	chmod +x "$tmp/editor"
	own
	open 100 30 "EDITOR=$tmp/editor" "$binary" own.toml
	await has 'Instance mix' || true
	press 'm E'
	await has 'editing' || true
	check 'the editor has the mouse for itself' await returned
	await has 'Instance mix' || true
	check 'back from it, it is taken again' await taken
}

# clicks_in_questions SIZE goes to what the what-if screen draws, and does on the
# second click what there is to do.
clicks_in_questions() {
	start covered-baseline "${1%x*}" "${1#*x}"
	press 'm'
	await taken || true
	press 'w'
	await has 'cheapest    10' || true
	click '★10' 1
	check "at $1 a click on the curve moves X" await has 'X 8 → [10]'
	click '★10' 1
	check "at $1 a second one takes it over" await has '✓ m5.large annual 10'
	click ' Goal seek'
	await has '▸Goal seek' || true
	press '8 5 0 0 0 down down'
	await has 'no rule' || true
	place 'm5.large hourly' || true
	click 'm5.large hourly' 2
	check "at $1 a click goes to a line" await has '▸ m5.large hourly'
	click 'm5.large hourly' 2
	check "at $1 a second one holds it" await has '1 line held'
	click ' Sweep'
	await has 'at m5.large annual 10' || true
	place '[░]' || place '[' || true
	mouse 0 $((x + 10)) $((y - 2)) M
	mouse 0 $((x + 10)) $((y - 2)) m
	check "at $1 a click takes a point in hand" await lacks 'at m5.large annual 10, running 10'
	click ' Tornado'
	await has 'input higher' || true
	click 'm5.xlarge running' 2
	check "at $1 a click goes to an input" await has '▸ m5.xlarge running'
	click 'm5.xlarge running' 2
	check "at $1 a second one goes to its field" await has 'Instance mix'
	check "at $1 the screen is in order after it" sound
}

dayshown() { text | grep -oE '[0-9]{4}-[0-9]{2}-[0-9]{2} ─' | tail -1; }
moved_on() { [ "$(dayshown)" != "$before" ]; }
