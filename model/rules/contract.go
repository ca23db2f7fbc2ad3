package rules

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
)

// contractChecks hold contracts against chapter 4.
var contractChecks = []check{
	{rule: "CON-1", rates: publicTerms, deal: publicTerm},
	{rule: "CON-3", product: contractDelivery},
	{rule: "CON-4", rates: wholeTerm},
	{rule: "CON-5", product: chooseOneModel, deal: chooseOne},
	{rule: "CON-6", product: termsOfAll, rates: addedTerms},
	{rule: "CON-7", rates: contractDecimals},
	{rule: "CON-8", product: nameLengths},
	{rule: "CON-9", product: contractModel, rates: contractUnlisted},
	{rule: "CON-11", product: concurrentProduct, deal: oneContract},
}

// consumptionChecks hold contracts with consumption against chapter 5.
var consumptionChecks = []check{
	{rule: "CCP-3", product: consumptionModel, rates: overageUnlisted},
	{rule: "CCP-6", deal: overageAfterTerm},
}

// term is the path of a contract rate in the set.
func (r *onRates) term(key string, months int) deal.Path {
	if r.offer != nil {
		return r.at("dimension", key, "contract")
	}
	return r.at("dimension", key, "contract", strconv.Itoa(months))
}

// termsListed writes months for a message: 1, 12, 24 or 36.
func termsListed(months []int) string {
	s := strconv.Itoa(months[0])
	for i, m := range months[1:] {
		if i == len(months)-2 {
			s += " or " + strconv.Itoa(m)
		} else {
			s += ", " + strconv.Itoa(m)
		}
	}
	return s
}

// publicTerms finds contract prices for terms that are not sold publicly.
func publicTerms(r *onRates) {
	if r.offer != nil {
		return
	}
	allowed := r.rb.Numbers.ContractMonths
	for _, d := range r.given.Dimensions {
		for _, t := range d.Contract {
			if !slices.Contains(allowed, t.Months) {
				r.error(r.term(d.Key, t.Months), fmt.Sprintf("price %s months, and leave others to private offers", termsListed(allowed)),
					"a public contract cannot run %d months", t.Months)
			}
		}
	}
}

// publicTerm finds a public contract of another term.
func publicTerm(c *onDeal) {
	allowed := c.rb.Numbers.ContractMonths
	if k := c.Contract; k != nil && c.Offer == nil && k.Months > 0 && !slices.Contains(allowed, k.Months) {
		c.error(deal.P("contract", "months"), fmt.Sprintf("choose %s, or make a private offer", termsListed(allowed)),
			"a public contract cannot run %d months", k.Months)
	}
}

// contractDelivery finds contracts on products that have none.
func contractDelivery(c *onProduct) {
	if !c.Has(listing.Contract) {
		return
	}
	const fix = "sell it as software as a service, as a machine image or as a container"
	switch c.Delivery {
	case listing.ML:
		c.error(deal.P("models"), fix, "machine learning is not sold by contract")
	case listing.Data:
		c.warn(deal.P("models"), fix, "the operator's list of contract products does not have data")
	}
}

// wholeTerm finds contract prices that look like a price a month, or grow with
// the term.
func wholeTerm(r *onRates) {
	for _, given := range r.given.Dimensions {
		d, _ := r.after.Dimension(given.Key)
		for _, t := range given.Contract {
			months := t.Months
			if r.offer != nil {
				months = r.offer.Months
			}
			for _, short := range d.Contract {
				if short.Months < months && r.looksMonthly(given.Key, months, t.Rate, short) {
					break
				}
			}
		}
	}
}

// looksMonthly compares the price of a term with that of a shorter one, and
// tells whether it had something to say.
func (r *onRates) looksMonthly(key string, months int, price decimal.Decimal, short listing.TermRate) bool {
	at := r.term(key, months)
	a, b := decimal.NewFromInt(int64(months)), decimal.NewFromInt(int64(short.Months))
	switch {
	case price.IsPositive() && price.LessThanOrEqual(short.Rate):
		r.warn(at, "write the price of the whole term, not of a month",
			"%d months of %s cost %s, no more than %d at %s", months, key, price, short.Months, short.Rate)
	case price.Mul(b).GreaterThan(short.Rate.Mul(a)):
		r.warn(at, fmt.Sprintf("ask for %s or less", short.Rate.Mul(a).DivRound(b, int32(r.rb.Numbers.ContractDecimals))),
			"%d months of %s at %s are dearer a month than %d at %s", months, key, price, short.Months, short.Rate)
	default:
		return false
	}
	return true
}

// chooseOneModel finds the choice of one on a product without contracts.
func chooseOneModel(c *onProduct) {
	if c.ChooseOne && !c.Has(listing.Contract) {
		c.warn(deal.P("choose_one"), "take it out", "choosing exactly one dimension is for contracts, and the product sells none")
	}
}

// chooseOne finds a second dimension, or a quantity, or nothing at all, where one
// is chosen.
func chooseOne(c *onDeal) {
	if !c.Product.ChooseOne || c.Contract == nil {
		return
	}
	chosen := ""
	for _, q := range c.Contract.Quantity {
		at := deal.P("contract", "quantity", q.Key)
		switch {
		case q.Units.IsZero():
		case chosen != "":
			c.error(at, "keep one of them", "the product sells exactly one dimension, and %s is chosen already", chosen)
		default:
			chosen = q.Key
			if !q.Units.Equal(decimal.NewFromInt(1)) {
				c.error(at, "write 1", "the product sells one unit of %s, not %s", q.Key, q.Units)
			}
		}
	}
	if chosen == "" {
		c.error(deal.P("contract", "quantity"), "write quantity = { "+deal.Quoted(c.firstSold())+" = 1 }", "the product sells exactly one dimension, and none is chosen")
	}
}

// firstSold is the first dimension that is sold by contract.
func (c *onDeal) firstSold() string {
	for _, d := range c.Product.Dimensions {
		if contracted(d.DimensionRates) {
			return d.Key
		}
	}
	return "name"
}

// termsOfAll finds dimensions that are not sold for the terms of the others.
func termsOfAll(c *onProduct) {
	sameTerms(c)
	unpricedDimensions(c)
}

// unpricedDimensions finds dimensions of a contract product that have no price
// at all, so that nobody can buy or use them.
func unpricedDimensions(c *onProduct) {
	if !c.Has(listing.Contract) || !sellsContracts(c.Product) {
		return // the latter is CON-9
	}
	for _, d := range c.Dimensions {
		if !contracted(d.DimensionRates) && !d.Usage.Set {
			c.error(deal.P("dimension", d.Key), "give it the contract prices of the others, or take it out",
				"%s has neither a contract price nor a usage rate", d.Key)
		}
	}
}

// sameTerms finds contract terms that some dimensions have and others lack. It
// tells the ones in the minority, since the slip is more likely there.
func sameTerms(c *onProduct) {
	var all []listing.Dimension
	var months []int
	for _, d := range c.Dimensions {
		if contracted(d.DimensionRates) {
			all = append(all, d)
			for _, t := range d.Contract {
				months = append(months, t.Months)
			}
		}
	}
	slices.Sort(months)
	for _, m := range slices.Compact(months) {
		var with, without []listing.Dimension
		for _, d := range all {
			if d.ContractFor(m).Set {
				with = append(with, d)
			} else {
				without = append(without, d)
			}
		}
		if len(with) < len(without) {
			for _, d := range with {
				c.error(deal.P("dimension", d.Key, "contract", strconv.Itoa(m)), "give the others a price for it, or take this one out",
					"%s has a price for %d months, and %s has none", d.Key, m, without[0].Key)
			}
			continue
		}
		for _, d := range without {
			c.error(deal.P("dimension", d.Key, "contract"), fmt.Sprintf("add a price for %d months, or take it from the others", m),
				"%s has no price for %d months, and %s has one", d.Key, m, with[0].Key)
		}
	}
}

// addedTerms finds a term that a price change adds to some dimensions only.
func addedTerms(r *onRates) {
	if r.before == nil || r.offer != nil {
		return
	}
	for _, given := range r.given.Dimensions {
		before, _ := r.before.Dimension(given.Key)
		for _, t := range given.Contract {
			if before.ContractFor(t.Months).Set {
				continue
			}
			for _, d := range r.after.Dimensions {
				if contracted(d.DimensionRates) && !d.ContractFor(t.Months).Set {
					r.error(r.term(given.Key, t.Months), "give every dimension a price for it",
						"%s gets a price for %d months, and %s has none", given.Key, t.Months, d.Key)
					break
				}
			}
		}
	}
}

// contractDecimals finds prices of a term that are finer than allowed.
func contractDecimals(r *onRates) {
	most := r.rb.Numbers.ContractDecimals
	const fix, message = "round it", "the price has %d decimals, at most %d are allowed"
	for _, d := range r.given.Dimensions {
		for _, t := range d.Contract {
			if n := places(t.Rate); n > most {
				r.error(r.term(d.Key, t.Months), fix, message, n, most)
			}
		}
	}
	for _, i := range r.given.Instances {
		for _, rate := range []listing.Rate{i.Annual, i.Upfront} {
			if n := places(rate.Value); n > most {
				r.warn(r.at("instance", i.Type, annualKey(i)), fix, message, n, most)
			}
		}
	}
}

// nameLengths finds names of dimensions that are too long for some form.
func nameLengths(c *onProduct) {
	n := &c.rb.Numbers
	for _, d := range c.Dimensions {
		title, name := utf8.RuneCountInString(d.Title), utf8.RuneCountInString(d.Key)
		if d.Title != d.Key && title > n.TitleLength {
			c.warn(deal.P("dimension", d.Key, "title"), "shorten it", "the display name has %d characters, the seller's form takes %d", title, n.TitleLength)
		}
		switch at := deal.P("dimension", d.Key); {
		case name > n.KeyLength:
			c.error(at, "shorten it", "the name has %d characters, at most %d are allowed", name, n.KeyLength)
		case name > n.NameLength:
			c.note(at, "shorten it if you use the form", "the name has %d characters, the older form takes %d", name, n.NameLength)
		}
	}
}

func sellsContracts(p *listing.Product) bool {
	return slices.ContainsFunc(p.Dimensions, func(d listing.Dimension) bool { return contracted(d.DimensionRates) })
}

// contractModel finds a contract product without a contract price.
func contractModel(c *onProduct) {
	if c.Has(listing.Contract) && !sellsContracts(c.Product) {
		c.error(deal.P("models"), `give a dimension its contract prices, or take "contract" out`,
			"the product sells contracts, but no dimension has a contract price")
	}
}

// contractUnlisted finds contract prices on a product that sells no contracts.
func contractUnlisted(r *onRates) {
	if r.of.Has(listing.Contract) {
		return
	}
	for _, d := range r.given.Dimensions {
		if slices.ContainsFunc(d.Contract, func(t listing.TermRate) bool { return t.Rate.IsPositive() }) {
			r.warn(r.at("dimension", d.Key, "contract"), `add "contract" to models, or take the prices out`,
				"%s has contract prices, but contract is not among the product's models", d.Key)
		}
	}
}

// concurrentProduct notes what a new product has to support.
func concurrentProduct(c *onProduct) {
	from := c.rb.Numbers.ConcurrentRequired
	if c.Delivery == listing.SaaS && c.Has(listing.Contract) && c.Launched >= from && !c.rb.Settings.OneAgreement {
		c.note(deal.P("launched"), "let one account hold several agreements", "products new since %s have to support agreements side by side", from)
	}
}

// oneContract notes that an offer may meet a contract that is still active.
func oneContract(c *onDeal) {
	apart := c.rb.Settings.OneAgreement || c.Accepted < c.rb.Numbers.ConcurrentFrom
	if apart && c.Offer != nil && c.Product.Delivery == listing.SaaS && c.Product.Has(listing.Contract) {
		c.note(deal.P("offer"), "if the buyer has one, extend the offer as its replacement",
			"an account holds one active contract of this product: with another, the offer cannot be accepted")
	}
}

// consumptionModel finds a contract with consumption that meters nothing.
func consumptionModel(c *onProduct) {
	if c.Has(listing.Contract) && c.Has(listing.Usage) && !sellsUsage(c.Product) {
		c.error(deal.P("models"), `give a dimension its usage rate, or take "usage" out`,
			"a contract with consumption needs a dimension with a usage rate")
	}
}

// overageUnlisted finds usage rates on a contract product that does not list
// usage.
func overageUnlisted(r *onRates) {
	if !r.of.Has(listing.Contract) || r.of.Has(listing.Usage) {
		return
	}
	for _, d := range r.given.Dimensions {
		if positive(d.Usage) {
			r.warn(r.at("dimension", d.Key, "usage"), `add "usage" to models, or take the rate out`,
				"%s has a usage rate, but the product is a contract without consumption", d.Key)
		}
	}
}

// overageAfterTerm notes the reading of usage rates under an offer.
func overageAfterTerm(c *onDeal) {
	p := c.Product
	if c.Offer != nil && c.Contract != nil && p.Has(listing.Contract) && p.Has(listing.Usage) {
		c.note(deal.P("offer"), "have the offer's text say when they hold",
			"the texts disagree on when the usage rates of a contract begin: here they hold from its start, and the public ones after its end")
	}
}
