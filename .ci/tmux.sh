#!/usr/bin/env bash
# Drives the built program in a real terminal: tmux runs it, keys go in, the
# screen is read. A line a check; ends with "N passed, N failed", and with 1
# where one failed.
#
#   .ci/tmux.sh [BINARY]     builds the program where no binary is given
#   ONLY=edit .ci/tmux.sh    only the parts whose names contain "edit"
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
command -v tmux >/dev/null || {
	echo 'tmux is needed: apt-get install tmux' >&2
	exit 1
}
export LC_ALL=C.UTF-8
unset NO_COLOR COLORFGBG COLORTERM TMUX

# A folder and a server of its own, both gone at the end, whatever happens.
socket=termsheet-ci-$$
tmp=$(mktemp -d)
leave() {
	tmux -L "$socket" kill-server 2>/dev/null
	rm -rf "$tmp"
}
trap leave EXIT
trap 'exit 130' INT TERM HUP

# Settings, sessions and recovery files of the user stay out of it.
export HOME=$tmp/home XDG_CONFIG_HOME=$tmp/home/config XDG_STATE_HOME=$tmp/home/state \
	XDG_DATA_HOME=$tmp/home/data XDG_CACHE_HOME=$tmp/home/cache TMUX_TMPDIR=$tmp
binary=${1:-${TERMSHEET:-}}
if [ -z "$binary" ]; then
	binary=$tmp/termsheet
	GOCACHE=${GOCACHE:-$(env -u HOME -u XDG_CACHE_HOME HOME="${REAL_HOME:-/root}" go env GOCACHE)} go build -o "$binary" ./cmd/termsheet || exit 1
fi
