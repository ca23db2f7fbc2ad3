package explain

import (
	"fmt"
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/session"
)

// Charged explains what the deal has come to with the month of a day: month by
// month, the latest first.
func (s Source) Charged(day calendar.Day) (*Page, error) {
	q := s.Quote.Quote
	if day < q.Start {
		return s.Day(day)
	}
	p := &Page{title: "Where it comes from", value: upTo(q.Months, day).Grouped(), what: "what the deal has come to with " + day.Month()}
	if q.Comparison != nil {
		p.formula = "hourly only has come to " + upTo(q.Comparison.Months, day).Grouped() + " by then"
	}
	for i, m := range slices.Backward(q.Months) {
		if m.First <= day {
			p.items = append(p.items, s.figureItem(m.First.Month(), m.Software.Grouped(), fmt.Sprintf("months.%d.software", i)))
		}
	}
	return p, nil
}

// Invoiced explains what is invoiced in the month of a day, infrastructure apart.
func (s Source) Invoiced(day calendar.Day) (*Page, error) {
	p := &Page{title: "Where it comes from", what: "what is invoiced in " + day.Month() + ", infrastructure apart"}
	var sum money.Amount
	for i, v := range s.Quote.Invoices {
		if v.Date.MonthIndex() != day.MonthIndex() || v.What == pricing.ForInfrastructure {
			continue
		}
		sum += v.Amount
		p.items = append(p.items, s.figureItem(v.Date.String()+"  "+v.What, v.Amount.Grouped(), fmt.Sprintf("invoices.%d", i)))
	}
	if p.value = sum.Grouped(); len(p.items) == 0 {
		p.formula = "no invoice is dated in this month"
	}
	return p, nil
}

// Rate explains the price of a type or a dimension that this buyer pays on a day:
// which changes there are, by which rules they reach this buyer, and what is charged
// at it.
func (s Source) Rate(lane pricing.Lane, day calendar.Day) (*Page, error) {
	p := &Page{title: "Where it comes from", value: rateOn(lane.Yours, day),
		what:    fmt.Sprintf("what this buyer pays for %s %s on %s", lane.Key, lane.Kind, day),
		formula: "new customers pay " + rateOn(lane.New, day)}
	for i, e := range s.Quote.Events {
		if e.Key == lane.Key && slices.Contains([]string{"price_announced", "price_effective", "renewal_price_cutoff"}, e.Kind) {
			it := s.event(inputsSection, i)
			it.label = e.Date.String() + "  " + it.label
			p.items = append(p.items, it)
		}
	}
	p.items = append(p.items, s.kinds(followsSection, lane.Key, session.Lines(s.Quote.Quote)[lane.Key], []pricing.Kind{lane.Kind})...)
	if lane.Changes() {
		existing := "CHG-8"
		if lane.Kind.Metered() {
			existing = "CHG-2"
		}
		p.items = append(p.items, s.rules([]string{"CHG-1", existing})...)
	}
	return p, nil
}

// rateOn is the rate that holds on a day, as it is written.
func rateOn(steps []pricing.LaneStep, day calendar.Day) string {
	rate := "nothing: there is no such price"
	for i, step := range steps {
		if i > 0 && step.From > day {
			break
		}
		if step.Rate.Set {
			rate = step.Rate.Value.String()
		}
	}
	return rate
}
