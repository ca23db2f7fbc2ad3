package rules

import (
	"fmt"
	"unicode/utf8"

	"termsheet/model/deal"
	"termsheet/model/listing"
)

// offerChecks hold private offers against chapter 9, and their terms against
// the chapters of what they sell.
var offerChecks = []check{
	{rule: "ANN-11", deal: offerTerm},
	{rule: "CON-2", deal: offerTerm},
	{rule: "PRV-2", deal: accounts},
	{rule: "PRV-3", deal: offerTerm},
	{rule: "PRV-5", deal: expired},
	{rule: "PRV-7", deal: listedPublicly},
	{rule: "PRV-8", deal: latePurchase},
	{rule: "PRV-10", deal: publicRenewal},
}

// longest is how long an offer may run; days of 0 stand for whole months only.
type longest struct {
	rule         string
	months, days int
}

// longestOffer is the limit that an offer of the product is under.
func (c *onDeal) longestOffer() (l longest, ok bool) {
	n, p := &c.rb.Numbers, c.Product
	switch {
	case p.Delivery == listing.AMI && (p.Has(listing.Annual) || !p.Has(listing.Contract)):
		return longest{"ANN-11", n.OfferMonths, n.OfferDays}, true
	case p.Has(listing.Contract), p.Delivery == listing.SaaS:
		return longest{"CON-2", n.OfferContractMonths, 0}, true
	case p.Has(listing.Hourly), p.Has(listing.Annual), p.Has(listing.Usage): // containers, machine learning
		return longest{"PRV-3", n.OfferHourly, n.OfferHourlyDays}, true
	}
	return longest{}, false
}

// offerTerm finds offers that run longer than the rule being checked allows.
func offerTerm(c *onDeal) {
	o := c.Offer
	if o == nil {
		return
	}
	l, ok := c.longestOffer()
	if !ok || l.rule != c.rule {
		return
	}
	inDays := deal.P("offer", "days")
	switch {
	case o.Months > l.months:
		c.error(deal.P("offer", "months"), "shorten it", "an offer of this product runs up to %d months, not %d", l.months, o.Months)
	case l.days > 0 && o.Days > l.days:
		c.error(inDays, "shorten it", "an offer of this product runs up to %d days, not %d", l.days, o.Days)
	case l.days == 0 && o.Days > 0 && o.End(c.Start) > c.Start.AddMonths(l.months):
		c.error(inDays, "shorten it", "an offer of this product runs up to %d months, and %d days are more", l.months, o.Days)
	case l.days == 0 && o.Days > 0:
		c.warn(inDays, "give the term in months", "a private contract runs whole months")
	}
}

// accounts finds offers that are extended to too many accounts.
func accounts(c *onDeal) {
	if c.Offer == nil {
		return
	}
	n, given, at := &c.rb.Numbers, c.Offer.Accounts, deal.P("offer", "accounts")
	const fix = "make a second offer for the others"
	switch {
	case given > n.AccountsMax:
		c.error(at, fix, "an offer is extended to at most %d accounts, not %d", n.AccountsMax, given)
	case given > n.AccountsWarn:
		c.warn(at, fix, "the console extends an offer to %d accounts; the Catalog API takes %d", n.AccountsWarn, n.AccountsMax)
	}
}

// expired finds offers that are accepted too late.
func expired(c *onDeal) {
	if o := c.Offer; o != nil && o.Expires != 0 && c.Accepted > o.Expires {
		f := c.add(Error, deal.P("offer", "expires"), fmt.Sprintf("accept it by %s, or let it expire later", o.Expires),
			"the offer expires on %s and is accepted on %s", o.Expires, c.Accepted)
		f.Or = []deal.Path{deal.P("accepted"), deal.P("start")} // the latter stands for the former
	}
}

// listedPublicly finds deals of what is not listed yet, and offers with too long
// a name.
func listedPublicly(c *onDeal) {
	if c.Accepted < c.Product.Launched {
		severity, message := Warning, "nobody can accept it yet: %s is launched on %s"
		if c.Offer != nil {
			severity, message = Error, "an offer needs a public listing, and %s is launched on %s"
		}
		f := c.add(severity, deal.P("accepted"), "accept it after the launch", message, c.Product.ID, c.Product.Launched)
		f.Or = []deal.Path{deal.P("start")} // which stands for it
	}
	if c.Offer == nil {
		return
	}
	n := &c.rb.Numbers
	for _, text := range []struct {
		key, value string
		most       int
	}{{"title", c.Title, n.OfferName}, {"about", c.About, n.OfferDescription}} {
		if length := utf8.RuneCountInString(text.value); length > text.most {
			c.warn(deal.P(text.key), "shorten it before it names the offer", "the %s has %d characters, an offer's takes %d", text.key, length, text.most)
		}
	}
}

// latePurchase notes how long the agreement behind a contract offer has to be.
func latePurchase(c *onDeal) {
	o := c.Offer
	if o == nil || o.Expires <= c.Accepted || !onServer(c.Product.Delivery) || !c.Product.Has(listing.Contract) || c.Contract == nil {
		return
	}
	wait, term := o.Expires-c.Accepted, o.End(c.Start)-c.Start
	c.note(deal.P("offer", "expires"), fmt.Sprintf("give the agreement more than %d days", wait+term),
		"a purchase on the last day has to end inside the agreement: %d days to the expiry and %d of the term", wait, term)
}

// publicRenewal finds a renewal, for the fee, that is no private offer.
func publicRenewal(c *onDeal) {
	if c.Seller != nil && c.Seller.Renewal && c.Offer == nil {
		c.warn(deal.P("seller", "renewal"), "write renewal = false", "only a private offer counts as a renewal for the listing fee")
	}
}

// futureChecks hold agreements that start later than they are accepted against
// chapter 11.
var futureChecks = []check{
	{rule: "FDA-2", deal: futureProduct},
	{rule: "FDA-5", deal: tooFarAhead},
	{rule: "FDA-6", deal: beforeExpiry},
	{rule: "FDA-8", deal: startAndEnd},
}

// future tells whether the deal starts later than it is accepted.
func (c *onDeal) future() bool { return c.Start > c.Accepted }

// futureProduct finds a future start of what cannot have one.
func futureProduct(c *onDeal) {
	at := deal.P("start")
	switch p := c.Product; {
	case !c.future():
	case c.Offer == nil:
		c.error(at, "start on the day of acceptance, or make a private offer", "public terms start when they are accepted: on %s", c.Accepted)
	case p.Delivery != listing.SaaS || !p.Has(listing.Contract):
		c.error(at, "start on the day of acceptance", "only contracts of software as a service can start later than they are accepted")
	}
}

// tooFarAhead finds a start beyond the limit.
func tooFarAhead(c *onDeal) {
	months := c.rb.Numbers.FutureMonths
	if last := c.Accepted.AddMonths(months); c.Start > last {
		c.error(deal.P("start"), fmt.Sprintf("start by %s", last), "the start lies more than %d months ahead", months)
	}
}

// beforeExpiry finds a future start that the offer's expiry does not precede.
func beforeExpiry(c *onDeal) {
	if o := c.Offer; o != nil && c.future() && o.Expires != 0 && c.Start <= o.Expires {
		f := c.add(Error, deal.P("start"), fmt.Sprintf("start on %s or later, or let the offer expire earlier", o.Expires+1),
			"a future start lies after the day the offer expires, %s", o.Expires)
		f.Or = []deal.Path{deal.P("offer", "expires"), deal.P("accepted")}
	}
}

// startAndEnd notes the days to give an offer with a future start.
func startAndEnd(c *onDeal) {
	if o := c.Offer; o != nil && c.future() {
		last := o.End(c.Start) - 1
		c.note(deal.P("start"), fmt.Sprintf("give it the start %s and the end %s", c.Start, last), "some products reject an offer with a start and a duration")
	}
}
