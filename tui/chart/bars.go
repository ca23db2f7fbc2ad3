package chart

import "termsheet/tui/theme"

// Bar is one column of Bars.
type Bar struct {
	Label string
	Major bool // its label stays longest, as a major tick's
	Value int64
}

// Bars draws amounts side by side, such as the invoices of each month; credits
// hang below the zero line. When there are more bars than cells, those around
// the current one are shown, and marks say that there are others.
type Bars struct {
	Bars []Bar

	Current     int // the bar pointed out
	ShowCurrent bool
	Kept        Window

	Label func(int64) string // a value; nil writes cents as an amount
}

const (
	pitchMax = 14 // few bars do not become walls
	barMax   = 8
	eighths  = 8
)

// barFrame is where the parts of a bar chart stand.
type barFrame struct {
	x, w       int // the plot's columns
	up, down   int // rows above and below the zero line
	zero       int // row of the zero line; bars stand on it
	labels     int // row of the bars' labels, or -1
	pitch      int // the least columns that a bar has, with the gap behind it
	first, n   int // the bars shown
	span       int // the columns that they share
	full       int64
	onTop      bool // values stand above the bars, not at an axis
	top        int  // rows above the plot
	ticks      []yTick
	cutL, cutR bool
}

// Lines draws the chart into exactly h lines of exactly w cells.
func (v Bars) Lines(w, h int, th *theme.Theme) []string {
	c := newCanvas(w, h, th)
	if c.w == 0 || c.h == 0 || len(v.Bars) == 0 {
		return c.lines()
	}
	v = v.withLabel()
	f := v.frame(c)
	v.drawAxes(c, f)
	for i := range f.n {
		v.drawBar(c, f, f.first+i, f.x+f.at(i), f.width(i))
	}
	return c.lines()
}

// withLabel writes values as amounts where nothing else is asked for.
func (v Bars) withLabel() Bars {
	if v.Label == nil {
		v.Label = cents
	}
	return v
}

func (v Bars) extremes() (lo, hi int64) {
	for _, b := range v.Bars {
		value := amount(b.Value)
		lo, hi = min(lo, value), max(hi, value)
	}
	return lo, hi
}

// amount leaves room to multiply by the rows of any screen.
func amount(v int64) int64 { return min(max(v, -bound/1000), bound/1000) }

// At is the bar at column x of the chart as it is drawn in w x h cells; inside
// is false beside the bars, where it is the nearest.
func (v Bars) At(x, w, h int, th *theme.Theme) (i int, inside bool) {
	c := newCanvas(w, h, th)
	if c.w == 0 || c.h == 0 || len(v.Bars) == 0 {
		return 0, false
	}
	f := v.withLabel().frame(c)
	at := 0
	for at+1 < f.n && f.x+f.at(at+1) <= x {
		at++
	}
	return f.first + at, x >= f.x && x < f.x+f.span
}

// First is the first bar that is shown in w x h cells.
func (v Bars) First(w, h int, th *theme.Theme) int {
	c := newCanvas(w, h, th)
	if c.w == 0 || c.h == 0 || len(v.Bars) == 0 {
		return 0
	}
	return v.withLabel().frame(c).first
}

func (v Bars) frame(c *canvas) barFrame {
	f := barFrame{labels: -1, zero: c.h, w: c.w}
	rows := c.h
	if rows >= 3 {
		rows--
		f.labels = c.h - 1
	}
	line := rows >= 3
	if line {
		rows--
	}
	f.columns(v, c.w)
	if f.onTop = v.valuesFit(c.th, f) && rows >= 3; f.onTop {
		rows--
		f.top = 1
	}
	lo, hi := v.extremes()
	f.split(lo, hi, rows)
	f.zero = f.top + f.up
	if !line {
		f.zero = -1
	}
	if !f.onTop {
		f.ticks = v.valueTicks(c, f, lo, hi)
		if n := gutter(f.ticks); n > 0 && n+1 <= c.w/2 {
			f.x, f.w = n+1, c.w-n-1
			f.columns(v, f.w)
		} else {
			f.ticks = nil
		}
	}
	return f
}

// columns shares the width among the bars, and picks those to show.
func (f *barFrame) columns(v Bars, w int) {
	n := len(v.Bars)
	f.pitch = min(max(w/n, 1), pitchMax)
	f.n = min(n, w/f.pitch)
	f.span = f.n * f.pitch
	if f.pitch < pitchMax { // what is left over goes to some of them, a column each
		f.span = w
	}
	f.first = 0
	if v.ShowCurrent {
		f.first = v.Kept.around(v.Current, f.n, n).from
	}
	f.cutL, f.cutR = f.first > 0, f.first+f.n < n
}

// at is the first column of the i-th bar shown, within the plot.
func (f barFrame) at(i int) int { return i * f.span / f.n }

// width of the i-th bar: all alike with a gap between them, where there is room for
// one.
func (f barFrame) width(i int) int {
	if f.pitch > 1 {
		return min(f.pitch-1, barMax)
	}
	return f.at(i+1) - f.at(i)
}

func (v Bars) valuesFit(th *theme.Theme, f barFrame) bool {
	for _, b := range v.Bars {
		if b.Value != 0 && theme.Width(th.Clean(v.Label(b.Value)))+1 > f.pitch {
			return false
		}
	}
	return f.n == len(v.Bars)
}

// split shares the rows between the two sides of zero and finds the value that
// all rows together stand for, so that both sides have one scale.
func (f *barFrame) split(lo, hi int64, rows int) {
	f.up, f.down = rows, 0
	switch {
	case lo < 0 && hi > 0 && rows > 1:
		f.down = min(max(int(share(-lo, hi-lo, rows)), 1), rows-1)
	case lo < 0 && hi <= 0:
		f.down = rows
	}
	f.up = rows - f.down
	n := int64(max(rows, 1))
	if f.up > 0 {
		f.full = max(f.full, (hi*n+int64(f.up)-1)/int64(f.up))
	}
	if f.down > 0 {
		f.full = max(f.full, (-lo*n+int64(f.down)-1)/int64(f.down))
	}
}

// height is a value in eighths of a row; what is not zero is at least one.
func (f barFrame) height(v int64) int {
	if v < 0 {
		v = -v
	}
	if v == 0 || f.full == 0 {
		return 0
	}
	return max(int(share(min(v, f.full), f.full, (f.up+f.down)*eighths)), 1)
}

// above and below are the n-th row on either side of zero.
func (f barFrame) above(n int) int { return f.top + f.up - 1 - n }
func (f barFrame) below(n int) int {
	if f.zero < 0 {
		return f.top + f.up + n
	}
	return f.zero + 1 + n
}

func (v Bars) valueTicks(c *canvas, f barFrame, lo, hi int64) []yTick {
	s := scale{lo, hi}
	if lo == hi {
		return nil
	}
	var out []yTick
	taken := make([]bool, c.h)
	for _, value := range s.round(max((f.up+f.down+1)/2, 2)) {
		row, n := f.zero, f.height(value)
		switch {
		case value > 0:
			row = f.above(min((n-1)/eighths, f.up-1))
		case value < 0:
			row = f.below(min((n-1)/eighths, f.down-1))
		}
		if row >= 0 && row < c.h && !taken[row] {
			taken[row] = true
			out = append(out, yTick{row, c.th.Clean(v.Label(value))})
		}
	}
	return out
}

func (v Bars) drawAxes(c *canvas, f barFrame) {
	g := &c.th.Glyphs
	if f.x > 0 {
		for y := f.top; y < c.h && y != f.labels; y++ {
			c.set(f.x-1, y, g.Vertical, c.th.Border, firm)
		}
		for _, t := range f.ticks {
			c.textRight(0, t.row, t.label, c.th.Dim, f.x-1)
			c.set(f.x-1, t.row, g.TeeLeft, c.th.Border, firm)
		}
	}
	if f.zero >= 0 {
		for x := range f.w {
			c.set(f.x+x, f.zero, g.Horizontal, c.th.Border, firm)
		}
		switch {
		case f.x == 0:
		case f.down == 0:
			c.set(f.x-1, f.zero, g.BottomLeft, c.th.Border, firm)
		default:
			c.set(f.x-1, f.zero, g.Cross, c.th.Border, firm)
		}
	}
	if f.labels >= 0 {
		var marks []mark
		for i := range f.n {
			b := v.Bars[f.first+i]
			marks = append(marks, mark{f.at(i), c.th.Clean(b.Label), b.Major})
		}
		c.drawTicks(thin(labelled(marks), f.w), f.x, f.labels, f.w)
	}
	row := f.zero
	if row < 0 {
		row = 0
	}
	if f.cutL {
		c.set(f.x, row, g.CutLeft, c.th.Strong, firm)
	}
	if f.cutR {
		c.set(f.x+f.w-1, row, g.CutRight, c.th.Strong, firm)
	}
}

func labelled(marks []mark) []mark {
	out := marks[:0]
	for _, m := range marks {
		if m.label != "" {
			out = append(out, m)
		}
	}
	return out
}

func (v Bars) drawBar(c *canvas, f barFrame, i, x, w int) {
	value, style := amount(v.Bars[i].Value), c.th.Series[0]
	current := v.ShowCurrent && i == v.Current
	if current {
		style = c.th.Warn // the cursor's own style may be dark on bright: a full block of it would vanish
		if f.zero >= 0 {
			c.set(x+w/2, f.zero, c.th.Glyphs.Triangle, c.th.Cursor, firm)
		}
	}
	n := f.height(value)
	for row := 0; row*eighths < n; row++ {
		part := min(n-row*eighths, eighths)
		y, glyph := f.above(row), c.th.Glyphs.Levels[part-1]
		if value < 0 {
			y, glyph = f.below(row), c.th.Glyphs.Below[(part-1)/(eighths/2)]
		}
		for j := range w {
			c.set(x+j, y, glyph, style, line)
		}
	}
	if f.onTop && value != 0 {
		y := f.top - 1
		if value > 0 {
			y = f.above((n+eighths-1)/eighths-1) - 1
		}
		c.text(x, max(y, 0), c.th.Clean(v.Label(v.Bars[i].Value)), c.th.Text, f.pitch)
	}
}
