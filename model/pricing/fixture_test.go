package pricing

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// readings are the conventions as the rulebook gives them by default.
var readings = Conventions{
	NoticeDays: 90, CutoffDays: 90, DecreasesWait: true, HoursPerMonth: 730, HoursPerYear: 8760, AnnualMonths: 12, YearDays: 365,
	DefaultMonths: 12, FreezeDays: 90, RenewalNoticeDays: 1, RefundDays: 2, PaidOptionDays: 90, ReviewMinDays: 30, ReviewMaxDays: 90,
}

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func rate(s string) listing.Rate {
	if s == "" {
		return listing.Rate{}
	}
	return listing.Of(d(s))
}

func day(s string) calendar.Day {
	at, err := calendar.Parse(s)
	if err != nil {
		panic(err)
	}
	return at
}

// ami is a product of instance types, each "type hourly annual infrastructure".
func ami(types ...[4]string) *listing.Product {
	p := &listing.Product{ID: "p", Delivery: listing.AMI, Models: []listing.Model{listing.Hourly, listing.Annual}}
	for _, t := range types {
		p.Instances = append(p.Instances, listing.Instance{Type: t[0],
			InstanceRates: listing.InstanceRates{Hourly: rate(t[1]), Annual: rate(t[2]), Infrastructure: rate(t[3])}})
	}
	return p
}

// need is "type X Y".
func need(kind, annual, running string) deal.Need {
	return deal.Need{Type: kind, Annual: d(annual), Running: deal.Series{d(running)}}
}

func scenario(p *listing.Product, start string, months int, needs ...deal.Need) *deal.Scenario {
	return &deal.Scenario{Product: p, Accepted: day(start), Start: day(start), Months: months, Instances: needs, Variant: deal.Base}
}

func price(t testing.TB, s *deal.Scenario) *Quote {
	t.Helper()
	q, err := Price(s, readings)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func same(t testing.TB, what string, got fmt.Stringer, want string) {
	t.Helper()
	if got.String() != want {
		t.Errorf("%s: got %s, want %s", what, got, want)
	}
}

// charged finds the charge of a kind and key on a day.
func charged(t testing.TB, q *Quote, date string, kind Kind, key string) *Charge {
	t.Helper()
	for _, c := range q.Charges {
		if c.Date == day(date) && c.Kind == kind && c.Key == key {
			return c
		}
	}
	t.Fatalf("no %s charge of %s on %s", kind, key, date)
	return nil
}

// large is a scenario of 10 instance types, 24 dimensions, 36 months and three
// price changes; some run by load, some by month, and of the dimensions every
// growing-th grows, none if it is 0.
func large(growing int) *deal.Scenario {
	p := &listing.Product{ID: "large", Delivery: listing.Container, Models: []listing.Model{listing.Hourly, listing.Annual, listing.Usage, listing.Contract}}
	s := &deal.Scenario{Product: p, Accepted: day("2026-01-10"), Start: day("2026-01-15"), Months: 36, Renew: true, Contract: &deal.Contract{Months: 12}}
	changes := []deal.PriceChange{{Announced: day("2026-03-16")}, {Announced: day("2027-01-05")}, {Announced: day("2027-11-20")}}
	for i := range 10 {
		kind := fmt.Sprintf("m5.%dxlarge", i+1)
		r := listing.InstanceRates{Hourly: listing.Of(decimal.New(int64(24+i), -2)), Annual: listing.Of(decimal.New(int64(1260+50*i), 0)),
			Infrastructure: listing.Of(decimal.New(int64(96+i), -3))}
		p.Instances = append(p.Instances, listing.Instance{Type: kind, InstanceRates: r})
		n := deal.Need{Type: kind, Annual: decimal.New(int64(5+i), 0)}
		switch i % 3 {
		case 0:
			n.Running = deal.Series{decimal.New(int64(8+i), 0)}
		case 1:
			n.Running = deal.Series{d("4"), d("6"), d("9"), d("12"), d("10")}
		default:
			n.Load = deal.Load{Total: d("1"), Steps: []deal.Step{{Running: d("20"), Weight: d("0.30")}, {Running: d("7"), Weight: d("0.70")}}}
		}
		s.Instances = append(s.Instances, n)
		for c := range changes {
			changes[c].Rates.Instances = append(changes[c].Rates.Instances, listing.Instance{Type: kind,
				InstanceRates: listing.InstanceRates{Hourly: listing.Of(decimal.New(int64(25+i+c), -2)), Annual: listing.Of(decimal.New(int64(1300+50*i), 0))}})
		}
	}
	for i := range 24 {
		key, per := fmt.Sprintf("dim%02d", i), listing.PerHour
		if i%2 == 1 {
			per = listing.PerUnit
		}
		dim := listing.Dimension{Key: key, Per: per, Includes: decimal.New(int64(i%2*1000), 0)}
		dim.Usage = listing.Of(decimal.New(int64(125+i), -5))
		dim.Contract = []listing.TermRate{{Months: 12, Rate: decimal.New(int64(120+i), 0)}}
		p.Dimensions = append(p.Dimensions, dim)
		u := deal.Use{Key: key, Level: deal.Series{d("38"), d("41"), d("47")}}
		if per == listing.PerUnit {
			u = deal.Use{Key: key, Monthly: deal.Series{d("400000.5")}}
		}
		if growing > 0 && i%growing == 0 {
			u.Growth = d("0.03")
		}
		s.Usage = append(s.Usage, u)
		s.Contract.Quantity = append(s.Contract.Quantity, deal.Quantity{Key: key, Units: decimal.New(int64(20+i), 0)})
	}
	s.Changes = changes
	return s
}

var sink money.Amount
