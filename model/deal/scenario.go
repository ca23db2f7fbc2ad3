// Package deal is what is being considered: a scenario with its need, its
// commitments, its offer and the price changes around it.
package deal

import (
	"cmp"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/listing"
)

// Scenario is one variant of a deal, complete: a variant of a file is the
// file's scenario with the variant's keys laid over it.
type Scenario struct {
	Title, About string
	File         string // where it was read from, as messages name it
	Variant      string // Base, or the variant's name
	Product      *listing.Product

	Accepted calendar.Day // the day the buyer accepts
	Start    calendar.Day // the day use begins
	Months   int          // how far to look; 0: the offer's term, else the contract's, else the default
	Hours    Hours
	Renew    bool // a term that ends inside the horizon is bought again
	Trial    bool // the buyer takes the product's free trial from start

	Instances  []Need
	Contract   *Contract
	Usage      []Use
	Changes    []PriceChange // as written
	Amendments []Amendment   // as written
	Offer      *Offer
	Model      *ModelChange
	Seller     *Seller
}

// Base is the name of the scenario itself among its variants.
const Base = "base"

// Hours is how many hours a month has.
type Hours struct {
	Calendar bool // 24 x the days of each month
	Fixed    int  // otherwise; 0: the rulebook's default (HRL-4)
}

// Need is one instance type: what runs and how much of it annuals cover.
type Need struct {
	Type    string
	Annual  decimal.Decimal // X: annual subscriptions bought at the start
	Running Series          // Y by billing month; used where Load is empty
	Load    Load            // Y by share of hours
}

// Series is a value by billing month whose last entry goes on. Empty is zero.
type Series []decimal.Decimal

// At is the value of billing month k.
func (s Series) At(k int) decimal.Decimal {
	if len(s) == 0 {
		return decimal.Zero
	}
	return s[min(k, len(s)-1)]
}

// Load is a running count by share of hours. A step's share is Weight / Total,
// so that the shares of a profile of 8,760 hours stay exact.
type Load struct {
	Steps   []Step
	Total   decimal.Decimal
	Profile string            // the CSV file it was read from, if any
	Hours   []decimal.Decimal // the counts of that file, hour by hour
}

// Step is a running count that holds for Weight of the hours.
type Step struct {
	Running decimal.Decimal
	Weight  decimal.Decimal
}

// Contract is a commitment to units of dimensions for a term.
type Contract struct {
	Months   int // 0: the offer's
	Quantity []Quantity
}

// Quantity is a number of units of a dimension or of an instance type.
type Quantity struct {
	Key   string
	Units decimal.Decimal
}

// Committed is the quantity of a dimension, zero if there is none.
func (c *Contract) Committed(key string) decimal.Decimal {
	if c == nil {
		return decimal.Zero
	}
	return Units(c.Quantity, key)
}

// Covers is what the commitment to a dimension covers: units in use at any hour,
// or those that are included in a month.
func (c *Contract) Covers(d listing.Dimension) decimal.Decimal {
	if d.Per == listing.PerUnit {
		return c.Committed(d.Key).Mul(d.Includes)
	}
	return c.Committed(d.Key)
}

// Units is the number of units of a key in a list, zero if it is not there.
func Units(list []Quantity, key string) decimal.Decimal {
	for _, q := range list {
		if q.Key == key {
			return q.Units
		}
	}
	return decimal.Zero
}

// Use is what is used of a dimension: Level for one metered per hour, Monthly
// for one metered per unit.
type Use struct {
	Key            string
	Level, Monthly Series
	Growth         decimal.Decimal // 0.03 for "3%": month k is value x (1 + growth)^k, unrounded
}

// PriceChange is a partial set of rates with the day it is announced.
type PriceChange struct {
	Announced calendar.Day
	Rates     listing.Rates
}

// Amendment changes the annuals of a running agreement (AMD-1).
type Amendment struct {
	Date        calendar.Day
	Add, Remove []Quantity
}

// Offer is a private offer. Exactly one of Months and Days is set.
type Offer struct {
	Months, Days int
	Expires      calendar.Day // zero: not given
	Accounts     int
	Discount     decimal.Decimal // 0.15 for "15%", off every list rate that Rates does not name
	Rates        listing.Rates
	Schedule     *Schedule
	Installments []Installment
	Renewal      *OfferRenewal
}

// Schedule generates installments.
type Schedule struct {
	Every   string // "month", "quarter" or "year"
	Count   int
	First   calendar.Day
	Initial listing.Rate // payment 1, if given
}

// Installment is a payment that is written out.
type Installment struct {
	Date   calendar.Day
	Amount decimal.Decimal
}

// OfferRenewal makes a private offer renew by itself (REN-3).
type OfferRenewal struct {
	Uplift decimal.Decimal // 0.10 for "10%", compounding
	Times  int
}

// ModelChange is a request to change the pricing model (MOD-1).
type ModelChange struct {
	Requested calendar.Day
	To        listing.Model
}

// Seller is the seller's own view; no figure of a buyer depends on it.
type Seller struct {
	Renewal      bool
	Reseller     listing.Rate // 0.08 for "8%"
	Country      string
	MeteringLoss decimal.Decimal
	Floor        listing.Rate
	Notes        string
}

// Need finds what the deal needs of an instance type.
func (s *Scenario) Need(kind string) (Need, bool) {
	for i := range s.Instances {
		if s.Instances[i].Type == kind {
			return s.Instances[i], true
		}
	}
	return Need{}, false
}

// Use finds what the deal uses of a dimension: nothing where it does not say.
func (s *Scenario) Use(key string) (Use, bool) {
	for i := range s.Usage {
		if s.Usage[i].Key == key {
			return s.Usage[i], true
		}
	}
	return Use{Key: key}, false
}

// Involves tells whether the deal uses a dimension or commits to it.
func (s *Scenario) Involves(key string) bool {
	_, used := s.Use(key)
	return used || !s.Contract.Committed(key).IsZero()
}

// Per is the use of a dimension by what it is metered per: an hour or a unit.
func (u Use) Per(per string) Series {
	if per == listing.PerUnit {
		return u.Monthly
	}
	return u.Level
}

// Private is the offer that a deal on public terms becomes, at list prices so far:
// for the contract's term, else for the whole horizon of so many months where none
// is given. A contract that renews does so under the offer, too.
func (s *Scenario) Private(months int) *Offer {
	term := 0
	if s.Contract != nil {
		term = s.Contract.Months
	}
	horizon := cmp.Or(s.Months, term, months)
	o := &Offer{Months: cmp.Or(term, horizon)}
	if again := (horizon+o.Months-1)/o.Months - 1; s.Renew && again > 0 {
		o.Renewal = &OfferRenewal{Times: again}
	}
	return o
}

// End is the day after the offer's last.
func (o *Offer) End(start calendar.Day) calendar.Day {
	if o.Days > 0 {
		return start + calendar.Day(o.Days)
	}
	return start.AddMonths(o.Months)
}
