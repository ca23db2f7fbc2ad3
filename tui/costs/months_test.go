package costs

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"termsheet/model/money"
	"termsheet/scenarios"
	"termsheet/tui/pane"
	"termsheet/tui/session/begun"
	"termsheet/tui/theme"
)

// TestMonthsAddUp adds the columns up to the totals of every built-in deal.
func TestMonthsAddUp(t *testing.T) {
	for _, info := range scenarios.Builtins() {
		q := begun.On(t, info.Name).Quote()
		if q == nil {
			continue
		}
		want := map[string]money.Amount{"this deal": q.Totals.Software, "EC2 apart": q.Totals.Infrastructure}
		if q.Comparison != nil && q.Comparison.Savings != 0 {
			want["hourly only"] = q.Comparison.HourlyOnly
		}
		table := monthly(q)
		for i, head := range table.heads {
			sum := money.Amount(0)
			for _, a := range table.of[i] {
				sum += a
			}
			if head == "so far" {
				sum, want[head] = table.of[i][len(table.of[i])-1], q.Totals.Software
			}
			if sum != want[head] {
				t.Errorf("%s: %s adds up to %s, not %s", info.Name, head, sum, want[head])
			}
		}
	}
}

// TestMonthsFollowTheDay marks the month of the day cursor, wherever the table
// stands, and shows it where there are more months than lines.
func TestMonthsFollowTheDay(t *testing.T) {
	s := begun.On(t, "covered-baseline")
	for range 17 {
		s.StepMonth(1)
	}
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []pane.Size{{W: 116, H: 12}, {W: 116, H: 40}, {W: 76, H: 40}} {
		box := (&Pane{}).View(pane.Context{Session: s, Theme: &th}, size)
		at := slices.IndexFunc(box.Lines, func(line string) bool { return strings.Contains(ansi.Strip(line), th.Glyphs.Pointer+" 2028-05") })
		if at < 0 || at >= size.H {
			t.Errorf("in %v May 2028 is not marked:\n%s", size, ansi.Strip(strings.Join(box.Lines, "\n")))
		}
		for _, line := range box.Lines {
			if w := theme.Width(line); w > size.W {
				t.Errorf("in %v a line is %d wide: %q", size, w, ansi.Strip(line))
			}
		}
	}
}
