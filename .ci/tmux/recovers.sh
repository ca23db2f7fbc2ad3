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

	own
	press '}'
	await has '2027-02-01' || true
	press q
	await ended 0 || true
	open 100 30 "$binary"
	check 'without a file, the last one opens where it was left' await has '2027-02-01'
	check 'it is the last one' first_has 'A deal of one'
}
