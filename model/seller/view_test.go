package seller

import (
	"testing"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/rules"
)

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

var table = Fees{Within: d("0.05"), Fees: rules.Fees{
	Public:   map[string]decimal.Decimal{"saas": d("0.03"), "ami": d("0.20")},
	Brackets: []rules.Bracket{{From: d("0"), Rate: d("0.03")}, {From: d("1000000"), Rate: d("0.02")}, {From: d("10000000"), Rate: d("0.015")}},
	Renewal:  d("0.015"), Reseller: d("0.005"),
	Services: d("0.025"), ServicesTo: d("0.005"), ServicesOn: calendar.Date(2026, 6, 16),
	Country: map[string]decimal.Decimal{"KR": d("0.01")}, CountryOn: calendar.Date(2025, 4, 1),
}}

// sale is a contract of one sum that is invoiced once.
func sale(t *testing.T, amount string, delivery listing.Delivery, private bool, own deal.Seller, fees Fees) *View {
	t.Helper()
	sum, err := money.ParseAmount(amount)
	if err != nil {
		t.Fatal(err)
	}
	day := calendar.Date(2026, 7, 1)
	s := &deal.Scenario{Product: &listing.Product{Delivery: delivery}, Accepted: day, Start: day, Seller: &own}
	if private {
		s.Offer = &deal.Offer{Months: 12}
	}
	v, err := Of(&pricing.Quote{
		Charges:  []*pricing.Charge{{Date: day, Kind: pricing.Contract, Amount: sum}},
		Invoices: []pricing.Invoice{{Date: day, Amount: sum, What: "contract"}, {Date: day, Amount: 1e6, What: pricing.ForInfrastructure}},
	}, s, fees)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestFees(t *testing.T) {
	marginal := table
	marginal.Marginal = true
	for _, c := range []struct {
		name, amount       string
		delivery           listing.Delivery
		private            bool
		own                deal.Seller
		fees               Fees
		percent, fee, rule string
	}{
		{"private SaaS", "250000", listing.SaaS, true, deal.Seller{}, table, "3", "7500.00", "FEE-2"},
		{"one large offer", "2000000", listing.SaaS, true, deal.Seller{}, table, "2", "40000.00", "FEE-2"},
		{"on the bracket", "1000000", listing.SaaS, true, deal.Seller{}, table, "2", "20000.00", "FEE-2"},
		{"a dollar below", "999999", listing.SaaS, true, deal.Seller{}, table, "3", "29999.97", "FEE-2"},
		{"the largest", "10000000", listing.SaaS, true, deal.Seller{}, table, "1.5", "150000.00", "FEE-2"},
		{"by parts", "2000000", listing.SaaS, true, deal.Seller{}, marginal, "2.5", "50000.00", "FEE-2"},
		{"public AMI", "50000", listing.AMI, false, deal.Seller{}, table, "20", "10000.00", "FEE-1"},
		{"private AMI", "50000", listing.AMI, true, deal.Seller{}, table, "3", "1500.00", "FEE-2"},
		{"renewal", "50000", listing.SaaS, true, deal.Seller{Renewal: true}, table, "1.5", "750.00", "PRV-10"},
		{"public to private is no renewal", "50000", listing.SaaS, false, deal.Seller{Renewal: true}, table, "3", "1500.00", "FEE-1"},
		{"Korea", "50000", listing.SaaS, true, deal.Seller{Country: "KR"}, table, "4", "2000.00", "FEE-2"},
		{"services", "50000", listing.Services, true, deal.Seller{}, table, "0.5", "250.00", "FEE-4"},
		{"through a partner", "108000", listing.SaaS, true, deal.Seller{Reseller: listing.Of(d("0.08"))}, table, "3.5", "3500.00", "FEE-2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := sale(t, c.amount, c.delivery, c.private, c.own, c.fees)
			if v.Percent.String() != c.percent || v.Fee.String() != c.fee || v.Rule != c.rule {
				t.Errorf("%s %% by %s is %s, want %s %% by %s, %s", v.Percent, v.Rule, v.Fee, c.percent, c.rule, c.fee)
			}
			if v.Net+v.Fee+v.Margin != v.Value {
				t.Errorf("net %s, fee %s and margin %s are not the value %s", v.Net, v.Fee, v.Margin, v.Value)
			}
		})
	}
}

func TestCliff(t *testing.T) {
	v := sale(t, "999999", listing.SaaS, true, deal.Seller{}, table)
	if v.Cliff == nil || v.Cliff.Nets.String() != "10000.97" || v.Cliff.From.String() != "1000000.00" {
		t.Errorf("a dollar below the bracket: %+v, want 10,000.97 more from 1,000,000", v.Cliff)
	}
	for _, amount := range []string{"949999.99", "1000000"} {
		if v := sale(t, amount, listing.SaaS, true, deal.Seller{}, table); v.Cliff != nil {
			t.Errorf("%s stands at no cliff, but got %+v", amount, v.Cliff)
		}
	}
	if v := sale(t, "999999", listing.SaaS, false, deal.Seller{}, table); v.Cliff != nil {
		t.Error("public sales have no brackets")
	}
}

func TestPartnersMargin(t *testing.T) {
	v := sale(t, "108000", listing.SaaS, true, deal.Seller{Reseller: listing.Of(d("0.08"))}, table)
	if v.Margin.String() != "8000.00" || v.Net.String() != "96500.00" {
		t.Errorf("margin %s and net %s, want 8,000 and 96,500", v.Margin, v.Net)
	}
}

func TestUnbilledUse(t *testing.T) {
	day := calendar.Date(2026, 7, 1)
	s := &deal.Scenario{Product: &listing.Product{Delivery: listing.SaaS}, Accepted: day, Seller: &deal.Seller{MeteringLoss: d("0.005")}}
	v, err := Of(&pricing.Quote{
		Charges:  []*pricing.Charge{{Date: day, Kind: pricing.Usage, Amount: 100000}},
		Invoices: []pricing.Invoice{{Date: day.NextMonth(), Amount: 100000, What: pricing.ForMetered}},
	}, s, table)
	if err != nil {
		t.Fatal(err)
	}
	if v.Unbilled.String() != "5.00" || v.Fee.String() != "29.85" || v.Net.String() != "965.15" {
		t.Errorf("unbilled %s, fee %s, net %s of 1,000; want 5.00, 29.85, 965.15", v.Unbilled, v.Fee, v.Net)
	}
}
