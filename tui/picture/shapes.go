package picture

// boxes has four digits for each of U+2500 to U+257F: the weights of the lines
// up, to the right, down and to the left.
const boxes = "0101 0202 1010 2020 0101 0202 1010 2020 0101 0202 1010 2020 0110 0210 0120 0220 " +
	"0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002 1110 1210 2110 1120 " +
	"2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022 0111 0112 0211 0212 " +
	"0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202 1111 1112 1211 1212 " +
	"2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222 0101 0202 1010 2020 " +
	"0303 3030 0310 0130 0330 0013 0031 0033 1300 3100 3300 1003 3001 3003 1310 3130 " +
	"3330 1013 3031 3033 0313 0131 0333 1303 3101 3303 1313 3131 3333 0000 0000 0000 " +
	"0000 0000 0000 0000 0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010 "

// dashes is in how many pieces the dashed lines are.
var dashes = map[rune]int{
	'┄': 3, '┅': 3, '┆': 3, '┇': 3,
	'┈': 4, '┉': 4, '┊': 4, '┋': 4,
	'╌': 2, '╍': 2, '╎': 2, '╏': 2,
}

// figure is a path, relative to where it begins in its cell, in tenths. Line is
// the width to draw it with; 0 fills it. Of a bend it is where the straight
// piece begins that leads on to the next row.
type figure struct {
	x, y int
	line int
	path string
}

// bends are the box characters that are not straight. Each rounded corner is a
// quarter of a circle beside the middle, and a straight piece up or down.
var bends = map[rune]figure{
	'╭': {80, 80, 120, "q-4 0-4 4"},
	'╮': {0, 80, 120, "q4 0 4 4"},
	'╯': {0, 80, 0, "q4 0 4-4v-4"},
	'╰': {80, 80, 0, "q-4 0-4-4v-4"},
	'╱': {80, 0, 0, "l-8 16"},
	'╲': {0, 0, 0, "l8 16"},
	'╳': {80, 0, 0, "l-8 16m0-16l8 16"},
}

// part is a rectangle in a cell, in units.
type part struct{ x, y, w, h int }

// parts are what the block elements fill.
var parts = map[rune][]part{
	'▀': {{0, 0, 8, 8}},
	'▁': {{0, 14, 8, 2}}, '▂': {{0, 12, 8, 4}}, '▃': {{0, 10, 8, 6}}, '▄': {{0, 8, 8, 8}},
	'▅': {{0, 6, 8, 10}}, '▆': {{0, 4, 8, 12}}, '▇': {{0, 2, 8, 14}}, '█': {{0, 0, 8, 16}},
	'▉': {{0, 0, 7, 16}}, '▊': {{0, 0, 6, 16}}, '▋': {{0, 0, 5, 16}}, '▌': {{0, 0, 4, 16}},
	'▍': {{0, 0, 3, 16}}, '▎': {{0, 0, 2, 16}}, '▏': {{0, 0, 1, 16}}, '▐': {{4, 0, 4, 16}},
	'▔': {{0, 0, 8, 2}}, '▕': {{7, 0, 1, 16}},
	'▖': {{0, 8, 4, 8}}, '▗': {{4, 8, 4, 8}}, '▘': {{0, 0, 4, 8}}, '▝': {{4, 0, 4, 8}},
	'▙': {{0, 0, 4, 8}, {0, 8, 8, 8}}, '▚': {{0, 0, 4, 8}, {4, 8, 4, 8}},
	'▛': {{0, 0, 8, 8}, {0, 8, 4, 8}}, '▜': {{0, 0, 8, 8}, {4, 8, 4, 8}},
	'▞': {{4, 0, 4, 8}, {0, 8, 4, 8}}, '▟': {{4, 0, 4, 8}, {0, 8, 8, 8}},
}

// shades are how much of the colour ░, ▒ and ▓ let through, in percent.
var shades = [...]int{32, 60, 80}

// dots are where the eight bits of a braille character stand, in units.
var dots = [...]struct{ x, y int }{{2, 2}, {2, 6}, {2, 10}, {6, 2}, {6, 6}, {6, 10}, {2, 14}, {6, 14}}

const (
	disc    = "a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0z"
	lozenge = "l3.5 4-3.5 4-3.5-4z"
	star    = "l1 3 3 .1-2.4 1.9.9 3-2.5-1.8-2.5 1.8.9-3-2.4-1.9 3-.1z"
)

// symbols are the signs of charts and rows.
var symbols = map[rune]figure{
	'▲': {40, 45, 0, "l3.7 7h-7.4z"},
	'△': {40, 45, thin, "l3.7 7h-7.4z"},
	'▼': {40, 115, 0, "l-3.7-7h7.4z"},
	'▽': {40, 115, thin, "l-3.7-7h7.4z"},
	'▸': {20, 45, 0, "l5 3.5-5 3.5z"},
	'▶': {10, 40, 0, "l6.5 4-6.5 4z"},
	'◂': {60, 45, 0, "l-5 3.5 5 3.5z"},
	'◀': {70, 40, 0, "l-6.5 4 6.5 4z"},
	'●': {12, 80, 0, disc},
	'○': {12, 80, thin, disc},
	'◆': {40, 40, 0, lozenge},
	'◇': {40, 40, thin, lozenge},
	'■': {10, 50, 0, "h6v6h-6z"},
	'□': {10, 50, thin, "h6v6h-6z"},
	'★': {40, 37, 0, star},
	'☆': {40, 37, thin, star},
	'✓': {10, 85, 14, "l2.2 2.8 3.8-6.3"},
	'✗': {12, 50, 14, "l5.6 6m0-6l-5.6 6"},
	'→': {5, 80, thin, "h6.8m-2.6-2.6l2.6 2.6-2.6 2.6"},
	'←': {75, 80, thin, "h-6.8m2.6-2.6l-2.6 2.6 2.6 2.6"},
}
