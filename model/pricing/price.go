package pricing

import (
	"strconv"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/money"
)

// Charges prices a scenario as far as its charges and totals.
func Charges(s *deal.Scenario, c Conventions) ([]Charge, Totals, error) {
	p, err := compile(s, c, horizon(s, c))
	if err != nil {
		return nil, Totals{}, err
	}
	return p.price()
}

// Sum prices a scenario as far as its totals.
func Sum(s *deal.Scenario, c Conventions) (Totals, error) {
	p, err := compile(s, c, horizon(s, c))
	if err != nil {
		return Totals{}, err
	}
	t, _, err := p.sums()
	return t, err
}

// Outline prices a scenario as far as its totals and what it costs by month.
func Outline(s *deal.Scenario, c Conventions) (Totals, []Month, error) {
	p, err := compile(s, c, horizon(s, c))
	if err != nil {
		return Totals{}, nil, err
	}
	return p.sums()
}

func (p *plan) price() ([]Charge, Totals, error) {
	charges, err := p.metered()
	if err != nil {
		return nil, Totals{}, err
	}
	t, err := total(charges)
	return charges, t, err
}

// Price works out the whole quote of a scenario. An *Error names the key for
// which no price can be found; what is refused but leaves the rest priced is
// in the quote's Problems.
func Price(s *deal.Scenario, c Conventions) (*Quote, error) {
	return PriceAfter(nil, s, c)
}

// PriceAfter is Price of a scenario after one that differs in numbers of annuals at
// most, with the quote of that, under the same conventions: what no number of
// annuals changes is taken from there. Without one, before is nil.
func PriceAfter(before *Quote, s *deal.Scenario, c Conventions) (*Quote, error) {
	p, err := compile(s, c, horizon(s, c))
	if err != nil {
		return nil, err
	}
	q := &Quote{Variant: s.Variant, Accepted: s.Accepted, Start: s.Start, End: p.end, HoursBasis: basisName(p.basis)}
	if q.Charges, q.Totals, err = p.price(); err != nil {
		return nil, err
	}
	q.Months = addMonths(p.noMonths(), q.Charges)
	q.Invoices = p.invoices(q.Charges, q.Months)
	var lanes []Lane
	if before != nil && len(s.Amendments) == 0 { // an amendment counts what it finds
		q.BreakEven, q.Comparison, lanes = before.BreakEven, before.Comparison.against(q.Totals), before.Lanes
	} else {
		if q.Comparison, err = p.compare(q.Totals); err != nil {
			return nil, err
		}
		if q.BreakEven, err = p.breakEven(); err != nil {
			return nil, err
		}
	}
	q.Events = p.events(q.Invoices)
	q.Lanes, q.Problems = p.lanes(lanes), p.problems
	return q, nil
}

func basisName(h deal.Hours) string {
	if h.Calendar {
		return "calendar"
	}
	return strconv.Itoa(h.Fixed)
}

// total sums charges by kind.
func total(charges []Charge) (t Totals, err error) {
	if err = t.add(charges); err == nil {
		err = t.close()
	}
	return t, err
}

// add adds charges to the sums of their kinds.
func (t *Totals) add(charges []Charge) (err error) {
	for i := range charges {
		sum := t.Of(charges[i].Kind)
		if *sum, err = money.Sum(*sum, charges[i].Amount); err != nil {
			return errAt(err, deal.P("totals"))
		}
	}
	return nil
}

// close adds up the kinds.
func (t *Totals) close() (err error) {
	if t.Software, err = money.Sum(t.Annual, t.Contract, t.Hourly, t.Usage); err == nil {
		t.Total, err = money.Sum(t.Software, t.Infrastructure)
	}
	if err != nil {
		return errAt(err, deal.P("totals"))
	}
	return nil
}

// noMonths has room for the months of the horizon.
func (p *plan) noMonths() []Month {
	return make([]Month, 0, max(p.end.MonthIndex()-p.s.Start.MonthIndex()+1, 0))
}

// addMonths adds charges, which are in order of their dates, to the sums of
// their calendar months.
func addMonths(list []Month, charges []Charge) []Month {
	next := calendar.Day(0)
	if len(list) > 0 {
		next = list[len(list)-1].First.NextMonth()
	}
	for i := range charges {
		c := &charges[i]
		if len(list) == 0 || c.Date >= next {
			list = append(list, Month{First: c.Date.FirstOfMonth()})
			next = c.Date.NextMonth()
		}
		m := &list[len(list)-1]
		if c.Kind == Infrastructure {
			m.Infrastructure += c.Amount
		} else {
			m.Software += c.Amount
		}
	}
	return list
}
