package picture

// Widths of lines, in tenths, and what paints fully.
const (
	thin   = 12
	thick  = 26
	dot    = 31 // of braille, also its diameter
	opaque = 100
)

// block is a range of characters that are drawn, and how. A drawing says false
// for a character that it does not know.
type block struct {
	first, last rune
	draw        func(d *drawing, r rune, x, y int, color string) bool
}

// blocks are the ranges that are drawn.
func blocks() []block {
	return []block{
		{0x2500, 0x257f, (*drawing).box},
		{0x2580, 0x259f, (*drawing).element},
		{0x2800, 0x28ff, (*drawing).braille},
		{0x2190, 0x27bf, (*drawing).symbol},
	}
}

// glyph draws a character with its cell's top left corner at x and y, or says
// that it is one to be written.
func (d *drawing) glyph(text string, x, y int, color string) bool {
	r, only := single(text)
	if !only || r < 0x2190 {
		return false
	}
	for _, b := range blocks() {
		if r >= b.first && r <= b.last {
			return b.draw(d, r, x, y, color)
		}
	}
	return false
}

// single is the character of a text that has no second one.
func single(text string) (rune, bool) {
	for i, r := range text {
		return r, i+len(string(r)) == len(text)
	}
	return 0, false
}

// element draws U+2580 to U+259F: parts of a cell that are filled.
func (d *drawing) element(r rune, x, y int, color string) bool {
	if shade := int(r - '░' + 1); r >= '░' && r <= '▓' {
		d.with(brush{color: color, opacity: shades[shade-1]}).fill(x, y, cols, rows)
		return true
	}
	for _, p := range parts[r] {
		d.with(brush{color: color, opacity: opaque}).fill(x+p.x*unit, y+p.y*unit, p.w*unit, p.h*unit)
	}
	return len(parts[r]) > 0
}

// braille draws a dot for each bit of U+2800 to U+28FF.
func (d *drawing) braille(r rune, x, y int, color string) bool {
	m := d.with(brush{color: color, width: dot, opacity: opaque})
	for bit, at := range dots {
		if (r-0x2800)>>bit&1 == 1 {
			m.shape(x+at.x*unit, y+at.y*unit, "h0")
		}
	}
	return true
}

// symbol draws the signs that fonts draw at all widths, or as emoji.
func (d *drawing) symbol(r rune, x, y int, color string) bool {
	s, known := symbols[r]
	if !known {
		return false
	}
	d.with(brush{color: color, width: s.line, opacity: opaque}).shape(x+s.x, y+s.y, s.path)
	return true
}

// box draws U+2500 to U+257F: lines from the middle of a cell to its sides.
func (d *drawing) box(r rune, x, y int, color string) bool {
	if s, known := bends[r]; known {
		m := d.with(brush{color: color, width: thin, opacity: opaque})
		m.shape(x+s.x, y+s.y, s.path)
		if s.line != 0 {
			m.lineDown(x+cols/2, y+s.line, y+s.line+rows/4)
		}
		return true
	}
	if n, dashed := dashes[r]; dashed {
		d.dashed(arms(r), n, x, y, color)
		return true
	}
	a := arms(r)
	for side, weight := range a {
		d.arm(a, side, weight, x, y, color)
	}
	return true
}

// The sides of a cell, as the table of boxes lists them.
const (
	up = iota
	right
	down
	left
)

// weight is how heavy a line is.
type weight byte

const (
	none weight = iota
	light
	heavy
	double
)

// lines are how far to each side of the middle a weight has its lines, and how
// wide they are.
var lines = [...]struct{ off, width int }{none: {}, light: {0, thin}, heavy: {0, thick}, double: {14, thin}}

// arms are the weights of the four lines of a box character.
func arms(r rune) (a [4]weight) {
	for i := range a {
		a[i] = weight(boxes[(int(r)-0x2500)*5+i] - '0')
	}
	return a
}

// arm draws one of the four lines: two where it is double, each from where it
// meets the line of its own side of the arm across.
func (d *drawing) arm(a [4]weight, side int, w weight, x, y int, color string) {
	if w == none {
		return
	}
	m := d.with(brush{color: color, width: lines[w].width, opacity: opaque})
	before, after := a[(side+3)%4], a[(side+1)%4] // the arms across: up and down for left and right
	if side == down || side == left {
		before, after = after, before // to the left or up from the middle first
	}
	opposite := a[(side+2)%4] != none
	for _, sign := range []int{-1, 1}[:1+min(lines[w].off, 1)] {
		near, far := before, after
		if sign > 0 {
			near, far = after, before
		}
		begin := 0
		switch {
		case near != none && w == double:
			begin = lines[near].off
		case far != none && !opposite:
			begin = -lines[far].off
		}
		at := sign * lines[w].off
		mx, my := x+cols/2, y+rows/2
		switch side {
		case up:
			m.lineDown(mx+at, y, my-begin)
		case down:
			m.lineDown(mx+at, my+begin, y+rows)
		case left:
			m.lineAcross(my+at, x, mx-begin)
		case right:
			m.lineAcross(my+at, mx+begin, x+cols)
		}
	}
}

// dashed draws a line in n dashes that go on evenly in the next cell.
func (d *drawing) dashed(a [4]weight, n, x, y int, color string) {
	across := a[left] != none
	m := d.with(brush{color: color, width: lines[max(a[left], a[up])].width, opacity: opaque})
	size := rows
	if across {
		size = cols
	}
	for i := range n {
		from, to := (size*i+size/5)/n, (size*i+size*4/5)/n
		if across {
			m.lineAcross(y+rows/2, x+from, x+to)
		} else {
			m.lineDown(x+cols/2, y+from, y+to)
		}
	}
}
