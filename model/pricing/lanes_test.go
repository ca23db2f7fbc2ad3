package pricing

import (
	"strings"
	"testing"

	"termsheet/model/deal"
	"termsheet/model/listing"
)

// laneText writes a lane's steps: the rate, the day it begins, and the day it
// was announced.
func laneText(steps []LaneStep) string {
	var parts []string
	for i, s := range steps {
		text := "none"
		if s.Rate.Set {
			text = s.Rate.Value.String()
		}
		if i > 0 {
			text = s.From.String() + " " + text
		}
		if s.Announced != 0 {
			text += " (" + s.Announced.String() + ")"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}

// TestLanes sets what a new customer meets beside what this one does.
func TestLanes(t *testing.T) {
	risen := func(announced, hourly, annual string) deal.PriceChange {
		rates := listing.InstanceRates{Hourly: rate(hourly), Annual: rate(annual)}
		return deal.PriceChange{Announced: day(announced), Rates: listing.Rates{Instances: []listing.Instance{{Type: "m5.large", InstanceRates: rates}}}}
	}
	fleet := func(changes ...deal.PriceChange) *deal.Scenario {
		s := scenario(ami([4]string{"m5.large", "0.24", "1260", ""}), "2027-01-01", 24, need("m5.large", "2", "3"))
		s.Renew, s.Changes = true, changes
		return s
	}
	offered := fleet(risen("2027-03-16", "0.28", "1470"))
	offered.Offer = &deal.Offer{Months: 12, Discount: d("0.5")}
	lapsed := fleet()
	lapsed.Renew = false
	for name, c := range map[string]struct {
		s                                       *deal.Scenario
		newHourly, hourly, newAnnual, annualYou string
	}{
		"no change": {fleet(), "0.24", "0.24", "1260", "1260"},
		"a rise": {fleet(risen("2027-03-16", "0.28", "1470")),
			"0.24, 2027-03-16 0.28 (2027-03-16)", "0.24, 2027-07-01 0.28 (2027-03-16)",
			"1260, 2027-03-16 1470 (2027-03-16)", "1260, 2028-01-01 1470 (2027-03-16)"},
		"before acceptance": {fleet(risen("2026-12-01", "0.28", "1470")),
			"0.28 (2026-12-01)", "0.28", "1470 (2026-12-01)", "1470"},
		"too late for the renewal": {fleet(risen("2027-10-10", "", "1470")),
			"0.24", "0.24", "1260, 2027-10-10 1470 (2027-10-10)", "1260"},
		"after the horizon": {fleet(risen("2029-03-16", "0.28", "")),
			"0.24", "0.24", "1260", "1260"},
		"under an offer": {offered,
			"0.24, 2027-03-16 0.28 (2027-03-16)", "0.12, 2028-01-01 0.28",
			"1260, 2027-03-16 1470 (2027-03-16)", "630, 2028-01-01 none"},
		"a lapse": {lapsed, "0.24", "0.24", "1260", "1260, 2028-01-01 none"},
	} {
		t.Run(name, func(t *testing.T) {
			lanes, err := Lanes(c.s, readings)
			if err != nil || len(lanes) != 2 || lanes[0].Kind != Hourly || lanes[1].Kind != Annual {
				t.Fatalf("the lanes are %+v (%v)", lanes, err)
			}
			for i, want := range []string{c.newHourly, c.hourly, c.newAnnual, c.annualYou} {
				steps := lanes[i/2].New
				if i%2 == 1 {
					steps = lanes[i/2].Yours
				}
				if got := laneText(steps); got != want {
					t.Errorf("lane %d is %s, want %s", i, got, want)
				}
			}
		})
	}
}

// TestLanesOfDimensions has a lane for use and one for the contract.
func TestLanesOfDimensions(t *testing.T) {
	p := &listing.Product{ID: "desk", Models: []listing.Model{listing.Contract, listing.Usage}, Dimensions: []listing.Dimension{{
		Key: "hosts", Per: listing.PerHour,
		DimensionRates: listing.DimensionRates{Usage: rate("0.03"), Contract: []listing.TermRate{{Months: 12, Rate: d("180")}}},
	}}}
	s := scenario(p, "2027-01-01", 12)
	s.Contract = &deal.Contract{Months: 12, Quantity: []deal.Quantity{{Key: "hosts", Units: d("4")}}}
	lanes, err := Lanes(s, readings)
	if err != nil || len(lanes) != 2 {
		t.Fatalf("the lanes are %+v (%v)", lanes, err)
	}
	for i, want := range []string{"0.03", "180"} {
		if got := laneText(lanes[i].New) + " " + laneText(lanes[i].Yours); got != want+" "+want {
			t.Errorf("%s of hosts is %s, want %s", lanes[i].Kind, got, want)
		}
		if lanes[i].Changes() {
			t.Errorf("%s of hosts changes", lanes[i].Kind)
		}
	}
}
