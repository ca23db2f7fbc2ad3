package chart

import (
	"strings"

	"termsheet/tui/theme"
)

// Coverage is one row: what annual contracts cover, what runs uncovered at the
// hourly rate, and what is paid for but idle.
type Coverage struct {
	Covered, Uncovered, Idle int64

	// Full is what a bar over the whole width stands for, so that the bars of
	// several rows compare. When it is less than the parts, they fill the width.
	Full int64
}

// Line draws the bar into exactly w cells. A part that is there at all gets a
// cell as long as there are cells for all parts.
func (v Coverage) Line(w int, th *theme.Theme) string {
	if w <= 0 {
		return ""
	}
	parts := []int64{max(v.Covered, 0), max(v.Uncovered, 0), max(v.Idle, 0)}
	for i := range parts {
		parts[i] = min(parts[i], bound/4)
	}
	sum := parts[0] + parts[1] + parts[2]
	cells := int(share(sum, max(sum, v.Full), w))
	cells = min(max(cells, present(parts)), w)
	n := apportion(parts, cells)

	var b strings.Builder
	g := th.Glyphs
	th.Covered.Write(&b, strings.Repeat(g.Covered, n[0]))
	th.Uncovered.Write(&b, strings.Repeat(g.Uncovered, n[1]))
	th.Idle.Write(&b, strings.Repeat(g.Idle, n[2]))
	b.WriteString(strings.Repeat(" ", w-n[0]-n[1]-n[2]))
	return b.String()
}

func present(parts []int64) int {
	n := 0
	for _, p := range parts {
		if p > 0 {
			n++
		}
	}
	return n
}

// apportion splits cells by the parts' size. Rounding the running sum instead
// of each part makes the cells add up.
func apportion(parts []int64, cells int) []int {
	n := make([]int, len(parts))
	var sum, run int64
	for _, p := range parts {
		sum += p
	}
	if sum == 0 {
		return n
	}
	edge := 0
	for i, p := range parts {
		run += p
		next := int(share(run, sum, cells))
		n[i] = next - edge
		edge = next
	}
	for i, p := range parts {
		if p == 0 || n[i] > 0 {
			continue
		}
		big := 0
		for j := range n {
			if n[j] > n[big] {
				big = j
			}
		}
		if n[big] > 1 {
			n[big]--
			n[i]++
		}
	}
	return n
}
