package pricing

import (
	"errors"
	"testing"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// TestHoursOfAMonth prices one instance for a month of 720 hours (HRL-4).
func TestHoursOfAMonth(t *testing.T) {
	s := scenario(ami([4]string{"m5.large", "0.12", "", "0.085"}), "2026-04-01", 1, need("m5.large", "0", "1"))
	s.Hours.Fixed = 720
	same(t, "software and EC2", price(t, s).Totals.Total, "147.60")
}

// TestHoursOfAYear prices a unit for a year of 8,760 hours.
func TestHoursOfAYear(t *testing.T) {
	q := price(t, scenario(ami([4]string{"m5.large", "1", "", ""}), "2026-01-01", 12, need("m5.large", "0", "1")))
	same(t, "one unit all year", q.Totals.Software, "8760.00")
}

// TestOneHour charges ten units of which two are contracted, for an hour
// (HRL-9).
func TestOneHour(t *testing.T) {
	got, err := money.Product(above(d("10"), d("2")), 1, 1, d("1"))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "that hour", got, "8.00")
}

func repriced(t *testing.T, accepted string, announced string, hourly, annual string, months int, renew bool) *Quote {
	t.Helper()
	s := scenario(ami([4]string{"m5.large", "0.20", "1000", ""}), accepted, months, need("m5.large", "1", "2"))
	s.Renew = renew
	s.Changes = []deal.PriceChange{{Announced: day(announced), Rates: listing.Rates{Instances: []listing.Instance{
		{Type: "m5.large", InstanceRates: listing.InstanceRates{Hourly: rate(hourly), Annual: rate(annual)}}}}}}
	return price(t, s)
}

// TestPriceChange follows a rise from its announcement to each customer
// (CHG-1, CHG-2, CHG-7, CHG-8).
func TestPriceChange(t *testing.T) {
	for _, c := range []struct {
		name, accepted, announced, date string
		kind                            Kind
		want                            string
	}{
		{"existing, before 1 July", "2025-01-01", "2025-03-16", "2025-06-01", Hourly, "0.20"},
		{"existing, from 1 July", "2025-01-01", "2025-03-16", "2025-07-01", Hourly, "0.30"},
		{"new on the day of announcement", "2025-03-16", "2025-03-16", "2025-03-16", Hourly, "0.30"},
		{"running annual keeps its price", "2025-01-01", "2025-03-16", "2025-01-01", Annual, "1000"},
		{"new annual pays the new price", "2025-03-16", "2025-03-16", "2025-03-16", Annual, "1200"},
		{"renewal 90 days after the change", "2025-01-01", "2025-10-03", "2026-01-01", Annual, "1200"},
		{"renewal 89 days after the change", "2025-01-01", "2025-10-04", "2026-01-01", Annual, "1000"},
		{"2 October takes effect on 1 January", "2025-01-01", "2025-10-02", "2026-01-01", Hourly, "0.30"},
		{"3 October does so too in the reading taken", "2025-01-01", "2025-10-03", "2026-01-01", Hourly, "0.30"},
		{"4 October waits for February", "2025-01-01", "2025-10-04", "2026-01-01", Hourly, "0.20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := repriced(t, c.accepted, c.announced, "0.30", "1200", 24, true)
			if got := charged(t, q, c.date, c.kind, "m5.large"); money.Scaled(got.Rate) != c.want {
				t.Errorf("rate %s, want %s", money.Scaled(got.Rate), c.want)
			}
		})
	}
}

// TestDecreases follows the reading of CHG-2b that the rulebook sets.
func TestDecreases(t *testing.T) {
	s := scenario(ami([4]string{"m5.large", "0.20", "", ""}), "2025-01-01", 12, need("m5.large", "0", "1"))
	s.Changes = []deal.PriceChange{
		{Announced: day("2025-02-01"), Rates: listing.Rates{Instances: []listing.Instance{{Type: "m5.large", InstanceRates: listing.InstanceRates{Hourly: rate("0.30")}}}}},
		{Announced: day("2025-03-10"), Rates: listing.Rates{Instances: []listing.Instance{{Type: "m5.large", InstanceRates: listing.InstanceRates{Hourly: rate("0.10")}}}}},
	}
	at := calendar.Effective(day("2025-03-10"), 90, false)
	same(t, "a decrease waits", at, "2025-07-01")
	at30 := price(t, s)
	if got := charged(t, at30, "2025-06-01", Hourly, "m5.large"); money.Scaled(got.Rate) != "0.30" {
		t.Errorf("before the decrease: rate %s, want the rise's 0.30", got.Rate)
	}
	now := readings
	now.DecreasesWait = false
	q, err := Price(s, now)
	if err != nil {
		t.Fatal(err)
	}
	if got := charged(t, q, "2025-03-10", Hourly, "m5.large"); money.Scaled(got.Rate) != "0.10" {
		t.Errorf("immediate decrease: rate %s, want 0.10", got.Rate)
	}
	if got := charged(t, q, "2025-06-01", Hourly, "m5.large"); money.Scaled(got.Rate) != "0.10" {
		t.Errorf("the superseded rise came back: rate %s, want 0.10", got.Rate)
	}
}

// saas is a product of per-hour dimensions, each "key usage" and the contract
// price of a unit for 12 months.
func saas(dimensions ...[3]string) *listing.Product {
	p := &listing.Product{ID: "p", Delivery: listing.SaaS, Models: []listing.Model{listing.Contract, listing.Usage}}
	for _, x := range dimensions {
		r := listing.DimensionRates{Usage: rate(x[1])}
		if x[2] != "" {
			r.Contract = []listing.TermRate{{Months: 12, Rate: d(x[2])}}
		}
		p.Dimensions = append(p.Dimensions, listing.Dimension{Key: x[0], Per: listing.PerHour, DimensionRates: r})
	}
	return p
}

// TestContractTotal adds dimensions up (CON-9).
func TestContractTotal(t *testing.T) {
	s := scenario(saas([3]string{"hot", "", "16.00"}, [3]string{"cold", "", "16.60"}), "2026-01-01", 12)
	s.Contract = &deal.Contract{Months: 12, Quantity: []deal.Quantity{{Key: "hot", Units: d("10")}, {Key: "cold", Units: d("5")}}}
	same(t, "contract", price(t, s).Totals.Software, "243.00")
}

// TestContractWithConsumption charges one hour above the commitment (CCP-1).
func TestContractWithConsumption(t *testing.T) {
	s := scenario(saas([3]string{"gb", "0.10", "16.00"}), "2026-01-01", 12)
	s.Contract = &deal.Contract{Months: 12, Quantity: []deal.Quantity{{Key: "gb", Units: d("10")}}}
	contract := price(t, s).Totals.Contract
	hour, err := money.Product(above(d("12"), d("10")), 1, 1, d("0.10"))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "contract and one hour", contract+hour, "160.20")
}

// TestAmendments prices a change of types half-way through the year (AMD-3).
func TestAmendments(t *testing.T) {
	types := ami([4]string{"m5.large", "1", "4000", ""}, [4]string{"r5.large", "1", "4000", ""}, [4]string{"c5.large", "1", "3000", ""})
	amended := func(to string) *Quote {
		s := scenario(types, "2024-01-01", 12, need("m5.large", "2", "2"))
		s.Amendments = []deal.Amendment{{Date: day("2024-07-01"),
			Add: []deal.Quantity{{Key: to, Units: d("1")}}, Remove: []deal.Quantity{{Key: "m5.large", Units: d("1")}}}}
		return price(t, s)
	}
	q := amended("r5.large")
	same(t, "added", charged(t, q, "2024-07-01", Annual, "r5.large").Amount, "2000.00")
	same(t, "removed", charged(t, q, "2024-07-01", Annual, "m5.large").Amount, "-2000.00")
	same(t, "net", q.Totals.Annual, "8000.00")
	beyond := charged(t, q, "2024-07-01", Hourly, "m5.large")
	same(t, "uncovered from then", beyond.Quantity(), "730")
	q = amended("c5.large")
	same(t, "nothing is applied", q.Totals.Software, "8000.00")
	if len(q.Problems) != 1 || q.Problems[0].Rule != "AMD-3" {
		t.Errorf("a net of -500 is not refused: %v", q.Problems)
	}
}

// TestRenewedOffer compounds the uplift (REN-3).
func TestRenewedOffer(t *testing.T) {
	s := scenario(saas([3]string{"seat", "", "100"}), "2026-01-01", 36)
	s.Contract = &deal.Contract{Quantity: []deal.Quantity{{Key: "seat", Units: d("1")}}}
	s.Offer = &deal.Offer{Months: 12, Renewal: &deal.OfferRenewal{Uplift: d("0.10"), Times: 2}}
	q := price(t, s)
	for date, want := range map[string]string{"2026-01-01": "100.00", "2027-01-01": "110.00", "2028-01-01": "121.00"} {
		same(t, date, charged(t, q, date, Contract, "seat").Amount, want)
	}
	same(t, "all three", q.Totals.Contract, "331.00")
}

// TestBreakEven divides annual by hourly (ANN-13).
func TestBreakEven(t *testing.T) {
	q := price(t, scenario(ami([4]string{"m5.large", "0.10", "300", ""}), "2026-01-01", 12, need("m5.large", "0", "7")))
	b := q.BreakEven[0]
	same(t, "hours", b.HoursPerYear, "3000")
	same(t, "utilisation", b.Utilisation, "34.25")
	if b.Best != 7 {
		t.Errorf("best X %d, want 7", b.Best)
	}
}

// TestMissingRates names the key, the day and what is missing.
func TestMissingRates(t *testing.T) {
	p := ami([4]string{"m5.large", "0.24", "", ""}, [4]string{"m5.xlarge", "", "2520", ""})
	for name, c := range map[string]struct {
		s    *deal.Scenario
		want string
	}{
		"annual": {scenario(p, "2026-02-01", 12, need("m5.large", "1", "1")),
			`instance."m5.large".annual: m5.large has no annual rate on 2026-02-01`},
		"hourly": {scenario(p, "2026-02-01", 12, need("m5.xlarge", "1", "2")),
			`instance."m5.xlarge": m5.xlarge has no hourly rate on 2026-02-01`},
		"lapse": {scenario(p, "2026-02-01", 24, need("m5.xlarge", "1", "1")),
			`instance."m5.xlarge": m5.xlarge has no hourly rate on 2027-02-01`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Price(c.s, readings)
			var at *Error
			if !errors.As(err, &at) || at.Path.String()+": "+at.Message != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// TestTermsOfNoCover cuts the horizon at the end of a contract, even where its
// units include nothing.
func TestTermsOfNoCover(t *testing.T) {
	p := &listing.Product{ID: "p", Delivery: listing.SaaS, Dimensions: []listing.Dimension{{Key: "calls", Per: listing.PerUnit,
		DimensionRates: listing.DimensionRates{Usage: rate("0.0149"), Contract: []listing.TermRate{{Months: 1, Rate: d("10")}}}}}}
	s := scenario(p, "2026-06-16", 2)
	s.Contract = &deal.Contract{Months: 1, Quantity: []deal.Quantity{{Key: "calls", Units: d("1")}}}
	s.Usage = []deal.Use{{Key: "calls", Monthly: deal.Series{d("7")}}}
	q := price(t, s)
	// July: 15/31 and 16/31 of 7 x 0.0149, each 0.05; uncut it were 0.10430
	same(t, "before the contract's end", charged(t, q, "2026-07-01", Usage, "calls").Amount, "0.05")
	same(t, "after it", charged(t, q, "2026-07-16", Usage, "calls").Amount, "0.05")
}
