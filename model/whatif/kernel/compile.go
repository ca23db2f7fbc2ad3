package kernel

import (
	"cmp"
	"slices"

	"termsheet/model/listing"
	"termsheet/model/pricing"
)

// Compile makes the program of a layout, with the inputs that are to be turned.
// ok is false where the whole is beyond the bounds, and package pricing has to
// do. One that cannot be turned is left out; Turns tells.
func Compile(l *pricing.Layout, inputs ...Input) (p *Program, ok bool) {
	c := compiler{Program: &Program{dials: make([]dial, len(inputs))}, inputs: inputs}
	for i := range c.dials {
		c.dials[i].live = !inputs[i].tied(l)
	}
	usual := 2 * (len(l.Lines) + len(l.Bare) + len(inputs))
	c.groups, c.turned, c.charges, c.lines = make([]group, 0, usual), make([]int, 0, usual), make([]charge, 0, 2*usual), make([]line, 0, usual)
	c.fixed.Misleading = l.Bare == nil
	c.off(l)
	c.far(l)
	for i := range l.Lines {
		c.metered(&l.Lines[i], int(l.Lines[i].Kind))
	}
	for i := range l.Bare {
		c.metered(&l.Bare[i], Bare)
	}
	c.upfront(l.Upfront)
	if c.over || c.count > mostCharges {
		return nil, false
	}
	c.sort()
	c.bound()
	return c.Program, true
}

type compiler struct {
	*Program
	inputs []Input
	count  int64
	over   bool
	turned []int // by group: the dials it hangs on
	laid   []laid
}

// scale is the decimals of a line's units.
type scale struct{ needs, weights int32 }

// metered compiles a line of use.
func (c *compiler) metered(l *pricing.Line, kind int) {
	if c.settled(l, kind) {
		return
	}
	s := c.scale(l)
	load, ok := c.load(l.Load, s)
	from := len(c.groups)
	for i := range l.Pieces {
		piece := &l.Pieces[i]
		need, fits := whole(piece.Need, s.needs)
		cover, covers := whole(piece.Cover, s.needs)
		if !ok || !fits || !covers {
			c.beyond(l, piece, kind)
			continue
		}
		at := c.group(from, group{need: need, cover: cover, steps: load}, l, piece, s)
		c.charge(at, l, piece, s, kind)
	}
	c.close(from, kind)
}

// scale finds the decimals that hold the numbers of a line, and all that its
// inputs may be turned to.
func (c *compiler) scale(l *pricing.Line) (s scale) {
	for i := range l.Pieces {
		s.needs = max(s.needs, places(l.Pieces[i].Need), places(l.Pieces[i].Cover))
	}
	for i := range l.Load {
		if step := &l.Load[i]; step.Running.Exponent() < 0 || step.Weight.Exponent() < 0 {
			s.needs, s.weights = max(s.needs, places(step.Running)), max(s.weights, places(step.Weight))
		}
	}
	for i := range c.inputs {
		if in := &c.inputs[i]; in.reaches(l) {
			s.needs = max(s.needs, in.Places+places(in.Includes))
		}
	}
	return s
}

// group finds the group of a line for a piece's units, or begins it.
func (c *compiler) group(from int, g group, l *pricing.Line, piece *pricing.Piece, s scale) int {
	turned := c.turnedBy(l, piece)
	for i := from; i < len(c.groups); i++ {
		if have := &c.groups[i]; have.need == g.need && have.cover == g.cover && c.turned[i] == turned {
			return i
		}
	}
	g.limit = mostUnits
	g.charges = span{len(c.charges), len(c.charges)}
	c.groups, c.turned = append(c.groups, g), append(c.turned, turned)
	c.link(len(c.groups)-1, l, piece, s)
	return len(c.groups) - 1
}

// charge counts a piece to the charges of its group.
func (c *compiler) charge(at int, l *pricing.Line, piece *pricing.Piece, s scale, kind int) {
	g := &c.groups[at]
	if !piece.Rate.Set {
		c.over = c.over || c.bit != 0 // which horizons lack it is not kept
		c.gaps = append(c.gaps, gap{group: at, turned: c.turned[at], bare: kind == Bare})
		return
	}
	one, limit, ok := c.rated(piece.Times, piece.Per, piece.Rate, piece.Listed, s.needs+s.weights)
	if !ok || c.units(g) > uint64(limit) {
		c.beyond(l, piece, kind)
		return
	}
	c.count += piece.Count
	if one.factor == 0 && one.listed == 0 {
		return
	}
	g.limit = min(g.limit, limit)
	c.counted(c.put(g, one), piece.Count, piece.Slice, piece.Only)
}

// rated is a charge for units of so many decimals, and the most units for which
// it keeps within the bounds.
func (c *compiler) rated(times, per int64, rate, listed listing.Rate, places int32) (one charge, limit int64, ok bool) {
	if c.discounts(listed) == 0 {
		one, ok = ratio(times, per, rate.Value, places)
		return one, one.limit(), ok
	}
	if one, ok = ratio(times, per, listed.Value, places); !ok {
		return one, 0, false
	}
	return c.dials[c.discount()].before(one)
}

// put finds a charge in a group, which may not be the last one, or adds it.
func (c *compiler) put(g *group, one charge) *charge {
	for i := g.charges.from; i < g.charges.to; i++ {
		if have := &c.charges[i]; have.factor == one.factor && have.divisor == one.divisor && have.listed == one.listed {
			return have
		}
	}
	if g.charges.to < len(c.charges) { // others stand behind it: it moves to the end
		from := len(c.charges)
		c.charges = append(c.charges, c.charges[g.charges.from:g.charges.to]...)
		g.charges = span{from, len(c.charges)}
	}
	c.charges = append(c.charges, one)
	g.charges.to++
	return &c.charges[len(c.charges)-1]
}

// beyond works a piece out in decimals, for good: what it hangs on cannot be
// turned.
func (c *compiler) beyond(l *pricing.Line, piece *pricing.Piece, kind int) {
	for i := range c.inputs {
		if c.inputs[i].reaches(l) || c.inputs[i].Discount && piece.Listed.Set {
			c.dials[i].live = false
		}
	}
	if !piece.Rate.Set {
		c.over = true
		return
	}
	amount, err := l.Amount(piece)
	if err != nil || amount > mostCents || amount < -mostCents {
		c.over = true
		return
	}
	c.count += piece.Count
	c.fix(kind, int64(amount)*piece.Count, piece.Slice, piece.Only)
}

// upfront compiles what is bought, a line for each kind and key that can be
// turned; the rest is fixed.
func (c *compiler) upfront(charges []pricing.Bought) {
	for i := range charges {
		one := &charges[i]
		dial := slices.IndexFunc(c.inputs, func(in Input) bool {
			return !in.Discount && !in.Horizon && in.Kind == one.Kind && in.Key == one.Key && !one.Amends
		})
		if dial < 0 && c.discounts(one.Listed) == 0 || !c.bought(one, dial) {
			c.set(one)
		}
	}
}

// set fixes an upfront charge.
func (c *compiler) set(one *pricing.Bought) {
	if one.Amount > mostCents || one.Amount < -mostCents {
		c.over = true
		return
	}
	c.count++
	c.fix(int(one.Kind), int64(one.Amount), one.Slice, false)
}

// bought makes a line of an upfront charge whose units, by a dial if it is not
// below 0, or whose discount can be turned.
func (c *compiler) bought(one *pricing.Bought, dial int) bool {
	turned, decimals := c.discounts(one.Listed), places(one.Basis.Units)
	if dial >= 0 {
		turned, decimals = turned|1<<dial, c.inputs[dial].Places
	}
	turned |= c.bit
	units, fits := whole(one.Basis.Units, decimals)
	rate, limit, ok := c.rated(one.Basis.Times, one.Basis.Per, listing.Of(one.Rate), one.Listed, decimals)
	if !fits || !ok || units < 0 || units > limit {
		for i := range c.dials {
			c.dials[i].live = c.dials[i].live && turned&(1<<i) == 0
		}
		return false
	}
	c.counted(&rate, 1, one.Slice, false)
	c.count++
	from := len(c.groups)
	c.groups = append(c.groups, group{need: units, limit: limit, charges: span{len(c.charges), len(c.charges) + 1}})
	c.turned = append(c.turned, turned)
	c.charges = append(c.charges, rate)
	if dial >= 0 {
		c.dials[dial].refs = append(c.dials[dial].refs, ref{group: from, times: 1})
	}
	c.close(from, int(one.Kind))
	return true
}

// close makes lines of the groups since from: one for those that follow each
// other and hang on the same dials.
func (c *compiler) close(from, kind int) {
	for from < len(c.groups) {
		to, turned := from+1, c.turned[from]
		for to < len(c.groups) && c.turned[to] == turned {
			to++
		}
		c.lines = append(c.lines, line{kind: kind, turned: turned, groups: span{from, to}})
		from = to
	}
}

// sort puts the lines in the order of the dials they hang on.
func (c *compiler) sort() {
	slices.SortStableFunc(c.lines, func(a, b line) int { return cmp.Compare(a.turned, b.turned) })
	for t := range c.first {
		c.first[t], _ = slices.BinarySearchFunc(c.lines, t, func(l line, t int) int { return cmp.Compare(l.turned, t) })
	}
}
