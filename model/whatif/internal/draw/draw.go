// Package draw makes scenarios for property tests: every kind of term, rate
// and need, with odd days, ties and figures near the bounds.
package draw

import (
	"fmt"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/pricing"
)

// Conventions are the readings of the rulebook, each setting either way.
func Conventions(t *rapid.T) pricing.Conventions {
	return pricing.Conventions{
		NoticeDays: 90, CutoffDays: 90, HoursPerMonth: 730, HoursPerYear: 8760, AnnualMonths: 12, YearDays: 365, DefaultMonths: 12,
		FreezeDays: 90, RenewalNoticeDays: 1, RefundDays: 2, PaidOptionDays: 90, ReviewMinDays: 30, ReviewMaxDays: 90,
		StrictFirst:   rapid.Bool().Draw(t, "strict first"),
		DecreasesWait: rapid.Bool().Draw(t, "decreases wait"),
		NetAboveZero:  rapid.Bool().Draw(t, "net above zero"),
		ProrateDays:   rapid.Bool().Draw(t, "prorate days"),
	}
}

// rate is of any scale up to 8 decimals, some of them such that whole
// units end on a tie.
func rate(t *rapid.T, name string) listing.Rate {
	switch rapid.IntRange(0, 19).Draw(t, name+" is") {
	case 0:
		return listing.Of(decimal.Zero)
	case 1:
		return listing.Of(decimal.New(5, -3))
	case 2:
		return listing.Of(decimal.New(1, -8))
	}
	return listing.Of(decimal.New(rapid.Int64Range(1, 9_999_999).Draw(t, name), -rapid.Int32Range(0, 8).Draw(t, name+" places")))
}

// units are mostly a few whole ones.
func units(t *rapid.T, name string) decimal.Decimal {
	switch rapid.IntRange(0, 9).Draw(t, name+" is") {
	case 0:
		return decimal.Zero
	case 1:
		return decimal.New(rapid.Int64Range(0, 1e6).Draw(t, name), -rapid.Int32Range(0, 6).Draw(t, name+" places"))
	case 2:
		return decimal.New(rapid.Int64Range(0, 1e9).Draw(t, name), 0)
	}
	return decimal.New(rapid.Int64Range(0, 40).Draw(t, name), 0)
}

func series(t *rapid.T, name string) deal.Series {
	s := deal.Series{units(t, name)}
	for range rapid.SampledFrom([]int{0, 0, 0, 2, 5}).Draw(t, name+" more months") {
		s = append(s, units(t, name))
	}
	return s
}

func load(t *rapid.T) deal.Load {
	l := deal.Load{Total: decimal.New(1, 0)}
	left := int64(100)
	for left > 0 {
		weight := rapid.Int64Range(1, left).Draw(t, "share")
		left -= weight
		l.Steps = append(l.Steps, deal.Step{Running: units(t, "load"), Weight: decimal.New(weight, -2)})
	}
	return l
}

func profile(t *rapid.T) deal.Load {
	var l deal.Load
	for range rapid.IntRange(1, 30).Draw(t, "steps") {
		weight := decimal.New(rapid.Int64Range(1, 500).Draw(t, "hours"), 0)
		l.Total = l.Total.Add(weight)
		l.Steps = append(l.Steps, deal.Step{Running: units(t, "profile"), Weight: weight})
	}
	return l
}

func day(t *rapid.T, name string) calendar.Day {
	return calendar.Date(2026, 1, 1) + calendar.Day(rapid.IntRange(0, 900).Draw(t, name))
}

// Product has instance types and dimensions, some without one of their rates.
func Product(t *rapid.T) *listing.Product {
	p := &listing.Product{ID: "p", TrialDays: 14, Models: []listing.Model{listing.Hourly, listing.Annual, listing.Usage, listing.Contract},
		Delivery: rapid.SampledFrom([]listing.Delivery{listing.AMI, listing.Container, listing.SaaS}).Draw(t, "delivery")}
	for i := range rapid.IntRange(0, 3).Draw(t, "types") {
		r := listing.InstanceRates{Hourly: rate(t, "hourly"), Annual: rate(t, "annual")}
		if rapid.Bool().Draw(t, "has infrastructure") {
			r.Infrastructure = rate(t, "infrastructure")
		}
		if rapid.IntRange(0, 19).Draw(t, "lacks hourly") == 0 {
			r.Hourly = listing.Rate{}
		}
		p.Instances = append(p.Instances, listing.Instance{Type: fmt.Sprintf("t%d", i), InstanceRates: r})
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "dimensions") {
		d := listing.Dimension{Key: fmt.Sprintf("d%d", i), Per: listing.PerHour}
		d.Usage = rate(t, "usage")
		if rapid.Bool().Draw(t, "per unit") {
			d.Per, d.Includes = listing.PerUnit, units(t, "includes")
		}
		if rapid.IntRange(0, 9).Draw(t, "lacks usage") == 0 {
			d.Usage = listing.Rate{}
		}
		for _, months := range []int{1, 12, 24} {
			d.Contract = append(d.Contract, listing.TermRate{Months: months, Rate: rate(t, "contract").Value})
		}
		p.Dimensions = append(p.Dimensions, d)
	}
	return p
}

// rates are a partial set for some keys of a product; public ones have
// contract rates by months and infrastructure.
func rates(t *rapid.T, p *listing.Product, public bool) (r listing.Rates) {
	some := func(name string) bool { return rapid.Bool().Draw(t, "names "+name) }
	for i := range p.Instances {
		var made listing.InstanceRates
		if some("hourly") {
			made.Hourly = rate(t, "hourly")
		}
		if some("annual") {
			made.Annual = rate(t, "annual")
		} else if !public && some("upfront") {
			made.Upfront = rate(t, "upfront")
		}
		if public && some("infrastructure") {
			made.Infrastructure = rate(t, "infrastructure")
		}
		r.Instances = append(r.Instances, listing.Instance{Type: p.Instances[i].Type, InstanceRates: made})
	}
	for i := range p.Dimensions {
		var made listing.DimensionRates
		if some("usage") {
			made.Usage = rate(t, "usage")
		}
		if some("contract") {
			months := 0
			if public {
				months = 12
			}
			made.Contract = []listing.TermRate{{Months: months, Rate: rate(t, "contract").Value}}
		}
		r.Dimensions = append(r.Dimensions, listing.DimensionEntry{Key: p.Dimensions[i].Key, DimensionRates: made})
	}
	return r
}

// Changes are price changes of a product, on days that differ.
func Changes(t *rapid.T, p *listing.Product) (list []deal.PriceChange) {
	for n := range rapid.IntRange(0, 3).Draw(t, "changes") {
		list = append(list, deal.PriceChange{Announced: calendar.Date(2025, 6, 1) + calendar.Day(3*rapid.IntRange(0, 450).Draw(t, "announced")+n), Rates: rates(t, p, true)})
	}
	return list
}
