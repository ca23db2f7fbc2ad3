package picture

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Lengths are in tenths of a unit, and a cell is 8 by 16 units: eighths, halves
// and dots of braille come out whole, and the same on every machine.
const (
	unit = 10
	cols = 8 * unit  // a cell's width
	rows = 16 * unit // and height
)

// length writes tenths as the shortest number.
func length(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	whole, tenths := n/unit, n%unit
	switch {
	case tenths == 0 && whole == 0:
		return "0"
	case tenths == 0:
		return sign + strconv.Itoa(whole)
	case whole == 0:
		return sign + "." + strconv.Itoa(tenths)
	}
	return sign + strconv.Itoa(whole) + "." + strconv.Itoa(tenths)
}

// brush is how marks are drawn: lines of a width, or areas where it is 0.
type brush struct {
	color   string
	width   int
	opacity int // percent
}

// drawing is what is drawn, sorted by brush.
type drawing struct {
	order []brush // as they were first used
	marks map[brush]*marks
}

// marks are the lines and areas of one brush. Those that touch become one.
type marks struct {
	across, down map[int][]reach // lines by their y, by their x
	areas        []area
	shapes       strings.Builder
}

// reach is from where to where a line goes.
type reach struct{ from, to int }

// area is a rectangle.
type area struct{ x, y reach }

func (d *drawing) with(b brush) *marks {
	m, known := d.marks[b]
	if !known {
		if d.marks == nil {
			d.marks = map[brush]*marks{}
		}
		m = &marks{across: map[int][]reach{}, down: map[int][]reach{}}
		d.marks[b] = m
		d.order = append(d.order, b)
	}
	return m
}

func (m *marks) lineAcross(y, from, to int) { m.across[y] = append(m.across[y], reach{from, to}) }
func (m *marks) lineDown(x, from, to int)   { m.down[x] = append(m.down[x], reach{from, to}) }

func (m *marks) fill(x, y, w, h int) {
	m.areas = append(m.areas, area{reach{x, x + w}, reach{y, y + h}})
}

// shape adds a path that joins nothing, given relative to where it begins.
func (m *marks) shape(x, y int, path string) {
	m.shapes.WriteString("M" + length(x) + " " + length(y) + path)
}

// path is everything as one SVG path.
func (m *marks) path() string {
	var b strings.Builder
	for _, y := range slices.Sorted(maps.Keys(m.across)) {
		for _, r := range joined(m.across[y]) {
			b.WriteString("M" + length(r.from) + " " + length(y) + "h" + length(r.to-r.from))
		}
	}
	for _, x := range slices.Sorted(maps.Keys(m.down)) {
		for _, r := range joined(m.down[x]) {
			b.WriteString("M" + length(x) + " " + length(r.from) + "v" + length(r.to-r.from))
		}
	}
	for _, a := range joinedAreas(m.areas) {
		w := length(a.x.to - a.x.from)
		b.WriteString("M" + length(a.x.from) + " " + length(a.y.from) + "h" + w + "v" + length(a.y.to-a.y.from) + "h-" + w + "z")
	}
	return b.String() + m.shapes.String()
}

// joined makes one line of those that touch.
func joined(list []reach) []reach {
	slices.SortFunc(list, func(a, b reach) int { return cmp.Or(a.from-b.from, a.to-b.to) })
	var out []reach
	for _, r := range list {
		if n := len(out); n > 0 && r.from <= out[n-1].to {
			out[n-1].to = max(out[n-1].to, r.to)
			continue
		}
		out = append(out, r)
	}
	return out
}

// joinedAreas makes one area of those side by side, then of those stacked: a
// seam between two would show when the picture is scaled.
func joinedAreas(list []area) []area {
	list = joinedAlong(list, func(a area) (reach, reach) { return a.y, a.x }, func(across, along reach) area { return area{along, across} })
	return joinedAlong(list, func(a area) (reach, reach) { return a.x, a.y }, func(across, along reach) area { return area{across, along} })
}

func joinedAlong(list []area, apart func(area) (across, along reach), together func(across, along reach) area) []area {
	bands := map[reach][]reach{}
	for _, a := range list {
		across, along := apart(a)
		bands[across] = append(bands[across], along)
	}
	var out []area
	for _, across := range slices.SortedFunc(maps.Keys(bands), func(a, b reach) int { return cmp.Or(a.from-b.from, a.to-b.to) }) {
		for _, along := range joined(bands[across]) {
			out = append(out, together(across, along))
		}
	}
	return out
}

// svg adds the drawing as one path a brush.
func (d *drawing) svg(p *page) {
	for _, b := range d.order {
		p.put(`<path `)
		switch {
		case b.width > 0:
			p.put(`fill="none" stroke="`, b.color, `" stroke-width="`, length(b.width), `"`)
			if b.width == dot {
				p.put(` stroke-linecap="round"`)
			}
		default:
			p.put(`fill="`, b.color, `"`)
		}
		if b.opacity != opaque {
			p.put(` opacity="`, strings.TrimPrefix(strconv.FormatFloat(float64(b.opacity)/100, 'f', -1, 64), "0"), `"`)
		}
		p.put(` d="`, d.marks[b].path(), "\"/>\n")
	}
}
