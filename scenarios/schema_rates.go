package scenarios

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"termsheet/model/listing"
	"termsheet/scenarios/syntax"
)

// listRates are the rates of an instance type in a listing or a price change.
var listRates = []key[listing.InstanceRates]{
	{name: "hourly", read: rate(func(i *listing.InstanceRates) *listing.Rate { return &i.Hourly })},
	{name: "annual", read: rate(func(i *listing.InstanceRates) *listing.Rate { return &i.Annual })},
	{name: "infrastructure", read: rate(func(i *listing.InstanceRates) *listing.Rate { return &i.Infrastructure })},
}

// offerRates are those in a private offer.
var offerRates = []key[listing.InstanceRates]{
	{name: "hourly", read: rate(func(i *listing.InstanceRates) *listing.Rate { return &i.Hourly })},
	{name: "annual", read: rate(func(i *listing.InstanceRates) *listing.Rate { return &i.Annual })},
	{name: "upfront", read: rate(func(i *listing.InstanceRates) *listing.Rate { return &i.Upfront })},
	{name: "infrastructure", read: func(r *reader, p *place, _ *listing.InstanceRates) {
		r.refuseKey(p, "infrastructure is never part of an offer", "take it out")
	}},
}

// changeDimension are the rates of a dimension in a price change.
var changeDimension = []key[listing.DimensionRates]{
	{name: "usage", read: rate(func(d *listing.DimensionRates) *listing.Rate { return &d.Usage })},
	{name: "contract", read: termRates},
}

// offerDimension are those in a private offer, which has one term and so one
// contract price.
var offerDimension = []key[listing.DimensionRates]{
	{name: "usage", read: rate(func(d *listing.DimensionRates) *listing.Rate { return &d.Usage })},
	{name: "contract", read: func(r *reader, p *place, d *listing.DimensionRates) {
		if p.Kind == syntax.Table {
			r.refuse(p, p.name()+" is a price by months, but an offer has one term", `write one price for all of it: contract = "250"`)
			return
		}
		if price, ok := r.number(p); ok {
			d.Contract = []listing.TermRate{{Rate: price}}
		}
	}},
}

// termRates reads the contract prices of a dimension by months.
func termRates(r *reader, p *place, d *listing.DimensionRates) {
	if p.Kind != syntax.Table {
		r.refuse(p, fmt.Sprintf("%s is %s, not prices by months", p.name(), p.Kind), `write contract = { 12 = "120" }`)
		return
	}
	made := make([]listing.TermRate, 0, len(p.Fields))
	for _, f := range p.Fields {
		at := p.field(f)
		months, err := strconv.Atoi(f.Name)
		if err != nil || months < 1 || months > mostMonths || strconv.Itoa(months) != f.Name {
			r.refuseKey(at, fmt.Sprintf("%s is not a number of months", Quoted(f.Name)), `write the months of the term: 12 = "120"`)
			continue
		}
		if price, ok := r.number(at); ok {
			made = append(made, listing.TermRate{Months: months, Rate: price})
		}
	}
	slices.SortFunc(made, func(a, b listing.TermRate) int { return cmp.Compare(a.Months, b.Months) })
	d.Contract = made
}

// instanceRates reads the rates of one instance type of a partial set.
func instanceRates(schema []key[listing.InstanceRates]) func(*reader, *place, string, *listing.Rates) {
	return func(r *reader, p *place, name string, into *listing.Rates) {
		if !r.knownInstance(p) {
			return
		}
		made := listing.Instance{Type: name}
		if table(r, p, schema, &made.InstanceRates) {
			r.oneOf(p)
			into.Instances = append(into.Instances, made)
		}
	}
}

// dimensionRates reads the rates of one dimension of a partial set.
func dimensionRates(schema []key[listing.DimensionRates]) func(*reader, *place, string, *listing.Rates) {
	return func(r *reader, p *place, name string, into *listing.Rates) {
		if !r.knownDimension(p) {
			return
		}
		made := listing.DimensionEntry{Key: name}
		if table(r, p, schema, &made.DimensionRates) {
			into.Dimensions = append(into.Dimensions, made)
		}
	}
}
