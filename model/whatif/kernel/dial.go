package kernel

import (
	"math"
	"math/bits"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/listing"
	"termsheet/model/pricing"
)

// maxDials is how many inputs of a program can be turned.
const maxDials = 2

// Input is an input that is to be turned without compiling again. A need must
// be one number for all months. Nothing but a discount may become zero, or stop
// being zero: that moves the segments.
type Input struct {
	Key      string
	Kind     pricing.Kind    // Annual: X; Contract: a quantity; Hourly: Y; Usage: level or monthly
	Places   int32           // the most decimals that a value has
	Includes decimal.Decimal // Contract: what one unit covers; zero is one
	Follows  bool            // Contract: nothing is said of the use, so it is what is bought
	Discount bool            // instead: the share that an offer takes off its rates
	Horizon  bool            // or: the horizon, by its number among those of the layout
}

// instance tells whether the input is of an instance type.
func (in *Input) instance() bool { return in.Kind == pricing.Annual || in.Kind == pricing.Hourly }

// tied tells whether more of a layout hangs on the input than its own charges.
func (in *Input) tied(l *pricing.Layout) bool {
	switch {
	case in.Horizon:
		return false
	case in.Discount:
		return l.Free || l.Amended
	}
	return in.instance() && l.Free || in.Kind == pricing.Annual && slices.Contains(l.Removed, in.Key)
}

// reaches tells whether a line can hang on the input.
func (in *Input) reaches(l *pricing.Line) bool {
	return !in.Discount && !in.Horizon && in.Key == l.Key && in.instance() == (l.Kind != pricing.Usage)
}

// turnedBy is the dials that a piece hangs on.
func (c *compiler) turnedBy(l *pricing.Line, piece *pricing.Piece) (turned int) {
	for i := range c.inputs {
		in := &c.inputs[i]
		if in.reaches(l) && (in.Kind.Metered() || in.Follows || piece.Bought) {
			turned |= 1 << i
		}
	}
	return turned | c.discounts(piece.Listed) | c.bit
}

// discounts is the dial of the discount that a rate hangs on, as a bit; 0 where
// it hangs on none.
func (c *compiler) discounts(listed listing.Rate) int {
	if i := c.discount(); listed.Set && i >= 0 && c.dials[i].live {
		return 1 << i
	}
	return 0
}

// discount is the dial of the discount, -1 if none is to be turned.
func (c *compiler) discount() int {
	return slices.IndexFunc(c.inputs, func(in Input) bool { return in.Discount })
}

// off readies the dial of the discount, at what the offer takes off now.
func (c *compiler) off(l *pricing.Layout) {
	i := c.discount()
	if i < 0 {
		return
	}
	d := &c.dials[i]
	one, fits := whole(decimal.NewFromInt(1), c.inputs[i].Places)
	now, is := whole(l.Discount, c.inputs[i].Places)
	d.live = d.live && fits && is && now <= one
	d.one, d.now = uint64(one), uint64(now)
}

// before makes a charge at the list price one of what the discount leaves of it.
// It tells how many units of it keep within the bounds at any discount.
func (d *dial) before(listed charge) (one charge, limit int64, ok bool) {
	over, whole := bits.Mul64(listed.factor, d.one)
	more, divisor := bits.Mul64(listed.divisor, d.one)
	one = charge{factor: listed.factor * (d.one - d.now), divisor: divisor, listed: listed.factor}
	return one, (&charge{factor: whole, divisor: divisor}).limit(), over == 0 && more == 0
}

// link makes the dials of a group turn it.
func (c *compiler) link(at int, l *pricing.Line, piece *pricing.Piece, s scale) {
	for i := range c.inputs {
		in, d := &c.inputs[i], &c.dials[i]
		if c.turned[at]&(1<<i) == 0 || in.Discount || in.Horizon {
			continue
		}
		one, ok := in.one(s.needs)
		if !ok || in.Kind.Metered() && len(l.Load) > 0 {
			d.live = false
			continue
		}
		if !in.Kind.Metered() && piece.Bought {
			added, fits := whole(piece.Added, s.needs)
			d.live = d.live && fits
			d.refs = append(d.refs, ref{at, true, one, added})
		}
		if in.Kind.Metered() || in.Follows {
			d.refs = append(d.refs, ref{group: at, times: one})
		}
	}
}

// one is what a last decimal of the input is worth in the units of a line.
func (in *Input) one(needs int32) (int64, bool) {
	value := decimal.New(1, -in.Places)
	if !in.Includes.IsZero() {
		value = value.Mul(in.Includes)
	}
	return whole(value, needs)
}

// dial is where an input stands in the arrays.
type dial struct {
	refs     []ref
	max      int64
	live     bool   // it can be turned
	one, now uint64 // of a discount: all of the price, and what is taken off
}

// ref is one number that an input sets, as a need or a cover: value x times + added.
type ref struct {
	group int
	cover bool
	times int64
	added int64
}

// Turns tells whether an input can be turned up to a value, in units of its
// decimals, without leaving the bounds.
func (p *Program) Turns(dial int, most int64) bool {
	return p.dials[dial].live && most <= p.dials[dial].max
}

// Set turns an input to a value that Turns allows, in units of its decimals.
func (p *Program) Set(dial int, value int64) {
	if p.bit == 1<<dial {
		p.look(int(value))
		return
	}
	if one := p.dials[dial].one; one != 0 {
		for i := range p.charges {
			if c := &p.charges[i]; c.listed != 0 {
				c.factor = c.listed * (one - uint64(value))
			}
		}
		return
	}
	for _, r := range p.dials[dial].refs {
		if r.cover {
			p.groups[r.group].cover = value*r.times + r.added
		} else {
			p.groups[r.group].need = value * r.times
		}
	}
}

// Differ tells whether what hangs on two dials together hangs on nothing but how
// far the first, a need, is above the second, a cover; and a step of so much of the
// one is a step of so much of the other.
func (p *Program) Differ(need, cover int, up, down int64) bool {
	both := 1<<need | 1<<cover
	for _, l := range p.lines[p.first[both]:p.first[both+1]] {
		for at := l.groups.from; at < l.groups.to; at++ {
			more, less := p.dials[need].times(at, false), p.dials[cover].times(at, true)
			if more == 0 || more > mostUnits/up || less > mostUnits/down || more*up != less*down {
				return false
			}
		}
	}
	return true
}

// times is what a value is multiplied by for the need, or the cover, of a group; 0
// where it does not set it.
func (d *dial) times(group int, cover bool) int64 {
	i := slices.IndexFunc(d.refs, func(r ref) bool { return r.group == group && r.cover == cover })
	if i < 0 {
		return 0
	}
	return d.refs[i].times
}

// bound works out how far each dial can be turned. A cover that is turned down
// leaves more units, at most all.
func (p *Program) bound() {
	for i := range p.dials {
		d := &p.dials[i]
		d.max = math.MaxInt64
		if d.one != 0 {
			d.max = int64(d.one)
		}
		if p.bit == 1<<i {
			d.max = int64(p.n - 1)
			p.look(p.n - 1)
		}
		for _, r := range d.refs {
			g, most := &p.groups[r.group], int64(mostUnits)
			if r.cover {
				d.live = d.live && p.all(g) <= g.limit
			} else {
				most = g.limit
			}
			d.max = min(d.max, (most-r.added)/r.times)
		}
	}
}

// all is the units of a group that nothing covers.
func (p *Program) all(g *group) int64 {
	if g.steps.from == g.steps.to {
		return g.need
	}
	return p.steps[g.steps.to-1].weighted
}

// limit is the most units for which a charge keeps within mostCents.
func (c *charge) limit() int64 {
	hi, lo := bits.Mul64(mostCents, c.divisor)
	if hi >= c.factor {
		return mostUnits
	}
	quotient, _ := bits.Div64(hi, lo, c.factor)
	return int64(min(quotient, mostUnits))
}

// mostUnits keeps needs, covers and their sums far from the end of 64 bits.
const mostUnits = 1 << 60
