package tui_test

import (
	"strings"
	"testing"

	"termsheet/tui/play"
)

// TestExplain opens where figures and dates come from, in every pane.
func TestExplain(t *testing.T) {
	for _, c := range []struct {
		scenario, keys string
		want           []string
	}{
		{"covered-baseline", "e", []string{"│ 8 ", "X, the annuals of m5.large", "written in covered-baseline:14:1", "▸ › m5.large a month", "best X", "ANN-1"}},
		{"covered-baseline", "right e", []string{"│ 10 ", "Y, the instances of m5.large that run", "written in covered-baseline:15:1", "infrastructure charges", "ANN-5"}},
		{"covered-baseline", "v e", []string{"│ 0 ", "written in covered-baseline:47:18", "hourly charges"}}, // the variant's own
		{"covered-baseline", "down down right e", []string{"│ 6@30% 2@70% ", "written in covered-baseline:26:1"}},
		{"covered-baseline", "a enter e", []string{"X, the annuals of m5.4xlarge", "written in covered-baseline"}},
		{"prepaid-installments", "e", []string{"│ 120 ", "the units of hosts that are committed to", "prepaid-installments:12:14", "contract charges", "CON-9"}},
		{"prepaid-installments", "right e", []string{"│ 110 ", "the units of hosts in use", "usage charges"}},
		{"prepaid-installments", "right right e", []string{"│ 2% ", "grows each month", "usage charges"}},
		{"overage", "right right e", []string{"the use of hosts grows"}},
		{"month-to-month", "right e", []string{"the units of agents in use", "not written in the scenario"}},
		{"covered-baseline", "e enter", []string{"m5.large a month", "30,186.00 / 24 months = 1,257.75", "▸ › annual charges", "21,280.00", "best X"}},
		{"covered-baseline", "e enter down enter", []string{"hourly m5.large: 24 charges", "2027-07-01  2 x 730 h x 0.26", "379.60"}},
		{"covered-baseline", "e enter down enter enter", []string{"charges.4", "2 x 730 h x 0.24 = 350.40", "uncovered: max(0, Y - X)", "› ANN-5",
			"With X annuals bought", "read 2026-09-20 in Annual pricing"}},
		{"covered-baseline", "w e", []string{"14,430.80", "what X = 8 of m5.large costs over the first 12 months", "10,080.00 + 4,350.80 by the hour", "best X"}},
		{"covered-baseline", "w right e", []string{"13,515.40", "what X = 9 of m5.large"}},
		{"covered-baseline", "w tab 9 0 0 0 0 down e", []string{"89,634.40", "50,207.20 + 39,427.20"}}, // with the answer
		{"covered-baseline", "w e enter", []string{"break_even.2", "an annual of m5.large pays"}},
		{"covered-baseline", "w tab m m e", []string{"savings", "131,020.40 - 92,406.40 = 38,614.00"}},
		{"covered-baseline", "w right e esc", []string{"╭▸ What if", "X 8 → [9]"}}, // what is tried stays
		{"covered-baseline", "e enter end enter", []string{"break_even.2.best", "the number of annuals of m5.large"}},
		{"covered-baseline", "e enter down enter enter o", []string{"Rule ANN-5", "Sources", "https://docs.aws.amazon.com", "confidence A"}},
		{"covered-baseline", "e enter down enter enter o esc esc left", []string{"m5.large a month"}},
		{"covered-baseline", "e esc", []string{"╭▸ Instance mix"}},
		{"covered-baseline", "e enter down enter enter down enter", []string{"╭▸ Instance mix", "[10]"}},
		{"covered-baseline", "e enter down enter enter down down enter", []string{"╭▸ Instance mix", "[8]"}},
		// The pane of figures, line by line.
		{"covered-baseline", "tab tab e", []string{"totals.software", "52,880.00 + 42,135.60"}},
		{"covered-baseline", "tab tab e enter", []string{"totals.annual", "all annual charges", "annual m5.large"}},
		{"covered-baseline", "tab tab e enter enter", []string{"annual c6i.xlarge: 2 charges", "3 x 2500"}},
		{"covered-baseline", "tab tab down e", []string{"hourly_only", "no commitment and no deal"}},
		{"covered-baseline", "tab tab down down e", []string{"131,020.40 - 95,015.60 = 36,004.80", "› software"}},
		{"covered-baseline", "tab tab down down down e", []string{"52,880.00", "› all annual charges"}},
		{"covered-baseline", "tab tab down down down down down e", []string{"95,015.60 / 24 months = 3,958.98"}},
		{"covered-baseline", "tab tab down down down down down down e", []string{"totals.infrastructure", "54,010.56"}},
		{"covered-baseline", "tab tab end up up up up up up up up e", []string{"break_even.3", "2,310.00 / 0.44 = 5,250.00", "ANN-13"}},
		{"covered-baseline", "tab tab end e", []string{"c6i.xlarge", "15,000.00"}},
		{"covered-baseline", "tab tab end up e", []string{"m5.2xlarge by the hour", "16,819.20"}},
		{"covered-baseline", "tab tab end up up up up up up up up up up up up e", []string{".best", "ANN-13", "ANN-5"}},
		// Dimensions and the deal's own terms.
		{"overage", "e enter", []string{"9,246.79 / 12 months = 770.57", "usage charges"}},
		{"overage", "down down e", []string{"how long the commitment runs", "2028-01-01  end", "CON-1", "overage:"}},
		{"negotiated-three-years", "tab e", []string{"how long the commitment runs", "PRV-3"}},
		{"covered-baseline", "tab down e", []string{"the day use begins", "covered-baseline:8:1", "FDA-1"}},
		// Days: their events, their invoices, and what is charged for them.
		{"covered-baseline", "tab tab tab tab e", []string{"On this day", "accepted", "invoice annual", "Charged for a time", "2 x 730 h x 0.24"}},
		{"covered-baseline", "tab tab tab tab e down enter", []string{"invoices.0", "25,880.00"}},
		{"price-rise-existing", ": type:\"day 2027-03-16\" enter tab tab tab tab e enter", []string{"price announced m5.large", "CHG-7"}},
		{"covered-baseline", "tab tab tab } } e enter", []string{"months.2.software", "the charges dated in 2027-02"}},
		// Any figure by its path.
		{"covered-baseline", ": type:\"explain charges.0.amount\" enter", []string{"7,500.00", "3 x 2500"}},
		{"covered-baseline", ": type:\"explain m5.large\" enter", []string{"1,257.75", "m5.large a month, on average"}},
		{"overage", ": type:\"explain logs\" enter", []string{"logs a month, on average"}},
		{"just-below-the-bracket", ": type:\"explain savings\" enter", []string{"│ not known ", "not known: there is nothing to compare with"}},
		{"covered-baseline", ": type:\"explain nothing\" enter", []string{"there is no such part"}},
	} {
		t.Run(c.scenario+" "+c.keys, func(t *testing.T) {
			s := stage(t, open(t, c.scenario), 120, 40)
			press(t, s, c.keys)
			wantOn(t, s, c.want...)
		})
	}
}

// TestExplainEverything opens every part of every derivation of the pane of
// figures, whatever the scenario, and comes back.
func TestExplainEverything(t *testing.T) {
	for _, name := range []string{"overage", "prepaid-installments", "amended-mid-term"} {
		s := stage(t, open(t, name), 80, 24)
		press(t, s, "tab tab")
		for range 9 {
			press(t, s, "e")
			before := s.Text()
			if !strings.Contains(before, "Where it comes from") {
				t.Fatalf("%s: nothing opens:\n%s", name, before)
			}
			openParts(t, s, 2)
			if after := s.Text(); after != before {
				t.Fatalf("%s: coming back leads elsewhere:\n%s\nnot\n%s", name, after, before)
			}
			press(t, s, "esc down")
		}
	}
}

// openParts opens the parts of a page one after the other, and theirs.
func openParts(t *testing.T, s *play.Stage, depth int) {
	t.Helper()
	for range 3 {
		checkScreen(t, s, 80, 24)
		before := s.Text()
		if press(t, s, "right"); s.Text() != before {
			if depth > 0 {
				openParts(t, s, depth-1)
			}
			press(t, s, "left")
		}
		press(t, s, "down")
	}
	press(t, s, "home")
}
