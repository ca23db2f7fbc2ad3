package tui_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestLonger: an edit that also moves how far the deal is looked at says so, since the
// difference is one of time, too.
func TestLonger(t *testing.T) {
	for _, c := range []struct{ scenario, keys, want, lacks string }{
		{"covered-baseline", "n type:brack enter t", "contract term 12 → 24 months, horizon 12 months → 24 months; this deal +", ""},
		{"month-to-month", "t", "contract term", "horizon 36"},
		{"covered-baseline", "T", "horizon 24 → ", ", horizon"},
	} {
		s := stage(t, open(t, c.scenario), 120, 40)
		press(t, s, c.keys)
		wantOn(t, s, c.want)
		if c.lacks != "" && strings.Contains(ansi.Strip(s.Screen()), c.lacks) {
			t.Errorf("%s after %s has %q", c.scenario, c.keys, c.lacks)
		}
	}
}
