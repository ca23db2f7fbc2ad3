package tui_test

import "testing"

// TestRepeat makes the last edit again, where the cursor stands then.
func TestRepeat(t *testing.T) {
	for _, c := range []struct {
		scenario, keys string
		want           []string
	}{
		{"covered-baseline", ".", []string{"the last edit again: nothing has been changed yet"}},
		{"covered-baseline", "+ .", []string{"m5.large annual 9 → 10"}},
		{"covered-baseline", "+ down .", []string{"m5.xlarge annual 0 → 1"}},
		{"covered-baseline", "1 2 enter down down .", []string{"m5.2xlarge annual 2 → 12"}},
		{"covered-baseline", "enter + 5 0 % enter right .", []string{"m5.large running 10 → 15"}},
		{"covered-baseline", "x .", []string{"removed m5.xlarge"}},
		{"covered-baseline", "b down .", []string{"m5.xlarge annual 0 → 2"}},
		{"covered-baseline", "+ u .", []string{"m5.large annual 8 → 9"}},
		{"covered-baseline", "+ ] v V p .", []string{"m5.large annual 9 → 10"}}, // what is no edit does not come in between
		{"covered-baseline", "+ down - .", []string{"m5.xlarge annual 0 → 1"}},  // a refused one neither
		{"covered-baseline", "+ tab tab .", []string{"no value at the cursor"}},
		{"overage", "t tab .", []string{"contract term 24 → 36 months"}},
		{"covered-baseline", "5 + . .", []string{"m5.large annual 18 → 23"}},
	} {
		t.Run(c.scenario+" "+c.keys, func(t *testing.T) {
			s := stage(t, open(t, c.scenario), 80, 24)
			press(t, s, c.keys)
			wantOn(t, s, c.want...)
		})
	}
	s := stage(t, open(t, "covered-baseline"), 80, 24)
	for _, line := range []string{":set m5.large annual +2", "down", ":repeat"} {
		if err := s.Line(line); err != nil {
			t.Fatal(err)
		}
	}
	wantOn(t, s, "m5.large annual 10 → 12")
}

// TestCounts does what a key stands for several times.
func TestCounts(t *testing.T) {
	for _, c := range []struct {
		scenario, keys string
		want           []string
	}{
		{"covered-baseline", "5 +", []string{"m5.large annual 8 → 13"}},
		{"covered-baseline", "5 -", []string{"m5.large annual 8 → 3"}},
		{"covered-baseline", "1 2 +", []string{"m5.large annual 8 → 20"}},
		{"covered-baseline", "5 + u", []string{"undone: m5.large annual 8 → 13"}}, // one step of undo
		{"covered-baseline", "+ + + 2 u", []string{"[9]"}},
		{"covered-baseline", "+ + + 9 u 2 U", []string{"[10]"}},
		{"covered-baseline", "2 v", []string{"One annual more", "3/4"}},
		{"price-rise-existing", "3 } ", []string{"2027-04-01"}},
		{"price-rise-existing", "2 ]", []string{"2027-03-16"}},
		{"price-rise-existing", "shift+tab 1 0 >", []string{"2027-01-11"}},
		{"price-rise-existing", "shift+tab 1 0", []string{"10 times; esc forgets it"}},
		{"price-rise-existing", "shift+tab 9 0 0 0 0", []string{"9999 times at most; esc forgets it"}},
		{"price-rise-existing", "shift+tab 1 0 esc >", []string{"2027-01-02"}},
		{"price-rise-existing", "shift+tab 1 0 z >", []string{"2027-01-02"}}, // only for the key that follows
		{"price-rise-existing", "shift+tab 9 9 9 9 9 9 9 9 9 9 9 9 >", []string{"2028-07-01"}},
		// Before the last edit: at once where a value has no decimals, else behind a second point.
		{"covered-baseline", "+ 5 .", []string{"m5.large annual 9 → 14"}},
		{"covered-baseline", "+ 1 2 .", []string{"m5.large annual 9 → 21"}},
		{"covered-baseline", "+ right 2 .", []string{"[  2._]", "2.; this deal would be", ". again repeats 2 times"}},
		{"covered-baseline", "+ right 2 . .", []string{"m5.large running 10 → 12"}},
		{"covered-baseline", "+ right 2 . 5 enter", []string{"m5.large running 10 → 2.5"}},
		{"covered-baseline", "enter + 2 enter 3 .", []string{"m5.large annual 10 → 16"}},
		{"covered-baseline", "enter + 2 enter 3 . u", []string{"undone: m5.large annual 10 → 16"}}, // one step of undo
		{"covered-baseline", "enter 1 2 enter down down 3 .", []string{"m5.2xlarge annual 2 → 12"}},
		{"covered-baseline", "x 2 .", []string{"removed m5.2xlarge"}},
		{"covered-baseline", "enter + 1 enter 1 0 0 .", []string{"the last edit again: 100 times are too many; at most 99"}},
		{"covered-baseline", "+ tab tab 5 .", []string{"no value at the cursor"}},
		{"covered-baseline", "T tab tab 2 .", []string{"horizon 60 → 12 months"}},
		{"overage", "t tab 1 .", []string{"contract term 24 → 36 months"}},
		// In the comparison and on the what-if screen.
		{"covered-baseline", "+ tab down down 5 .", []string{"\"5.\" is not a date"}},
		{"covered-baseline", "+ + + c 2 u esc", []string{"[9]"}},
		{"covered-baseline", "c 5", []string{"5 times; esc forgets it"}},
		{"covered-baseline", "c 5 esc", []string{"Compare"}},
		{"covered-baseline", "w 3 +", []string{"X 8 → [11]"}},
		{"covered-baseline", "w 1 2 esc +", []string{"X 8 → [9]"}},
		{"covered-baseline", "w 2 v", []string{"One annual more", "▸Best X"}},
		{"covered-baseline", "c 3 j", []string{"line 4 of 39"}},
		{"covered-baseline", "c 2 tab enter", []string{"One annual more", "3/4"}},
		{"covered-baseline", "w 3 l", []string{"X 8 → [11]"}},
		{"covered-baseline", "w tab tab 3 h", []string{"at m5.large annual 5, running 10"}},
		// Moves count, too, where no value is typed.
		{"covered-baseline", "shift+tab 4 right", []string{"2026-12-05"}},
		{"covered-baseline", "shift+tab 2 j", []string{"2027-03-16"}},
		{"covered-baseline", "shift+tab 2 tab", []string{"▸ Contract"}},
		// What a value goes on with stays a value.
		{"covered-baseline", "5 .", []string{"[5._]"}},
		{"covered-baseline", "5 k", []string{"[5k_]"}},
		{"covered-baseline", "enter 5 +", []string{"[5+_]"}},
		{"covered-baseline", "5 left +", []string{"annual +|5"}},
		{"covered-baseline", "tab down down 2 0 2 7 - 0 1 - 0 5 enter", []string{"start 2026-12-01 → 2027-01-05"}},
	} {
		t.Run(c.scenario+" "+c.keys, func(t *testing.T) {
			s := stage(t, open(t, c.scenario), 80, 24)
			press(t, s, c.keys)
			wantOn(t, s, c.want...)
		})
	}
}
