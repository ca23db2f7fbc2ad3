package compare

import (
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/cumulative"
	"termsheet/tui/explain"
	"termsheet/tui/mix"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

const monthsOfYear = 12

// first is the figure that the cursor begins on.
const first = " this deal"

// totals are the figures of every deal, in the order people ask for them.
var totals = []figure{
	{label: "this deal", path: "totals.software", want: theme.Less, length: true, of: total(func(q *pricing.Quote) money.Amount { return q.Totals.Software })},
	{label: "hourly only", path: "hourly_only", want: theme.Less, length: true, of: compared(func(c *pricing.Comparison) value { return cents(c.HourlyOnly) })},
	{label: "saved", path: "savings", want: theme.More, length: true, of: compared(func(c *pricing.Comparison) value { return cents(c.Savings) })},
	{label: "saved %", path: "savings_percent", unit: percent, want: theme.More, of: compared(savedPercent)},
	{label: "a month", page: explain.Source.Month, want: theme.Less, of: total(func(q *pricing.Quote) money.Amount { return session.PerMonth(q, q.Totals.Software) })},
	{label: "first year", page: theYear, want: theme.Less, of: total(firstYear)},
	{label: "commitments", page: explain.Source.Commitments, want: theme.Less, length: true, of: total(func(q *pricing.Quote) money.Amount { return q.Totals.Annual + q.Totals.Contract })},
	{label: "annuals", path: "totals.annual", beside: "contract", want: theme.Less, length: true, of: total(func(q *pricing.Quote) money.Amount { return q.Totals.Annual })},
	{label: "contract", path: "totals.contract", beside: "annuals", want: theme.Less, length: true, of: total(func(q *pricing.Quote) money.Amount { return q.Totals.Contract })},
	{label: "metered", page: explain.Source.Metered, want: theme.Less, length: true, of: total(func(q *pricing.Quote) money.Amount { return q.Totals.Hourly + q.Totals.Usage })},
	{label: "by the hour", path: "totals.hourly", beside: "by use", want: theme.Less, length: true, of: total(func(q *pricing.Quote) money.Amount { return q.Totals.Hourly })},
	{label: "by use", path: "totals.usage", beside: "by the hour", want: theme.Less, length: true, of: total(func(q *pricing.Quote) money.Amount { return q.Totals.Usage })},
	{label: "EC2 apart", path: "totals.infrastructure", want: theme.Less, length: true, of: total(func(q *pricing.Quote) money.Amount { return q.Totals.Infrastructure })},
	{label: "with EC2", path: "totals.total", want: theme.Less, length: true, of: total(withInfrastructure)},
	{label: "cheaper from", page: cheaper, unit: words, want: theme.Less, of: crossover},
	{label: "horizon", cell: pane.FieldHorizon, unit: words, of: lengthWords},
}

// Wanted is which values of a figure of every deal are the better ones for its
// buyer.
func Wanted(label string) theme.Want {
	i := slices.IndexFunc(totals, func(f figure) bool { return f.label == label })
	if i < 0 {
		return theme.Neither
	}
	return totals[i].want
}

// kept are the figures of the seller's side.
var kept = []figure{
	{label: "listing fee", path: "seller.fee", want: theme.Less, length: true, of: seen(func(s *source) money.Amount { return s.view.Fee })},
	{label: "partner", path: "seller.margin", want: theme.Less, length: true, of: seen(func(s *source) money.Amount { return s.view.Margin })},
	{label: "net", path: "seller.net", want: theme.More, length: true, of: seen(func(s *source) money.Amount { return s.view.Net })},
}

func cents(a money.Amount) value { return value{known: true, n: decimal.NewFromInt(int64(a))} }

func total(of func(*pricing.Quote) money.Amount) func(*source) value {
	return func(s *source) value { return cents(of(s.Quote)) }
}

func compared(of func(*pricing.Comparison) value) func(*source) value {
	return func(s *source) value {
		if s.Quote.Comparison == nil {
			return value{}
		}
		return of(s.Quote.Comparison)
	}
}

func seen(of func(*source) money.Amount) func(*source) value {
	return func(s *source) value {
		if s.view == nil {
			return value{}
		}
		return cents(of(s))
	}
}

func savedPercent(c *pricing.Comparison) value {
	if c.Percent == nil {
		return value{}
	}
	return value{known: true, n: *c.Percent, text: c.Percent.StringFixed(2) + "%"}
}

// firstYear is what is charged in the first twelve months.
func firstYear(q *pricing.Quote) money.Amount {
	over := q.Start.AddMonths(monthsOfYear)
	var sum money.Amount
	for _, c := range q.Charges {
		if c.Kind != pricing.Infrastructure && c.Date < over {
			sum += c.Amount
		}
	}
	return sum
}

// withInfrastructure is the whole bill, where it has such a part.
func withInfrastructure(q *pricing.Quote) money.Amount {
	if q.Totals.Infrastructure == 0 {
		return 0
	}
	return q.Totals.Total
}

// crossover is the month from which a deal has cost less than hourly only.
func crossover(s *source) value {
	day, ok := cumulative.Crossover(s.Quote)
	if !ok {
		return value{}
	}
	return value{known: true, n: decimal.NewFromInt(int64(day)), text: day.Month()}
}

func lengthWords(s *source) value {
	words, short := session.Horizon(s.Quote)
	return value{known: true, n: decimal.NewFromInt(int64(length(s.Quote))), text: words, short: short}
}

// ofType are the figures of an instance type.
func ofType(key string) []figure {
	need := func(of func(*source, deal.Need) value) func(*source) value {
		return func(s *source) value {
			if n, in := s.Scenario.Need(key); in {
				return of(s, n)
			}
			return value{}
		}
	}
	return []figure{
		{label: "X annual", key: key, cell: pane.FieldAnnual, unit: count, of: need(func(s *source, n deal.Need) value {
			v := quantity(n.Annual)
			even, ok := evenOf(s.Quote, key)
			v.best = ok && n.Annual.Equal(decimal.NewFromInt(even.Best))
			return v
		})},
		{label: "Y running", key: key, cell: pane.FieldRunning, unit: words, of: need(func(_ *source, n deal.Need) value {
			return value{known: true, n: n.Running.At(0), text: mix.Running(n, runningWidth)}
		})},
		line(key, "annuals", pricing.Annual),
		line(key, "by the hour", pricing.Hourly),
		together(key),
		{label: "pays from", unit: words, want: theme.Less, page: explain.EvenOf(key, ""), of: func(s *source) value {
			even, ok := evenOf(s.Quote, key)
			if !ok {
				return value{}
			}
			hours := even.HoursPerMonth()
			return value{known: true, n: hours, text: hours.String() + " h"}
		}},
	}
}

// runningWidth is how many cells a running count is written in.
const runningWidth = 9

func evenOf(q *pricing.Quote, key string) (pricing.BreakEven, bool) {
	if i := q.EvenOf(key); i >= 0 {
		return q.BreakEven[i], true
	}
	return pricing.BreakEven{}, false
}

// ofDimension are the figures of a dimension.
func ofDimension(key string) []figure {
	return []figure{
		{label: "committed", key: key, cell: pane.FieldQuantity, unit: count, of: func(s *source) value {
			if !s.Scenario.Involves(key) {
				return value{}
			}
			return quantity(s.Scenario.Contract.Committed(key))
		}},
		{label: "in use", key: key, cell: pane.FieldInUse, unit: words, of: func(s *source) value {
			use, given := s.Scenario.Use(key)
			d, listed := s.Scenario.Product.Dimension(key)
			if !given || !listed {
				return value{}
			}
			values := use.Per(d.Per)
			return value{known: true, n: values.At(0), text: pane.Trail(values, runningWidth)}
		}},
		line(key, "contract", pricing.Contract),
		line(key, "metered", pricing.Usage),
		together(key),
	}
}

func quantity(d decimal.Decimal) value { return value{known: true, n: d, text: pane.Quantity(d)} }

// line is what a key costs by one kind of charge.
func line(key, label string, kind pricing.Kind) figure {
	return figure{label: label, want: theme.Less, length: true, page: explain.ChargesOf(key+" "+label, key, func(k pricing.Kind) bool { return k == kind }),
		of: func(s *source) value { return cents(s.lines[key].ByKind[kind]) }}
}

// together is what a key costs.
func together(key string) figure {
	return figure{label: "together", want: theme.Less, length: true, page: explain.ChargesOf(key, key, func(k pricing.Kind) bool { return k != pricing.Infrastructure }),
		of: func(s *source) value { return cents(s.lines[key].Software()) }}
}
