package book

import (
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/pricing"
)

// key is an instance type or a dimension with what each cohort pays for it:
// the customers that accepted before the first announcement, and after each.
type key struct {
	name     string
	instance bool
	perUnit  bool
	includes number
	terms    []int       // of a contract on the list, in months; an annual's
	now      []inForce   // without the changes, by term
	cohorts  [][]inForce // with them, by term, then by cohort
}

// inForce is pricing's rates in force as integers.
type inForce struct {
	metered, renewed, listed []step
	cuts                     []calendar.Day // those that are not the first of a month
	metersAll, metersNone    bool           // every step has a rate for use, or none
	sells                    bool           // every step has a rate for what is bought
	beyond                   bool           // a rate does not fit into a number
}

// step is a rate from a day on.
type step struct {
	from calendar.Day
	rate number
}

// number is coefficient / 10^places; unset where there is none that fits.
type number struct {
	coefficient int64
	places      int
	set         bool
}

// numberOf is a decimal as a number, if it is within the bounds.
func numberOf(d decimal.Decimal) number {
	if d.NumDigits() > coefficientDigits || d.Exponent() > coefficientDigits {
		return number{}
	}
	n := number{d.CoefficientInt64(), int(-d.Exponent()), true}
	for n.places > 0 && n.coefficient%10 == 0 {
		n.coefficient, n.places = n.coefficient/10, n.places-1
	}
	for n.places < 0 {
		n.coefficient, n.places = n.coefficient*10, n.places+1
	}
	if n.coefficient < 0 || n.coefficient >= mostCoefficient || n.places > mostPlaces {
		return number{}
	}
	return n
}

// at is the rate in force on a day, and until when.
func at(steps []step, day calendar.Day) (rate number, until calendar.Day) {
	until = forever
	i := len(steps) - 1
	for ; i > 0 && steps[i].from > day; i-- {
		until = steps[i].from
	}
	return steps[i].rate, until
}

// forever is after every day.
const forever calendar.Day = 1<<31 - 1

func announcements(changes []deal.PriceChange) []calendar.Day {
	var days []calendar.Day
	for _, c := range changes {
		days = append(days, c.Announced)
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// compile works out the rates in force of every key.
func (b *Book) compile() map[string]*key {
	keys := map[string]*key{}
	for i := range b.product.Instances {
		k := &key{name: b.product.Instances[i].Type, instance: true, terms: []int{b.c.AnnualMonths}}
		b.rates(k)
		keys[k.name] = k
	}
	for i := range b.product.Dimensions {
		d := &b.product.Dimensions[i]
		k := &key{name: d.Key, perUnit: d.Per == listing.PerUnit, includes: numberOf(decimal.NewFromInt(1)), terms: []int{0}}
		if k.perUnit {
			k.includes = numberOf(d.Includes)
		}
		b.terms(k, d.Contract)
		for _, c := range b.changes {
			changed, _ := c.Rates.Dimension(d.Key)
			b.terms(k, changed.Contract)
		}
		b.rates(k)
		keys[k.name] = k
	}
	return keys
}

// terms adds the terms that a contract is sold for.
func (b *Book) terms(k *key, list []listing.TermRate) {
	for _, t := range list {
		if !slices.Contains(k.terms, t.Months) {
			k.terms = append(k.terms, t.Months)
		}
	}
}

// rates works out what each cohort pays for each term.
func (b *Book) rates(k *key) {
	for _, months := range k.terms {
		s := deal.Scenario{Product: b.product, Accepted: b.announced[0] - 1}
		k.now = append(k.now, inForceOf(pricing.RatesInForce(&s, k.name, months, b.c)))
		s.Changes = b.changes
		cohorts := []inForce{inForceOf(pricing.RatesInForce(&s, k.name, months, b.c))}
		for _, day := range b.announced {
			s.Accepted = day
			cohorts = append(cohorts, inForceOf(pricing.RatesInForce(&s, k.name, months, b.c)))
		}
		k.cohorts = append(k.cohorts, cohorts)
	}
}

func inForceOf(in pricing.InForce) (out inForce) {
	out.metered, out.renewed, out.listed = out.steps(in.Metered), out.steps(in.Renewed), out.steps(in.Listed)
	out.metersAll, out.metersNone = all(out.metered, true), all(out.metered, false)
	out.sells = all(out.listed, true) && all(out.renewed, true)
	for _, day := range in.Cuts {
		if !day.IsFirst() {
			out.cuts = append(out.cuts, day)
		}
	}
	slices.Sort(out.cuts)
	out.cuts = slices.Compact(out.cuts)
	return out
}

func (f *inForce) steps(list []pricing.RateStep) []step {
	steps := make([]step, len(list))
	for i, s := range list {
		steps[i].from = s.From
		if s.Rate.Set {
			steps[i].rate = numberOf(s.Rate.Value)
			f.beyond = f.beyond || !steps[i].rate.set
		}
	}
	return steps
}

// all tells whether every step has a rate, or has none.
func all(steps []step, rated bool) bool {
	return !slices.ContainsFunc(steps, func(s step) bool { return s.rate.set != rated })
}

// cohort is the number of announcements that a customer knew of.
func (b *Book) cohort(accepted calendar.Day) int {
	n := 0
	for n < len(b.announced) && b.announced[n] <= accepted {
		n++
	}
	return n
}
