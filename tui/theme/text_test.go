package theme

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func both(t *testing.T) (unicodeTheme, asciiTheme Theme) {
	t.Helper()
	th, err := ByName("dark")
	if err != nil {
		t.Fatal(err)
	}
	return th, th.WithASCII()
}

func TestFit(t *testing.T) {
	u, a := both(t)
	for _, c := range []struct {
		in          string
		w           int
		want, right string
	}{
		{"cost", 6, "cost  ", "  cost"},
		{"cost", 4, "cost", "cost"},
		{"price", 4, "pri…", "pri…"},
		{"price", 1, "…", "…"},
		{"price", 0, "", ""},
		{"price", -3, "", ""},
		{"", 3, "   ", "   "},
		{"日本語", 6, "日本語", "日本語"},
		{"日本語", 5, "日本…", "日本…"},
		{"日本語", 4, "日… ", " 日…"}, // half a wide character cannot be shown
		{"Zürich", 7, "Zürich ", " Zürich"},
		{"e\u0301te\u0301", 3, "e\u0301te\u0301", "e\u0301te\u0301"},
		{"\x1b[1mbold\x1b[m", 6, "\x1b[1mbold\x1b[m  ", "  \x1b[1mbold\x1b[m"},
		{"\x1b[1mbold\x1b[m", 3, "\x1b[1mbo…\x1b[m", "\x1b[1mbo…\x1b[m"},
	} {
		if got := u.Fit(c.in, c.w); got != c.want {
			t.Errorf("Fit(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
		}
		if got := u.FitRight(c.in, c.w); got != c.right {
			t.Errorf("FitRight(%q, %d) = %q, want %q", c.in, c.w, got, c.right)
		}
	}
	if got := a.Fit("price", 4); got != "pri~" {
		t.Errorf("ascii: got %q", got)
	}
}

func TestClean(t *testing.T) {
	u, a := both(t)
	for _, c := range []struct{ name, in, want, ascii string }{
		{"plain", "m5.large", "m5.large", "m5.large"},
		{"letters", "Zürich 日本", "Zürich 日本", "Z?rich ??"},
		{"escape", "a\x1b[31mb", "a␛[31mb", "a^[[31mb"},
		{"null, tab, newline", "\x00\t\n", "␀␉␊", "^@^I^J"},
		{"delete", "\x7f", "␡", "^?"},
		{"c1", "a\u009b31mb\u0085", "a�31mb�", "a?31mb?"},
		{"c1 as a bare byte", "a\x9b31m", "a�31m", "a?31m"},
		{"no text at all", "\xff\xfe", "��", "??"},
		{"bidi override", "a\u202eb\u2066c", "a�b�c", "a?b?c"},
		{"zero width space", "a\u200bb", "a�b", "a?b"},
		{"line separator", "a\u2028b", "a�b", "a?b"},
		{"combining", "e\u0301", "e\u0301", "e"},
		{"combining first", "\u0301a", "�a", "a"},
		{"emoji of two drawings", "❤\ufe0f", "❤", "?"},
		{"joined emoji", "👨\u200d👩", "👨👩", "??"},
		{"skin tone", "👍🏽", "👍", "?"},
		{"Thai", "\u0e19\u0e49\u0e33", "\u0e19\u0e49\u0e4d\u0e32", "??"},
		{"narrow Katakana", "ｶ\uff9e", "ｶ\u309b", "??"},
		{"a voiced mark first", "\uff9ea", "\u309ba", "?a"},
		{"a mark that is young first", "\u1acfa", "�a", "?a"},
		{"a letter that joins the next", "\u0d4ea", "�a", "?a"},
	} {
		if got := u.Clean(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if got := a.Clean(c.in); got != c.ascii {
			t.Errorf("%s, ascii: got %q, want %q", c.name, got, c.ascii)
		}
	}
}

func TestCleanThenFitIsExact(t *testing.T) {
	u, a := both(t)
	rapid.Check(t, func(r *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.Custom(func(r *rapid.T) string {
			return string(rapid.SliceOf(rapid.Byte()).Draw(r, "bytes"))
		})).Draw(r, "s")
		w := rapid.IntRange(0, 40).Draw(r, "w")
		for _, th := range []Theme{u, a} {
			clean := th.Clean(s)
			if again := th.Clean(clean); again != clean {
				r.Fatalf("%q: cleaned twice: %q, then %q", s, clean, again)
			}
			for _, c := range clean {
				if unicode.IsControl(c) || steers(c) {
					r.Fatalf("%q keeps %q", s, c)
				}
			}
			for _, line := range []string{th.Fit(clean, w), th.FitRight(clean, w), "|" + th.Fit(clean, w)} {
				if got := ansi.StringWidth(line); got != w && got != w+1 {
					r.Fatalf("%q: %d cells, want %d", line, got, w)
				}
			}
			if th.Glyphs.ASCII && !plainASCII(clean) {
				r.Fatalf("%q is not ASCII", clean)
			}
		}
	})
}

// TestCleanKeepsApart writes texts beside each other and beside a frame, where
// nothing may become one character.
func TestCleanKeepsApart(t *testing.T) {
	u, _ := both(t)
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if r >= 0xd800 && r < 0xe000 || r >= 0x1100 && r < 0x1200 || r >= 0xd7b0 && r < 0xd800 || r >= 0xa960 && r < 0xa980 {
			continue // halves of Korean syllables, which only join each other
		}
		clean := u.Clean(string(r))
		for _, line := range []string{"a" + clean + "b", "─" + clean + "│"} {
			if got, want := ansi.StringWidth(line), 2+ansi.StringWidth(clean); got != want {
				t.Fatalf("%U makes %d cells between two others, not %d", r, got, want)
			}
		}
	}
}

func TestWidthCountsCells(t *testing.T) {
	if got := Width("\x1b[1m日本\x1b[m a"); got != 6 {
		t.Errorf("got %d", got)
	}
	if got := Width(strings.Repeat("x", 90)); got != 90 {
		t.Errorf("got %d", got)
	}
}

func TestWidthIsTheGeneralCount(t *testing.T) {
	pieces := []string{"a", " ", "~", "─", "█", "▲", "⣿", "●", "◽", "…", "é", "e\u0301", "\u0301", "日", "\ufe0f",
		"\x1b[m", "\x1b[1;38;2;1;2;3m", "\x1b[", "\x1b[2J", "\x1b]0;x\a", "\x1b", "\x00", "\x9b", "\xe2", "\xe2\x94", "👨\u200d👩"}
	rapid.Check(t, func(r *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(r, "pieces"), "")
		if got, want := Width(s), ansi.StringWidth(s); got != want {
			r.Fatalf("%q: %d cells, want %d", s, got, want)
		}
	})
}

// TestOwnWidth: what is counted without looking for clusters is as wide as the
// general count says, alone and beside any other character.
func TestOwnWidth(t *testing.T) {
	for r := rune(0x80); r < 0x10000; r++ {
		for _, s := range []string{string(r), "a" + string(r) + "─"} {
			if n, ok := ownWidth(s); ok && n != ansi.StringWidth(s) {
				t.Fatalf("%q (U+%04X): %d, want %d", s, r, n, ansi.StringWidth(s))
			}
			if plain(s) && s != agreed(s) {
				t.Fatalf("%q (U+%04X) is %q where terminals agree", s, r, agreed(s))
			}
		}
	}
}
