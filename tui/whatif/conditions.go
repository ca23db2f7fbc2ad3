package whatif

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/pricing"
	"termsheet/model/whatif"
)

// conditions are what an answer has to keep to. Lines and inputs are named by
// their paths.
type conditions struct {
	held   map[string]bool            // lines that a discount leaves as they are
	floors map[string]decimal.Decimal // the lowest share of list, by line; forAll is for all others
	steps  map[string]decimal.Decimal // what can be sold, by what is sought
}

// forAll names the floor of all lines that have none of their own.
const forAll = ""

// clone is for the background, which reads while keys write.
func (c *conditions) clone() conditions {
	return conditions{maps.Clone(c.held), maps.Clone(c.floors), maps.Clone(c.steps)}
}

// text tells conditions apart.
func (c *conditions) text() string {
	var list []string
	for line := range c.held {
		list = append(list, "held "+line)
	}
	for line, share := range c.floors {
		list = append(list, "floor "+line+" "+share.String())
	}
	for input, step := range c.steps {
		list = append(list, "step "+input+" "+step.String())
	}
	slices.Sort(list)
	return strings.Join(list, "\n")
}

// hold holds a line or lets it go.
func (c *conditions) hold(line string) {
	if c.held[line] {
		delete(c.held, line)
		return
	}
	put(&c.held, line, true)
}

// put sets a key of a map that may not be there yet.
func put[T any](m *map[string]T, key string, value T) {
	if *m == nil {
		*m = map[string]T{}
	}
	(*m)[key] = value
}

// least is the floor that holds for a line, else the seller's own, and whether
// there is one.
func (c *conditions) least(line string, own listing.Rate) (decimal.Decimal, bool) {
	if share, ok := c.floors[line]; ok {
		return share, !share.IsZero()
	}
	if share, ok := c.floors[forAll]; ok {
		return share, !share.IsZero()
	}
	return own.Value, own.Set
}

// on gives a goal the conditions, as far as the deal has such lines: another
// deal, or a type that was removed, does not.
func (c *conditions) on(g *whatif.Goal, own listing.Rate, lines []line) {
	g.Step = c.step(g.By)
	g.Floor, _ = c.least(forAll, own)
	for i := range lines {
		name := lines[i].path.String()
		if share, ok := c.floors[name]; ok {
			g.Floors = append(g.Floors, whatif.Floor{Path: lines[i].path, Share: share})
		}
		if c.held[name] && (slices.Equal(g.By, discount) || slices.Equal(g.By, lines[i].path)) {
			g.Locks = append(g.Locks, lines[i].path)
		}
	}
}

// sellable is the step of a percentage where nothing is said: what can be named
// across a table. The command seek looks for the nearest of all.
var sellable = decimal.New(5, -3)

// step is what can be sold of an input; zero: the usual.
func (c *conditions) step(by deal.Path) decimal.Decimal {
	step, ok := c.steps[by.String()]
	if !ok && deal.IsPercent(by) {
		return sellable
	}
	return step
}

// line is a rate of the deal: what is on the list, what the buyer pays now, and
// what each answer makes of it.
type line struct {
	path  deal.Path
	list  listing.Rate
	now   listing.Rate
	named bool // by the offer, so that a discount leaves it alone
	then  []listing.Rate
}

// linesOf are the rates of a deal.
func linesOf(s *deal.Scenario, c pricing.Conventions) ([]line, error) {
	rates, err := pricing.OfferedRates(s, c)
	if err != nil {
		return nil, err
	}
	var list []line
	for _, r := range rates {
		list = append(list, line{path: r.Path, list: r.List, now: r.Rate, named: r.Named})
	}
	return list, nil
}

// become are the lines with what an answer makes of them.
func become(lines []line, s *deal.Scenario, c pricing.Conventions) error {
	rates, err := pricing.OfferedRates(s, c)
	if err != nil {
		return err
	}
	for i := range lines {
		var then listing.Rate
		if at := slices.IndexFunc(rates, func(r pricing.OfferedRate) bool { return slices.Equal(r.Path, lines[i].path) }); at >= 0 {
			then = rates[at].Rate
		}
		lines[i].then = append(lines[i].then, then)
	}
	return nil
}

// ofList is a rate's share of its list rate.
func (l *line) ofList(r listing.Rate) string {
	if !r.Set || !l.list.Set || l.list.Value.IsZero() {
		return ""
	}
	return r.Value.Shift(2).DivRound(l.list.Value, 1).StringFixed(1) + " %"
}

var (
	errFloor = errors.New("a floor is a share of list up to 100%, such as 85%; none takes it away")
	errStep  = errors.New("a step is a number above zero")
)

// readFloor reads a floor: 85% or 85; none.
func readFloor(text string) (decimal.Decimal, error) {
	if text == "none" {
		return decimal.Zero, nil
	}
	share, err := decimal.NewFromString(strings.TrimSuffix(text, "%"))
	if err != nil || share.IsNegative() || share.GreaterThan(decimal.NewFromInt(100)) {
		return share, errFloor
	}
	return share.Shift(-2), nil
}

// readStep reads a step of what is sought: percent of a discount, dollars of a
// rate, or units.
func readStep(text string, by deal.Path) (decimal.Decimal, error) {
	percent := deal.IsPercent(by)
	if percent {
		text = strings.TrimSuffix(text, "%")
	}
	const digits = 12
	step, err := decimal.NewFromString(text)
	if err != nil || len(text) > digits || !step.IsPositive() {
		return step, errStep
	}
	if percent {
		step = step.Shift(-2)
	}
	return step, nil
}
