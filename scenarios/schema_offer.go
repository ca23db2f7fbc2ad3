package scenarios

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
)

// These bounds only keep figures to a size that can be meant; what an offer may
// hold is a rule.
const (
	mostDays     = 3653 // mostMonths, in days
	mostAccounts = 100_000
	mostPayments = 1_000
	mostRenewals = 1_000
)

var offerKeys = []key[deal.Offer]{
	{name: "months", read: count(1, mostMonths, func(o *deal.Offer) *int { return &o.Months })},
	{name: "days", read: count(1, mostDays, func(o *deal.Offer) *int { return &o.Days })},
	{name: "expires", read: day(func(o *deal.Offer) *calendar.Day { return &o.Expires })},
	{name: "accounts", read: counted(1, mostAccounts, "write to how many accounts it is extended: 1", func(o *deal.Offer) *int { return &o.Accounts })},
	{name: "discount", read: share(percents{most: 100}, func(o *deal.Offer) *decimal.Decimal { return &o.Discount })},
	{name: "instance", read: inRates(func(o *deal.Offer) *listing.Rates { return &o.Rates }, instanceRates(offerRates))},
	{name: "dimension", read: inRates(func(o *deal.Offer) *listing.Rates { return &o.Rates }, dimensionRates(offerDimension))},
	{name: "schedule", read: sub(scheduleKeys, func(o *deal.Offer) **deal.Schedule { return &o.Schedule }, nil)},
	{name: "installment", read: items(readInstallment)},
	{name: "renewal", read: sub(renewalKeys, func(o *deal.Offer) **deal.OfferRenewal { return &o.Renewal }, nil)},
}

func checkOffer(r *reader, p *place, _ *deal.Offer) {
	r.oneOf(p)
	if p.Field("months") == nil && p.Field("days") == nil {
		r.refuseTable(p, "the offer has no term", "write months = 36, or days = 400")
	}
}

var scheduleKeys = []key[deal.Schedule]{
	{name: "every", example: `every = "quarter"`, read: word([]string{"month", "quarter", "year"}, func(s *deal.Schedule) *string { return &s.Every })},
	{name: "count", example: "count = 12", read: count(1, mostPayments, func(s *deal.Schedule) *int { return &s.Count })},
	{name: "first", example: "first = 2026-02-01", read: day(func(s *deal.Schedule) *calendar.Day { return &s.First })},
	{name: "initial", read: rate(func(s *deal.Schedule) *listing.Rate { return &s.Initial })},
}

var installmentKeys = []key[deal.Installment]{
	{name: "date", example: "date = 2026-02-01", read: day(func(i *deal.Installment) *calendar.Day { return &i.Date })},
	{name: "amount", example: `amount = "5000"`, read: readPayment},
}

// readPayment reads an amount that may be negative: what is wrong with that is
// for a rule to say (PAY-6).
func readPayment(r *reader, p *place, i *deal.Installment) {
	bare, negative := strings.CutPrefix(p.Text, "-")
	node := *p.Node
	node.Text = bare
	d, ok := r.number(&place{Node: &node, up: p.up, part: p.part})
	if i.Amount = d; ok && negative {
		i.Amount = d.Neg()
	}
}

func readInstallment(r *reader, p *place, o *deal.Offer) {
	var made deal.Installment
	if table(r, p, installmentKeys, &made) {
		o.Installments = append(o.Installments, made)
	}
}

var renewalKeys = []key[deal.OfferRenewal]{
	{name: "uplift", read: share(percents{most: 1000, said: 100}, func(o *deal.OfferRenewal) *decimal.Decimal { return &o.Uplift })},
	{name: "times", example: "times = 2", read: counted(0, mostRenewals, "write how many times it renews: 1", func(o *deal.OfferRenewal) *int { return &o.Times })},
}

var modelChangeKeys = []key[deal.ModelChange]{
	{name: "requested", example: "requested = 2026-09-01", read: day(func(m *deal.ModelChange) *calendar.Day { return &m.Requested })},
	{name: "to", example: `to = "contract"`, read: word(listing.Models, func(m *deal.ModelChange) *listing.Model { return &m.To })},
}

var sellerKeys = []key[deal.Seller]{
	{name: "renewal", read: flag(func(s *deal.Seller) *bool { return &s.Renewal })},
	{name: "reseller", read: shareRate(func(s *deal.Seller) *listing.Rate { return &s.Reseller })},
	{name: "country", read: readCountry},
	{name: "metering_loss", read: share(percents{most: 100}, func(s *deal.Seller) *decimal.Decimal { return &s.MeteringLoss })},
	{name: "floor", read: shareRate(func(s *deal.Seller) *listing.Rate { return &s.Floor })},
	{name: "notes", read: text(func(s *deal.Seller) *string { return &s.Notes })},
}

// shareRate reads a percentage that may be left out.
func shareRate[T any](at func(*T) *listing.Rate) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if d, ok := r.percent(p, percents{most: 100}); ok {
			*at(into) = listing.Of(d)
		}
	}
}

func readCountry(r *reader, p *place, s *deal.Seller) {
	text(func(s *deal.Seller) *string { return &s.Country })(r, p, s)
	if c := s.Country; c != "" && (len(c) != 2 || c[0] < 'A' || c[0] > 'Z' || c[1] < 'A' || c[1] > 'Z') {
		r.refuse(p, fmt.Sprintf("%s is not a country: %s", p.name(), Quoted(c)), `write its two letters: "US"`)
	}
}
