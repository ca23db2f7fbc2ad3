package report

import (
	"io"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/pricing"
)

// Text writes a report for a terminal without colour, at most 80 columns wide.
func Text(w io.Writer, r Report) error {
	var p page
	p.line(oneLine(r.Scenario.Title))
	if r.Scenario.About != "" {
		p.line(oneLine(r.Scenario.About))
	}
	p.WriteString("\n")
	p.table(heading(r))
	p.section("Totals in " + currency)
	p.table(comparison(r.Quotes))
	for _, n := range comparisonNotes(r.Quotes) {
		p.item("  ", n)
	}
	if len(invoiceMonths(r.Quotes)) > 0 {
		p.section("Invoices by month")
		p.table(invoiced(r.Quotes))
	}
	for _, n := range notes(r.Quotes) {
		p.item("  ", n)
	}
	p.proceeds(r.Quotes)
	p.breakEven(r.Quotes)
	p.events(r.Quotes)
	if len(r.Findings) > 0 {
		p.section("Findings")
		for _, f := range r.Findings {
			p.item("  ", f.String())
		}
	}
	return p.flush(w)
}

// heading is the product and the clocks of the base.
func heading(r Report) *table {
	base, product := r.Quotes[0], r.Scenario.Product
	t := &table{head: []string{"", ""}, left: 1, last: true}
	t.add("product", product.Title+" ("+product.ID+")")
	if base.Variant != deal.Base {
		t.add("variant", base.Variant)
	}
	t.add("accepted", base.Accepted.String())
	t.add("use", term(base))
	t.add("hours", basis(base))
	return t
}

// comparisonNotes says why a comparison is missing.
func comparisonNotes(quotes []Priced) []string {
	var without []string
	for _, q := range quotes {
		if q.Comparison == nil {
			without = append(without, q.Variant)
		}
	}
	if len(without) == 0 {
		return nil
	}
	return []string{"No comparison with hourly only for " + strings.Join(without, ", ") +
		": something that is used has no hourly or usage rate."}
}

// proceeds writes the seller's own view of each quote, where it was asked for.
func (p *page) proceeds(quotes []Priced) {
	for i, q := range quotes {
		if q.Seller == nil {
			continue
		}
		p.section(titled("What the seller nets", i, q))
		p.table(proceeds(q.Seller))
		if q.Seller.Cliff != nil {
			p.item("  ", cliff(q.Seller))
		}
	}
}

// titled adds the name of a variant to a title, but not the first's.
func titled(title string, i int, q Priced) string {
	if i == 0 {
		return title
	}
	return title + ", " + q.Variant
}

// breakEven writes the table of the first quote, and of each that differs.
func (p *page) breakEven(quotes []Priced) {
	for i, q := range quotes {
		if len(q.BreakEven) == 0 || i > 0 && sameBreakEven(quotes[0], q) {
			continue
		}
		p.section(titled("Break-even of an annual", i, q))
		p.table(breakEven(q))
	}
}

// events writes those of the first quote, and what the others have besides.
func (p *page) events(quotes []Priced) {
	for i, q := range quotes {
		title, list := "Events", happens(q)
		if i > 0 {
			title, list = "Only in "+q.Variant, otherEvents(quotes[0], q)
		}
		if len(list) > 0 {
			p.section(title)
			p.table(eventTable(list))
		}
	}
}

// eventTable lists events, a line for all keys to which the same happens.
func eventTable(events []pricing.Event) *table {
	t := &table{head: []string{"date", "event", "of", "what"}, left: 3, last: true, most: 20}
	for _, e := range joined(events) {
		t.add(e.Date.String(), words(e.Kind), e.Key, e.Detail)
	}
	return t
}

// joined makes one event of those that happen to several keys in the same way.
func joined(events []pricing.Event) []pricing.Event {
	var list []pricing.Event
	for _, e := range events {
		if n := len(list); n > 0 && list[n-1].Date == e.Date && list[n-1].Kind == e.Kind && list[n-1].Detail == e.Detail {
			list[n-1].Key += ", " + e.Key
			continue
		}
		list = append(list, e)
	}
	return list
}

// words writes a name of the JSON for people.
func words(name string) string { return strings.ReplaceAll(name, "_", " ") }
