// Package costs is the pane of figures: what the deal costs, against the same
// need by the hour and against the pinned baseline.
package costs

import (
	"cmp"
	"fmt"
	"slices"

	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/compare"
	"termsheet/tui/explain"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// Pane is the cursor in the figures, and the split that was worked out last.
type Pane struct {
	row    int
	window pane.Window
	last   split
}

// Move moves the cursor.
func (p *Pane) Move(s *session.Session, v pane.Verb, size pane.Size) {
	p.row = pane.Step(p.row, len(lines(s, "")), size.H-1, v)
}

// Cursor is the row that the cursor stands on; a figure has no cells.
func (p *Pane) Cursor(*session.Session, pane.Size) (row, cell int) { return p.row, -1 }

// Point puts the cursor on a row.
func (p *Pane) Point(row, _, first int) { p.row, p.window = row, pane.Pointed(row, first) }

// line is one row of the pane: a figure in dollars, or words.
type line struct {
	label  string
	amount money.Amount
	base   money.Amount
	want   theme.Want      // which amounts are the better ones
	figure bool            // amount is shown, and its difference from base
	has    bool            // there is a base to compare with
	words  func() []string // the longest first; what follows stands in its place where it has no room
	tone   tone
	page   explain.Finder
	find   func(*line) explain.Finder // in place of page, which would take time to make for each line drawn
	key    string                     // the type or dimension it is of
	kind   pricing.Kind               // what of its costs
	part   bool                       // what a type or a dimension costs
}

// Explain tells where the figure at the cursor comes from; nothing where there
// is none.
func (p *Pane) Explain(s *session.Session, key string, from explain.Source) (*explain.Page, error) {
	list := lines(s, key)
	if len(list) == 0 {
		return nil, nil
	}
	l := &list[max(min(p.row, len(list)-1), 0)]
	if l.find != nil {
		return l.find(l)(from)
	}
	return l.page(from)
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
	page  explain.Finder
}{
	{"this deal", func(q *pricing.Quote) (money.Amount, bool) { return q.Totals.Software, true }, strong, explain.FigureAt("totals.software")},
	{"hourly only", compared(func(c *pricing.Comparison) money.Amount { return c.HourlyOnly }), plain, explain.FigureAt("hourly_only")},
	{"saved", compared(func(c *pricing.Comparison) money.Amount { return c.Savings }), plain, explain.FigureAt("savings")},
	{"commitments", func(q *pricing.Quote) (money.Amount, bool) { return q.Totals.Annual + q.Totals.Contract, true }, plain, explain.Source.Commitments},
	{"metered", func(q *pricing.Quote) (money.Amount, bool) { return q.Totals.Hourly + q.Totals.Usage, true }, plain, explain.Source.Metered},
	{"a month", func(q *pricing.Quote) (money.Amount, bool) { return session.PerMonth(q, q.Totals.Software), true }, plain, explain.Source.Month},
	{"EC2 apart", infrastructure(func(t *pricing.Totals) money.Amount { return t.Infrastructure }), plain, explain.FigureAt("totals.infrastructure")},
	{"with EC2", infrastructure(func(t *pricing.Totals) money.Amount { return t.Total }), plain, explain.FigureAt("totals.total")},
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
	const most = 32 // of most deals
	list := make([]line, 0, most)
	for _, m := range measures {
		amount, known := m.of(q)
		if !known {
			continue
		}
		l := line{label: m.label, amount: amount, want: compare.Wanted(m.label), figure: true, tone: m.tone, page: m.page}
		if pinned != nil {
			l.base, l.has = m.of(pinned)
		}
		list = append(list, l)
	}
	list = saved(q, len(s.Scenario().Instances) > 0, list)
	list = append(list, committed(q)...)
	list = append(list, best(s, q)...)
	list = append(list, breakEven(s, q, key)...)
	return append(list, parts(s, pinned)...)
}

// saved puts the percentage into the line of the saving. A deal without
// instances that has nothing to compare with, or nothing else to pay, has no
// such lines.
func saved(q *pricing.Quote, instances bool, list []line) []line {
	switch {
	case q.Comparison == nil && instances:
		none := line{label: "hourly only", words: plainly("a rate is missing"), tone: faint, page: explain.FigureAt("hourly_only")}
		return slices.Insert(list, 1, none)
	case q.Comparison == nil:
		return list
	case q.Comparison.Savings == 0 && (!instances || q.Totals.Software == 0): // nothing but use, or nothing to pay
		return slices.DeleteFunc(list, func(l line) bool { return l.label == "hourly only" || l.label == "saved" })
	}
	i := slices.IndexFunc(list, func(l line) bool { return l.label == "saved" })
	l := &list[i]
	l.tone = good
	if l.amount < 0 {
		l.label, l.tone = "costs more", warn
		l.amount, l.base, l.want = -l.amount, -l.base, theme.Less
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
func best(s *session.Session, q *pricing.Quote) []line {
	all := s.BestX()
	list := slices.DeleteFunc(slices.Clone(all), func(b session.Best) bool { return b.Have.Equal(b.Best) })
	slices.SortStableFunc(list, func(a, b session.Best) int { return cmp.Compare(b.Over, a.Over) })
	var out []line
	for _, b := range list[:min(len(list), mostTypes)] {
		have := pane.Quantity(b.Have)
		best := b.Key + " " + b.Best.String()
		if b.Over > 0 {
			out = append(out, line{label: "best X", tone: warn, key: b.Key, find: bestOf, words: func() []string {
				over, short := session.Horizon(q)
				return []string{best + " (" + have + " costs " + b.Over.Grouped() + " more over " + over + ")",
					best + " saves " + b.Over.Grouped() + " in " + short, best + " saves " + pane.Dollars(b.Over, shortAmount) + " in " + short,
					best + " saves " + pane.Dollars(b.Over, shortAmount), best}
			}})
			continue
		}
		out = append(out, line{label: "best X", tone: faint, key: b.Key, find: bestOf, words: func() []string {
			return []string{best + " in the first year, not " + have, best + " in year 1", best}
		}})
	}
	switch more := len(list) - len(out); {
	case more > 0:
		out = append(out, line{label: "best X", words: plainly(fmt.Sprintf("is another for %d more types", more)), tone: faint, page: explain.Source.Best})
	case len(all) > 0 && len(out) == 0:
		out = append(out, line{label: "best X", words: plainly("every type has the cheapest"), tone: good, page: explain.Source.Best})
	}
	return out
}

func bestOf(l *line) explain.Finder { return explain.EvenOf(l.key, ".best") }

func evenOf(l *line) explain.Finder { return explain.EvenOf(l.key, "") }

// plainly are words that have no shorter ones.
func plainly(words string) func() []string { return func() []string { return []string{words} } }

func breakEven(s *session.Session, q *pricing.Quote, key string) []line {
	var out []line
	for _, b := range q.BreakEven {
		if len(q.BreakEven) > mostTypes && b.Key != key {
			continue
		}
		out = append(out, line{label: "break-even", tone: faint, key: b.Key, find: evenOf, words: func() []string {
			even := s.Evens()[b.Key]
			short, share := b.Key+" "+even.Hours+" h", " ("+even.Share+" %)"
			return []string{short + " a month" + share, short + share, short}
		}})
	}
	return out
}

// shortAmount is how many cells a figure inside words has where room is scarce.
const shortAmount = 7
