package rules

import (
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
)

// freeChecks hold products that cost nothing here against chapter 6.
var freeChecks = []check{
	{rule: "BYL-2", product: paidOption, deal: paidOptionDue},
	{rule: "BYL-3", deal: byolOffer},
	{rule: "FRE-2", product: freeCard, rates: freeRates},
}

// ownLicenceOnly tells whether a product has no model but BYOL. One that can
// also be bought is its own paid option.
func ownLicenceOnly(p *listing.Product) bool {
	return p.Has(listing.BYOL) && !slices.ContainsFunc(p.Models, func(m listing.Model) bool { return m != listing.BYOL })
}

// paidOption looks for the product that a BYOL product needs beside it.
func paidOption(c *onProduct) {
	at := deal.P("paid_option")
	if !ownLicenceOnly(c.Product) {
		if c.PaidOption != "" && !c.Has(listing.BYOL) {
			c.warn(at, "take it out", "only a product that brings its own licence names a paid option")
		}
		return
	}
	due := c.Launched + calendar.Day(c.rb.Numbers.PaidOptionDays)
	if c.PaidOption == "" {
		const fix = `write paid_option = "the id of the product that sells it"`
		switch {
		case c.today > due && c.inDeal: // told by paidOptionDue
		case c.today > due:
			c.error(deal.P("models"), fix, "the product has no paid option, which was due on %s", due)
		default:
			c.warn(deal.P("models"), fix, "the product has no paid option yet; it is due on %s", due)
		}
		return
	}
	if c.catalogue == nil {
		return
	}
	switch option, found := c.catalogue(c.PaidOption); {
	case !found:
		c.warn(at, "check that it is listed", "no product %s is known here", c.PaidOption)
	case ownLicenceOnly(option) || option.Has(listing.Free):
		c.error(at, "name the product that sells it", "%s does not sell anything either", c.PaidOption)
	case option.Launched > due:
		c.warn(at, "ask the operator to extend the time", "%s was launched on %s, and due on %s", c.PaidOption, option.Launched, due)
	}
}

// paidOptionDue finds a deal that is accepted when the paid option is overdue.
func paidOptionDue(c *onDeal) {
	due := c.Product.Launched + calendar.Day(c.rb.Numbers.PaidOptionDays)
	if ownLicenceOnly(c.Product) && c.Product.PaidOption == "" && c.Accepted > due {
		c.error(deal.P("product"), "give the product its paid option first", "the product's paid option was due on %s, before this deal", due)
	}
}

// byolOffer finds a private offer of a BYOL product.
func byolOffer(c *onDeal) {
	if c.Offer != nil && ownLicenceOnly(c.Product) {
		c.error(deal.P("offer"), "make the offer of its paid option", "there are no private offers of a product that brings its own licence")
	}
}

// freeCard finds free software as a service without a rate card.
func freeCard(c *onProduct) {
	if c.Has(listing.Free) && c.Delivery == listing.SaaS && !sellsUsage(c.Product) && !sellsContracts(c.Product) {
		c.error(deal.P("models"), `give a dimension the usage rate "0"`, "free software as a service still needs a rate card")
	}
}

// freeRates finds prices above zero on a free product. EC2 bills all the same.
func freeRates(r *onRates) {
	if !r.of.Has(listing.Free) {
		return
	}
	look := func(at deal.Path, rate listing.Rate) {
		if positive(rate) {
			r.error(at, `write "0", or take "free" out of models`, "a free product cannot charge %s", rate.Value)
		}
	}
	for _, i := range r.given.Instances {
		look(r.at("instance", i.Type, "hourly"), i.Hourly)
		look(r.at("instance", i.Type, "annual"), i.Annual)
		look(r.at("instance", i.Type, "upfront"), i.Upfront)
	}
	for _, d := range r.given.Dimensions {
		look(r.at("dimension", d.Key, "usage"), d.Usage)
		for _, t := range d.Contract {
			look(r.term(d.Key, t.Months), listing.Of(t.Rate))
		}
	}
}
