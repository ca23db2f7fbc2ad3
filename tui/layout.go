package tui

// Pane names a pane of the screen.
type Pane int

// The panes, in the order tab goes through them.
const (
	Mix Pane = iota
	Terms
	Costs
	Chart
	Timeline
	Book // only while one is open
	panes
)

// rect is a place on the screen.
type rect struct{ x, y, w, h int }

func (r rect) has(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// needs is how many lines the panes could use, frames included; the layout
// gives what there is. A pane that needs nothing is left out.
type needs [panes]int

// layout says where everything stands. A pane without height is not shown.
type layout struct {
	small  bool // too small for anything but a message
	paged  bool // one pane at a time, with a line of tabs
	header rect
	body   rect // all between header and status
	tabs   rect
	pane   [panes]rect
	status rect // messages; the same line as the footer where there is no other
	footer rect
}

// The sizes at which the screen changes its arrangement.
const (
	leastW, leastH   = 60, 15
	gridW, gridH     = 80, 24
	roomyH           = 30  // a second line for header and footer
	stackH           = 40  // narrow, but high enough for all panes in one column
	besideW          = 100 // low, but wide enough for the figures beside a pane
	threeW           = 150
	leftOfTwo        = 54 // percent
	leftOfThree      = 45
	middleOfThree    = 25
	timelineOfScreen = 42
	bookBelowH       = 34 // lines of the body from which a book stands below the other panes
	bookOfScreen     = 36
	airyBelowH       = 34 // lines of the body to which a view with more space shows fewer panes
	airyTop          = 52 // percent
)

// leasts is the fewest lines a pane is drawn in.
var leasts = [panes]int{Mix: 4, Terms: 4, Costs: 8, Chart: 6, Timeline: 8, Book: 8}

// arrange is the only arithmetic on sizes: it gives every pane its place. airy asks
// for space inside them, and for fewer panes where there is little.
func arrange(w, h int, focus Pane, zoom, airy bool, n needs) layout {
	if w < leastW || h < leastH {
		return layout{small: true}
	}
	var l layout
	bars := 1
	if h >= roomyH {
		bars = 2
	}
	l.header = rect{0, 0, w, bars}
	l.footer = rect{0, h - 1, w, 1}
	l.status = rect{0, h - bars, w, 1}
	body := rect{0, bars, w, h - 2*bars}
	l.body = body
	switch {
	case zoom, h < gridH, w < gridW && h < stackH, focus == Book && body.h < bookBelowH:
		l.pages(body, focus, zoom || focus == Book)
	case airy && w >= gridW && body.h < airyBelowH:
		l.airy(body, focus, n)
	case w < gridW:
		l.column(body, n)
	default:
		l.grid(body, n)
	}
	return l
}

// at is the pane at a place on the screen.
func (l *layout) at(x, y int) (Pane, bool) {
	for p, r := range l.pane {
		if r.has(x, y) {
			return Pane(p), true
		}
	}
	return 0, false
}

// pages shows the focused pane alone, or beside the figures where both fit.
func (l *layout) pages(body rect, focus Pane, zoom bool) {
	l.paged = true
	l.tabs = rect{0, body.y, body.w, 1}
	body.y, body.h = body.y+1, body.h-1
	if body.w >= besideW && focus != Costs && !zoom {
		left := body.w * leftOfTwo / 100
		l.pane[focus] = rect{0, body.y, left, body.h}
		l.pane[Costs] = rect{left, body.y, body.w - left, body.h}
		return
	}
	l.pane[focus] = body
}

// column stacks all panes over the whole width.
func (l *layout) column(body rect, n needs) {
	if body.h < bookBelowH {
		n[Book] = 0
	}
	l.stack(body, n, Mix, Terms, Costs, Chart, Timeline, Book)
}

// grid is the arrangement people know from the first screen: the mix and the
// terms on the left, the figures and the chart on the right, time below, and a
// book below that where there is room; else it has the screen while it has the
// focus.
func (l *layout) grid(body rect, n needs) {
	if n[Book] > 0 && body.h >= bookBelowH {
		h := max(min(n[Book], body.h*bookOfScreen/100), leasts[Book])
		body.h -= h
		l.pane[Book] = rect{0, body.y + body.h, body.w, h}
	}
	below := max(min(n[Timeline], body.h*timelineOfScreen/100), leasts[Timeline])
	top := rect{0, body.y, body.w, body.h - below}
	l.pane[Timeline] = rect{0, body.y + top.h, body.w, below}
	left, right := top, top
	left.w = body.w * leftOfTwo / 100
	right.x, right.w = left.w, body.w-left.w
	if body.w < threeW {
		l.stack(right, n, Costs, Chart)
	} else {
		left.w = body.w * leftOfThree / 100
		middle := body.w * middleOfThree / 100
		l.pane[Costs] = rect{left.w, top.y, middle, top.h}
		l.pane[Chart] = rect{left.w + middle, top.y, body.w - left.w - middle, top.h}
	}
	l.stack(left, n, Mix, Terms)
}

// airy shows what matters first: the figures beside what they are of, and time
// below. A pane that has none of the places takes one while it has the focus.
func (l *layout) airy(body rect, focus Pane, n needs) {
	left, below := Mix, Timeline
	if focus == Terms || n[Mix] == 0 {
		left = Terms
	}
	if focus == Chart && body.w < threeW {
		below = Chart
	}
	top := body
	top.h = body.h * airyTop / 100
	l.pane[below] = rect{body.x, body.y + top.h, body.w, body.h - top.h}
	w := body.w * leftOfTwo / 100
	if body.w < threeW {
		l.pane[Costs] = rect{top.x + w, top.y, body.w - w, top.h}
	} else {
		w = body.w * leftOfThree / 100
		middle := body.w * middleOfThree / 100
		l.pane[Costs] = rect{top.x + w, top.y, middle, top.h}
		l.pane[Chart] = rect{top.x + w + middle, top.y, body.w - w - middle, top.h}
	}
	l.pane[left] = rect{top.x, top.y, w, top.h}
}

// stack puts panes one below the other; what is left over goes to the one that
// grows best.
func (l *layout) stack(r rect, n needs, list ...Pane) {
	var shown []Pane
	var need, least []int
	rest := 0
	for _, p := range list {
		if n[p] == 0 {
			continue
		}
		if p == Chart {
			rest = len(shown)
		}
		shown, need, least = append(shown, p), append(need, n[p]), append(least, leasts[p])
	}
	for i, h := range spread(r.h, need, least, rest) {
		l.pane[shown[i]] = rect{r.x, r.y, r.w, h}
		r.y += h
	}
}

// spread divides h lines: everybody gets the least they can be drawn in, then
// what they need, in turns, and what is left over goes to one of them.
func spread(h int, need, least []int, rest int) []int {
	got := make([]int, len(need))
	for i := range got {
		got[i] = min(least[i], h)
		h -= got[i]
	}
	for h > 0 {
		gave := false
		for i := range got {
			if h > 0 && got[i] < need[i] {
				got[i]++
				h--
				gave = true
			}
		}
		if !gave {
			got[rest] += h
			h = 0
		}
	}
	return got
}
