package mix

import (
	"testing"

	"termsheet/model/calendar"
	"termsheet/tui/session/begun"
)

// TestDay has the words about a type follow the day cursor: what is covered on
// that day, and what the rest costs in its month.
func TestDay(t *testing.T) {
	for _, c := range []struct{ scenario, kind, day, want string }{
		{"lapse", "m5.large", "2027-12-31", "m5.large: 6 of 6 covered."},
		{"lapse", "m5.large", "2028-01-01", "m5.large: 0 of 6 covered; 6 by the hour, 1,051.20 in 2028-01."},
		{"lapse", "m5.large", "2029-01-01", "m5.large: 0 of 6 covered; 6 by the hour, 1,051.20 in 2028-12."},
		{"covered-baseline", "m5.large", "2027-06-30", "m5.large: 8 of 10 covered; 2 by the hour, 350.40 in 2027-06."},
		{"covered-baseline", "m5.large", "2028-02-01", "m5.large: 8 of 10 covered; 2 by the hour, 379.60 in 2028-02."},
		{"amended-mid-term", "m5.large", "2027-06-30", "m5.large: 10 of 10 covered."},
		{"amended-mid-term", "m5.large", "2027-07-01", "m5.large: 8 of 8 covered."},
		{"amended-mid-term", "m5.xlarge", "2027-07-01", "m5.xlarge: 2 of 2 covered."},
	} {
		s := begun.On(t, c.scenario)
		day, err := calendar.Parse(c.day)
		if err != nil {
			t.Fatal(err)
		}
		s.MoveTo(day)
		need, _ := s.Need(c.kind)
		if got := coverWords(tableOf(s, s.Scenario().Instances), need); got != c.want {
			t.Errorf("%s on %s: %q, want %q", c.scenario, c.day, got, c.want)
		}
	}
}
