package whatif

import (
	"fmt"
	"slices"

	"termsheet/model/money"
	"termsheet/model/whatif"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

func (t *sweepTab) draw(v *View, ctx *pane.Context, size pane.Size) (d drawing) {
	th := ctx.Theme
	d.add(t.axisLine(th, "across", t.x, t.line != nil && t.across, size.W), t.axisLine(th, "down", t.y, t.line != nil && !t.across, size.W))
	room := pane.Size{W: size.W, H: size.H - len(d.lines)}
	switch {
	case t.x == "" && t.err == nil && t.grid == nil, t.x == "" && !v.behind:
		d.add(plainly(th, th.Text, room, "The deal has no number to sweep.")...)
		return d
	case t.err != nil:
		d.add(plainly(th, th.Bad, room, t.err.Error())...)
		return d
	case t.grid == nil:
		return d
	}
	d.add(t.inHand(v, th, size.W))
	if text := makes(t.made, t.now); text != "" && size.H > 12 {
		d.add(th.Dim.Render(th.Fit(text, size.W)))
	}
	if t.misfit.Points > 0 && size.H > 12 {
		d.add(offSchedule(th, &t.misfit, size.W))
	}
	if t.grid.First != nil && size.H > 12 {
		d.add(th.Warn.Render(th.Fit("some points have no price: "+th.Clean(t.grid.First.Error()), size.W)))
	}
	room.H = size.H - len(d.lines)
	if t.grid.Y == nil {
		t.curve(th, room, &d)
	} else {
		d.addArea(t.heat(th, room, figures[v.heard[Sweep]].want))
	}
	return d
}

// offSchedule warns of points that the offer's schedule does not fit, in as many
// words as there is room for.
func offSchedule(th *theme.Theme, off *whatif.OffSchedule, w int) string {
	text := fmt.Sprintf("%s: the schedule does not add up at %d of %d points", off.Why.Rule, off.Points, off.Of)
	if more := text + ", first at " + th.Clean(off.First); theme.Width(more) <= w {
		text = more
	}
	return th.Warn.Render(th.Fit(text, w))
}

// click takes the point in hand that is pointed at; a second click takes it over.
func (t *sweepTab) click(v *View, s spot) Intent {
	if t.grid == nil || t.err != nil {
		return Intent{}
	}
	if at, on := t.point(); on && at == s.at {
		return v.try(Take)
	}
	t.keptRows, t.keptCols = s.kept[0], s.kept[1]
	return t.place(v, s.at)
}

func (t *sweepTab) axisLine(th *theme.Theme, name, axis string, typing bool, w int) string {
	const nameWidth = 8
	row := pane.NewRow(th).Left(th.Dim, name, nameWidth)
	switch {
	case typing:
		return row.Left(th.Input, t.line.Typed().Window(th, w-nameWidth), w-nameWidth).String()
	case axis == "":
		return row.Left(th.Dim, "nothing: a curve", w-nameWidth).String()
	}
	return row.Left(th.Text, th.Clean(told(axis)), w-nameWidth).String()
}

// inHand says what the point is and what it comes to.
func (t *sweepTab) inHand(v *View, th *theme.Theme, w int) string {
	at, on := t.point()
	row := pane.NewRow(th)
	if !on {
		return row.Left(th.Dim, "the deal's own values are not on the axes; an arrow key goes to the first", w).String()
	}
	value := t.grid.At(at[0], at[1])
	text := v.heardName() + " " + written(value)
	row.Add(th.Strong, th.Fit(text, min(theme.Width(text), w)))
	if here, ok := (&sweepTab{grid: t.grid}).point(); ok && t.moved {
		now := t.grid.At(here[0], here[1])
		const deltaWidth = 18
		if row.Width()+deltaWidth < w && now != whatif.None && value != whatif.None {
			row.Change(value-now, figures[v.heard[Sweep]].want, true, deltaWidth)
		}
	}
	return row.Left(th.Text, "  at "+th.Clean(t.values(at)), w-row.Width()).String()
}

// written is a value of the grid.
func written(a money.Amount) string {
	if a == whatif.None {
		return "no price"
	}
	return a.Grouped()
}

func blank(v int64) bool { return money.Amount(v) == whatif.None }

// heat is the grid of two inputs, each of whose points can be pointed at.
func (t *sweepTab) heat(th *theme.Theme, size pane.Size, want theme.Want) ([]string, func(x, y int) (spot, bool)) {
	at, on := t.point()
	g := t.grid
	home, known := (&sweepTab{grid: g}).point()
	v := chart.Heat{HomeRow: home[1], HomeCol: home[0], ShowHome: known, Row: max(at[1], 0), Col: max(at[0], 0), ShowPoint: on, Blank: blank, Kept: [2]chart.Window{t.keptRows, t.keptCols}, Values: make([][]int64, len(g.Rows))}
	for _, x := range g.X.Values {
		v.Cols = append(v.Cols, g.X.Input.Format(x))
	}
	for i, y := range g.Y.Values {
		v.Rows = append(v.Rows, g.Y.Input.Format(y))
		line := make([]int64, len(g.Rows[i]))
		for j, value := range g.Rows[i] {
			line[j] = int64(value)
		}
		v.Values[i] = line
		v.Best = append(v.Best, turn(line, want == theme.More))
	}
	return v.Lines(size.W, size.H, th), func(x, y int) (spot, bool) {
		row, col, kept, ok := v.At(x, y, size.W, size.H, th)
		return spot{at: [2]int{col, row}, kept: kept}, ok
	}
}

// turn is where a row of the grid is at its best and gets worse on both sides, -1
// where that is nowhere, or where a point has no price.
func turn(row []int64, more bool) int {
	if slices.ContainsFunc(row, blank) {
		return -1
	}
	best := slices.Min(row)
	if more {
		best = slices.Max(row)
	}
	at := slices.Index(row, best)
	if row[0] == best || row[len(row)-1] == best {
		return -1
	}
	return at
}

// curve draws one input as bars, those around the point where not all fit.
func (t *sweepTab) curve(th *theme.Theme, size pane.Size, d *drawing) {
	at, on := t.point()
	v := chart.Bars{Kept: t.keptCols, Current: max(at[0], 0), ShowCurrent: on, Label: func(v int64) string { return pane.Dollars(money.Amount(v), 11) }}
	for i, value := range t.grid.Rows[0] {
		bar := chart.Bar{Label: t.grid.X.Input.Format(t.grid.X.Values[i])}
		if value != whatif.None {
			bar.Value = int64(value)
		}
		v.Bars = append(v.Bars, bar)
	}
	d.add(th.Dim.Render(th.Fit(fmt.Sprintf("%d values of %s", len(v.Bars), th.Clean(spoken(t.grid.X.Input.Path))), size.W)))
	h := size.H - 1
	d.addArea(v.Lines(size.W, h, th), func(x, _ int) (spot, bool) {
		i, inside := v.At(x, size.W, h, th)
		return spot{at: [2]int{i}, kept: [2]chart.Window{{}, chart.Shown(v.First(size.W, h, th))}}, inside
	})
}
