package pane

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/money"
	"termsheet/model/rules"
	"termsheet/tui/input"
	"termsheet/tui/theme"
)

func mono(t testing.TB) *theme.Theme {
	t.Helper()
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	return &th
}

func TestShort(t *testing.T) {
	for _, c := range []struct {
		value string
		w     int
		want  string
	}{
		{"10", 4, "10"}, {"1234", 5, "1,234"}, {"2500000", 4, "2.5M"}, {"2512345", 6, "~2.51M"}, {"2512345", 5, "~2.5M"},
		{"999999999999", 6, "~1T"}, {"999999", 4, "~1M"}, {"0.5", 4, "0.5"}, {"1000", 3, "1k"},
		{"6.98641553", 7, "~6.986"}, {"6.98641553", 5, "~6.99"}, {"6.98641553", 3, "~7"}, {"1234.5678", 8, "~1,234.6"}, {"1234.5678", 6, "~1,235"}, {"12345.678", 5, "~12k"},
	} {
		if got := Short(decimal.RequireFromString(c.value), c.w); got != c.want {
			t.Errorf("%s in %d cells is %q, want %q", c.value, c.w, got, c.want)
		}
	}
}

func TestMoney(t *testing.T) {
	for _, c := range []struct {
		cents money.Amount
		w     int
		want  string
	}{
		{123456, 10, "1,234.56"}, {123456, 7, "~1,235"}, {123400, 7, "1,234"}, {123456789, 10, "~1,234,568"}, {123456789, 9, "~1.235M"}, {123456789, 6, "~1.23M"},
		{250000040, 7, "~2.5M"}, {250000000, 7, "2.5M"}, {96040, 4, "~960"}, {-40, 3, "~0"},
		{-123456, 9, "-1,234.56"}, {-123456789, 7, "~-1.23M"}, {0, 4, "0.00"}, {18_333_300_000_000, 8, "183.333B"},
	} {
		if got := Money(c.cents, c.w); got != c.want {
			t.Errorf("%d cents in %d cells are %q, want %q", c.cents, c.w, got, c.want)
		}
	}
}

func TestDelta(t *testing.T) {
	th := mono(t)
	for _, c := range []struct {
		diff  money.Amount
		known bool
		w     int
		want  string
	}{
		{402000, true, 14, "▲ +4,020.00"}, {-402000, true, 10, "▼ -4,020"}, {-402000, true, 8, "▼-4,020"},
		{-123456789, true, 9, "▼~-1.23M"}, {402050, true, 9, "▲~+4,021"}, {402050, true, 10, "▲ ~+4,021"}, {0, true, 3, "·"}, {500, false, 3, ""},
	} {
		row := NewRow(th).Delta(c.diff, c.known, c.w)
		if got := ansi.Strip(row.String()); strings.TrimLeft(got, " ") != c.want || ansi.StringWidth(got) != c.w {
			t.Errorf("%d in %d cells is %q, want %q", c.diff, c.w, got, c.want)
		}
	}
}

func TestTrail(t *testing.T) {
	series := func(values ...int64) (out []decimal.Decimal) {
		for _, v := range values {
			out = append(out, decimal.NewFromInt(v))
		}
		return out
	}
	for _, c := range []struct {
		values []decimal.Decimal
		w      int
		want   string
	}{
		{nil, 5, "0"}, {series(10), 5, "10"}, {series(20, 24, 30), 8, "20>24>30"}, {series(20, 24, 30), 7, "20-30"},
		{series(2400000, 2800000), 12, "2.4M-2.8M"}, {series(10, 10, 8, 8), 4, "10>8"}, {series(5, 5), 4, "5"}, {series(5, 9, 1), 4, "1-9"}, {series(2400, 2800), 7, "2,400>"},
	} {
		if got := Trail(c.values, c.w); got != c.want {
			t.Errorf("%v in %d cells is %q, want %q", c.values, c.w, got, c.want)
		}
	}
}

// TestRowWidths holds every way to write a cell against the width it is given.
func TestRowWidths(t *testing.T) {
	th := mono(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab1日é👍 \u0301")), 0, 20, -1).Draw(t, "text")
		w := rapid.IntRange(0, 24).Draw(t, "w")
		m := Mark{Style: th.Text, Focused: rapid.Bool().Draw(t, "focused")}
		if m.Focused && rapid.Bool().Draw(t, "typing") {
			at := rapid.IntRange(0, len([]rune(text))).Draw(t, "cursor")
			m.Typing = &input.Typed{Before: string([]rune(text)[:at]), After: string([]rune(text)[at:])}
		}
		clean := th.Clean(text)
		row := NewRow(th).Left(th.Text, clean, w).Right(th.Text, clean, w).Field(m, clean, w).Delta(money.Amount(len(text)*1234567), true, max(w, 9)).Gap(w)
		want := 4*w + max(w, 9)
		if got := ansi.StringWidth(row.String()); got != want || row.Width() != want {
			t.Fatalf("%q in %d cells: the row is %d wide and says %d, want %d: %q", text, w, got, row.Width(), want, row.String())
		}
	})
}

// TestOver holds a line over another against the width of both.
func TestOver(t *testing.T) {
	th := mono(t)
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.IntRange(10, 40).Draw(t, "all")
		under := th.Fit(rapid.StringOfN(rapid.SampledFrom([]rune("ab日é")), 0, 60, -1).Draw(t, "under"), all)
		x := rapid.IntRange(0, all).Draw(t, "x")
		w := rapid.IntRange(0, all-x).Draw(t, "w")
		if got := Over(th, under, th.Fit("over", w), x, w, all); ansi.StringWidth(got) != all {
			t.Fatalf("%q with %d cells over it at %d is %d wide: %q", under, w, x, ansi.StringWidth(got), got)
		}
	})
}

// TestScroll always shows the row at the cursor.
func TestScroll(t *testing.T) {
	for n := range 30 {
		for room := 1; room < 12; room++ {
			for cursor := range n {
				first := Scroll(cursor, n, room)
				if first < 0 || cursor < first || cursor >= first+room || n > room && first+room > n {
					t.Fatalf("row %d of %d is not among %d from %d", cursor, n, room, first)
				}
			}
		}
	}
}

func TestStep(t *testing.T) {
	for _, c := range []struct {
		from int
		v    Verb
		want int
	}{{0, Up, 0}, {0, Down, 1}, {9, Down, 9}, {5, PageUp, 1}, {5, PageDown, 9}, {5, Home, 0}, {5, End, 9}} {
		if got := Step(c.from, 10, 4, c.v); got != c.want {
			t.Errorf("from %d by %d to %d, want %d", c.from, c.v, got, c.want)
		}
	}
	if got := Step(3, 0, 4, Down); got != 0 {
		t.Errorf("in no rows the cursor is on %d", got)
	}
}

// TestFlag stands before a value without moving it, also where there is no room.
func TestFlag(t *testing.T) {
	th := mono(t)
	flag := FlagOf(th, rules.Warning)
	for _, c := range []struct {
		focused bool
		text    string
		want    string
	}{
		{false, "8", "  ! 8 "},
		{true, "8", "  ![8]"},
		{true, "1234", "!1234]"},
		{false, "1234", "!1234 "},
	} {
		got := ansi.Strip(NewRow(th).Field(Mark{Focused: c.focused, Flag: flag}, c.text, 6).String())
		if got != c.want {
			t.Errorf("%q (focused %v) is %q, want %q", c.text, c.focused, got, c.want)
		}
	}
	for _, s := range []rules.Severity{rules.Error, rules.Warning, rules.Note} {
		if FlagOf(th, s).Glyph == "" {
			t.Errorf("%s has no sign", s)
		}
	}
}

// TestWindow keeps rows where they are while the cursor stands where the pointer
// put it, always in sight.
func TestWindow(t *testing.T) {
	for _, c := range []struct {
		w                  Window
		row, line, n, room int
		want               int
	}{
		{Window{}, 0, 0, 50, 10, 0},
		{Window{}, 20, 20, 50, 10, 15},
		{Pointed(24, 15), 24, 24, 50, 10, 15},
		{Pointed(24, 15), 23, 23, 50, 10, 18},
		{Pointed(24, 15), 24, 24, 50, 4, 21},
		{Pointed(24, 30), 24, 24, 50, 10, 24},
		{Pointed(24, 15), 24, 24, 26, 20, 6},
		{Pointed(24, 15), 24, 24, 10, 20, 0},
		{Pointed(3, 5), 3, 9, 50, 10, 5}, // a heading stands among the lines
	} {
		if got := c.w.Scroll(c.row, c.line, c.n, c.room); got != c.want {
			t.Errorf("%+v with the cursor on %d shows the rows from %d, want %d", c.w, c.row, got, c.want)
		}
	}
}

// TestHundredths cuts off what is finer, in the quick way and in the other alike.
func TestHundredths(t *testing.T) {
	for text, want := range map[string]int64{"0": 0, "7": 700, "-3": -300, "7.259": 725, "0.005": 0, "1e3": 100000, "999999999999999": 99999999999999900, "-1.5": -150} {
		if got := Hundredths(decimal.RequireFromString(text)); got != want {
			t.Errorf("%s: got %d, want %d", text, got, want)
		}
	}
}
