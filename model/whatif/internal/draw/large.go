package draw

import (
	"fmt"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/pricing"
)

// Readings are the conventions as the rulebook gives them by default.
func Readings() pricing.Conventions {
	return pricing.Conventions{
		NoticeDays: 90, CutoffDays: 90, DecreasesWait: true, HoursPerMonth: 730, HoursPerYear: 8760, AnnualMonths: 12, YearDays: 365,
		DefaultMonths: 12, FreezeDays: 90, RenewalNoticeDays: 1, RefundDays: 2, PaidOptionDays: 90, ReviewMinDays: 30, ReviewMaxDays: 90,
	}
}

// Large is the scenario that speed is measured on: 10 instance types, 24
// dimensions, 36 months from the middle of one, three price changes; some types
// run by load, some by a monthly list.
func Large() *deal.Scenario {
	p := &listing.Product{ID: "large", Delivery: listing.Container, Models: []listing.Model{listing.Hourly, listing.Annual, listing.Usage, listing.Contract}}
	s := &deal.Scenario{Product: p, Variant: deal.Base, Accepted: calendar.Date(2026, 1, 10), Start: calendar.Date(2026, 1, 15), Months: 36, Renew: true,
		Contract: &deal.Contract{Months: 12}}
	for _, announced := range []calendar.Day{calendar.Date(2026, 3, 16), calendar.Date(2027, 1, 5), calendar.Date(2027, 11, 20)} {
		s.Changes = append(s.Changes, deal.PriceChange{Announced: announced})
	}
	for i := range int64(10) {
		largeType(s, i)
	}
	for i := range int64(24) {
		largeDimension(s, i)
	}
	return s
}

func whole(n int64) decimal.Decimal { return decimal.New(n, 0) }

func wholes(n ...int64) (s deal.Series) {
	for _, v := range n {
		s = append(s, whole(v))
	}
	return s
}

func largeType(s *deal.Scenario, i int64) {
	kind := fmt.Sprintf("m5.%dxlarge", i+1)
	s.Product.Instances = append(s.Product.Instances, listing.Instance{Type: kind, InstanceRates: listing.InstanceRates{
		Hourly: listing.Of(decimal.New(24+i, -2)), Annual: listing.Of(whole(1260 + 50*i)), Infrastructure: listing.Of(decimal.New(96+i, -3))}})
	for n := range s.Changes {
		rates := listing.InstanceRates{Hourly: listing.Of(decimal.New(25+i+int64(n), -2)), Annual: listing.Of(whole(1300 + 50*i))}
		s.Changes[n].Rates.Instances = append(s.Changes[n].Rates.Instances, listing.Instance{Type: kind, InstanceRates: rates})
	}
	need := deal.Need{Type: kind, Annual: whole(5 + i)}
	switch i % 3 {
	case 0:
		need.Running = wholes(8 + i)
	case 1:
		need.Running = wholes(4, 6, 9, 12, 10)
	default:
		need.Load = deal.Load{Total: whole(1), Steps: []deal.Step{{Running: whole(20), Weight: decimal.New(30, -2)}, {Running: whole(7), Weight: decimal.New(70, -2)}}}
	}
	s.Instances = append(s.Instances, need)
}

func largeDimension(s *deal.Scenario, i int64) {
	d := listing.Dimension{Key: fmt.Sprintf("dim%02d", i), Per: listing.PerHour}
	d.Usage = listing.Of(decimal.New(125+i, -5))
	d.Contract = []listing.TermRate{{Months: 12, Rate: whole(120 + i)}}
	use := deal.Use{Key: d.Key, Level: wholes(38, 41, 47)}
	if i%2 == 1 {
		d.Per, d.Includes = listing.PerUnit, whole(1000)
		use = deal.Use{Key: d.Key, Monthly: deal.Series{decimal.New(4000005, -1)}}
	}
	s.Product.Dimensions = append(s.Product.Dimensions, d)
	s.Usage = append(s.Usage, use)
	s.Contract.Quantity = append(s.Contract.Quantity, deal.Quantity{Key: d.Key, Units: whole(20 + i)})
}
