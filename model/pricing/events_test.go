package pricing

import (
	"strings"
	"testing"

	"termsheet/model/deal"
	"termsheet/model/listing"
)

// told are the events of a kind, a line each.
func told(q *Quote, kind string) string {
	var lines []string
	for _, e := range q.Events {
		if e.Kind == kind {
			lines = append(lines, e.Date.String()+" "+e.Key+": "+e.Detail)
		}
	}
	return strings.Join(lines, "\n")
}

// TestLapses tells what ends: as many as amendments have left, what they alone have
// brought in even where the rest renews, and nothing that they have taken away.
func TestLapses(t *testing.T) {
	p := ami([4]string{"m5.large", "0.24", "1260", ""}, [4]string{"m5.xlarge", "0.44", "2520", ""}, [4]string{"only.annual", "", "900", ""})
	amended := func(s *deal.Scenario, a deal.Amendment) *deal.Scenario {
		a.Date = day("2026-03-01")
		s.Amendments = []deal.Amendment{a}
		return s
	}
	two := func(key string) []deal.Quantity { return []deal.Quantity{{Key: key, Units: d("2")}} }
	short := func() *deal.Scenario {
		return scenario(p, "2026-01-31", 14, need("m5.large", "2", "5"), need("m5.xlarge", "0", "1"))
	}
	renewing := short()
	renewing.Renew = true
	for name, c := range map[string]struct {
		s    *deal.Scenario
		want string
	}{
		"as bought": {short(), "2027-01-31 m5.large: 2 annual end; use is metered from then"},
		"more":      {amended(short(), deal.Amendment{Add: two("m5.large")}), "2027-01-31 m5.large: 4 annual end; use is metered from then"},
		"exchanged": {amended(short(), deal.Amendment{Add: two("m5.xlarge"), Remove: two("m5.large")}), "2027-01-31 m5.xlarge: 2 annual end; use is metered from then"},
		"the rest renews": {amended(renewing, deal.Amendment{Add: two("m5.xlarge")}),
			"2027-01-31 m5.xlarge: 2 annual end; use is metered from then"},
		"not by the hour":  {scenario(p, "2026-01-31", 14, need("only.annual", "2", "0")), "2027-01-31 only.annual: 2 annual end"},
		"with the horizon": {scenario(p, "2026-01-31", 12, need("m5.large", "2", "5")), ""},
	} {
		if got := told(price(t, c.s), "lapse"); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// TestAmendmentsOfADay tells of each, though they say the same.
func TestAmendmentsOfADay(t *testing.T) {
	s := scenario(ami([4]string{"m5.large", "0.24", "1200", ""}), "2026-01-01", 12, need("m5.large", "2", "5"))
	one := deal.Amendment{Date: day("2026-07-01"), Add: []deal.Quantity{{Key: "m5.large", Units: d("1")}}}
	s.Amendments = []deal.Amendment{one, one}
	if got, want := told(price(t, s), "amendment"), "2026-07-01 m5.large: +1 annual, 600.00, +1 annual, 600.00"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestGratis charges nothing for software that is free or brought along, where the
// list has no rate for what runs; what has a price elsewhere lacks one.
func TestGratis(t *testing.T) {
	p := ami([4]string{"m5.large", "", "", "0.1"})
	s := scenario(p, "2026-01-01", 1, need("m5.large", "0", "2"))
	for _, models := range [][]listing.Model{{listing.Free}, {listing.BYOL}} {
		p.Models = models
		q := price(t, s)
		same(t, "software", q.Totals.Software, "0.00")
		same(t, "infrastructure", q.Totals.Infrastructure, "146.00")
	}
	p.Models = []listing.Model{listing.BYOL, listing.Hourly}
	if _, err := Price(s, readings); err == nil {
		t.Error("a type without a rate has a price")
	}
}
