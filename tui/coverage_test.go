package tui_test

import (
	"regexp"
	"strings"
	"testing"

	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/play"
)

// uncovered is what the deal on the screen pays by the hour for a type in its
// first 12 months.
func uncovered(s *play.Stage, key string) money.Amount {
	q := s.App().Session().Quote()
	sum := money.Amount(0)
	for _, c := range q.Charges {
		if c.Kind == pricing.Hourly && c.Key == key && c.Date < q.Start.AddMonths(12) {
			sum += c.Amount
		}
	}
	return sum
}

var onStrip = regexp.MustCompile(`above X (\d+): ([0-9,.]+) uncovered`)

// TestStripDollars holds the dollars beside the strip against the charges of the
// deal as X moves through the load: by month, by share of hours and hour by hour.
func TestStripDollars(t *testing.T) {
	for _, c := range []struct{ scenario, keys, key, how string }{
		{"covered-baseline", "w", "m5.large", "load by month"},
		{"covered-baseline", "w up", "m5.2xlarge", "load by share of hours"},
		{"hour-by-hour", "w", "m5.large", "load by the hour, days 330 to "},
		{"hour-by-hour", "w i", "m5.large", "load by share of hours"},
		{"hour-by-hour", "w { > <", "m5.large", "load by the hour, days 323 to "},
	} {
		s := stage(t, open(t, c.scenario), 120, 40)
		press(t, s, c.keys)
		wantOn(t, s, c.how)
		before := ""
		for _, key := range strings.Fields("home right right right right right pgup b") {
			press(t, s, key)
			found := onStrip.FindStringSubmatch(s.Text())
			if found == nil {
				t.Fatalf("no dollars beside the strip:\n%s", s.Text())
			}
			need, _ := s.App().Session().Need(c.key)
			if want := uncovered(s, c.key).Grouped(); found[1] != need.Annual.String() || found[2] != want {
				t.Errorf("%s after %s: X %s leaves %s, the deal with %s has %s", c.scenario, key, found[1], found[2], need.Annual, want)
			}
			if found[0] == before && key == "right" {
				t.Errorf("%s: the dollars stay at %s", c.scenario, before)
			}
			before = found[0]
		}
	}
}

// TestHours goes through the hours of a profile by days and weeks, not beyond
// its ends, and puts them in order.
func TestHours(t *testing.T) {
	for keys, want := range map[string]string{
		"":                             "days 330 to 333 of 365",
		"<":                            "days 329 to 332 of 365",
		"{":                            "days 323 to 326 of 365",
		strings.Repeat("} ", 10):       "days 363 to 365 of 365",
		strings.Repeat("{ ", 60):       "days 1 to 4 of 365",
		"i":                            "by share of hours",
		"i >":                          "days 331 to 334 of 365",
		"} left right left":            "days 337 to 340 of 365",
		"} left enter":                 "days 337 to 340 of 365",
		strings.Repeat("> ", 60):       "days 363 to 365 of 365",
		strings.Repeat("> ", 60) + "<": "days 362 to 365 of 365",
	} {
		s := stage(t, open(t, "hour-by-hour"), 80, 24)
		press(t, s, "w "+keys)
		if !strings.Contains(s.Text(), want) {
			t.Errorf("after %q %q is not on\n%s", keys, want, s.Text())
		}
	}
	months := stage(t, open(t, "covered-baseline"), 80, 24)
	press(t, months, "w i")
	wantOn(t, months, "what runs of m5.large is not given by the hour")
}
