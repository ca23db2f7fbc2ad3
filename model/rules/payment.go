package rules

import (
	"fmt"
	"strconv"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
)

// paymentChecks hold payment schedules against chapter 10.
var paymentChecks = []check{
	{rule: "PAY-1", deal: payments},
	{rule: "PAY-2", pricing: true},
	{rule: "PAY-3", deal: invoicedAtOnce},
	{rule: "PAY-4", deal: beforeAcceptance},
	{rule: "PAY-5", deal: insideContract},
	{rule: "PAY-6", deal: paymentForm},
	{rule: "PAY-10", deal: scheduleProduct},
	{rule: "PAY-12", deal: resoldSchedule},
}

// payment is one date of a schedule, with the key that gives it.
type payment struct {
	date calendar.Day
	path deal.Path
}

// payments lists the dates of the offer's schedule in the order of the file.
func (c *onDeal) payments() []payment {
	var list []payment
	if c.Offer == nil {
		return nil
	}
	if s := c.Offer.Schedule; s != nil {
		for k := range s.Count {
			at := deal.P("offer", "schedule", "count")
			if k == 0 {
				at = deal.P("offer", "schedule", "first")
			}
			list = append(list, payment{s.Day(k), at})
		}
	}
	for k, i := range c.Offer.Installments {
		list = append(list, payment{i.Date, installment(k, "date")})
	}
	return list
}

func installment(k int, key string) deal.Path {
	return deal.P("offer", "installment", strconv.Itoa(k), key)
}

// schedulePath is where the schedule begins.
func (c *onDeal) schedulePath() deal.Path {
	if c.Offer.Schedule != nil {
		return deal.P("offer", "schedule")
	}
	return deal.P("offer", "installment", "0")
}

// payments finds the first payment above the limit.
func payments(c *onDeal) {
	most, list := c.rb.Numbers.Payments, c.payments()
	if len(list) > most {
		c.error(list[most].path, "use longer steps, or fewer", "the schedule has %d payments, at most %d are allowed", len(list), most)
	}
}

// invoicedAtOnce notes a first payment that is due before the acceptance.
func invoicedAtOnce(c *onDeal) {
	for _, p := range c.payments() {
		if p.date < c.Accepted {
			c.note(p.path, "", "the payment of %s is invoiced at once on acceptance, %s", p.date, c.Accepted)
			return
		}
	}
}

// beforeAcceptance finds a second payment up to the last day on which the
// offer can be accepted.
func beforeAcceptance(c *onDeal) {
	list := c.payments()
	if len(list) == 0 {
		return
	}
	deadline, what := c.Offer.Expires, "expires"
	if deadline == 0 {
		deadline, what = c.Accepted, "is accepted"
	}
	seen := 0
	for _, p := range list {
		if p.date > deadline {
			continue
		}
		if seen++; seen > c.rb.Numbers.PaymentsUpToExpiry {
			c.error(p.path, fmt.Sprintf("date it after %s", deadline),
				"payment %d is dated %s: only %d may fall on or before the day the offer %s, %s", seen, p.date, c.rb.Numbers.PaymentsUpToExpiry, what, deadline)
			return
		}
	}
}

// insideContract finds payments at or after the end of the agreement.
func insideContract(c *onDeal) {
	list := c.payments()
	if len(list) == 0 {
		return
	}
	last := c.Offer.End(c.Start) - 1
	for _, p := range list {
		switch {
		case p.date > last:
			c.error(p.path, fmt.Sprintf("date it before %s", last), "the payment of %s lies after the agreement's last day, %s", p.date, last)
			return
		case p.date == last:
			c.doubt(p.path, fmt.Sprintf("date it before %s", last), "the payment of %s falls on the agreement's last day; one text wants it before", p.date)
			return
		}
	}
}

// paymentForm finds dates given twice and amounts that cannot be invoiced.
func paymentForm(c *onDeal) {
	if c.Offer == nil {
		return
	}
	most := c.rb.Numbers.PaymentDecimals
	if s := c.Offer.Schedule; s != nil && places(s.Initial.Value) > most {
		c.error(deal.P("offer", "schedule", "initial"), "round it to cents", "the amount has more than %d decimals", most)
	}
	seen := map[calendar.Day]bool{}
	for k, i := range c.Offer.Installments {
		if seen[i.Date] {
			c.error(installment(k, "date"), "put both amounts into one payment", "there is a payment on %s already", i.Date)
		}
		seen[i.Date] = true
		switch at := installment(k, "amount"); {
		case places(i.Amount) > most:
			c.error(at, "round it to cents", "the amount has more than %d decimals", most)
		case i.Amount.IsNegative():
			c.error(at, "write zero or more", "a payment cannot be negative")
		}
	}
}

// scheduleProduct finds schedules of what has no upfront price.
func scheduleProduct(c *onDeal) {
	if len(c.payments()) == 0 {
		return
	}
	switch p := c.Product; {
	case p.Delivery == listing.Services:
	case !p.Has(listing.Annual) && !p.Has(listing.Contract):
		c.error(c.schedulePath(), "take the schedule out", "what is sold only by use has no payment schedule")
	case p.Delivery == listing.ML || p.Delivery == listing.Data:
		c.warn(c.schedulePath(), "ask the operator first", "the operator's list of products with payment schedules does not have %s", p.Delivery)
	}
}

// resoldSchedule warns of a schedule beside a channel partner's margin.
func resoldSchedule(c *onDeal) {
	if len(c.payments()) > 0 && c.Seller != nil && positive(c.Seller.Reseller) {
		c.warn(c.schedulePath(), "let the seller's own offer to the partner carry it",
			"a partner's offer with a markup cannot carry a payment schedule")
	}
}
