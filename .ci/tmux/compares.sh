# Side by side: variants and files, the split between two, clones; and the
# pictures of the chart pane.
# shellcheck shell=bash disable=SC2154,SC2034,SC2143 # shared with the other parts

part_compares() {
	local size
	for size in 80x24 120x40 200x60; do
		start covered-baseline "${size%x*}" "${size#*x}"
		play 'c'
		check "c lays the variants side by side at $size" as_played
		play 'right right s down down'
		check "sorted by a figure at $size" as_played
		play 'w'
		check "the split at $size" as_played
		play 'w d n end'
		check "differences and the seller's side at $size" as_played
		check "it is in order at $size" sound
		play 'e'
		check "e tells where a figure comes from at $size" as_played
		press 'esc esc'
		check "esc leaves it at $size" await lacks 'Compare'
		play_pictures "$size"
	done

	start covered-baseline 120 40
	press 'c right enter'
	check 'enter shows the variant of the column' await has '▸Hourly only'

	start covered-baseline 120 40
	press 'c C'
	check 'C in the comparison clones' await has 'Option 2'
	press 'esc'
	check 'the clone is shown' await has '▸Option 2 95,015.60'
	command_line 'rename Nine for Acme'
	check 'a variant gets another name' await has '▸Nine for Acme'
	command_line 'drop'
	check 'a variant is removed' await lacks 'Acme 95'
	press 'u u u'
	check 'undone, step by step' await lacks 'Option 2 95'

	sed 's/^annual  = 4/annual  = 5/' scenarios/one-too-many.toml >"$tmp/deals/five.toml"
	start one-too-many 120 40
	await has 'this deal' || true
	command_line 'compare five.toml overage'
	check 'files are read and laid beside it' await has 'five'
	check 'with figures of their own' await has '11,845.74'
	check 'the comparison of files is in order' sound
	press 'right enter'
	check 'enter opens the file of the column' await has '(u goes back)'
	command_line 'compare nosuch.toml'
	check 'a file that is not there is told' await has 'not compared'
}

# play_pictures goes through the pictures of the chart pane.
play_pictures() {
	start covered-baseline "${1%x*}" "${1#*x}"
	play 'i'
	check "i shows the invoices at $1" as_played
	play 'i'
	check "i again the prices at $1" as_played
	check "the pictures are in order at $1" sound
}
