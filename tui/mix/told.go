package mix

import (
	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// told says about one instance type what a negotiator can say aloud, in at most
// so many lines.
func told(ctx pane.Context, t *table, n deal.Need, w, room int) []string {
	if t.quote == nil {
		return nil
	}
	return pane.Told(ctx.Theme, w, room, []string{coverWords(t, n)}, evenWords(t, n))
}

// coverWords says how much of a type is covered, and what the rest costs.
func coverWords(t *table, n deal.Need) string {
	c := t.coverage(n)
	if listed, ok := t.s.Product().Instance(n.Type); ok && listed.Hourly.Value.IsZero() && !listed.Annual.Set {
		return n.Type + ": the software costs nothing by the hour."
	}
	part := func(v int64) string { return pane.Quantity(decimal.New(v, -2)) }
	text := n.Type + ": " + part(c.Covered) + " of " + part(c.Covered+c.Uncovered) + " covered"
	if c.Uncovered > 0 {
		text += "; " + part(c.Uncovered) + " by the hour, " + t.meteredIn(n.Type).Grouped() + " in " + t.s.UseDay().Month()
	}
	if c.Idle > 0 {
		text += "; " + part(c.Idle) + " paid for and idle"
	}
	if len(n.Load.Steps) > 0 {
		text += " on average"
	}
	return text + "."
}

// meteredIn is what a type costs by the hour in the month of the day cursor.
func (t *table) meteredIn(kind string) money.Amount {
	sum, first := money.Amount(0), t.s.UseDay().FirstOfMonth()
	next := first.NextMonth()
	for _, c := range t.quote.Charges {
		if first <= c.Date && c.Date < next && c.Kind == pricing.Hourly && c.Key == kind {
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
	words := []string{"An annual pays from " + even.Hours + " h a month (" + even.Share + " %)."}
	for _, b := range t.s.BestX() {
		switch {
		case b.Key != n.Type:
		case b.Have.Equal(b.Best):
			words = append(words, "X = "+money.Plain(b.Best)+" is the cheapest.")
		case b.Over > 0:
			over, _ := session.Horizon(t.quote)
			words = append(words, "X = "+money.Plain(b.Best)+" saves "+b.Over.Grouped()+" over "+over+".")
		default:
			words = append(words, "X = "+money.Plain(b.Best)+" is cheapest in the first year.")
		}
	}
	return words
}
