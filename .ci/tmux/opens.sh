# Every built-in scenario, at three sizes.
# shellcheck shell=bash disable=SC2154,SC2034,SC2143 # shared with the other parts

sizes='80x24 120x40 200x60'

builtins() { "$binary" scenarios --format json | sed -n 's/^ *"name": "\(.*\)",*$/\1/p'; }

# titled is whether the title, or as much as fits, is on the first line.
titled() {
	local title
	title=$("$binary" quote "$file" | head -1)
	await first_has "${title:0:10}"
}

# leaves is whether q leaves at once, with the terminal as it was.
leaves() { press q && await ended 0 && await restored; }

opens() { titled && as_played && sound; }

# driven is whether keys that mean something in every deal lead where they should:
# an edit, the next variant, the panes, the whole screen, another month.
driven() {
	play '+ v tab } tab z'
	as_played && sound
}

part_opens() {
	local name size
	for name in $(builtins); do
		for size in $sizes; do
			start "$name" "${size%x*}" "${size#*x}"
			check "$name opens at $size" opens
			check "$name: q leaves it, nothing asked" leaves
			start "$name" "${size%x*}" "${size#*x}"
			check "$name is driven at $size" driven
		done
	done
}
