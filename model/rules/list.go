package rules

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// ratesOf is the list of a product as a set of rates.
func ratesOf(p *listing.Product) listing.Rates {
	r := listing.Rates{Instances: p.Instances}
	for _, d := range p.Dimensions {
		r.Dimensions = append(r.Dimensions, listing.DimensionEntry{Key: d.Key, DimensionRates: d.DimensionRates})
	}
	return r
}

// step is a price change with the list before and after it.
type step struct {
	path          deal.Path // where the change stands in its file
	change        deal.PriceChange
	before, after *listing.Product
}

// planned puts price changes in the order of their announcements.
func planned(p *listing.Product, changes []deal.PriceChange) []step {
	var plan []step
	for i, c := range changes {
		plan = append(plan, step{path: deal.P("price_change", strconv.Itoa(i)), change: c})
	}
	slices.SortStableFunc(plan, func(a, b step) int { return cmp.Compare(a.change.Announced, b.change.Announced) })
	for i := range plan {
		plan[i].before = p
		p = overlaid(p, plan[i].change.Rates)
		plan[i].after = p
	}
	return plan
}

// listOn is the list that somebody who accepts on a day buys at.
func listOn(p *listing.Product, plan []step, day calendar.Day) *listing.Product {
	for _, s := range plan {
		if s.change.Announced <= day {
			p = s.after
		}
	}
	return p
}

// overlaid is a product with a partial set of rates laid over its list.
func overlaid(p *listing.Product, r listing.Rates) *listing.Product {
	out := *p
	out.Instances = slices.Clone(p.Instances)
	for i := range out.Instances {
		named, _ := r.Instance(out.Instances[i].Type)
		at := &out.Instances[i].InstanceRates
		for _, pair := range []struct{ to, from *listing.Rate }{
			{&at.Hourly, &named.Hourly}, {&at.Annual, &named.Annual}, {&at.Infrastructure, &named.Infrastructure},
		} {
			if pair.from.Set {
				*pair.to = *pair.from
			}
		}
	}
	out.Dimensions = slices.Clone(p.Dimensions)
	for i := range out.Dimensions {
		named, _ := r.Dimension(out.Dimensions[i].Key)
		at := &out.Dimensions[i].DimensionRates
		if named.Usage.Set {
			at.Usage = named.Usage
		}
		at.Contract = withTerms(at.Contract, named.Contract)
	}
	return &out
}

// withTerms lays contract rates over others, month by month.
func withTerms(base, over []listing.TermRate) []listing.TermRate {
	out := slices.Clone(base)
	for _, t := range over {
		if i := slices.IndexFunc(out, func(b listing.TermRate) bool { return b.Months == t.Months }); i >= 0 {
			out[i] = t
		} else {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b listing.TermRate) int { return cmp.Compare(a.Months, b.Months) })
	return out
}

// comparePlaces is the scale to which a share of a rate is worked out where it
// is only compared.
const comparePlaces = 10

// offered is the list with an offer's discount and rates over it; an upfront
// amount counts as the annual it comes to.
func offered(list *listing.Product, o *deal.Offer, annualMonths int) *listing.Product {
	keep := decimal.NewFromInt(1).Sub(o.Discount)
	off := func(r listing.Rate) listing.Rate { return listing.Rate{Value: r.Value.Mul(keep), Set: r.Set} }
	discounted := listing.Rates{}
	for _, i := range list.Instances {
		discounted.Instances = append(discounted.Instances, listing.Instance{Type: i.Type,
			InstanceRates: listing.InstanceRates{Hourly: off(i.Hourly), Annual: off(i.Annual)}})
	}
	for _, d := range list.Dimensions {
		discounted.Dimensions = append(discounted.Dimensions, listing.DimensionEntry{Key: d.Key,
			DimensionRates: listing.DimensionRates{Usage: off(d.Usage)}})
	}
	named := listing.Rates{Dimensions: usageOnly(o.Rates.Dimensions)}
	for _, i := range o.Rates.Instances {
		if i.Upfront.Set && o.Months > 0 {
			perYear := i.Upfront.Value.Mul(decimal.NewFromInt(int64(annualMonths)))
			i.Annual = listing.Of(perYear.DivRound(decimal.NewFromInt(int64(o.Months)), comparePlaces))
		}
		named.Instances = append(named.Instances, i)
	}
	return overlaid(overlaid(list, discounted), named)
}

// usageOnly leaves out an offer's contract rates, which are for its own term.
func usageOnly(entries []listing.DimensionEntry) []listing.DimensionEntry {
	out := slices.Clone(entries)
	for i := range out {
		out[i].Contract = nil
	}
	return out
}

// at is the path of something in the set.
func (r *onRates) at(parts ...string) deal.Path { return r.prefix.With(parts...) }

// contracted tells whether a dimension is sold by contract.
func contracted(d listing.DimensionRates) bool { return len(d.Contract) > 0 }

// positive tells whether a rate is there and above zero.
func positive(r listing.Rate) bool { return r.Set && r.Value.IsPositive() }

func zero(r listing.Rate) bool { return r.Set && r.Value.IsZero() }

// places is how many decimals a figure needs.
func places(d decimal.Decimal) int { return int(max(-money.Trimmed(d, 0).Exponent(), 0)) }
