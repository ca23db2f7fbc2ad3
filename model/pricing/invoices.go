package pricing

import (
	"cmp"
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/money"
)

// What an invoice is for, as outputs name it.
const (
	ForAnnual         = "annual"
	ForContract       = "contract"
	ForInstallment    = "installment"
	ForMetered        = "metered"
	ForInfrastructure = "infrastructure"
)

// invoices lays the charges on the days they are invoiced: upfront money on
// its term's start or by schedule, metered use on the first of the month
// after. Together they are the total.
func (p *plan) invoices(charges []*Charge, byMonth []Month) []Invoice {
	scheduled := p.installments()
	firstEnd := p.agreement.annual[0].to
	sums := map[calendar.Day]*[2]money.Amount{}
	upfront := map[calendar.Day]money.Amount{} // by first of the month
	for _, c := range charges {
		if c.Kind.Metered() {
			continue
		}
		upfront[c.Date.FirstOfMonth()] += c.Amount
		switch {
		case scheduled != nil && c.Date < firstEnd && c.Rule != "REN-3":
		default:
			day := p.upfrontDay(c)
			if sums[day] == nil {
				sums[day] = &[2]money.Amount{}
			}
			sums[day][c.Kind] += c.Amount
		}
	}
	list := slices.Grow(scheduled, 2*(len(sums)+len(byMonth)))
	for day, sum := range sums {
		for _, kind := range []Kind{Annual, Contract} {
			if sum[kind] != 0 {
				list = append(list, Invoice{Date: day, Amount: sum[kind], What: kind.String(), Note: p.upfrontNote()})
			}
		}
	}
	for _, m := range byMonth {
		after := m.First.NextMonth()
		if a := m.Software - upfront[m.First]; a != 0 {
			list = append(list, Invoice{Date: after, Amount: a, What: ForMetered})
		}
		if m.Infrastructure != 0 {
			list = append(list, Invoice{Date: after, Amount: m.Infrastructure, What: ForInfrastructure})
		}
	}
	slices.SortStableFunc(list, func(a, b Invoice) int { return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.What, b.What)) })
	return list
}

// upfrontDay is when an annual or a contract is invoiced (FDA-4).
func (p *plan) upfrontDay(c *Charge) calendar.Day {
	if p.c.InvoiceOnAccepted && c.Date == p.s.Start {
		return p.s.Accepted
	}
	return c.Date
}

// upfrontNote labels the invoice date of a future-dated agreement, which no
// text states (FDA-4).
func (p *plan) upfrontNote() string {
	if p.s.Accepted < p.s.Start {
		return "assumption (FDA-4): no text says when upfront money of a future start is invoiced"
	}
	return ""
}

// installments are the payments of the offer's schedule, nil without one. A
// schedule that does not add up to the upfront total is a problem.
func (p *plan) installments() []Invoice {
	o := p.s.Offer
	if !o.Scheduled() {
		return nil
	}
	due := p.due()
	if off := OffSchedule(o, due); off != nil {
		p.problems = append(p.problems, off)
		if o.Schedule != nil {
			return []Invoice{}
		}
	}
	if o.Schedule != nil {
		return p.generated(o.Schedule, due)
	}
	return p.written(o.Installments)
}

// written takes installments as they stand.
func (p *plan) written(installments []deal.Installment) []Invoice {
	list := make([]Invoice, 0, len(installments))
	for _, i := range installments {
		amount, err := money.Round(i.Amount)
		if err != nil {
			p.problems = append(p.problems, &Error{Rule: "OWN-2", Path: deal.P("offer", "installment"), Message: err.Error(), Fix: "use smaller figures"})
		}
		list = append(list, Invoice{Date: p.invoiced(i.Date), Amount: amount, What: ForInstallment})
	}
	return list
}

// generated splits what is due into whole cents over the schedule's days, what
// is left over on the last (PAY-2).
func (p *plan) generated(s *deal.Schedule, due money.Amount) []Invoice {
	var amounts []money.Amount
	balance, others := due, s.Count
	if s.Initial.Set {
		initial, _ := money.Round(s.Initial.Value) // which was done before
		amounts, balance, others = append(amounts, initial), due-initial, s.Count-1
	}
	if others > 0 {
		even := balance.Split(others)
		if p.c.RemainderFirst {
			slices.Reverse(even)
		}
		amounts = append(amounts, even...)
	}
	list := make([]Invoice, 0, len(amounts))
	for k, amount := range amounts {
		if amount != 0 {
			list = append(list, Invoice{Date: p.invoiced(s.Day(k)), Amount: amount, What: ForInstallment})
		}
	}
	return list
}

// invoiced is the day of a payment: its date, or the acceptance where that
// comes later (PAY-3).
func (p *plan) invoiced(date calendar.Day) calendar.Day { return max(date, p.s.Accepted) }
