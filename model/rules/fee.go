package rules

import (
	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// Bracket is the fee of a private offer of a value (FEE-2).
func (f Fees) Bracket(value decimal.Decimal) Bracket {
	found := f.Brackets[0]
	for _, b := range f.Brackets {
		if value.GreaterThanOrEqual(b.From) {
			found = b
		}
	}
	return found
}

// Above is the bracket that begins just above a value: by no more than a share
// of where it begins.
func (f Fees) Above(value, within decimal.Decimal) (Bracket, bool) {
	for _, b := range f.Brackets {
		if gap := b.From.Sub(value); gap.IsPositive() && gap.LessThanOrEqual(b.From.Mul(within)) {
			return b, true
		}
	}
	return Bracket{}, false
}

// feeCliff notes an offer that stands just below a lower fee.
func feeCliff(c *onDeal) {
	if c.quote == nil || c.Offer == nil || c.Product.Delivery == listing.Services || c.rb.Settings.MarginalFee || c.Seller != nil && c.Seller.Renewal {
		return
	}
	fees := &c.rb.Numbers.Fees
	value := (c.quote.Totals.Annual + c.quote.Totals.Contract).Decimal()
	next, ok := fees.Above(value, c.rb.Settings.FeeCliffWithin)
	if !ok {
		return
	}
	now := fees.Bracket(value)
	fee, then := value.Mul(now.Rate), next.From.Mul(next.Rate)
	f := c.add(Note, deal.P("offer"), "raise the deal to "+amount(next.From)+" if the buyer gets more for it",
		"%s of %s is the listing fee, %s; from %s it is %s, %s, and the seller nets %s more", percentage(now.Rate), amount(value), amount(fee),
		amount(next.From), percentage(next.Rate), amount(then), amount(next.From.Sub(then).Sub(value.Sub(fee))))
	f.SellerOnly = true
}

// amount writes a sum for people.
func amount(d decimal.Decimal) string { return money.Group(d.StringFixed(2)) }
