package whatif

import (
	"fmt"

	"termsheet/model/money"
	"termsheet/model/whatif"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// plainly writes sentences in the lines there are.
func plainly(th *theme.Theme, style theme.Style, size pane.Size, text string) []string {
	lines := pane.Paragraph(th, style, text, size.W)
	return lines[:min(len(lines), max(size.H, 0))]
}

func (t *bestTab) draw(v *View, ctx *pane.Context, size pane.Size) (d drawing) {
	th := ctx.Theme
	i := t.at()
	switch {
	case t.err != nil:
		d.add(plainly(th, th.Bad, size, t.err.Error())...)
		return d
	case i < 0 && v.behind:
		return d
	case i < 0:
		d.add(plainly(th, th.Text, size, "No type of the deal has both an annual and an hourly rate, so that there is no X to choose.")...)
		return d
	}
	b := &t.types[i]
	hand, err := t.hand(b)
	if err != nil {
		d.add(plainly(th, th.Bad, size, err.Error())...)
		return d
	}
	d.add(t.title(th, b, hand, i, size.W))
	d.add(plainly(th, th.Strong, pane.Size{W: size.W, H: 3}, aloud(b, hand))...)
	t.pictures(v, th, b, hand, size, &d)
	return d
}

// click takes the X in hand that is pointed at; a second click takes it over.
func (t *bestTab) click(v *View, s spot) Intent {
	i := t.at()
	if i < 0 {
		return Intent{}
	}
	b := &t.types[i]
	if hand, err := t.hand(b); err == nil && hand.X == int64(s.at[0]) {
		return v.try(Take)
	}
	return t.move(v, b, int64(s.at[0]))
}

// title names the type, the X in hand and its place among the types.
func (t *bestTab) title(th *theme.Theme, b *whatif.Best, hand whatif.Point, i, w int) string {
	row := pane.NewRow(th).Add(th.Accent, th.Fit(th.Clean(b.Key), min(theme.Width(th.Clean(b.Key)), w/2))).Gap(2)
	row.Add(th.Text, "X "+pane.Many(b.Own.X))
	if hand.X != b.Own.X {
		row.Add(th.Text, " "+th.Glyphs.Arrow+" ").Add(th.Selection, "["+pane.Many(hand.X)+"]")
	}
	if right := fmt.Sprintf("type %d of %d", i+1, len(t.types)); row.Width()+len(right)+2 <= w {
		return row.Right(th.Dim, right, w-row.Width()).String()
	}
	return row.Gap(w - row.Width()).String()
}

// aloud is what can be said across a table.
func aloud(b *whatif.Best, hand whatif.Point) string {
	few, lot := b.Fewer.Cost-b.Cost, b.More.Cost-b.Cost
	wrong := fmt.Sprintf(" %d too many would cost %s more, %d too few %s.", b.More.X-b.X, lot.Grouped(), b.X-b.Fewer.X, few.Grouped())
	if b.X == b.Fewer.X {
		wrong = fmt.Sprintf(" %d too many would cost %s more.", b.More.X-b.X, lot.Grouped())
	}
	if over := hand.Cost - b.Cost; over > 0 {
		return fmt.Sprintf("With %s of %s instead of %s you save %s over 12 months.", pane.Counted(b.X, "annual"), b.Key, pane.Many(hand.X), over.Grouped()) + wrong
	}
	return fmt.Sprintf("With %s of %s you pay %s over 12 months, and no other number is cheaper.", pane.Counted(hand.X, "annual"), b.Key, hand.Cost.Grouped()) + wrong
}

// fact is a line of what is known about the curve.
type fact struct{ name, value, note string }

func facts(b *whatif.Best, hand whatif.Point) []fact {
	more := func(p whatif.Point) string { return pane.Many(p.X) + " cost " + (p.Cost - b.Cost).Grouped() + " more" }
	pays := "always on: paid back " + b.Pays.String()
	if b.Pays == 0 {
		pays = "always on: not paid back in 12 months"
	}
	return []fact{
		{"in hand", pane.Many(hand.X), fmt.Sprintf("%s; %s of it by the hour", hand.Cost.Grouped(), hand.Uncovered.Grouped())},
		{"cheapest", pane.Many(b.X), b.Cost.Grouped() + " over 12 months"},
		{fmt.Sprintf("within %d %%", whatif.Near), pane.Many(b.From) + " to " + pane.Many(b.To), ""},
		{fmt.Sprintf("%d off", whatif.Off), pane.Many(b.Fewer.X) + " or " + pane.Many(b.More.X), more(b.Fewer) + ", " + more(b.More)},
		{"break-even", money.Group(b.HoursPerYear) + " h", b.Utilisation + " % of a year; " + pays},
	}
}

// The lines that the pictures are given.
const (
	leastCurve = 5
	mostStrip  = 10
	leastStrip = 2
)

// pictures are the facts, the curve and the strip, as many as there is room
// for.
func (t *bestTab) pictures(v *View, th *theme.Theme, b *whatif.Best, hand whatif.Point, size pane.Size, d *drawing) {
	list := facts(b, hand)
	h := size.H - len(d.lines)
	strip := min(max(h/4+1, leastStrip), mostStrip)
	rows := min(len(list), max(h-strip-1, 1))
	const nameWidth, valueWidth = 12, 14
	for _, f := range list[:rows] {
		row := pane.NewRow(th).Left(th.Dim, f.name, nameWidth).Left(th.Strong, f.value, min(valueWidth, size.W-nameWidth))
		d.add(row.Left(th.Text, f.note, size.W-row.Width()).String())
	}
	left := h - rows - strip - 1
	if left >= leastCurve {
		d.add(th.Dim.Render(th.Fit("what each X costs more over 12 months than the cheapest, "+th.Glyphs.Winner, size.W)))
		d.addArea(curve(th, b, hand, size.W, left-1))
	}
	l := loadOf(v.scenario, b.Key, &t.hours, size.W)
	text := fmt.Sprintf("load %s, %s above X %s: %s uncovered", l.how, th.Glyphs.Up, pane.Many(hand.X), hand.Uncovered.Grouped())
	if more := text + " in 12 months"; theme.Width(more) <= size.W {
		text = more
	}
	d.add(th.Text.Render(th.Fit(text, size.W)))
	d.addArea(l.strip(th, hand.X, pane.Size{W: size.W, H: max(size.H-len(d.lines), 0)}))
}

// barPitch is the fewest cells that a bar of the curve is drawn in.
const barPitch = 3

// curve draws what each X costs above the cheapest, so that the neighbourhood
// of that one is told apart: bars where there is room for them, else steps. An X
// can be pointed at.
func curve(th *theme.Theme, b *whatif.Best, hand whatif.Point, w, h int) ([]string, func(x, y int) (spot, bool)) {
	label := func(v int64) string { return pane.Dollars(money.Amount(v), 11) }
	if len(b.Curve)*barPitch <= w {
		bars := chart.Bars{ShowCurrent: true, Label: label}
		for i, p := range b.Curve {
			bar := chart.Bar{Label: pane.Many(p.X), Value: int64(p.Cost - b.Cost)}
			if p.X == b.X {
				bar.Label, bar.Major = th.Glyphs.Winner+bar.Label, true
			}
			if p.X <= hand.X {
				bars.Current = i
			}
			bars.Bars = append(bars.Bars, bar)
		}
		return bars.Lines(w, h, th), func(x, _ int) (spot, bool) {
			i, inside := bars.At(x, w, h, th)
			return spot{at: [2]int{int(b.Curve[i].X)}}, inside
		}
	}
	last := b.Curve[len(b.Curve)-1].X
	steps := chart.Steps{Label: label, Marks: []chart.Mark{{Day: int(b.X), Label: th.Glyphs.Winner + pane.Many(b.X)}},
		Axis: chart.Axis{From: 0, To: int(last), Ticks: ticks(last), Cursor: int(hand.X), ShowCursor: true}}
	line := chart.Series{Name: "cost"}
	for _, p := range b.Curve {
		line.Points = append(line.Points, chart.Point{Day: int(p.X), Value: int64(p.Cost - b.Cost)})
	}
	steps.Series = []chart.Series{line}
	return steps.Lines(w, h, th), func(x, y int) (spot, bool) {
		at, inside := steps.Day(x, y, w, h, th)
		return spot{at: [2]int{at}}, inside
	}
}

// ticks are round numbers of annuals along a curve.
func ticks(last int64) (list []chart.Tick) {
	step := int64(1)
	for i := 0; last/step > 20; i++ {
		step *= []int64{2, 5, 2}[i%3]
		if i%3 == 1 {
			step /= 2
		}
	}
	for x := int64(0); x <= last; x += step {
		list = append(list, chart.Tick{Day: int(x), Label: pane.Many(x)})
	}
	return list
}
