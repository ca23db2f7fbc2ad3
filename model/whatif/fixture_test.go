package whatif_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func amount(t testing.TB, s string) money.Amount {
	t.Helper()
	a, err := money.ParseAmount(s)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func path(t interface {
	Helper()
	Fatal(...any)
}, s string) deal.Path {
	t.Helper()
	p, err := deal.ParsePath(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// firewall is a deal of one year: 8 annuals at 1,260 for 10 instances at 0.24
// an hour, and 100 users at 120 with 20 more at 0.014 an hour.
func firewall() *deal.Scenario {
	p := &listing.Product{ID: "firewall", Delivery: listing.AMI,
		Instances: []listing.Instance{
			{Type: "m5.large", InstanceRates: listing.InstanceRates{Hourly: listing.Of(d("0.24")), Annual: listing.Of(d("1260")), Infrastructure: listing.Of(d("0.096"))}},
			{Type: "m5.xlarge", InstanceRates: listing.InstanceRates{Hourly: listing.Of(d("0.44"))}}},
		Dimensions: []listing.Dimension{{Key: "users", Per: listing.PerHour, DimensionRates: listing.DimensionRates{
			Usage: listing.Of(d("0.014")), Contract: []listing.TermRate{{Months: 12, Rate: d("120")}}}}}}
	return &deal.Scenario{Product: p, File: "firewall.toml", Variant: deal.Base, Accepted: calendar.Date(2026, 2, 1), Start: calendar.Date(2026, 2, 1), Months: 12,
		Instances: []deal.Need{{Type: "m5.large", Annual: d("8"), Running: deal.Series{d("10")}}},
		Contract:  &deal.Contract{Months: 12, Quantity: []deal.Quantity{{Key: "users", Units: d("100")}}},
		Usage:     []deal.Use{{Key: "users", Level: deal.Series{d("120")}}}}
}
