package tui_test

import "testing"

// TestGoToEvent goes from what happens on a day to the field that it comes from,
// before the invoices of the day.
func TestGoToEvent(t *testing.T) {
	for _, c := range []struct{ scenario, line, want string }{
		{"price-rise-existing", ":day 2027-07-01", "▸ m5.large       [6]"},
		{"covered-baseline", ":day 2027-02-01", "▸ m5.large        8     [10]"}, // metered: what runs
		{"lapse", ":day 2028-01-01", "▸ horizon     24 months   renew           [none]"},
		{"future-start", ":day 2027-02-01", "[2027-02-01]"},
		{"negotiated-three-years", ":day 2027-01-31", "discount         [15%]"},
	} {
		s := stage(t, open(t, c.scenario), 120, 40)
		for _, line := range []string{":focus timeline", c.line, "enter"} {
			if err := s.Line(line); err != nil {
				t.Fatal(err)
			}
		}
		wantOn(t, s, c.want)
	}
	s := stage(t, open(t, "lapse"), 120, 40)
	press(t, s, "tab tab tab tab > enter")
	wantOn(t, s, "nothing happens on this day; ] goes to the next event")
}
