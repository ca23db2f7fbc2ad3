# Saving, leaving with unsaved edits, and being killed.
# shellcheck shell=bash disable=SC2154,SC2034,SC2143 # shared with the other parts

# own writes a deal of one's own, with a comment to keep, and starts on it.
own() {
	cat >"$tmp/deals/own.toml" <<-'DEAL'
		# kept where it is
		title   = "A deal of one's own"
		product = "northwind-ngfw"
		start   = 2027-01-01

		[instance."m5.large"]
		annual  = 2   # two for the baseline
		running = 4
	DEAL
	cp "$tmp/deals/own.toml" "$tmp/own.before"
	start own.toml 100 30
	await first_has 'A deal of one' || true
}

# command LINE types a command line.
command_line() {
	press ':'
	await has 'Command' || return
	mux send-keys -t screen -l -- "$1"
	press enter
}

only_the_value() {
	sed 's/annual  = 2 /annual  = 3 /' "$tmp/own.before" >"$tmp/own.wanted"
	why=$(diff "$tmp/own.wanted" "$tmp/deals/own.toml")
}

part_files() {
	own
	press '+ s'
	check 's saves' await has '✓ saved'
	check 'only the bytes of the value have changed' only_the_value
	check 'a saved deal leaves unasked' leaves

	own
	command_line 'save own.toml.copy'
	await has '✓ saved' || true
	command_line 'save own.toml'
	check 'save as does not write over another file' await has 'exists'
	check 'the other file is as it was' cmp -s "$tmp/own.before" "$tmp/deals/own.toml"

	own
	press '+ q'
	check 'q with unsaved edits asks' await has 'Unsaved edits'
	press esc
	check 'esc stays' await lacks 'Unsaved edits'
	check 'and keeps the edit' has 'edited'
	press 'q'
	await has 'Unsaved edits' || true
	press 'down enter'
	check 'quit without saving leaves' await ended 0
	check 'and the file is as it was' cmp -s "$tmp/own.before" "$tmp/deals/own.toml"

	own
	press '+ ctrl+c'
	check 'ctrl+c with unsaved edits asks too' await has 'Unsaved edits'
	press enter
	check 'save and quit leaves' await ended 0
	check 'and has saved' only_the_value

	killed
	unwritable
}

# killed ends the program in the middle of an edit, and while it saves.
killed() {
	own
	press '+ + 7'
	await has 'enter keep' || true
	kill -9 "$(cat "$tmp/pid")"
	check 'killed in an edit: the program is gone' await ended 137
	check 'killed in an edit: the file is as it was' cmp -s "$tmp/own.before" "$tmp/deals/own.toml"
	local delay whole=0
	for delay in 0 0.005 0.01 0.02 0.05; do
		own
		press '+ s + s + s'
		sleep $delay
		kill -9 "$(cat "$tmp/pid")"
		await ended 137
		(cd "$tmp/deals" && "$binary" quote own.toml >/dev/null) && whole=$((whole + 1))
	done
	check 'killed while it saves, five times: the file is whole' [ $whole = 5 ]
}

# unwritable is a save that cannot be done.
unwritable() {
	own
	press '+'
	await has 'edited' || true
	command_line 'save nosuch/folder/deal.toml'
	check 'a save that fails says so' await has 'not saved'
	check 'and the edit is still there' has 'edited'
}
