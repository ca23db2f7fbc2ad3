package deal

import (
	"reflect"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/listing"
)

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// whole is a scenario that gives every table.
func whole() *Scenario {
	p := &listing.Product{ID: "p", Instances: []listing.Instance{{Type: "m5.large"}, {Type: "m5.xlarge"}}, Dimensions: []listing.Dimension{
		{Key: "users", Per: listing.PerHour, DimensionRates: listing.DimensionRates{Contract: []listing.TermRate{{Months: 12, Rate: d("120")}}}},
		{Key: "requests", Per: listing.PerUnit}}}
	return &Scenario{Product: p, Start: calendar.Date(2026, 2, 1), Accepted: calendar.Date(2026, 1, 15), Months: 24,
		Instances: []Need{{Type: "m5.large", Annual: d("8"), Running: Series{d("10"), d("12")}},
			{Type: "m5.xlarge", Load: Load{Total: d("1"), Steps: []Step{{d("6"), d("0.30")}, {d("2"), d("0.70")}}}}},
		Contract: &Contract{Months: 12, Quantity: []Quantity{{"users", d("100")}}},
		Usage:    []Use{{Key: "users", Level: Series{d("120")}, Growth: d("0.03")}},
		Changes: []PriceChange{{Announced: calendar.Date(2026, 3, 16),
			Rates: listing.Rates{Instances: []listing.Instance{{Type: "m5.large", InstanceRates: listing.InstanceRates{Hourly: listing.Of(d("0.26"))}}}}}},
		Offer: &Offer{Days: 400, Discount: d("0.15"), Renewal: &OfferRenewal{Uplift: d("0.10"), Times: 2},
			Rates: listing.Rates{Instances: []listing.Instance{{Type: "m5.large", InstanceRates: listing.InstanceRates{Upfront: listing.Of(d("3000"))}}}}}}
}

func path(t *testing.T, s string) Path {
	t.Helper()
	p, err := ParsePath(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestApply(t *testing.T) {
	for _, c := range []struct{ path, was, value, is string }{
		{`accepted`, "2026-01-15", "2026-01-20", "2026-01-20"},
		{`months`, "24", "36", "36"},
		{`instance."m5.large".annual`, "8", "10", "10"},
		{`instance."m5.large".running`, "10, 12", "11", "11"},
		{`instance."m5.xlarge".annual`, "0", "2", "2"},
		{`instance."m5.xlarge".running`, "6 for 0.3, 2 for 0.7", "4.5", "4.5"},
		{`contract.months`, "12", "36", "36"},
		{`offer.days`, "400", "1095", "1095"},
		{`contract.quantity.users`, "100", "120", "120"},
		{`contract.quantity.requests`, "", "5", "5"},
		{`usage.users.level`, "120", "130", "130"},
		{`usage.users.growth`, "3%", "-5%", "-5%"},
		{`usage.requests.monthly`, "", "2500", "2500"},
		{`price_change.0.announced`, "2026-03-16", "2026-04-01", "2026-04-01"},
		{`price_change.0.instance."m5.large".hourly`, "0.26", "0.28", "0.28"},
		{`price_change.0.instance."m5.xlarge".annual`, "", "1500", "1500"},
		{`price_change.0.dimension.users.contract.12`, "", "130", "130"},
		{`offer.discount`, "15%", "17.5", "17.5%"},
		{`offer.months`, "", "36", "36"},
		{`offer.instance."m5.large".hourly`, "", "0.20", "0.20"},
		{`offer.instance."m5.large".annual`, "", "1100", "1100"},
		{`offer.dimension.users.contract`, "", "250", "250"},
		{`offer.renewal.uplift`, "10%", "5%", "5%"},
	} {
		s := whole()
		in, err := Find(s, path(t, c.path))
		if err != nil {
			t.Error(err)
			continue
		}
		if got := in.Text(s); got != c.was {
			t.Errorf("%s is %q, want %q", c.path, got, c.was)
		}
		value, err := in.Parse(c.value)
		if err != nil {
			t.Error(err)
			continue
		}
		edited, err := Apply(s, Edit{in.Path, value})
		if err != nil {
			t.Error(err)
			continue
		}
		if got := in.Text(edited); got != c.is {
			t.Errorf("%s is %q after the edit, want %q", c.path, got, c.is)
		}
		if !reflect.DeepEqual(s, whole()) {
			t.Errorf("%s: the edit has reached the scenario it was made from", c.path)
		}
	}
}

// TestDisplaced sees that a value makes way for the one that excludes it.
func TestDisplaced(t *testing.T) {
	s, err := Apply(whole(), Edit{P("offer", "months"), d("36")}, Edit{P("offer", "instance", "m5.large", "annual"), d("1100")})
	if err != nil {
		t.Fatal(err)
	}
	rates, _ := s.Offer.Rates.Instance("m5.large")
	if s.Offer.Days != 0 || rates.Upfront.Set {
		t.Errorf("days %d and upfront %v are still there", s.Offer.Days, rates.Upfront)
	}
}

func TestRefused(t *testing.T) {
	bare := whole()
	bare.Offer, bare.Contract = nil, nil
	for _, c := range []struct {
		s                *Scenario
		path, value, why string
	}{
		{whole(), `instance."m5.huge".annual`, "1", "no input"},
		{whole(), `instance."m5.large".anual`, "1", `instance has instance."m5.large".annual`},
		{whole(), `usage.users.monthly`, "1", "no input"},
		{whole(), `price_change.1.announced`, "1", "no input"},
		{whole(), `discount`, "1", "no input"},
		{whole(), `renew`, "1", "not a number"},
		{whole(), `instance."m5.large".annual`, "-1", "negative"},
		{whole(), `offer.discount`, "1.01", "100%"},
		{whole(), `months`, "1.5", "whole"},
		{whole(), `months`, "0", "at least 1"},
		{whole(), `contract.months`, "121", "120"},
		{whole(), `instance."m5.large".running`, "1000000000001", "more than"},
		{bare, `offer.discount`, "0.1", "no input"},
		{bare, `contract.quantity.users`, "1", "no input"},
	} {
		_, err := Apply(c.s, Edit{path(t, c.path), d(c.value)})
		if err == nil || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%s = %s: got %v, want %q", c.path, c.value, err, c.why)
		}
	}
	for in, value := range map[string]string{"months": "1e3", `offer.discount`: "x%", `start`: "2026-02-30", `instance."m5.large".annual`: "5%"} {
		found, err := Find(whole(), path(t, in))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := found.Parse(value); err == nil {
			t.Errorf("%s = %s is read", in, value)
		}
	}
}

func TestScale(t *testing.T) {
	for in, want := range map[string]string{
		`instance."m5.large".running`:  "12.0, 14.4",
		`instance."m5.xlarge".running`: "7.2 for 0.3, 2.4 for 0.7",
		`usage.users.growth`:           "3.6%",
		`offer.discount`:               "18%",
	} {
		s := whole()
		found, err := Find(s, path(t, in))
		if err != nil {
			t.Fatal(err)
		}
		if err := found.Scale(s, d("1.2")); err != nil || found.Text(s) != want {
			t.Errorf("%s x 1.2 is %q (%v), want %q", in, found.Text(s), err, want)
		}
	}
}

// TestTake turns one scenario into another, input by input.
func TestTake(t *testing.T) {
	bare := &Scenario{Product: whole().Product, Start: 1, Accepted: 1, Instances: []Need{{Type: "m5.large", Annual: d("1")}}}
	other := whole()
	other.Offer.Discount, other.Changes = d("0.2"), append(other.Changes, PriceChange{Announced: 5})
	for _, c := range []struct{ from, to *Scenario }{{whole(), bare}, {bare, whole()}, {whole(), other}, {other, whole()}} {
		s, differ := c.from.Clone(), 0
		for _, in := range Inputs(c.from, c.to) {
			if !in.Same(s, c.to) {
				differ++
			}
			in.Take(s, c.to)
			if !in.Same(s, c.to) {
				t.Errorf("%s is %q, want %q", in.Path, in.Text(s), in.Text(c.to))
			}
		}
		if differ == 0 {
			t.Error("no input differs")
		}
	}
}
