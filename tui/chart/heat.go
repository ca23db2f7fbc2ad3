package chart

import (
	"fmt"
	"slices"

	"termsheet/tui/theme"
)

// Heat is a grid of figures as five shades, such as the total for each X and
// each discount, with one point marked: where the deal stands.
type Heat struct {
	Rows, Cols []string  // labels
	Values     [][]int64 // by row, then by column; missing ones stay blank

	Row, Col  int // the marked point
	ShowPoint bool

	HomeRow, HomeCol int // where the point has come from, marked while it is elsewhere
	ShowHome         bool

	Best []int // by row: the column at which it is at its best, -1 for none; empty: not marked

	Kept [2]Window // of the rows and the columns

	Label func(int64) string // a value of the key; nil writes cents as an amount
	Blank func(int64) bool   // a value that stands for none, and stays blank; nil: there is none
}

const heatCellMax = 6

// part is a range of rows or columns that is shown, of all there are.
type part struct{ from, n, all int }

// Window keeps what is shown where it was when the pointer marked something, so
// that a second click meets the same. The zero value keeps nothing.
type Window struct {
	First int
	Set   bool
}

// Shown is a window that begins with a row, a column or a bar.
func Shown(first int) Window { return Window{first, true} }

// around picks n of all so that at is among them.
func (w Window) around(at, n, all int) part {
	n = max(min(n, all), 0)
	from := at - n/2
	if w.Set && at >= w.First && at < w.First+n {
		from = w.First
	}
	return part{min(max(from, 0), all-n), n, all}
}

func (p part) cut() bool { return p.n < p.all }

// Lines draws the grid into exactly h lines of exactly w cells. What does not
// fit is left out around the marked point, and the key says what is shown.
func (v Heat) Lines(w, h int, th *theme.Theme) []string {
	c := newCanvas(w, h, th)
	if c.w == 0 || c.h == 0 || len(v.Values) == 0 || len(v.Cols) == 0 {
		return c.lines()
	}
	if v.Label == nil {
		v.Label = cents
	}
	if v.Blank == nil {
		v.Blank = func(int64) bool { return false }
	}
	f := v.frame(w, h, th)
	x, top, key, cell, rows, cols := f.x, f.top, f.key, f.cell, f.rows, f.cols
	s := v.scale(rows, cols)
	for i := range rows.n {
		if at := rows.from + i; at < len(v.Rows) {
			c.textRight(0, top+i, th.Clean(v.Rows[at]), th.Dim, x-1)
		}
		v.drawRow(c, rows.from+i, cols, x, top+i, cell, s)
	}
	if top == 1 {
		v.drawHead(c, cols, x, cell)
	}
	if key == 1 {
		c.text(0, top+rows.n, v.key(rows, cols, s, th), th.Dim, w)
		for x := range w { // the shades as they are painted in the grid
			if at := c.at(x, top+rows.n); slices.Contains(th.Glyphs.Shades[1:], at.s) {
				at.style = th.Series[0]
			}
		}
	}
	return c.lines()
}

// heatFrame is where the parts of a grid stand.
type heatFrame struct {
	x, top, key int // cells before the grid, lines above it and below
	cell        int
	rows, cols  part
}

func (v Heat) frame(w, h int, th *theme.Theme) heatFrame {
	f := heatFrame{x: v.labelWidth(w, th)}
	if h >= 3 {
		f.top = 1
	}
	if h >= 4 {
		f.key = 1
	}
	f.rows = v.Kept[0].around(v.Row, h-f.top-f.key, len(v.Values))
	f.cell = min(max((w-f.x)/len(v.Cols), 1), heatCellMax)
	f.cols = v.Kept[1].around(v.Col, (w-f.x)/f.cell, len(v.Cols))
	return f
}

// At is the point at a place of the grid as it is drawn in w x h cells, and what
// is shown of it; ok is false beside the grid.
func (v Heat) At(x, y, w, h int, th *theme.Theme) (row, col int, kept [2]Window, ok bool) {
	if w <= 0 || h <= 0 || len(v.Values) == 0 || len(v.Cols) == 0 {
		return 0, 0, kept, false
	}
	f := v.frame(w, h, th)
	x, y = x-f.x, y-f.top
	ok = x >= 0 && x < f.cols.n*f.cell && y >= 0 && y < f.rows.n
	return f.rows.from + y, f.cols.from + x/f.cell, [2]Window{Shown(f.rows.from), Shown(f.cols.from)}, ok
}

func (v Heat) labelWidth(w int, th *theme.Theme) int {
	n := 0
	for _, label := range v.Rows {
		n = max(n, theme.Width(th.Clean(label)))
	}
	if n == 0 {
		return 0
	}
	return min(n+1, w/3)
}

// scale spans the values shown: those out of sight would flatten the rest.
func (v Heat) scale(rows, cols part) scale {
	var all []int64
	for _, line := range v.Values[rows.from : rows.from+rows.n] {
		all = append(all, line[min(cols.from, len(line)):min(cols.from+cols.n, len(line))]...)
	}
	all = slices.DeleteFunc(all, v.Blank)
	if len(all) == 0 {
		return scale{}
	}
	return scale{clamp(slices.Min(all)), clamp(slices.Max(all))}
}

// shade is a fifth of the range; equal values are all in the middle.
func (s scale) shade(v int64, n int) int {
	if s.lo == s.hi {
		return n / 2
	}
	return s.at(v, n)
}

func (v Heat) drawRow(c *canvas, at int, cols part, x, y, cell int, s scale) {
	g := &c.th.Glyphs
	for j := range cols.n {
		col := cols.from + j
		if col >= len(v.Values[at]) {
			return
		}
		n := s.shade(clamp(v.Values[at][col]), len(g.Shades))
		style := c.th.Series[0]
		if n == 0 {
			style = c.th.Dim
		}
		for k := range cell {
			if !v.Blank(v.Values[at][col]) {
				c.set(x+j*cell+k, y, g.Shades[n], style, line)
			}
		}
		switch {
		case v.ShowPoint && at == v.Row && col == v.Col:
			v.drawPoint(c, x+j*cell, y, cell)
		case v.ShowHome && at == v.HomeRow && col == v.HomeCol:
			c.set(x+j*cell+(cell-1)/2, y, g.Ring, c.th.Cursor, firm)
		case v.best(at) == col:
			c.set(x+j*cell+(cell-1)/2, y, g.Winner, c.th.Good, firm)
		}
	}
}

// best is the column at which a row is at its best, -1 where none is marked.
func (v Heat) best(row int) int {
	if row >= len(v.Best) {
		return -1
	}
	return v.Best[row]
}

// drawPoint brackets the cell where its shade remains to be seen between.
func (v Heat) drawPoint(c *canvas, x, y, cell int) {
	if cell < 3 {
		for k := range cell {
			c.set(x+k, y, c.th.Glyphs.Diamond, c.th.Cursor, firm)
		}
		return
	}
	c.set(x, y, "[", c.th.Cursor, firm)
	for k := 1; k < cell-1; k++ {
		c.at(x+k, y).style = c.th.Cursor
	}
	c.set(x+cell-1, y, "]", c.th.Cursor, firm)
}

func (v Heat) drawHead(c *canvas, cols part, x, cell int) {
	var marks []mark
	for j := range cols.n {
		marks = append(marks, mark{j * cell, c.th.Clean(v.Cols[cols.from+j]), j == 0})
	}
	c.drawTicks(thin(labelled(marks), c.w-x), x, 0, c.w-x)
}

// key explains the shades, then what part of the grid is shown if not all is.
func (v Heat) key(rows, cols part, s scale, th *theme.Theme) string {
	g := th.Glyphs
	text := g.Shades[0] + " " + th.Clean(v.Label(s.lo)) + "  " +
		g.Shades[1] + " " + g.Shades[2] + " " + g.Shades[3] + "  " +
		g.Shades[4] + " " + th.Clean(v.Label(s.hi))
	if s.lo == s.hi {
		text = g.Shades[2] + " " + th.Clean(v.Label(s.lo))
	}
	if v.ShowHome && (v.HomeRow != v.Row || v.HomeCol != v.Col) {
		text += "  " + g.Ring + " as it is"
	}
	if slices.ContainsFunc(v.Best, func(col int) bool { return col >= 0 }) {
		text += "  " + g.Winner + " best across"
	}
	if rows.cut() {
		text += fmt.Sprintf("  rows %d-%d of %d", rows.from+1, rows.from+rows.n, rows.all)
	}
	if cols.cut() {
		text += fmt.Sprintf("  columns %d-%d of %d", cols.from+1, cols.from+cols.n, cols.all)
	}
	return text
}
