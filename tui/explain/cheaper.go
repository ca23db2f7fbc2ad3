package explain

import (
	"fmt"

	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/model/pricing"
)

// Cheaper explains the day from which the deal has cost less in all than the same
// need by the hour: what both come to with that month, and what they came to with
// the one before.
func (s Source) Cheaper(from calendar.Day) (*Page, error) {
	if s.Quote.Comparison == nil {
		return nil, ErrNowhere
	}
	p := &Page{title: "Where it comes from", value: from.Month(), what: "the month from which the deal has cost less in all than hourly only"}
	month := from.FirstOfMonth()
	before := month.AddMonths(-1)
	for _, end := range []calendar.Day{before, month} {
		ours, hourly := upTo(s.Quote.Months, end), upTo(s.Quote.Comparison.Months, end)
		if p.formula != "" {
			p.formula += "; "
		}
		p.formula += fmt.Sprintf("to %s %s against %s", end.Month(), ours.Grouped(), hourly.Grouped())
	}
	for i, m := range s.Quote.Months {
		if m.First == month {
			p.items = append(p.items, s.figureItem("this deal in "+from.Month(), m.Software.Grouped(), fmt.Sprintf("months.%d.software", i)))
		}
	}
	p.items = append(p.items,
		s.figureItem("this deal, to the end", s.Quote.Totals.Software.Grouped(), "totals.software"),
		s.figureItem("hourly only, to the end", s.Quote.Comparison.HourlyOnly.Grouped(), "hourly_only"))
	return p, nil
}

// upTo is what the months to one of them cost, that one with them.
func upTo(months []pricing.Month, last calendar.Day) money.Amount {
	var sum money.Amount
	for _, m := range months {
		if m.First <= last {
			sum += m.Software
		}
	}
	return sum
}
