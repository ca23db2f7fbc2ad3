package chart

import (
	"slices"
	"strings"
	"testing"

	"termsheet/tui/theme"

	"pgregory.net/rapid"
)

func timeline(th theme.Theme) Lanes {
	a := months(2026, 2, 24)
	a.Cursor, a.ShowCursor = day(2027, 8, 1), true
	g := th.Glyphs
	notice := Span{From: day(2026, 3, 16), To: day(2026, 6, 14), Fill: Hatch, Style: th.Warn}
	return Lanes{Axis: a, Lanes: []Lane{
		{Label: "agreement", Spans: []Span{
			{From: day(2026, 2, 1), To: day(2027, 1, 31), Style: th.Accent, Label: "12 months"},
			{From: day(2027, 2, 1), To: day(2028, 1, 31), Style: th.Dim, Fill: Dashed, Label: "renewal"},
		}, Events: []Event{{Day: day(2026, 2, 1), Glyph: g.Triangle, Style: th.Accent, Label: "accepted"}}},
		{Label: "invoices", Events: []Event{
			{Day: day(2026, 2, 1), Style: th.Strong, Label: "30,600.00"},
			{Day: day(2027, 2, 1), Style: th.Strong, Label: "30,600.00"},
		}},
		{Label: "use", Spans: []Span{
			{From: day(2026, 3, 1), To: day(2027, 6, 30), Style: th.Accent, Label: "5 x m5.large"},
			{From: day(2027, 7, 1), To: day(2028, 6, 30), Fill: Block, Style: th.Covered, Label: "7 x m5.large"},
		}},
		{Label: "new customers", Style: th.Text, Levels: []Level{{day(2025, 1, 1), "0.24"}, {day(2026, 7, 1), "0.26"}},
			Spans: []Span{notice}},
		{Label: "your price", Style: th.Text, Levels: []Level{{day(2025, 1, 1), "0.24"}, {day(2027, 2, 1), "0.26"}, {day(2027, 10, 1), "0.25"}},
			Spans:  []Span{notice, {From: notice.To + 1, To: day(2027, 1, 31), Fill: Wait, Style: th.Dim, Label: "until renewal"}},
			Events: []Event{{Day: day(2026, 3, 16), Glyph: g.Triangle, Style: th.Warn, Label: "announced"}}},
	}}
}

// crowded has everything on top of everything else.
func crowded(th theme.Theme) Lanes {
	a := months(2026, 1, 12)
	a.Cursor, a.ShowCursor = day(2026, 6, 1), true
	span := func(from, to int, label string) Span {
		return Span{From: a.From + from, To: a.From + to, Style: th.Accent, Label: label}
	}
	event := func(at int, label string) Event { return Event{Day: a.From + at, Label: label} }
	return Lanes{Axis: a, Lanes: []Lane{
		{Label: "overlap", Spans: []Span{span(0, 100, "first of all"), span(60, 200, "second"), span(150, 160, "inside")}},
		{Label: "abut", Spans: []Span{span(0, 30, "jan"), span(31, 58, "feb"), span(59, 89, "march, a long name"), span(90, 90, "one day")}},
		{Label: "outside", Spans: []Span{span(-50, 20, "came in"), span(300, 900, "goes on"), span(-90, -1, "before"), span(500, 600, "after")}},
		{Label: "events", Events: []Event{event(10, "one"), event(12, "two"), event(14, "three"), event(200, "four"), event(203, "five"), event(360, "at the end")}},
		{Label: "both", Spans: []Span{span(30, 300, "the span's own label")}, Events: []Event{event(100, "in the middle"), event(30, "at its start")}},
		{Label: "levels", Levels: []Level{{a.From, "10"}, {a.From + 8, "123,456.00"}, {a.From + 16, "12"}, {a.From + 100, ""}, {a.From + 150, "14"}, {a.From + 151, "15"}}},
		{Label: "日本語 and a name that is far too long for its lane", Events: []Event{event(100, "日本語の長いラベル"), event(130, "\x1b[31mred")}},
	}}
}

func TestLanes(t *testing.T) {
	for name, c := range map[string]struct {
		v    func(theme.Theme) Lanes
		w, h int
	}{
		"timeline 116x6": {timeline, 116, 6},
		"timeline 76x6":  {timeline, 76, 6},
		"timeline 40x8":  {timeline, 40, 8},
		"timeline 40x4":  {timeline, 40, 4},
		"crowded 100x8":  {crowded, 100, 8},
		"crowded 40x8":   {crowded, 40, 8},
		"nothing 40x3":   {func(theme.Theme) Lanes { return Lanes{} }, 40, 3},
	} {
		t.Run(name, func(t *testing.T) {
			golds(t, func(th theme.Theme) []string { return c.v(th).Lines(c.w, c.h, &th) })
		})
	}
}

func TestLanesAtEverySize(t *testing.T) {
	for _, v := range []func(theme.Theme) Lanes{timeline, crowded,
		func(theme.Theme) Lanes { return Lanes{} },
		func(theme.Theme) Lanes { return Lanes{Lanes: make([]Lane, 5)} },
		func(theme.Theme) Lanes {
			return Lanes{Axis: Axis{From: 9, To: 3, Cursor: 4, ShowCursor: true}, Lanes: []Lane{
				{Label: "backwards", Spans: []Span{{From: 9, To: 3, Label: "x"}}, Levels: []Level{{9, "1"}, {3, "2"}}}}}
		},
	} {
		everySize(t, "lanes", func(w, h int, th *theme.Theme) []string { return v(*th).Lines(w, h, th) })
	}
}

func TestLanesRandom(t *testing.T) {
	th := themed(t, "contrast")
	rapid.Check(t, func(r *rapid.T) {
		a := months(2026, 1, rapid.IntRange(1, 60).Draw(r, "months"))
		at := rapid.IntRange(a.From-60, a.To+60)
		a.Cursor, a.ShowCursor = at.Draw(r, "cursor"), true
		v := Lanes{Axis: a}
		for range rapid.IntRange(0, 6).Draw(r, "lanes") {
			l := Lane{Label: rapid.String().Draw(r, "name")}
			for range rapid.IntRange(0, 4).Draw(r, "spans") {
				l.Spans = append(l.Spans, Span{From: at.Draw(r, "from"), To: at.Draw(r, "to"),
					Fill: Fill(rapid.IntRange(0, 5).Draw(r, "fill")), Label: rapid.String().Draw(r, "label")})
			}
			for range rapid.IntRange(0, 4).Draw(r, "levels") {
				l.Levels = append(l.Levels, Level{at.Draw(r, "day"), rapid.String().Draw(r, "text")})
			}
			for range rapid.IntRange(0, 4).Draw(r, "events") {
				l.Events = append(l.Events, Event{Day: at.Draw(r, "day"), Glyph: rapid.StringN(0, 2, -1).Draw(r, "glyph"),
					Label: rapid.String().Draw(r, "label")})
			}
			v.Lanes = append(v.Lanes, l)
		}
		w, h := rapid.IntRange(0, 250).Draw(r, "w"), rapid.IntRange(0, 20).Draw(r, "h")
		exact(r, "lanes", v.Lines, w, h, th)
		exact(r, "lanes", v.Lines, w, h, th.WithASCII())
	})
}

// TestLanesAfter draws a timeline after another one that differs from it in
// something, and holds it against the same one drawn anew.
func TestLanesAfter(t *testing.T) {
	dark, w, h := themed(t, "dark"), 116, 6
	before := timeline(dark).LinesAfter(&DrawnLanes{}, w, h, &dark)
	marked := before
	marked.Lines = []string{"0", "1", "2", "3", "4", "5"}
	if again := timeline(dark).LinesAfter(&marked, w, h, &dark); !slices.Equal(again.Lines, marked.Lines) {
		t.Error("a timeline that is the same is drawn again")
	}
	for what, change := range map[string]func(*Lanes, *theme.Theme){
		"its cursor":    func(v *Lanes, _ *theme.Theme) { v.Axis.Cursor += 40 },
		"no cursor":     func(v *Lanes, _ *theme.Theme) { v.Axis.ShowCursor = false },
		"its end":       func(v *Lanes, _ *theme.Theme) { v.Axis.To += 200 },
		"its start":     func(v *Lanes, _ *theme.Theme) { v.Axis.From += 100 },
		"its days":      func(v *Lanes, _ *theme.Theme) { v.Axis.Ticks = v.Axis.Ticks[1:] },
		"no days":       func(v *Lanes, _ *theme.Theme) { v.Axis.Ticks = nil },
		"its size":      func(*Lanes, *theme.Theme) { w, h = 90, 4 },
		"its theme":     func(_ *Lanes, th *theme.Theme) { *th = themed(t, "light") },
		"its glyphs":    func(_ *Lanes, th *theme.Theme) { *th = th.WithASCII() },
		"a name":        func(v *Lanes, _ *theme.Theme) { v.Lanes[1].Label = "b" },
		"a long name":   func(v *Lanes, _ *theme.Theme) { v.Lanes[1].Label = "a name that moves all the others" },
		"a style":       func(v *Lanes, th *theme.Theme) { v.Lanes[3].Style = th.Bad },
		"a level":       func(v *Lanes, _ *theme.Theme) { v.Lanes[3].Levels[0].Text = "7" },
		"a span":        func(v *Lanes, _ *theme.Theme) { v.Lanes[2].Spans[0].To-- },
		"an event":      func(v *Lanes, _ *theme.Theme) { v.Lanes[0].Events[0].Label = "other" },
		"their order":   func(v *Lanes, _ *theme.Theme) { v.Lanes[0], v.Lanes[1] = v.Lanes[1], v.Lanes[0] },
		"one lane less": func(v *Lanes, _ *theme.Theme) { v.Lanes = v.Lanes[1:] },
		"one lane more": func(v *Lanes, _ *theme.Theme) { v.Lanes = append(v.Lanes, v.Lanes...) },
	} {
		w, h = 116, 6
		th := dark
		v := timeline(dark)
		change(&v, &th)
		if got, want := v.LinesAfter(&before, w, h, &th).Lines, v.Lines(w, h, &th); !slices.Equal(got, want) {
			t.Errorf("where it is about %s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
		} else if what != "one lane more" && slices.Equal(want, before.Lines) {
			t.Errorf("nothing follows from %s", what)
		}
	}
}

func BenchmarkLanes(b *testing.B) {
	th := themed(b, "dark")
	v := timeline(th)
	v.Lanes = append(v.Lanes, v.Lanes...)
	for b.Loop() {
		v.Lines(120, 12, &th)
	}
}
