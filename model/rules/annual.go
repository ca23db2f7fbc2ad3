package rules

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
)

// annualChecks hold annuals and hourly rates against chapters 1 and 2.
var annualChecks = []check{
	{rule: "ANN-2", product: annualModel, rates: annualUnlisted},
	{rule: "ANN-3", product: annualOnly, rates: hourlyBesideAnnual},
	{rule: "ANN-4", rates: freeAnnual},
	{rule: "ANN-6", deal: idleAnnuals},
	{rule: "ANN-10", rates: annualSaves, deal: annualsCost},
	{rule: "HRL-9", rates: contractSaves},
}

// sellsAnnuals tells whether any type of a list has an annual price.
func sellsAnnuals(p *listing.Product) bool {
	for _, i := range p.Instances {
		if i.Annual.Set {
			return true
		}
	}
	return false
}

// sellsHourly tells whether any type of a list has an hourly price.
func sellsHourly(p *listing.Product) bool {
	for _, i := range p.Instances {
		if i.Hourly.Set {
			return true
		}
	}
	return false
}

// annualModel finds a product that sells annuals but prices none.
func annualModel(c *onProduct) {
	if c.Has(listing.Annual) && !sellsAnnuals(c.Product) {
		c.error(deal.P("models"), `give each type that is sold by the year its annual price, or take "annual" out`,
			"the product sells annuals, but no instance type has an annual price")
	}
}

// annualUnlisted finds an annual price on a product that does not sell annuals.
func annualUnlisted(r *onRates) {
	if r.of.Has(listing.Annual) || r.of.Has(listing.Usage) {
		return // the latter is USG-6
	}
	for _, i := range r.given.Instances {
		if positive(i.Annual) || positive(i.Upfront) {
			r.warn(r.at("instance", i.Type, annualKey(i)), `add "annual" to models, or take the price out`,
				"%s has an annual price, but annual is not among the product's models", i.Type)
		}
	}
}

// annualKey is the key under which a set of rates gives an annual price.
func annualKey(i listing.Instance) string {
	if i.Upfront.Set {
		return "upfront"
	}
	return "annual"
}

// annualOnly finds a product that lists annual without hourly.
func annualOnly(c *onProduct) {
	if !c.Has(listing.Annual) || c.Has(listing.Hourly) {
		return
	}
	const fix = `write "hourly" into models as well`
	if sellsHourly(c.Product) {
		c.error(deal.P("models"), fix, "the product has hourly prices, but lists only its annual ones as a model")
	} else {
		c.error(deal.P("models"), fix, "a product that sells annuals only is not offered")
	}
}

// hourlyBesideAnnual finds types with an annual and no hourly price, the other
// way round, and with neither.
func hourlyBesideAnnual(r *onRates) {
	annuals := r.of.Has(listing.Annual) || sellsAnnuals(r.after)
	for _, given := range r.given.Instances {
		i, _ := r.after.Instance(given.Type)
		switch {
		case (given.Annual.Set || given.Upfront.Set) && !i.Hourly.Set:
			r.error(r.at("instance", i.Type, annualKey(given)), "give it an hourly price too: what runs beyond the annuals pays it",
				"%s has an annual price and no hourly one", i.Type)
		case annuals && given.Hourly.Set && !i.Annual.Set && r.offer == nil:
			r.doubt(r.at("instance", i.Type, "hourly"), "give it an annual price too",
				"%s is sold by the hour only, on a product that sells annuals", i.Type)
		case annuals && r.before == nil && !i.Hourly.Set && !i.Annual.Set:
			r.warn(r.at("instance", i.Type), "give it an hourly and an annual price, or take it out",
				"%s has neither an hourly price nor an annual one, on a product that sells annuals", i.Type)
		}
	}
}

// freeAnnual finds annual prices of zero that are not allowed, and hourly ones
// of zero that an annual makes no sense beside.
func freeAnnual(r *onRates) {
	if r.of.Has(listing.Free) {
		return // FRE-2
	}
	var paid bool
	for _, i := range r.after.Instances {
		paid = paid || positive(i.Annual)
	}
	for _, given := range r.given.Instances {
		i, _ := r.after.Instance(given.Type)
		at := r.at("instance", i.Type, annualKey(given))
		switch {
		case !given.Annual.Set && !given.Upfront.Set, !i.Hourly.Set:
		case i.Annual.Value.IsZero() && positive(i.Hourly):
			r.error(at, "give the annual a price above zero, or make the hourly price zero too",
				"an annual price of zero on %s, whose hourly price is above zero", i.Type)
		case i.Annual.Value.IsZero() && !paid:
			r.error(at, "give another type an annual price above zero, or take this one out",
				"an annual price of zero on %s, and no other type has one above zero", i.Type)
		case positive(i.Annual) && zero(i.Hourly):
			r.warn(at, "give the hour a price, or take the annual out",
				"%s costs nothing by the hour, so nobody buys its annual", i.Type)
		}
	}
}

// annualSaves finds annual prices that save nothing against the hour.
func annualSaves(r *onRates) {
	year := decimal.NewFromInt(int64(r.rb.Numbers.HoursPerYear))
	for _, given := range r.given.Instances {
		i, _ := r.after.Instance(given.Type)
		if (given.Annual.Set || given.Upfront.Set) && positive(i.Hourly) && i.Annual.Value.GreaterThan(i.Hourly.Value.Mul(year)) {
			r.warn(r.at("instance", i.Type, annualKey(given)), "ask for less than "+i.Hourly.Value.Mul(year).String(),
				"a year of %s costs more as an annual than its %s hours one by one", i.Type, year)
		}
	}
}

// annualsCost finds a deal that is dearer than paying by the hour, and the types
// of which it buys more annuals than pay.
func annualsCost(c *onDeal) {
	if c.quote == nil || c.quote.Comparison == nil || c.quote.Comparison.Savings >= 0 {
		return
	}
	for _, b := range c.quote.BreakEven {
		need, _ := c.Need(b.Key)
		if x := need.Annual; x.GreaterThan(decimal.NewFromInt(b.Best)) {
			c.warn(deal.P("instance", b.Key, "annual"), fmt.Sprintf("buy %d", b.Best),
				"the deal costs %s more than paying by the hour, with %s annuals of %s where %d are cheapest",
				(-c.quote.Comparison.Savings).Grouped(), x, b.Key, b.Best)
		}
	}
}

// contractSaves finds long-term contracts of a container that cost more than
// the hours they stand for.
func contractSaves(r *onRates) {
	if r.of.Delivery != listing.Container || r.offer != nil {
		return
	}
	n := &r.rb.Numbers
	for _, given := range r.given.Dimensions {
		d, _ := r.after.Dimension(given.Key)
		if d.Per != listing.PerHour || !positive(d.Usage) {
			continue
		}
		for _, t := range given.Contract {
			hours := d.Usage.Value.Mul(decimal.NewFromInt(int64(n.HoursPerYear * t.Months)))
			if t.Rate.Mul(decimal.NewFromInt(int64(n.AnnualMonths))).GreaterThan(hours) {
				r.warn(r.term(given.Key, t.Months), "ask for less than "+hours.DivRound(decimal.NewFromInt(int64(n.AnnualMonths)), int32(n.ContractDecimals)).String(),
					"%d months of %s cost more under contract than hour by hour", t.Months, given.Key)
			}
		}
	}
}

// idleAnnuals notes annuals of one type that lie idle while another type runs
// uncovered, and parts of an annual.
func idleAnnuals(c *onDeal) {
	var uncovered string
	for _, n := range c.Instances {
		if _, most := runs(n); most.GreaterThan(n.Annual) && uncovered == "" {
			uncovered = n.Type
		}
	}
	for _, n := range c.Instances {
		at := deal.P("instance", n.Type, "annual")
		if !n.Annual.IsInteger() {
			c.warn(at, "write a whole number", "one annual covers one instance; there is no %s of one", n.Annual)
		}
		if _, most := runs(n); n.Annual.GreaterThan(most) && uncovered != "" {
			c.note(at, "buy annuals of what runs, or run what they cover",
				"%s of %s annuals of %s lie idle while %s pays by the hour: an annual covers its own type only",
				n.Annual.Sub(most), n.Annual, n.Type, uncovered)
		}
	}
}

// runs is the least and the most that ever runs of a type.
func runs(n deal.Need) (least, most decimal.Decimal) {
	counts := slices.Clone(n.Running)
	for _, s := range n.Load.Steps {
		counts = append(counts, s.Running)
	}
	if len(counts) == 0 {
		return decimal.Zero, decimal.Zero
	}
	return decimal.Min(counts[0], counts[1:]...), decimal.Max(counts[0], counts[1:]...)
}
