package chart

import (
	"math/bits"
	"slices"

	"termsheet/tui/theme"
)

// bound keeps sums of values within 64 bits: no deal reaches ten quadrillion.
const bound = int64(1e18)

func clamp(v int64) int64 { return min(max(v, -bound), bound) }

// share is round(part*n/whole), exact for every size; part is at most whole.
func share(part, whole int64, n int) int64 {
	if whole <= 0 || part <= 0 || n <= 0 {
		return 0
	}
	hi, lo := bits.Mul64(uint64(part), uint64(n))
	lo, carry := bits.Add64(lo, uint64(whole)/2, 0)
	q, _ := bits.Div64(hi+carry, lo, uint64(whole))
	return int64(q)
}

// scale maps values onto steps 0 (lowest) to n-1.
type scale struct{ lo, hi int64 }

func (s scale) at(v int64, n int) int {
	v = min(max(v, s.lo), s.hi)
	return int(share(v-s.lo, s.hi-s.lo, n-1))
}

// newScale spans the values, and zero when asked to. Values that are all equal
// get room around them, so that their line lies inside the chart.
func newScale(values []int64, zero bool) scale {
	if len(values) == 0 {
		return scale{0, 100}
	}
	s := scale{clamp(slices.Min(values)), clamp(slices.Max(values))}
	if zero {
		s.lo, s.hi = min(s.lo, 0), max(s.hi, 0)
	}
	if s.lo < s.hi {
		return s
	}
	switch v := s.lo; {
	case v == 0:
		return scale{0, 100}
	case v > 0:
		room := max(v/4, 1)
		return scale{v - room, v + room}
	default:
		room := max(-v/4, 1)
		return scale{v - room, v + room}
	}
}

// round gives the values at round distances inside the scale, at most n.
func (s scale) round(n int) []int64 {
	step := int64(1)
	for i := 0; s.count(step) > int64(n); i++ {
		if i%3 == 1 { // 1, 2, 5, 10 and on
			step = step / 2 * 5
		} else {
			step *= 2
		}
	}
	var out []int64
	for v := s.first(step); v <= s.hi; v += step {
		out = append(out, v)
	}
	return out
}

func (s scale) first(step int64) int64 {
	v := s.lo / step * step
	if v < s.lo {
		v += step
	}
	return v
}

func (s scale) count(step int64) int64 {
	first := s.first(step)
	if first > s.hi {
		return 0
	}
	return (s.hi-first)/step + 1
}

// yTick is a labelled row of a value axis, counted from the top.
type yTick struct {
	row   int
	label string
}

// ticks labels values, given from the lowest on.
func (s scale) ticks(values []int64, rows int, label func(int64) string, th *theme.Theme) []yTick {
	var out []yTick
	taken := make([]bool, rows)
	for _, v := range slices.Backward(values) {
		row := rows - 1 - s.row(v, rows)
		if !taken[row] {
			taken[row] = true
			out = append(out, yTick{row, th.Clean(label(v))})
		}
	}
	return out
}

// gutter is the widest label.
func gutter(ticks []yTick) int {
	n := 0
	for _, t := range ticks {
		n = max(n, theme.Width(t.label))
	}
	return n
}

// cents is how a value is written when the chart was told nothing else.
func cents(v int64) string {
	neg := v < 0
	u := uint64(v)
	if neg {
		u = -u
	}
	out := []byte{byte('0' + u/10%10), byte('0' + u%10)}
	out = append([]byte{'.'}, out...)
	u /= 100
	for i := 0; i == 0 || u > 0; i++ {
		if i > 0 && i%3 == 0 {
			out = append([]byte{','}, out...)
		}
		out = append([]byte{byte('0' + u%10)}, out...)
		u /= 10
	}
	if neg {
		out = append([]byte{'-'}, out...)
	}
	return string(out)
}
