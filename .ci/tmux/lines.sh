# Line mode: typed on a terminal, and piped. And the safe ways of the command
# line: what resembles a word does not run, questions are answered by one key.
# shellcheck shell=bash disable=SC2154,SC2034,SC2143 # shared with the other parts

part_lines() {
	open 120 50 "$binary" play covered-baseline
	check 'line mode on a terminal says what is worked on' await has 'by the hour; this deal 95,015.60'
	check 'and shows a prompt' await has '
>'
	line 'set m5.large annual +2'
	check 'a word is answered' await has 'm5.large annual 8 -> 10; this deal 95,015.60 -> 91,429.60 (-3,586.00)'
	line 'explain totals.annual'
	check 'a figure is explained' await has 'totals.annual = '
	line 'target 85,000'
	check 'a what-if is answered' await has 'Nearest answers'
	line 'take 1'
	check 'and its answer taken over' await has '> take 1
discount '
	line 'undo'
	await has 'undone: ' || true
	line 'nonsense'
	check 'a word that is none is refused' await has 'refused: there is no command nonsense; help lists all'
	line 'quit'
	check 'unsaved edits are told' await has 'refused: quit: there are edits that no file has'
	line 'quit!'
	check 'quit! ends it' await ended 2
	check 'the terminal is as it was' restored

	printf 'set m5.large annual 3\nsave piped.toml\n' | (cd "$tmp/deals" && "$binary" play one-too-many) >"$tmp/answers"
	check 'piped words are answered' grep -q 'm5.large annual 4 -> 3; this deal 7,142.40 -> ' "$tmp/answers"
	check 'and save a file' grep -q 'annual  = 3' "$tmp/deals/piped.toml"

	start covered-baseline 80 24
	command_line 'foo'
	check 'what is no word does not run' await has 'there is no command foo'
	check 'the line stays to be put right' has ': foo_'
	press 'esc'
	await lacks 'Command' || true
	press '+ q'
	check 'a question is asked' await has '3 t'
	press 'z'
	check 'a key that is no answer does nothing' await has 'Unsaved edits'
	press 't'
	check 'a letter answers' await lacks 'Unsaved edits'
	press 'C'
	check 'one key clones' await has 'Option 2 clones base, follows it'
	command_line 'rename Acme'
	check 'and the clone gets a name' await has 'Option 2 is called Acme now'

	start covered-baseline 60 15
	command_line 'compare'
	command_line 'sort saved'
	check 'the comparison takes words' await has 'by saved'
	check 'it is in order at 60x15' sound
	press '>'
	check 'a column is moved' await lacks 'by saved'
	press 'e'
	await has 'Where it comes from' || true
	press 'esc esc'
	check 'esc twice at once leaves both' await has 'Instance mix'
}

# line TEXT types a line of line mode.
line() {
	mux send-keys -t screen -l -- "$1"
	mux send-keys -t screen Enter
}
