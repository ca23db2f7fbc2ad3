package whatif

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
)

// Swing is what the metric becomes when one input is lower, or higher, by a
// share of itself. None where such a scenario has no price.
type Swing struct {
	Path      deal.Path
	Value     string // the input as it is
	Low, High money.Amount
	Moves     money.Amount      // how far the two, and the metric as it is, lie apart
	Off       [2]*pricing.Error // why the offer's schedule does not fit the two, nil where it does
}

// Now is the input as it is, written for people in about so many cells: of a list
// or a load that does not fit, that there are several values.
func (s *Swing) Now(room int) string {
	if strings.Trim(s.Value, "0123456789.") == "" {
		return money.Group(s.Value)
	}
	if len(s.Value) > room && strings.Contains(s.Value, ", ") {
		return "several"
	}
	return s.Value
}

// Tornado swings each quantity, rate and percentage of a scenario both ways
// and ranks them by how far that moves the metric. A list or a load swings as a
// whole; days and terms do not swing. It fails where the scenario has no price, and
// ends early when ctx does.
func (e *Engine) Tornado(ctx context.Context, s *deal.Scenario, swing decimal.Decimal) (now money.Amount, list []Swing, err error) {
	if now, err = e.Value(s); err != nil {
		return now, nil, err
	}
	var swung []deal.Input
	for _, in := range deal.Inputs(s) {
		if in.Unit > deal.Percent || !slices.ContainsFunc(in.Numbers(s), func(d decimal.Decimal) bool { return !d.IsZero() }) {
			continue
		}
		swung = append(swung, in)
	}
	one := decimal.NewFromInt(1)
	list = make([]Swing, len(swung))
	w := e.swinging(s, now)
	if err := each(ctx, runtime.GOMAXPROCS(0), len(list), func() func(int) {
		scratch := s.Clone()
		return func(i int) { list[i] = w.both(&swung[i], one.Sub(swing), one.Add(swing), scratch) }
	}); err != nil {
		return now, nil, err
	}
	slices.SortStableFunc(list, func(a, b Swing) int { return cmp.Compare(b.Moves, a.Moves) })
	return now, list, nil
}

// scaled is the metric with an input multiplied, and why the schedule of the
// offer does not fit then.
func (e *Engine) scaled(s *deal.Scenario, in *deal.Input, by decimal.Decimal) (money.Amount, *pricing.Error) {
	c := s.Clone()
	if in.Scale(c, by) != nil {
		return None, nil
	}
	value, err := e.Value(c)
	if err != nil {
		return None, nil
	}
	return value, e.offSchedule(c)
}

// spread is how far the values lie apart, leaving out those that are not.
func spread(values ...money.Amount) money.Amount {
	values = slices.DeleteFunc(values, func(v money.Amount) bool { return v == None })
	return slices.Max(values) - slices.Min(values)
}
