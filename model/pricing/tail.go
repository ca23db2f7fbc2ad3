package pricing

import (
	"slices"
	"sort"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
)

// tails are steps by their running count, the highest first, with what stands
// above each summed up: what X leaves uncovered then takes a search, and not a
// sum over a profile's thousands of counts.
type tails struct {
	running []decimal.Decimal
	sums    []tail // of the first k steps
}

// tail is the sum of some steps' weights, and of weight x running.
type tail struct{ weight, units decimal.Decimal }

func tailsOf(steps []deal.Step) tails {
	if len(steps) == 0 {
		return tails{}
	}
	byCount := func(a, b deal.Step) int { return b.Running.Cmp(a.Running) }
	if !slices.IsSortedFunc(steps, byCount) {
		steps = slices.Clone(steps)
		slices.SortFunc(steps, byCount)
	}
	t := tails{make([]decimal.Decimal, len(steps)), make([]tail, len(steps)+1)}
	var sum tail
	for i, s := range steps {
		t.running[i] = s.Running
		sum = tail{sum.weight.Add(s.Weight), sum.units.Add(s.Weight.Mul(s.Running))}
		t.sums[i+1] = sum
	}
	return t
}

// above is the sum over the steps of weight x max(0, running - x).
func (t *tails) above(x decimal.Decimal) decimal.Decimal {
	if len(t.running) == 0 {
		return decimal.Zero
	}
	k := sort.Search(len(t.running), func(i int) bool { return !t.running[i].GreaterThan(x) })
	sum := &t.sums[k]
	if k == 0 || x.IsZero() {
		return sum.units
	}
	return sum.units.Sub(sum.weight.Mul(x))
}
