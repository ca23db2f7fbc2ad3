package mix

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
)

// The lines of a strip: its heading, and the least and the most of the picture.
const (
	stripHeading = 1
	stripLeast   = 3
	stripMost    = 10
)

// strip draws what runs of a type against its annuals: hour by hour of a
// profile, by share of the hours of a load, month by month of a list. Of a count
// that stays as it is there is nothing to draw.
func (p *Pane) strip(ctx pane.Context, t *table, n deal.Need, w, room int) []string {
	if room < stripHeading+stripLeast {
		return nil
	}
	th := ctx.Theme
	levels, what := p.course(t, n, w)
	if len(levels) == 0 || slices.Min(levels) == slices.Max(levels) {
		return nil
	}
	x := t.s.Annuals(n.Type)
	v := chart.Strip{Levels: levels, Threshold: pane.Hundredths(x)}
	low, high := extent(n)
	head := fmt.Sprintf("%s %s: %s to %s run, X = %s", th.Clean(n.Type), what, pane.Quantity(low), pane.Quantity(high), pane.Quantity(x))
	out := []string{th.Title.Render(th.Fit(head, w))}
	return append(out, v.Lines(w, min(room-stripHeading, stripMost), th)...)
}

// course is what runs over time, and over which.
func (p *Pane) course(t *table, n deal.Need, w int) (levels []int64, over string) {
	switch {
	case len(n.Load.Hours) > 0:
		levels = p.hours.of(n.Load.Hours)
		return levels, fmt.Sprintf("over %s hours", pane.Quantity(decimal.NewFromInt(int64(len(levels)))))
	case len(n.Load.Steps) > 0:
		return byShare(n.Load, w), "by share of the hours"
	case t.quote != nil && len(n.Running) > 1:
		months := t.quote.End.MonthIndex() - t.quote.Start.MonthIndex()
		for k := range max(months, 1) {
			levels = append(levels, pane.Hundredths(n.Running.At(k)))
		}
		return levels, "by month"
	}
	return nil, ""
}

// profile is a profile as pictures count it. It has thousands of hours, and is the same
// from edit to edit.
type profile struct {
	first  *decimal.Decimal
	levels []int64
}

func (p *profile) of(hours []decimal.Decimal) []int64 {
	if p.first != &hours[0] || len(p.levels) != len(hours) {
		p.first, p.levels = &hours[0], make([]int64, len(hours))
		for i, count := range hours {
			p.levels[i] = pane.Hundredths(count)
		}
	}
	return p.levels
}

// byShare spreads a load over w cells, the highest count first: the hours have
// no order. Every step has at least a cell, as long as they last.
func byShare(l deal.Load, w int) []int64 {
	steps := slices.Clone(l.Steps)
	slices.SortStableFunc(steps, func(a, b deal.Step) int { return b.Running.Cmp(a.Running) })
	out := make([]int64, 0, w)
	sum := decimal.Zero
	for _, step := range steps {
		sum = sum.Add(step.Weight)
		end := int(sum.Mul(decimal.NewFromInt(int64(w))).DivRound(l.Total, 0).IntPart())
		if step.Weight.IsPositive() {
			end = max(end, len(out)+1)
		}
		for len(out) < min(end, w) {
			out = append(out, pane.Hundredths(step.Running))
		}
	}
	return out
}
