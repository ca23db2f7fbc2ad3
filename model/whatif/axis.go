package whatif

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/pricing"
	"termsheet/model/whatif/kernel"
)

// Axis is an input and the values it is swept over.
type Axis struct {
	Input  deal.Input
	Values []decimal.Decimal
}

// mostPoints bounds a sweep.
const mostPoints = 4_000_000

// SecondAxis is ParseAxis for an axis that a sweep can go without.
func SecondAxis(s *deal.Scenario, text string) (*Axis, error) {
	if text == "" {
		return nil, nil
	}
	a, err := ParseAxis(s, text)
	return &a, err
}

// ParseAxis reads PATH=FROM..TO[/STEP] for a scenario. Without a step it goes by
// one in the last place of the bounds. The error says what to write.
func ParseAxis(s *deal.Scenario, text string) (Axis, error) {
	name, bounds, found := strings.Cut(text, "=")
	from, to, ranged := strings.Cut(bounds, "..")
	if !found || !ranged {
		return Axis{}, fmt.Errorf("%q is not a range; write PATH=FROM..TO or PATH=FROM..TO/STEP, like months=12..36/12", text)
	}
	path, err := deal.ParsePath(name)
	if err != nil {
		return Axis{}, err
	}
	a := Axis{}
	if a.Input, err = deal.Find(s, path); err != nil {
		return Axis{}, err
	}
	to, by, stepped := strings.Cut(to, "/")
	low, err := a.Input.Parse(from)
	if err != nil {
		return Axis{}, err
	}
	high, err := a.Input.Parse(to)
	if err != nil {
		return Axis{}, err
	}
	step := a.place(low, high)
	if stepped {
		if step, err = a.step(by); err != nil {
			return Axis{}, err
		}
	}
	if !step.IsPositive() || high.LessThan(low) {
		return Axis{}, fmt.Errorf("%s: the range %s goes nowhere; write FROM below TO and a step above zero", path, bounds)
	}
	if high.Sub(low).DivRound(step, 0).GreaterThan(decimal.NewFromInt(mostPoints)) {
		return Axis{}, fmt.Errorf("%s: the range %s has more than %d values; use a longer step", path, bounds, mostPoints)
	}
	for v := low; v.LessThanOrEqual(high); v = v.Add(step) {
		a.Values = append(a.Values, v)
	}
	return a, nil
}

// AxisInput is the path of the input of an axis, nil where it is none, which
// reading it tells.
func AxisInput(text string) deal.Path {
	name, _, _ := strings.Cut(text, "=")
	path, err := deal.ParsePath(name)
	if err != nil {
		return nil
	}
	return path
}

// place is one in the last place that the bounds are written to.
func (a *Axis) place(low, high decimal.Decimal) decimal.Decimal {
	place := decimal.New(1, min(low.Exponent(), high.Exponent(), 0))
	if a.Input.Unit == deal.Percent { // 0 to 30 % goes by whole percents
		return decimal.Max(place, decimal.New(1, -2))
	}
	return place
}

// step reads a step: days for a date, else as the values are written.
func (a *Axis) step(text string) (decimal.Decimal, error) {
	if a.Input.Unit != deal.Date {
		return a.Input.Parse(text)
	}
	days, err := decimal.NewFromString(text)
	if err != nil || !days.IsInteger() {
		return days, fmt.Errorf("%s: %q is not a number of days", a.Input.Path, text)
	}
	return days, nil
}

// here is the index of the scenario's own value, -1 where it is not on the
// axis.
func (a *Axis) here(s *deal.Scenario) int {
	numbers := a.Input.Numbers(s)
	if len(numbers) != 1 {
		return -1
	}
	return slices.IndexFunc(a.Values, numbers[0].Equal)
}

// The inputs that turn what every key is charged.
var (
	discounted = deal.P("offer", "discount")
	horizon    = deal.P("months")
)

// kinds are the inputs that a program can be turned by.
var kinds = map[string]pricing.Kind{"annual": pricing.Annual, "running": pricing.Hourly, "quantity": pricing.Contract, "level": pricing.Usage, "monthly": pricing.Usage}

// dial tells how a program turns the axis, where it can: s is a scenario on it.
func (a *Axis) dial(s *deal.Scenario) (in kernel.Input, ok bool) {
	p := a.Input.Path
	for _, v := range a.Values {
		in.Places = max(in.Places, -v.Exponent())
	}
	switch {
	case slices.Equal(p, discounted):
		in.Discount = true
		return in, s.Offer != nil
	case slices.Equal(p, horizon):
		in.Horizon = true
		rises := slices.IsSortedFunc(a.Values, func(a, b decimal.Decimal) int { return cmp.Or(a.Cmp(b), 1) })
		return in, len(a.Values) > 1 && rises
	}
	if len(p) != 3 || !slices.Contains([]string{"instance", "contract", "usage"}, p[0]) {
		return in, false
	}
	what, key := p[2], p[1]
	if p[0] == "contract" {
		what, key = p[1], p[2]
	}
	if in.Kind, ok = kinds[what]; !ok {
		return in, false
	}
	in.Key = key
	use, given := s.Use(key)
	switch in.Kind {
	case pricing.Usage:
		return in, given && use.Growth.IsZero()
	case pricing.Contract:
		d, _ := s.Product.Dimension(key)
		if in.Follows = !given; d.Per == listing.PerUnit {
			in.Includes = d.Includes
			return in, !d.Includes.IsZero()
		}
	}
	return in, true
}

// turn is the value as a program counts it.
func turn(v decimal.Decimal, places int32) int64 {
	if v.Exponent() == -places {
		return v.CoefficientInt64()
	}
	return v.Shift(places).IntPart()
}
