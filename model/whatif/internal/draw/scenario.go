package draw

import (
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
)

// Scenario is any scenario that a file can hold, as far as its charges go.
func Scenario(t *rapid.T) *deal.Scenario {
	p := Product(t)
	s := &deal.Scenario{Product: p, Variant: deal.Base, Start: day(t, "start"), Changes: Changes(t, p)}
	s.Accepted = s.Start - calendar.Day(rapid.SampledFrom([]int{0, 0, 1, 200}).Draw(t, "days ahead"))
	s.Months = rapid.IntRange(0, 40).Draw(t, "months")
	s.Hours = rapid.SampledFrom([]deal.Hours{{}, {Fixed: 720}, {Calendar: true}}).Draw(t, "hours")
	s.Renew = rapid.Bool().Draw(t, "renews")
	s.Trial = rapid.IntRange(0, 3).Draw(t, "trial") == 0
	for i := range p.Instances {
		s.Instances = append(s.Instances, need(t, p.Instances[i].Type))
	}
	contract(t, s)
	usage(t, s)
	if rapid.IntRange(0, 2).Draw(t, "offer") == 0 {
		offer(t, s)
	}
	if rapid.IntRange(0, 3).Draw(t, "amended") == 0 {
		amendments(t, s)
	}
	return s
}

func need(t *rapid.T, kind string) deal.Need {
	n := deal.Need{Type: kind, Annual: units(t, "X")}
	switch rapid.IntRange(0, 3).Draw(t, "need is") {
	case 0:
		n.Load = load(t)
	case 1:
		n.Load = profile(t)
	default:
		n.Running = series(t, "Y")
	}
	return n
}

func contract(t *rapid.T, s *deal.Scenario) {
	if rapid.Bool().Draw(t, "no contract") {
		return
	}
	s.Contract = &deal.Contract{Months: rapid.SampledFrom([]int{1, 12, 24}).Draw(t, "contract months")}
	for i := range s.Product.Dimensions {
		s.Contract.Quantity = append(s.Contract.Quantity, deal.Quantity{Key: s.Product.Dimensions[i].Key, Units: units(t, "quantity")})
	}
}

func usage(t *rapid.T, s *deal.Scenario) {
	for i := range s.Product.Dimensions {
		d := &s.Product.Dimensions[i]
		if rapid.IntRange(0, 3).Draw(t, "no usage") == 0 {
			continue
		}
		u := deal.Use{Key: d.Key}
		if d.Per == listing.PerHour {
			u.Level = series(t, "level")
		} else {
			u.Monthly = series(t, "monthly")
		}
		if rapid.IntRange(0, 3).Draw(t, "grows") == 0 {
			u.Growth = decimal.New(rapid.Int64Range(-100, 100).Draw(t, "growth"), -2)
		}
		s.Usage = append(s.Usage, u)
	}
}

func offer(t *rapid.T, s *deal.Scenario) {
	o := &deal.Offer{Months: 12, Discount: decimal.New(rapid.Int64Range(0, 100).Draw(t, "discount"), -2), Rates: rates(t, s.Product, false)}
	if s.Contract != nil {
		o.Months = s.Contract.Months
	}
	if rapid.IntRange(0, 3).Draw(t, "by days") == 0 {
		o.Months, o.Days = 0, rapid.IntRange(1, 800).Draw(t, "days")
	}
	if rapid.IntRange(0, 2).Draw(t, "offer renews") == 0 {
		o.Renewal = &deal.OfferRenewal{Uplift: decimal.New(rapid.Int64Range(0, 2000).Draw(t, "uplift"), -4), Times: rapid.IntRange(1, 3).Draw(t, "times")}
	}
	if rapid.IntRange(0, 3).Draw(t, "scheduled") == 0 {
		o.Schedule = &deal.Schedule{Every: rapid.SampledFrom([]string{"month", "quarter", "year"}).Draw(t, "every"), Count: rapid.IntRange(1, 6).Draw(t, "payments"), First: s.Start}
	}
	s.Offer = o
}

func amendments(t *rapid.T, s *deal.Scenario) {
	for range rapid.IntRange(1, 2).Draw(t, "amendments") {
		a := deal.Amendment{Date: s.Start + calendar.Day(rapid.IntRange(1, 500).Draw(t, "amended after"))}
		for i := range s.Product.Instances {
			q := deal.Quantity{Key: s.Product.Instances[i].Type, Units: decimal.New(rapid.Int64Range(1, 3).Draw(t, "amended units"), 0)}
			if rapid.IntRange(0, 2).Draw(t, "removes") == 0 {
				a.Remove = append(a.Remove, q)
			} else {
				a.Add = append(a.Add, q)
			}
		}
		s.Amendments = append(s.Amendments, a)
	}
}
