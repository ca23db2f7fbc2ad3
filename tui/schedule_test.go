package tui_test

import (
	"strings"
	"testing"

	"termsheet/scenarios"
)

// paid is a deal whose upfront money is paid in two parts that are written out.
const paid = `title = "Paid in two parts"
product = "northwind-ngfw"
start = 2027-01-01
instance."m5.large" = { annual = 8, running = 10 }
offer = { months = 12, installment = [{ date = 2027-01-01, amount = 10000 }, { date = 2027-04-01, amount = 80 }] }
`

// TestOffSchedule warns in each question of what the schedule does not fit, but
// not before a buyer.
func TestOffSchedule(t *testing.T) {
	doc, err := scenarios.Read("paid.toml", []byte(paid), "")
	if err != nil {
		t.Fatal(err)
	}
	for keys, want := range map[string]string{
		`: type:"whatif sweep" enter`:          "PAY-2: the schedule does not add up at 272 of 273 points",
		`: type:"whatif tornado" enter`:        `PAY-2: the schedule does not add up at 2 of 4 points, first at instance."m5.large".annual lower`,
		`: type:"whatif seek" enter 1 4 2 0 0`: "PAY-2: the installments add up to 10,080.00, 50.40 more than the upfront total of 10,029.60",
	} {
		s := stage(t, doc, 120, 40)
		press(t, s, keys)
		wantOn(t, s, want)
		press(t, s, "esc B "+keys)
		wantOn(t, s, "What if")
		if strings.Contains(s.Text(), "PAY-2") {
			t.Errorf("%s tells a buyer of a rule:\n%s", keys, s.Text())
		}
	}
}
