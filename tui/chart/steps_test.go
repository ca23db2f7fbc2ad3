package chart

import (
	"math"
	"strings"
	"testing"

	"termsheet/tui/theme"

	"pgregory.net/rapid"
)

// paid is money paid month by month on top of a first payment.
func paid(a Axis, first, monthly int64) []Point {
	out := []Point{{a.From, first}}
	for i, t := range a.Ticks {
		if i > 0 {
			out = append(out, Point{t.Day, first + int64(i)*monthly})
		}
	}
	return out
}

func cumulative() Steps {
	a := months(2026, 2, 24)
	a.Cursor, a.ShowCursor = day(2027, 6, 10), true
	return Steps{
		Axis:     a,
		FromZero: true,
		Series: []Series{
			{Name: "this deal", Short: "deal", Points: []Point{{a.From, 3_060_000}, {day(2027, 2, 1), 6_120_000}}},
			{Name: "hourly only", Short: "hourly", Points: paid(a, 359_920, 359_920)},
		},
		Marks: []Mark{{day(2026, 10, 1), "cheaper from 2026-10"}},
	}
}

func prices() Steps {
	a := months(2026, 2, 24)
	return Steps{
		Axis: a,
		Series: []Series{
			{Name: "new customers", Points: []Point{{a.From - 100, 24}, {day(2026, 7, 1), 26}}},
			{Name: "you", Points: []Point{{a.From - 100, 24}, {day(2027, 2, 1), 26}, {day(2027, 10, 1), 25}}},
		},
	}
}

func sixSeries() Steps {
	a := months(2026, 1, 36)
	s := Steps{Axis: a, FromZero: true}
	for i, name := range []string{"as quoted", "monthly", "12 months", "24 months", "36 months", "hourly only"} {
		s.Series = append(s.Series, Series{Name: name, Points: paid(a, int64(6-i)*900_000, int64(i+1)*70_000)})
	}
	return s
}

func TestSteps(t *testing.T) {
	boxed := prices()
	boxed.Boxes = true
	odd := cumulative()
	odd.Label = func(v int64) string { return cents(v)[:len(cents(v))-3] }
	for name, c := range map[string]struct {
		s    Steps
		w, h int
	}{
		"cumulative 50x12":  {odd, 50, 12},
		"cumulative 120x12": {cumulative(), 120, 12},
		"cumulative 30x6":   {cumulative(), 30, 6},
		"cumulative 12x3":   {cumulative(), 12, 3},
		"prices 80x8":       {prices(), 80, 8},
		"prices boxed 80x8": {boxed, 80, 8},
		"six 100x24":        {sixSeries(), 100, 24},
		"none 40x6":         {Steps{Axis: months(2026, 1, 12)}, 40, 6},
		"one point 40x7": {Steps{Axis: months(2026, 1, 12), Series: []Series{
			{Name: "flat", Points: []Point{{0, 123_456_789_012}}}}}, 40, 7},
		"negative 60x10": {Steps{Axis: months(2026, 1, 12), FromZero: true, Series: []Series{
			{Name: "saving", Points: []Point{{0, -2_400_000}, {day(2026, 5, 1), 300_000}, {day(2026, 9, 1), 1_250_000}}}}}, 60, 10},
	} {
		t.Run(name, func(t *testing.T) {
			golds(t, func(th theme.Theme) []string { return c.s.Lines(c.w, c.h, &th) })
		})
	}
}

// extremes are the series that a chart must survive.
func extremes() []Steps {
	a := months(2026, 1, 12)
	a.Cursor, a.ShowCursor = a.To, true
	p := func(points ...Point) []Series {
		return []Series{{Name: "a", Points: points}, {Name: "b", Points: points}}
	}
	const big = int64(1) << 62
	unsorted := p(Point{a.To, 5}, Point{a.From, 7}, Point{a.From + 30, -7})
	return []Steps{
		cumulative(), prices(), sixSeries(),
		{},
		{Axis: a},
		{Axis: a, Series: []Series{{}, {}}},
		{Axis: Axis{From: 10, To: 5}, Series: p(Point{7, 1})},
		{Axis: a, Series: p(Point{a.To + 100, 1})},
		{Axis: a, Series: p(Point{a.From, 0})},
		{Axis: a, Series: p(Point{a.From, -5}), FromZero: true},
		{Axis: a, Series: p(Point{a.From, math.MinInt64}, Point{a.From + 99, big}, Point{a.To, math.MaxInt64})},
		{Axis: a, Series: p(Point{a.From, 123_456_789_012}, Point{a.From + 99, 999_999_999_999})},
		{Axis: a, Series: unsorted, Marks: []Mark{{a.From + 3, "日本語 \x1b[31m"}, {a.To, "the end"}, {a.To + 1, "after"}}},
		{Axis: a, Series: append(sixSeries().Series, sixSeries().Series...)},
		{Axis: a, Series: []Series{{Name: "日本語の長い名前", Points: p(Point{a.From, 1})[0].Points}, {Name: "\x1b[2J"}},
			Label: func(int64) string { return "円\u202e" }},
	}
}

func TestStepsAtEverySize(t *testing.T) {
	for _, s := range extremes() {
		everySize(t, "steps", s.Lines)
		s.Boxes = true
		everySize(t, "boxed steps", s.Lines)
	}
}

func TestStepsRandom(t *testing.T) {
	th := themed(t, "light")
	rapid.Check(t, func(r *rapid.T) {
		s := Steps{Axis: months(2026, 1, rapid.IntRange(1, 120).Draw(r, "months")), FromZero: rapid.Bool().Draw(r, "zero")}
		s.Axis.Cursor, s.Axis.ShowCursor = rapid.IntRange(s.Axis.From-9, s.Axis.To+9).Draw(r, "cursor"), true
		for range rapid.IntRange(0, 7).Draw(r, "series") {
			each := Series{Name: rapid.String().Draw(r, "name")}
			for range rapid.IntRange(0, 9).Draw(r, "points") {
				each.Points = append(each.Points, Point{
					rapid.IntRange(s.Axis.From-99, s.Axis.To+99).Draw(r, "day"),
					rapid.Int64().Draw(r, "value"),
				})
			}
			s.Series = append(s.Series, each)
		}
		for range rapid.IntRange(0, 4).Draw(r, "marks") {
			s.Marks = append(s.Marks, Mark{rapid.IntRange(s.Axis.From, s.Axis.To).Draw(r, "day"), rapid.String().Draw(r, "label")})
		}
		w, h := rapid.IntRange(0, 250).Draw(r, "w"), rapid.IntRange(0, 60).Draw(r, "h")
		exact(r, "steps", s.Lines, w, h, th)
		exact(r, "steps", s.Lines, w, h, th.WithASCII())
	})
}

// A caller's series keeps its order, even when it was given unsorted.
func TestStepsLeavesItsInputAlone(t *testing.T) {
	points := []Point{{9, 1}, {3, 2}}
	dark := themed(t, "dark")
	Steps{Axis: Axis{From: 0, To: 9}, Series: []Series{{Name: "a", Points: points}}}.Lines(40, 8, &dark)
	if points[0].Day != 9 {
		t.Error("the points were sorted in place")
	}
}

func BenchmarkSteps(b *testing.B) {
	th, s := themed(b, "dark"), sixSeries()
	for b.Loop() {
		s.Lines(120, 12, &th)
	}
}

// TestEnd stops a line on the day it ends, and puts no marker at the edge for it.
func TestEnd(t *testing.T) {
	s := Steps{Axis: months(2026, 1, 12), Boxes: true, Series: []Series{
		{Name: "ends", Points: []Point{{0, 100}}, End: day(2026, 7, 1)}, {Name: "goes on", Points: []Point{{0, 200}}}}}
	th := themed(t, "mono")
	lines := s.Lines(40, 5, &th)
	text := strings.Join(lines, "\n")
	ends, goes := strings.Count(lines[2], th.Glyphs.Lines[0].Horizontal), strings.Count(lines[0], th.Glyphs.Lines[1].Horizontal)
	if ends == 0 || ends > goes/2+1 || strings.Contains(text, th.Glyphs.Markers[0]) || !strings.Contains(text, th.Glyphs.Markers[1]) {
		t.Errorf("%d and %d cells of the lines are drawn:\n%s", ends, goes, text)
	}
}
