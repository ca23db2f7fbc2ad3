// Package chart draws what a deal costs over time: step lines, the timeline's
// lanes, coverage bars, invoices, load strips, heat grids and waterfalls.
//
// Every chart is a value that holds what to show; its Lines method draws it
// into exactly h lines of exactly w cells. The same value gives the same lines.
// Labels may come from files: they are cleaned here, and are cut with a mark or
// left out when they do not fit, never written over something else.
//
// Days are whole numbers, amounts whole cents; no fraction is involved.
package chart

import (
	"termsheet/tui/theme"

	"github.com/charmbracelet/x/ansi"
)

// hold says how firmly a cell is taken.
type hold uint8

const (
	empty hold = iota
	line       // part of a line or bar: a label may stand on it
	firm       // a glyph or label: stays
)

// tail fills the second cell of a wide character.
const tail = "\x00"

type cell struct {
	s     string // one grapheme cluster; empty is a blank
	style theme.Style
	hold  hold
}

// canvas is a grid of cells that becomes lines at the end, so that nothing
// drawn in the middle can change the width of a line.
type canvas struct {
	w, h  int
	cells []cell
	wide  bool   // a wide character has been written
	buf   []byte // a line being written
	th    *theme.Theme
}

func newCanvas(w, h int, th *theme.Theme) *canvas { return new(Sheet).canvas(w, h, th) }

// Sheet is what a chart is drawn on. One that is drawn on again and again saves more
// time than many a chart takes. The zero Sheet is ready.
type Sheet struct{ last canvas }

// canvas is the sheet, empty, in a size.
func (s *Sheet) canvas(w, h int, th *theme.Theme) *canvas {
	w, h = max(w, 0), max(h, 0)
	if cap(s.last.cells) < w*h || s.last.cells == nil {
		s.last.cells, s.last.buf = make([]cell, w*h), make([]byte, 0, 6*w)
	}
	s.last = canvas{w: w, h: h, cells: s.last.cells[:w*h], th: th, buf: s.last.buf}
	s.last.wipe()
	return &s.last
}

func (c *canvas) inside(x, y int) bool { return x >= 0 && x < c.w && y >= 0 && y < c.h }

func (c *canvas) at(x, y int) *cell { return &c.cells[y*c.w+x] }

// set puts a glyph of one cell; what lies outside is left out.
func (c *canvas) set(x, y int, glyph string, style theme.Style, h hold) {
	if !c.inside(x, y) {
		return
	}
	if c.wide {
		c.part(x, y)
	}
	*c.at(x, y) = cell{glyph, style, h}
}

// part clears the other half of a wide character that is about to lose one.
func (c *canvas) part(x, y int) {
	if c.at(x, y).s == tail && x > 0 {
		c.at(x-1, y).s = ""
	}
	if x+1 < c.w && c.at(x+1, y).s == tail {
		c.at(x+1, y).s = ""
	}
}

// open says that no cell of the run is firm, and that all of it is inside.
func (c *canvas) open(x, y, n int) bool { return c.below(firm, x, y, n) }

// blank says that nothing at all is drawn in the run.
func (c *canvas) blank(x, y, n int) bool { return c.below(line, x, y, n) }

func (c *canvas) below(limit hold, x, y, n int) bool {
	if n < 0 || !c.inside(x, y) || x+n > c.w {
		return false
	}
	for i := range n {
		if c.at(x+i, y).hold >= limit {
			return false
		}
	}
	return true
}

// run is how many cells from x on, up to end, are not firm.
func (c *canvas) run(x, y, end int) int {
	n := 0
	for x+n < min(end, c.w) && c.inside(x+n, y) && c.at(x+n, y).hold < firm {
		n++
	}
	return n
}

// text writes s, which has to be clean, into at most room cells, cut with a
// mark. It returns the cells used.
func (c *canvas) text(x, y int, s string, style theme.Style, room int) int {
	if !c.inside(x, y) {
		return 0
	}
	room = min(room, c.w-x)
	if room <= 0 {
		return 0
	}
	if theme.Width(s) > room {
		s = c.th.Fit(s, room)
	}
	used := 0
	for len(s) > 0 {
		cluster, w := s[:1], 1
		if s[0] >= 0x80 || len(s) > 1 && s[1] >= 0x80 {
			cluster, w = ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		}
		s = s[len(cluster):]
		if w == 0 || used+w > room {
			continue
		}
		c.set(x+used, y, cluster, style, firm)
		c.wide = c.wide || w > 1
		for i := 1; i < w; i++ {
			c.set(x+used+i, y, "", style, firm)
			c.at(x+used+i, y).s = tail
		}
		used += w
	}
	return used
}

// textRight writes s so that it ends before x+room.
func (c *canvas) textRight(x, y int, s string, style theme.Style, room int) {
	n := min(theme.Width(s), room)
	c.text(x+room-n, y, s, style, n)
}

// lines joins the cells to runs of one style each.
func (c *canvas) lines() []string {
	out := make([]string, c.h)
	for y := range c.h {
		out[y] = c.line(y)
	}
	return out
}

func (c *canvas) line(y int) string {
	buf := c.buf[:0]
	var style theme.Style
	before, after := "", ""
	for x := range c.w {
		at := c.at(x, y)
		if at.s == tail {
			continue
		}
		if at.style != style {
			buf = append(buf, after...)
			style = at.style
			before, after = style.Sequences()
			buf = append(buf, before...)
		}
		if at.s == "" {
			buf = append(buf, ' ')
		} else {
			buf = append(buf, at.s...)
		}
	}
	c.buf = append(buf, after...)
	return string(c.buf)
}

// wipe makes all of the canvas empty again.
func (c *canvas) wipe() {
	clear(c.cells)
	c.wide = false
}
