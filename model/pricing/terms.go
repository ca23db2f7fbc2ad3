package pricing

import (
	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
)

// span is one run of a term, half open; number counts its renewals.
type span struct {
	from, to calendar.Day
	number   int
}

// spans lists the runs of a term that begin before the horizon's end. Run k
// begins after(k), which counts k terms from the start; renewals < 0 means without
// end. A term of no length runs once.
func spans(end calendar.Day, renewals int, after func(k int) calendar.Day) []span {
	list := []span{{after(0), after(1), 0}}
	for k := 1; (renewals < 0 || k <= renewals) && after(k) < end && after(k) > list[k-1].from; k++ {
		list = append(list, span{after(k), after(k + 1), k})
	}
	return list
}

// agreement is when the commitments of a scenario run.
type agreement struct {
	annual, contract []span
	offer            *deal.Offer
	offerEnd         calendar.Day // the day after the offer's last renewal; meaningful with an offer
}

func agree(s *deal.Scenario, end calendar.Day, c Conventions) agreement {
	if o := s.Offer; o != nil {
		renewals := 0
		if o.Renewal != nil {
			renewals = o.Renewal.Times
		}
		runs := spans(end, renewals, func(k int) calendar.Day { return offerStart(o, s.Start, k) })
		return agreement{annual: runs, contract: runs, offer: o, offerEnd: runs[len(runs)-1].to}
	}
	renewals := 0
	if s.Renew {
		renewals = -1
	}
	months := func(n int) []span {
		return spans(end, renewals, func(k int) calendar.Day { return s.Start.AddMonths(k * n) })
	}
	a := agreement{annual: months(c.AnnualMonths)}
	if s.Contract != nil && s.Contract.Months > 0 {
		a.contract = months(s.Contract.Months)
	}
	return a
}

func offerStart(o *deal.Offer, start calendar.Day, k int) calendar.Day {
	if o.Days > 0 {
		return start + calendar.Day(k*o.Days)
	}
	return start.AddMonths(k * o.Months)
}

// horizon is the first day that is not looked at.
func horizon(s *deal.Scenario, c Conventions) calendar.Day {
	switch {
	case s.Months > 0:
		return s.Start.AddMonths(s.Months)
	case s.Offer != nil:
		return s.Offer.End(s.Start)
	case s.Contract != nil && s.Contract.Months > 0:
		return s.Start.AddMonths(s.Contract.Months)
	}
	return s.Start.AddMonths(c.DefaultMonths)
}

// coverStep is a number of covering units from a day on.
type coverStep struct {
	from  calendar.Day
	units decimal.Decimal
}

// coverSteps is a commitment over time, ascending; nothing covers before the
// first step.
type coverSteps []coverStep

// index finds the step in force on a day, -1 before the first.
func (s coverSteps) index(day calendar.Day) int {
	i := len(s) - 1
	for i >= 0 && s[i].from > day {
		i--
	}
	return i
}

func (s coverSteps) units(i int) decimal.Decimal {
	if i < 0 {
		return decimal.Zero
	}
	return s[i].units
}

// covers gives the same units in every run of what was bought and none after
// the last. What covers nothing has terms all the same.
func covers(runs []span, bought, units decimal.Decimal) coverSteps {
	if bought.IsZero() || len(runs) == 0 {
		return nil
	}
	var s coverSteps
	for _, r := range runs {
		s = append(s, coverStep{r.from, units})
	}
	return append(s, coverStep{runs[len(runs)-1].to, decimal.Zero})
}
