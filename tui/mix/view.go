package mix

import (
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/chart"
	"termsheet/tui/field"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// widths are the cells of each column; a column of no width is left out.
type widths struct {
	name, x, y, bar, month, diff, metered, hourly, annual, even, best int
}

// The least widths of the columns that are always there, and what is added as
// room allows, the most telling first.
const (
	pointer               = 2
	nameMin, xMin, yMin   = 10, 5, 7
	barMin, monthMin      = 5, 9
	nameMax, yMax, barMax = 16, 13, 30
	nameMost              = 26
)

// fit gives the columns of w cells; names come before whatever can be left out.
func fit(w, name int) widths {
	c := widths{name: nameMin, x: xMin, y: yMin, month: monthMin}
	room := w - pointer - c.name - c.x - c.y - c.month
	take := func(n int) int {
		if n > room {
			return 0
		}
		room -= n
		return n
	}
	for need := min(name, nameMost); c.name < need && room > 0; {
		c.name += take(1)
	}
	c.bar = take(barMin + 1)
	c.month += take(1)
	c.y += take(1)
	if c.bar > 0 {
		c.bar += take(3)
	}
	c.x += take(3)
	c.diff = take(12)
	c.y += take(yMax - c.y)
	if c.bar > 0 {
		c.bar += take(6)
	}
	c.month += take(2)
	c.metered = take(12)
	c.hourly, c.annual = take(9), take(11)
	c.even = take(8)
	c.best = take(8)
	grow := min(room, barMax-c.bar)
	if c.bar > 0 && grow > 0 {
		c.bar += take(grow)
	}
	c.name += take(min(room, max(nameMax-c.name, 0)))
	return c
}

// View draws the pane: a heading and a row per instance type, the row at the
// cursor always among them.
func (p *Pane) View(ctx pane.Context, size pane.Size) pane.Box {
	s, th := ctx.Session, ctx.Theme
	list := s.Scenario().Instances
	box := pane.Box{Title: "Instance mix"}
	if len(list) == 0 {
		box.Lines = empty(ctx, size.W)
		return box
	}
	at := p.at(s)
	if n := len(list); n > size.H-1 {
		box.Right = fmt.Sprintf("%d of %d", at+1, n)
	}
	table := tableOf(s, list)
	c := fit(size.W, longest(list))
	box.Lines = append(box.Lines, heading(th, c, pane.Against(s.Pinned())))
	room := size.H - 1
	first := p.window.Scroll(at, at, len(list), room)
	box.First = first
	var rows []pane.Line
	p.kept.settle(s)
	for i := first; i < min(first+room, len(list)); i++ {
		rows = append(rows, p.rowFor(ctx, table, c, i, i == at))
	}
	if p.hasTotal(len(list), room) {
		rows = append(rows, pane.Line{Text: table.total(th, c), Row: -1})
	}
	box.AddApart(ctx, rows, room)
	p.below(ctx, &box, table, list, size)
	return box
}

// below uses what room there is below the rows: words about the type at the
// cursor, what runs of it over time, and words about the others.
func (p *Pane) below(ctx pane.Context, box *pane.Box, t *table, list []deal.Need, size pane.Size) {
	at := p.at(t.s)
	add := func(lines func(room int) []string) {
		if spare := size.H - len(box.Lines) - 1; spare > 0 {
			if more := lines(spare); len(more) > 0 {
				box.Lines = append(append(box.Lines, ""), more...)
			}
		}
	}
	add(func(room int) []string { return told(ctx, t, list[at], size.W, room) })
	add(func(room int) []string { return p.strip(ctx, t, list[at], size.W, room) })
	for i, n := range list {
		if i != at {
			add(func(room int) []string { return p.toldApart(ctx, t, n, size.W, room) })
		}
	}
}

// hasTotal tells whether a line of totals has room below all rows.
func (p *Pane) hasTotal(rows, room int) bool { return rows > 1 && rows < room }

func empty(ctx pane.Context, w int) []string {
	text := "not sold by instance type"
	if len(ctx.Session.Product().Instances) > 0 {
		text = ctx.KeyFor("add") + " adds an instance type"
	}
	return []string{ctx.Theme.Dim.Render(ctx.Theme.Fit(text, w))}
}

// longest is the width of the longest name.
func longest(list []deal.Need) int {
	n := 0
	for _, need := range list {
		n = max(n, theme.Width(need.Type))
	}
	return n
}

func heading(th *theme.Theme, c widths, against string) string {
	r := pane.NewRow(th).Gap(pointer)
	r.Left(th.Dim, "type", c.name)
	r.Right(th.Dim, pane.Either(c.x > 6, "X annual", "X "), c.x)
	r.Right(th.Dim, pane.Either(c.y > 10, "Y running ", "Y "), c.y)
	if c.bar > 0 {
		r.Gap(1).Left(th.Dim, pane.Either(c.bar > 8, "coverage", "cover"), c.bar-1)
	}
	r.Right(th.Dim, "$/month", c.month)
	r.Right(th.Dim, against, c.diff)
	r.Right(th.Dim, "metered", c.metered)
	r.Right(th.Dim, "hourly", c.hourly)
	r.Right(th.Dim, "annual", c.annual)
	r.Right(th.Dim, "pays at", c.even)
	r.Right(th.Dim, "best X", c.best)
	return r.String()
}

// table is what the rows share.
type table struct {
	s           *session.Session
	list        []deal.Need
	quote       *pricing.Quote
	lines, base map[string]session.Line
	even        map[string]session.Even
	covers      map[string]chart.Coverage
	full        int64 // what the longest bar stands for
	month       int   // the billing month at the day cursor
	sum         session.Line
}

func tableOf(s *session.Session, list []deal.Need) *table {
	t := &table{s: s, list: list, quote: s.Quote(), even: s.Evens(), covers: map[string]chart.Coverage{}, month: s.BillingMonth()}
	t.lines, t.base = s.Lines(), s.PinnedLines()
	var most decimal.Decimal
	for _, n := range list {
		_, high := extent(n)
		most = decimal.Max(most, high, n.Annual)
		for kind, amount := range t.lines[n.Type].ByKind {
			t.sum.ByKind[kind] += amount
		}
	}
	t.full = full(most)
	return t
}

// coverage is a type's on the day of the cursor.
func (t *table) coverage(n deal.Need) chart.Coverage {
	c, known := t.covers[n.Type]
	if !known {
		c = coverage(n, t.s.Annuals(n.Type), t.month, t.full)
		t.covers[n.Type] = c
	}
	return c
}

func (p *Pane) line(ctx pane.Context, t *table, c widths, n deal.Need, here bool) *pane.Row {
	th := ctx.Theme
	r := pane.NewRow(th)
	style := th.Text
	switch {
	case here && ctx.Focused:
		style = th.Strong
		r.Add(th.Accent, th.Glyphs.Pointer+" ")
	case here:
		r.Add(th.Dim, th.Glyphs.Pointer+" ")
	default:
		r.Gap(pointer)
	}
	mark := func(col int) pane.Mark {
		m := pane.Mark{Style: style, Focused: here && ctx.Focused && p.col == col, Flag: ctx.Flag(n.Type, fields[col])}
		if m.Focused {
			m.Typing = ctx.Typing
		}
		return m
	}
	r.Left(style, th.Clean(n.Type), c.name)
	r.Field(mark(annual), pane.Short(n.Annual, c.x-2), c.x)
	r.Field(mark(running), Running(n, c.y-2), c.y)
	if c.bar > 0 {
		r.Gap(1).Add(theme.Style{}, t.coverage(n).Line(c.bar-1, th))
	}
	t.amounts(r, th, c, n.Type, style)
	return r
}

// amounts writes the columns of money.
func (t *table) amounts(r *pane.Row, th *theme.Theme, c widths, key string, style theme.Style) {
	if t.quote == nil {
		r.Right(th.Dim, "-", c.month)
		return
	}
	month := session.PerMonth(t.quote, t.lines[key].Software())
	metered := session.PerMonth(t.quote, t.lines[key].ByKind[pricing.Hourly])
	r.Right(style, pane.Money(month, c.month-1), c.month)
	if c.diff > 0 {
		pinned := t.s.Pinned().Quote
		diff := money.Amount(0)
		if pinned != nil {
			diff = month - session.PerMonth(pinned, t.base[key].Software())
		}
		r.Delta(diff, pinned != nil, c.diff)
	}
	if c.metered > 0 {
		r.Right(pane.Either(metered > 0, th.Uncovered, th.Dim), pane.Money(metered, c.metered-1), c.metered)
	}
	if c.hourly+c.annual+c.even+c.best > 0 {
		t.rates(r, th, c, key)
	}
}

// rates writes the columns of rates, as many as there are.
func (t *table) rates(r *pane.Row, th *theme.Theme, c widths, key string) {
	listed, _ := t.s.Product().Instance(key)
	even, known := t.even[key]
	hourly, annual := field.RateText(listed.Hourly), field.RateText(listed.Annual)
	if known {
		hourly, annual = money.Scaled(even.Hourly), money.Group(money.Scaled(even.Annual))
	}
	r.Right(th.Dim, hourly, c.hourly)
	r.Right(th.Dim, annual, c.annual)
	if !known {
		r.Right(th.Dim, "-", c.even).Right(th.Dim, "-", c.best)
		return
	}
	r.Right(th.Dim, even.Share+" %", c.even)
	best := strconv.FormatInt(even.Best, 10)
	need, _ := t.s.Need(key)
	if need.Annual.Equal(decimal.NewFromInt(even.Best)) {
		r.Right(th.Good, best+" "+th.Glyphs.Check, c.best)
		return
	}
	r.Right(th.Warn, best+" "+th.Glyphs.Diamond, c.best)
}

func (t *table) total(th *theme.Theme, c widths) string {
	r := pane.NewRow(th).Gap(pointer)
	r.Left(th.Dim, "together", c.name).Gap(c.x + c.y + c.bar)
	if t.quote != nil {
		month := session.PerMonth(t.quote, t.sum.Software())
		r.Right(th.Strong, pane.Money(month, c.month-1), c.month).Gap(c.diff)
		if c.metered > 0 {
			metered := session.PerMonth(t.quote, t.sum.ByKind[pricing.Hourly])
			r.Right(th.Dim, pane.Money(metered, c.metered-1), c.metered)
		}
	}
	return r.String()
}
