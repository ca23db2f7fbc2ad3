package explain

import (
	"fmt"
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/money"
)

// Account is a customer of a book of agreements that price changes reach.
type Account struct {
	Name, File string
	More       money.Amount
	From       calendar.Day // of the first month that differs
	Months     int          // that the book was looked at
}

// Account explains what a customer of a book pays more: by which price changes,
// and by which rules those reach who is under an agreement already.
func (s Source) Account(a Account) (*Page, error) {
	p := &Page{title: "Where it comes from", value: a.More.Signed(),
		what:    fmt.Sprintf("what %s pays more over %s: its agreements in %s with the price changes, less without them", a.Name, calendar.Months(a.Months), a.File),
		formula: "the same to " + a.From.AddMonths(-1).Month() + "; more from " + a.From.Month() + " on"}
	if a.More == 0 {
		p.formula = ""
	}
	for i, e := range s.Quote.Events {
		if slices.Contains([]string{"price_announced", "price_effective"}, e.Kind) {
			it := s.event(inputsSection, i)
			it.label = e.Date.String() + "  " + it.label
			p.items = append(p.items, it)
		}
	}
	p.items = append(p.items, s.rules([]string{"CHG-2", "CHG-7", "CHG-8"})...)
	return p, nil
}
