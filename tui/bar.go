package tui

import (
	"cmp"
	"slices"
	"strings"

	"termsheet/tui/compare"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// bar is a line at the edge of the screen, and what can be clicked in it.
type bar struct {
	text   string
	places []place
}

// place is a run of cells that stands for a key, or for one of several things by
// its number.
type place struct {
	pane.Span
	key string
	at  int
}

// find is what stands at a column.
func (b bar) find(x int) (place, bool) {
	for _, p := range b.places {
		if p.Has(x) {
			return p, true
		}
	}
	return place{}, false
}

// barRow writes a bar, and notes where what can be clicked stands.
type barRow struct {
	*pane.Row
	th     *theme.Theme
	places []place
}

func newBar(th *theme.Theme) *barRow { return &barRow{Row: pane.NewRow(th), th: th} }

func (r *barRow) gap(n int) *barRow {
	r.Gap(n)
	return r
}

// place notes what the text that was written last stands for.
func (r *barRow) place(p place, text string) *barRow {
	p.Span = pane.Span{From: r.Width() - theme.Width(text), To: r.Width()}
	r.places = append(r.places, p)
	return r
}

// placePart notes what a part of the text that was written last stands for.
func (r *barRow) placePart(p place, text, part string) {
	before, _, _ := strings.Cut(text, part)
	from := r.Width() - theme.Width(text) + theme.Width(before)
	p.Span = pane.Span{From: from, To: from + theme.Width(part)}
	r.places = append(r.places, p)
}

// hint writes a key, or several, and what it does. What it does stands for the
// last of them.
func (r *barRow) hint(keys, does string) {
	for _, key := range strings.Fields(keys) {
		from := r.Width() + 1
		r.Add(r.th.Key, " "+key)
		r.places = append(r.places, place{Span: pane.Span{From: from, To: r.Width()}, key: key})
	}
	r.Add(r.th.Dim, " "+does+" ")
	if n := len(r.places); n > 0 {
		r.places[n-1].To = r.Width()
	}
}

// bar is the line, in w cells.
func (r *barRow) bar(w int) bar {
	r.Gap(w - r.Width())
	return bar{r.String(), r.places}
}

// compareFooter are the keys of the comparison with what they do, the most useful
// first, and the way to all of them and out at the end.
func (a *App) compareFooter() []string {
	var list []*action
	var last []string
	for i := range a.actions {
		act := &a.actions[i]
		switch {
		case act.in&inCompare == 0 || act.group == moving || act.hint == "" || len(act.keys) == 0 || a.off(act) != "" || act.own && a.session.Presenting():
		case act.group == general:
			last = append(last, act.keys[0]+" "+act.hint)
		default:
			list = append(list, act)
		}
	}
	slices.SortStableFunc(list, func(a, b *action) int { return cmp.Compare(a.rank, b.rank) })
	var parts []string
	for _, act := range list {
		parts = append(parts, act.keys[0]+" "+act.hint)
	}
	return append(append(parts, last...), a.overlay.sheet.Footer())
}

// fitHints leaves out of a footer what there is no room for, from before its last
// words: those are the way out.
func fitHints(parts []string, last, w int) string {
	footer := strings.Join(parts, hintGap)
	for theme.Width(footer) > w && len(parts) > last {
		parts = slices.Delete(parts, len(parts)-last-1, len(parts)-last)
		footer = strings.Join(parts, hintGap)
	}
	return footer
}

// compareLast is how many hints of the comparison stay in any room: help, and the
// way back.
const compareLast = 2

// hintGap parts the hints of a footer.
const hintGap = "  "

// overlayHints is the bottom line of an overlay: its words, each key with what
// it does standing apart from the next by two blanks.
func (a *App) overlayHints(w int) bar {
	text := " " + fitHints(strings.Split(a.overlay.face().Footer(), hintGap), 1, w-1)
	if _, ok := a.overlay.sheet.(*compare.Sheet); ok {
		text = " " + fitHints(a.compareFooter(), compareLast, w-1)
	}
	b := bar{text: a.theme.Dim.Render(a.theme.Fit(text, w))}
	from := 1
	for _, words := range strings.Split(strings.TrimLeft(text, " "), hintGap) {
		key, _, _ := strings.Cut(words, " ")
		to := from + theme.Width(words)
		b.places = append(b.places, place{Span: pane.Span{From: from, To: to}, key: key})
		from = to + len(hintGap)
	}
	return b
}
