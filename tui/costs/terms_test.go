package costs

import (
	"strings"
	"testing"

	"termsheet/model/calendar"
	"termsheet/model/pricing"
)

// TestCommitted tells how far commitments miss the end of the horizon, not how far
// use does.
func TestCommitted(t *testing.T) {
	end := calendar.Date(2028, 1, 1)
	for _, c := range []struct {
		kind pricing.Kind
		to   calendar.Day
		want string
	}{
		{pricing.Contract, calendar.Date(2029, 1, 1), "2028-12-31, 12 months past the horizon"},
		{pricing.Annual, calendar.Date(2028, 2, 1), "2028-01-31, 1 month past the horizon"},
		{pricing.Annual, calendar.Date(2027, 12, 20), "2027-12-19, 12 days short of the horizon"},
		{pricing.Annual, end, ""},
		{pricing.Hourly, calendar.Date(2027, 2, 1), ""},
	} {
		q := &pricing.Quote{End: end, Charges: []*pricing.Charge{{Kind: pricing.Hourly, End: end}, {Kind: c.kind, End: c.to}}}
		got := ""
		for _, l := range committed(q) {
			words := l.words()
			got = words[0]
			if !strings.HasSuffix(got, ", "+words[1]) || !strings.HasPrefix(words[1], words[2]) {
				t.Errorf("%q is shortened to %q and %q", got, words[1], words[2])
			}
		}
		if got != c.want {
			t.Errorf("%s to %s: got %q, want %q", c.kind, c.to, got, c.want)
		}
	}
}
