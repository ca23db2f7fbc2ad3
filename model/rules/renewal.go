package rules

import (
	"fmt"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
)

// renewalChecks hold renewals against chapter 12.
var renewalChecks = []check{
	{rule: "REN-3", deal: uplift},
	{rule: "REN-5", deal: renewals},
	{rule: "REN-7", deal: autoBesideOffer},
	{rule: "REN-8", deal: renewedProduct},
}

// amendmentChecks are those of chapter 13, which pricing makes: it takes the
// amounts to tell.
var amendmentChecks = []check{
	{rule: "AMD-1", pricing: true},
	{rule: "AMD-2", pricing: true},
	{rule: "AMD-3", pricing: true},
	{rule: "AMD-4", pricing: true},
}

// percentPlaces turns a share into the percentage that a file gives.
const percentPlaces = 2

// uplift finds uplifts outside the range, and notes those that come before the
// market has them.
func uplift(c *onDeal) {
	if c.Offer == nil || c.Offer.Renewal == nil {
		return
	}
	n, given, at := &c.rb.Numbers, c.Offer.Renewal.Uplift, deal.P("offer", "renewal", "uplift")
	switch {
	case given.LessThan(n.UpliftMin) || given.GreaterThan(n.UpliftMax):
		c.error(at, "choose an uplift in that range", "an uplift is %s to %s, not %s", percentage(n.UpliftMin), percentage(n.UpliftMax), percentage(given))
	case places(given.Shift(percentPlaces)) > n.UpliftDecimals:
		c.error(at, "round it", "an uplift has up to %d decimals", n.UpliftDecimals)
	}
	if c.Accepted < n.OfferRenewsFrom {
		c.note(deal.P("offer", "renewal"), "ask the operator, or renew by a new offer",
			"private offers are reported to renew by themselves since %s, and this one is accepted before", n.OfferRenewsFrom)
	}
}

func percentage(share decimal.Decimal) string { return share.Shift(percentPlaces).String() + " %" }

// renewals finds an offer that renews too few times.
func renewals(c *onDeal) {
	if c.Offer != nil && c.Offer.Renewal != nil && c.Offer.Renewal.Times < c.rb.Numbers.OfferRenewals {
		c.error(deal.P("offer", "renewal", "times"), "take [offer.renewal] out if it does not renew", "an offer that renews does so at least once")
	}
}

// autoBesideOffer warns that public renewal does not reach a private offer, nor
// an agreement that an amendment makes private.
func autoBesideOffer(c *onDeal) {
	if c.Offer != nil && c.Renew {
		c.warn(deal.P("renew"), "write [offer.renewal] if the offer itself renews",
			"a private offer does not renew with renew = \"auto\"; after it the buyer is on public terms")
	}
	if c.Offer == nil && c.Renew && len(c.Amendments) > 0 {
		c.warn(deal.P("renew"), "write renew = \"none\", or take the amendment out",
			"an agreement that is amended becomes private, and may no longer renew by itself: here it does")
	}
}

// renewedProduct warns of an offer that renews where a new one is the rule.
func renewedProduct(c *onDeal) {
	p := c.Product
	if c.Offer != nil && c.Offer.Renewal != nil && !(p.Delivery == listing.SaaS && p.Has(listing.Contract)) {
		c.warn(deal.P("offer", "renewal"), "renew by a new private offer", "only contracts of software as a service renew by themselves")
	}
}

// sellerChecks hold an offer against what the seller accepts.
var sellerChecks = []check{
	{rule: "FEE-2", deal: feeCliff},
	{rule: "OWN-1", deal: floor},
	{rule: "OWN-2", pricing: true},
}

// floor finds lines of an offer below the seller's lowest share of list.
func floor(c *onDeal) {
	o := c.Offer
	if o == nil || c.Seller == nil || !c.Seller.Floor.Set {
		return
	}
	least := c.Seller.Floor.Value
	look := func(path deal.Path, what string, price, list decimal.Decimal) {
		if lowest := list.Mul(least); price.LessThan(lowest) {
			f := c.add(Warning, path, fmt.Sprintf("ask for %s or more", lowest.RoundCeil(comparePlaces)),
				"%s is below the floor of %s of list", what, percentage(least))
			f.SellerOnly = true
		}
	}
	one := decimal.NewFromInt(1)
	if keep := one.Sub(o.Discount); o.Discount.IsPositive() && keep.LessThan(least) {
		f := c.add(Warning, deal.P("offer", "discount"), fmt.Sprintf("give at most %s", percentage(one.Sub(least))),
			"the discount leaves %s of list, and the floor is %s", percentage(keep), percentage(least))
		f.SellerOnly = true
	}
	list := listOn(c.Product, c.plan, c.Accepted)
	after := offered(list, o, c.rb.Numbers.AnnualMonths)
	for _, named := range o.Rates.Instances {
		was, _ := list.Instance(named.Type)
		is, _ := after.Instance(named.Type)
		at := deal.P("offer", "instance", named.Type)
		if named.Hourly.Set && was.Hourly.Set {
			look(at.With("hourly"), "the hourly rate of "+named.Type, is.Hourly.Value, was.Hourly.Value)
		}
		if (named.Annual.Set || named.Upfront.Set) && was.Annual.Set {
			look(at.With(annualKey(named)), "the annual of "+named.Type, is.Annual.Value, was.Annual.Value)
		}
	}
	for _, named := range o.Rates.Dimensions {
		was, _ := list.Dimension(named.Key)
		at := deal.P("offer", "dimension", named.Key)
		if named.Usage.Set && was.Usage.Set {
			look(at.With("usage"), "the usage rate of "+named.Key, named.Usage.Value, was.Usage.Value)
		}
		if listed := was.ContractFor(o.Months); listed.Set && contracted(named.DimensionRates) {
			look(at.With("contract"), "the contract price of "+named.Key, named.Contract[0].Rate, listed.Value)
		}
	}
}
