# Sizes: the smallest and the largest, changed while a value is typed, and deals
# with more in them than a screen holds.
# shellcheck shell=bash disable=SC2154,SC2034,SC2143 # shared with the other parts

part_sizes() {
	local size
	for size in 60x15 79x23 100x30 99x50 250x80; do
		start covered-baseline "${size%x*}" "${size#*x}"
		check "the screen at $size" opens
	done
	start covered-baseline 50 10
	check 'too small a terminal says what is needed' await has 'needs 60x15'
	check 'and q leaves it' leaves

	storm
	hostile
	crowded
}

# storm changes the size with every key that is typed.
storm() {
	start covered-baseline 120 40
	await has 'this deal' || true
	before=$(shown 'this deal')
	play 'down right 3'
	local size
	for size in 80x24 60x15 200x60 40x8 250x80 61x16 119x39 10x3 100x30 79x24 150x20 80x60; do
		resize "${size%x*}" "${size#*x}"
		play 0
		resize $((${size%x*} + 3)) $((${size#*x} + 1))
		play backspace
	done
	resize 120 40
	play '1 enter'
	check 'resized 25 times while typing: the screen' as_played
	check 'resized 25 times while typing: in order' sound
	check 'resized 25 times while typing: the cost has moved' moved
	check 'resized 25 times while typing: the figures are the file'"'"'s' agrees
}

# hostile is a file that tries to reach the terminal, with wide and combining
# characters.
hostile() {
	cat >"$tmp/deals/hostile.toml" <<-'DEAL'
		title   = "\u001b]0;owned\u0007\u001b[2J\u001b[31m 日本語の契約 e\u0301 👩‍👩‍👧 \u202Eright to left"
		about   = "\u009b31m \u0000 \r\n \t and so on"
		product = "northwind-ngfw"
		start   = 2027-01-01
		[instance."m5.large"]
		annual  = 2
		running = 4
		[variant."\u001b[7m\n日本 ท\u0e33 ｶ\uff9e"]
		[variant."\u001b[7m\n日本 ท\u0e33 ｶ\uff9e".instance."m5.large"]
		annual = 3
	DEAL
	local size
	for size in 80x24 120x40; do
		start hostile.toml "${size%x*}" "${size#*x}"
		check "a hostile file at $size" harmless
	done
	local evil=$'ev\e[2J\e]0;owned\a\n日本.toml'
	cp "$tmp/deals/hostile.toml" "$tmp/deals/$evil"
	start "$evil" 100 30
	check 'a hostile file name' harmless
	press '+ s'
	check 'saved under it' await has '✓ saved ev␛[2J'
	printf 'title = "\e[31m"\n' >"$tmp/deals/$evil"
	check 'with a hostile error in it' await has 'what is shown stays as it was'
	check 'the screen stands' harmless
}

# harmless is whether the screen stands, and the terminal did not obey the file.
harmless() {
	await has 'this deal' || return
	sound || return
	why="the file set the terminal's title: $(mux display -p -t screen '#{pane_title}')"
	[[ $(mux display -p -t screen '#{pane_title}') != *owned* ]] || return
	why='a line of the frame is gone'
	has '╭▸ Instance mix' && has '╰'
}

# crowded is a product of 200 types, all of them in the mix.
crowded() {
	local i
	{
		printf '%s\n' 'id = "wide"' 'title = "Wide"' 'seller = "Wide"' 'delivery = "ami"' 'launched = 2025-01-01' 'models = ["hourly", "annual"]'
		for i in {100..299}; do printf '[instance."x%d.large"]\nhourly = "1234.56"\nannual = 9999999\n' "$i"; done
	} >"$tmp/deals/wide-product.toml"
	{
		printf '%s\n' 'title = "All of it"' 'product = "wide-product.toml"' 'start = 2027-01-01' 'months = 36' 'renew = "auto"'
		for i in {100..299}; do printf '[instance."x%d.large"]\nannual = 20\nrunning = 900\n' "$i"; done
	} >"$tmp/deals/wide.toml"
	local size
	for size in 80x24 120x40; do
		start wide.toml "${size%x*}" "${size#*x}"
		(cd "$tmp/deals" && check "200 types at $size" opens)
		play 'end'
		check "200 types at $size: the last row is in sight" await has '▸ x299.large'
		check "200 types at $size: in order" sound
	done
}
