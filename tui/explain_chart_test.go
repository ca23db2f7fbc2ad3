package tui_test

import (
	"regexp"
	"strings"
	"testing"
)

// TestExplainDrawn explains the figure that the picture has on the day, the one
// that is copied there, in each of the pictures.
func TestExplainDrawn(t *testing.T) {
	copied := regexp.MustCompile(`copied the figure: (\S+)`)
	seen := 0
	for _, scenario := range []string{"covered-baseline", "free-trial", "prepaid-installments", "price-rise-existing", "metered"} {
		for _, picture := range []string{"", "i ", "i i "} {
			for _, moves := range []string{"", "right right ", "down down down ", "end ", "home "} {
				s := stage(t, open(t, scenario), 80, 24)
				press(t, s, `: type:"focus chart" enter `+picture+moves+"y")
				figure := copied.FindStringSubmatch(s.Text())
				if figure == nil { // the day after the last one
					continue
				}
				seen++
				press(t, s, "e")
				_, page, _ := strings.Cut(s.Text(), "Where it comes from")
				row := strings.TrimLeft(strings.Split(page, "\n")[1], " │")
				if got := strings.ReplaceAll(strings.Fields(row)[0], ",", ""); got != figure[1] {
					t.Errorf("%s, %s%s: %s is explained, %s copied", scenario, picture, moves, got, figure[1])
				}
			}
		}
	}
	if seen < 50 {
		t.Errorf("%d figures are drawn", seen)
	}
	for _, c := range []struct {
		keys string
		want []string
	}{
		{"right e", []string{"29,267.20", "what the deal has come to with 2027-01", "hourly only has come to 10,628.80 by then", "▸ › 2027-01"}},
		{"i e", []string{"what is invoiced in 2026-12", "▸ › 2026-12-01  annual", "25,880.00"}},
		{"i i end e", []string{"what this buyer pays for m5.large hourly on 2028-12-01", "new customers pay 0.26", "2027-07-01  price effective", "hourly charges", "CHG-2"}},
	} {
		s := stage(t, open(t, "covered-baseline"), 120, 40)
		press(t, s, "tab tab tab "+c.keys)
		wantOn(t, s, c.want...)
	}
}
