// Package costs is the pane of figures: what the deal costs, against the same
// need by the hour and against the pinned baseline.
package costs

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// Pane is the cursor in the figures.
type Pane struct {
	row int
}

// Move moves the cursor.
func (p *Pane) Move(s *session.Session, v pane.Verb, size pane.Size) {
	p.row = pane.Step(p.row, len(lines(s, "")), size.H-1, v)
}

// line is one row of the pane: a figure in dollars, or words.
type line struct {
	label  string
	amount money.Amount
	base   money.Amount
	figure bool // amount is shown, and its difference from base
	has    bool // there is a base to compare with
	text   string
	tone   tone
}

type tone uint8

const (
	plain tone = iota
	strong
	good
	warn
	faint
)

// measures are the figures of every deal, in the order people ask for them.
var measures = []struct {
	label string
	of    func(*pricing.Quote) (money.Amount, bool)
	tone  tone
}{
	{"this deal", func(q *pricing.Quote) (money.Amount, bool) { return q.Totals.Software, true }, strong},
	{"hourly only", compared(func(c *pricing.Comparison) money.Amount { return c.HourlyOnly }), plain},
	{"saved", compared(func(c *pricing.Comparison) money.Amount { return c.Savings }), plain},
	{"upfront", func(q *pricing.Quote) (money.Amount, bool) { return q.Totals.Annual + q.Totals.Contract, true }, plain},
	{"metered", func(q *pricing.Quote) (money.Amount, bool) { return q.Totals.Hourly + q.Totals.Usage, true }, plain},
	{"a month", func(q *pricing.Quote) (money.Amount, bool) { return session.PerMonth(q, q.Totals.Software), true }, plain},
	{"EC2 apart", infrastructure(func(t *pricing.Totals) money.Amount { return t.Infrastructure }), plain},
	{"with EC2", infrastructure(func(t *pricing.Totals) money.Amount { return t.Total }), plain},
}

// infrastructure is a figure of deals that run on machines with a price.
func infrastructure(of func(*pricing.Totals) money.Amount) func(*pricing.Quote) (money.Amount, bool) {
	return func(q *pricing.Quote) (money.Amount, bool) { return of(&q.Totals), q.Totals.Infrastructure != 0 }
}

func compared(of func(*pricing.Comparison) money.Amount) func(*pricing.Quote) (money.Amount, bool) {
	return func(q *pricing.Quote) (money.Amount, bool) {
		if q.Comparison == nil {
			return 0, false
		}
		return of(q.Comparison), true
	}
}

// lines are the rows of the pane. Of many types only the one that is worked on
// has its break-even shown.
func lines(s *session.Session, key string) []line {
	q, pinned := s.Quote(), s.Pinned().Quote
	if q == nil {
		return nil
	}
	var list []line
	add := func(label string, of func(*pricing.Quote) (money.Amount, bool), t tone) {
		amount, known := of(q)
		if !known {
			return
		}
		l := line{label: label, amount: amount, figure: true, tone: t}
		if pinned != nil {
			l.base, l.has = of(pinned)
		}
		list = append(list, l)
	}
	for _, m := range measures {
		add(m.label, m.of, m.tone)
	}
	list = saved(q, len(s.Scenario().Instances) > 0, list)
	list = append(list, best(s)...)
	return append(list, breakEven(q, key)...)
}

// saved puts the percentage into the line of the saving. A deal without
// instances that has nothing to compare with, or nothing else to pay, has no
// such lines.
func saved(q *pricing.Quote, instances bool, list []line) []line {
	switch {
	case q.Comparison == nil && instances:
		none := line{label: "hourly only", text: "a rate is missing", tone: faint}
		return slices.Insert(list, 1, none)
	case q.Comparison == nil:
		return list
	case q.Comparison.Savings == 0 && !instances: // a deal that has nothing but use
		return slices.DeleteFunc(list, func(l line) bool { return l.label == "hourly only" || l.label == "saved" })
	}
	i := slices.IndexFunc(list, func(l line) bool { return l.label == "saved" })
	l := &list[i]
	l.tone = good
	if l.amount < 0 {
		l.label, l.tone = "costs more", warn
		l.amount, l.base = -l.amount, -l.base
		return list
	}
	if percent := q.Comparison.Percent; percent != nil {
		l.label = "saved " + percent.StringFixed(2) + "%"
	}
	return list
}

// mostTypes is of how many instance types the best X and the break-even are
// told one by one.
const mostTypes = 6

// best says for the types that have another number of annuals than the
// cheapest what that costs, the dearest first.
func best(s *session.Session) []line {
	all := s.BestX()
	list := slices.DeleteFunc(slices.Clone(all), func(b session.Best) bool { return b.Have.Equal(b.Best) })
	slices.SortStableFunc(list, func(a, b session.Best) int { return cmp.Compare(b.Over, a.Over) })
	var out []line
	for _, b := range list[:min(len(list), mostTypes)] {
		have := pane.Quantity(b.Have)
		if b.Over > 0 {
			text := fmt.Sprintf("%s %s (%s costs %s more)", b.Key, b.Best, have, b.Over.Grouped())
			out = append(out, line{label: "best X", text: text, tone: warn})
			continue
		}
		text := fmt.Sprintf("%s %s in the first year, not %s", b.Key, b.Best, have)
		out = append(out, line{label: "best X", text: text, tone: faint})
	}
	switch more := len(list) - len(out); {
	case more > 0:
		out = append(out, line{label: "best X", text: fmt.Sprintf("is another for %d more types", more), tone: faint})
	case len(all) > 0 && len(out) == 0:
		out = append(out, line{label: "best X", text: "every type has the cheapest", tone: good})
	}
	return out
}

func breakEven(q *pricing.Quote, key string) []line {
	var out []line
	for _, b := range q.BreakEven {
		if len(q.BreakEven) > mostTypes && b.Key != key {
			continue
		}
		hours := b.HoursPerYear.DivRound(decimal.NewFromInt(monthsOfYear), 0)
		out = append(out, line{label: "break-even", tone: faint,
			text: fmt.Sprintf("%s %s h a month (%s %%)", b.Key, hours, b.Utilisation.Round(0))})
	}
	return out
}

const monthsOfYear = 12
