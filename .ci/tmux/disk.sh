# The file changes while the application shows it, and the user's editor comes
# and goes.
# shellcheck shell=bash disable=SC2154,SC2034 # shared with the other parts

# elsewhere X writes the deal as another program would.
elsewhere() { sed "s/^annual .*/annual  = $1/" "$tmp/own.before" >"$tmp/deals/own.toml"; }

# copies waits until the clipboard of tmux holds a text.
copies() { [ "$(mux show-buffer 2>/dev/null)" = "$1" ]; }

part_disk() {
	own
	press 'down'
	elsewhere 9
	check 'a changed file is read again' await has 'has changed on disk, and was read again'
	check 'and its figures are shown' await has '11,340.00'
	check 'nothing is left to save' lacks 'edited'

	own
	sed 's/running/runing/' "$tmp/own.before" >"$tmp/deals/own.toml"
	check 'a broken file is told with its place' await has 'own.toml:8:1: unknown key'
	check 'and does not change the screen' has 'broken file'
	elsewhere 9
	check 'put right, it is read' await has '11,340.00'

	own
	press '+'
	await has 'edited' || true
	elsewhere 9
	check 'edits on both sides: a question' await has 'take theirs'
	press 'enter'
	check 'with the difference' await has '+annual  = 9'
	press 'esc'
	await has 'keep mine' || true
	press 'down enter'
	check 'mine is kept' await has 'kept as it is here'

	own
	press '+'
	await has 'edited' || true
	mux set -s set-clipboard on
	press 'y'
	check 'y copies through the terminal' await copies 3
	press 'right'
	mux paste-buffer -p -t screen
	press 'enter'
	check 'a paste is typed into the cell' await has 'm5.large running 4 → 3'

	editor
}

# editor NAME... writes an editor that does something to the file it is given,
# and tells on which line it began.
editor() {
	cat >"$tmp/editor" <<-'EDITOR'
		#!/bin/sh
		echo "editing $*"; sleep 0.3
		for last; do :; done
		sed -i "$EDITS" "$last"
	EDITOR
	chmod +x "$tmp/editor"

	own
	open 100 30 "EDITOR=$tmp/editor" EDITS='s/annual  = 2/annual  = 9/' "$binary" own.toml
	await first_has 'A deal of one' || true
	press 'E'
	check 'E leaves the terminal to the editor' await has 'editing own.toml'
	check 'and comes back' await has 'was read again'
	check 'with what it wrote' has '11,340.00'
	check 'the screen is whole after the editor' sound
	press 'q'
	check 'and leaves as it was' await ended 0

	own
	open 100 30 "EDITOR=$tmp/editor" EDITS='s/annual/anual/' "$binary" own.toml
	await first_has 'A deal of one' || true
	press '+'
	await has 'edited' || true
	press 'E'
	check 'unsaved edits that the editor broke: the place' await has 'own.toml:7:1: unknown key'
	check 'and the deal as it was' has '[3]'
	press 'q'
	await has 'Unsaved edits' || true
	press 'down enter'
	check 'and leaves' await ended 0
}
