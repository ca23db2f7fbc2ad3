package mix

import (
	"fmt"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/pane"
)

// told says about one instance type what a negotiator can say aloud, in at most
// so many lines.
func told(ctx pane.Context, t *table, n deal.Need, w, room int) []string {
	if t.quote == nil {
		return nil
	}
	return pane.Told(ctx.Theme, w, room, []string{coverWords(t, n)}, evenWords(t, n))
}

// toldApart says the same about a type that is not at the cursor, all of it or
// nothing.
func toldApart(ctx pane.Context, t *table, n deal.Need, w, room int) []string {
	whole := told(ctx, t, n, w, wholeTold)
	if len(whole) > room {
		return nil
	}
	return whole
}

// wholeTold is more lines than the words about a type ever need.
const wholeTold = 12

// coverWords says how much of a type is covered, and what the rest costs.
func coverWords(t *table, n deal.Need) string {
	c := t.coverage(n)
	if listed, ok := t.s.Product().Instance(n.Type); ok && listed.Hourly.Value.IsZero() && !listed.Annual.Set {
		return n.Type + ": the software costs nothing by the hour."
	}
	part := func(v int64) string { return pane.Quantity(decimal.New(v, -2)) }
	text := fmt.Sprintf("%s: %s of %s covered", n.Type, part(c.Covered), part(c.Covered+c.Uncovered))
	if c.Uncovered > 0 {
		text += fmt.Sprintf("; %s by the hour, %s in %s", part(c.Uncovered), t.meteredIn(n.Type).Grouped(), t.s.UseDay().Month())
	}
	if c.Idle > 0 {
		text += fmt.Sprintf("; %s paid for and idle", part(c.Idle))
	}
	if len(n.Load.Steps) > 0 {
		text += " on average"
	}
	return text + "."
}

// meteredIn is what a type costs by the hour in the month of the day cursor.
func (t *table) meteredIn(kind string) money.Amount {
	sum, month := money.Amount(0), t.s.UseDay().MonthIndex()
	for i := range t.quote.Charges {
		if c := &t.quote.Charges[i]; c.Kind == pricing.Hourly && c.Key == kind && c.Date.MonthIndex() == month {
			sum += c.Amount
		}
	}
	return sum
}

// evenWords says from when an annual pays and how many are cheapest.
func evenWords(t *table, n deal.Need) []string {
	even, ok := t.even[n.Type]
	if !ok {
		return nil
	}
	hours := even.HoursPerYear.DivRound(decimal.NewFromInt(12), 0)
	words := []string{fmt.Sprintf("An annual pays from %s h a month (%s %%).", hours, even.Utilisation.Round(0))}
	for _, b := range t.s.BestX() {
		switch {
		case b.Key != n.Type:
		case b.Have.Equal(b.Best):
			words = append(words, fmt.Sprintf("X = %s is the cheapest.", b.Best))
		case b.Over > 0:
			words = append(words, fmt.Sprintf("X = %s would cost %s less.", b.Best, b.Over.Grouped()))
		default:
			words = append(words, fmt.Sprintf("X = %s is cheapest in the first year.", b.Best))
		}
	}
	return words
}
