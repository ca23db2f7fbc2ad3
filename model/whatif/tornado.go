package whatif

import (
	"cmp"
	"context"
	"runtime"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
)

// Swing is what the metric becomes when one input is lower, or higher, by a
// share of itself. None where such a scenario has no price.
type Swing struct {
	Path      deal.Path
	Value     string // the input as it is
	Low, High money.Amount
	Moves     money.Amount // how far the two, and the metric as it is, lie apart
}

// Tornado swings each quantity, rate and percentage of a scenario both ways
// and ranks them by how far that moves the metric. A list or a load swings as a
// whole; days and terms do not swing, and instances only by whole ones, since no
// part of one can be bought. It ends early when ctx does.
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
	list = make([]Swing, len(swung))
	if err := parallel(ctx, runtime.GOMAXPROCS(0), len(list), func(i int) {
		in := &swung[i]
		w := Swing{Path: in.Path, Value: in.Text(s), Low: e.swung(s, in, swing.Neg()), High: e.swung(s, in, swing)}
		w.Moves = spread(now, w.Low, w.High)
		list[i] = w
	}); err != nil {
		return now, nil, err
	}
	slices.SortStableFunc(list, func(a, b Swing) int { return cmp.Compare(b.Moves, a.Moves) })
	return now, list, nil
}

// swung is the metric with an input changed by a share of itself.
func (e *Engine) swung(s *deal.Scenario, in *deal.Input, by decimal.Decimal) money.Amount {
	c, other := s.Clone(), wholeStep.Add(by).Mul
	if numbers := in.Numbers(s); in.IsInstances() && !slices.ContainsFunc(numbers, isPart) {
		other = instances(numbers, by)
	}
	if in.Change(c, other) != nil {
		return None
	}
	value, err := e.Value(c)
	if err != nil {
		return None
	}
	return value
}

// isPart tells whether a number of instances is no whole one: an average.
func isPart(d decimal.Decimal) bool { return !d.IsInteger() }

// instances changes numbers of instances by a share, to whole ones: where that
// would move none of them, those that there are by one.
func instances(numbers []decimal.Decimal, by decimal.Decimal) func(decimal.Decimal) decimal.Decimal {
	move := func(d decimal.Decimal) decimal.Decimal { return d.Mul(by).Round(0) }
	if slices.ContainsFunc(numbers, func(d decimal.Decimal) bool { return !move(d).IsZero() }) {
		return func(d decimal.Decimal) decimal.Decimal { return d.Add(move(d)) }
	}
	one := decimal.NewFromInt(int64(by.Sign()))
	return func(d decimal.Decimal) decimal.Decimal {
		if d.IsZero() {
			return d
		}
		return d.Add(one)
	}
}

// spread is how far the values lie apart, leaving out those that are not.
func spread(values ...money.Amount) money.Amount {
	values = slices.DeleteFunc(values, func(v money.Amount) bool { return v == None })
	return slices.Max(values) - slices.Min(values)
}
