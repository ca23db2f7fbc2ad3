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
	sums    []tail  // of the first k steps
	whole   []whole // the same, where all is whole, as the hours of a profile mostly are
}

// tail is the sum of some steps' weights, and of weight x running.
type tail struct{ weight, units decimal.Decimal }

// whole is a step's running count, with the sums of the steps up to it.
type whole struct{ running, weight, units int64 }

// digitsWhole and mostWhole keep what is whole within 64 bits.
const (
	digitsWhole = 9
	mostWhole   = 1 << 60
)

// wholes sums steps that are whole numbers, the highest first; nil where they are
// not.
func wholes(steps []deal.Step) []whole {
	list := make([]whole, len(steps))
	var sum whole
	for i := range steps {
		s := &steps[i]
		if s.Running.Exponent() != 0 || s.Weight.Exponent() != 0 || s.Running.NumDigits() > digitsWhole || s.Weight.NumDigits() > digitsWhole {
			return nil
		}
		running, weight := s.Running.CoefficientInt64(), s.Weight.CoefficientInt64()
		if running < 0 || weight < 0 || i > 0 && running > sum.running {
			return nil
		}
		sum = whole{running, sum.weight + weight, sum.units + weight*running}
		if sum.units > mostWhole {
			return nil
		}
		list[i] = sum
	}
	return list
}

func tailsOf(steps []deal.Step) tails {
	if len(steps) == 0 {
		return tails{}
	}
	if list := wholes(steps); list != nil {
		return tails{whole: list}
	}
	byCount := func(a, b deal.Step) int { return b.Running.Cmp(a.Running) }
	if !slices.IsSortedFunc(steps, byCount) {
		steps = slices.Clone(steps)
		slices.SortFunc(steps, byCount)
	}
	t := tails{running: make([]decimal.Decimal, len(steps)), sums: make([]tail, len(steps)+1)}
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
	if len(t.whole) > 0 {
		return t.aboveWhole(x)
	}
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

// aboveWhole is above where all is whole; X need not be.
func (t *tails) aboveWhole(x decimal.Decimal) decimal.Decimal {
	if !decimal.NewFromInt(t.whole[0].running).GreaterThan(x) {
		return decimal.Zero
	}
	floor := x.IntPart()
	k := sort.Search(len(t.whole), func(i int) bool { return t.whole[i].running <= floor })
	if k == 0 {
		return decimal.Zero
	}
	sum := &t.whole[k-1]
	if x.Exponent() >= 0 {
		return decimal.NewFromInt(sum.units - sum.weight*floor)
	}
	return decimal.NewFromInt(sum.units).Sub(decimal.NewFromInt(sum.weight).Mul(x))
}
