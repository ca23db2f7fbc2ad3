# Values changed by keys: the screen follows each, and its figures are those of
# the file that is saved.
# shellcheck shell=bash disable=SC2154,SC2034,SC2143 # shared with the other parts

# shown LABEL is the figure on the screen behind a label.
shown() { text | sed -nE "s/.*│ *$1 +(-?[0-9,]+\.[0-9]{2}).*/\1/p" | head -1 | tr -d ,; }

# quoted KEY is a figure of the quote of the saved file.
quoted() { sed -nE "s/^ *\"$1\": \"(.*)\",?$/\1/p" "$tmp/quote.json" | head -1; }

# save_copy saves what is on the screen to a new file.
save_copy() {
	copy=$tmp/deals/copy-$((++copies)).toml
	press ":"
	await has 'Command' || return
	mux send-keys -t screen -l -- "save $copy"
	press enter
	await has '✓ saved' && await lacks 'edited'
}
copies=0

# agrees saves the deal, prices the file, and compares the figures.
agrees() {
	save_copy || return
	"$binary" quote "$copy" --variant "${1:-base}" --format json >"$tmp/quote.json" || return
	local pair
	for pair in 'this deal=software' 'hourly only=hourly_only' 'saved [0-9.]+%=savings' 'EC2 apart=infrastructure' 'with EC2=total'; do
		[ "$(shown "${pair%%=*}")" = "$(quoted "${pair#*=}")" ] || {
			why="the screen has ${pair%%=*} $(shown "${pair%%=*}"), the quote of the saved file $(quoted "${pair#*=}")"
			return 1
		}
	done
}

# moved is whether the deal no longer costs what it did.
moved() {
	await differs || return
	return 0
}
differs() { [ -n "$(shown 'this deal')" ] && [ "$(shown 'this deal')" != "$before" ]; }

# edit NAME KEYS plays keys on the baseline: the cost must move, the screen be
# what it should, and the figures those of the file.
edit() {
	start covered-baseline 120 40
	await has 'this deal' || true
	before=$(shown 'this deal')
	play "$2"
	check "$1: the cost moves" moved
	check "$1: the screen" as_played
	check "$1: the figures are the file's" agrees "${3:-base}"
}

part_edits() {
	edit 'plus' '+'
	edit 'minus' 'down down right -'
	edit 'the last edit, five times' '+ 5 .'
	edit 'a typed value' 'down 3 enter'
	edit 'a relative edit' 'right enter + 2 enter'
	edit 'a percentage' 'right enter - 5 0 % enter'
	edit 'a factor' '* 1 . 5 enter'
	edit 'a load by share of hours' "right enter $(spelled '6@30% 2@70%') enter"
	edit 'the best X' 'b'
	edit 'a discount' "$(spelled ':discount 15%') enter"
	edit 'a command that sets' "$(spelled ':set m5.large annual 12') enter"
	edit 'a type taken out' 'x'
	edit 'lapse instead of renewal' 'r'
	edit 'a longer look' 'T'
	edit 'another variant' 'v' 'Hourly only'
	edit 'an edit of a variant' 'v v + +' 'One annual more'
	pasted
	undo_and_redo
	through_the_panes
	contract_length
}

# pasted is a value from the clipboard, as the terminal brackets it.
pasted() {
	start covered-baseline 120 40
	await has 'this deal' || true
	mux set-buffer -b clip $'12\n'
	mux paste-buffer -p -b clip -t screen
	check 'a pasted value waits for enter' await has 'enter keep'
	press enter
	played='1 2 enter'
	check 'a pasted value' as_played
}

undo_and_redo() {
	start covered-baseline 120 40
	await has 'this deal' || true
	before=$(shown 'this deal')
	play '+ + down +'
	check 'three edits' moved
	play 'u u u'
	check 'undo, three times: the screen' as_played
	check 'undo, three times: the first figure is back' [ "$(shown 'this deal')" = "$before" ]
	play 'U U U'
	check 'redo, three times' as_played
	check 'redo: the figures are the file'"'"'s' agrees
}

through_the_panes() {
	start covered-baseline 120 40
	local pane
	for pane in 'Contract and dimensions' 'Cost' 'Cumulative cost' 'Timeline' 'Instance mix'; do
		play tab
		check "tab goes to $pane" await has "╭▸ $pane"
	done
	play 'tab tab tab tab ] ] ]'
	check 'the day cursor moves from event to event' as_played
}

# contract_length is the term on one key, with the lines of the contract.
contract_length() {
	start month-to-month 120 40
	await has 'this deal' || true
	before=$(shown 'this deal')
	play t
	check 't: another contract length' moved
	check 't: the screen' as_played
	save_copy
	"$binary" quote "$copy" --variant base --format json >"$tmp/quote.json"
	check 't: the figure is the file'"'"'s' [ "$(shown 'this deal')" = "$(quoted software)" ]
	check 't: the file has the new length' grep -qE '^months +=? *= 12$|^months *= 12' "$copy"
}
