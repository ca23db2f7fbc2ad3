package explain

import (
	"fmt"
	"slices"
	"strings"

	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/tui/session"
)

// Source is what derivations are looked up in.
type Source struct {
	Quote report.Priced
	Book  *rules.Rulebook
}

// The sections of a page.
const (
	inputsSection = "What goes into it"
	rulesSection  = "The rules behind it"
	todaySection  = "On this day"
	forceSection  = "Charged for a time that holds it"
)

// within says where the parts of a sum of totals are explained themselves.
var within = map[string]map[string]string{
	"totals.software": {"annual": "totals.annual", "contract": "totals.contract", "hourly": "totals.hourly", "usage": "totals.usage"},
	"totals.total":    {"software": "totals.software", "infrastructure": "totals.infrastructure"},
	"savings":         {"hourly only": "hourly_only", "software": "totals.software"},
	"savings_percent": {"hourly only": "hourly_only", "software": "totals.software"},
}

// Figure explains the figure at a path into the quote.
func (s Source) Figure(path string) (*Page, error) {
	e, err := report.Explain(s.Quote, s.Book.Conventions(), path)
	if err != nil {
		return nil, err
	}
	p := &Page{title: "Where it comes from", path: e.Path, value: shown(e.Value), what: e.What, formula: e.Formula}
	groups := s.groups(e.Charges)
	for _, in := range e.Inputs {
		it := item{section: inputsSection, label: in.Name, value: in.Value, key: in.Path}
		if list := groups[in.Name]; len(list) > 0 {
			it.open = func() (*Page, error) { return s.charges(in.Name, list) }
		} else if part := within[e.Path][in.Name]; part != "" {
			it.open = func() (*Page, error) { return s.Figure(part) }
		}
		p.items = append(p.items, it)
	}
	p.items = append(p.items, s.rules(e.Rules)...)
	return p, nil
}

// shown writes a value for people: amounts with their thousands parted.
func shown(value string) string {
	if value == "null" { // why not stands where its formula would
		return "not known"
	}
	if amount, err := money.ParseAmount(value); err == nil && amount.String() == value {
		return amount.Grouped()
	}
	return value
}

// groups are the charges at some places, by the name that inputs give them.
func (s Source) groups(places []int) map[string][]int {
	groups := map[string][]int{}
	for _, i := range places {
		name := nameOf(s.Quote.Charges[i])
		groups[name] = append(groups[name], i)
	}
	return groups
}

func nameOf(c *pricing.Charge) string { return c.Kind.String() + " " + c.Key }

// charges explains a sum of charges by each of them.
func (s Source) charges(name string, places []int) (*Page, error) {
	if len(places) == 1 {
		return s.Figure(chargePath(places[0]))
	}
	p := &Page{title: "Where it comes from", what: fmt.Sprintf("%s: %d charges", name, len(places))}
	var sum money.Amount
	var cited []string
	for _, i := range places {
		c := s.Quote.Charges[i]
		sum += c.Amount
		if !slices.Contains(cited, c.Rule) {
			cited = append(cited, c.Rule)
		}
		p.items = append(p.items, s.charge(inputsSection, c.Date.String(), i))
	}
	p.value = sum.Grouped()
	p.items = append(p.items, s.rules(cited)...)
	return p, nil
}

// Charges explains the sum of all charges that fit.
func (s Source) Charges(name string, fits func(*pricing.Charge) bool) (*Page, error) {
	return s.charges(name, s.places(fits))
}

func chargePath(i int) string { return fmt.Sprintf("charges.%d", i) }

// charge is a line of a page that opens a charge.
func (s Source) charge(section, label string, i int) item {
	c := s.Quote.Charges[i]
	how, _, _ := strings.Cut(c.Formula(), " = ")
	return item{section: section, label: label + "  " + how, value: c.Amount.Grouped(),
		open: func() (*Page, error) { return s.Figure(chargePath(i)) }}
}

// Key explains what an instance type or a dimension costs a month.
func (s Source) Key(key string) (*Page, error) {
	q := s.Quote.Quote
	p := &Page{title: "Where it comes from", what: key + " a month, on average over the horizon"}
	line := session.Lines(q)[key]
	p.items = s.kinds(inputsSection, key, line, allKinds)
	p.average(q, line.Software())
	p.items = append(p.items, s.even(inputsSection, key)...)
	return p, nil
}

var allKinds = []pricing.Kind{pricing.Annual, pricing.Contract, pricing.Hourly, pricing.Infrastructure, pricing.Usage}

// even are lines of a page that open a type's break-even and its cheapest number
// of annuals.
func (s Source) even(section, key string) []item {
	i := s.Quote.EvenOf(key)
	if i < 0 {
		return nil
	}
	b, at := &s.Quote.BreakEven[i], evenPath(i)
	list := []item{
		s.figureItem("break-even, hours a year", money.Group(b.HoursPerYear.StringFixed(2)), at),
		s.figureItem("break-even, percent of a year", b.Utilisation.StringFixed(2), at+".utilisation_percent"),
		s.figureItem("best X", fmt.Sprint(b.Best), at+".best"),
	}
	for i := range list {
		list[i].section = section
	}
	return list
}

func kindLabel(k pricing.Kind) string {
	if k == pricing.Infrastructure {
		return "infrastructure charges, apart"
	}
	return k.String() + " charges"
}

// places are those of the charges that fit.
func (s Source) places(fits func(*pricing.Charge) bool) []int {
	var list []int
	for i := range s.Quote.Charges {
		if fits(s.Quote.Charges[i]) {
			list = append(list, i)
		}
	}
	return list
}

// average fills in a sum's part of a month.
func (p *Page) average(q *pricing.Quote, sum money.Amount) {
	months, days := calendar.MonthsBetween(q.Start, q.End)
	length := calendar.Months(months)
	if days > 0 {
		length += fmt.Sprintf(" and %d days", days)
	}
	month := session.PerMonth(q, sum).Grouped()
	p.value, p.formula = month, fmt.Sprintf("%s / %s = %s", sum.Grouped(), length, month)
}

func (s Source) figureItem(label, value, path string) item {
	return item{section: inputsSection, label: label, value: value, open: func() (*Page, error) { return s.Figure(path) }}
}

// Month explains the average month of the whole deal.
func (s Source) Month() (*Page, error) {
	p := &Page{title: "Where it comes from", what: "this deal a month, on average over the horizon"}
	p.average(s.Quote.Quote, s.Quote.Totals.Software)
	p.items = []item{s.figureItem("this deal", s.Quote.Totals.Software.Grouped(), "totals.software")}
	return p, nil
}

// sum explains a figure that adds several.
func (s Source) sum(what string, paths ...string) (*Page, error) {
	p := &Page{title: "Where it comes from", what: what}
	var sum money.Amount
	var parts []string
	for _, path := range paths {
		e, err := report.Explain(s.Quote, s.Book.Conventions(), path)
		if err != nil {
			return nil, err
		}
		amount, err := money.ParseAmount(e.Value)
		if err != nil {
			return nil, fmt.Errorf("%s is no amount: %w", path, err)
		}
		if amount == 0 {
			continue
		}
		sum += amount
		parts = append(parts, amount.Grouped())
		p.items = append(p.items, s.figureItem(e.What, amount.Grouped(), path))
	}
	p.value, p.formula = sum.Grouped(), strings.Join(parts, " + ")
	return p, nil
}

// Best explains the cheapest number of annuals of every type.
func (s Source) Best() (*Page, error) {
	p := &Page{title: "Where it comes from", what: "the number of annuals whose first 12 months cost least, type by type"}
	for i, b := range s.Quote.BreakEven {
		p.items = append(p.items, s.figureItem(b.Key, fmt.Sprint(b.Best), evenPath(i)+".best"))
	}
	return p, nil
}
