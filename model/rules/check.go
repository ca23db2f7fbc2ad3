package rules

import (
	"cmp"
	"errors"
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/pricing"
)

// check ties a rule to the functions that look for breaches of it, each in one
// kind of thing. Pricing finds some on its own.
type check struct {
	rule    string
	product func(*onProduct)
	rates   func(*onRates) // a product's list, a price change or an offer
	deal    func(*onDeal)
	pricing bool // told by the pricing of the scenario
}

// checks is the one table of what is checked.
var checks = slices.Concat(annualChecks, usageChecks, contractChecks, consumptionChecks, freeChecks, trialChecks,
	changeChecks, modelChecks, offerChecks, paymentChecks, futureChecks, renewalChecks, amendmentChecks, sellerChecks)

// Catalogue finds a product by its id; nil knows no product.
type Catalogue func(id string) (*listing.Product, bool)

// onProduct is a product that is being checked.
type onProduct struct {
	findings
	*listing.Product
	catalogue Catalogue
	today     calendar.Day
	inDeal    bool // a deal is checked beside it, and says itself what it comes too late for
}

// onRates is a set of rates that is being checked.
type onRates struct {
	*findings
	of     *listing.Product
	prefix deal.Path        // where the set stands in its file
	given  listing.Rates    // what is written there
	before *listing.Product // the list without it; nil for the list itself
	after  *listing.Product // the list with it
	offer  *deal.Offer      // nil unless the set is an offer's
}

// onDeal is a variant of a scenario that is being checked.
type onDeal struct {
	findings
	*deal.Scenario
	plan  []step // the price changes in order
	quote *pricing.Quote
	err   *pricing.Error // why there is no quote
}

// CheckProduct holds a product against the rulebook. What depends on the day,
// like a deadline that has passed, is judged as of today; zero stands for the
// day the rulebook was read.
func CheckProduct(rb *Rulebook, p *listing.Product, catalogue Catalogue, today calendar.Day) []Finding {
	return checkProduct(rb, &onProduct{Product: p, catalogue: catalogue, today: cmp.Or(today, rb.Read)})
}

// CheckProductOf holds the product of a deal against the rulebook, as of the
// day the deal is accepted. What checkScenario says of the deal is left out.
func CheckProductOf(rb *Rulebook, s *deal.Scenario, catalogue Catalogue) []Finding {
	return checkProduct(rb, &onProduct{Product: s.Product, catalogue: catalogue, today: s.Accepted, inDeal: true})
}

func checkProduct(rb *Rulebook, c *onProduct) []Finding {
	c.findings = findings{rb: rb, blank: blank{onProduct: true}}
	p := c.Product
	list := &onRates{findings: &c.findings, of: p, given: ratesOf(p), after: p}
	for _, k := range checks {
		c.rule = k.rule
		if k.product != nil {
			k.product(c)
		}
		if k.rates != nil {
			k.rates(list)
		}
	}
	return c.list
}

// CheckScenarios holds a scenario against the rulebook: its base first, then
// its variants. What a variant shares with the base is told once, at the base.
func CheckScenarios(rb *Rulebook, variants []*deal.Scenario) []Finding {
	var all []Finding
	for i, s := range variants {
		for _, f := range checkScenario(rb, s) {
			shared := slices.IndexFunc(all, func(g Finding) bool { return i > 0 && g.Variant == variants[0].Variant && f.same(g) })
			if shared >= 0 {
				all[shared].Shared = append(all[shared].Shared, f.Variant)
				continue
			}
			all = append(all, f)
		}
	}
	return all
}

// checkScenario holds one variant of a scenario against the rulebook; its
// product is checked by CheckProduct.
func checkScenario(rb *Rulebook, s *deal.Scenario) []Finding {
	c := &onDeal{findings: findings{rb: rb, blank: blank{variant: cmp.Or(s.Variant, deal.Base)}}, Scenario: s}
	c.plan = planned(s.Product, s.Changes)
	quote, err := pricing.Price(s, rb.Conventions())
	if c.quote = quote; err != nil {
		c.quote = nil
		errors.As(err, &c.err)
	}
	sets := c.rateSets()
	for _, k := range checks {
		c.rule = k.rule
		if k.deal != nil {
			k.deal(c)
		}
		for _, set := range sets {
			if k.rates != nil {
				k.rates(set)
			}
		}
	}
	c.priced()
	return c.list
}

// rateSets are the partial sets of rates in a scenario: its price changes, as
// announced, and its offer.
func (c *onDeal) rateSets() []*onRates {
	var sets []*onRates
	for _, s := range c.plan {
		sets = append(sets, &onRates{findings: &c.findings, of: c.Product, prefix: s.path, given: s.change.Rates, before: s.before, after: s.after})
	}
	if o := c.Offer; o != nil {
		list := listOn(c.Product, c.plan, c.Accepted)
		sets = append(sets, &onRates{findings: &c.findings, of: c.Product, prefix: deal.P("offer"), given: o.Rates,
			before: list, after: offered(list, o, c.rb.Numbers.AnnualMonths), offer: o})
	}
	return sets
}

// priced tells what pricing refused. Why there is no price at all matters only
// where nothing else explains it.
func (c *onDeal) priced() {
	if c.quote != nil {
		for _, p := range c.quote.Problems {
			c.rule = p.Rule
			c.error(p.Path, p.Fix, "%s", p.Message)
		}
		return
	}
	if c.err == nil || c.failed() {
		return
	}
	for _, e := range append([]*pricing.Error{c.err}, c.err.More...) {
		c.rule = e.Rule
		c.error(e.Path, e.Fix, "%s", e.Message)
	}
}
