package rules

import (
	"slices"

	"termsheet/model/deal"
	"termsheet/model/listing"
)

// usageChecks hold dimensions and metered products against chapter 3.
var usageChecks = []check{
	{rule: "USG-1", product: categories},
	{rule: "USG-2", product: tooMany},
	{rule: "USG-6", product: meteredExclusions},
	{rule: "USG-9", product: usageModel, rates: usageUnlisted},
	{rule: "USG-10", rates: usageDecimals},
}

// onServer tells whether a product runs on instances or in containers.
func onServer(d listing.Delivery) bool { return d == listing.AMI || d == listing.Container }

// requests is the one category that only some products have.
const requests = "requests"

// categories finds dimensions that count what cannot be counted.
func categories(c *onProduct) {
	for _, d := range c.Dimensions {
		at := deal.P("dimension", d.Key, "category")
		switch {
		case d.Category == "":
		case !slices.Contains(c.rb.Numbers.Categories, d.Category):
			c.error(at, `use a category of the market, "units" for one of your own`, "%s has the unknown category %q", d.Key, d.Category)
		case d.Category == requests && onServer(c.Delivery) && !c.Has(listing.Contract):
			c.warn(at, `use "units"`, "requests are a category of software as a service and of contracts")
		}
	}
}

// tooMany finds the first dimension, or instance type, above the limit.
func tooMany(c *onProduct) {
	n := &c.rb.Numbers
	if len(c.Dimensions) > n.Dimensions {
		c.error(deal.P("dimension", c.Dimensions[n.Dimensions].Key), "leave dimensions out, or make a second product",
			"the product has %d dimensions, at most %d are allowed", len(c.Dimensions), n.Dimensions)
	}
	if len(c.Instances) > n.RateCard {
		c.error(deal.P("instance", c.Instances[n.RateCard].Type), "leave instance types out",
			"the product has %d instance types, a rate card takes at most %d", len(c.Instances), n.RateCard)
	}
}

// meteredExclusions finds annuals and trials on a metered product.
func meteredExclusions(c *onProduct) {
	if !c.Has(listing.Usage) {
		return
	}
	const fix = "sell it as a product of its own"
	if c.Has(listing.Annual) {
		c.error(deal.P("models"), fix, "a product on the metering service cannot sell annuals")
	} else {
		for _, i := range c.Instances {
			if i.Annual.Set {
				c.error(deal.P("instance", i.Type, "annual"), fix, "a product on the metering service cannot sell annuals")
			}
		}
	}
	switch {
	case c.TrialDays == 0 || c.Delivery == listing.ML: // ML is TRL-5
	case c.Delivery == listing.SaaS:
		c.warn(deal.P("trial_days"), "ask the operator before you promise it",
			"the texts contradict: products on the metering service have no free trial, yet software as a service has one (TRL-4)")
	default:
		c.error(deal.P("trial_days"), "take the trial out", "a product on the metering service cannot offer a free trial")
	}
}

// usageModel finds a metered product that meters nothing. With a contract
// beside it that is CCP-3.
func usageModel(c *onProduct) {
	if c.Has(listing.Usage) && !c.Has(listing.Contract) && !sellsUsage(c.Product) {
		c.error(deal.P("models"), `give a dimension its usage rate, or take "usage" out`,
			"the product sells usage, but no dimension has a usage rate")
	}
}

func sellsUsage(p *listing.Product) bool {
	return slices.ContainsFunc(p.Dimensions, func(d listing.Dimension) bool { return d.Usage.Set })
}

// usageUnlisted finds usage rates on a product that does not sell usage.
func usageUnlisted(r *onRates) {
	if r.of.Has(listing.Usage) || r.of.Has(listing.Contract) { // the latter is CCP-3
		return
	}
	for _, d := range r.given.Dimensions {
		if positive(d.Usage) {
			r.warn(r.at("dimension", d.Key, "usage"), `add "usage" to models, or take the rate out`,
				"%s has a usage rate, but usage is not among the product's models", d.Key)
		}
	}
}

// usageDecimals finds hourly and usage rates that are finer than allowed.
func usageDecimals(r *onRates) {
	most := r.rb.Numbers.UsageDecimals
	look := func(at deal.Path, rate listing.Rate) {
		if n := places(rate.Value); n > most {
			r.error(at, "round it, or price a larger unit", "the rate has %d decimals, at most %d are allowed", n, most)
		}
	}
	for _, i := range r.given.Instances {
		look(r.at("instance", i.Type, "hourly"), i.Hourly)
	}
	for _, d := range r.given.Dimensions {
		look(r.at("dimension", d.Key, "usage"), d.Usage)
	}
}
