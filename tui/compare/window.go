package compare

import "slices"

// Most is how many columns can be told apart at a glance.
const Most = 6

// window is the columns that have room: a run of them in their order, and the
// baseline beside it where it is not in the run itself.
type window struct {
	show          []int // from left to right
	before, after int   // how many columns there are on either side that have no room
}

// scroll is the window of k columns. The run moves only as far as the column at
// the cursor asks for.
func (c *Sheet) scroll(k int) window {
	n, at := len(c.table.columns), c.at()
	if n == 0 {
		return window{}
	}
	k = max(min(k, n), 1)
	c.left = min(c.left, at)
	w := c.from(c.left, k)
	for !slices.Contains(w.show, at) {
		c.left++
		w = c.from(c.left, k)
	}
	for len(w.show) < k {
		c.left--
		w = c.from(c.left, k)
	}
	return w
}

// from is the window of at most k columns whose run begins at one.
func (c *Sheet) from(first, k int) window {
	n, pin := len(c.table.columns), slices.Index(c.table.pins, true)
	run := k
	if k > 1 && pin >= 0 && (pin < first || pin > first+k-2) {
		run--
	}
	last := min(first+run, n)
	w := window{before: first, after: n - last}
	for i := first; i < last; i++ {
		w.show = append(w.show, i)
	}
	switch {
	case run == k:
	case pin < first:
		w.show = append([]int{pin}, w.show...)
		w.before--
	case pin >= last:
		w.show = append(w.show, pin)
		w.after--
	}
	return w
}

// apart tells whether columns without room lie between two that are shown beside
// each other, the latter at a place.
func (w window) apart(i int) bool { return i > 0 && w.show[i] != w.show[i-1]+1 }

// beside is the column on one side of that at the cursor: by the order of the
// columns, but from a baseline that stands apart the next one that is seen.
func (c *Sheet) beside(by, k int) int {
	w, at := c.scroll(k), c.at()
	i := slices.Index(w.show, at)
	if to := i + by; c.table.pins[at] && to >= 0 && to < len(w.show) {
		return w.show[to]
	}
	return max(min(at+by, len(c.table.columns)-1), 0)
}

// ahead shows the columns from the first on, as they are after they were sorted.
// The cursor stays in sight.
func (c *Sheet) ahead() {
	c.of, c.left = key{}, 0
	c.refresh()
	if n := len(c.table.columns); n > 0 && !slices.Contains(c.from(0, min(Most, n)).show, c.at()) {
		c.column = c.table.columns[0].Name
	}
}

// unseen are the names of the columns that are not in a window.
func (c *Sheet) unseen(w window) []string {
	var names []string
	for i, col := range c.table.columns {
		if !slices.Contains(w.show, i) {
			names = append(names, col.Name)
		}
	}
	return names
}
