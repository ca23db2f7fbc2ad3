package picture

import (
	"strings"
	"unicode/utf8"
)

// piece is neighbouring cells of a row that are written, or drawn, as one.
type piece struct {
	cells    []cell
	from, to int // columns
	class    string
	drawn    bool
	alone    bool // one character, whose width is the font's own
}

func (q piece) text() string {
	var b strings.Builder
	for _, c := range q.cells {
		b.WriteString(c.text)
	}
	return b.String()
}

// Where things are in a row, in units.
const (
	baseline = 12
	under    = 14 // the line under a text
)

// pieces draws what is drawn of a row and puts the rest together. A blank
// belongs to the text before it, whatever its style: that is drawn.
func (p *page) pieces(row []cell, y int) []piece {
	var list []piece
	x := 0
	for _, c := range row {
		drawn := p.draw(c, x, y)
		next := piece{[]cell{c}, x, x + c.width, p.class(c.ink), drawn, !drawn && alone(c)}
		if c.blank() {
			next.class = ""
		}
		x += c.width
		if n := len(list); n > 0 && list[n-1].takes(next) {
			list[n-1].cells, list[n-1].to = append(list[n-1].cells, c), x
			continue
		}
		list = append(list, next)
	}
	return list
}

func (q piece) takes(next piece) bool {
	if q.drawn || next.drawn || q.alone || next.alone {
		return q.drawn && next.drawn
	}
	return q.class == next.class || next.cells[0].blank()
}

// alone tells of a character that the fonts named may lack, so that it comes
// from a font with other widths.
func alone(c cell) bool {
	first, _ := utf8.DecodeRuneInString(c.text)
	return c.width != 1 || first >= 0x2000
}

// draw puts down what lies under the text of a cell, and the character itself
// if it is one that is drawn.
func (p *page) draw(c cell, x, y int) (drawn bool) {
	x, y = x*cols, y*rows
	if c.ink.back != "" {
		p.backs.with(brush{color: c.ink.back, opacity: opaque}).fill(x, y, c.width*cols, rows)
	}
	if c.ink.underlined {
		m := p.marks.with(brush{color: c.ink.text, width: thin, opacity: opaque})
		m.lineAcross(y+under*unit, x, x+c.width*cols)
	}
	return p.marks.glyph(c.text, x, y, c.ink.text)
}

// words are the parts of a piece between gaps of more than one blank, each of
// which stands at its own column.
func (q piece) words() []piece {
	var list []piece
	x, gap := q.from, 0
	for _, c := range q.cells {
		switch {
		case c.blank():
			gap++
		case gap > 1 || len(list) == 0:
			list = append(list, piece{from: x, class: q.class})
			gap = 0
		}
		x += c.width
		if c.blank() {
			continue
		}
		last := &list[len(list)-1]
		if gap == 1 {
			last.cells = append(last.cells, cell{text: " ", width: 1})
		}
		last.cells, last.to, gap = append(last.cells, c), x, 0
	}
	return list
}
