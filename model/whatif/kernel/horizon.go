package kernel

import (
	"slices"

	"termsheet/model/pricing"
)

// horizons are the counts of a program's charges, and what no line gives, for
// each of several horizons. A program has one of them in hand.
type horizons struct {
	n     int
	table [][]int32 // by charge: its count by horizon
	fixed []Sums
	now   int
	bit   int // of the dial that turns them; 0: there is but one horizon
}

// far readies the dial of the horizon; what has a trial or amendments is not
// turned.
func (c *compiler) far(l *pricing.Layout) {
	i := slices.IndexFunc(c.inputs, func(in Input) bool { return in.Horizon })
	if i < 0 {
		return
	}
	if l.Horizons == 0 || !c.dials[i].live {
		c.over = true // the pieces of several horizons make no sense together
		return
	}
	c.horizons = horizons{n: l.Horizons, fixed: make([]Sums, l.Horizons), bit: 1 << i}
}

// fix adds what no line gives.
func (c *compiler) fix(kind int, cents int64, slice int, only bool) {
	if c.bit == 0 {
		c.fixed.Of[kind] += cents
		return
	}
	for h := slice; h < c.n; h++ {
		c.horizons.fixed[h].Of[kind] += cents
		if only {
			return
		}
	}
}

// counted adds to the counts of a charge, by horizon.
func (c *compiler) counted(one *charge, count int64, slice int, only bool) {
	if c.bit == 0 {
		one.count += count
		return
	}
	if one.table == 0 {
		c.table = append(c.table, make([]int32, c.n))
		one.table = len(c.table)
	}
	row := c.table[one.table-1]
	for h := slice; h < c.n; h++ {
		row[h] += int32(count)
		if only {
			return
		}
	}
}

// settled works out a line that nothing but the horizon turns: no charge of it
// is kept. It tells whether it could.
func (c *compiler) settled(l *pricing.Line, kind int) bool {
	if c.bit == 0 || len(l.Load) > 0 {
		return false
	}
	for i := range c.inputs {
		if c.inputs[i].reaches(l) || c.inputs[i].Discount && slices.ContainsFunc(l.Pieces, func(p pricing.Piece) bool { return p.Listed.Set }) {
			return false
		}
	}
	var last *pricing.Piece
	cents := int64(0)
	for i := range l.Pieces {
		piece := &l.Pieces[i]
		if last == nil || piece.Need != last.Need || piece.Cover != last.Cover || piece.Rate != last.Rate || piece.Times != last.Times || piece.Per != last.Per {
			if !piece.Rate.Set && piece.Need.GreaterThan(piece.Cover) {
				c.over = true
				return true
			}
			amount, err := l.Amount(piece)
			if c.over = c.over || err != nil || amount > mostCents; c.over {
				return true
			}
			cents = int64(amount)
		}
		last = piece
		c.count += piece.Count
		c.fix(kind, cents*piece.Count, piece.Slice, piece.Only)
	}
	return true
}

// look takes a horizon in hand.
func (p *Program) look(h int) {
	p.now = h
	for i := range p.charges {
		if c := &p.charges[i]; c.table > 0 {
			c.count = int64(p.table[c.table-1][h])
		}
	}
}
