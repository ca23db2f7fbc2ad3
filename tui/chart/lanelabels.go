package chart

import "termsheet/tui/theme"

// labelSteps writes each level's text on its line, at its beginning if it can.
// A level too short for its text shows a mark instead: a figure cut off would
// be a wrong figure.
func (r row) labelSteps(steps []step, style theme.Style) {
	for _, s := range steps {
		if s.text == "" {
			continue
		}
		from, gap := s.from, 0
		if s.turn {
			from, gap = s.from+1, 1
		}
		if !r.place(from, s.end, gap, s.text, style) && s.end > from {
			r.place(from, s.end, 0, r.c.th.Glyphs.Ellipsis, style)
		}
	}
}

// place writes text at the first place from..end where nothing firm stands,
// with gap blanks before it and one behind it where the line goes on.
func (r row) place(from, end, gap int, text string, style theme.Style) bool {
	n := theme.Width(text)
	for x := from; x+gap+n <= end; x++ {
		if !r.c.open(x, r.y, gap+n) {
			gap = 1 // behind whatever was in the way
			continue
		}
		r.blank(x, gap)
		r.c.text(x+gap, r.y, text, style, n)
		if after := x + gap + n; after < end && r.c.open(after, r.y, 1) {
			r.blank(after, 1)
		}
		return true
	}
	return false
}

// blank clears cells of line around a label.
func (r row) blank(x, n int) {
	for i := range n {
		r.c.set(x+i, r.y, "", theme.Style{}, firm)
	}
}

// labelEvent writes an event's label to its right, else to its left, else cut
// on the right when enough of it remains to be understood.
func (r row) labelEvent(e Event) {
	label := r.c.th.Clean(e.Label)
	n := theme.Width(label)
	if n == 0 || !r.a.shows(e.Day) {
		return
	}
	x, end := r.col(e.Day)+1, r.x+r.n
	room := r.c.run(x, r.y, end)
	switch {
	case n+2 <= room || n+1 == room && x+room == end:
		r.write(x, 1, label, n, room)
	case x-n-3 >= r.x && r.c.open(x-n-3, r.y, n+2):
		r.blank(x-n-3, 1)
		r.c.text(x-n-2, r.y, label, theme.Style{}, n)
		r.blank(x-2, 1)
	case room >= 6 && !e.Whole:
		r.write(x, 1, label, room-2, room)
	}
}

// write puts a label of at most n cells behind a gap, and a blank behind it
// while the room lasts.
func (r row) write(x, gap int, label string, n, room int) {
	r.blank(x, gap)
	used := gap + r.c.text(x+gap, r.y, label, r.c.th.Text, n)
	if used < room {
		r.blank(x+used, 1)
	}
}

// labelSpan writes a span's label inside it, else behind it, else cut inside as
// long as most of it remains.
func (r row) labelSpan(s Span) {
	label := r.c.th.Clean(s.Label)
	n := theme.Width(label)
	if n == 0 || s.To < r.a.From || s.From > r.a.To || s.To < s.From {
		return
	}
	from, to := r.col(s.From), r.col(s.To)
	longest, start := 0, 0
	for x := from + 1; x < to; x++ {
		room := r.c.run(x, r.y, to)
		if room >= n+2 {
			lead := min(2, (room-n-2)/2) // a piece of the bar before the label
			r.write(x+lead, 1, label, n, room-lead)
			return
		}
		if room > longest {
			longest, start = room, x
		}
		x += room
	}
	if end := r.x + r.n; to+2+n <= end && r.c.blank(to+1, r.y, min(n+2, end-to-1)) {
		r.write(to+1, 1, label, n, end-to-1)
		return
	}
	if longest >= 6 && 2*(longest-3) > n { // less than half of a word is none
		r.write(start, 1, label, longest-2, longest)
	}
}
