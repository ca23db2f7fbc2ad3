package kernel

import (
	"math/bits"

	"github.com/shopspring/decimal"

	"termsheet/model/pricing"
)

// Year weighs the annuals of one instance type over its first 12 months. It is
// not safe for concurrent use.
type Year struct {
	p      *Program
	units  int64    // what one instance counts
	annual int64    // what an annual costs, in parts of a cent
	hours  []uint64 // by group: what an instance costs that runs all its hours, in parts of a cent
	whole  []uint64 // by group: the units of such an instance
	top    int64    // no load runs more instances
	slack  int64    // by how many cents rounding can turn a comparison
}

// parts of a cent: fine enough to tell which way a curve goes.
const parts = 1e8

// CompileYear makes the program of a type's first 12 months. ok is false where
// it is beyond the bounds.
func CompileYear(y *pricing.Year) (year *Year, ok bool) {
	annual := pricing.Charge{Kind: pricing.Annual, Key: y.Key, Rate: y.Share, Basis: pricing.Basis{Units: decimal.Zero, Times: 1, Per: y.Per}}
	layout := &pricing.Layout{Lines: []pricing.Line{y.Hours}, Upfront: []pricing.Bought{{Charge: annual}}}
	p, ok := Compile(layout, Input{Key: y.Key, Kind: pricing.Annual})
	if !ok || !p.dials[0].live {
		return nil, false
	}
	year = &Year{p: p}
	return year, year.weigh() && p.Turns(0, year.top+1)
}

// weigh works out what the search needs.
func (y *Year) weigh() bool {
	y.units = 1
	y.hours, y.whole = make([]uint64, 0, len(y.p.groups)), make([]uint64, 0, len(y.p.groups))
	for _, r := range y.p.dials[0].refs {
		if r.cover {
			y.units = r.times
		}
	}
	for i := range y.p.lines {
		l := &y.p.lines[i]
		for n := l.groups.from; n < l.groups.to; n++ {
			g := &y.p.groups[n]
			whole, ok := y.p.instance(g, y.units)
			if l.kind == int(pricing.Annual) {
				whole = 1
			}
			cost, fits := y.p.cost(g, whole)
			if !ok || !fits {
				return false
			}
			if l.kind == int(pricing.Annual) {
				y.annual = int64(cost)
				continue
			}
			y.hours, y.whole = append(y.hours, cost), append(y.whole, whole)
			y.top = max(y.top, (y.p.highest(g)+y.units-1)/y.units)
		}
	}
	for i := range y.p.charges {
		y.slack += 2 * (y.p.charges[i].count + 1)
	}
	return true
}

// instance is the units of one instance that runs in all hours of a group.
func (p *Program) instance(g *group, one int64) (uint64, bool) {
	weight := int64(1)
	if g.steps.from < g.steps.to {
		weight = p.steps[g.steps.to-1].weight
	}
	whole, ok := times(one, weight)
	return uint64(whole), ok && whole > 0
}

// cost is what units of a group cost in all its charges, unrounded, in parts of
// a cent.
func (p *Program) cost(g *group, units uint64) (sum uint64, ok bool) {
	over, fine := bits.Mul64(units, parts)
	if over != 0 {
		return 0, false
	}
	for i := g.charges.from; i < g.charges.to; i++ {
		c := &p.charges[i]
		hi, lo := bits.Mul64(fine, c.factor)
		if hi >= c.divisor {
			return 0, false
		}
		each, _ := bits.Div64(hi, lo, c.divisor)
		hi, lo = bits.Mul64(each, uint64(c.count))
		if hi != 0 || lo > mostUnits || sum > mostUnits {
			return 0, false
		}
		sum += lo
	}
	return sum, sum <= mostUnits
}

// highest is the largest need of a group.
func (p *Program) highest(g *group) int64 {
	if g.steps.from < g.steps.to {
		return p.steps[g.steps.from].need
	}
	return g.need
}

// Top is the number of annuals beyond which more cover nothing.
func (y *Year) Top() int64 { return y.top }

// Turns tells whether X annuals are within the bounds.
func (y *Year) Turns(x int64) bool { return y.p.Turns(0, x) }

// Cost is what X annuals and the hours they leave uncovered cost, in cents,
// each charge rounded.
func (y *Year) Cost(x int64) int64 {
	annual, hourly := y.Split(x)
	return annual + hourly
}

// Split is the cost of X annuals and that of the hours they leave uncovered.
func (y *Year) Split(x int64) (annual, hourly int64) {
	y.p.Set(0, x)
	sums := y.p.Totals()
	return sums.Of[pricing.Annual], sums.Of[pricing.Hourly]
}

// Best is the number of annuals that costs least, the smallest on a tie. The
// curve is convex up to rounding: the unrounded slope finds where it turns, the
// rounded cost decides around it.
func (y *Year) Best() int64 {
	low, high := int64(0), y.top
	for low < high {
		if middle := (low + high) / 2; y.saves(middle) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	turn := y.Cost(low)
	best, least := low, turn
	for x, n := low-1, 0; x >= 0 && n < mostScanned; x, n = x-1, n+1 {
		cost := y.Cost(x)
		if cost > turn+y.slack {
			break
		}
		if cost <= least {
			best, least = x, cost
		}
	}
	for x, n := low+1, 0; x <= y.top && n < mostScanned; x, n = x+1, n+1 {
		cost := y.Cost(x)
		if cost > turn+y.slack {
			break
		}
		if cost < least {
			best, least = x, cost
		}
	}
	return best
}

// mostScanned bounds how many numbers are compared to the cent, where annuals
// and hours cost the same over a very wide range.
const mostScanned = 4096

// saves tells whether one annual more than X costs less than the hours it
// covers.
func (y *Year) saves(x int64) bool {
	saved, group := uint64(0), 0
	for i := range y.p.lines {
		if l := &y.p.lines[i]; l.kind == int(pricing.Hourly) {
			for n := l.groups.from; n < l.groups.to; n++ {
				g := y.p.groups[n]
				g.cover = x * y.units
				units := y.p.units(&g)
				g.cover += y.units
				units -= y.p.units(&g)
				hi, lo := bits.Mul64(units, y.hours[group])
				part, _ := bits.Div64(hi, lo, y.whole[group])
				saved += part
				group++
			}
		}
	}
	return saved > uint64(y.annual)
}
