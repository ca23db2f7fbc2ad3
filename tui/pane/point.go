package pane

import (
	"slices"

	"termsheet/model/calendar"
)

// Span is a run of cells in a line, from one up to before another.
type Span struct{ From, To int }

// Has tells whether a column is in the run.
func (s Span) Has(x int) bool { return s.From <= x && x < s.To }

// Place is a line of a pane that its cursor can be put on.
type Place struct {
	Line  int    // among the lines of the box
	Row   int    // as the pane counts its rows
	Cells []Span // those that the cursor moves along in it
}

// Line is a row as it is drawn. Row is -1 where the cursor cannot stand.
type Line struct {
	Text  string
	Row   int
	Cells []Span
}

// At is the row and the cell at a place inside the frame; the cell is -1 beside
// all cells, and ok false where there is no row.
func (b *Box) At(x, y int) (row, cell int, ok bool) {
	i := slices.IndexFunc(b.Places, func(p Place) bool { return p.Line == y })
	if i < 0 {
		return 0, 0, false
	}
	place := b.Places[i]
	return place.Row, slices.IndexFunc(place.Cells, func(s Span) bool { return s.Has(x) }), true
}

// Add appends a line, and remembers it where the cursor can stand there.
func (b *Box) Add(l Line) {
	if l.Row >= 0 {
		b.Places = append(b.Places, Place{len(b.Lines), l.Row, l.Cells})
	}
	b.Lines = append(b.Lines, l.Text)
}

// AddApart appends rows, in a roomy view with an empty line between them, where
// all of them and what stands around them still fit.
func (b *Box) AddApart(c Context, rows []Line, room int) {
	apart := c.Roomy && 2*len(rows)-1 <= room
	b.Lines, b.Places = slices.Grow(b.Lines, room), slices.Grow(b.Places, len(rows))
	for i, row := range rows {
		if apart && i > 0 {
			b.Lines = append(b.Lines, "")
		}
		b.Add(row)
	}
}

// Days is where a pane draws time: the day at a place inside its frame, the
// nearest one beside it. inside is false where no day is drawn.
type Days func(x, y int) (day calendar.Day, inside bool)

// Window is how far rows were scrolled when the pointer put the cursor on one of
// them. They stay there until the cursor moves on, so that a second click meets
// the same row. The zero value is a window that was never pointed into.
type Window struct{ row, first int }

// Pointed is the window after a click on a row.
func Pointed(row, first int) Window { return Window{row, first} }

// Scroll is the first of the n lines that is shown in a window of `room` lines;
// the row at the cursor is the line `line` of them.
func (w Window) Scroll(row, line, n, room int) int {
	if row != w.row || n <= room || room <= 0 {
		return Scroll(line, n, room)
	}
	first := min(max(w.first, line-room+1), line)
	return min(max(first, 0), n-room)
}

// MonthLabel names a month on an axis of time; January has the name of its year,
// and stays longest.
func MonthLabel(first calendar.Day) (label string, january bool) {
	if _, month, _ := first.Civil(); month != 1 {
		return monthNames[month-1], false
	}
	return first.String()[:4], true
}

var monthNames = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
