// Package picture turns a screen into a picture that can be shared: SVG for a
// page that shows images, HTML for one whose text can be copied. Lines, blocks
// and braille are drawn, not written, so that they join whatever font the
// viewer has; text stands at its cells.
package picture

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"termsheet/tui/theme"
)

// Screen is what a picture is made of.
type Screen struct {
	Text  string // lines with colours as escape sequences, as play.Snapshot gives them
	Title string // what the picture is called where it is not seen
	Theme theme.Theme
}

// fonts are tried in order; the last is always there.
const fonts = `ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace`

// page is a picture in the making.
type page struct {
	strings.Builder
	grid         grid
	title        string
	backs, marks drawing // what lies under the text
	rows         [][]piece
	styles       []ink // of the text, in the order in which they were met
	classes      map[ink]string
}

func newPage(s Screen) *page {
	p := &page{grid: cells(s.Text, s.Theme), title: oneLine(s.Title), classes: map[ink]string{}}
	if p.title == "" {
		p.title = "termsheet"
	}
	for y, row := range p.grid.rows {
		p.rows = append(p.rows, p.pieces(row, y))
	}
	return p
}

// oneLine keeps a title from breaking into several.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (p *page) put(parts ...string) {
	for _, s := range parts {
		p.WriteString(s)
	}
}

// escape adds text that a reader takes for nothing but text; what XML cannot
// hold becomes a symbol.
func (p *page) escape(text string) { _ = xml.EscapeText(p, []byte(text)) } // a builder takes everything

func (p *page) send(w io.Writer) error {
	_, err := io.WriteString(w, p.String())
	return err
}

// class is the name of a style of text; plain text has none.
func (p *page) class(k ink) string {
	k = k.written()
	if k == p.grid.paper.written() {
		return ""
	}
	name, known := p.classes[k]
	if !known {
		name = "c" + strconv.Itoa(len(p.styles))
		p.classes[k] = name
		p.styles = append(p.styles, k)
	}
	return name
}

// rules are the styles that were met, as a style sheet in which the given
// property sets the colour of text.
func (p *page) rules(property string) string {
	var b strings.Builder
	for i, k := range p.styles {
		var set []string
		if k.text != p.grid.paper.text {
			set = append(set, property+":"+k.text)
		}
		if k.bold {
			set = append(set, "font-weight:700")
		}
		b.WriteString(".c" + strconv.Itoa(i) + "{" + strings.Join(set, ";") + "}\n")
	}
	return b.String()
}
