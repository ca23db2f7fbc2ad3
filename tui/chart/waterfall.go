package chart

import (
	"fmt"
	"math"

	"termsheet/tui/theme"
)

// Fall is a row of a waterfall: a difference, or a total reached.
type Fall struct {
	Label string
	Value int64
	Total bool
}

// Waterfall shows how one figure becomes another: a bar from nought for each
// total, and between them one for each difference, from where the last ended.
// When the differences are small beside the totals, nought lies outside at the
// left: the totals are then no bars, whose lengths would lie, but marks.
type Waterfall struct {
	Falls []Fall
	Label func(int64) string // a value without its sign; nil writes cents as an amount
	Want  theme.Want         // which differences are for the better
}

// Lines draws the rows into exactly h lines of exactly w cells. When there are
// too many, the last one stays and a line before it counts those left out.
func (v Waterfall) Lines(w, h int, th *theme.Theme) []string {
	c := newCanvas(w, h, th)
	if c.w == 0 || c.h == 0 || len(v.Falls) == 0 {
		return c.lines()
	}
	if v.Label == nil {
		v.Label = cents
	}
	spans := v.spans()
	shown := len(spans)
	if shown > h {
		shown = max(h-2, 0)
	}
	left, right := v.gutters(w, th)
	s, cut := v.scale(spans)
	for i := range shown {
		v.drawFall(c, i, i, spans[i], s, cut, left, right)
	}
	if shown == len(spans) {
		return c.lines()
	}
	last := len(spans) - 1
	v.drawFall(c, h-1, last, spans[last], s, cut, left, right)
	if h > 1 {
		c.text(left, h-2, fmt.Sprintf("%s %d more", th.Glyphs.Ellipsis, last-shown), th.Dim, w-left)
	}
	return c.lines()
}

// span is where a bar begins and ends.
type span struct{ from, to int64 }

func (v Waterfall) spans() []span {
	out := make([]span, len(v.Falls))
	var at int64
	for i, f := range v.Falls {
		if f.Total {
			out[i] = span{0, amount(f.Value)}
		} else {
			out[i] = span{at, clamp(at + amount(f.Value))}
		}
		at = out[i].to
	}
	return out
}

// scale spans the bars from zero, or only the ends of the bars when they lie
// close together far from zero.
func (v Waterfall) scale(spans []span) (s scale, cut bool) {
	s = scale{spans[0].to, spans[0].to}
	whole := s
	for i, each := range spans {
		s.lo, s.hi = min(s.lo, each.to), max(s.hi, each.to)
		whole.lo, whole.hi = min(whole.lo, each.from, each.to), max(whole.hi, each.from, each.to)
		if !v.Falls[i].Total {
			s.lo, s.hi = min(s.lo, each.from), max(s.hi, each.from)
		}
	}
	if s.lo > 0 && s.hi > s.lo && s.hi-s.lo < s.hi/2 {
		return scale{s.lo - (s.hi-s.lo)/4, s.hi}, true
	}
	if whole.lo == whole.hi {
		whole.hi++
	}
	return whole, false
}

// gutters are the room for labels on the left and values on the right.
func (v Waterfall) gutters(w int, th *theme.Theme) (left, right int) {
	for _, f := range v.Falls {
		left = max(left, theme.Width(th.Clean(f.Label)))
		right = max(right, theme.Width(v.value(f, th)))
	}
	if right+1 > w*2/3 { // a figure cut off would be a wrong figure
		right = 0
	} else {
		right++
	}
	return min(left+2, (w-right)/2), right
}

func (v Waterfall) value(f Fall, th *theme.Theme) string {
	if f.Total {
		return th.Clean(v.Label(f.Value))
	}
	_, sign := th.Change(f.Value, v.Want)
	if f.Value < 0 {
		f.Value = -max(f.Value, -math.MaxInt64)
	}
	return sign + " " + th.Clean(v.Label(f.Value))
}

func (v Waterfall) drawFall(c *canvas, y, i int, at span, s scale, cut bool, left, right int) {
	f, g := v.Falls[i], &c.th.Glyphs
	style, glyph, text := c.th.Strong, g.Shades[4], c.th.Strong
	if !f.Total {
		style, _ = c.th.Change(f.Value, v.Want)
		text = style
		glyph = g.Shades[1]
		if f.Value > 0 {
			glyph = g.Shades[3]
		}
	}
	c.text(0, y, c.th.Clean(f.Label), c.th.Text, left-1)
	n := c.w - left - right
	if n > 0 {
		from, to := s.at(min(at.from, at.to), n+1), s.at(max(at.from, at.to), n+1)
		if from == to && at.from != at.to {
			from = min(from, n-1)
			to = from + 1
		}
		if cut && f.Total {
			for x := from; x < to-1; x++ {
				c.set(left+x, y, g.Dot, c.th.Dim, line)
			}
			c.set(left, y, g.CutLeft, c.th.Dim, firm)
			from = to - 1
		}
		for x := from; x < to; x++ {
			c.set(left+x, y, glyph, style, line)
		}
	}
	if right > 0 {
		c.textRight(c.w-right+1, y, v.value(f, c.th), text, right-1)
	}
}
