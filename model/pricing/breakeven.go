package pricing

import (
	"slices"
	"sort"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
)

// breakEven sets annual against hourly for each type that has both rates, at
// the rates of the first day (ANN-13).
func (p *plan) breakEven() ([]BreakEven, error) {
	year, weighed, err := p.weigh()
	if err != nil {
		return nil, err
	}
	var list []BreakEven
	for _, w := range weighed {
		key, per := w.instance.need.Type, decimal.NewFromInt(w.per)
		hours := per.Mul(w.hourly)
		best, err := year.best(w.instance, w.share, per)
		if err != nil {
			return nil, errAt(err, deal.P("instance", key))
		}
		list = append(list, BreakEven{
			Key:          key,
			HoursPerYear: w.share.DivRound(hours, 2),
			Utilisation:  w.share.Mul(decimal.NewFromInt(100)).DivRound(hours.Mul(decimal.NewFromInt(int64(p.c.HoursPerYear))), 2),
			Best:         best,
			Annual:       w.share.DivRound(per, max(-w.annual.Value.Exponent(), 2)),
			Hourly:       w.hourly,
		})
	}
	return list, nil
}

// curve is what X annuals of a type cost over a year, up to rounding: a slope
// for the annuals and, for each need, what its uncovered hours cost.
type curve struct {
	slope decimal.Decimal
	needs tails // a weight is the cost of one uncovered instance
}

// curvePlaces is the scale of a curve; it only finds where exact sums are
// worth comparing.
const curvePlaces = 10

// at is the cost of X annuals.
func (c *curve) at(x decimal.Decimal) decimal.Decimal {
	return c.slope.Mul(x).Add(c.needs.above(x))
}

// bends are the whole numbers next to those at which the curve bends, and 0.
func (c *curve) bends() []int64 {
	bends := []int64{0}
	for _, running := range c.needs.running {
		bends = append(bends, running.Floor().IntPart(), running.Ceil().IntPart())
	}
	for i := range c.needs.whole {
		bends = append(bends, c.needs.whole[i].running)
	}
	slices.Sort(bends)
	return slices.Compact(bends)
}

// lowest is the bend with the least cost, the first on a tie: the curve is
// convex, so it never falls again once it has not fallen.
func (c *curve) lowest(bends []int64) int64 {
	cost := func(i int) decimal.Decimal { return c.at(decimal.NewFromInt(bends[i])) }
	return bends[sort.Search(len(bends)-1, func(i int) bool { return cost(i + 1).GreaterThanOrEqual(cost(i)) })]
}

// curve of a type over the plan's segments, those that cost alike taken
// together: most are whole months.
func (p *plan) curve(i *instancePlan, share, per decimal.Decimal) *curve {
	type alike struct {
		need, rate int
		hours, per int64
	}
	var needs []deal.Step
	hour := map[int]decimal.Decimal{} // by value of the series: the cost of an instance that runs throughout
	for s := 0; s < len(p.segments); {
		of := func(seg *segment) alike {
			return alike{needIndex(i.need.Running, seg.month), i.hourly.index(seg.from), seg.hours, seg.per}
		}
		first, n := of(&p.segments[s]), int64(0)
		for ; s < len(p.segments) && of(&p.segments[s]) == first; s++ {
			n++
		}
		rate := i.hourly[first.rate].rate.Value
		cost := rate.Mul(decimal.NewFromInt(first.hours)).DivRound(decimal.NewFromInt(first.per*weight(&i.need)), curvePlaces)
		hour[first.need] = hour[first.need].Add(cost.Mul(decimal.NewFromInt(n)))
	}
	for at, cost := range hour {
		if len(i.need.Load.Steps) == 0 {
			needs = append(needs, deal.Step{Running: i.need.Running.At(max(at, 0)), Weight: cost})
			continue
		}
		for _, step := range i.need.Load.Steps {
			needs = append(needs, deal.Step{Running: step.Running, Weight: cost.Mul(step.Weight)})
		}
	}
	return &curve{share.DivRound(per, curvePlaces), tailsOf(needs)}
}

// best is the whole number of annuals whose year is cheapest, the smallest on
// a tie. The curve is convex, so its bends show where the minimum lies; the
// rounded charges decide among the numbers whose cost the rounding could turn.
func (p *plan) best(i *instancePlan, share, per decimal.Decimal) (int64, error) {
	c := p.curve(i, share, per)
	bends := c.bends()
	low := c.lowest(bends)
	near := c.at(decimal.NewFromInt(low)).Add(decimal.New(int64(len(p.segments)+2), -2)) // a rounding moves a charge by half a cent
	within := func(x int64) bool { return c.at(decimal.NewFromInt(x)).LessThanOrEqual(near) }
	if (low == 0 || !within(low-1)) && (low == bends[len(bends)-1] || !within(low+1)) {
		return low, nil // as nearly always; beyond its neighbours the cost only rises
	}
	from := int64(sort.Search(int(low), func(x int) bool { return within(int64(x)) }))
	to := low + int64(sort.Search(int(bends[len(bends)-1]-low), func(d int) bool { return !within(low + int64(d) + 1) }))
	return p.cheapest(i, share, per, from, min(to, from+bestScan))
}

// bestScan bounds how many numbers are compared to the cent, where annual and
// hourly cost the same over a very wide range.
const bestScan = 4096

// cheapest compares every number of annuals in a range by rounded charges.
func (p *plan) cheapest(i *instancePlan, share, per decimal.Decimal, from, to int64) (int64, error) {
	best, least := from, money.Amount(0)
	if from == to {
		return best, nil
	}
	for x := from; x <= to; x++ {
		hourly, err := p.hourlyCost(i, decimal.NewFromInt(x))
		if err != nil {
			return 0, err
		}
		annual, err := money.Quotient(share.Mul(decimal.NewFromInt(x)), per)
		if err != nil {
			return 0, err
		}
		if x == from || annual+hourly < least {
			best, least = x, annual+hourly
		}
	}
	return best, nil
}

// hourlyCost is the sum of a type's rounded hourly charges with X annuals
// throughout.
func (p *plan) hourlyCost(i *instancePlan, x decimal.Decimal) (money.Amount, error) {
	var sum money.Amount
	for s := range p.segments {
		seg := &p.segments[s]
		units := i.uncovered(seg.month, x, false)
		if units.IsZero() {
			continue
		}
		amount, err := money.Product(units, seg.hours, seg.per*weight(&i.need), i.hourly.at(seg.from).Value)
		if err != nil {
			return 0, err
		}
		if sum, err = money.Sum(sum, amount); err != nil {
			return 0, err
		}
	}
	return sum, nil
}
