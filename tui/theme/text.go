package theme

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is how many cells s takes on the screen, escape sequences not counted.
func Width(s string) int {
	if n, ok := ownWidth(s); ok {
		return n
	}
	return ansi.StringWidth(s)
}

// ownWidth counts rows made of what this application writes itself: ASCII, its
// drawing characters and colour sequences. That is nearly every row of a frame,
// and the general count, which looks for grapheme clusters, is ten times slower.
func ownWidth(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); n++ {
		switch c := s[i]; {
		case c >= 0x20 && c <= 0x7e:
			i++
		case c == 0x1b && i+1 < len(s) && s[i+1] == '[':
			end := strings.IndexByte(s[i:], 'm')
			if end < 0 || !digits(s[i+2:i+end]) {
				return 0, false
			}
			i += end + 1
			n--
		case c == 0xe2 && i+2 < len(s) && drawing(s[i+1], s[i+2]):
			i += 3
		case c == 0xc2 && i+1 < len(s) && s[i+1] == 0xb7: // the dot
			i += 2
		default:
			return 0, false
		}
	}
	return n, true
}

// drawing are the last two bytes of U+2500..25FC (boxes, blocks, shapes) and of
// U+2800..28FF (braille), and of the other signs that rows are full of, all one
// cell wide.
func drawing(b, c byte) bool {
	switch {
	case c < 0x80 || c > 0xbf:
		return false
	case b >= 0x94 && b <= 0x96 || b >= 0xa0 && b <= 0xa3:
		return true
	case b == 0x97:
		return c <= 0xbc
	case b == 0x80:
		return c == 0xa6 || c == 0xb9 || c == 0xba // … ‹ ›
	case b == 0x86:
		return c >= 0x90 && c <= 0x93 // arrows
	}
	return b == 0x9c && c == 0x93 // ✓
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] != ';' && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// Fit makes s exactly w cells wide: padded on the right, or cut with a mark
// that says so. Painted runs stay whole.
func (t *Theme) Fit(s string, w int) string { return fit(s, w, t.Glyphs.Ellipsis, false) }

// FitRight is Fit with the text at the right edge, for figures.
func (t *Theme) FitRight(s string, w int) string { return fit(s, w, t.Glyphs.Ellipsis, true) }

func fit(s string, w int, mark string, right bool) string {
	s, blanks := fitted(s, w, mark)
	if right {
		return blanks + s
	}
	return s + blanks
}

// Fitted is Fit in two parts, the text and the blanks that go before or behind
// it, for a caller that writes both anyway.
func (t *Theme) Fitted(s string, w int) (text, blanks string) { return fitted(s, w, t.Glyphs.Ellipsis) }

func fitted(s string, w int, mark string) (text, blanks string) {
	if w <= 0 {
		return "", ""
	}
	have := Width(s)
	if have > w {
		s = ansi.Truncate(s, w, mark)
		have = ansi.StringWidth(s) // a wide character at the cut leaves a cell free
	}
	return s, spaces(max(w-have, 0))
}

// spaces avoids building the same padding over and over.
func spaces(n int) string {
	const blank = "                                                                                                                                "
	if n <= len(blank) {
		return blank[:n]
	}
	return strings.Repeat(" ", n)
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// plain is text whose width needs no second look, without paint.
func plain(s string) bool {
	_, ok := ownWidth(s)
	return ok && strings.IndexByte(s, 0x1b) < 0
}

// Clean makes text from a file safe to show: what could steer the terminal or
// reorder a line (control characters, bidirectional overrides, invisible
// format characters, bytes that are no text) becomes a visible symbol. With
// ASCII glyphs everything else outside ASCII becomes a question mark.
//
// Emoji are reduced to the form on whose width terminals agree, since a line
// that a terminal draws wider than it was counted breaks the whole screen.
func (t *Theme) Clean(s string) string {
	if plainASCII(s) || !t.Glyphs.ASCII && plain(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case hidden(r):
		case t.Glyphs.ASCII:
			b.WriteString(asciiSymbol(r))
		case r == utf8.RuneError && size < 2:
			b.WriteRune(utf8.RuneError)
		case parted[r] != "":
			b.WriteString(parted[r])
		default:
			b.WriteRune(symbol(r))
		}
		s = s[size:]
	}
	if t.Glyphs.ASCII {
		return b.String()
	}
	return agreed(b.String())
}

// hidden characters only choose between two drawings of their neighbours.
func hidden(r rune) bool {
	return r == 0x200c || r == 0x200d || // joiners
		r >= 0xfe00 && r <= 0xfe0f || // variation selectors
		r >= 0x1f3fb && r <= 0x1f3ff // skin tones
}

func symbol(r rune) rune {
	switch {
	case r < 0x20:
		return 0x2400 + r // ␀ and on
	case r == 0x7f:
		return 0x2421 // ␡
	case steers(r) || unicode.Is(joinsNext, r):
		return utf8.RuneError
	}
	return r
}

func asciiSymbol(r rune) string {
	switch {
	case r < 0x20 || r == 0x7f:
		return "^" + string(r^0x40)
	case r > 0x7e && unicode.Is(unicode.Mn, r):
		return "" // belongs to the letter before, which has its question mark
	case r > 0x7e:
		return "?"
	}
	return string(r)
}

// parted are letters of living scripts that terminals count as a cell of their
// own, and others as part of the letter before; in two pieces, or as a sign of its
// own, all count them alike.
var parted = map[rune]string{
	0x0e33: "\u0e4d\u0e32", // Thai am
	0x0eb3: "\u0ecd\u0eb2", // Lao am
	0xff9e: "\u309b",       // voiced mark behind narrow Katakana
	0xff9f: "\u309c",
}

// joinsNext are letters that make one character with whatever follows, a frame
// included.
var joinsNext = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x0d4e, Hi: 0x0d4e, Stride: 1}},
	R32: []unicode.Range32{
		{Lo: 0x111c2, Hi: 0x111c3, Stride: 1}, {Lo: 0x113d1, Hi: 0x113d1, Stride: 1}, {Lo: 0x1193f, Hi: 0x11941, Stride: 2},
		{Lo: 0x11a84, Hi: 0x11a89, Stride: 1}, {Lo: 0x11d46, Hi: 0x11d46, Stride: 1}, {Lo: 0x11f02, Hi: 0x11f02, Stride: 1},
	},
}

// steers says that a terminal would act on r, or draw nothing for it.
func steers(r rune) bool {
	return r >= 0x80 && r < 0xa0 || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// agreed replaces what has no width of its own (a mark without a letter, which
// would join whatever stands before the text) and pictures whose width depends
// on the terminal. Letters are never replaced.
func agreed(s string) string {
	if ansi.StringWidth(s) == ansi.StringWidthWc(s) && !startsWithMark(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		cluster, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		first, _ := utf8.DecodeRuneInString(cluster)
		if w == 0 || startsWithMark(cluster) || w != ansi.StringWidthWc(cluster) && !unicode.IsLetter(first) {
			b.WriteRune(utf8.RuneError)
		} else {
			b.WriteString(cluster)
		}
		s = s[len(cluster):]
	}
	return b.String()
}

func startsWithMark(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if unicode.Is(unicode.M, r) {
		return true
	}
	// Marks that are younger than the tables of letters.
	joined, _ := ansi.FirstGraphemeCluster("a"+s, ansi.GraphemeWidth)
	return len(joined) > 1
}
