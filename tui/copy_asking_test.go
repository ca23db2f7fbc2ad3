package tui_test

import "testing"

// TestCopyAnswers copies from the what-if screen what it shows, not from the panes
// that it covers, and leaves what is tried as it is.
func TestCopyAnswers(t *testing.T) {
	for _, c := range []struct {
		keys string
		want []string
	}{
		{"w y", []string{"copied the figure: 14430.80"}},
		{"w l l y", []string{"copied the figure: 12600.00", "X 8 → [10]"}},
		{"w l l Y", []string{"copied the row: 10  12600.00  0.00", "X 8 → [10]"}},
		{"w ctrl+y", []string{"copied the table: 15 lines"}},
		{"w tab 9 0 0 0 0 down Y", []string{"copied the row: 3%  89634.40  -365.60"}},
		{"w tab y", []string{"copied the figure: 92406.40"}},
		{"w tab tab Y", []string{"copied the row: 10  109359.60  107566.60"}},
		{"w tab tab l ctrl+y", []string{"copied the table: 24 lines", "at m5.large annual 9, running 10"}},
		{"w tab tab y ctrl+u enter Y", []string{"copied the row: 8  95015.60"}},
		{`w tab tab : type:"copy figure" enter`, []string{"copied the figure: 95015.60", "▸Sweep"}},
		{"w tab tab tab down Y", []string{"copied the row: m5.2xlarge running  6 for 0.3, 2 for 0.7  89969.84  103985.84"}},
		{"w tab tab tab ctrl+y", []string{"copied the table: 12 lines"}},
	} {
		t.Run(c.keys, func(t *testing.T) {
			s := stage(t, open(t, "covered-baseline"), 160, 40)
			press(t, s, c.keys)
			wantOn(t, s, c.want...)
		})
	}
	s := stage(t, open(t, "bring-your-own"), 120, 40)
	press(t, s, "w y")
	wantOn(t, s, "there is no figure at the cursor")
}
