package report

import (
	"fmt"
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/seller"

	"github.com/shopspring/decimal"
)

// figure is a line of the comparison: one value per variant.
type figure struct {
	label string
	above []string // nil: nothing; or the rule or space above it
	value func(Priced) string
	when  func([]Priced) bool // nil: always shown
}

// none stands where there is nothing to show.
const none = "-"

// figures are the lines of the comparison, from top to bottom, where base is
// what the others are set against.
func figures(base Priced) []figure {
	against := func(q Priced) string { return (q.Totals.Software - base.Totals.Software).Signed() }
	several := func(quotes []Priced) bool { return len(quotes) > 1 }
	return []figure{
		{label: "accepted", value: func(q Priced) string { return q.Accepted.String() }, when: differ(func(q Priced) string { return q.Accepted.String() })},
		{label: "from", value: func(q Priced) string { return q.Start.String() }, when: differ(term)},
		{label: "to", value: func(q Priced) string { return (q.End - 1).String() }, when: differ(term)},
		{label: "annual", value: kind(pricing.Annual), when: charged(pricing.Annual)},
		{label: "contract", value: kind(pricing.Contract), when: charged(pricing.Contract)},
		{label: "hourly", value: kind(pricing.Hourly), when: charged(pricing.Hourly)},
		{label: "usage", value: kind(pricing.Usage), when: charged(pricing.Usage)},
		{label: "software", above: rule, value: func(q Priced) string { return q.Totals.Software.Grouped() }},
		{label: "infrastructure", value: kind(pricing.Infrastructure), when: charged(pricing.Infrastructure)},
		{label: "total", above: rule, value: func(q Priced) string { return q.Totals.Total.Grouped() }, when: charged(pricing.Infrastructure)},
		{label: "software against " + base.Variant, above: space, value: against, when: several},
		{label: "hourly only", above: space, value: compared(func(c *pricing.Comparison) string { return c.HourlyOnly.Grouped() })},
		{label: "saving", value: compared(func(c *pricing.Comparison) string { return c.Savings.Grouped() })},
		{label: "saving in percent", value: compared(func(c *pricing.Comparison) string { return percent(c.Percent) })},
		{label: "commitments", above: space, value: func(q Priced) string { return q.upfront().Grouped() }},
		{label: "by use", value: func(q Priced) string { return q.metered().Grouped() }},
		{label: "dearest month by use", value: func(q Priced) string { return q.dearestMonth().Grouped() }},
		{label: "listing fee", above: space, value: sold(func(v *seller.View) string { return v.Fee.Grouped() }), when: asked},
		{label: "listing fee in percent", value: sold(func(v *seller.View) string { return v.Percent.String() }), when: asked},
		{label: "partner's margin", value: sold(func(v *seller.View) string { return v.Margin.Grouped() }), when: asked},
		{label: "use never billed", value: sold(func(v *seller.View) string { return v.Unbilled.Grouped() }), when: asked},
		{label: "seller's net", value: sold(func(v *seller.View) string { return v.Net.Grouped() }), when: asked},
	}
}

func kind(k pricing.Kind) func(Priced) string {
	return func(q Priced) string { return q.Totals.Of(k).Grouped() }
}

func charged(k pricing.Kind) func([]Priced) bool {
	return func(quotes []Priced) bool {
		return slices.ContainsFunc(quotes, func(q Priced) bool { return *q.Totals.Of(k) != 0 })
	}
}

func differ(of func(Priced) string) func([]Priced) bool {
	return func(quotes []Priced) bool {
		return slices.ContainsFunc(quotes, func(q Priced) bool { return of(q) != of(quotes[0]) })
	}
}

func compared(of func(*pricing.Comparison) string) func(Priced) string {
	return func(q Priced) string {
		if q.Comparison == nil {
			return none
		}
		return of(q.Comparison)
	}
}

func sold(of func(*seller.View) string) func(Priced) string {
	return func(q Priced) string {
		if q.Seller == nil {
			return none
		}
		return of(q.Seller)
	}
}

func asked(quotes []Priced) bool {
	return slices.ContainsFunc(quotes, func(q Priced) bool { return q.Seller != nil })
}

func percent(d *decimal.Decimal) string {
	if d == nil {
		return none
	}
	return money.Group(d.StringFixed(2))
}

// comparison is the table of the figures, a column a variant.
func comparison(quotes []Priced) *table {
	t := &table{head: []string{""}, left: 1}
	for _, q := range quotes {
		t.head = append(t.head, q.Variant)
	}
	for _, f := range figures(quotes[0]) {
		if f.when != nil && !f.when(quotes) {
			continue
		}
		row := []string{f.label}
		for _, q := range quotes {
			row = append(row, f.value(q))
		}
		if f.above != nil {
			t.add(f.above...)
		}
		t.add(row...)
	}
	return t
}

// term writes a quote's horizon for people, with its last day.
func term(q Priced) string {
	months, days := calendar.MonthsBetween(q.Start, q.End)
	length := calendar.Months(months)
	switch {
	case months == 0:
		length = counted(days, "day")
	case days > 0:
		length += " and " + counted(days, "day")
	}
	return fmt.Sprintf("%s to %s, %s", q.Start, q.End-1, length)
}

// counted writes a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return fmt.Sprintf("%d %s", n, noun)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// basis says how many hours a month has.
func basis(q Priced) string {
	if q.HoursBasis == "calendar" {
		return "those of each calendar month"
	}
	return q.HoursBasis + " a month"
}

// invoiceParts are the columns that invoices are summed into.
var invoiceParts = []struct {
	title string
	what  []string
}{
	{"commitments", []string{pricing.ForAnnual, pricing.ForContract, pricing.ForInstallment}},
	{"metered", []string{pricing.ForMetered}},
	{"infrastructure", []string{pricing.ForInfrastructure}},
}

// invoiced is the table of what a buyer is invoiced by month: for one variant
// by what it is for, for several a column each.
func invoiced(quotes []Priced) *table {
	if len(quotes) == 1 {
		return invoicedParts(quotes[0])
	}
	t := &table{head: []string{"month"}, left: 1}
	for _, q := range quotes {
		t.head = append(t.head, q.Variant)
	}
	sums := make([]money.Amount, len(quotes))
	for _, month := range invoiceMonths(quotes) {
		row := []string{month}
		for i, q := range quotes {
			sum := sumInvoices(q, month, nil)
			sums[i] += sum
			row = append(row, sum.Grouped())
		}
		t.add(row...)
	}
	t.add(rule...)
	row := []string{"in all"}
	for _, sum := range sums {
		row = append(row, sum.Grouped())
	}
	t.add(row...)
	return t
}

func invoicedParts(q Priced) *table {
	t := &table{head: []string{"month"}, left: 1}
	parts := slices.Clone(invoiceParts)
	parts = slices.DeleteFunc(parts, func(p struct {
		title string
		what  []string
	}) bool {
		return sumInvoices(q, "", p.what) == 0
	})
	for _, p := range parts {
		t.head = append(t.head, p.title)
	}
	t.head = append(t.head, "invoiced", "so far")
	var soFar money.Amount
	for _, month := range invoiceMonths([]Priced{q}) {
		row := []string{month}
		for _, p := range parts {
			row = append(row, sumInvoices(q, month, p.what).Grouped())
		}
		sum := sumInvoices(q, month, nil)
		soFar += sum
		t.add(append(row, sum.Grouped(), soFar.Grouped())...)
	}
	return t
}

// invoiceMonths are the months in which any of the quotes has an invoice.
func invoiceMonths(quotes []Priced) []string {
	var list []string
	for _, q := range quotes {
		for _, i := range q.Invoices {
			list = append(list, i.Date.Month())
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// sumInvoices adds the invoices of a month for some things; no month is all,
// and nil is everything.
func sumInvoices(q Priced, month string, what []string) money.Amount {
	var sum money.Amount
	for _, i := range q.Invoices {
		if (month == "" || i.Date.Month() == month) && (what == nil || slices.Contains(what, i.What)) {
			sum += i.Amount
		}
	}
	return sum
}

// proceeds is the table of what becomes of each invoice for software.
func proceeds(v *seller.View) *table {
	t := &table{head: []string{"date", "invoice", "amount", "never billed", "listing fee", "margin", "net"}, left: 2}
	for _, l := range v.Lines {
		t.add(l.Date.String(), l.What, l.Amount.Grouped(), l.Unbilled.Grouped(), l.Fee.Grouped(), l.Margin.Grouped(), l.Net.Grouped())
	}
	return t
}

// cliff tells of a fee bracket that begins just above a contract's value.
func cliff(v *seller.View) string {
	return fmt.Sprintf("The contract's value of %s stands just below the fee bracket of %s %% from %s: there the seller nets %s more.",
		v.Value.Grouped(), v.Cliff.Percent, v.Cliff.From.Grouped(), v.Cliff.Nets.Grouped())
}

// notes are the assumptions that the invoices rest on.
func notes(quotes []Priced) []string {
	var list []string
	for _, q := range quotes {
		for _, i := range q.Invoices {
			if i.Note != "" && !slices.Contains(list, i.Note) {
				list = append(list, i.Note)
			}
		}
	}
	return list
}

// breakEven is the table of the types that can be covered.
func breakEven(q Priced) *table {
	t := &table{head: []string{"type", "annual for 12 months", "hourly", "hours a year", "percent of a year", "best X"}, left: 1}
	for _, b := range q.BreakEven {
		t.add(b.Key, money.Group(b.Annual.StringFixed(2)), money.Group(money.Scaled(b.Hourly)), money.Group(b.HoursPerYear.StringFixed(2)),
			money.Group(b.Utilisation.StringFixed(2)), fmt.Sprint(b.Best))
	}
	return t
}

func sameBreakEven(a, b Priced) bool {
	return slices.EqualFunc(a.BreakEven, b.BreakEven, func(x, y pricing.BreakEven) bool {
		return x.Key == y.Key && x.Best == y.Best && x.Annual.Equal(y.Annual) && x.Hourly.Equal(y.Hourly)
	})
}

// happens are the events that are no invoices: those have a table of their own.
func happens(q Priced) []pricing.Event {
	return slices.DeleteFunc(slices.Clone(q.Events), func(e pricing.Event) bool { return e.Kind == pricing.EventInvoice })
}

// otherEvents are those of q that are not among the base's.
func otherEvents(base, q Priced) []pricing.Event {
	return slices.DeleteFunc(happens(q), func(e pricing.Event) bool { return slices.Contains(base.Events, e) })
}
