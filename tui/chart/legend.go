package chart

import "termsheet/tui/theme"

// entry is one series in the legend.
type entry struct {
	series, x, y int
	sample       bool // a piece of the line before the marker
	name         string
	room         int // cells for the name
}

const (
	sampleCells = 3
	entryGap    = 2
)

// legend names the series in as few lines as they need, up to lines; it returns
// how many it took. When they do not fit, the samples of the lines go first,
// since the marker says the same, then short names are taken, and cut.
func (s Steps) legend(w, lines int, th *theme.Theme) ([]entry, int) {
	var all []entry
	longest := 0
	for i, each := range s.Series {
		if name := th.Clean(each.Name); name != "" {
			all = append(all, entry{series: i, sample: true, name: name, room: theme.Width(name)})
			longest = max(longest, theme.Width(name))
		}
	}
	if len(all) == 0 {
		return nil, 0
	}
	for n := 1; n <= lines; n++ {
		if flow(all, w, n) == len(all) {
			return all, n
		}
	}
	for i := range all {
		all[i].sample = false
	}
	for n := 1; n <= lines; n++ {
		if flow(all, w, n) == len(all) {
			return all, n
		}
	}
	longest = 0
	for i := range all {
		e := &all[i]
		if short := th.Clean(s.Series[e.series].Short); short != "" {
			e.name, e.room = short, theme.Width(short)
		}
		longest = max(longest, e.room)
	}
	fit := flow(all, w, lines)
	for ; fit < len(all) && longest > 0; longest-- {
		for i := range all {
			all[i].room = min(all[i].room, longest-1)
		}
		fit = flow(all, w, lines)
	}
	return all[:fit], lines
}

// flow places the entries one after the other, and says how many fit.
func flow(all []entry, w, lines int) int {
	x, y := 0, 0
	for i := range all {
		e := &all[i]
		n := e.width()
		if x > 0 && x+n > w {
			x, y = 0, y+1
		}
		e.x, e.y = x, y
		if x+n > w || y >= lines {
			return i
		}
		x += n + entryGap
	}
	return len(all)
}

func (e entry) width() int {
	n := 2 + e.room // the marker and a blank
	if e.sample {
		n += sampleCells
	}
	return n
}

func (s Steps) drawEntry(c *canvas, e entry) {
	x, style := e.x, c.th.Series[e.series]
	if e.sample {
		for j := range sampleCells {
			c.set(x+j, e.y, s.sample(e.series, j, c.th), style, firm)
		}
		x += sampleCells
	}
	c.set(x, e.y, c.th.Glyphs.Markers[e.series], style, firm)
	c.text(x+2, e.y, e.name, c.th.Text, e.room)
}
