package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes text from a file safe to print: what could steer a terminal or
// reorder a line (control characters, bidirectional overrides, invisible
// format characters) becomes a visible symbol.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x20:
			return 0x2400 + r // the control pictures
		case r == 0x7f:
			return 0x2421
		case r >= 0x80 && r < 0xa0 || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp):
			return utf8.RuneError
		}
		return r
	}, s)
}

// oneLine joins the lines of a text that may have several.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// wide are the characters that take two cells: East Asian scripts and
// pictures.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115f, Stride: 1}, // Hangul, leading
		{Lo: 0x2e80, Hi: 0x303e, Stride: 1}, // CJK radicals and punctuation
		{Lo: 0x3041, Hi: 0x33ff, Stride: 1}, // Kana and CJK symbols
		{Lo: 0x3400, Hi: 0x4dbf, Stride: 1},
		{Lo: 0x4e00, Hi: 0x9fff, Stride: 1},
		{Lo: 0xa000, Hi: 0xa4cf, Stride: 1},
		{Lo: 0xac00, Hi: 0xd7a3, Stride: 1}, // Hangul syllables
		{Lo: 0xf900, Hi: 0xfaff, Stride: 1},
		{Lo: 0xfe30, Hi: 0xfe6f, Stride: 1},
		{Lo: 0xff00, Hi: 0xff60, Stride: 1}, // full-width forms
		{Lo: 0xffe0, Hi: 0xffe6, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x1f300, Hi: 0x1f64f, Stride: 1}, // pictures
		{Lo: 0x1f680, Hi: 0x1f6ff, Stride: 1},
		{Lo: 0x1f900, Hi: 0x1faff, Stride: 1},
		{Lo: 0x20000, Hi: 0x3fffd, Stride: 1},
	},
}

// cells is how many cells of a terminal a clean text takes.
func cells(s string) int {
	n := 0
	for _, r := range s {
		n += runeCells(r)
	}
	return n
}

func runeCells(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

// wrap breaks clean text into lines of at most width cells, at spaces where
// there are any; nothing is lost.
func wrap(s string, width int) []string {
	width = max(width, 2)
	var lines []string
	line, used := "", 0
	flush := func() { lines, line, used = append(lines, line), "", 0 }
	for _, word := range strings.Fields(s) {
		w := cells(word)
		if used > 0 && used+1+w > width {
			flush()
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		for used+w > width {
			head, tail := split(word, width-used)
			line += head
			flush()
			word, w = tail, cells(tail)
		}
		line, used = line+word, used+w
	}
	if line != "" || len(lines) == 0 {
		flush()
	}
	return lines
}

// split cuts a word after at most width cells, but after one character at
// least: a path behind a part of it, so that each part stays whole, any other
// word where the width ends.
func split(word string, width int) (head, tail string) {
	used, part, quoted := 0, 0, false
	for i, r := range word {
		if used += runeCells(r); used > width && i > 0 {
			if part > 0 {
				i = part
			}
			return word[:i], word[i:]
		}
		switch {
		case r == '"':
			quoted = !quoted
		case r == '.' && !quoted:
			part = i + 1
		}
	}
	return word, ""
}

// pad fills s to a width, on its left where right is set.
func pad(s string, width int, right bool) string {
	blank := strings.Repeat(" ", max(width-cells(s), 0))
	if right {
		return blank + s
	}
	return s + blank
}
