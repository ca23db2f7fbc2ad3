package picture

import (
	"io"
	"strconv"
)

// margin is around the screen, in units.
const margin = 16

// SVG writes the screen as an image without scripts and without anything from
// elsewhere: the same bytes for the same screen.
func SVG(w io.Writer, s Screen) error {
	p := newPage(s)
	corner := strconv.Itoa(-margin)
	width := strconv.Itoa(p.width() + 2*margin)
	height := strconv.Itoa(p.height() + 2*margin)
	p.put(`<svg xmlns="http://www.w3.org/2000/svg" width="`, width, `" height="`, height, `" viewBox="`,
		corner, ` `, corner, ` `, width, ` `, height, `" role="img" aria-labelledby="title">`, "\n<title id=\"title\">")
	p.escape(p.title)
	p.put("</title>\n<style>\ntext{font:13.3px ", fonts, ";white-space:pre;fill:", p.grid.paper.text, "}\n", p.rules("fill"), "</style>\n")
	p.card()
	p.backs.svg(p)
	p.marks.svg(p)
	for y, row := range p.rows {
		for _, q := range row {
			if !q.drawn {
				p.texts(q.words(), y)
			}
		}
	}
	p.put("</svg>\n")
	return p.send(w)
}

// card is what the screen stands on; its edge is a line of one unit inside it.
func (p *page) card() {
	corner := length(-margin*unit + unit/2)
	p.put(`<rect x="`, corner, `" y="`, corner, `" width="`, strconv.Itoa(p.width()+2*margin-1), `" height="`, strconv.Itoa(p.height()+2*margin-1),
		`" rx="10" fill="`, p.grid.paper.back, `" stroke="`, p.grid.edge, "\"/>\n")
}

func (p *page) width() int  { return p.grid.cols * cols / unit }
func (p *page) height() int { return len(p.grid.rows) * rows / unit }

// texts writes words at their cells, as wide as these in any font.
func (p *page) texts(words []piece, y int) {
	for _, q := range words {
		p.put("<text")
		if q.class != "" {
			p.put(` class="`, q.class, `"`)
		}
		p.put(` x="`, length(q.from*cols), `" y="`, strconv.Itoa(y*rows/unit+baseline), `"`)
		if n := q.to - q.from; n > 1 {
			p.put(` textLength="`, length(n*cols), `"`)
		}
		p.put(">")
		p.escape(q.text())
		p.put("</text>\n")
	}
}
