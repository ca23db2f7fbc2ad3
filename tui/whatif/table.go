package whatif

import (
	"strconv"
	"strings"

	"termsheet/model/money"
	"termsheet/model/whatif"
	"termsheet/tui/pane"
)

// Table is the answer as plain values, to be copied: the curve of the type, the
// answers of a goal seek, the grid, or what each input moves.
func (v *View) Table() pane.Table {
	switch v.tab {
	case Seek:
		return v.seek.table(v)
	case Sweep:
		return v.sweep.table(v)
	case Tornado:
		return v.tornado.table()
	}
	return v.best.table()
}

// nothing is a table where there is no answer.
var nothing = pane.Table{At: -1}

func (t *bestTab) table() pane.Table {
	i := t.at()
	if t.err != nil || i < 0 {
		return nothing
	}
	b := &t.types[i]
	out := pane.Table{Head: []string{b.Key + " X", "cost", "more"}, At: -1}
	hand, err := t.hand(b)
	if err == nil {
		out.Figure = hand.Cost.String()
	}
	for i, p := range b.Curve {
		if err == nil && p.X == hand.X {
			out.At = i
		}
		out.Rows = append(out.Rows, []string{strconv.FormatInt(p.X, 10), p.Cost.String(), (p.Cost - b.Cost).String()})
	}
	return out
}

func (t *seekTab) table(v *View) pane.Table {
	if t.err != nil || t.answers() == 0 {
		return nothing
	}
	out := pane.Table{Head: []string{spoken(t.found.By), v.heardName(), "off by", "breaks"}, At: t.at, Figure: t.found.Answers[t.at].Total.String()}
	for _, a := range t.found.Answers {
		out.Rows = append(out.Rows, []string{a.Value, a.Total.String(), a.Miss.String(), strings.Join(a.Breaks, " ")})
	}
	return out
}

func (t *sweepTab) table(v *View) pane.Table {
	g := t.grid
	if t.err != nil || g == nil {
		return nothing
	}
	at, on := t.point()
	out := pane.Table{At: -1}
	if on {
		out.Figure = bare(g.At(at[0], at[1]))
	}
	if g.Y == nil {
		out.Head = []string{spoken(g.X.Input.Path), v.heardName()}
		for i, x := range g.X.Values {
			out.Rows = append(out.Rows, []string{g.X.Input.Format(x), bare(g.At(i, 0))})
		}
		if on {
			out.At = at[0]
		}
		return out
	}
	out.Head = []string{spoken(g.Y.Input.Path) + ", " + spoken(g.X.Input.Path)}
	for _, x := range g.X.Values {
		out.Head = append(out.Head, g.X.Input.Format(x))
	}
	for j, y := range g.Y.Values {
		row := []string{g.Y.Input.Format(y)}
		for i := range g.X.Values {
			row = append(row, bare(g.At(i, j)))
		}
		out.Rows = append(out.Rows, row)
	}
	if on {
		out.At = at[1]
	}
	return out
}

func (t *tornadoTab) table() pane.Table {
	if t.err != nil || len(t.swings) == 0 {
		return nothing
	}
	out := pane.Table{Head: []string{"input", "value", "lower", "higher"}, At: t.at, Figure: bare(t.swings[t.at].High)}
	for _, s := range t.swings {
		out.Rows = append(out.Rows, []string{spoken(s.Path), s.Value, bare(s.Low), bare(s.High)})
	}
	return out
}

// bare is a figure as a spreadsheet reads it; empty where there is no price.
func bare(a money.Amount) string {
	if a == whatif.None {
		return ""
	}
	return a.String()
}
