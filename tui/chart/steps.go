package chart

import (
	"slices"

	"termsheet/tui/theme"
)

// Point is a value that holds from its day on, until the next point's.
type Point struct {
	Day   int
	Value int64
}

// Series is one line of a step chart. It starts at its first point.
type Series struct {
	Name   string
	Points []Point
	Short  string // in place of the name where that has no room; may be empty
	End    int    // the day on which it ends, if that is before the axis does; 0: it does not
}

// Mark is a day pointed out on the first series, such as a crossing.
type Mark struct {
	Day   int
	Label string
}

// Steps draws up to six series as step lines: what they show, prices and money
// paid, stays as it is and then changes at once, so nothing is drawn between.
// The first series lies on top. Lines are told apart by pattern, by the marker
// at their end and by colour.
type Steps struct {
	Axis   Axis
	Series []Series
	Marks  []Mark

	Label    func(int64) string // a value at the value axis; nil writes cents as an amount
	FromZero bool               // the value axis includes zero
	Boxes    bool               // box lines in place of braille: clearer for few levels
	Sheet    *Sheet             // to draw on; nil makes one
}

// seriesMax is how many lines can be told apart.
const seriesMax = len(theme.Theme{}.Series)

// frame is where the parts of a step chart stand.
type frame struct {
	legend     []entry
	x, y, w, h int // the plot itself
	axis       int // row of the axis line, or -1
	labels     int // row of the day labels, or -1
	ends       int // column of the markers at the lines' ends, or -1
	ticks      []yTick
	scale      scale
}

// Lines draws the chart into exactly h lines of exactly w cells.
func (s Steps) Lines(w, h int, th *theme.Theme) []string {
	if s.Sheet == nil {
		s.Sheet = new(Sheet)
	}
	c := s.Sheet.canvas(w, h, th)
	if c.w == 0 || c.h == 0 {
		return c.lines()
	}
	paths, f := s.plan(c)
	for _, e := range f.legend {
		s.drawEntry(c, e)
	}
	s.drawAxes(c, f)
	if s.Boxes || th.Glyphs.ASCII {
		s.drawBoxes(c, f, paths)
	} else {
		s.drawBraille(c, f, paths)
	}
	s.drawMarks(c, f, paths)
	if s.Axis.ShowCursor && s.Axis.shows(s.Axis.Cursor) {
		s.drawDay(c, f)
	}
	return c.lines()
}

// plan says what is drawn and where it stands.
func (s *Steps) plan(c *canvas) ([]path, frame) {
	s.Series = s.Series[:min(len(s.Series), seriesMax)]
	if s.Label == nil {
		s.Label = cents
	}
	paths := make([]path, len(s.Series))
	for i, each := range s.Series {
		paths[i] = each.visible(s.Axis)
	}
	return paths, s.frame(c, paths)
}

// Day is the last day at a place of the chart as it is drawn in w x h cells, so
// that a month's label is in its month; inside is false beside the plot and above
// it, where it is the nearest.
func (s Steps) Day(x, y, w, h int, th *theme.Theme) (day int, inside bool) {
	c := newCanvas(w, h, th)
	if c.w == 0 || c.h == 0 {
		return s.Axis.From, false
	}
	_, f := s.plan(c)
	_, day, inside = s.Axis.span(x-f.x, f.w)
	return day, inside && y >= f.y
}

// path is the part of a series that the axis shows, in order of days; the
// value in force on the first day comes as a point on it.
type path []Point

func (s Series) visible(a Axis) path {
	points := s.Points
	byDay := func(a, b Point) int { return a.Day - b.Day }
	if !slices.IsSortedFunc(points, byDay) {
		points = slices.Clone(points)
		slices.SortStableFunc(points, byDay)
	}
	out := make(path, 0, len(points))
	for _, p := range points {
		switch {
		case p.Day > a.To:
			return out
		case p.Day <= a.From && len(out) > 0:
			out[0].Value = clamp(p.Value)
		default:
			out = append(out, Point{max(p.Day, a.From), clamp(p.Value)})
		}
	}
	return out
}

// value is what holds on a day, if the series has begun.
func (p path) value(day int) (int64, bool) {
	for _, each := range slices.Backward(p) {
		if each.Day <= day {
			return each.Value, true
		}
	}
	return 0, false
}

func (s Steps) frame(c *canvas, paths []path) frame {
	f := frame{axis: -1, labels: -1, ends: -1, h: c.h}
	if c.h >= 6 {
		lines := max(c.h/5, 1)
		if c.h >= 8 {
			lines = max(lines, 2)
		}
		f.legend, f.y = s.legend(c.w, lines, c.th)
		f.h -= f.y
	}
	if len(s.Axis.Ticks) > 0 && f.h >= 3 {
		f.h--
		f.labels = f.y + f.h
	}
	if f.h >= 4 {
		f.h--
		f.axis = f.y + f.h
	}
	all := 1
	for _, p := range paths {
		all += len(p)
	}
	levels := make([]int64, 0, all)
	for _, p := range paths {
		for _, each := range p {
			levels = append(levels, each.Value)
		}
	}
	f.scale = newScale(levels, s.FromZero)
	if s.FromZero {
		levels = append(levels, 0)
	}
	f.scale, f.ticks = f.scale.labelled(levels, f.h, s.Label, c.th)
	f.w = c.w
	if len(s.Series) > 1 && c.w >= 20 {
		f.w -= 2
		f.ends = c.w - 1
	}
	if n := gutter(f.ticks); n > 0 && n+1 <= f.w/2 { // a figure cut off would be a wrong figure
		f.x = n + 1
		f.w -= n + 1
	} else {
		f.ticks = nil
	}
	return f
}

// row is where a value stands, from the top of the canvas. Box lines share the
// rounding of the dots, so that both meet the labels.
func (f frame) row(v int64) int { return f.y + f.h - 1 - f.scale.row(v, f.h) }

func (s Steps) drawAxes(c *canvas, f frame) {
	g := &c.th.Glyphs
	if f.x > 0 {
		for y := range f.h {
			c.set(f.x-1, f.y+y, g.Vertical, c.th.Border, firm)
		}
		for _, t := range f.ticks {
			c.textRight(0, f.y+t.row, t.label, c.th.Dim, f.x-1)
			c.set(f.x-1, f.y+t.row, g.TeeLeft, c.th.Border, firm)
		}
	}
	marks := thin(s.Axis.marks(f.w, c.th), f.w)
	if f.axis >= 0 {
		if f.x > 0 {
			c.set(f.x-1, f.axis, g.BottomLeft, c.th.Border, firm)
		}
		for x := range f.w {
			c.set(f.x+x, f.axis, g.Horizontal, c.th.Border, firm)
		}
		for _, m := range marks {
			c.set(f.x+m.col, f.axis, g.TeeDown, c.th.Border, firm)
		}
	}
	if f.labels >= 0 {
		c.drawTicks(marks, f.x, f.labels, f.w)
	}
}

// drawMarks points out days on the first series. The label goes where nothing
// else is drawn, or is left out; the glyph stays.
func (s Steps) drawMarks(c *canvas, f frame, paths []path) {
	if len(paths) == 0 {
		return
	}
	for _, m := range s.Marks {
		v, ok := paths[0].value(m.Day)
		if !ok || !s.Axis.shows(m.Day) {
			continue
		}
		x, y := f.x+s.Axis.col(m.Day, f.w), f.row(v)
		c.set(x, y, c.th.Glyphs.Diamond, c.th.Strong, firm)
		label := c.th.Clean(m.Label)
		n := theme.Width(label)
		for _, dy := range []int{0, -1, 1, -2, 2, -3, 3} {
			if label == "" || y+dy < f.y || y+dy >= f.y+f.h {
				continue
			}
			if at := x + 2; at+n <= f.x+f.w && c.blank(at-1, y+dy, min(n+2, c.w-at+1)) {
				c.text(at, y+dy, label, c.th.Strong, n)
				break
			}
			if at := x - 1 - n; at > f.x && c.blank(at-1, y+dy, n+2) {
				c.text(at, y+dy, label, c.th.Strong, n)
				break
			}
		}
	}
}

// drawDay draws the cursor through the plot and its foot on the axis.
func (s Steps) drawDay(c *canvas, f frame) {
	x := f.x + s.Axis.col(s.Axis.Cursor, f.w)
	c.drawCursor(x, f.y, f.y+f.h)
	if f.axis >= 0 {
		c.set(x, f.axis, c.th.Glyphs.Triangle, c.th.Cursor, firm)
	}
}
