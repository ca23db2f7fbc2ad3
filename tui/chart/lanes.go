package chart

import (
	"fmt"
	"slices"
	"strings"

	"termsheet/tui/theme"
)

// Lanes is the timeline: one row a lane over a common axis of days, which is
// written on top.
//
// Within a lane, what was given first wins: geometry never covers an end or a
// step, events cover both, and labels only take cells that no glyph and no
// other label has. Labels of levels are placed first, then those of events,
// then those of spans; one without room is cut with a mark or left out.
type Lanes struct {
	Axis  Axis
	Lanes []Lane
}

// Lane is one row of the timeline.
type Lane struct {
	Label  string
	Style  theme.Style // of the levels and their line
	Levels []Level
	Spans  []Span
	Events []Event
}

// Level is a price or another state that holds from its day on, written on the
// line. An empty text ends the line.
type Level struct {
	Day  int
	Text string
}

// Event is a day with a glyph of one cell, by default a bullet.
type Event struct {
	Day   int
	Glyph string
	Style theme.Style
	Label string
	Whole bool // the label is left out rather than cut: it is a figure
}

// Span is a time with a first and a last day.
type Span struct {
	From, To int
	Fill     Fill
	Style    theme.Style
	Label    string
}

// Fill is how a span is drawn.
type Fill uint8

const (
	Line   Fill = iota // ├────┤ in force
	Dashed             // ├╌╌╌╌┤ possible, not agreed
	Block              // ██████
	Hatch              // ╱╱╱╱╱╱ announced, not yet in effect
	Wait               // ╌╌╌╌╌╌ settled, but its day has not come
)

// DrawnLanes is a timeline as it was drawn.
type DrawnLanes struct {
	Lines []string

	of    Lanes
	th    *theme.Theme
	look  theme.Look
	sheet *Sheet
	w, x  int // of all of it, and of the names
	top   int // lines above the lanes
	lanes int // that are drawn
}

// Lines draws the timeline into exactly h lines of exactly w cells. Lanes that
// do not fit are counted in the last line.
func (v Lanes) Lines(w, h int, th *theme.Theme) []string {
	return v.LinesAfter(&DrawnLanes{}, w, h, th).Lines
}

// LinesAfter is Lines where a timeline was drawn before: what is still the same in
// it, in the same theme, keeps its line.
func (v Lanes) LinesAfter(before *DrawnLanes, w, h int, th *theme.Theme) DrawnLanes {
	d := DrawnLanes{of: v, th: th, look: th.Look(), sheet: before.sheet}
	if d.sheet == nil {
		d.sheet = new(Sheet)
	}
	c := d.sheet.canvas(w, min(h, 1), th)
	d.w, d.x = c.w, v.labelWidth(c.w, th)
	if !d.like(before) {
		before = &DrawnLanes{}
	}
	if c.w == 0 || c.h == 0 {
		d.Lines = make([]string, max(h, 0))
		return d
	}
	d.Lines = make([]string, 0, h)
	if len(v.Axis.Ticks) > 0 && h > 1 {
		d.top = 1
	}
	rows := h - d.top
	more := len(v.Lanes) > rows
	if more && rows > 1 {
		rows--
	}
	d.lanes = min(rows, len(v.Lanes))
	if d.top == 1 {
		d.Lines = append(d.Lines, d.ticks(c, before))
	}
	for i := range d.lanes {
		d.Lines = append(d.Lines, d.lane(c, before, i))
	}
	if rest := len(v.Lanes) - d.lanes; rest > 0 && len(d.Lines) < h {
		c.wipe()
		c.text(d.x, 0, fmt.Sprintf("%s %d more", th.Glyphs.Ellipsis, rest), th.Dim, c.w-d.x)
		d.Lines = append(d.Lines, c.line(0))
	}
	for len(d.Lines) < h {
		d.Lines = append(d.Lines, strings.Repeat(" ", c.w))
	}
	return d
}

// like tells whether a lane that says the same is drawn the same.
func (d *DrawnLanes) like(other *DrawnLanes) bool {
	a, b := &d.of.Axis, &other.of.Axis
	return d.look == other.look && d.w == other.w && d.x == other.x &&
		a.From == b.From && a.To == b.To && a.ShowCursor == b.ShowCursor && a.Cursor == b.Cursor
}

// ticks is the line of the days.
func (d *DrawnLanes) ticks(c *canvas, before *DrawnLanes) string {
	a := d.of.Axis
	if before.top == 1 && slices.Equal(a.Ticks, before.of.Axis.Ticks) {
		return before.Lines[0]
	}
	c.wipe()
	n := c.w - d.x
	marks := thin(a.marks(n, c.th), n)
	if a.ShowCursor && a.shows(a.Cursor) {
		marks = aside(marks, a.col(a.Cursor, n), n)
	}
	c.drawTicks(marks, d.x, 0, n)
	if at := d.x + a.col(a.Cursor, n); a.ShowCursor && a.shows(a.Cursor) && c.blank(at, 0, 1) {
		c.set(at, 0, d.th.Glyphs.CursorHead, d.th.Cursor, firm)
	}
	d.drawCursor(c)
	return c.line(0)
}

// lane is the line of a lane.
func (d *DrawnLanes) lane(c *canvas, before *DrawnLanes, i int) string {
	lane := &d.of.Lanes[i]
	if i < before.lanes && lane.same(&before.of.Lanes[i]) {
		return before.Lines[before.top+i]
	}
	c.wipe()
	c.text(0, 0, d.th.Clean(lane.Label), d.th.Dim, d.x-1)
	r := row{c: c, a: d.of.Axis, x: d.x, n: c.w - d.x}
	r.draw(*lane)
	d.drawCursor(c)
	return c.line(0)
}

func (l *Lane) same(other *Lane) bool {
	return l.Label == other.Label && l.Style == other.Style &&
		slices.Equal(l.Levels, other.Levels) && slices.Equal(l.Spans, other.Spans) && slices.Equal(l.Events, other.Events)
}

func (d *DrawnLanes) drawCursor(c *canvas) {
	if a := d.of.Axis; a.ShowCursor && a.shows(a.Cursor) {
		c.drawCursor(d.x+a.col(a.Cursor, c.w-d.x), 0, 1)
	}
}

// Day is the first day at column x of the timeline as it is drawn in w cells; inside
// is false beside the lanes, where it is the nearest.
func (v Lanes) Day(x, w int, th *theme.Theme) (day int, inside bool) {
	from := v.labelWidth(w, th)
	day, _, inside = v.Axis.span(x-from, w-from)
	return day, inside
}

// labelWidth is the room for the lanes' names and a blank behind them.
func (v Lanes) labelWidth(w int, th *theme.Theme) int {
	n := 0
	for _, lane := range v.Lanes {
		n = max(n, theme.Width(th.Clean(lane.Label)))
	}
	if n == 0 {
		return 0
	}
	return min(n+2, w/3)
}

// row is the part of the canvas that belongs to one lane.
type row struct {
	c       *canvas
	a       Axis
	y, x, n int // line, first column, columns
}

func (r row) col(day int) int { return r.x + r.a.col(day, r.n) }

func (r row) draw(lane Lane) {
	steps := r.steps(lane.Levels)
	r.drawSteps(steps, lane.Style)
	for _, s := range lane.Spans {
		r.drawSpan(s)
	}
	for i := len(lane.Events) - 1; i >= 0; i-- { // the first given last, on top
		if e := lane.Events[i]; r.a.shows(e.Day) {
			r.c.set(r.col(e.Day), r.y, r.glyph(e), e.Style, firm)
		}
	}
	r.labelSteps(steps, lane.Style)
	for _, e := range lane.Events {
		r.labelEvent(e)
	}
	for _, s := range lane.Spans {
		r.labelSpan(s)
	}
}

// glyph takes only what is one cell wide, whatever the caller gives.
func (r row) glyph(e Event) string {
	g := r.c.th.Clean(e.Glyph)
	if theme.Width(g) != 1 {
		return r.c.th.Glyphs.Bullet
	}
	return g
}

// step is a level as drawn: from its column to before end.
type step struct {
	from, end int
	text      string
	turn      bool // comes from another level, so the line turns here
}

// steps are the visible levels. Of several in one column the last is kept.
func (r row) steps(levels []Level) []step {
	var out []step
	for _, l := range levels {
		if l.Day > r.a.To {
			break
		}
		s := step{from: r.col(l.Day), end: r.x + r.n, text: r.c.th.Clean(l.Text)}
		if n := len(out); n > 0 && out[n-1].from == s.from {
			out[n-1] = s
			continue
		}
		out = append(out, s)
	}
	for i := 1; i < len(out); i++ {
		out[i-1].end = out[i].from
		out[i].turn = out[i-1].text != "" && out[i].text != ""
	}
	return out
}

func (r row) drawSteps(steps []step, style theme.Style) {
	g := &r.c.th.Glyphs
	for _, s := range steps {
		if s.text == "" {
			continue
		}
		for x := s.from; x < s.end; x++ {
			r.c.set(x, r.y, g.Horizontal, style, line)
		}
		if s.turn {
			r.c.set(s.from, r.y, g.Lines[0].DownLeft, style, firm)
		}
	}
}

// fills of the spans, in the order of the Fill constants.
func (r row) fill(f Fill) string {
	g := &r.c.th.Glyphs
	return [...]string{g.Horizontal, g.Dash, g.Covered, g.Hatch, g.Dash}[min(f, Wait)]
}

// drawSpan draws a span over lines and other spans, but over no end or step.
func (r row) drawSpan(s Span) {
	if s.To < r.a.From || s.From > r.a.To || s.To < s.From {
		return
	}
	g, from, to := &r.c.th.Glyphs, r.col(s.From), r.col(s.To)
	fill := r.fill(s.Fill)
	for x := from; x <= to; x++ {
		if r.c.open(x, r.y, 1) {
			r.c.set(x, r.y, fill, s.Style, line)
		}
	}
	left, right := g.TeeRight, g.TeeLeft
	switch {
	case s.Fill == Block || s.Fill >= Hatch:
		left, right = "", ""
	case from == to && s.From >= r.a.From && s.To <= r.a.To:
		left, right = g.Cross, ""
	}
	if s.From < r.a.From {
		left = g.CutLeft
	}
	if s.To > r.a.To {
		right = g.CutRight
	}
	r.end(from, left, s.Style)
	r.end(to, right, s.Style)
}

// end draws the end of a span; where two meet in one cell it shows both.
func (r row) end(x int, glyph string, style theme.Style) {
	if glyph == "" {
		return
	}
	g := &r.c.th.Glyphs
	at := r.c.at(x, r.y)
	switch {
	case at.hold < firm:
		r.c.set(x, r.y, glyph, style, firm)
	case at.s != glyph && (at.s == g.TeeLeft || at.s == g.TeeRight):
		at.s = g.Cross
	}
}
