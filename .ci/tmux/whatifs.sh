# What-ifs at the speed of keys: the four questions at three sizes, an answer
# taken over, keys that are faster than the first answer, and a book of
# agreements that is gone through while keys go on working.
# shellcheck shell=bash disable=SC2154,SC2034,SC2143 # shared with the other parts

part_whatifs() {
	local size
	for size in 80x24 120x40 200x60; do
		start covered-baseline "${size%x*}" "${size#*x}"
		await has 'Instance mix' || true
		play 'w right'
		check "w moves X with the deal at $size" as_played
		play 'tab 9 0 0 0 0 s 0 . 5 enter down down down space'
		check "a goal under conditions at $size" as_played
		play 'tab right down'
		check "a grid moves the deal at $size" as_played
		play 'tab down right'
		check "what moves the total most at $size" as_played
		check "it is in order at $size" sound

		start hour-by-hour "${size%x*}" "${size#*x}"
		await has 'Instance mix' || true
		play 'w < b'
		check "the hours of a profile at $size" as_played
		play 'i'
		check "the hours in order at $size" as_played
	done

	taken_over
	faster_than_answers
	called_off
	a_book
	a_long_book
}

# taken_over makes the answer to a goal the deal's: the figures are the file's.
taken_over() {
	start covered-baseline 120 40
	await has 'this deal' || true
	before=$(shown 'this deal')
	press 'w tab 9 0 0 0 0 down down down space enter'
	check 'an answer is taken over' await has '✓ discount 2.5%'
	press esc
	check 'an answer taken over: the cost moves' moved
	check 'an answer taken over: the figures are the file'"'"'s' agrees
}

# faster_than_answers sends keys before any answer can be there.
faster_than_answers() {
	start covered-baseline 120 40
	await has 'this deal' || true
	mux send-keys -t screen w Right Right Enter Tab Tab
	check 'keys before the first answer are not lost' await has '▸Sweep'
	press 'esc'
	await has 'Instance mix' || true
	check 'and act in their order' has '91,429.60'
	press 'u'
	check 'as one edit' await has 'undone: m5.large annual 10'
}

# axis KEY RANGE types an axis of the sweep.
axis() {
	press "$1 ctrl+u"
	mux send-keys -t screen -l -- "$2"
	press enter
}

# called_off ends a sweep that takes its time: what a seller keeps is worked out
# in decimals for each of its points.
called_off() {
	start covered-baseline 120 40
	await has 'this deal' || true
	press 'w tab tab'
	await has '▸Sweep' || true
	axis x 'instance."m5.large".annual=1..200/1'
	axis y 'instance."m5.large".running=1..200/1'
	check 'a sweep of 40,000 points' await has 'rows '
	press 'M down'
	check 'a longer one is worked out in the background' await has 'working it out'
	press 'esc'
	check 'esc calls it off' await has 'Called off before its end'
	press 'm'
	check 'another question is answered' await has 'software 95,015.60'
}

# write_book ROWS writes a book of that many agreements.
write_book() {
	awk -v rows="$1" 'BEGIN { print "account,accepted,start,months,renew,key,annual,running,commit,level"
		for (i = 0; i < rows; i++) printf "customer-%d,2026-%02d-01,2026-%02d-01,12,auto,m5.large,%d,%d,,\n", i, i % 12 + 1, i % 12 + 1, i % 9, i % 9 + 2 }'
}

a_book() {
	write_book 24 >"$tmp/deals/book.csv"
	sed '5s/m5.large/m5.huge/' "$tmp/deals/book.csv" >"$tmp/deals/bad.csv"
	local size
	for size in 80x24 120x40 200x60; do
		start price-rise-existing "${size%x*}" "${size#*x}"
		await has 'Instance mix' || true
		command_line 'book book.csv'
		check "a book is laid out at $size" await has '24 rows of 24 accounts'
		check "with who is hit worst at $size" has 'worst hit'
		check "it is in order at $size" sound
		press 'esc'
		check "esc closes it at $size" await lacks 'Book:'
	done
	command_line 'book bad.csv'
	check 'a bad row names its line' await has 'line 5: '
	command_line 'book skip'
	check 'and is left out when asked' await has '23 rows of 23 accounts'
	press 'B'
	check 'no book in presenter view' await lacks 'customer-'
}

# a_long_book is gone through in the background.
a_long_book() {
	write_book 3000000 >"$tmp/deals/long.csv"
	start price-rise-existing 120 40
	await has 'Instance mix' || true
	command_line 'book long.csv'
	check 'a long book tells how far it is' await has 'working it out: '
	press 'tab'
	check 'keys work meanwhile' await has '▸ Instance mix'
	press 'shift+tab esc'
	check 'esc calls it off' await has 'called off'
	rm -f "$tmp/deals/long.csv"
}
