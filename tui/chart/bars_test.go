package chart

import (
	"fmt"
	"math"
	"testing"

	"termsheet/tui/theme"

	"pgregory.net/rapid"
)

func invoices(n int, value func(i int) int64) Bars {
	v := Bars{Current: n / 2, ShowCurrent: true}
	for i, t := range months(2026, 2, n).Ticks {
		v.Bars = append(v.Bars, Bar{t.Label, t.Major, value(i)})
	}
	return v
}

func upfront(i int) int64 {
	if i%12 == 0 {
		return 3_060_000
	}
	return 140_160 + int64(i%5)*55_000
}

func credits(i int) int64 { return int64(i%4-1) * 125_000 }

func TestBars(t *testing.T) {
	yearly := Bars{Bars: []Bar{{"2026", true, 3_060_000}, {"2027", true, 3_213_000}, {"2028", true, 0}, {"2029", true, -45_000}}}
	for name, c := range map[string]struct {
		v    Bars
		w, h int
	}{
		"24 months 80x12":  {invoices(24, upfront), 80, 12},
		"24 months 40x8":   {invoices(24, upfront), 40, 8},
		"24 months 40x3":   {invoices(24, upfront), 40, 3},
		"120 months 60x8":  {invoices(120, upfront), 60, 8},
		"credits 60x12":    {invoices(12, credits), 60, 12},
		"yearly 60x9":      {yearly, 60, 9},
		"all equal 40x6":   {invoices(12, func(int) int64 { return 100 }), 40, 6},
		"only zeros 40x6":  {invoices(12, func(int) int64 { return 0 }), 40, 6},
		"only credit 40x6": {invoices(12, func(int) int64 { return -100 }), 40, 6},
	} {
		t.Run(name, func(t *testing.T) {
			golds(t, func(th theme.Theme) []string { return c.v.Lines(c.w, c.h, &th) })
		})
	}
}

func TestBarsAtEverySize(t *testing.T) {
	for _, v := range []Bars{{}, invoices(24, upfront), invoices(120, credits),
		invoices(1, func(int) int64 { return 999_999_999_999 }),
		invoices(7, func(i int) int64 { return []int64{math.MinInt64, math.MaxInt64}[i%2] }),
		{Bars: []Bar{{"日本語\x1b", false, 5}, {"", true, -5}}, Label: func(int64) string { return "\x07" }},
		{Bars: make([]Bar, 3), Current: 99, ShowCurrent: true},
	} {
		everySize(t, "bars", v.Lines)
	}
}

func load() Strip {
	v := Strip{Threshold: 6}
	for h := range 24 {
		v.Levels = append(v.Levels, []int64{2, 2, 2, 2, 3, 3, 5, 6, 9, 10, 10, 9, 8, 9, 10, 10, 9, 7, 6, 5, 4, 3, 2, 0}[h])
	}
	return v
}

func TestStrip(t *testing.T) {
	week := load()
	for range 6 {
		week.Levels = append(week.Levels, load().Levels...)
	}
	none := load()
	none.Threshold = 0
	plenty := load()
	plenty.Threshold = 12
	for name, c := range map[string]struct {
		v    Strip
		w, h int
	}{
		"day 24x1":      {load(), 24, 1},
		"day 24x2":      {load(), 24, 2},
		"day 50x6":      {load(), 50, 6},
		"day 24x3":      {load(), 24, 3},
		"week 60x4":     {week, 60, 4},
		"none 48x5":     {none, 48, 5},
		"plenty 48x5":   {plenty, 48, 5},
		"no hours 20x2": {Strip{}, 20, 2},
	} {
		t.Run(name, func(t *testing.T) {
			golds(t, func(th theme.Theme) []string { return c.v.Lines(c.w, c.h, &th) })
		})
	}
}

func TestStripAtEverySize(t *testing.T) {
	for _, v := range []Strip{{}, load(), {Levels: []int64{-5, math.MaxInt64, 3}, Threshold: math.MinInt64},
		{Levels: make([]int64, 730), Threshold: 3}, {Levels: []int64{1}, Threshold: math.MaxInt64}} {
		everySize(t, "strip", v.Lines)
	}
}

func grid(rows, cols int) Heat {
	v := Heat{Row: 2, Col: 3, ShowPoint: true}
	for i := range rows {
		v.Rows = append(v.Rows, fmt.Sprintf("X %d", i))
		var line []int64
		for j := range cols {
			line = append(line, int64((i-2)*(i-2)*90_000+(j-4)*(j-4)*40_000)+2_000_000)
		}
		v.Values = append(v.Values, line)
	}
	for j := range cols {
		v.Cols = append(v.Cols, fmt.Sprintf("%d%%", j*5))
	}
	return v
}

func TestHeat(t *testing.T) {
	equal := grid(3, 4)
	for _, line := range equal.Values {
		for j := range line {
			line[j] = 7
		}
	}
	for name, c := range map[string]struct {
		v    Heat
		w, h int
	}{
		"grid 60x10":  {grid(8, 9), 60, 10},
		"small 20x6":  {grid(8, 9), 20, 6},
		"many 40x10":  {grid(40, 80), 40, 10},
		"equal 30x5":  {equal, 30, 5},
		"empty 30x5":  {Heat{}, 30, 5},
		"narrow 14x8": {grid(8, 9), 14, 8},
	} {
		t.Run(name, func(t *testing.T) {
			golds(t, func(th theme.Theme) []string { return c.v.Lines(c.w, c.h, &th) })
		})
	}
}

func TestHeatAtEverySize(t *testing.T) {
	ragged := Heat{Rows: []string{"a"}, Cols: []string{"日本語", "\x00"}, Values: [][]int64{{1}, {}, {math.MinInt64, math.MaxInt64, 4}}, Row: 9, Col: -4, ShowPoint: true}
	for _, v := range []Heat{{}, grid(8, 9), grid(40, 80), ragged} {
		everySize(t, "heat", v.Lines)
	}
}

func difference() Waterfall {
	return Waterfall{Falls: []Fall{
		{"hourly only", 8_638_080, true}, {"price", -1_120_000, false}, {"quantity", 480_000, false},
		{"term", -2_300_500, false}, {"mix", 0, false}, {"fees", 422_420, false}, {"this deal", 6_120_000, true},
	}}
}

func TestWaterfall(t *testing.T) {
	near := Waterfall{Falls: []Fall{{"as pinned", 6_120_000, true}, {"price", 4_020, false}, {"quantity", -12_000, false}, {"now", 6_112_020, true}}}
	sunk := Waterfall{Falls: []Fall{{"net", 50_000, true}, {"fees", -90_000, false}, {"after", -40_000, true}}}
	for name, c := range map[string]struct {
		v    Waterfall
		w, h int
	}{
		"difference 70x7": {difference(), 70, 7},
		"difference 40x5": {difference(), 40, 5},
		"near 60x5":       {near, 60, 5},
		"sunk 60x3":       {sunk, 60, 3},
		"empty 20x2":      {Waterfall{}, 20, 2},
	} {
		t.Run(name, func(t *testing.T) {
			golds(t, func(th theme.Theme) []string { return c.v.Lines(c.w, c.h, &th) })
		})
	}
}

func TestWaterfallAtEverySize(t *testing.T) {
	for _, v := range []Waterfall{{}, difference(),
		{Falls: []Fall{{"\x1b日本語", math.MinInt64, false}, {"", math.MaxInt64, true}, {"x", math.MinInt64, false}}},
		{Falls: []Fall{{"zero", 0, true}}},
	} {
		everySize(t, "waterfall", v.Lines)
	}
}

func TestRoundValuesAreFewAndInside(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		lo := rapid.Int64Range(-bound, bound).Draw(r, "lo")
		s := scale{lo, rapid.Int64Range(lo, bound).Draw(r, "hi")}
		n := rapid.IntRange(2, 30).Draw(r, "n")
		got := s.round(n)
		if len(got) > n {
			r.Fatalf("%d values, want at most %d", len(got), n)
		}
		for _, v := range got {
			if v < s.lo || v > s.hi {
				r.Fatalf("%d is outside", v)
			}
		}
	})
}

func TestCents(t *testing.T) {
	for v, want := range map[int64]string{0: "0.00", 5: "0.05", -5: "-0.05", 123: "1.23", 123_456: "1,234.56",
		-99_999_999_999_999: "-999,999,999,999.99", math.MinInt64: "-92,233,720,368,547,758.08"} {
		if got := cents(v); got != want {
			t.Errorf("%d: %s, want %s", v, got, want)
		}
	}
}
