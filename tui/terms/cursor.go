package terms

import (
	"slices"

	"termsheet/model/listing"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// Move moves the cursor.
func (p *Pane) Move(s *session.Session, v pane.Verb, size pane.Size) {
	r := rowsOf(s, size.W)
	row, col := p.at(r)
	switch v {
	case pane.Left:
		p.put(row, max(col-1, 0))
	case pane.Right:
		p.put(row, min(col+1, r.width(row)-1))
	default:
		p.put(pane.Step(row, r.count(), size.H-2, v), p.col)
	}
}

// Cursor is the row and the cell that the cursor stands on.
func (p *Pane) Cursor(s *session.Session, size pane.Size) (row, cell int) {
	return p.at(rowsOf(s, size.W))
}

// Point puts the cursor on a row, and on one of its cells unless that is -1.
func (p *Pane) Point(row, cell, first int) {
	if cell < 0 {
		cell = p.col
	}
	p.put(row, cell)
	p.window = pane.Pointed(row, first)
}

// put puts the cursor on whatever is in a place.
func (p *Pane) put(row, col int) { p.row, p.col, p.on = row, col, pane.Spot{} }

// at is where the cursor stands. It follows what it stands on, where an edit has
// brought or taken other rows; what is gone leaves it in its place.
func (p *Pane) at(r rows) (row, col int) {
	row = max(min(p.row, r.count()-1), 0)
	col = max(min(p.col, r.width(row)-1), 0)
	here := r.spot(row, col)
	if p.on != here && p.on != (pane.Spot{}) {
		if was, at, ok := r.find(p.on); ok {
			p.row, p.col = was, at
			return was, at
		}
	}
	p.on = here
	return row, col
}

// spot is what stands in a place.
func (r rows) spot(row, col int) pane.Spot {
	if row < len(r.dimensions) {
		return pane.Spot{Key: r.dimensions[row].Key, Field: dimensionFields[col]}
	}
	if i := r.first(row) + col; i < len(r.terms) {
		return pane.Spot{Field: r.terms[i].label}
	}
	return pane.Spot{}
}

// find is the place of a field; false where it is not here.
func (r rows) find(to pane.Spot) (row, col int, ok bool) {
	if to.Key == "" {
		i := slices.IndexFunc(r.terms, func(e entry) bool { return e.label == to.Field })
		return len(r.dimensions) + i/r.each, i % r.each, i >= 0
	}
	row = slices.IndexFunc(r.dimensions, func(d listing.Dimension) bool { return d.Key == to.Key })
	col = slices.Index(dimensionFields, to.Field)
	return row, col, row >= 0 && col >= 0
}

// Focus puts the cursor on a dimension.
func (p *Pane) Focus(s *session.Session, key string) {
	for i, d := range InDeal(s) {
		if d.Key == key {
			p.put(i, 0)
		}
	}
}

// Go puts the cursor on a field; false where it is not here.
func (p *Pane) Go(s *session.Session, to pane.Spot, size pane.Size) bool {
	row, col, ok := rowsOf(s, size.W).find(to)
	if ok {
		p.put(row, col)
	}
	return ok
}
