package whatif

import (
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/pricing"
)

// takePrice gives a scenario the rates of another, for the term it has itself.
// The day of acceptance decides which list holds; where use begins on another
// day it belongs to the term.
func (e *Engine) takePrice(now, b *deal.Scenario) {
	now.Product, now.Changes, now.Trial = b.Product, b.Changes, b.Trial
	if now.Start == b.Start {
		now.Accepted = b.Accepted
	}
	if now.Offer == nil && b.Offer == nil {
		return
	}
	own, theirs := now.Offer, b.Offer
	if own == nil {
		own = e.asOffer(now)
	}
	if theirs == nil {
		theirs = &deal.Offer{Months: own.Months, Days: own.Days} // at the list
	}
	offer := *own
	offer.Discount, offer.Rates = theirs.Discount, e.restated(theirs, own)
	if own.Renewal != nil {
		offer.Renewal = &deal.OfferRenewal{Times: own.Renewal.Times}
		if theirs.Renewal != nil {
			offer.Renewal.Uplift = theirs.Renewal.Uplift
		}
	}
	offer.Schedule, offer.Installments = nil, nil // when it is paid changes no sum
	now.Offer = &offer
}

// asOffer is an offer that runs as long as a scenario's public terms do.
func (e *Engine) asOffer(s *deal.Scenario) *deal.Offer {
	horizon := s.Months
	bought := slices.ContainsFunc(s.Instances, func(n deal.Need) bool { return !n.Annual.IsZero() })
	o := &deal.Offer{}
	switch {
	case s.Contract != nil && s.Contract.Months > 0:
		o.Months = s.Contract.Months
	case bought || horizon == 0:
		o.Months = e.Conventions.AnnualMonths
	default:
		o.Months = horizon
	}
	if s.Renew && horizon > o.Months {
		o.Renewal = &deal.OfferRenewal{Times: (horizon - 1) / o.Months}
	}
	return o
}

// restated are the rates that an offer names for its whole term, made those of
// another term pro rata.
func (e *Engine) restated(o, term *deal.Offer) listing.Rates {
	c := deal.Scenario{Offer: o}
	rates := c.Clone().Offer.Rates
	of, per := length(term, e.Conventions), length(o, e.Conventions)
	if of == per {
		return rates
	}
	share := func(d decimal.Decimal) decimal.Decimal {
		return d.Mul(decimal.NewFromInt(of)).DivRound(decimal.NewFromInt(per), restatedPlaces)
	}
	for i := range rates.Instances {
		if r := &rates.Instances[i].Upfront; r.Set {
			r.Value = share(r.Value)
		}
	}
	for i := range rates.Dimensions {
		for j := range rates.Dimensions[i].Contract {
			r := &rates.Dimensions[i].Contract[j].Rate
			*r = share(*r)
		}
	}
	return rates
}

// restatedPlaces is the scale of a rate that is made that of another term.
const restatedPlaces = 12

// length is an offer's term in parts of a year, the same parts for months and
// for days.
func length(o *deal.Offer, c pricing.Conventions) int64 {
	if o.Days > 0 {
		return int64(o.Days) * int64(c.AnnualMonths)
	}
	return int64(o.Months) * int64(c.YearDays)
}

// takeTerm gives a scenario the term of another. What is left then is the mix.
func takeTerm(now, b *deal.Scenario) {
	now.Accepted, now.Start, now.Months, now.Renew = b.Accepted, b.Start, b.Months, b.Renew
	now.Offer = b.Offer
	switch {
	case now.Contract == nil:
	case b.Offer != nil:
		now.Contract.Months = b.Offer.Months
	case b.Contract != nil:
		now.Contract.Months = b.Contract.Months
	}
}
