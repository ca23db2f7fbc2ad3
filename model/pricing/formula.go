package pricing

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
)

// shownPlaces is how far the numbers of a formula are written out; one that
// goes on is marked.
const shownPlaces = 6

// Formula writes the charge out with its numbers: "2 x 730 h x 0.24".
func (c *Charge) Formula() string {
	parts := []string{brief(c.Basis.Units)}
	if c.Basis.Times != 1 || c.Basis.Per != 1 || c.Kind.Metered() {
		parts = append(parts, c.timesText())
	}
	return strings.Join(append(parts, money.Scaled(c.Rate)), " x ") + " = " + c.Amount.Grouped()
}

// timesText is the share of time that is charged, with its unit.
func (c *Charge) timesText() string {
	unit := map[Kind]string{Hourly: " h", Infrastructure: " h"}[c.Kind]
	if c.Basis.Per == 1 {
		return fmt.Sprintf("%d%s", c.Basis.Times, unit)
	}
	return fmt.Sprintf("%d / %d%s", c.Basis.Times, c.Basis.Per, unit)
}

// brief writes a number to at most shownPlaces, and says so where it is cut.
func brief(d decimal.Decimal) string {
	if short := d.Truncate(shownPlaces); !short.Equal(d) {
		return short.String() + ".."
	}
	return d.String()
}

// Input is one number that a charge is made of.
type Input struct {
	Name, Value string
	Path        deal.Path // the key it comes from, if it is written in the scenario
}

// Inputs lists what the charge is made of, for an explanation.
func (c *Charge) Inputs() []Input {
	list := []Input{{"period", fmt.Sprintf("%s to %s", c.Date, c.End-1), nil}}
	add := func(name, value string, path ...string) { list = append(list, Input{name, value, path}) }
	switch c.Kind {
	case Annual:
		add("annual subscriptions (X)", c.Basis.Units.String(), "instance", c.Key, "annual")
		add("rate, USD", money.Scaled(c.Rate))
	case Contract:
		add("committed units", c.Basis.Units.String(), "contract", "quantity", c.Key)
		add("rate for the term, USD", money.Scaled(c.Rate))
	case Hourly:
		add("running (Y), or the steps of the load", brief(c.Basis.Need), "instance", c.Key)
		add("covered by annuals (X)", c.Basis.Cover.String(), "instance", c.Key, "annual")
		add("uncovered: max(0, Y - X)", brief(c.Basis.Units))
		add("hours", c.timesText())
		add("hourly rate, USD", money.Scaled(c.Rate))
	case Infrastructure:
		add("running (Y)", brief(c.Basis.Units), "instance", c.Key)
		add("hours", c.timesText())
		add("EC2 rate, USD an hour", money.Scaled(c.Rate))
	case Usage:
		add("used", brief(c.Basis.Need), "usage", c.Key)
		add("covered by the commitment", c.Basis.Cover.String(), "contract", "quantity", c.Key)
		add("beyond it", brief(c.Basis.Units))
		add("hours, or share of the month", c.timesText())
		add("usage rate, USD", money.Scaled(c.Rate))
	}
	return list
}
