# What the program is run in: no colour, no terminal, one that cannot do much,
# one that answers nothing; and files that cannot be read.
# shellcheck shell=bash disable=SC2154,SC2034,SC2143 # shared with the other parts

# colours are the colours the screen is painted in; bold and reversed are none.
colours() { mux capture-pane -e -p -t screen | grep -oP '\x1b\[\K[0-9;:]*(?=m)' | tr ';:' '\n' | grep -E '^(3[0-8]|4[0-8]|9[0-7]|10[0-7])$'; }
coloured() { [ -n "$(colours)" ]; }
colourless() { [ -z "$(colours)" ]; }
plain() { [ -z "$(text | grep -P '[^\x00-\x7f]')" ]; }

ready() { await has 'this deal'; }

part_surroundings() {
	open 120 40 "$binary" covered-baseline
	ready
	check 'there are colours' coloured
	open 120 40 NO_COLOR=1 "$binary" covered-baseline
	ready
	check 'NO_COLOR: none' colourless
	check 'NO_COLOR: the screen stands' sound
	open 120 40 "$binary" --theme mono covered-baseline
	ready
	check 'theme mono: no colours' colourless
	open 120 40 "$binary" --ascii covered-baseline
	ready
	check '--ascii: nothing but ASCII' plain
	local theme
	for theme in light dark contrast; do
		open 120 40 "$binary" --theme "$theme" covered-baseline
		ready
		check "theme $theme" sound
	done

	open 100 120 TERM=dumb "$binary" lapse
	check 'TERM=dumb: the quote as text' await has 'Totals in USD'
	check 'TERM=dumb: ends with 0' await ended 0
	check 'through a pipe: the quote as text' piped
	check 'without standard input: the quote as text' without_input

	refused
	answers_nothing
}

piped() { diff <("$binary" lapse | cat) <("$binary" quote lapse) >/dev/null; }
without_input() { diff <("$binary" lapse </dev/null 2>&1) <("$binary" quote lapse) >/dev/null; }

# refused are files that do not open: a clear line, and 2.
refused() {
	printf 'title = "Broken"\nproduct = \n' >"$tmp/deals/broken.toml"
	open 120 10 "$binary" broken.toml
	check 'a broken file: a line that names the place' await has 'broken.toml:2:'
	check 'a broken file: ends with 2' await ended 2
	open 120 10 "$binary" nosuch.toml
	check 'a file that is not there: a line' await has 'nosuch.toml: there is no such file'
	check 'a file that is not there: ends with 2' await ended 2
}

# answers_nothing is a terminal that never answers a question about itself.
answers_nothing() {
	local started took pid
	mkfifo "$tmp/keys"
	exec 9<>"$tmp/keys"
	started=$(now)
	TERM=xterm-256color script -qfec "stty cols 120 rows 40; exec '$binary' covered-baseline" "$tmp/typescript" <&9 >/dev/null 2>&1 &
	pid=$!
	limit=2 await grep -qs 'Northwind' "$tmp/typescript"
	took=$((($(now) - started) / 1000))
	check "a terminal that answers nothing: the first screen within 2 s (it took $took ms)" [ $took -lt 2000 ]
	printf 'q' >&9
	check 'a terminal that answers nothing: q leaves' await gone $pid
	kill $pid 2>/dev/null
	exec 9>&-
}
gone() { ! kill -0 "$1" 2>/dev/null; }
