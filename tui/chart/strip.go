package chart

import "termsheet/tui/theme"

// Strip shows how many run at each hour of a load profile against the X that
// annual contracts cover. Its lowest row marks the hours above X; with three
// rows and more the bars show what is covered, uncovered and idle in the glyphs
// of Coverage.
type Strip struct {
	Levels    []int64
	Threshold int64
}

// Lines draws the strip into exactly h lines of exactly w cells. Several hours
// in one cell show the highest of them, since that is what needs covering.
func (v Strip) Lines(w, h int, th *theme.Theme) []string {
	c := newCanvas(w, h, th)
	if c.w == 0 || c.h == 0 || len(v.Levels) == 0 {
		return c.lines()
	}
	levels := v.columns(w)
	rows := h
	if h > 1 {
		rows--
		v.drawMarks(c, levels)
	}
	if rows == 1 {
		v.drawRow(c, levels)
	} else {
		v.drawBlock(c, levels, rows)
	}
	return c.lines()
}

// columns brings the hours to the width: the same whole number of cells each,
// or several hours a cell.
func (v Strip) columns(w int) []int64 {
	n := len(v.Levels)
	if n > w {
		out := make([]int64, w)
		for i, level := range v.Levels {
			out[i*w/n] = max(out[i*w/n], clamp(level))
		}
		return out
	}
	each := w / n
	out := make([]int64, 0, n*each)
	for _, level := range v.Levels {
		for range each {
			out = append(out, max(clamp(level), 0))
		}
	}
	return out
}

// At is the highest level at column x of the strip as it is drawn in w cells; ok is
// false beside it.
func (v Strip) At(x, w int) (level int64, ok bool) {
	if w <= 0 || len(v.Levels) == 0 {
		return 0, false
	}
	levels := v.columns(w)
	if x < 0 || x >= len(levels) {
		return 0, false
	}
	return levels[x], true
}

func highest(levels []int64) int64 {
	var top int64
	for _, l := range levels {
		top = max(top, l)
	}
	return top
}

func (v Strip) drawRow(c *canvas, levels []int64) {
	top := highest(levels)
	for x, level := range levels {
		if level == 0 {
			continue
		}
		style := c.th.Covered
		if level > v.Threshold {
			style = c.th.Uncovered
		}
		n := max(share(level, top, eighths), 1)
		c.set(x, 0, c.th.Glyphs.Levels[n-1], style, line)
	}
}

func (v Strip) drawMarks(c *canvas, levels []int64) {
	for x, level := range levels {
		if level > v.Threshold {
			c.set(x, c.h-1, c.th.Glyphs.Up, c.th.Uncovered, firm)
		} else {
			c.set(x, c.h-1, c.th.Glyphs.Horizontal, c.th.Border, firm)
		}
	}
}

// drawBlock gives whole rows to what lies below X and to what lies above, each
// with a scale of its own, so that the border between them is always a border
// between cells and no part that exists is invisible.
func (v Strip) drawBlock(c *canvas, levels []int64, rows int) {
	top, x0 := highest(levels), max(clamp(v.Threshold), 0)
	all := max(top, x0)
	under := int(share(x0, all, rows))
	if x0 > 0 {
		under = max(under, 1)
	}
	if top > x0 {
		under = min(under, rows-1)
	}
	g := &c.th.Glyphs
	for x, level := range levels {
		covered := int(share(min(level, x0), x0, under*eighths))
		if level > 0 && x0 > 0 {
			covered = max(covered, 1)
		}
		for row := range under {
			y := rows - 1 - row
			switch part := min(covered-row*eighths, eighths); {
			case part <= 0:
				c.set(x, y, g.Idle, c.th.Idle, line)
			case part == eighths:
				c.set(x, y, g.Covered, c.th.Covered, line)
			default:
				c.set(x, y, g.Levels[part-1], c.th.Covered, line)
			}
		}
		if level <= x0 {
			continue
		}
		over := max(int(share(level-x0, top-x0, rows-under)), 1)
		for row := range over {
			c.set(x, rows-1-under-row, g.Uncovered, c.th.Uncovered, line)
		}
	}
}
