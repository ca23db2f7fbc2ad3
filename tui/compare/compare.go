// Package compare is the sheet that lays variants and scenario files side by
// side, figure by figure, and splits what lies between two of them.
package compare

import (
	"fmt"
	"slices"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/seller"
	"termsheet/scenarios"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// Column is one scenario of the comparison.
type Column struct {
	Name string
	session.Priced
	Doc    *scenarios.Document // where it is of a file of its own; nil for a variant of the shown one
	broken bool                // the file cannot be read as it is now; these are its last good figures
	was    bool                // the baseline as it was pinned
}

// Sheet is the comparison: the variants of the session as they stand, and the
// files that were read for it. Its cursor is a figure of a column.
type Sheet struct {
	s     *session.Session
	only  []string // the variants asked for; empty: all
	files []Column
	fees  *seller.Fees // nil: the seller's side is not to be seen

	out     map[string]bool // the columns left out, by name
	order   []string        // of the columns, by name, once one was moved
	row     string          // the figure at the cursor
	column  string          // the column at the cursor
	by      string          // the figure that the columns are sorted by; empty: as written
	falling bool
	differs bool // differences in place of figures, where there is no room for both
	asked   bool // the split was asked for, and is not to be missing
	split   bool // the other of table and split, where there is no room for both
	net     bool // what the seller keeps, not what the buyer pays

	left   int // the first column of the run that is shown
	window pane.Window

	of    key
	table table
	last  bridge
}

// key is what a table was made from.
type key struct {
	generation, out int
	net             bool
}

// New compares all variants of a session, or those named, with files. Without
// fees nothing of the seller's side is shown.
func New(s *session.Session, only []string, files []Column, fees *seller.Fees) *Sheet {
	for i := range files { // a column is known by its name
		for n, name := 2, files[i].Name; taken(s, files[:i], files[i].Name); n++ {
			files[i].Name = fmt.Sprintf("%s (%d)", name, n)
		}
	}
	return &Sheet{s: s, only: only, files: files, fees: fees, out: map[string]bool{}, row: first, column: s.Variant()}
}

func taken(s *session.Session, files []Column, name string) bool {
	variant := slices.ContainsFunc(s.Priced(), func(p session.Priced) bool { return p.Scenario.Variant == name })
	return variant || slices.ContainsFunc(files, func(col Column) bool { return col.Name == name })
}

// columns are those to be shown, in the order they are written: the pinned
// baseline before them, where none of them has its figures any more.
func (c *Sheet) columns() []Column {
	var list []Column
	for _, p := range c.s.Priced() {
		if len(c.only) == 0 || slices.Contains(c.only, p.Scenario.Variant) {
			list = append(list, Column{Name: p.Scenario.Variant, Priced: p})
		}
	}
	list = append(list, c.files...)
	list = slices.DeleteFunc(list, func(col Column) bool { return c.out[col.Name] })
	list = c.ordered(list)
	pin := c.s.Pinned()
	if pin.Quote != nil && !c.out[pin.Label] && !slices.ContainsFunc(list, func(col Column) bool { return pinned(col, pin) }) {
		own := Column{Name: pin.Label, Priced: session.Priced{Scenario: pin.Scenario, Quote: pin.Quote}, was: true}
		list = append([]Column{own}, list...)
	}
	return list
}

// pinned tells whether a column has the figures of the baseline.
func pinned(col Column, pin session.Pin) bool {
	return col.Quote != nil && pin.Quote != nil && pin.Scenario != nil && col.Scenario.Variant == pin.Scenario.Variant &&
		col.Scenario.File == pin.Scenario.File && col.Quote.Totals == pin.Quote.Totals &&
		col.Quote.Start == pin.Quote.Start && col.Quote.End == pin.Quote.End
}

// baseline is the one column that counts as the pinned baseline, -1 where none
// does: a variant of the deal before a file that has the same figures.
func baseline(columns []Column, pin session.Pin) int {
	at := -1
	for i, col := range columns {
		if own := col.Doc == nil; (col.was || pinned(col, pin)) && (at < 0 || own && columns[at].Doc != nil) {
			at = i
		}
	}
	return at
}

// shown tells whether a column is the variant that the panes show.
func (c *Sheet) shown(col Column) bool {
	return col.Doc == nil && !col.was && col.Name == c.s.Variant()
}

// Chosen is the column at the cursor.
func (c *Sheet) Chosen() (Column, bool) {
	c.refresh()
	if len(c.table.columns) == 0 {
		return Column{}, false
	}
	return c.table.columns[c.at()], true
}

// at is the place of the column at the cursor.
func (c *Sheet) at() int {
	i := slices.IndexFunc(c.table.columns, func(col Column) bool { return col.Name == c.column })
	return max(i, 0)
}

// Go puts the cursor on a column.
func (c *Sheet) Go(name string) { c.column = name }

// Press takes no key: those of the comparison are actions of the application.
func (c *Sheet) Press(string, pane.Size) bool { return false }

// Step moves the cursor.
func (c *Sheet) Step(v pane.Verb, size pane.Size) {
	c.refresh()
	rows, n := c.table.rows, len(c.table.columns)
	switch {
	case n == 0:
		return
	case v == pane.Left:
		c.column = c.table.columns[c.beside(-1, fitting(size.W))].Name
		return
	case v == pane.Right:
		c.column = c.table.columns[c.beside(1, fitting(size.W))].Name
		return
	}
	at := pane.Step(c.line(), len(rows), size.H/2, v)
	by := 1
	if v == pane.Up || v == pane.PageUp || v == pane.End {
		by = -1
	}
	for at > 0 && at < len(rows) && rows[at].head {
		at += by
	}
	if at < len(rows) && !rows[at].head {
		c.row = rows[at].id
	}
}

// Point puts the cursor on a figure, a figure's row or a column, and tells
// whether it stood there already.
func (c *Sheet) Point(row, column, first int) bool {
	c.refresh()
	c.window = pane.Pointed(row, first)
	was, wasIn := c.row, c.column
	if row < len(c.table.rows) && !c.table.rows[row].head {
		c.row = c.table.rows[row].id
	}
	if column >= 0 && column < len(c.table.columns) {
		c.column = c.table.columns[column].Name
	}
	return column >= 0 && c.row == was && c.column == wasIn
}

// line is the row of the cursor.
func (c *Sheet) line() int {
	return max(slices.IndexFunc(c.table.rows, func(r row) bool { return r.id == c.row }), 0)
}

// refresh makes the table anew where what it shows has changed.
func (c *Sheet) refresh() {
	if of := (key{c.s.Generation(), len(c.out), c.net}); c.of != of {
		c.of = of
		c.table = c.tabulate(c.columns())
	}
}

// base is the scenario that a split leads from: the pinned baseline, or the
// shown variant.
func (c *Sheet) base() (name string, s *deal.Scenario, q *pricing.Quote) {
	if pin := c.s.Pinned(); pin.Quote != nil && pin.Scenario != nil {
		if at := slices.Index(c.table.pins, true); at >= 0 {
			return c.table.columns[at].Name, pin.Scenario, pin.Quote
		}
		return pin.Label, pin.Scenario, pin.Quote
	}
	shown := c.s.Current()
	return shown.Scenario.Variant, shown.Scenario, shown.Quote
}
