package mix

import (
	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
)

// finerPlaces are the decimals by which a bar counts finer than whole instances,
// so that a load that runs for part of the hours still shows.
const finerPlaces = 2

// whole tells whether a count needs no decimals.
func whole(d decimal.Decimal) bool { return d.Exponent() == 0 }

// full is what the longest bar stands for.
func full(most decimal.Decimal) int64 {
	if whole(most) {
		return pane.Hundredths(most)
	}
	return most.Shift(finerPlaces).Ceil().IntPart()
}

// coverage is what of an instance type is covered by x annuals, not covered and
// idle in a billing month, on average over its hours.
func coverage(n deal.Need, x decimal.Decimal, month int, full int64) chart.Coverage {
	if len(n.Load.Steps) == 0 && whole(x) && whole(n.Running.At(month)) { // as nearly always
		y, x := pane.Hundredths(n.Running.At(month)), pane.Hundredths(x)
		inside := min(x, y)
		return chart.Coverage{Covered: inside, Uncovered: y - inside, Idle: x - inside, Full: full}
	}
	if len(n.Load.Steps) == 0 {
		running := n.Running.At(month)
		inside := decimal.Min(running, x)
		part := func(d decimal.Decimal) int64 { return d.Shift(finerPlaces).Round(0).IntPart() }
		return chart.Coverage{Covered: part(inside), Uncovered: part(running.Sub(inside)), Idle: part(x.Sub(inside)), Full: full}
	}
	total := n.Load.Total
	covered, uncovered := decimal.Zero, decimal.Zero
	for _, step := range n.Load.Steps {
		inside := decimal.Min(step.Running, x)
		covered = covered.Add(inside.Mul(step.Weight))
		uncovered = uncovered.Add(step.Running.Sub(inside).Mul(step.Weight))
	}
	idle := x.Mul(total).Sub(covered)
	part := func(d decimal.Decimal) int64 {
		if total.IsZero() {
			return 0
		}
		return d.Shift(finerPlaces).DivRound(total, 0).IntPart()
	}
	return chart.Coverage{Covered: part(covered), Uncovered: part(uncovered), Idle: part(idle), Full: full}
}
