// Package terms is the pane of the contract: the dimensions that are committed
// to and used, and below them the deal's own terms.
package terms

import (
	"termsheet/model/listing"
	"termsheet/tui/field"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// Pane is the cursor in the contract and its dimensions.
type Pane struct {
	row, col int
	on       pane.Spot // what it stands on, none since it moved
	window   pane.Window
}

// dimensionCells are the changeable cells of a dimension's row, left to right.
var dimensionCells = []func(*session.Session, listing.Dimension) pane.Cell{
	field.Committed, field.InUse, field.Growth,
}

// dimensionFields name those cells.
var dimensionFields = []string{pane.FieldQuantity, pane.FieldInUse, pane.FieldGrowth}

// fieldWidth is the room that one of the deal's terms needs.
const fieldWidth = 24

// perRow is how many of the deal's terms stand side by side.
func perRow(w int) int { return max(1, min((w-pointer)/fieldWidth, 4)) }

// rows are what the cursor moves along: the dimensions, then the deal's terms
// in rows of several.
type rows struct {
	dimensions []listing.Dimension
	terms      []entry
	each       int
}

type entry struct {
	label string
	cell  pane.Cell
}

func rowsOf(s *session.Session, w int) rows {
	r := rows{dimensions: InDeal(s), each: perRow(w)}
	for _, t := range field.DealTerms {
		if cell := t.Cell(s); cell.Off == "" { // else it cannot be changed in this deal
			r.terms = append(r.terms, entry{t.Field, cell})
		}
	}
	return r
}

// Own lists the deal's own terms that can be changed, with what they are.
func Own(s *session.Session) []struct{ Label, Text string } {
	var list []struct{ Label, Text string }
	for _, e := range rowsOf(s, 0).terms {
		list = append(list, struct{ Label, Text string }{e.label, e.cell.Text})
	}
	return list
}

func (r rows) count() int { return len(r.dimensions) + (len(r.terms)+r.each-1)/r.each }

// width is the number of cells in a row.
func (r rows) width(row int) int {
	if row < len(r.dimensions) {
		return len(dimensionCells)
	}
	return min(r.each, len(r.terms)-r.first(row))
}

// first is the first of the deal's terms in a row.
func (r rows) first(row int) int { return (row - len(r.dimensions)) * r.each }

// InDeal lists the dimensions that the deal commits to or uses, in the
// listing's order.
func InDeal(s *session.Session) []listing.Dimension {
	scenario := s.Scenario()
	var list []listing.Dimension
	for _, d := range scenario.Product.Dimensions {
		if scenario.Involves(d.Key) {
			list = append(list, d)
		}
	}
	return list
}

// Label names the deal's own term that the cursor stands on; empty on a
// dimension.
func (p *Pane) Label(s *session.Session, size pane.Size) string {
	r := rowsOf(s, size.W)
	row, col := p.at(r)
	if row < len(r.dimensions) {
		return ""
	}
	if i := r.first(row) + col; i < len(r.terms) {
		return r.terms[i].label
	}
	return ""
}

// Dimension is the dimension that the cursor stands on.
func (p *Pane) Dimension(s *session.Session, size pane.Size) (listing.Dimension, bool) {
	r := rowsOf(s, size.W)
	if row, _ := p.at(r); row < len(r.dimensions) {
		return r.dimensions[row], true
	}
	return listing.Dimension{}, false
}

// Field is which value of its dimension the cursor stands on.
func (p *Pane) Field(s *session.Session, size pane.Size) string {
	_, col := p.at(rowsOf(s, size.W))
	return dimensionFields[min(col, len(dimensionFields)-1)]
}

// Cell is the value that the cursor stands on.
func (p *Pane) Cell(s *session.Session, size pane.Size) (pane.Cell, bool) {
	r := rowsOf(s, size.W)
	row, col := p.at(r)
	if row < len(r.dimensions) {
		return dimensionCells[col](s, r.dimensions[row]), true
	}
	if i := r.first(row) + col; i < len(r.terms) {
		return r.terms[i].cell, true
	}
	return pane.Cell{}, false
}
