package theme

import (
	"strconv"
	"strings"
)

// What a panel's frame takes on each side.
const (
	PanelLeft = 2
	PanelTop  = 1
)

// PanelInner is the room for content in a panel of w x h cells.
func PanelInner(w, h int) (int, int) { return max(w-2*PanelLeft, 0), max(h-2*PanelTop, 0) }

// Panel writes a bordered box of h lines, each exactly w cells: the title and
// the words on the right stand in the top border, lines are cut or padded to
// the inner width. Lines that do not fit are counted in the bottom border. A
// focused panel is marked by shape as well as colour. Title and right may hold
// painted runs; text from files has to go through Clean first.
func (t *Theme) Panel(title, right string, lines []string, w, h int, focused bool) []string {
	return t.PanelAfter(Framed{}, title, right, lines, w, h, focused).Lines
}

// Framed is a panel as it was drawn.
type Framed struct {
	Lines []string

	title, right string
	left, end    string // what stands beside its lines
	inside       []string
}

// PanelAfter is Panel where one of the same size and focus was drawn before: what is
// still the same keeps its line.
func (t *Theme) PanelAfter(before Framed, title, right string, lines []string, w, h int, focused bool) Framed {
	now := Framed{title: title, right: right, inside: lines}
	now.Lines = t.panel(&now, &before, w, h, focused)
	return now
}

// panel writes the lines of a panel and what stands beside them.
func (t *Theme) panel(p, before *Framed, w, h int, focused bool) []string {
	if w <= 0 || h <= 0 {
		return nil
	}
	out := make([]string, 0, h)
	if w < 6 || h < 2 { // no room for a box
		for range h {
			out = append(out, strings.Repeat(" ", w))
		}
		return out
	}
	border, titleStyle := t.Border, t.Title
	if focused {
		border, titleStyle = t.BorderFocus, t.TitleFocus
	}
	kept := len(before.Lines) == h
	if kept && before.title == p.title && before.right == p.right {
		out = append(out, before.Lines[0])
	} else {
		out = append(out, t.panelTop(p.title, p.right, w, focused, border, titleStyle))
	}
	p.left, p.end = before.left, before.end
	if !kept {
		p.left, p.end = border.Render(t.Glyphs.Vertical)+" ", " "+border.Render(t.Glyphs.Vertical)
	}
	for i := range h - 2 {
		line := lineOf(p.inside, i)
		if kept && lineOf(before.inside, i) == line {
			out = append(out, before.Lines[i+PanelTop])
			continue
		}
		text, blanks := t.Fitted(line, w-4)
		out = append(out, p.left+text+blanks+p.end)
	}
	if kept && max(len(before.inside), h-2) == max(len(p.inside), h-2) {
		return append(out, before.Lines[h-1])
	}
	return append(out, t.panelBottom(len(p.inside)-(h-2), w, border))
}

// lineOf is a line, empty where there is none.
func lineOf(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// panelTop shares the border between the title, which comes first, and the
// words on the right, which go when there is no room for both.
func (t *Theme) panelTop(title, right string, w int, focused bool, border, style Style) string {
	g := t.Glyphs
	room := w - 6 // two corners, a cell before and after the title, a line on either side
	nt, nr := Width(title), Width(right)
	if nt > room {
		title, nt = t.Fit(title, room), room
	}
	if nr > 0 && nt+nr+3 > room {
		right, nr = "", 0
	}
	var b strings.Builder
	lead := g.Horizontal
	if focused {
		lead = g.Pointer
	}
	used := 2 // corners
	switch {
	case nt > 0:
		border.Write(&b, g.TopLeft+lead)
		b.WriteByte(' ')
		style.Write(&b, title)
		b.WriteByte(' ')
		used += nt + 3
	default:
		border.Write(&b, g.TopLeft+lead)
		used++
	}
	tail := g.TopRight
	if nr > 0 {
		used += nr + 3
		border.Write(&b, strings.Repeat(g.Horizontal, w-used))
		b.WriteByte(' ')
		t.Dim.Write(&b, right)
		b.WriteByte(' ')
		border.Write(&b, g.Horizontal+tail)
		return b.String()
	}
	border.Write(&b, strings.Repeat(g.Horizontal, w-used)+tail)
	return b.String()
}

func (t *Theme) panelBottom(hidden, w int, border Style) string {
	g := t.Glyphs
	note := ""
	if hidden > 0 {
		note = strconv.Itoa(hidden) + " more"
	}
	fill := w - 2 - len(note) - 3
	if note == "" || fill < 1 {
		return border.Render(g.BottomLeft + strings.Repeat(g.Horizontal, w-2) + g.BottomRight)
	}
	return border.Render(g.BottomLeft+strings.Repeat(g.Horizontal, fill)) +
		" " + t.Dim.Render(note) + " " + border.Render(g.Horizontal+g.BottomRight)
}
