package chart

import (
	"fmt"
	"strings"
	"testing"

	"termsheet/model/calendar"
	"termsheet/tui/theme"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
)

func themed(t testing.TB, name string) theme.Theme {
	t.Helper()
	th, err := theme.ByName(name)
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// golds compares the plain text of a chart, with both glyph sets, with the
// files beside the test.
func golds(t *testing.T, draw func(th theme.Theme) []string) {
	t.Helper()
	th := themed(t, "dark")
	for name, each := range map[string]theme.Theme{"unicode": th, "ascii": th.WithASCII()} {
		t.Run(name, func(t *testing.T) {
			golden.RequireEqual(t, ansi.Strip(strings.Join(draw(each), "\n"))+"\n")
		})
	}
}

// fataler is what testing.T and rapid.T share.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// exact checks the promise of every chart: h lines of w cells, the same each
// time, and no byte that the glyph set does not allow.
func exact(t fataler, what string, draw func(w, h int, th *theme.Theme) []string, w, h int, th theme.Theme) {
	t.Helper()
	got := draw(w, h, &th)
	if len(got) != h {
		t.Fatalf("%s at %dx%d: %d lines", what, w, h, len(got))
	}
	again := got
	if w%10 == 0 {
		again = draw(w, h, &th)
	}
	for i, s := range got {
		if n := ansi.StringWidth(s); n != w {
			t.Fatalf("%s at %dx%d: line %d is %d cells: %q", what, w, h, i, n, s)
		}
		if s != again[i] {
			t.Fatalf("%s at %dx%d: line %d differs the second time", what, w, h, i)
		}
		for _, r := range ansi.Strip(s) {
			if r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 || th.Glyphs.ASCII && r > 0x7e {
				t.Fatalf("%s at %dx%d: line %d holds %q: %q", what, w, h, i, r, s)
			}
		}
	}
}

// everySize runs exact over a spread of widths and heights with both sets.
func everySize(t *testing.T, what string, draw func(w, h int, th *theme.Theme) []string) {
	t.Helper()
	th := themed(t, "dark")
	for _, each := range []theme.Theme{th, th.WithASCII()} {
		for w := 10; w <= 250; w++ {
			exact(t, what, draw, w, 3+w%20, each)
		}
		for h := 3; h <= 60; h++ {
			exact(t, what, draw, 10+h*7%111, h, each)
		}
		for w := range 10 {
			for h := range 4 {
				exact(t, what, draw, w, h, each)
			}
		}
	}
}

func day(y, m, d int) int { return int(calendar.Date(y, m, d)) }

// months is an axis of n months with a tick on each first.
func months(y, m, n int) Axis {
	from := calendar.Date(y, m, 1)
	a := Axis{From: int(from), To: int(from.AddMonths(n)) - 1}
	names := strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
	for i := range n {
		at := from.AddMonths(i)
		year, month, _ := at.Civil()
		t := Tick{Day: int(at), Label: names[month-1]}
		if month == 1 || i == 0 {
			t.Label, t.Major = fmt.Sprint(year), true
		}
		a.Ticks = append(a.Ticks, t)
	}
	return a
}
