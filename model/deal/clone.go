package deal

import (
	"slices"

	"termsheet/model/listing"
)

// Clone is a scenario that shares nothing with this one but the product, so
// that either can be changed.
func (s *Scenario) Clone() *Scenario {
	c := *s
	c.Instances = slices.Clone(s.Instances)
	for i := range c.Instances {
		n := &c.Instances[i]
		n.Running, n.Load.Steps = slices.Clone(n.Running), slices.Clone(n.Load.Steps)
	}
	c.Usage = slices.Clone(s.Usage)
	for i := range c.Usage {
		c.Usage[i].Level, c.Usage[i].Monthly = slices.Clone(c.Usage[i].Level), slices.Clone(c.Usage[i].Monthly)
	}
	c.Changes = slices.Clone(s.Changes)
	for i := range c.Changes {
		c.Changes[i].Rates = cloneRates(c.Changes[i].Rates)
	}
	c.Amendments = slices.Clone(s.Amendments)
	for i := range c.Amendments {
		c.Amendments[i].Add, c.Amendments[i].Remove = slices.Clone(c.Amendments[i].Add), slices.Clone(c.Amendments[i].Remove)
	}
	c.Contract, c.Offer, c.Model, c.Seller = cloned(s.Contract), cloned(s.Offer), cloned(s.Model), cloned(s.Seller)
	if c.Contract != nil {
		c.Contract.Quantity = slices.Clone(c.Contract.Quantity)
	}
	if o := c.Offer; o != nil {
		o.Rates, o.Installments = cloneRates(o.Rates), slices.Clone(o.Installments)
		o.Schedule, o.Renewal = cloned(o.Schedule), cloned(o.Renewal)
	}
	return &c
}

func cloned[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}

func cloneRates(r listing.Rates) listing.Rates {
	c := listing.Rates{Instances: slices.Clone(r.Instances), Dimensions: slices.Clone(r.Dimensions)}
	for i := range c.Dimensions {
		c.Dimensions[i].Contract = slices.Clone(c.Dimensions[i].Contract)
	}
	return c
}
