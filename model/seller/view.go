// Package seller is the seller's own view of a quote: the listing fee, a
// channel partner's margin and what is left. No figure of a buyer depends on
// it.
package seller

import (
	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/rules"
)

// View is what the seller pays and keeps of a deal. All amounts are US
// dollars.
type View struct {
	Percent  decimal.Decimal // the listing fee, 3 for 3 %
	Rule     string          // the rule that the fee follows
	Added    []Points        // what comes on top of that, within Percent
	Value    money.Amount    // the contract's value: its upfront charges
	Fee      money.Amount
	Margin   money.Amount // the channel partner's
	Net      money.Amount
	Unbilled money.Amount // use whose metering records never arrive: never invoiced (USG-4)
	Lines    []Line       // the invoice lines for software, in order
	Cliff    *Cliff
}

// Points are percentage points of the fee that a rule adds.
type Points struct {
	Rule    string
	Percent decimal.Decimal
}

// Line is an invoice line for software and what becomes of it.
type Line struct {
	pricing.Invoice
	Unbilled, Fee, Margin, Net money.Amount
}

// Cliff is a fee bracket that begins just above the contract's value (FEE-2).
type Cliff struct {
	From    money.Amount    // where the next bracket begins
	Percent decimal.Decimal // the fee there
	Nets    money.Amount    // how much more the seller keeps there
}

// Fees are the fee table and the readings of it.
type Fees struct {
	rules.Fees
	Marginal bool            // each bracket pays for its own part of the value (FEE-2)
	Within   decimal.Decimal // how near below a bracket a cliff is named, as a share of it
}

// FeesOf are those of a rulebook.
func FeesOf(book *rules.Rulebook) Fees {
	return Fees{Fees: book.Numbers.Fees, Marginal: book.Settings.MarginalFee, Within: book.Settings.FeeCliffWithin}
}

var (
	one     = decimal.NewFromInt(1)
	hundred = decimal.NewFromInt(100)
)

// Of works the seller's view of a quote out (FEE-1 to FEE-9); money.ErrTooLarge where
// a figure of it does not fit.
func Of(q *pricing.Quote, s *deal.Scenario, fees Fees) (*View, error) {
	own := deal.Seller{}
	if s.Seller != nil {
		own = *s.Seller
	}
	v := &View{}
	usage := map[calendar.Day]money.Amount{} // by the day it is invoiced
	for _, c := range q.Charges {
		switch c.Kind {
		case pricing.Annual, pricing.Contract:
			v.Value += c.Amount
		case pricing.Usage:
			usage[c.Date.NextMonth()] += c.Amount
		}
	}
	share, rule, added := fees.share(s, own, v.Value)
	v.Rule, v.Percent, v.Added = rule, money.Trimmed(share.Mul(hundred), 0), added
	for _, i := range q.Invoices {
		if i.What == pricing.ForInfrastructure {
			continue
		}
		line := Line{Invoice: i}
		if i.What == pricing.ForMetered {
			line.Unbilled = money.Share(usage[i.Date], own.MeteringLoss)
		}
		if err := line.split(share, own.Reseller); err != nil {
			return nil, err
		}
		v.Unbilled += line.Unbilled
		v.Lines = append(v.Lines, line)
		v.Fee, v.Margin, v.Net = v.Fee+line.Fee, v.Margin+line.Margin, v.Net+line.Net
	}
	var err error
	v.Cliff, err = fees.cliff(s, own, v.Value)
	return v, err
}

// split takes the partner's margin and the fee off an invoice line. The fee's
// base is the wholesale price: the invoice less the margin on it (FEE-3).
func (l *Line) split(share decimal.Decimal, reseller listing.Rate) (err error) {
	whole := one
	if reseller.Set {
		whole = one.Add(reseller.Value)
	}
	billed := l.Amount - l.Unbilled
	if l.Fee, err = money.Quotient(billed.Decimal().Mul(share), whole); err != nil {
		return err
	}
	if l.Margin, err = money.Quotient(billed.Decimal().Mul(whole.Sub(one)), whole); err != nil {
		return err
	}
	l.Net = billed - l.Fee - l.Margin
	return nil
}

// share is the listing fee as a share of the price, the rule it follows, and
// what other rules add to that: a channel partner (FEE-3), the buyer's country
// (FEE-5).
func (f Fees) share(s *deal.Scenario, own deal.Seller, value money.Amount) (decimal.Decimal, string, []Points) {
	share, rule := f.base(s, own, value)
	if share.IsZero() {
		return share, rule, nil
	}
	var added []Points
	add := func(rule string, points decimal.Decimal) {
		share = share.Add(points)
		added = append(added, Points{rule, money.Trimmed(points.Mul(hundred), 0)})
	}
	if own.Reseller.Set {
		add("FEE-3", f.Reseller)
	}
	if points, ok := f.Country[own.Country]; ok && s.Accepted >= f.CountryOn {
		add("FEE-5", points)
	}
	return share, rule, added
}

func (f Fees) base(s *deal.Scenario, own deal.Seller, value money.Amount) (decimal.Decimal, string) {
	switch {
	case s.Product.Delivery == listing.Services && s.Accepted >= f.ServicesOn:
		return f.ServicesTo, "FEE-4"
	case s.Product.Delivery == listing.Services:
		return f.Services, "FEE-4"
	case s.Offer == nil:
		return f.Public[string(s.Product.Delivery)], "FEE-1"
	case own.Renewal:
		return f.Renewal, "PRV-10"
	case f.Marginal:
		return f.marginal(value), "FEE-2"
	}
	return f.Bracket(value.Decimal()).Rate, "FEE-2"
}

// marginal is the share that all parts of the value pay together.
func (f Fees) marginal(value money.Amount) decimal.Decimal {
	if value == 0 {
		return f.Brackets[0].Rate
	}
	sum := decimal.Zero
	for i, b := range f.Brackets {
		top := value.Decimal()
		if i+1 < len(f.Brackets) {
			top = decimal.Min(top, f.Brackets[i+1].From)
		}
		if top.GreaterThan(b.From) {
			sum = sum.Add(top.Sub(b.From).Mul(b.Rate))
		}
	}
	return sum.DivRound(value.Decimal(), sharePlaces)
}

// sharePlaces is the scale of a share that is worked out of a sum.
const sharePlaces = 12

// cliff is the next bracket where the value stands just below it.
func (f Fees) cliff(s *deal.Scenario, own deal.Seller, value money.Amount) (*Cliff, error) {
	if s.Offer == nil || own.Renewal || f.Marginal || s.Product.Delivery == listing.Services {
		return nil, nil
	}
	next, ok := f.Above(value.Decimal(), f.Within)
	if !ok {
		return nil, nil
	}
	from, err := money.Round(next.From)
	if err != nil {
		return nil, err
	}
	now, _, _ := f.share(s, own, value)
	then, _, _ := f.share(s, own, from)
	nets, err := money.Round(next.From.Mul(one.Sub(then)).Sub(value.Decimal().Mul(one.Sub(now))))
	return &Cliff{From: from, Percent: money.Trimmed(then.Mul(hundred), 0), Nets: nets}, err
}
