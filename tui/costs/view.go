package costs

import (
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// The cells of a figure's row.
const (
	labelWidth  = 13 // and a blank where there is room
	labelLeast  = 12
	amountLeast = 11
	amountMost  = 20
	deltaLeast  = 9
	deltaSigned = 10 // from which one of five digits has a sign before it
	deltaMost   = 16
)

// Follows tells whether the pane shows the type that is worked on and no other.
func (p *Pane) Follows(s *session.Session) bool {
	q := s.Quote()
	return q != nil && len(q.BreakEven) > mostTypes
}

// View draws the pane: the figures, and where there is room the months, beside
// or below them.
func (p *Pane) View(ctx pane.Context, size pane.Size) pane.Box {
	if size.W < monthsBeside {
		box := p.figures(ctx, size)
		if list := months(ctx, size.W, size.H-len(box.Lines)-1); list != nil {
			box.Lines = append(append(box.Lines, ""), list...)
		}
		return box
	}
	box := p.figures(ctx, pane.Size{W: figuresWidth, H: size.H})
	box.Lines = beside(ctx.Theme, box.Lines, figuresWidth+2, months(ctx, size.W-figuresWidth-2, size.H))
	return box
}

// figures are the lines of figures.
func (p *Pane) figures(ctx pane.Context, size pane.Size) pane.Box {
	s, th := ctx.Session, ctx.Theme
	box := pane.Box{Title: "Cost"}
	if pin := s.Pinned(); pin.Quote != nil {
		box.Right = "vs " + th.Clean(pin.Label)
	}
	room := size.H
	if current := s.Current(); current.Err != nil {
		reason := wrapped(th, current.Err.Error(), size.W, max(min(3, room-4), 1))
		for _, text := range reason {
			box.Lines = append(box.Lines, th.Bad.Render(text))
		}
		note := "no figures yet"
		if current.Stale() {
			note = "last good figures:"
		}
		box.Lines = append(box.Lines, th.Warn.Render(th.Fit(note, size.W)))
		room -= len(box.Lines)
	}
	list := lines(s, ctx.Key)
	at := max(min(p.row, len(list)-1), 0)
	if !ctx.Focused {
		at = 0
	}
	first := p.window.Scroll(at, at, len(list), room)
	box.First = first
	width := widest(th, list, size.W)
	seen := first + room
	if ctx.Roomy { // the margin below takes one, too
		seen++
	}
	rows := make([]pane.Line, 0, len(list)-first)
	for i := first; i < len(list); i++ {
		text := "" // the frame counts what does not fit
		if i < seen {
			text = row(ctx, list[i], size.W, width, ctx.Focused && i == at)
		}
		rows = append(rows, pane.Line{Text: text, Row: i})
	}
	box.AddApart(ctx, rows, room)
	box.Lines = append(box.Lines, p.split(ctx, size.W, size.H-len(box.Lines))...)
	return box
}

func row(ctx pane.Context, l line, w, width int, here bool) string {
	th := ctx.Theme
	r := pane.NewRow(th)
	style := [...]*theme.Style{plain: &th.Text, strong: &th.Strong, good: &th.Good, warn: &th.Warn, faint: &th.Dim}[l.tone]
	label := th.Dim
	if here {
		label = th.Selection
	}
	if !l.figure {
		r.Add(label, l.label)
		r.Left(*style, " "+th.Clean(fitting(l, w-r.Width()-1)), w-r.Width())
		return r.String()
	}
	r.Left(label, th.Clean(l.label), width)
	amount := max(min(amountMost, w-width-deltaMost), min(amountLeast, w-width))
	delta := min(w-width-amount, deltaMost)
	r.Right(*style, pane.Money(l.amount, amount), amount)
	if delta >= deltaLeast {
		r.Change(l.amount-l.base, l.want, l.has, delta)
	}
	return r.String()
}

// fitting are the longest words of a line that fit into w cells.
func fitting(l line, w int) string {
	words := l.words()
	for len(words) > 1 && theme.Width(words[0]) > w {
		words = words[1:]
	}
	return words[0]
}

// wrapped breaks words over at most n lines; what is left out is marked.
func wrapped(th *theme.Theme, text string, w, n int) []string {
	words := pane.Wrap(th.Clean(text), w)
	if len(words) > n {
		words[n-1] = th.Fit(words[n-1]+" "+th.Glyphs.Ellipsis, w)
		words = words[:n]
	}
	return words
}
