package deal

import (
	"slices"
	"strconv"

	"termsheet/model/listing"
)

// Keys that are told apart by name.
const (
	growth   = "growth"
	discount = "discount"
	days     = "days"
	uplift   = "uplift"
)

// top are the inputs that every scenario has, in the order of the format.
var top = []Input{
	input(P("product"), Whole, func(s *Scenario, _ bool) any { return &s.Product }),
	input(P("accepted"), Date, func(s *Scenario, _ bool) any { return &s.Accepted }),
	input(P("start"), Date, func(s *Scenario, _ bool) any { return &s.Start }),
	input(P("months"), Count, func(s *Scenario, _ bool) any { return &s.Months }),
	input(P("hours"), Whole, func(s *Scenario, _ bool) any { return &s.Hours }),
	input(P("renew"), Whole, func(s *Scenario, _ bool) any { return &s.Renew }),
	input(P("trial"), Whole, func(s *Scenario, _ bool) any { return &s.Trial }),
}

func input(path Path, unit Unit, at func(*Scenario, bool) any) Input {
	return Input{Path: path, Unit: unit, at: at}
}

// Inputs lists every input that the scenarios have or could have with their
// products, in the order of the format. A table that one of them lacks stands
// for its keys.
func Inputs(of ...*Scenario) []Input {
	list := append([]Input(nil), top...)
	products := make([]*listing.Product, len(of))
	changes, contracts, offers, renewals := 0, true, true, true
	for i, s := range of {
		products[i] = s.Product
		changes = max(changes, len(s.Changes))
		contracts, offers = contracts && s.Contract != nil, offers && s.Offer != nil
		renewals = renewals && s.Offer != nil && s.Offer.Renewal != nil
	}
	types, dimensions := listed(products)
	for _, kind := range types {
		list = append(list, needInputs(kind)...)
	}
	if contracts {
		list = append(list, contractInputs(dimensions)...)
	} else {
		list = append(list, input(P("contract"), Whole, func(s *Scenario, _ bool) any { return &s.Contract }))
	}
	for _, d := range dimensions {
		list = append(list, useInputs(d, len(of) > 1)...)
	}
	for i := range changes {
		list = append(list, changeInputs(i, types, dimensions)...)
	}
	list = append(list, input(P("amendment"), Whole, func(s *Scenario, _ bool) any { return &s.Amendments }))
	if offers {
		list = append(list, offerInputs(types, dimensions, renewals)...)
	} else {
		list = append(list, input(P("offer"), Whole, func(s *Scenario, _ bool) any { return &s.Offer }))
	}
	return append(list,
		input(P("model_change"), Whole, func(s *Scenario, _ bool) any { return &s.Model }),
		input(P("seller"), Whole, func(s *Scenario, _ bool) any { return &s.Seller }))
}

// listed gathers the instance types and dimensions of products, each key once.
func listed(products []*listing.Product) (types []string, dimensions []*listing.Dimension) {
	for _, p := range products {
		for i := range p.Instances {
			if kind := p.Instances[i].Type; !slices.Contains(types, kind) {
				types = append(types, kind)
			}
		}
		for i := range p.Dimensions {
			d := &p.Dimensions[i]
			if !slices.ContainsFunc(dimensions, func(have *listing.Dimension) bool { return have.Key == d.Key }) {
				dimensions = append(dimensions, d)
			}
		}
	}
	return types, dimensions
}

func needInputs(kind string) []Input {
	need := func(s *Scenario, make bool) *Need {
		for i := range s.Instances {
			if s.Instances[i].Type == kind {
				return &s.Instances[i]
			}
		}
		if !make {
			return nil
		}
		s.Instances = append(s.Instances, Need{Type: kind})
		return &s.Instances[len(s.Instances)-1]
	}
	path := P("instance", kind)
	return []Input{
		input(path.With("annual"), Number, in(need, func(n *Need) any { return &n.Annual })),
		input(path.With("running"), Number, in(need, func(n *Need) any { return n })),
	}
}

// in finds a value inside a table that may not be there.
func in[T any](table func(s *Scenario, make bool) *T, value func(*T) any) func(*Scenario, bool) any {
	return func(s *Scenario, make bool) any {
		if t := table(s, make); t != nil {
			return value(t)
		}
		return nil
	}
}

func contractInputs(dimensions []*listing.Dimension) []Input {
	contract := func(s *Scenario, _ bool) *Contract { return s.Contract }
	list := []Input{input(P("contract", "months"), Count, in(contract, func(c *Contract) any { return &c.Months }))}
	for _, d := range dimensions {
		key := d.Key
		list = append(list, input(P("contract", "quantity", key), Number, func(s *Scenario, make bool) any {
			c := contract(s, make)
			if c == nil {
				return nil
			}
			for i := range c.Quantity {
				if c.Quantity[i].Key == key {
					return &c.Quantity[i].Units
				}
			}
			if !make {
				return nil
			}
			c.Quantity = append(c.Quantity, Quantity{Key: key})
			return &c.Quantity[len(c.Quantity)-1].Units
		}))
	}
	return list
}

// useInputs has both ways of metering for scenarios whose products may differ in
// it.
func useInputs(d *listing.Dimension, both bool) []Input {
	key := d.Key
	use := func(s *Scenario, make bool) *Use {
		for i := range s.Usage {
			if s.Usage[i].Key == key {
				return &s.Usage[i]
			}
		}
		if !make {
			return nil
		}
		s.Usage = append(s.Usage, Use{Key: key})
		return &s.Usage[len(s.Usage)-1]
	}
	level := input(P("usage", key, "level"), Number, in(use, func(u *Use) any { return &u.Level }))
	monthly := input(P("usage", key, "monthly"), Number, in(use, func(u *Use) any { return &u.Monthly }))
	grows := input(P("usage", key, growth), Percent, in(use, func(u *Use) any { return &u.Growth }))
	switch {
	case both:
		return []Input{level, monthly, grows}
	case d.Per == listing.PerUnit:
		return []Input{monthly, grows}
	}
	return []Input{level, grows}
}

func changeInputs(n int, types []string, dimensions []*listing.Dimension) []Input {
	change := func(s *Scenario, make bool) *PriceChange {
		if n == len(s.Changes) && make {
			s.Changes = append(s.Changes, PriceChange{})
		}
		if n < len(s.Changes) {
			return &s.Changes[n]
		}
		return nil
	}
	path := P("price_change", strconv.Itoa(n))
	list := []Input{input(path.With("announced"), Date, in(change, func(c *PriceChange) any { return &c.Announced }))}
	rates := func(s *Scenario, make bool) *listing.Rates {
		if c := change(s, make); c != nil {
			return &c.Rates
		}
		return nil
	}
	return append(list, rateInputs(path, types, dimensions, rates, true)...)
}

func offerInputs(types []string, dimensions []*listing.Dimension, renewals bool) []Input {
	offer := func(s *Scenario, _ bool) *Offer { return s.Offer }
	inMonths, inDays := func(o *Offer) any { return &o.Months }, func(o *Offer) any { return &o.Days }
	list := []Input{
		input(P("offer", "months"), Count, in(offer, inMonths)).displacing(in(offer, inDays)),
		input(P("offer", days), Count, in(offer, inDays)).displacing(in(offer, inMonths)),
		input(P("offer", "expires"), Date, in(offer, func(o *Offer) any { return &o.Expires })),
		input(P("offer", discount), Percent, in(offer, func(o *Offer) any { return &o.Discount })),
	}
	rates := func(s *Scenario, _ bool) *listing.Rates {
		if s.Offer == nil {
			return nil
		}
		return &s.Offer.Rates
	}
	list = append(list, rateInputs(P("offer"), types, dimensions, rates, false)...)
	list = append(list,
		input(P("offer", "schedule"), Whole, in(offer, func(o *Offer) any { return &o.Schedule })),
		input(P("offer", "installment"), Whole, in(offer, func(o *Offer) any { return &o.Installments })))
	if !renewals {
		return append(list, input(P("offer", "renewal"), Whole, in(offer, func(o *Offer) any { return &o.Renewal })))
	}
	renewal := func(s *Scenario, _ bool) *OfferRenewal {
		if s.Offer == nil {
			return nil
		}
		return s.Offer.Renewal
	}
	return append(list,
		input(P("offer", "renewal", uplift), Percent, in(renewal, func(r *OfferRenewal) any { return &r.Uplift })),
		input(P("offer", "renewal", "times"), Count, in(renewal, func(r *OfferRenewal) any { return &r.Times })))
}

// rateInputs are the rates of a partial set, of every key of the product;
// public ones have infrastructure and contract rates by months.
func rateInputs(path Path, types []string, dimensions []*listing.Dimension, rates func(*Scenario, bool) *listing.Rates, public bool) (list []Input) {
	for _, kind := range types {
		of := func(s *Scenario, make bool) *listing.InstanceRates { return instanceRates(rates(s, make), kind, make) }
		at := func(name string, rate func(*listing.InstanceRates) any) Input {
			return input(path.With("instance", kind, name), Number, in(of, rate))
		}
		annual := at("annual", func(r *listing.InstanceRates) any { return &r.Annual })
		upfront := at("upfront", func(r *listing.InstanceRates) any { return &r.Upfront })
		list = append(list, at("hourly", func(r *listing.InstanceRates) any { return &r.Hourly }))
		if public {
			list = append(list, annual, at("infrastructure", func(r *listing.InstanceRates) any { return &r.Infrastructure }))
		} else {
			list = append(list, annual.displacing(upfront.at), upfront.displacing(annual.at))
		}
	}
	for _, d := range dimensions {
		of := func(s *Scenario, make bool) *listing.DimensionRates {
			return dimensionRates(rates(s, make), d.Key, make)
		}
		at := path.With("dimension", d.Key)
		list = append(list, input(at.With("usage"), Number, in(of, func(r *listing.DimensionRates) any { return &r.Usage })))
		if !public {
			list = append(list, input(at.With("contract"), Number, termOf(of, 0)))
			continue
		}
		for _, term := range d.Contract {
			list = append(list, input(at.With("contract", strconv.Itoa(term.Months)), Number, termOf(of, term.Months)))
		}
	}
	return list
}

func instanceRates(r *listing.Rates, kind string, make bool) *listing.InstanceRates {
	if r == nil {
		return nil
	}
	for i := range r.Instances {
		if r.Instances[i].Type == kind {
			return &r.Instances[i].InstanceRates
		}
	}
	if !make {
		return nil
	}
	r.Instances = append(r.Instances, listing.Instance{Type: kind})
	return &r.Instances[len(r.Instances)-1].InstanceRates
}

func dimensionRates(r *listing.Rates, key string, make bool) *listing.DimensionRates {
	if r == nil {
		return nil
	}
	for i := range r.Dimensions {
		if r.Dimensions[i].Key == key {
			return &r.Dimensions[i].DimensionRates
		}
	}
	if !make {
		return nil
	}
	r.Dimensions = append(r.Dimensions, listing.DimensionEntry{Key: key})
	return &r.Dimensions[len(r.Dimensions)-1].DimensionRates
}

// termRate is the contract rate for a term in a partial set, where it may not
// be named; in an offer months is 0.
type termRate struct {
	rates  *listing.DimensionRates
	months int
}

func termOf(rates func(*Scenario, bool) *listing.DimensionRates, months int) func(*Scenario, bool) any {
	return in(rates, func(r *listing.DimensionRates) any { return termRate{r, months} })
}

func (t termRate) get() listing.Rate { return t.rates.ContractFor(t.months) }

// set names the rate, or strikes it out where r is not set.
func (t termRate) set(r listing.Rate) {
	t.rates.Contract = slices.DeleteFunc(t.rates.Contract, func(have listing.TermRate) bool { return have.Months == t.months })
	if r.Set {
		t.rates.Contract = append(t.rates.Contract, listing.TermRate{Months: t.months, Rate: r.Value})
	}
}
