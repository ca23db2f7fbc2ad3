package pricing

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// drawn is a random scenario of two instance types and two dimensions.
func drawn(t *rapid.T) *deal.Scenario {
	number := func(what string, max int64, scale int32) decimal.Decimal {
		return decimal.New(rapid.Int64Range(0, max).Draw(t, what), -scale)
	}
	rate := func(what string) listing.Rate { return listing.Of(number(what, 1e9, 8)) }
	p := &listing.Product{Delivery: listing.AMI}
	s := &deal.Scenario{Product: p, Variant: deal.Base, Months: rapid.IntRange(1, 30).Draw(t, "months"), Renew: rapid.Bool().Draw(t, "renew")}
	s.Accepted = day("2024-01-01") + dayCount(t, "accepted", 800)
	s.Start = s.Accepted + dayCount(t, "wait", 60)
	s.Hours = deal.Hours{Calendar: rapid.Bool().Draw(t, "calendar")}
	change := deal.PriceChange{Announced: s.Accepted + dayCount(t, "announced", 500) - 100}
	for i := range 2 {
		kind := fmt.Sprintf("m%d.large", i)
		p.Instances = append(p.Instances, listing.Instance{Type: kind, InstanceRates: listing.InstanceRates{
			Hourly: rate("hourly"), Annual: rate("annual"), Infrastructure: rate("infrastructure")}})
		s.Instances = append(s.Instances, deal.Need{Type: kind, Annual: number("X", 12, 0),
			Running: deal.Series{number("Y", 1500, 2), number("Y later", 1500, 2)}})
		change.Rates.Instances = append(change.Rates.Instances, listing.Instance{Type: kind,
			InstanceRates: listing.InstanceRates{Hourly: rate("new hourly"), Annual: rate("new annual")}})
	}
	s.Contract = &deal.Contract{Months: 12}
	for i, per := range []string{listing.PerHour, listing.PerUnit} {
		key := fmt.Sprintf("d%d", i)
		d := listing.Dimension{Key: key, Per: per, DimensionRates: listing.DimensionRates{Usage: rate("usage"),
			Contract: []listing.TermRate{{Months: 12, Rate: number("contract", 1e6, 3)}}}}
		use := deal.Use{Key: key, Growth: number("growth", 200, 3)}
		if per == listing.PerUnit {
			d.Includes, use.Monthly = number("includes", 1000, 0), deal.Series{number("monthly", 1e7, 3)}
		} else {
			use.Level = deal.Series{number("level", 1e4, 1)}
		}
		p.Dimensions, s.Usage = append(p.Dimensions, d), append(s.Usage, use)
		s.Contract.Quantity = append(s.Contract.Quantity, deal.Quantity{Key: key, Units: number("committed", 100, 0)})
	}
	s.Changes = []deal.PriceChange{change}
	return s
}

func dayCount(t *rapid.T, what string, most int) calendar.Day {
	return calendar.Day(rapid.IntRange(0, most).Draw(t, what))
}

func TestFiguresAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t)
		q, err := Price(s, readings)
		if err != nil {
			t.Fatal(err)
		}
		var charges, invoices, byMonth money.Amount
		for i, c := range q.Charges {
			charges += c.Amount
			again, err := money.Product(c.Basis.Units, c.Basis.Times, c.Basis.Per, c.Rate)
			if err != nil || again != c.Amount || c.Amount == 0 {
				t.Fatalf("charge %+v is not its formula: %s", c, again)
			}
			if i > 0 && byDateKindKey(q.Charges[i-1], c) > 0 {
				t.Fatalf("charges %d and %d are out of order", i-1, i)
			}
		}
		for _, i := range q.Invoices {
			invoices += i.Amount
		}
		for _, m := range q.Months {
			byMonth += m.Total()
		}
		if charges != q.Totals.Total || invoices != q.Totals.Total || byMonth != q.Totals.Total {
			t.Fatalf("charges %s, invoices %s, months %s, total %s", charges, invoices, byMonth, q.Totals.Total)
		}
		if q.Comparison.Savings != q.Comparison.HourlyOnly-q.Totals.Software {
			t.Fatal("savings are not hourly only less software")
		}
	})
}

// TestSum adds up what the charges listed one by one come to.
func TestSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t)
		_, want, wrong := Charges(s, readings)
		if got, err := Sum(s, readings); got != want || (err == nil) != (wrong == nil) {
			t.Fatalf("%+v (%v), want %+v (%v)", got, err, want, wrong)
		}
	})
}

// TestPriceAfter: with other numbers of annuals a quote, and its outline, is what it
// is priced anew, and the break-even is that of before, but where amendments count on them.
func TestPriceAfter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t)
		if rapid.Bool().Draw(t, "offer") {
			s.Offer, s.Contract.Months = &deal.Offer{Months: 12, Discount: d("0.1")}, 0
		} else if rapid.Bool().Draw(t, "annuals alone") { // which then divide the horizon alone
			s.Contract = nil
		}
		s.Trial, s.Product.TrialDays = rapid.Bool().Draw(t, "trial"), 20
		amended := rapid.Bool().Draw(t, "amended")
		if amended {
			s.Amendments = []deal.Amendment{{Date: s.Start + 40, Add: []deal.Quantity{{Key: "m1.large", Units: d("3")}}}}
		}
		before, err := Price(s, readings)
		if err != nil {
			t.Skip(err)
		}
		for i := range s.Instances {
			if rapid.Bool().Draw(t, "turned") {
				s.Instances[i].Annual = decimal.NewFromInt(rapid.Int64Range(0, 12).Draw(t, "X now"))
			}
		}
		want, wrong := Price(s, readings)
		got, err := PriceAfter(before, s, readings)
		if (err == nil) != (wrong == nil) || !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v (%v), want %+v (%v)", got, err, want, wrong)
		}
		totals, months, failed := Outline(before, s, readings)
		if (failed == nil) != (wrong == nil) || err == nil && (totals != want.Totals || !reflect.DeepEqual(months, want.Months)) {
			t.Fatalf("comes to %+v, %+v (%v), want %+v", totals, months, failed, want)
		}
		if err == nil && len(got.BreakEven) > 0 && amended == (&got.BreakEven[0] == &before.BreakEven[0]) {
			t.Fatalf("amended: %v, and the break-even is kept: %v", amended, amended)
		}
	})
}

// TestMoreCover buys one annual more: what is uncovered, and its price, never
// rise.
func TestMoreCover(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t)
		before, err := Price(s, readings)
		if err != nil {
			t.Fatal(err)
		}
		s.Instances[0].Annual = s.Instances[0].Annual.Add(d("1"))
		after, err := Price(s, readings)
		if err != nil {
			t.Fatal(err)
		}
		if after.Totals.Hourly > before.Totals.Hourly {
			t.Fatalf("hourly rose from %s to %s", before.Totals.Hourly, after.Totals.Hourly)
		}
		if after.Totals.Infrastructure != before.Totals.Infrastructure {
			t.Fatal("cover changed infrastructure")
		}
	})
}

// TestBestIsLeast holds best X against every other number of annuals.
func TestBestIsLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t)
		p, err := lay(s, readings, s.Start.AddMonths(12))
		if err != nil {
			t.Fatal(err)
		}
		p.segments = cut(s.Start, p.end, p.effects(), p.basis)
		q, err := Price(s, readings)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range q.BreakEven {
			for i := range p.instances {
				plan := &p.instances[i]
				if plan.need.Type != b.Key {
					continue
				}
				best, least := int64(0), money.Amount(0)
				for x := int64(0); x <= 16; x++ {
					hourly, err := p.hourlyCost(plan, decimal.NewFromInt(x))
					if err != nil {
						t.Fatal(err)
					}
					annual, err := money.Product(decimal.NewFromInt(x), 1, 1, p.annualRate(b.Key).Value)
					if err != nil {
						t.Fatal(err)
					}
					if x == 0 || annual+hourly < least {
						best, least = x, annual+hourly
					}
				}
				if best != b.Best {
					t.Fatalf("best X of %s is %d, and %d is cheaper", b.Key, b.Best, best)
				}
			}
		}
	})
}
