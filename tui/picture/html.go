package picture

import (
	"io"
	"strconv"
)

// HTML writes the screen as a page of its own whose text can be selected and
// copied. What is drawn lies under the text and is as wide as its font, and the
// characters it stands for are there to be copied, but not seen.
func HTML(w io.Writer, s Screen) error {
	p := newPage(s)
	width, height := strconv.Itoa(p.width()), strconv.Itoa(p.height())
	p.put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n",
		`<meta name="viewport" content="width=device-width"/>`, "\n<title>")
	p.escape(p.title)
	p.put("</title>\n<style>\n", p.sheet(), "</style>\n</head>\n<body>\n<main>\n",
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `, width, ` `, height, `" preserveAspectRatio="none" aria-hidden="true">`, "\n")
	p.backs.svg(p)
	p.marks.svg(p)
	p.put("</svg>\n<pre>")
	for y, row := range p.rows {
		if y > 0 {
			p.put("\n")
		}
		for _, q := range row {
			p.span(q)
		}
	}
	p.put("</pre>\n</main>\n</body>\n</html>\n")
	return p.send(w)
}

// sheet is the style sheet of a page. A row is as high as the text's 1.2, and ch
// is what the font says a cell is.
func (p *page) sheet() string {
	paper, wide := p.grid.paper, strconv.Itoa(p.grid.cols)+"ch"
	return "body{margin:0;padding:1rem;background:" + paper.back + ";color:" + paper.text + "}\n" +
		"main{position:relative;width:" + wide + ";margin:auto;font:15px/1.2 " + fonts + "}\n" +
		"svg{position:absolute;width:100%;height:" + length(len(p.grid.rows)*12) + "em}\n" +
		"pre{position:relative;margin:0;font:inherit}\n" +
		"i{display:inline-block;height:1.2em;overflow:hidden;vertical-align:top;font-style:normal}\n" +
		".d{color:transparent}\n" + p.rules("color")
}

func (p *page) span(q piece) {
	class := q.class
	if q.drawn {
		class = "d"
	}
	end := ""
	switch {
	case q.drawn || q.alone: // takes the room of its cells, in whatever font it is found
		p.put(`<i style="width:`, strconv.Itoa(q.to-q.from), `ch"`)
		if q.drawn {
			p.put(` aria-hidden="true"`)
		}
		end = "</i>"
	case class != "":
		p.put("<span")
		end = "</span>"
	}
	if class != "" {
		p.put(` class="`, class, `"`)
	}
	if end != "" {
		p.put(">")
	}
	p.escape(q.text())
	p.put(end)
}
