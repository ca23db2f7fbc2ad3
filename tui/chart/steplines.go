package chart

import (
	"cmp"
	"slices"

	"termsheet/tui/theme"
)

// A braille cell has two dots across and four down; the bits of a column from
// the top, left column first.
var brailleBits = [2][4]byte{{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}}

// braille is the 256 cells in order of their bits; taken from one string, none
// is allocated while drawing.
const braille = "" +
	"⠀⠁⠂⠃⠄⠅⠆⠇⠈⠉⠊⠋⠌⠍⠎⠏⠐⠑⠒⠓⠔⠕⠖⠗⠘⠙⠚⠛⠜⠝⠞⠟⠠⠡⠢⠣⠤⠥⠦⠧⠨⠩⠪⠫⠬⠭⠮⠯⠰⠱⠲⠳⠴⠵⠶⠷⠸⠹⠺⠻⠼⠽⠾⠿" +
	"⡀⡁⡂⡃⡄⡅⡆⡇⡈⡉⡊⡋⡌⡍⡎⡏⡐⡑⡒⡓⡔⡕⡖⡗⡘⡙⡚⡛⡜⡝⡞⡟⡠⡡⡢⡣⡤⡥⡦⡧⡨⡩⡪⡫⡬⡭⡮⡯⡰⡱⡲⡳⡴⡵⡶⡷⡸⡹⡺⡻⡼⡽⡾⡿" +
	"⢀⢁⢂⢃⢄⢅⢆⢇⢈⢉⢊⢋⢌⢍⢎⢏⢐⢑⢒⢓⢔⢕⢖⢗⢘⢙⢚⢛⢜⢝⢞⢟⢠⢡⢢⢣⢤⢥⢦⢧⢨⢩⢪⢫⢬⢭⢮⢯⢰⢱⢲⢳⢴⢵⢶⢷⢸⢹⢺⢻⢼⢽⢾⢿" +
	"⣀⣁⣂⣃⣄⣅⣆⣇⣈⣉⣊⣋⣌⣍⣎⣏⣐⣑⣒⣓⣔⣕⣖⣗⣘⣙⣚⣛⣜⣝⣞⣟⣠⣡⣢⣣⣤⣥⣦⣧⣨⣩⣪⣫⣬⣭⣮⣯⣰⣱⣲⣳⣴⣵⣶⣷⣸⣹⣺⣻⣼⣽⣾⣿"

func brailleCell(bits byte) string { return braille[3*int(bits) : 3*int(bits)+3] }

// dotted says whether pattern i has a dot at x: solid, dots, dashes, sparse
// dots, dash and dot, pairs.
func dotted(i, x int) bool {
	switch i {
	case 1:
		return x%2 == 0
	case 2:
		return x%6 < 4
	case 3:
		return x%4 == 0
	case 4:
		return x%8 < 4 || x%8 == 6
	case 5:
		return x%4 < 2
	}
	return true
}

// dots is one bit per braille dot of the plot, and whose colour a cell has.
type dots struct {
	w, h  int // in cells
	bits  []byte
	owner []uint8
}

func (d *dots) set(x, y, owner int) { // y counts from the bottom
	if x < 0 || y < 0 || x >= d.w*2 || y >= d.h*4 {
		return
	}
	top := d.h*4 - 1 - y
	i := top/4*d.w + x/2
	d.bits[i] |= brailleBits[x%2][top%4]
	d.owner[i] = uint8(owner)
}

// stair walks a path at n columns and m rows up to the day it ends, if it does:
// flat from one column to before the next, then everything from the lowest to the
// highest value of a column.
func (p path) stair(a Axis, end int, sc scale, n, m int, flat func(x0, x1, y int), rise func(x, from, to, low, high int)) {
	if len(p) == 0 {
		return
	}
	x, y := a.col(p[0].Day, n), sc.at(p[0].Value, m)
	for i := 1; i < len(p); {
		next := a.col(p[i].Day, n)
		low, high, last := y, y, y
		for ; i < len(p) && a.col(p[i].Day, n) == next; i++ {
			last = sc.at(p[i].Value, m)
			low, high = min(low, last), max(high, last)
		}
		flat(x, next-1, y)
		if low < high {
			rise(next, y, last, low, high)
			x = next + 1
		} else {
			x = max(next, x)
		}
		y = last
	}
	last := n - 1
	if end != 0 && end <= a.To {
		last = a.col(end, n) - 1
	}
	flat(x, last, y)
}

func (s Steps) drawBraille(c *canvas, f frame, paths []path) {
	d := dots{w: f.w, h: f.h, bits: make([]byte, f.w*f.h), owner: make([]uint8, f.w*f.h)}
	for i := len(paths) - 1; i >= 0; i-- { // the first series last, on top
		paths[i].stair(s.Axis, s.Series[i].End, f.scale, f.w*2, f.h*4,
			func(x0, x1, y int) {
				for x := x0; x <= x1; x++ {
					if dotted(i, x) {
						d.set(x, y, i)
					}
				}
			},
			func(x, _, _, low, high int) {
				for y := low; y <= high; y++ {
					d.set(x, y, i)
				}
			})
	}
	for i, bits := range d.bits {
		if bits != 0 {
			c.set(f.x+i%f.w, f.y+i/f.w, brailleCell(bits), c.th.Series[d.owner[i]], line)
		}
	}
	s.drawEnds(c, f, paths)
}

func (s Steps) drawBoxes(c *canvas, f frame, paths []path) {
	for i := len(paths) - 1; i >= 0; i-- {
		g, style := c.th.Glyphs.Lines[i], c.th.Series[i]
		put := func(x, row int, glyph string) { // rows in dots from the bottom
			c.set(f.x+x, f.y+f.h-1-row, glyph, style, line)
		}
		paths[i].stair(s.Axis, s.Series[i].End, f.scale, f.w, f.h*4,
			func(x0, x1, y int) {
				for x := x0; x <= x1; x++ {
					put(x, y/4, g.Horizontal)
				}
			},
			func(x, from, to, _, _ int) {
				from, to = from/4, to/4
				for y := min(from, to) + 1; y < max(from, to); y++ {
					put(x, y, g.Vertical)
				}
				switch {
				case to > from:
					put(x, from, g.UpLeft)
					put(x, to, g.DownRight)
				case to < from:
					put(x, from, g.DownLeft)
					put(x, to, g.UpRight)
				default:
					put(x, to, g.Horizontal)
				}
			})
	}
	s.drawEnds(c, f, paths)
}

// drawEnds puts each line's marker at its end. Lines that end on one row share
// the rows around it, in the order of their values. One that is over before has
// none there.
func (s Steps) drawEnds(c *canvas, f frame, paths []path) {
	if f.ends < 0 {
		return
	}
	type end struct {
		series, row int
		value       int64
	}
	var ends []end
	for i, p := range paths {
		if over := s.Series[i].End; len(p) > 0 && (over == 0 || over > s.Axis.To) {
			v := p[len(p)-1].Value
			ends = append(ends, end{i, f.row(v), v})
		}
	}
	slices.SortStableFunc(ends, func(a, b end) int { return cmp.Compare(b.value, a.value) })
	ends = ends[:min(len(ends), f.h)]
	for i := 1; i < len(ends); i++ {
		ends[i].row = max(ends[i].row, ends[i-1].row+1)
	}
	bottom := f.y + f.h - 1
	for i := len(ends) - 1; i >= 0; i-- {
		ends[i].row = min(ends[i].row, bottom)
		bottom = ends[i].row - 1
	}
	for _, e := range ends {
		c.set(f.ends, e.row, c.th.Glyphs.Markers[e.series], c.th.Series[e.series], firm)
	}
}

// sample is cell j of a piece of line i for the legend.
func (s Steps) sample(i, j int, th *theme.Theme) string {
	if s.Boxes || th.Glyphs.ASCII {
		return th.Glyphs.Lines[i].Horizontal
	}
	var bits byte
	for x := range 2 {
		if dotted(i, 2*j+x) {
			bits |= brailleBits[x][2]
		}
	}
	return brailleCell(bits)
}
