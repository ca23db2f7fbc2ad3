package chart

import (
	"slices"

	"termsheet/tui/theme"
)

// Axis is the days a chart shows, both ends included.
type Axis struct {
	From, To int
	Ticks    []Tick

	Cursor     int
	ShowCursor bool
}

// Tick labels a day. All ticks that might be shown are given; when they do not
// all fit, every second, third or later one after a major tick is kept.
type Tick struct {
	Day   int
	Label string
	Major bool // stays longest: the years among months
}

func (a Axis) days() int { return max(a.To-a.From+1, 1) }

func (a Axis) shows(day int) bool { return day >= a.From && day <= a.To }

// col is the column of a day among n; days outside are put on the edge.
func (a Axis) col(day, n int) int {
	if n <= 0 {
		return 0
	}
	return min(max((day-a.From)*n/a.days(), 0), n-1)
}

// span is the first and the last day at a column among n. A column between two
// days has the one before it; inside is false beside the axis, where the nearest
// column counts.
func (a Axis) span(col, n int) (first, last int, inside bool) {
	if n <= 0 {
		return a.From, a.From, false
	}
	at := min(max(col, 0), n-1)
	from, to := at*a.days(), (at+1)*a.days()-1
	first, last = a.From+from/n, a.From+to/n
	if a.col(first, n) < at && first < last {
		first++
	}
	return first, last, at == col
}

// mark is a label at a column.
type mark struct {
	col   int
	label string
	major bool
}

// marks are the labelled columns of the visible ticks, the labels clean.
func (a Axis) marks(n int, th *theme.Theme) []mark {
	out := make([]mark, 0, len(a.Ticks))
	for _, t := range a.Ticks {
		if a.shows(t.Day) {
			out = append(out, mark{a.col(t.Day, n), th.Clean(t.Label), t.Major})
		}
	}
	slices.SortStableFunc(out, func(a, b mark) int { return a.col - b.col })
	return out
}

// thin picks the marks whose labels fit into n columns with a blank between
// them: all, or every k-th counted from each major one, or majors alone, so
// that what is left stays regular.
func thin(marks []mark, n int) []mark {
	kept := make([]mark, 0, len(marks))
	for _, k := range []int{1, 2, 3, 4, 6, 12, 24} {
		if kept = every(kept[:0], marks, k); fits(kept, n) {
			return kept
		}
	}
	var majors []mark
	for _, m := range marks {
		if m.major {
			majors = append(majors, m)
		}
	}
	for k := 1; k <= len(majors); k++ {
		kept = kept[:0]
		for i := 0; i < len(majors); i += k {
			kept = append(kept, majors[i])
		}
		if fits(kept, n) {
			return kept
		}
	}
	return nil
}

// every adds the majors and each k-th mark after one; a mark too near before a
// major gives way to it, which only the first part of an axis can need.
func every(kept, marks []mark, k int) []mark {
	since := 0
	for _, m := range marks {
		if m.major {
			since = 0
			for len(kept) > 0 && !kept[len(kept)-1].major && overlap(kept[len(kept)-1], m) {
				kept = kept[:len(kept)-1]
			}
		}
		if since%k == 0 {
			kept = append(kept, m)
		}
		since++
	}
	return kept
}

func overlap(a, b mark) bool { return a.col+theme.Width(a.label)+1 > b.col }

func fits(marks []mark, n int) bool {
	for i, m := range marks {
		if i > 0 && overlap(marks[i-1], m) {
			return false
		}
		if i == len(marks)-1 && i > 0 && m.start(n) < marks[i-1].col+theme.Width(marks[i-1].label)+1 {
			return false
		}
	}
	return true
}

// start moves a label that would leave the right edge back onto the axis.
func (m mark) start(n int) int { return max(min(m.col, n-theme.Width(m.label)), 0) }

// aside makes room for the cursor's head among the labels: one that begins
// there moves behind it, one that began before ends before it, so that order
// stays true; without room the label is left out.
func aside(marks []mark, cursor, n int) []mark {
	out := make([]mark, 0, len(marks))
	for i, m := range marks {
		wide := theme.Width(m.label)
		start := m.start(n)
		if cursor < start || cursor >= start+wide {
			out = append(out, m)
			continue
		}
		from, to := 0, n
		if i > 0 {
			from = marks[i-1].start(n) + theme.Width(marks[i-1].label) + 1
		}
		if i+1 < len(marks) {
			to = marks[i+1].start(n) - 1
		}
		switch {
		case m.col >= cursor && cursor+1+wide <= to:
			m.col = cursor + 1
			out = append(out, m)
		case m.col < cursor && cursor-wide >= from:
			m.col = cursor - wide
			out = append(out, m)
		}
	}
	return out
}

// drawTicks writes the labels that fit along row y, from column x on.
func (c *canvas) drawTicks(marks []mark, x, y, n int) {
	for _, m := range marks {
		style := c.th.Dim
		if m.major {
			style = c.th.Text
		}
		start := m.start(n)
		c.text(x+start, y, m.label, style, n-start)
	}
}

// drawCursor lays the cursor over column x of the rows: blank cells get the
// line, all others keep what they say.
func (c *canvas) drawCursor(x, from, to int) {
	for y := from; y < to; y++ {
		if !c.inside(x, y) {
			continue
		}
		at := c.at(x, y)
		if at.s == tail || x+1 < c.w && c.at(x+1, y).s == tail {
			continue // half a wide character cannot be painted
		}
		if at.s == "" && at.hold == empty {
			at.s = c.th.Glyphs.CursorLine
		}
		at.style = c.th.Cursor
	}
}
