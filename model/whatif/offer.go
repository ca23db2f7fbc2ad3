package whatif

import (
	"cmp"
	"fmt"
	"slices"

	"termsheet/model/deal"
	"termsheet/model/money"
)

// Assumed is the offer that a question about an offer has made of a deal on
// public terms.
type Assumed struct {
	Made  string       // in words, "" where the deal has an offer or none is asked about
	Alone money.Amount // the metric with it, at list prices: what its term does
}

// WithOffer gives a scenario on public terms a private offer that takes nothing
// off yet, where one of the inputs is the offer's: for the contract's term, else
// for the whole horizon. A contract that renews does so under the offer, too.
func (e *Engine) WithOffer(s *deal.Scenario, inputs ...deal.Path) (*deal.Scenario, Assumed, error) {
	if s.Offer != nil || !slices.ContainsFunc(inputs, func(p deal.Path) bool { return len(p) > 1 && p[0] == "offer" }) {
		return s, Assumed{}, nil
	}
	c := s.Clone()
	term := 0
	if s.Contract != nil {
		term = s.Contract.Months
	}
	horizon := cmp.Or(s.Months, term, e.Conventions.DefaultMonths)
	term = cmp.Or(term, horizon)
	a := Assumed{Made: fmt.Sprintf("a private offer of %d months", term)}
	if term == 1 {
		a.Made = "a private offer of 1 month"
	}
	c.Offer, c.Renew = &deal.Offer{Months: term}, false // an offer renews only by its own terms
	if again := (horizon+term-1)/term - 1; s.Renew && again > 0 {
		c.Offer.Renewal = &deal.OfferRenewal{Times: again}
		a.Made += " that renews"
	}
	var err error
	a.Alone, err = e.Value(c)
	return c, a, err
}
