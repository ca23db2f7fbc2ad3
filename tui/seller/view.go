package seller

import (
	"fmt"

	"termsheet/model/money"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// The cells of the summary.
const (
	labelWidth = 18
	valueWidth = 15
)

// mostNote is how many lines a note can take.
const mostNote = 3

// View draws the summary and below it the invoices.
func (s *Sheet) View(th *theme.Theme, size pane.Size) pane.Box {
	box := pane.Box{Title: "Seller's side", Lines: s.summary(th, size.W)}
	room := size.H - len(box.Lines) - 3
	if room < 1 {
		box.Lines = box.Lines[:min(len(box.Lines), max(size.H-4, 0))]
		room = size.H - len(box.Lines) - 3
	}
	box.Lines = append(box.Lines, "")
	c := fit(s.columns(), size.W)
	box.Lines = append(box.Lines, c.row(th, th.Dim, func(col column) string { return col.head }))
	first := max(min(s.first, len(s.view.Lines)-room), 0)
	for i := first; i < min(first+room, len(s.view.Lines)); i++ {
		box.Lines = append(box.Lines, c.row(th, th.Text, func(col column) string { return col.of(i) }))
	}
	box.Lines = append(box.Lines, c.row(th, th.Strong, func(col column) string { return col.sum }))
	if len(s.view.Lines) > room {
		box.Right = fmt.Sprintf("invoices %d to %d of %d", first+1, min(first+room, len(s.view.Lines)), len(s.view.Lines))
	}
	return box
}

// summary are the lines above the invoices.
func (s *Sheet) summary(th *theme.Theme, w int) []string {
	var out []string
	for _, f := range s.facts() {
		r, style := pane.NewRow(th), th.Text
		if f.strong {
			style = th.Strong
		}
		r.Left(th.Dim, f.label, labelWidth).Right(style, th.Clean(f.value), valueWidth).Gap(2)
		note := pane.Wrap(th.Clean(f.note), w-r.Width())
		if len(note) > mostNote && f.short != "" { // half a sentence could say the contrary
			note = pane.Wrap(th.Clean(f.short), w-r.Width())
		}
		for i, line := range note {
			if i > 0 {
				r = pane.NewRow(th).Gap(labelWidth + valueWidth + 2)
			}
			out = append(out, r.Left(th.Dim, line, w-r.Width()).String())
		}
	}
	add := func(style theme.Style, text string) {
		out = append(out, pane.Paragraph(th, style, text, w)...)
	}
	if cliff := s.cliff(); cliff != "" {
		add(th.Warn, cliff)
	}
	if s.own.Notes != "" {
		add(th.Text, "Notes: "+s.own.Notes)
	}
	return out
}

// column is a column of the table of invoices.
type column struct {
	head  string
	width int
	left  bool
	of    func(i int) string
	sum   string
	rank  int // the highest goes first where there is no room
}

type columns []column

func (s *Sheet) columns() columns {
	lines := s.view.Lines
	amount := func(of func(i int) money.Amount) func(int) string {
		return func(i int) string { return of(i).Grouped() }
	}
	var all money.Amount
	for i := range lines {
		all += lines[i].Amount
	}
	v := s.view
	return columns{
		{"invoice", 11, true, func(i int) string { return lines[i].Date.String() }, "together", 0},
		{"for", 12, true, func(i int) string { return lines[i].What }, "", 3},
		{"amount", 14, false, amount(func(i int) money.Amount { return lines[i].Amount }), all.Grouped(), 1},
		{"never billed", 13, false, amount(func(i int) money.Amount { return lines[i].Unbilled }), v.Unbilled.Grouped(), 5},
		{"listing fee", 13, false, amount(func(i int) money.Amount { return lines[i].Fee }), v.Fee.Grouped(), 2},
		{"margin", 13, false, amount(func(i int) money.Amount { return lines[i].Margin }), v.Margin.Grouped(), 4},
		{"net", 15, false, amount(func(i int) money.Amount { return lines[i].Net }), v.Net.Grouped(), 0},
	}
}

// fit leaves out the columns that there is no room for, and gives the rest what
// is left over.
func fit(all columns, w int) columns {
	for rank := 5; rank > 0; rank-- {
		if all.width() <= w {
			break
		}
		var kept columns
		for _, c := range all {
			if c.rank != rank {
				kept = append(kept, c)
			}
		}
		all = kept
	}
	return all
}

func (c columns) width() int {
	n := 0
	for _, col := range c {
		n += col.width
	}
	return n
}

func (c columns) row(th *theme.Theme, style theme.Style, of func(column) string) string {
	r := pane.NewRow(th)
	for _, col := range c {
		if col.left {
			r.Left(style, of(col), col.width)
			continue
		}
		r.Right(style, of(col), col.width)
	}
	return r.String()
}
