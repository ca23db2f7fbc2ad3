# A terminal to look at: open one, press keys, read the screen, wait for it.
# shellcheck shell=bash disable=SC2154,SC2034,SC2001,SC2143 # shared with the other parts

passed=0 failed=0
limit=10 # seconds until a screen that does not come counts as failed
why=     # what the last check that failed has to say

mux() { tmux -u -L "$socket" -f "$tmp/tmux.conf" "$@"; }

start_server() {
	cat >"$tmp/tmux.conf" <<-'CONF'
		set -s escape-time 0
		set -g status off
		set -g default-terminal tmux-256color
	CONF
	mux new-session -d -s idle -- sleep 3600
}

# open W H COMMAND... runs a command in a new terminal of that size; the one
# before is closed. Its process number and how it ended are kept in files, and
# the terminal stays open after it, since tmux can lose the last words of a
# command that ends.
open() {
	close
	rm -f "$tmp/pid" "$tmp/ended"
	width=$1 height=$2
	shift 2
	# shellcheck disable=SC2016 # for the shell in the terminal
	mux new-session -d -s screen -x "$width" -y "$height" -c "$tmp/deals" -- \
		env TERM=tmux-256color bash -c '(echo $BASHPID >"$0/pid"; exec env "$@"); echo $? >"$0/ended"; exec sleep 3600' "$tmp" "$@"
}

close() { mux kill-session -t screen 2>/dev/null; }

# start FILE W H opens the application; what is played then is remembered. What
# was being edited before is not to be offered.
start() {
	rm -rf "$XDG_STATE_HOME/termsheet/drafts"
	restart "$@"
}

# restart is a start after which lost edits are offered.
restart() {
	file=$1 played=
	open "$2" "$3" "$binary" "$file"
}

resize() {
	width=$1 height=$2
	mux resize-window -t screen -x "$width" -y "$height"
}

# text is the screen without blanks at the ends of lines.
text() { mux capture-pane -p -t screen | sed 's/ *$//'; }

has() { [[ $(text) == *"$1"* ]]; }
lacks() { ! has "$1"; }
first_has() { [[ $(text | sed -n 1p) == *"$1"* ]]; }

# ended STATUS is whether the command has ended like that.
ended() { [ "$(cat "$tmp/ended" 2>/dev/null)" = "$1" ]; }

# restored is whether the terminal is as it was before the application.
restored() { [ "$(mux display -p -t screen '#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{keypad_flag}')" = '0 1 0 0' ]; }

now() { echo "${EPOCHREALTIME/./}"; }

# await CONDITION... waits until it holds, at most for the limit.
await() {
	local end=$(($(now) + limit * 1000000))
	until "$@"; do
		(($(now) < end)) || {
			why="waited $limit s for: $*"
			return 1
		}
		sleep 0.02
	done
}

# The words for keys that snapshot takes too, by tmux's names.
declare -A tmux_key=([up]=Up [down]=Down [left]=Left [right]=Right [tab]=Tab [shift+tab]=BTab
	[enter]=Enter [esc]=Escape [space]=Space [pgup]=PPage [pgdown]=NPage [home]=Home [end]=End
	[backspace]=BSpace [delete]=DC [f1]=F1 [f2]=F2 [f5]=F5)

# press WORDS presses keys.
press() {
	local word
	for word in $1; do
		case $word in
		ctrl+?) mux send-keys -t screen "C-${word#ctrl+}" ;;
		*)
			if [ -n "${tmux_key[$word]:-}" ]; then
				mux send-keys -t screen "${tmux_key[$word]}"
				if [ "$word" = esc ]; then sleep 0.1; fi # what follows at once would be alt and a key
			else
				mux send-keys -t screen -l -- "$word"
			fi
			;;
		esac
	done
}

# play WORDS presses keys and remembers them for as_played.
play() {
	set -f
	press "$1"
	played="$played $1"
	set +f
}

# spelled TEXT is a text as words, a key each.
spelled() { sed 's/./& /g; s/   */ space /g' <<<"$1"; }

# same is whether the screen is what snapshot prints for the keys played. The
# last line stays out of it: only a real terminal can save.
same() { diff <("$binary" snapshot "$file" --size "${width}x$height" --keys "$played" | sed '$d') <(text | sed '$d') >"$tmp/diff"; }

# as_played waits for that screen.
as_played() {
	await same && return
	why="not the screen that snapshot prints after the keys$played (< snapshot, > terminal):
$(head -20 "$tmp/diff")"
	return 1
}

# wide is how many columns a line takes.
wide() { wc -L <<<"$1"; }

# sound is whether a screen is in order: no line wider than the terminal, every
# frame closed at its edge, nothing of a crash.
sound() {
	local line
	why=
	while IFS= read -r line; do
		case $line in
		*panic:* | *'goroutine '[0-9]* | *'runtime error'*) why="a crash: $line" ;;
		[╭│╰]*[!╮│╯]) why="a frame is open: $line" ;;
		[╭│╰]*) [ ${#line} = "$width" ] || [ "$(wide "$line")" = "$width" ] || why="a frame does not end at the edge: $line" ;;
		*) [ ${#line} -le "$width" ] || why="wider than $width: $line" ;;
		esac
	done < <(text)
	[ -z "$why" ]
}

# check NAME CONDITION... is one check, a line of the report. One that fails
# shows why, and the screen.
check() {
	local name=$1
	shift
	why=
	if "$@"; then
		passed=$((passed + 1))
		echo "ok    $name"
		return
	fi
	failed=$((failed + 1))
	echo "FAIL  $name"
	sed 's/^/        /' <<<"${why:-not so: $*}"
	mux has-session -t screen 2>/dev/null && text | sed 's/^/      | /'
}
