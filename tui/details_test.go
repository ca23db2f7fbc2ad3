package tui_test

import (
	"strings"
	"testing"
)

// TestDetails holds what is said to what is so.
func TestDetails(t *testing.T) {
	for _, c := range []struct {
		scenario, keys string
		w, h           int
		want, not      string
	}{
		{"month-to-month", ": type:\"term 7\" enter", 100, 30, "nothing is sold for 7 months", "not priced"},
		{"covered-baseline", "tab down right +", 100, 30, "day of acceptance or later", "arrows move"},
		{"covered-baseline", "tab down down down +", 80, 24, "day of acceptance or later", "arrows move"},
		{"renewing-offer", "", 120, 40, "renew        by offer", "none"},
		{"month-to-month", "", 120, 40, "this deal", "hourly only"},
		{"negotiated-three-years", "", 120, 40, "c5n.2xlarge ", "c5n.2xlar…"},
		{"month-to-month", "", 80, 24, "devices ", "devic…"},
		{"future-start", "", 120, 40, "▲ accepted, ◆ offer expires; 24 months", "~45m"},
		{"month-to-month", "", 120, 40, "36 terms of a month", "┤├"},
		{"covered-baseline", "tab tab tab tab", 100, 16, "new price", "new: m5.large …"},
	} {
		s := stage(t, open(t, c.scenario), c.w, c.h)
		press(t, s, c.keys)
		if text := s.Text(); !strings.Contains(text, c.want) || strings.Contains(text, c.not) {
			t.Errorf("%s, %q at %dx%d lacks %q or has %q:\n%s", c.scenario, c.keys, c.w, c.h, c.want, c.not, text)
		}
	}
}
