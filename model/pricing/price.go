package pricing

import (
	"strconv"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/money"
)

// Charges prices a scenario as far as its charges and totals. It fails as Price
// does.
func Charges(s *deal.Scenario, c Conventions) ([]*Charge, Totals, error) {
	p, err := compile(s, c, horizon(s, c))
	if err != nil {
		return nil, Totals{}, err
	}
	return p.price()
}

// Sum prices a scenario as far as its totals. It fails as Price does.
func Sum(s *deal.Scenario, c Conventions) (Totals, error) {
	p, err := compile(s, c, horizon(s, c))
	if err != nil {
		return Totals{}, err
	}
	t, _, err := p.sums()
	return t, err
}

// Outline prices a scenario as far as its totals and what it costs by month, after
// one that differs in numbers of annuals at most, as PriceAfter does.
func Outline(before *Quote, s *deal.Scenario, c Conventions) (Totals, []Month, error) {
	if t, ok := before.turn(s); ok {
		return t.sums()
	}
	p, err := compile(s, c, horizon(s, c))
	if err != nil {
		return Totals{}, nil, err
	}
	return p.sums()
}

func (p *plan) price() ([]*Charge, Totals, error) {
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
	p, charges, totals, err := chargesAfter(before, s, c)
	if err != nil {
		return nil, err
	}
	q := &Quote{Variant: s.Variant, Accepted: s.Accepted, Start: s.Start, End: p.end, HoursBasis: basisName(p.basis), plan: p,
		Charges: charges, Totals: totals}
	q.Months = addMonths(p.noMonths(), q.Charges)
	q.Invoices = p.invoices(q.Charges, q.Months)
	if before != nil && len(s.Amendments) == 0 { // an amendment counts what it finds
		q.BreakEven, q.Comparison = before.BreakEven, before.Comparison.against(q.Totals)
		q.Lanes = p.lanesAfter(before)
	} else {
		if q.Comparison, err = p.compare(q.Totals); err != nil {
			return nil, err
		}
		if q.BreakEven, err = p.breakEven(); err != nil {
			return nil, err
		}
		q.Lanes = p.lanes()
	}
	q.Events, q.Problems = p.events(q.Invoices), p.problems
	return q, nil
}

// chargesAfter is a scenario's plan with its charges.
func chargesAfter(before *Quote, s *deal.Scenario, c Conventions) (p *plan, charges []*Charge, sums Totals, err error) {
	if t, ok := before.turn(s); ok {
		charges, sums, err = t.price()
		return t.whole, charges, sums, err
	}
	if p, err = compile(s, c, horizon(s, c)); err == nil {
		charges, sums, err = p.price()
	}
	return p, charges, sums, err
}

func basisName(h deal.Hours) string {
	if h.Calendar {
		return "calendar"
	}
	return strconv.Itoa(h.Fixed)
}

// total sums charges by kind.
func total(charges []*Charge) (t Totals, err error) {
	if err = t.add(charges); err == nil {
		err = t.close()
	}
	return t, err
}

// add adds charges to the sums of their kinds.
func (t *Totals) add(charges []*Charge) (err error) {
	for _, c := range charges {
		sum := t.Of(c.Kind)
		if *sum, err = money.Sum(*sum, c.Amount); err != nil {
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
func addMonths(list []Month, charges []*Charge) []Month {
	next := calendar.Day(0)
	if len(list) > 0 {
		next = list[len(list)-1].First.NextMonth()
	}
	for _, c := range charges {
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
