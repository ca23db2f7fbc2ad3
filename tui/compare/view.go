package compare

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/money"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// The cells of the table.
const (
	pointer    = 2
	labelLeast = 12
	labelMost  = 18
	cellLeast  = 10
	cellMost   = 36
	bothLeast  = 24 // from here a cell holds the figure and its difference
	figureMost = 18
	nameLines  = 3
)

// Rows is how many lines the table and the split could use.
func (c *Sheet) Rows(int) int {
	c.refresh()
	return nameLines + 1 + len(c.table.rows) + splitMost
}

// Footer is the line that says how to go on and out.
func (c *Sheet) Footer() string {
	return "esc back"
}

// roomy is the height from which table and split stand below each other.
const roomy = 32

// View draws the comparison.
func (c *Sheet) View(th *theme.Theme, size pane.Size) pane.Box {
	c.refresh()
	box := pane.Box{Title: "Compare", Right: c.right(th, size.W)}
	if len(c.table.columns) == 0 {
		box.Lines = []string{th.Text.Render(th.Fit("nothing is left to compare; esc goes back", size.W))}
		return box
	}
	both := size.H >= roomy && !c.split
	if size.H < roomy && (c.split || c.asked) {
		box.Lines = c.splitLines(th, size)
		return box
	}
	room := size.H
	if both {
		room -= splitLeast + 1
	}
	rows := c.addTable(&box, th, pane.Size{W: size.W, H: room})
	if n := len(c.table.rows); n > rows {
		box.Right = strings.Join([]string{box.Right, fmt.Sprintf("line %d of %d", c.line()+1, n)}, " "+th.Glyphs.Dot+" ")
	}
	if both {
		box.Lines = append(box.Lines, "")
		box.Lines = append(box.Lines, c.splitLines(th, pane.Size{W: size.W, H: size.H - len(box.Lines)})...)
	}
	return box
}

// right says what the columns are sorted by and compared with.
func (c *Sheet) right(th *theme.Theme, w int) string {
	var parts []string
	if n, shown := len(c.table.columns), len(c.grid(w).show); n > shown {
		parts = append(parts, fmt.Sprintf("%d of %d columns", shown, n))
	}
	if c.table.lengths {
		parts = append(parts, "horizons differ: sums have no winner")
	}
	if c.by != "" {
		text := "by " + strings.TrimSpace(c.by)
		if c.falling {
			text += ", worst first"
		}
		parts = append(parts, th.Clean(text))
	}
	if pin := c.s.Pinned(); pin.Quote != nil {
		parts = append(parts, "vs "+th.Clean(pin.Label))
	}
	return strings.Join(parts, " "+th.Glyphs.Dot+" ")
}

// grid is where the columns stand.
type grid struct {
	label, cell int
	window
}

func (c *Sheet) grid(w int) grid {
	g := grid{label: labelWidth(w), window: c.scroll(fitting(w))}
	g.cell = min((w-g.label)/max(len(g.show), 1), cellMost)
	return g
}

func labelWidth(w int) int { return min(max(w/6, labelLeast), labelMost) + pointer }

// figure is how much of a cell its figure takes: what is left has the difference.
func (g grid) figure() int {
	if g.cell < bothLeast {
		return g.cell
	}
	return min(g.cell/2+1, figureMost)
}

// edge is where the figures of a shown column end, and what stands above them.
func (g grid) edge(n int) int { return g.label + n*g.cell + g.figure() - 1 }

// fitting is how many columns have room beside each other.
func fitting(w int) int { return min((w-labelWidth(w))/cellLeast, Most) }

// addTable draws the table, and tells how many of its rows have room.
func (c *Sheet) addTable(box *pane.Box, th *theme.Theme, size pane.Size) (rows int) {
	g := c.grid(size.W)
	at := c.line()
	for _, text := range append(c.names(th, g), c.states(th, g)) {
		box.Add(pane.Line{Text: text, Row: at, Cells: g.cells()})
	}
	room := size.H - len(box.Lines)
	below := c.hasBelow(g)
	if below {
		room--
	}
	first := c.window.Scroll(at, at, len(c.table.rows), room)
	box.First = first
	for i := first; i < min(first+max(room, 0), len(c.table.rows)); i++ {
		box.Add(pane.Line{Text: c.rowLine(th, g, i, i == at), Row: i, Cells: g.cells()})
		if i == at && below {
			box.Add(pane.Line{Text: c.belowLine(th, g, i), Row: i, Cells: g.cells()})
		}
	}
	return max(room, 0)
}

// names are the lines of the columns' names, each above its figures and the one
// at the cursor pointed out.
// Names that are too long for their column go on in further lines.
func (c *Sheet) names(th *theme.Theme, g grid) []string {
	parts := make([][]string, len(c.table.columns))
	lines := 1
	wide := g.figure() - 3 + (g.cell-g.figure())*2/3 // a name can begin above the difference before it
	for _, i := range g.show {
		parts[i] = pane.Cut(th, c.table.columns[i].Name, wide, nameLines)
		lines = max(lines, len(parts[i]))
	}
	var out []string
	for n := range lines {
		r := pane.NewRow(th)
		left := ""
		if g.before > 0 && n == 0 {
			left = fmt.Sprintf("%s %d more", th.Glyphs.CutLeft, g.before)
		}
		r.Add(th.Dim, left)
		for at, i := range g.show {
			text, style := "", th.Strong
			if n < len(parts[i]) {
				text = parts[i][n]
			}
			if i == c.at() && text != "" {
				style = th.Selection
				if n == 0 {
					text = th.Glyphs.Pointer + text
				}
			}
			gap := g.edge(at) - theme.Width(text) - r.Width()
			if n == 0 && g.apart(at) {
				r.Gap(gap-2).Add(th.Dim, th.Glyphs.Ellipsis)
				gap = 1
			}
			r.Gap(gap).Add(style, text)
		}
		out = append(out, r.String())
	}
	return out
}

// cells are where the columns stand; those that are not shown have no room.
func (g grid) cells() []pane.Span {
	cells := make([]pane.Span, slices.Max(g.show)+1)
	for n, i := range g.show {
		at := g.label + n*g.cell
		cells[i] = pane.Span{From: at, To: at + g.cell}
	}
	return cells
}

// states is the line that says what each column is.
func (c *Sheet) states(th *theme.Theme, g grid) string {
	right := ""
	if g.after > 0 {
		right = fmt.Sprintf("%d more %s", g.after, th.Glyphs.CutRight)
	}
	r := pane.NewRow(th).Add(th.Dim, right)
	for n, i := range g.show {
		room := g.edge(n) - r.Width() // that of the difference before it, too
		col := c.table.columns[i]
		var parts []string
		if col.Doc != nil {
			parts = append(parts, file(col))
		}
		if c.shown(col) {
			parts = append(parts, "shown")
		}
		if c.table.pins[i] {
			parts = append(parts, "pinned")
		}
		text := strings.Join(parts, ", ")
		if theme.Width(text)+1 > room {
			text = parts[len(parts)-1]
		}
		style := th.Dim
		if col.broken {
			text, style = broken, th.Warn
			if theme.Width(text)+1 > room {
				text = brokenShort
			}
		}
		if col.Err != nil {
			text, style = "no price", th.Bad
		}
		r.Right(style, text, room)
	}
	return r.String()
}

// broken marks the last good figures of a file that cannot be read now.
const (
	broken      = "broken file"
	brokenShort = "broken"
)

func file(col Column) string {
	if col.broken {
		return broken
	}
	return "file"
}

func (c *Sheet) rowLine(th *theme.Theme, g grid, i int, here bool) string {
	row := c.table.rows[i]
	r := pane.NewRow(th)
	if row.head {
		return r.Gap(1).Left(th.Title, th.Clean(row.label), g.label+g.cell*len(g.show)-1).String()
	}
	label := th.Dim
	if here {
		label = th.Selection
		r.Add(th.Accent, th.Glyphs.Pointer+" ")
	} else {
		r.Gap(pointer)
	}
	r.Left(label, row.label, g.label-pointer)
	for _, j := range g.show {
		c.cell(th, r, g, row, j, here && j == c.at())
	}
	return r.String()
}

// cell writes a figure with the sign of the winner behind it, and where there
// is room its difference from the baseline.
func (c *Sheet) cell(th *theme.Theme, r *pane.Row, g grid, row row, j int, here bool) {
	v := row.values[j]
	style, mark := th.Text, " "
	if row.winner[j] {
		style, mark = th.Good, th.Glyphs.Winner
		if v.best {
			mark = th.Glyphs.Check
		}
	}
	if row.id == first && !row.winner[j] {
		style = th.Strong
	}
	if here {
		style = th.Selection
	}
	if c.differs && g.cell < bothLeast && row.unit != words {
		c.delta(th, r, row, j, g.cell)
		return
	}
	wide := g.figure()
	text := "-"
	switch {
	case v.known && row.unit == dollars:
		text = pane.Money(v.amount(), wide-2)
	case v.known:
		if text = th.Clean(v.text); theme.Width(text) > wide-2 && v.short != "" {
			text = v.short
		}
	}
	r.Gap(1).Right(style, text, wide-2).Add(th.Good, mark)
	if rest := g.cell - wide; rest > 0 {
		c.delta(th, r, row, j, rest)
	}
}

// delta writes by how much a figure is off the baseline's.
func (c *Sheet) delta(th *theme.Theme, r *pane.Row, row row, j, w int) {
	v, base := row.values[j], row.base
	if !v.known || !base.known {
		r.Gap(w)
		return
	}
	d, want := v.n.Sub(base.n), row.wanted(c.table.lengths)
	switch {
	case row.unit == dollars:
		r.Change(money.Amount(d.IntPart()), want, true, w)
	case d.IsZero():
		r.Right(th.Dim, th.Glyphs.Dot, w)
	case row.unit == words:
		r.Gap(w)
	default:
		style, sign := th.Change(int64(d.Sign()), want)
		r.Right(style, sign+" "+signed(d, row.unit), w)
	}
}

func signed(d decimal.Decimal, u unit) string {
	text := pane.Quantity(d)
	if u == percent {
		text = d.StringFixed(2) + "%"
	}
	if d.IsPositive() {
		return "+" + text
	}
	return text
}

// hasBelow tells whether the row at the cursor has a line of differences below
// it, since the cells have no room for them.
func (c *Sheet) hasBelow(g grid) bool {
	return g.cell < bothLeast && !c.differs && c.s.Pinned().Quote != nil
}

func (c *Sheet) belowLine(th *theme.Theme, g grid, i int) string {
	r := pane.NewRow(th).Gap(pointer).Left(th.Dim, "difference", g.label-pointer)
	for _, j := range g.show {
		c.delta(th, r, c.table.rows[i], j, g.cell)
	}
	return r.String()
}
