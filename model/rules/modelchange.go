package rules

import (
	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
)

// modelChecks hold a change of the pricing model against chapter 8, and
// against what other chapters say of it.
var modelChecks = []check{
	{rule: "CON-3", deal: modelRefused},
	{rule: "MOD-1", deal: review},
	{rule: "MOD-2", deal: modelRefused},
	{rule: "MOD-3", deal: modelRefused},
	{rule: "MOD-4", deal: notByAPI},
	{rule: "MOD-5", deal: modelRefused},
	{rule: "USG-7", deal: modelRefused},
}

// refusals are the changes that are not possible; the first that fits speaks.
var refusals = []struct {
	rule         string
	severity     Severity
	fits         func(p *listing.Product, to listing.Model) bool
	message, fix string
}{
	{"MOD-3", Error, func(p *listing.Product, to listing.Model) bool {
		return p.Delivery == listing.Container && meteredOrContract(to) && (p.Has(listing.Usage) || p.Has(listing.Contract))
	}, "a container cannot switch between contract and usage", "ask the operator's seller operations, or list a new product"},
	{"MOD-5", Error, func(p *listing.Product, to listing.Model) bool {
		return p.Has(listing.Usage) && (to == listing.Hourly || to == listing.Annual || to == listing.BYOL)
	}, "a product on the metering service cannot become hourly or bring its own licence", "list a new product"},
	{"USG-7", Error, func(p *listing.Product, to listing.Model) bool {
		return to == listing.Usage && p.Delivery != listing.SaaS && !p.Has(listing.Contract)
	}, "a standard product cannot be converted to metering", "list a new product"},
	{"CON-3", Error, func(p *listing.Product, to listing.Model) bool {
		return to == listing.Contract && p.Delivery != listing.SaaS && p.Delivery != listing.Services
	}, "contracts are for new machine images and containers only", "list a new product"},
	{"MOD-2", Warning, func(p *listing.Product, _ listing.Model) bool { return p.Delivery == listing.SaaS },
		"the pricing model of software as a service is frozen once it is published", "list a new product, or ask the operator first"},
}

func meteredOrContract(m listing.Model) bool { return m == listing.Usage || m == listing.Contract }

// modelChanges tells whether the scenario asks for a model that the product
// does not have.
func (c *onDeal) modelChanges() bool { return c.Model != nil && !c.Product.Has(c.Model.To) }

// modelRefused finds a change that the rule being checked refuses.
func modelRefused(c *onDeal) {
	if !c.modelChanges() {
		return
	}
	for _, r := range refusals {
		if r.fits(c.Product, c.Model.To) {
			if r.rule == c.rule {
				c.add(r.severity, deal.P("model_change", "to"), r.fix, "%s", r.message)
			}
			return
		}
	}
}

// impossible tells whether the change is refused whatever anybody asks.
func (c *onDeal) impossible() bool {
	for _, r := range refusals {
		if r.fits(c.Product, c.Model.To) {
			return r.severity == Error
		}
	}
	return false
}

// review notes the window in which a change is reviewed.
func review(c *onDeal) {
	switch n := &c.rb.Numbers; {
	case c.Model == nil:
	case !c.modelChanges():
		c.warn(deal.P("model_change", "to"), "name the model to change to", "the product is sold under %s already", c.Model.To)
	case !c.impossible():
		c.note(deal.P("model_change", "requested"), "plan for the later day", "the operator's review ends between %s and %s",
			c.Model.Requested+calendar.Day(n.Review.Min), c.Model.Requested+calendar.Day(n.Review.Max))
	}
}

// notByAPI notes that the change needs a person.
func notByAPI(c *onDeal) {
	if c.modelChanges() && !c.impossible() {
		c.note(deal.P("model_change"), "ask the operator's seller operations", "the Catalog API rejects a change of the pricing model")
	}
}
