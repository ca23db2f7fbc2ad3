# Unsaved edits after kill -9, in the middle of an edit and of a save.
# shellcheck shell=bash disable=SC2154,SC2034 # shared with the other parts

drafts() { find "$XDG_STATE_HOME/termsheet/drafts" -name '*.draft.toml' 2>/dev/null | wc -l; }
drafted() { grep -qs "annual  = $1" "$XDG_STATE_HOME"/termsheet/drafts/*.draft.toml; }
none_left() { [ "$(drafts)" = 0 ]; }

# kill9 ends the program as nothing else does.
kill9() {
	kill -9 "$(cat "$tmp/pid")"
	await ended 137
}

part_recovers() {
	own
	press '+ +'
	await drafted 4 || true
	press '7' # a value that is still being typed
	await has 'enter keep' || true
	kill9
	check 'killed in an edit: the file is as it was' cmp -s "$tmp/own.before" "$tmp/deals/own.toml"
	restart own.toml 100 30
	check 'the next start offers the edits' await has 'Unsaved edits of own.toml'
	press 'down enter'
	check 'and shows them' await has '+annual  = 4'
	press esc
	await has 'restore them' || true
	press 'up enter'
	check 'restored, they are to be saved' await has '[4]'
	press 's'
	check 'saved' await has '✓ saved'
	check 'nothing is left behind' await none_left
	press q
	await ended 0 || true

	local delay found=0
	for delay in 0 0.005 0.01 0.02 0.05; do
		own
		press '+ +'
		await drafted 4 || true
		press 's'
		sleep $delay
		kill9
		"$binary" quote "$tmp/deals/own.toml" >/dev/null || continue
		if grep -q 'annual  = 4' "$tmp/deals/own.toml" || drafted 4; then
			found=$((found + 1))
		fi
	done
	check 'killed in a save, five times: the file is whole, and the edits in it or kept' [ $found = 5 ]

	hangs_up
	beside
	presents
	cannot_keep

	own
	press '}'
	await has '2027-02-01' || true
	press q
	await ended 0 || true
	open 100 30 "$binary"
	check 'without a file, the last one opens where it was left' await has '2027-02-01'
	check 'it is the last one' first_has 'A deal of one'
	press q
	await ended 0 || true
	rm "$tmp/deals/own.toml"
	open 100 30 "$binary"
	check 'one that is gone is told' await has 'not opened again'
	press q
	await ended 0 || true
	open 100 30 "$binary"
	await has 'this deal' || true
	check 'and forgotten' lacks 'not opened again'
}

# hangs_up closes the terminal under the program.
hangs_up() {
	own
	press '+ +'
	await drafted 4 || true
	close
	check 'the terminal is closed: the edits are kept' await drafted 4
	restart own.toml 100 30
	check 'and offered' await has 'Unsaved edits of own.toml'
	press 'down down enter'
	check 'given up, nothing is left of them' await none_left
	check 'and the deal is as it was' await has '[2]'
	press q
	await ended 0 || true
}

# second is the screen of another instance.
second() { mux capture-pane -p -t second; }
second_has() { [[ $(second) == *"$1"* ]]; }

# beside opens a file twice: the edits of one that runs are not lost ones.
beside() {
	own
	press '+ +'
	await drafted 4 || true
	mux new-session -d -s second -x 100 -y 30 -c "$tmp/deals" -- "$binary" own.toml
	check 'a second instance opens the file as it is' await second_has '[2]'
	mux send-keys -t second -l '+'
	check 'and keeps its own edits' await drafted 3
	check 'nothing was offered' lacks_second 'Unsaved edits'
	mux send-keys -t second -l 's'
	check 'saved there, it asks here' await has 'own.toml has changed'
	mux kill-session -t second
	press esc
	await lacks 'own.toml has changed' || true
	kill9
}
lacks_second() { ! second_has "$1"; }

# presents is killed in front of a buyer: what comes up again is what was there.
presents() {
	own
	press 'f5'
	await has ' presenter ' || true
	press '+'
	await drafted 3 || true
	kill9
	restart own.toml 100 30
	check 'killed in presenter view: it comes up in it again' await has ' presenter '
	check 'its edits are offered, and not told' await has 'off: not in presenter view'
	press 'down down enter'
	await none_left || true
	press 'f5 q'
	await ended 0 || true
}

# cannot_keep is a folder that cannot be, and no home at all.
cannot_keep() {
	touch "$tmp/in-the-way"
	own
	open 100 30 TERMSHEET_STATE="$tmp/in-the-way" "$binary" own.toml
	await first_has 'A deal of one' || true
	press '+'
	check 'no folder for edits: it says so' await has 'unsaved edits cannot be kept in'
	press '+'
	check 'once, and works on' await has 'm5.large annual 3 → 4'
	press q
	await has 'Unsaved edits' || true
	press 'down enter'
	check 'and leaves' await ended 0

	open 100 30 -u HOME -u XDG_STATE_HOME -u XDG_CONFIG_HOME "$binary" own.toml
	check 'no home: it says so at the start' await has 'unsaved edits are not kept for after a crash'
	press q
	check 'and leaves' await ended 0
}
