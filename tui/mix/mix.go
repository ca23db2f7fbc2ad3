// Package mix is the pane of the instance mix: what runs, how much of it annuals
// cover, and what that costs.
package mix

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/tui/field"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// Pane is the cursor in the instance mix.
type Pane struct {
	row, col int
	window   pane.Window
	kept     kept
	hours    profile
}

// The columns that can be changed.
const (
	annual = iota
	running
	columns
)

// fields name the columns.
var fields = [columns]string{annual: pane.FieldAnnual, running: pane.FieldRunning}

// Move moves the cursor.
func (p *Pane) Move(s *session.Session, v pane.Verb, size pane.Size) {
	switch v {
	case pane.Left:
		p.col = max(p.col-1, 0)
	case pane.Right:
		p.col = min(p.col+1, columns-1)
	default:
		p.row = pane.Step(p.at(s), len(s.Scenario().Instances), size.H-2, v)
	}
}

// Cursor is the row and the cell that the cursor stands on.
func (p *Pane) Cursor(s *session.Session, _ pane.Size) (row, cell int) { return p.at(s), p.col }

// Point puts the cursor on a row, and on one of its cells unless that is -1.
func (p *Pane) Point(row, cell, first int) {
	p.row, p.window = row, pane.Pointed(row, first)
	if cell >= 0 {
		p.col = cell
	}
}

// at is the row the cursor stands on, whatever undo has left of the rows.
func (p *Pane) at(s *session.Session) int {
	return max(min(p.row, len(s.Scenario().Instances)-1), 0)
}

// Focus puts the cursor on an instance type.
func (p *Pane) Focus(s *session.Session, kind string) {
	for i, n := range s.Scenario().Instances {
		if n.Type == kind {
			p.row = i
		}
	}
}

// Go puts the cursor on a field; false where it is not here.
func (p *Pane) Go(s *session.Session, to pane.Spot) bool {
	col := slices.Index(fields[:], to.Field)
	if _, in := s.Need(to.Key); !in || col < 0 {
		return false
	}
	p.Focus(s, to.Key)
	p.col = col
	return true
}

// Need is the instance type that the cursor stands on.
func (p *Pane) Need(s *session.Session) (deal.Need, bool) {
	list := s.Scenario().Instances
	if len(list) == 0 {
		return deal.Need{}, false
	}
	return list[p.at(s)], true
}

// Field is which value of its type the cursor stands on.
func (p *Pane) Field() string { return fields[p.col] }

// Cell is the value that the cursor stands on.
func (p *Pane) Cell(s *session.Session) (pane.Cell, bool) {
	need, ok := p.Need(s)
	if !ok {
		return pane.Cell{}, false
	}
	if p.col == annual {
		return field.Annual(s, need), true
	}
	return field.Running(s, need), true
}

// Running is a count in few cells: 10, 6|2 by share of hours, 20>24>30 by
// month.
func Running(n deal.Need, w int) string {
	if len(n.Load.Steps) == 0 {
		return pane.Trail(n.Running, w)
	}
	text := ""
	for i, step := range n.Load.Steps {
		if i > 0 {
			text += "|"
		}
		text += pane.Quantity(step.Running)
	}
	if len(text) > w {
		low, high := extent(n)
		text = fmt.Sprintf("%s-%s", pane.Short(low, w/2), pane.Short(high, w/2))
	}
	return text
}

// extent is the least and the most that runs at any time.
func extent(n deal.Need) (low, high decimal.Decimal) {
	values := []decimal.Decimal(n.Running)
	if len(n.Load.Steps) > 0 {
		values = nil
		for _, step := range n.Load.Steps {
			values = append(values, step.Running)
		}
	}
	for i, v := range values {
		if i == 0 || v.LessThan(low) {
			low = v
		}
		if v.GreaterThan(high) {
			high = v
		}
	}
	return low, high
}
