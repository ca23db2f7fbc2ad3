// Package kernel prices in whole numbers: a scenario is compiled once into
// arrays of integers, and its totals are worked out from them as often as
// inputs are turned. It gives the very cents of package pricing, which stays
// the reference; what does not fit into its bounds is worked out there when the
// program is compiled.
package kernel

import (
	"math/bits"

	"termsheet/model/pricing"
)

// The bounds that make every sum fit into 64 bits: they are checked when a
// program is compiled and when an input is turned, so that the loop need not.
const (
	mostCents   = 1 << 45 // of one charge: 351,843,720,888.32 dollars
	mostCharges = 1 << 16 // of one program
)

// Kinds is how many sums there are: one for each kind of charge, and Bare.
const (
	Bare  = int(pricing.Usage) + 1 // the software of hourly only
	Kinds = Bare + 1
)

// Sums are totals in cents, by kind of charge.
type Sums struct {
	Of         [Kinds]int64
	Missing    bool // something is charged that has no rate
	Misleading bool // something is used that has no rate: hourly only is no comparison
}

// Add adds the sums of other lines.
func (s *Sums) Add(o *Sums) {
	for k := range s.Of {
		s.Of[k] += o.Of[k]
	}
	s.Missing = s.Missing || o.Missing
	s.Misleading = s.Misleading || o.Misleading
}

// Program is a scenario as arrays of integers. It is not safe for concurrent
// use; Clone gives each goroutine its own.
type Program struct {
	lines   []line // in the order of turned
	groups  []group
	charges []charge
	steps   []step
	gaps    []gap
	dials   []dial
	fixed   Sums // what no line gives: amendments, and what is beyond the bounds
	horizons
	first [turns + 1]int // where the lines of each turned begin
}

// turns is how many combinations of dials a line can hang on.
const turns = 1 << maxDials

// line is what one key is charged for one kind, as far as it hangs on the same
// dials.
type line struct {
	kind   int
	turned int // the dials it hangs on, a bit for each
	groups span
}

// group is charges that are for the same units: sum of weight x max(0, need -
// cover).
type group struct {
	need, cover int64
	steps       span // of a load, the dearest first; empty: need
	charges     span
	limit       int64 // the most units for which each charge keeps within the bounds
}

// charge is round(units x factor / divisor) cents, count times.
type charge struct {
	factor, divisor uint64
	count           int64
	listed          uint64 // the factor for a hundredth, or less, of the list price; 0: no discount turns it
	table           int    // its counts by horizon are table's, counted from 1; 0: it has but one
}

// step is a step of a load with all the steps above it.
type step struct{ need, weight, weighted int64 }

// gap is a group that has no rate, and so must have no units.
type gap struct {
	group, turned int
	bare          bool
}

type span struct{ from, to int }

// Totals sums every charge.
func (p *Program) Totals() Sums {
	sums := p.fixed
	if p.bit != 0 {
		sums.Add(&p.horizons.fixed[p.now])
	}
	p.sum(&sums, p.lines)
	p.check(&sums, func(int) bool { return true })
	return sums
}

// Part sums the charges that hang on exactly the given dials, a bit for each;
// with none, what is fixed as well. The parts add up to the totals.
func (p *Program) Part(turned int) Sums {
	var sums Sums
	if turned == 0 {
		sums = p.fixed
	} else if turned == p.bit {
		sums = p.horizons.fixed[p.now]
	}
	p.sum(&sums, p.lines[p.first[turned]:p.first[turned+1]])
	p.check(&sums, func(t int) bool { return t == turned })
	return sums
}

func (p *Program) sum(sums *Sums, lines []line) {
	for l := range lines {
		groups := p.groups[lines[l].groups.from:lines[l].groups.to]
		sum := int64(0)
		for i := range groups {
			g := &groups[i]
			units := p.units(g)
			if units == 0 {
				continue
			}
			charges := p.charges[g.charges.from:g.charges.to]
			for c := range charges {
				if charges[c].count != 0 {
					sum += charges[c].cents(units) * charges[c].count
				}
			}
		}
		sums.Of[lines[l].kind] += sum
	}
}

// cents is one charge, rounded half away from zero. The bounds see to it that
// the quotient fits.
func (c *charge) cents(units uint64) int64 {
	hi, lo := bits.Mul64(units, c.factor)
	quotient, rest := bits.Div64(hi, lo, c.divisor)
	if rest >= c.divisor-rest {
		quotient++
	}
	return int64(quotient)
}

// units of a group at its line's scale.
func (p *Program) units(g *group) uint64 {
	if g.steps.from == g.steps.to {
		return uint64(max(g.need-g.cover, 0))
	}
	low, high := g.steps.from, g.steps.to // the steps above the cover end between them
	for low < high {
		middle := int(uint(low+high) / 2)
		if p.steps[middle].need > g.cover {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == g.steps.from {
		return 0
	}
	last := &p.steps[low-1]
	return uint64(last.weighted - last.weight*g.cover)
}

// check finds what would be charged without a rate.
func (p *Program) check(sums *Sums, hangs func(turned int) bool) {
	for i := range p.gaps {
		g := &p.gaps[i]
		switch {
		case !hangs(g.turned) || p.units(&p.groups[g.group]) == 0:
		case g.bare:
			sums.Misleading = true
		default:
			sums.Missing = true
		}
	}
}

// Clone is a program whose dials turn apart from this one's.
func (p *Program) Clone() *Program {
	c := *p
	c.groups = append([]group(nil), p.groups...)
	for i := range p.dials {
		if p.dials[i].one != 0 || p.bit != 0 {
			c.charges = append([]charge(nil), p.charges...)
		}
	}
	return &c
}

// Hangs tells whether any charge hangs on exactly the given dials.
func (p *Program) Hangs(turned int) bool {
	return p.first[turned] < p.first[turned+1] || turned != 0 && turned == p.bit
}
