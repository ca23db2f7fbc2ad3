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
	upfront, inMonth := p.invoicedUpfront(charges, byMonth)
	list := make([]Invoice, 0, len(upfront)+2*len(byMonth))
	add := func(i Invoice) {
		for len(upfront) > 0 && upfront[0].compare(i) <= 0 {
			list, upfront = append(list, upfront[0]), upfront[1:]
		}
		if i.Amount != 0 {
			list = append(list, i)
		}
	}
	for i, m := range byMonth {
		after := m.First.NextMonth()
		add(Invoice{Date: after, Amount: m.Infrastructure, What: ForInfrastructure})
		add(Invoice{Date: after, Amount: m.Software - inMonth[i], What: ForMetered})
	}
	return append(list, upfront...)
}

func (i Invoice) compare(other Invoice) int {
	if i.Date != other.Date {
		return cmp.Compare(i.Date, other.Date)
	}
	return cmp.Compare(i.What, other.What)
}

// invoicedUpfront are the invoices for annuals and contracts, in order, and what of
// them is charged in each of the months. Charges of one kind that are invoiced on one
// day are one invoice.
func (p *plan) invoicedUpfront(charges []*Charge, byMonth []Month) (list []Invoice, inMonth []money.Amount) {
	scheduled := p.installments()
	firstEnd := p.agreement.annual[0].to
	inMonth = make([]money.Amount, len(byMonth))
	var own []Invoice // by date
	month := 0
	for _, c := range charges {
		if c.Kind.Metered() {
			continue
		}
		for month+1 < len(byMonth) && byMonth[month+1].First <= c.Date {
			month++
		}
		inMonth[month] += c.Amount
		if scheduled == nil || c.Date >= firstEnd || c.Rule == "REN-3" {
			own = collect(own, Invoice{Date: p.upfrontDay(c), Amount: c.Amount, What: c.Kind.String(), Note: p.upfrontNote()})
		}
	}
	own = slices.DeleteFunc(own, func(i Invoice) bool { return i.Amount == 0 })
	list = append(scheduled, own...)
	slices.SortStableFunc(list, Invoice.compare)
	return list, inMonth
}

// collect adds an invoice to the one for the same on its day, if there is one among
// invoices of that day or before.
func collect(list []Invoice, i Invoice) []Invoice {
	for n := len(list) - 1; n >= 0 && list[n].Date == i.Date; n-- {
		if list[n].What == i.What {
			list[n].Amount += i.Amount
			return list
		}
	}
	return append(list, i)
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
