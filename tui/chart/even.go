package chart

import (
	"slices"

	"termsheet/tui/theme"
)

// evenMost and evenLeast bound the values for which rows are worked out exactly:
// no product overflows, and a row is worth whole units.
const (
	evenMost  = int64(1e15)
	evenLeast = int64(1000)
)

// labelled chooses the values to label, and the scale on which equal steps
// between them have equal distances. Levels are labelled themselves when they
// are few and stand true, because every level of a step chart is a figure
// somebody may ask for; else round values are, whole rows apart.
func (s scale) labelled(levels []int64, rows int, label func(int64) string, th *theme.Theme) (scale, []yTick) {
	values, few := distinct(levels, max(rows/2, 2))
	if few && s.even(values, rows) {
		return s, s.ticks(values, rows, label, th)
	}
	wider, step, ok := s.spaced(rows)
	if !ok {
		return s, s.ticks(s.round(max((rows+1)/2, 2)), rows, label, th)
	}
	values = values[:0]
	for v := wider.first(step); v <= wider.hi; v += step {
		values = append(values, v)
	}
	return wider, wider.ticks(values, rows, label, th)
}

// distinct are the values in order, each once, where there are no more than most.
func distinct(values []int64, most int) (each []int64, few bool) {
	for _, v := range values {
		at, known := slices.BinarySearch(each, v)
		if known {
			continue
		}
		if len(each) == most {
			return nil, false
		}
		each = slices.Insert(each, at, v)
	}
	return each, true
}

// row is where a value stands, from the bottom; it shares the rounding of dots.
func (s scale) row(v int64, rows int) int { return s.at(v, rows*4) / 4 }

// even tells whether larger differences between neighbours take more rows, and
// equal ones as many.
func (s scale) even(values []int64, rows int) bool {
	type gap struct {
		worth int64
		rows  int
	}
	var gaps []gap
	for i := 1; i < len(values); i++ {
		g := gap{values[i] - values[i-1], s.row(values[i], rows) - s.row(values[i-1], rows)}
		if g.rows == 0 {
			return false
		}
		gaps = append(gaps, g)
	}
	for _, a := range gaps {
		for _, b := range gaps {
			if a.worth == b.worth && a.rows != b.rows || a.worth > b.worth && a.rows < b.rows {
				return false
			}
		}
	}
	return len(values) > 1
}

// spaced widens a scale as little as possible so that round values stand the
// same number of rows apart, two of them at least; it returns their distance.
func (s scale) spaced(rows int) (scale, int64, bool) {
	var best scale
	var step int64
	if rows < 2 || s.lo < -evenMost || s.hi > evenMost || s.hi-s.lo < evenLeast {
		return s, 0, false
	}
	least := int64(1)
	if rows > 4 {
		least = 2 // labels on every row are hard to read
	}
	for apart := least; apart < int64(rows); apart++ {
		wider, by := s.apart(apart, int64(rows))
		// More labels are worth an eighth of the height.
		if by > 0 && (step == 0 || (wider.hi-wider.lo)*8 < (best.hi-best.lo)*7) {
			best, step = wider, by
		}
	}
	return best, step, step > 0
}

// apart is the tightest scale on which a round value takes so many rows, and
// that value; 0 where no two would be in sight.
func (s scale) apart(apart, rows int64) (scale, int64) {
	step := int64(1)
	for i := 0; step <= evenMost; i++ {
		lo := s.lo * apart / step * step / apart
		for lo > s.lo {
			lo -= max(step/apart, 1)
		}
		wider := scale{lo, lo + step*(4*rows-1)/(4*apart)}
		if wider.hi >= s.hi && wider.first(step)+step <= wider.hi {
			return wider, step
		}
		if i%3 == 1 { // 1, 2, 5, 10 and on
			step = step / 2 * 5
		} else {
			step *= 2
		}
	}
	return s, 0
}
