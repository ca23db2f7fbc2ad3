#!/usr/bin/env bash
# Drives the built program in a real terminal: tmux runs it, keys go in, the
# screen is read. A line a check; ends with "N passed, N failed", and with 1
# where one failed.
#
#   .ci/tmux.sh [BINARY]       builds the program where no binary is given
#   ONLY=edits .ci/tmux.sh     only the parts whose names contain "edits"
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
for tool in tmux script; do
	command -v $tool >/dev/null || {
		echo "$tool is missing: apt-get install tmux bsdutils" >&2
		exit 1
	}
done

# A server and a folder of its own, both gone at the end, whatever happens.
socket=termsheet-ci-$$
tmp=$(mktemp -d)
leave() {
	tmux -L "$socket" kill-server 2>/dev/null
	rm -rf "$tmp"
}
trap leave EXIT
trap 'exit 130' INT TERM HUP

binary=${1:-${TERMSHEET:-}}
if [ -z "$binary" ]; then
	binary=$tmp/termsheet
	go build -o "$binary" ./cmd/termsheet || exit 1
fi
binary=$(realpath "$binary")

# What the user has set stays out of it: colours, settings, sessions, and files
# kept for recovery.
unset NO_COLOR COLORFGBG COLORTERM TMUX EDITOR VISUAL
export LC_ALL=C.UTF-8 TMUX_TMPDIR=$tmp HOME=$tmp/home
export XDG_CONFIG_HOME=$HOME/config XDG_STATE_HOME=$HOME/state XDG_DATA_HOME=$HOME/data XDG_CACHE_HOME=$HOME/cache
mkdir -p "$HOME" "$tmp/deals" "$XDG_STATE_HOME/termsheet"
touch "$XDG_STATE_HOME/termsheet/seen" # no greeting: it would stand where screens are compared

for part in .ci/tmux/*.sh; do
	# shellcheck source=/dev/null
	. "$part"
done
start_server || exit 1
for part in opens edits pickers lines compares whatifs files disk recovers mouse settings sizes surroundings; do
	case $part in *"${ONLY:-}"*) "part_$part" ;; esac
done

echo
# shellcheck disable=SC2154
echo "$passed passed, $failed failed"
((failed == 0 && passed > 0))
