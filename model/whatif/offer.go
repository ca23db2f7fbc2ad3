package whatif

import (
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

// WithOffer makes a scenario on public terms private where one of the inputs is the
// offer's; it takes nothing off yet.
func (e *Engine) WithOffer(s *deal.Scenario, inputs ...deal.Path) (*deal.Scenario, Assumed, error) {
	if s.Offer != nil || !slices.ContainsFunc(inputs, func(p deal.Path) bool { return len(p) > 1 && p[0] == "offer" }) {
		return s, Assumed{}, nil
	}
	c := s.Clone()
	c.Offer, c.Renew = s.Private(e.Conventions.DefaultMonths), false // an offer renews only by its own terms
	a := Assumed{Made: fmt.Sprintf("a private offer of %d months", c.Offer.Months)}
	if c.Offer.Months == 1 {
		a.Made = "a private offer of 1 month"
	}
	if c.Offer.Renewal != nil {
		a.Made += " that renews"
	}
	var err error
	a.Alone, err = e.Value(c)
	return c, a, err
}
