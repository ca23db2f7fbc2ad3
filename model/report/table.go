package report

import (
	"io"
	"strings"
)

// columns is how wide a text report is at most.
const columns = 80

// table is a grid of texts. Its cells are cleaned when they are written.
type table struct {
	head []string
	left int // how many columns, from the left, hold words; the others hold figures
	rows [][]string
	last bool // the last column holds words, too, and wraps
	most int  // how wide a column of words gets before the last; 0: wordWidth
}

// Rows without figures: a line over the next ones, and a gap.
var (
	rule  = []string{"-"}
	space = []string{""}
)

// blank tells a rule or a space from a row of figures.
func blank(row []string) bool { return len(row) == 1 }

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// page gathers text that is written at once.
type page struct{ strings.Builder }

// line writes words that wrap at the edge.
func (p *page) line(s string) {
	for _, l := range wrap(Clean(s), columns) {
		p.WriteString(l + "\n")
	}
}

// item writes words that wrap under their beginning.
func (p *page) item(mark, s string) {
	for _, l := range wrap(Clean(s), columns-len(mark)) {
		p.WriteString(mark + l + "\n")
		mark = strings.Repeat(" ", len(mark))
	}
}

// section begins a part of the page.
func (p *page) section(title string) {
	if p.Len() > 0 {
		p.WriteString("\n")
	}
	p.line(title)
}

func (p *page) flush(w io.Writer) error {
	_, err := io.WriteString(w, p.String())
	return err
}

// indent and gap stand before the first column and between two.
const (
	indent = 2
	gap    = 2
)

// table writes t, in several blocks beside the words where its figures are too
// wide for one.
func (p *page) table(t *table) {
	t.clean()
	if t.last || t.width() <= columns {
		p.grid(t)
		return
	}
	for i, block := range t.blocks() {
		if i > 0 {
			p.WriteString("\n")
		}
		p.grid(block)
	}
}

func (t *table) clean() {
	for i := range t.head {
		t.head[i] = Clean(t.head[i])
	}
	for _, row := range t.rows {
		for i := range row {
			row[i] = Clean(row[i])
		}
	}
}

// headWidth is how wide a column gets for its heading alone; longer headings
// wrap.
const headWidth = 14

// wordWidth is how wide a column of words gets, unless it is the last or the
// table says otherwise.
const wordWidth = 30

// widths are those of the columns, headings wrapped.
func (t *table) widths() []int {
	w, most := make([]int, len(t.head)), wordWidth
	if t.most > 0 {
		most = t.most
	}
	for i, h := range t.head {
		w[i] = min(cells(h), headWidth)
	}
	for _, row := range t.rows {
		if blank(row) {
			continue
		}
		for i, cell := range row {
			n := cells(cell)
			if i < t.left {
				n = min(n, most)
			}
			w[i] = max(w[i], n)
		}
	}
	if t.last {
		rest := columns - indent
		for _, n := range w[:len(w)-1] {
			rest -= n + gap
		}
		w[len(w)-1] = min(w[len(w)-1], rest)
	}
	return w
}

func (t *table) width() int {
	sum := indent - gap
	for _, n := range t.widths() {
		sum += gap + n
	}
	return sum
}

// blocks splits the columns of figures over as many tables as it takes.
func (t *table) blocks() []*table {
	widths := t.widths()
	words := indent
	for _, n := range widths[:t.left] {
		words += n + gap
	}
	var list []*table
	for from := t.left; from < len(t.head); {
		used, to := words-gap, from
		for to < len(t.head) && (to == from || used+gap+widths[to] <= columns) {
			used += gap + widths[to]
			to++
		}
		list = append(list, t.cut(from, to))
		from = to
	}
	return list
}

// cut is the table with some of its columns of figures.
func (t *table) cut(from, to int) *table {
	part := func(row []string) []string {
		if blank(row) {
			return row
		}
		return append(append([]string{}, row[:t.left]...), row[from:to]...)
	}
	c := &table{head: part(t.head), left: t.left}
	for _, row := range t.rows {
		c.rows = append(c.rows, part(row))
	}
	return c
}

// grid writes a table that fits.
func (p *page) grid(t *table) {
	widths := t.widths()
	if strings.Join(t.head, "") != "" {
		p.row(t, widths, t.head, true)
	}
	for _, row := range t.rows {
		if blank(row) {
			p.blank(t, widths, row[0])
			continue
		}
		p.row(t, widths, row, false)
	}
}

func (t *table) words(column int) bool {
	return column < t.left || t.last && column == len(t.head)-1
}

// row writes one row; what is wrapped goes on below. Headings stand at the
// foot of their lines, cells at the top.
func (p *page) row(t *table, widths []int, row []string, foot bool) {
	parts, height := make([][]string, len(row)), 1
	for i, cell := range row {
		parts[i] = wrap(cell, widths[i])
		height = max(height, len(parts[i]))
	}
	for n := range height {
		var b strings.Builder
		b.WriteString(strings.Repeat(" ", indent))
		for i, lines := range parts {
			at := n
			if foot {
				at -= height - len(lines)
			}
			text := ""
			if at >= 0 && at < len(lines) {
				text = lines[at]
			}
			if i > 0 {
				b.WriteString(strings.Repeat(" ", gap))
			}
			b.WriteString(pad(text, widths[i], !t.words(i)))
		}
		p.WriteString(strings.TrimRight(b.String(), " ") + "\n")
	}
}

// blank draws a line over the figures, or leaves one free.
func (p *page) blank(t *table, widths []int, mark string) {
	cells := make([]string, len(widths))
	for i, n := range widths {
		if !t.words(i) {
			cells[i] = strings.Repeat(mark, n)
		}
	}
	p.row(t, widths, cells, false)
}
