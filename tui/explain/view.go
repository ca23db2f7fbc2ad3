package explain

import (
	"fmt"
	"strings"

	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// line is a line of a page as drawn; item is -1 outside the parts.
type line struct {
	item int
	text string
}

// Point puts the cursor on a part, and tells whether it stood there already.
func (s *Sheet) Point(row, _, first int) bool {
	p := s.top()
	was := p.at
	p.at, p.window = row, pane.Pointed(row, first)
	return row == was
}

// mostFormula is how many lines a formula may take; its parts are listed below.
const mostFormula = 3

// Rows is how many lines the page could use.
func (s *Sheet) Rows(w int) int {
	return len(s.top().lines(&theme.Theme{}, w))
}

// View draws the page that was opened last, the part at the cursor in sight.
func (s *Sheet) View(th *theme.Theme, size pane.Size) pane.Box {
	p := s.top()
	box := pane.Box{Title: th.Clean(p.title), Right: p.path}
	list := p.lines(th, size.W)
	from, to := 0, 0
	for i, l := range list {
		if l.item == p.at {
			if to == 0 {
				from = i
			}
			to = i + 1
		}
	}
	first := 0
	if p.at > 0 || to > size.H {
		first = max(min(p.window.Scroll(p.at, (from+to)/2, len(list), size.H), from), 0)
	}
	box.First = first
	for _, l := range list[first:min(first+size.H, len(list))] {
		box.Add(pane.Line{Text: l.text, Row: l.item})
	}
	if len(list) > size.H {
		box.Right = strings.TrimSpace(fmt.Sprintf("%s  %d of %d", p.path, p.at+1, max(len(p.items), 1)))
	}
	return box
}

// lines draws the whole page.
func (p *Page) lines(th *theme.Theme, w int) []line {
	var out []line
	add := func(style theme.Style, text string, most int) {
		words := pane.Wrap(th.Clean(text), w)
		for i, text := range words {
			if i == most-1 && len(words) > most {
				text = th.Fit(text+" "+th.Glyphs.Ellipsis, w)
			}
			if i < most {
				out = append(out, line{-1, style.Render(text)})
			}
		}
	}
	if p.value != "" {
		add(th.Strong, p.value, 1)
	}
	add(th.Text, p.what, w)
	if p.formula != "" && p.formula != p.value {
		add(th.Accent, p.formula, mostFormula)
	}
	section := ""
	for i := range p.items {
		if it := &p.items[i]; it.section != section {
			section = it.section
			out = append(out, line{-1, ""}, line{-1, th.Title.Render(th.Fit(section, w))})
		}
		out = append(out, p.item(th, i, w)...)
	}
	return out
}

// valueWidth is the cells of a value: at least half of all, and what its label
// leaves.
func valueWidth(label, value string, room int) int {
	return min(theme.Width(value), max(room/2, room-theme.Width(label)-1))
}

// item draws a part: its row and the small print below.
func (p *Page) item(th *theme.Theme, i, w int) []line {
	it := &p.items[i]
	mark, label := " ", th.Clean(it.label)
	switch {
	case it.open != nil:
		mark = th.Glyphs.CutRight
	case len(it.key) > 0:
		mark = th.Glyphs.Arrow
	}
	var out []line
	if it.value == "" {
		out = p.words(th, i, mark, label, w)
	} else {
		value := th.Clean(it.value)
		values := valueWidth(label, value, w-4)
		room := w - 4 - values - 1
		r := pane.NewRow(th).Gap(2).Add(th.Accent, mark).Gap(1)
		r.Left(th.Text, label, room).Gap(1).Right(th.Strong, value, values)
		text := r.String()
		if i == p.at {
			plain := th.Glyphs.Pointer + " " + mark + " " + th.Fit(label, room) + " " + th.FitRight(value, values)
			text = th.Selection.Render(th.Fit(plain, w))
		}
		out = append(out, line{i, text})
	}
	for _, text := range it.under {
		for _, each := range pane.Wrap(th.Clean(text), w-4) {
			out = append(out, line{i, "    " + th.Dim.Render(each)})
		}
	}
	return out
}

// words draws a part that has no value: as many lines as its words take.
func (p *Page) words(th *theme.Theme, i int, mark, label string, w int) []line {
	var out []line
	for n, each := range pane.Wrap(label, w-4) {
		lead := "  " + mark + " "
		switch {
		case n > 0:
			lead = "    "
		case i == p.at:
			lead = th.Glyphs.Pointer + " " + mark + " "
		}
		text := lead + each
		if i == p.at {
			text = th.Selection.Render(th.Fit(text, w))
		}
		out = append(out, line{i, text})
	}
	return out
}
