package picture

import (
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"termsheet/tui/theme"
)

// ink is how a cell is painted, with everything worked out: reversed colours are
// exchanged, faint ones mixed. Colours are "#rrggbb"; no back is the page's.
type ink struct {
	text, back       string
	bold, underlined bool
}

// written is the part of the ink that text needs; the rest is drawn under it.
func (k ink) written() ink { return ink{text: k.text, bold: k.bold} }

// cell is one character of the screen, one or two cells wide.
type cell struct {
	text  string
	width int
	ink   ink
}

func (c cell) blank() bool { return c.text == " " }

// grid is the screen, row by row.
type grid struct {
	paper ink    // of what no style says anything about
	edge  string // the colour around the paper, for a page of the same colour
	cols  int
	rows  [][]cell
}

// cells takes a screen apart.
func cells(text string, th theme.Theme) grid {
	lines := uv.NewStyledString(strings.TrimSuffix(text, "\n"))
	g := grid{cols: lines.UnicodeWidth()}
	screen := uv.NewScreenBuffer(g.cols, lines.Height())
	screen.Method = ansi.GraphemeWidth // as the application counts
	lines.Draw(screen, screen.Bounds())
	paper := paperOf(th)
	g.paper = ink{text: hex(paper.text), back: hex(paper.back)}
	g.edge = hex(mix(paper.text, paper.back, edgePart))
	for _, line := range screen.Lines {
		row := make([]cell, 0, g.cols)
		for _, c := range line {
			if c.Width > 0 { // the second half of a wide character has none
				row = append(row, cell{c.Content, c.Width, paper.ink(c.Style)})
			}
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// paper is what text is put on where no style says otherwise.
type paper struct{ text, back color.Color }

// paperOf is black on white where a theme leaves both to the terminal.
func paperOf(th theme.Theme) paper {
	if th.Background == nil || th.Foreground == nil {
		return paper{color.Black, color.White}
	}
	return paper{th.Foreground, th.Background}
}

// faintPart is how much of its colour faint text keeps, in percent: still
// readable on any paper.
const faintPart = 62

// edgePart is how much of the text's colour the edge has, in percent.
const edgePart = 20

func (p paper) ink(s uv.Style) ink {
	text, back := s.Fg, s.Bg
	if text == nil {
		text = p.text
	}
	under := back
	if under == nil {
		under = p.back
	}
	if s.Attrs&uv.AttrReverse != 0 {
		text, back, under = under, text, text
	}
	if s.Attrs&uv.AttrFaint != 0 {
		text = mix(text, under, faintPart)
	}
	k := ink{text: hex(text), bold: s.Attrs&uv.AttrBold != 0, underlined: s.Underline != uv.UnderlineNone}
	if back != nil {
		k.back = hex(back)
	}
	return k
}

// mix is a colour with so many percent of a and the rest of b.
func mix(a, b color.Color, percent uint32) color.Color {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	part := func(x, y uint32) uint8 { return uint8((x>>8*percent + y>>8*(100-percent) + 50) / 100) }
	return color.RGBA{part(r1, r2), part(g1, g2), part(b1, b2), 0xff}
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
