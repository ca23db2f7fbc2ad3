package pricing

import (
	"fmt"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
)

// Upfront is what an offer's schedule has to add up to (PAY-2): what is paid upfront
// for its first term. It fails as Price does.
func Upfront(s *deal.Scenario, c Conventions) (money.Amount, error) {
	p, err := uncut(s, c, horizon(s, c))
	if err != nil {
		return 0, err
	}
	if err := p.planUpfront(); err != nil {
		return 0, err
	}
	return p.due(), p.incomplete()
}

// due is the upfront total without what renewals add to it.
func (p *plan) due() (sum money.Amount) {
	for i := range p.upfront {
		if p.upfront[i].Rule != "REN-3" {
			sum += p.upfront[i].Amount
		}
	}
	return sum
}

// OffSchedule says why the payments of an offer do not add up to what is due
// upfront (PAY-2), nil where they do and where it has no schedule.
func OffSchedule(o *deal.Offer, due money.Amount) *Error {
	switch {
	case !o.Scheduled():
		return nil
	case o.Schedule != nil:
		return offInitial(o.Schedule, due)
	}
	paid := decimal.Zero
	for _, i := range o.Installments {
		paid = paid.Add(i.Amount)
	}
	short := due.Decimal().Sub(paid)
	if short.IsZero() {
		return nil
	}
	direction, by := "less", short
	if short.IsNegative() {
		direction, by = "more", short.Neg()
	}
	return &Error{Rule: "PAY-2", Path: deal.P("offer", "installment"),
		Message: fmt.Sprintf("the installments add up to %s, %s %s than the upfront total of %s", money.Group(paid.StringFixed(2)), money.Group(by.StringFixed(2)), direction, due.Grouped()),
		Fix:     "change an installment by the difference, or use [offer.schedule]"}
}

// offInitial is OffSchedule of a generated schedule, which adds up unless its
// first payment is too much.
func offInitial(s *deal.Schedule, due money.Amount) *Error {
	if !s.Initial.Set {
		return nil
	}
	initial, err := money.Round(s.Initial.Value)
	if err == nil && initial <= due && (s.Count > 1 || initial == due) {
		return nil
	}
	return &Error{Rule: "PAY-2", Path: deal.P("offer", "schedule", "initial"),
		Message: fmt.Sprintf("the initial payment of %s does not leave a balance of %s to split", money.Group(s.Initial.Value.StringFixed(2)), due.Grouped()),
		Fix:     "use at most " + due.String()}
}
