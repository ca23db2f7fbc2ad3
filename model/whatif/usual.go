package whatif

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
)

// How wide a usual axis is.
const (
	eachWay   = 12 // values below and above the scenario's own
	yearly    = 12 // months
	mostTerms = 5  // years
)

// Usual is the axis to look at first: around the scenario's own value of an
// input, in steps that can be bought or sold, the value itself among them. ok
// is false where the scenario gives the input no one number, or a day.
func Usual(s *deal.Scenario, in deal.Input) (a Axis, ok bool) {
	numbers := in.Numbers(s)
	if len(numbers) != 1 || in.Unit > deal.Count {
		return a, false
	}
	a.Input = in
	own := numbers[0]
	step, low := wholeStep, decimal.Zero
	switch {
	case in.Unit == deal.Percent:
		step = wholeStep.Shift(-2)
	case in.Unit == deal.Count && own.Mod(decimal.NewFromInt(yearly)).IsZero():
		step, low = decimal.NewFromInt(yearly), decimal.NewFromInt(yearly)
	case in.Unit == deal.Count:
		low = wholeStep
	case slices.Contains(rates, in.Path[len(in.Path)-1]) && isPrice(in.Path):
		step = money.Trimmed(own.DivRound(decimal.NewFromInt(2*eachWay), max(-own.Exponent(), 0)+2), 0)
	default:
		step = decimal.Max(step, own.DivRound(decimal.NewFromInt(eachWay), 0))
	}
	if !step.IsPositive() {
		return a, false
	}
	ways := decimal.NewFromInt(eachWay)
	if in.Unit == deal.Count && step.GreaterThan(wholeStep) {
		ways = decimal.NewFromInt(mostTerms)
	}
	from, to := own.Sub(ways.Mul(step)), own.Add(ways.Mul(step))
	for from.LessThan(low) {
		from = from.Add(step)
	}
	for v := from; v.LessThanOrEqual(to); v = v.Add(step) {
		if in.Set(s.Clone(), v) == nil {
			a.Values = append(a.Values, v)
		}
	}
	return a, len(a.Values) > 1
}

// rates are the keys of prices.
var rates = []string{"hourly", "annual", "usage", "contract", "upfront", "infrastructure"}

// isPrice tells a rate from a quantity of the same name.
func isPrice(p deal.Path) bool { return p[0] == "offer" || p[0] == "price_change" }

// String writes the axis as ParseAxis reads it.
func (a *Axis) String() string {
	n := len(a.Values)
	if n == 0 {
		return ""
	}
	text := fmt.Sprintf("%s=%s..%s", a.Input.Path, a.Input.Format(a.Values[0]), a.Input.Format(a.Values[n-1]))
	if n == 1 {
		return text
	}
	step := a.Values[1].Sub(a.Values[0])
	if a.Input.Unit == deal.Date {
		return text + "/" + step.String()
	}
	return text + "/" + a.Input.Format(step)
}
