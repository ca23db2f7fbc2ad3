package kernel_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/pricing"
	"termsheet/model/whatif/internal/draw"
	"termsheet/model/whatif/kernel"
)

// priced is one type at a rate by the year and one by the hour, for a year.
func priced(annual, hourly, x, y string) *deal.Scenario {
	d := decimal.RequireFromString
	p := &listing.Product{ID: "p", Delivery: listing.AMI, Instances: []listing.Instance{{Type: "t",
		InstanceRates: listing.InstanceRates{Annual: listing.Of(d(annual)), Hourly: listing.Of(d(hourly))}}}}
	day := calendar.Date(2026, 1, 1)
	return &deal.Scenario{Product: p, Accepted: day, Start: day, Months: 12, Variant: deal.Base,
		Instances: []deal.Need{{Type: "t", Annual: d(x), Running: deal.Series{d(y)}}}}
}

func laid(t *testing.T, s *deal.Scenario) *pricing.Layout {
	t.Helper()
	l, err := pricing.Lay(s, draw.Readings(), false)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestBounds compiles charges of exactly the most cents, 2^45, and of one more:
// the first is a program, the second is left to the decimals.
func TestBounds(t *testing.T) {
	annual := kernel.Input{Key: "t", Kind: pricing.Annual}
	for _, c := range []struct {
		name, rate, x string
		fits          bool
	}{
		{"the most", "0.01", "35184372088832", true},
		{"one beyond", "0.01", "35184372088833", false},
		{"the most, rounded up to", "0.01", "35184372088831.5", true},
		{"far beyond", "10000", "1000000000000", false},
	} {
		s := priced(c.rate, "0", c.x, "0")
		p, ok := kernel.Compile(laid(t, s))
		if ok != c.fits {
			t.Errorf("%s: compiled %t", c.name, ok)
		}
		_, want, err := pricing.Charges(s, draw.Readings())
		if ok && (err != nil || p.Totals().Of[pricing.Annual] != int64(want.Annual)) {
			t.Errorf("%s: got %v, want %s (%v)", c.name, p.Totals(), want.Annual, err)
		}
	}
	p, ok := kernel.Compile(laid(t, priced("0.01", "0", "1", "0")), annual)
	if !ok || !p.Turns(0, 35184372088832) || p.Turns(0, 35184372088833) {
		t.Error("an input does not turn up to the bounds, or beyond")
	}
}

// TestTurnedDown refuses to turn down a cover under which lies more than fits:
// as long as all is covered there is nothing to charge.
func TestTurnedDown(t *testing.T) {
	annual := kernel.Input{Key: "t", Kind: pricing.Annual}
	for rate, turns := range map[string]bool{"0.1": true, "1000": false} {
		p, ok := kernel.Compile(laid(t, priced("0", rate, "1000000000", "1000000000")), annual)
		if !ok || p.Turns(0, 5) != turns {
			t.Errorf("at %s an hour: compiled %t, turns %t", rate, ok, ok && p.Turns(0, 5))
		}
	}
}

// TestTooManyDecimals leaves to the decimals what units are not counted in.
func TestTooManyDecimals(t *testing.T) {
	s := priced("1", "0.33333333", "0", "1.123456789012")
	p, ok := kernel.Compile(laid(t, s), kernel.Input{Key: "t", Kind: pricing.Hourly})
	_, want, err := pricing.Charges(s, draw.Readings())
	if !ok || err != nil || p.Totals().Of[pricing.Hourly] != int64(want.Hourly) || p.Turns(0, 1) {
		t.Errorf("compiled %t, %v, want %s (%v)", ok, p.Totals(), want.Hourly, err)
	}
}
