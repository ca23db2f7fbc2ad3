package picture

import (
	"io"
	"strconv"
	"unicode/utf8"
)

const (
	margin   = 16 // around the screen, in units
	baseline = 12 // of the text in its row
	under    = 14 // where the line under a text is
)

// SVG writes the screen as an image without scripts and without anything from
// elsewhere: the same bytes for the same screen.
func SVG(w io.Writer, s Screen) error {
	p := newPage(s)
	g := p.grid
	var backs, marks drawing
	var text page
	text.grid, text.classes = g, p.classes
	for y, row := range g.rows {
		text.row(row, y, &backs, &marks)
	}
	p.styles = text.styles
	width, height := strconv.Itoa(g.cols*cols/unit+2*margin), strconv.Itoa(len(g.rows)*rows/unit+2*margin)
	p.put(`<svg xmlns="http://www.w3.org/2000/svg" width="`, width, `" height="`, height,
		`" viewBox="-`, strconv.Itoa(margin), ` -`, strconv.Itoa(margin), ` `, width, ` `, height, `" role="img" aria-labelledby="title">`, "\n<title id=\"title\">")
	p.escape(p.title)
	p.put("</title>\n<style>\ntext{font:13.3px ", fonts, ";white-space:pre;fill:", g.paper.text, "}\n", p.rules("fill"), "</style>\n")
	p.put(`<rect x="-`, strconv.Itoa(margin), `" y="-`, strconv.Itoa(margin), `" width="`, width, `" height="`, height, `" rx="10" fill="`, g.paper.back, "\"/>\n")
	backs.svg(p)
	marks.svg(p)
	p.put(text.String(), "</svg>\n")
	return p.send(w)
}

// row draws what is drawn of a row, and writes the rest.
func (p *page) row(row []cell, y int, backs, marks *drawing) {
	var r run
	x := 0
	for _, c := range row {
		drawn := under(c, x, y, backs, marks)
		if r.ends(c, drawn, x) {
			p.text(r, y)
			r = run{}
		}
		if !drawn && !c.blank() {
			r.add(c, x)
		}
		x += c.width
	}
	p.text(r, y)
}

// run is text of one style, with at most one blank between two words: a longer
// gap is left out, and each side of it stands at its own cell.
type run struct {
	text     string
	ink      ink
	from, to int // cells
	alone    bool
}

// ends tells whether a run stops before a cell.
func (r *run) ends(c cell, drawn bool, x int) bool {
	switch {
	case r.text == "":
		return false
	case drawn || x > r.to+1:
		return true
	case c.blank():
		return false
	}
	a, b := r.ink, c.ink
	a.back, b.back, a.underlined, b.underlined = "", "", false, false
	return a != b || r.alone || alone(c)
}

func (r *run) add(c cell, x int) {
	if r.text == "" {
		r.from, r.ink, r.alone = x, c.ink, alone(c)
	} else if x > r.to {
		r.text += " "
	}
	r.text += c.text
	r.to = x + c.width
}

// alone tells of a character that the fonts named may lack, so that it comes
// from a font with other widths.
func alone(c cell) bool {
	first, _ := utf8.DecodeRuneInString(c.text)
	return c.width != 1 || first >= 0x2000
}

// text writes a run at its cells: as wide as these, in any font.
func (p *page) text(r run, y int) {
	if r.text == "" {
		return
	}
	p.put("<text")
	if class := p.class(r.ink); class != "" {
		p.put(` class="`, class, `"`)
	}
	p.put(` x="`, length(r.from*cols), `" y="`, strconv.Itoa(y*rows/unit+baseline), `"`)
	if n := r.to - r.from; n > 1 {
		p.put(` textLength="`, length(n*cols), `"`)
	}
	p.put(">")
	p.escape(r.text)
	p.put("</text>\n")
}
