package whatif

import (
	"fmt"
	"slices"

	"termsheet/model/deal"
	"termsheet/model/money"
)

// Assumed is the offer that a question about an offer has given a deal on public
// terms.
type Assumed struct {
	Made     string       // in words, "" where the deal has an offer or none is asked about
	Alone    money.Amount // the metric with it, before a discount: what its term does
	Returned bool         // it is not new, so it can name rates
}

// Before says at which prices the metric is what the offer makes it alone.
func (a Assumed) Before() string {
	if a.Returned {
		return "with no discount"
	}
	return "at list prices"
}

// WithOffer makes a scenario on public terms private where one of the inputs is the
// offer's; it takes no discount off yet. It fails where the offer has no price.
func (e *Engine) WithOffer(s *deal.Scenario, inputs ...deal.Path) (*deal.Scenario, Assumed, error) {
	if s.Offer != nil || !slices.ContainsFunc(inputs, func(p deal.Path) bool { return len(p) > 1 && p[0] == "offer" }) {
		return s, Assumed{}, nil
	}
	c, of := e.Returned, deal.Base+"'s offer of %s"
	if c == nil {
		c, of = s.Clone(), "a private offer of %s"
		c.Offer, c.Renew = s.Private(e.Conventions.DefaultMonths), false // an offer renews only by its own terms
	}
	a := Assumed{Made: fmt.Sprintf(of, term(c.Offer)), Returned: c == e.Returned}
	if c.Offer.Renewal != nil {
		a.Made += " that renews"
	}
	var err error
	a.Alone, err = e.Value(c)
	return c, a, err
}

// term is how long an offer runs, in words.
func term(o *deal.Offer) string {
	switch {
	case o.Days > 0:
		return fmt.Sprintf("%d days", o.Days)
	case o.Months == 1:
		return "1 month"
	}
	return fmt.Sprintf("%d months", o.Months)
}
