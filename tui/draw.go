package tui

import (
	"fmt"
	"strings"

	"termsheet/tui/book"
	"termsheet/tui/input"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/terms"
	"termsheet/tui/theme"
	"termsheet/tui/timeline"
)

// cached is a pane as it was drawn, with everything it was drawn from.
type cached struct {
	of     drawn
	framed theme.Framed
	box    pane.Box // inside the frame and its margin
}

// drawn is what a pane depends on; equal values draw the same.
type drawn struct {
	generation, moves, looks int
	place                    rect
	focused                  bool
	key                      string // only where the pane shows it
	hearings                 int    // likewise
	typed                    input.Typed
	typing                   bool
}

// framed is what the rows of a pane depend on besides what they say.
func (d drawn) framed() drawn { return drawn{looks: d.looks, place: d.place, focused: d.focused} }

// Screen is what stands on the screen: as many lines as it has, each as wide
// as it is.
func (a *App) Screen() string {
	if a.w <= 0 || a.h <= 0 {
		return ""
	}
	l := a.layout()
	if l.small {
		return a.tooSmall()
	}
	rows := a.noRows()
	a.putLines(rows, l.header, a.header(l.header))
	if a.asking {
		a.putLines(rows, l.body, a.whatif.Lines(a.askingContext(), l.body.w, l.body.h))
	} else {
		a.putPanes(rows, l)
	}
	a.putLines(rows, l.status, []string{a.status(l.status.w, l.status != l.footer).text})
	if l.status != l.footer {
		a.putLines(rows, l.footer, []string{a.hints(l.footer.w).text})
	}
	if a.overlay == nil && !a.spreads() {
		return joined(rows)
	}
	lines := make([]string, len(rows))
	for i := range rows {
		lines[i] = strings.Join(rows[i], "")
	}
	switch {
	case a.overlay != nil:
		if top := a.overlay; top.below != nil && top.below.whole { // what it goes back to is seen behind it
			a.overlay = top.below
			a.drawOverlay(lines)
			a.overlay = top
		}
		a.drawOverlay(lines)
	default:
		a.putMessage(lines)
	}
	return strings.Join(lines, "\n")
}

// askingContext is what the what-if screen draws from.
func (a *App) askingContext() pane.Context {
	return pane.Context{Session: a.session, Theme: &a.theme, KeyFor: a.keyFor}
}

// noRows are rows with room for what stands side by side, used again for every frame.
func (a *App) noRows() [][]string {
	const most = 4
	if len(a.rows) != a.h {
		a.rows = make([][]string, a.h)
		for i := range a.rows {
			a.rows[i] = make([]string, 0, most)
		}
	}
	for i := range a.rows {
		a.rows[i] = a.rows[i][:0]
	}
	return a.rows
}

// joined are the rows as one text, put together at once.
func joined(rows [][]string) string {
	size := len(rows)
	for _, row := range rows {
		for _, part := range row {
			size += len(part)
		}
	}
	var b strings.Builder
	b.Grow(size)
	for i, row := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, part := range row {
			b.WriteString(part)
		}
	}
	return b.String()
}

func (a *App) putPanes(rows [][]string, l layout) {
	if l.paged {
		a.putLines(rows, l.tabs, []string{a.tabs(l.tabs.w).text})
	}
	for p := range panes {
		if l.pane[p].h > 0 {
			a.putLines(rows, l.pane[p], a.draw(p, l.pane[p]))
		}
	}
}

// putLines adds lines at a place. Places are put from left to right, so a row
// is put together once, in order.
func (a *App) putLines(rows [][]string, r rect, lines []string) {
	for i := range r.h {
		line := ""
		if i < len(lines) {
			line = lines[i]
		} else {
			line = strings.Repeat(" ", r.w)
		}
		rows[r.y+i] = append(rows[r.y+i], line)
	}
}

func (a *App) layout() layout {
	return arrange(a.w, a.h, a.focus, a.zoom, a.session.Presenting(), a.needs())
}

// needs is how many lines the panes could use.
func (a *App) needs() needs {
	scenario := a.session.Scenario()
	n := needs{Costs: 14, Chart: 14}
	if a.has(Mix) {
		n[Mix] = len(scenario.Instances) + 8
	}
	n[Terms] = len(terms.InDeal(a.session)) + 7
	n[Timeline] = timeline.Need(a.session, a.key, lanesFor(a.h)) + 2
	if a.has(Book) {
		n[Book] = book.Need
	}
	if a.session.Presenting() {
		for _, p := range []Pane{Mix, Terms, Costs} {
			n[p] += n[p] / 2
		}
	}
	return n
}

// has tells whether there is anything to show in a pane.
func (a *App) has(p Pane) bool {
	if p == Book {
		return a.book.Opened()
	}
	return p != Mix || len(a.session.Product().Instances)+len(a.session.Scenario().Instances) > 0
}

// lanesFor is how many prices the timeline shows on a screen of some height.
func lanesFor(h int) int {
	switch {
	case h < roomyH:
		return 1
	case h < roomyH+20:
		return 2
	}
	return 6
}

// inner is the room inside a pane's frame.
func (a *App) inner(p Pane) pane.Size {
	r := a.layout().pane[p]
	w, h := theme.PanelInner(r.w, r.h)
	return a.within(p, pane.Size{W: w, H: h})
}

// follower is a pane that shows something of the type or dimension worked on,
// for as long as it does: the others stay as they are when the cursor moves.
type follower interface {
	Follows(*session.Session) bool
}

// draw gives the lines of a pane, from the cache where nothing it shows has
// changed.
func (a *App) draw(p Pane, r rect) []string {
	of := drawn{
		generation: a.session.Generation(), moves: a.moves[p], looks: a.looks,
		place: r, focused: p == a.focus && a.overlay == nil,
	}
	if f, ok := a.pane(p).(follower); ok && f.Follows(a.session) {
		of.key = a.key
	}
	if p == Mix || p == Terms {
		of.hearings = a.hearings
	}
	if p == Terms { // it shows nothing that annuals change
		of.generation = a.session.Agreed()
	}
	if p == a.focus && a.typing != nil {
		of.typing, of.typed = true, a.typing.line.Typed()
	}
	if c := &a.cache[p]; c.framed.Lines != nil && c.of == of {
		return c.framed.Lines
	}
	ctx := pane.Context{Session: a.session, Theme: &a.theme, Focused: of.focused, Key: a.key, KeyFor: a.keyFor}
	if of.typing {
		ctx.Typing = &of.typed
	}
	if p == Mix || p == Terms {
		ctx.Marks = a.findings.Marks(a.session.Variant())
	}
	w, h := theme.PanelInner(r.w, r.h)
	size := pane.Size{W: w, H: h}
	_, margin := a.margin(p, size)
	ctx.Roomy = margin > 0 // rows stand apart from the frame before they do from each other
	box := a.pane(p).View(ctx, a.within(p, size))
	var before theme.Framed
	if c := &a.cache[p]; c.of.framed() == of.framed() {
		before = c.framed
	}
	framed := a.theme.PanelAfter(before, box.Title, box.Right, a.moved(p, box.Lines, size), r.w, r.h, of.focused)
	a.cache[p] = cached{of, framed, box}
	return framed.Lines
}

// tooSmall says what is needed, in what room there is. A list that is open gets
// all of it.
func (a *App) tooSmall() string {
	text := fmt.Sprintf("termsheet needs %dx%d, this is %dx%d; %s quits", leastW, leastH, a.w, a.h, a.keyFor("quit"))
	lines := make([]string, a.h)
	if a.overlay != nil && a.overlay.list != nil {
		text = a.theme.Clean(a.overlay.list.Title + "  (" + a.overlay.list.Footer() + ")")
		copy(lines[1:], a.overlay.list.View(&a.theme, pane.Size{W: a.w, H: a.h - 1}).Lines)
	}
	lines[0] = a.theme.Fit(text, a.w)
	for i, line := range lines {
		lines[i] = line + strings.Repeat(" ", max(a.w-theme.Width(line), 0))
	}
	return strings.Join(lines, "\n")
}

// The room that an overlay leaves around itself.
const (
	overlayMargin = 4
	overlayMostW  = 110
	overlayMostH  = 26
	frameLines    = 2
)

// overlayRect is where the list stands: centred, as high as it needs.
func (a *App) overlayRect() rect {
	if a.overlay.whole {
		return rect{0, 0, a.w, a.h - 1}
	}
	w := min(a.w-overlayMargin, overlayMostW)
	most := min(a.h-2, overlayMostH)
	full := min(a.overlay.rows(w-4)+frameLines, most)
	h := min(a.overlay.shown(w-4)+frameLines, most)
	return rect{(a.w - w) / 2, max((a.h-full)/3, 1), w, h}
}

func (a *App) overlayPage() int { return max(a.overlayRect().h-4, 1) }

// overlaySize is the room inside its frame.
func (a *App) overlaySize() pane.Size {
	r := a.overlayRect()
	w, h := theme.PanelInner(r.w, r.h)
	return pane.Size{W: w, H: h}
}

// overlayBox is what stands inside its frame.
func (a *App) overlayBox() pane.Box { return a.overlay.face().View(&a.theme, a.overlaySize()) }

// drawOverlay writes the list over the lines of the panes.
func (a *App) drawOverlay(lines []string) {
	r := a.overlayRect()
	box := a.overlayBox()
	for i := range lines {
		if i < r.y || i >= r.y+r.h {
			lines[i] = pane.Over(&a.theme, lines[i], "", 0, 0, a.w)
		}
	}
	for i, line := range a.theme.Panel(box.Title, box.Right, box.Lines, r.w, r.h, true) {
		under := lines[r.y+i]
		if r.x <= overlayMargin { // too little beside it to make sense
			under = ""
		}
		lines[r.y+i] = pane.Over(&a.theme, under, line, r.x, r.w, a.w)
	}
	lines[a.h-1] = a.overlayHints(a.w).text
	if a.overlaySays() {
		a.putMessage(lines)
	}
}

// overlaySays tells whether a message stands over the hints of an overlay.
func (a *App) overlaySays() bool {
	return a.message.tone == refusal || a.overlay.sheet != nil && a.message.text != ""
}
