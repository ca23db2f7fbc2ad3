// Package listing is what a seller publishes: a product and its rates. Rates
// have one shape, in the listing, in a price change and in a private offer.
package listing

import (
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
)

// Delivery is how a product reaches the buyer.
type Delivery string

// The deliveries a product can have.
const (
	AMI       Delivery = "ami"
	Container Delivery = "container"
	SaaS      Delivery = "saas"
	ML        Delivery = "ml"
	Data      Delivery = "data"
	Services  Delivery = "services"
)

// Deliveries lists every delivery, for messages and checks.
var Deliveries = []Delivery{AMI, Container, SaaS, ML, Data, Services}

// Model is a pricing model that a product is sold under.
type Model string

// The pricing models a product can list.
const (
	Free     Model = "free"
	BYOL     Model = "byol"
	Hourly   Model = "hourly"
	Annual   Model = "annual"
	Usage    Model = "usage"
	Contract Model = "contract"
)

// Models lists every pricing model, for messages and checks.
var Models = []Model{Free, BYOL, Hourly, Annual, Usage, Contract}

// PerHour and PerUnit are the two ways a dimension is metered: level x hours x
// rate, or quantity x rate.
const (
	PerHour = "hour"
	PerUnit = "unit"
)

// Product is a listing as a seller publishes it. All rates are US dollars.
type Product struct {
	ID, Title, Seller string
	Delivery          Delivery
	Launched          calendar.Day
	Models            []Model
	TrialDays         int    // 0: no free trial is offered
	PaidOption        string // BYOL: the product that sells it by use
	ChooseOne         bool   // contract: exactly one dimension, quantity 1 (CON-5)
	Instances         []Instance
	Dimensions        []Dimension
}

// Instance is an instance type of the listing with its rates.
type Instance struct {
	Type string
	InstanceRates
}

// Dimension is a metered or contracted dimension of the listing.
type Dimension struct {
	Key, Title, Category, Unit string
	Per                        string          // PerHour or PerUnit
	Includes                   decimal.Decimal // usage units that one contract unit includes each month; PerUnit only
	DimensionRates
}

// Rates is a partial set of rates: a price change's or a private offer's.
type Rates struct {
	Instances  []Instance
	Dimensions []DimensionEntry
}

// DimensionEntry is the rates of one dimension in a partial set.
type DimensionEntry struct {
	Key string
	DimensionRates
}

// InstanceRates are the rates of an instance type. A rate that is not given is
// absent, which is not the same as zero.
type InstanceRates struct {
	Hourly         Rate // USD per instance-hour
	Annual         Rate // USD per instance for 12 months
	Infrastructure Rate // EC2 on-demand USD per hour; never in an offer
	Upfront        Rate // offers only: USD per instance for the whole term
}

// DimensionRates are the rates of a dimension.
type DimensionRates struct {
	Usage    Rate       // USD per unit(-hour)
	Contract []TermRate // by months, ascending; in an offer one entry with Months 0, its whole term
}

// TermRate is the price of one unit for a whole contract term.
type TermRate struct {
	Months int
	Rate   decimal.Decimal
}

// Rate is a price that may be absent. It keeps the scale it was written with.
type Rate struct {
	Value decimal.Decimal
	Set   bool
}

// Measure names what the usage rate is paid for: a user, or a user-hour.
func (d Dimension) Measure() string {
	if d.Per == PerHour {
		return d.Unit + "-hour"
	}
	return d.Unit
}

// Of is a rate that is present.
func Of(d decimal.Decimal) Rate { return Rate{Value: d, Set: true} }

// ContractFor is the price of a unit for a term of that many months.
func (r DimensionRates) ContractFor(months int) Rate {
	for _, t := range r.Contract {
		if t.Months == months {
			return Of(t.Rate)
		}
	}
	return Rate{}
}

// Has tells whether the product is sold under the model.
func (p *Product) Has(m Model) bool { return slices.Contains(p.Models, m) }

// Gratis tells whether none of its models charges for the software: it is free, or
// its license is bought elsewhere (FRE-1, BYL-1).
func (p *Product) Gratis() bool {
	return len(p.Models) > 0 && !slices.ContainsFunc(p.Models, func(m Model) bool { return m != Free && m != BYOL })
}

// Instance finds an instance type of the listing.
func (p *Product) Instance(kind string) (Instance, bool) {
	for i := range p.Instances {
		if p.Instances[i].Type == kind {
			return p.Instances[i], true
		}
	}
	return Instance{}, false
}

// Dimension finds a dimension of the listing.
func (p *Product) Dimension(key string) (Dimension, bool) {
	for i := range p.Dimensions {
		if p.Dimensions[i].Key == key {
			return p.Dimensions[i], true
		}
	}
	return Dimension{}, false
}

// Instance finds the rates of an instance type in a partial set.
func (r Rates) Instance(kind string) (InstanceRates, bool) {
	for i := range r.Instances {
		if r.Instances[i].Type == kind {
			return r.Instances[i].InstanceRates, true
		}
	}
	return InstanceRates{}, false
}

// Dimension finds the rates of a dimension in a partial set.
func (r Rates) Dimension(key string) (DimensionRates, bool) {
	for i := range r.Dimensions {
		if r.Dimensions[i].Key == key {
			return r.Dimensions[i].DimensionRates, true
		}
	}
	return DimensionRates{}, false
}
