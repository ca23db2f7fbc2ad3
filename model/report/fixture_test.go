package report

import (
	"bytes"
	"io"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/seller"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func day(s string) calendar.Day {
	d, err := calendar.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func usd(s string) money.Amount {
	a, err := money.ParseAmount(s)
	if err != nil {
		panic(err)
	}
	return a
}

func scenario() *deal.Scenario {
	return &deal.Scenario{
		Title: "Acme covers its baseline", About: "Watch the hourly line.", File: "deals/acme.toml", Variant: deal.Base,
		Product: &listing.Product{ID: "northwind-ngfw", Title: "Northwind Next-Gen Firewall"},
	}
}

// hours is an hourly charge of two m5.large in a month.
func hours(month, rate, amount string) *pricing.Charge {
	from := day(month + "-01")
	return &pricing.Charge{Date: from, End: from.NextMonth(), Kind: pricing.Hourly, Key: "m5.large", Rate: dec(rate), Amount: usd(amount), Rule: "ANN-5",
		Basis: pricing.Basis{Units: dec("2"), Times: 730, Per: 1, Need: dec("10"), Cover: dec("8")}}
}

// baseQuote has two months in which eight of ten instances are covered.
func baseQuote() *pricing.Quote {
	percent := dec("-151.06")
	return &pricing.Quote{
		Variant: deal.Base, Accepted: day("2026-01-15"), Start: day("2026-02-01"), End: day("2026-04-01"), HoursBasis: "730",
		Totals: pricing.Totals{Annual: usd("10080"), Hourly: usd("730"), Infrastructure: usd("1401.60"), Software: usd("10810"), Total: usd("12211.60")},
		Comparison: &pricing.Comparison{HourlyOnly: usd("3650"), Savings: usd("-7160"), Percent: &percent,
			Months: []pricing.Month{{First: day("2026-02-01"), Software: usd("1752")}, {First: day("2026-03-01"), Software: usd("1898")}}},
		Charges: []*pricing.Charge{
			{Date: day("2026-02-01"), End: day("2027-02-01"), Kind: pricing.Annual, Key: "m5.large", Rate: dec("1260"), Amount: usd("10080"), Rule: "ANN-1",
				Basis: pricing.Basis{Units: dec("8"), Times: 1, Per: 1, Cover: dec("8")}},
			hours("2026-02", "0.240", "350.40"),
			{Date: day("2026-02-01"), End: day("2026-03-01"), Kind: pricing.Infrastructure, Key: "m5.large", Rate: dec("0.096"), Amount: usd("700.80"), Rule: "ANN-15",
				Basis: pricing.Basis{Units: dec("10"), Times: 730, Per: 1, Need: dec("10")}},
			hours("2026-03", "0.26", "379.60"),
			{Date: day("2026-03-01"), End: day("2026-04-01"), Kind: pricing.Infrastructure, Key: "m5.large", Rate: dec("0.096"), Amount: usd("700.80"), Rule: "ANN-15",
				Basis: pricing.Basis{Units: dec("10"), Times: 730, Per: 1, Need: dec("10"), Month: 1}},
		},
		Months: []pricing.Month{
			{First: day("2026-02-01"), Software: usd("10430.40"), Infrastructure: usd("700.80")},
			{First: day("2026-03-01"), Software: usd("379.60"), Infrastructure: usd("700.80")},
		},
		Invoices: []pricing.Invoice{
			{Date: day("2026-02-01"), Amount: usd("10080"), What: "annual", Note: "assumption (FDA-4): invoiced on the start date"},
			{Date: day("2026-03-01"), Amount: usd("700.80"), What: "infrastructure"},
			{Date: day("2026-03-01"), Amount: usd("350.40"), What: "metered"},
			{Date: day("2026-04-01"), Amount: usd("700.80"), What: "infrastructure"},
			{Date: day("2026-04-01"), Amount: usd("379.60"), What: "metered"},
		},
		BreakEven: []pricing.BreakEven{{Key: "m5.large", HoursPerYear: dec("5250"), Utilisation: dec("59.93"), Best: 10, Annual: dec("1260"), Hourly: dec("0.24")}},
		Events: []pricing.Event{
			{Date: day("2026-01-15"), Kind: "accepted", Detail: "the buyer accepts"},
			{Date: day("2026-02-01"), Kind: "invoice", Key: "annual", Detail: "10,080.00"},
			{Date: day("2026-02-01"), Kind: "start", Detail: "use begins"},
			{Date: day("2026-03-01"), Kind: "price_effective", Key: "m5.large", Detail: "hourly 0.240 to 0.26, announced on 2025-11-16 and held for the ninety days of its notice"},
			{Date: day("2026-03-01"), Kind: "renewal", Key: "m5.large", Detail: "told the day before"},
			{Date: day("2026-03-01"), Kind: "renewal", Key: "m5.xlarge", Detail: "told the day before"},
			{Date: day("2026-03-01"), Kind: "renewal", Key: "r5.large", Detail: "told a day later"},
			{Date: day("2026-04-01"), Kind: "end", Detail: "the horizon ends"},
		},
	}
}

// hourlyQuote is the same need without annuals.
func hourlyQuote(name string) *pricing.Quote {
	zero := dec("0.00")
	return &pricing.Quote{
		Variant: name, Accepted: day("2026-01-15"), Start: day("2026-02-01"), End: day("2026-04-01"), HoursBasis: "730",
		Totals:     pricing.Totals{Hourly: usd("3650"), Software: usd("3650"), Total: usd("3650")},
		Comparison: &pricing.Comparison{HourlyOnly: usd("3650"), Percent: &zero},
		Charges:    []*pricing.Charge{hours("2026-02", "0.24", "1752"), hours("2026-03", "0.26", "1898")},
		Months:     []pricing.Month{{First: day("2026-02-01"), Software: usd("1752")}, {First: day("2026-03-01"), Software: usd("1898")}},
		Invoices: []pricing.Invoice{{Date: day("2026-03-01"), Amount: usd("1752"), What: "metered"},
			{Date: day("2026-04-01"), Amount: usd("1898"), What: "metered"}},
		BreakEven: []pricing.BreakEven{{Key: "m5.large", HoursPerYear: dec("5250"), Utilisation: dec("59.93"), Best: 10, Annual: dec("1260"), Hourly: dec("0.24")}},
		Events:    []pricing.Event{{Date: day("2026-01-15"), Kind: "accepted", Detail: "the buyer accepts"}},
	}
}

// bareQuote has nothing but days: no charge, no comparison.
func bareQuote(name string) *pricing.Quote {
	return &pricing.Quote{Variant: name, Accepted: day("2026-02-01"), Start: day("2026-02-01"), End: day("2026-02-15"), HoursBasis: "calendar"}
}

func one(quotes ...*pricing.Quote) Report {
	r := Report{Scenario: scenario()}
	for _, q := range quotes {
		r.Quotes = append(r.Quotes, Priced{Quote: q})
	}
	return r
}

// hostile is a report whose every text tries something.
func hostile() Report {
	r := one(baseQuote(), hourlyQuote("=HYPERLINK(\"x\")\x1b[31m|<b>"))
	r.Scenario.Title = "Red\x1b[2J \u202edeal \u0085*bold* <script>"
	r.Scenario.About = "two\nlines"
	r.Scenario.Product.Title = "日本語のファイアウォール\u009b"
	r.Quotes[0].Events[0].Detail = "tab\there\a"
	r.Quotes[0].Charges[0].Key = "+m5|large"
	return r
}

func written(t *testing.T, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func equalsGolden(t *testing.T, write func(io.Writer) error) {
	t.Helper()
	golden.RequireEqual(t, written(t, write))
}

// sellerView is what a seller with a partner nets of baseQuote.
func sellerView() *seller.View {
	line := func(i int, fee, margin, net string) seller.Line {
		return seller.Line{Invoice: baseQuote().Invoices[i], Fee: usd(fee), Margin: usd(margin), Net: usd(net)}
	}
	return &seller.View{Percent: dec("3.5"), Rule: "FEE-2", Value: usd("10080"), Fee: usd("350.32"), Margin: usd("800.74"), Net: usd("9658.94"),
		Lines: []seller.Line{line(0, "326.67", "746.67", "9006.66"), line(2, "11.36", "25.96", "313.08"), line(4, "12.29", "28.11", "339.20")},
		Cliff: &seller.Cliff{From: usd("10500"), Percent: dec("2"), Nets: usd("400")}}
}
