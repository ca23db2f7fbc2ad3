package terms

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/field"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// The cells of the pointer, and of names: what they get where there is room,
// and what they are given at most before other columns.
const (
	pointer                    = 2
	nameMin, nameMax, nameMost = 10, 22, 26
	useMin                     = 7
	unsold                     = 4
)

// titleRoom is the width from which the long title and the contract terms fit
// into the frame together.
const titleRoom = 50

// widths are the cells of each column of a dimension's row.
type widths struct {
	name, quantity, use, growth, over, month, diff, rate, per int // cells
}

// fit gives the columns of w cells; names come before whatever can be left out.
func fit(w int, list []listing.Dimension) widths {
	name := 0
	for _, d := range list {
		name = max(name, theme.Width(d.Key))
	}
	c := widths{name: 8, quantity: 7, use: 9, growth: 6, month: 9}
	if !slices.ContainsFunc(list, func(d listing.Dimension) bool { return len(d.Contract) > 0 }) {
		c.quantity = unsold // of nothing there can be a commitment
	}
	room := w - pointer - c.name - c.quantity - c.use - c.growth - c.month
	for room < 0 && c.use > useMin { // use gives way before names do
		c.use, room = c.use-1, room+1
	}
	take := func(n int) int {
		if n > room {
			return 0
		}
		room -= n
		return n
	}
	for need := min(name+1, nameMost); c.name < need && room > 0; {
		c.name += take(1)
	}
	c.name += take(max(nameMin-c.name, 0))
	c.over = take(9)
	c.quantity += take(3)
	c.use += take(4)
	c.growth += take(2)
	c.month += take(2)
	c.diff = take(11)
	c.rate = take(11)
	c.per = take(12)
	c.name += take(min(room, max(nameMax-c.name, 0)))
	return c
}

// View draws the pane.
func (p *Pane) View(ctx pane.Context, size pane.Size) pane.Box {
	s, th := ctx.Session, ctx.Theme
	r := rowsOf(s, size.W)
	row, col := p.at(r)
	c := fit(size.W, r.dimensions)
	box := pane.Box{Title: "Contract and dimensions", Right: lengths(s, th)}
	if size.W < titleRoom {
		box.Title = "Contract"
	}
	room := size.H
	if len(r.dimensions) > 0 {
		box.Lines = append(box.Lines, heading(th, c, pane.Against(s.Pinned())))
		room--
	}
	lines, base := s.Lines(), s.PinnedLines()
	first := p.window.Scroll(row, row, r.count(), room)
	box.First = first
	var shown []pane.Line
	for i := first; i < min(first+room, r.count()); i++ {
		at := -1
		if i == row {
			at = col
		}
		if i < len(r.dimensions) {
			d := r.dimensions[i]
			drawn := dimension(ctx, c, d, at, lines[d.Key], base[d.Key])
			shown = append(shown, pane.Line{Text: drawn.String(), Row: i, Cells: drawn.Fields()})
			continue
		}
		text, cells := deals(ctx, r, i, at)
		shown = append(shown, pane.Line{Text: text, Row: i, Cells: cells})
	}
	box.AddApart(ctx, shown, room)
	below(ctx, &box, r.dimensions, row, size)
	return box
}

// below uses what room there is below the rows: words about the dimension at the
// cursor, its use over time, and then the same of the others.
func below(ctx pane.Context, box *pane.Box, dimensions []listing.Dimension, row int, size pane.Size) {
	add := func(lines func(room int) []string) {
		if spare := size.H - len(box.Lines) - 1; spare > 0 {
			if more := lines(spare); len(more) > 0 {
				box.Lines = append(append(box.Lines, ""), more...)
			}
		}
	}
	tell := func(d listing.Dimension) {
		add(func(room int) []string { return told(ctx, d, size.W, room) })
		add(func(room int) []string { return strip(ctx, d, size.W, room) })
	}
	if row < len(dimensions) {
		tell(dimensions[row])
	}
	for i, d := range dimensions {
		if i != row && size.H-len(box.Lines) > wholeRoom {
			tell(d)
		}
	}
}

// wholeRoom is the room from which all words and a picture of one more dimension
// fit.
const wholeRoom = 12

// lengths shows the contract terms with the one in force in brackets.
func lengths(s *session.Session, th *theme.Theme) string {
	terms := field.Terms(s.Scenario())
	if len(terms) == 0 {
		return ""
	}
	have, found := field.TermMonths(s.Scenario()), false
	var parts []string
	for _, m := range terms {
		text := strconv.Itoa(m)
		if m == have {
			text, found = th.Accent.Render("["+text+"]"), true
		}
		parts = append(parts, text)
	}
	if !found && have > 0 {
		parts = append(parts, th.Accent.Render("["+strconv.Itoa(have)+"]"))
	}
	return strings.Join(parts, " ") + " months"
}

func heading(th *theme.Theme, c widths, against string) string {
	r := pane.NewRow(th).Gap(pointer)
	name := "dimension"
	if c.name < len(name)+1 {
		name = ""
	}
	r.Left(th.Dim, name, c.name)
	if c.quantity > unsold {
		r.Right(th.Dim, "commit ", c.quantity)
	} else {
		r.Gap(c.quantity)
	}
	r.Right(th.Dim, "in use ", c.use)
	r.Right(th.Dim, "growth", c.growth)
	r.Right(th.Dim, "over", c.over)
	r.Right(th.Dim, "$/month", c.month)
	r.Right(th.Dim, against, c.diff)
	r.Right(th.Dim, "usage rate", c.rate)
	if c.per > 0 {
		r.Gap(1).Left(th.Dim, "per", c.per-1)
	}
	return r.String()
}

// dimension writes the row of a dimension; at is the column the cursor stands
// on, -1 for none.
func dimension(ctx pane.Context, c widths, d listing.Dimension, at int, line, base session.Line) *pane.Row {
	s, th := ctx.Session, ctx.Theme
	r := pane.NewRow(th)
	style := begin(r, ctx, at >= 0)
	r.Left(style, th.Clean(d.Key), c.name)
	use, _ := s.Scenario().Use(d.Key)
	values := use.Per(d.Per)
	texts := []string{
		committed(s, d, c.quantity-2),
		pane.Trail(values, c.use-2),
		field.Growth(s, d).Text,
	}
	if len(values) == 0 {
		texts[1] = "as commit"
		if c.use < 11 {
			texts[1] = th.Glyphs.Dot
		}
	}
	for i, w := range []int{c.quantity, c.use, c.growth} {
		m := mark(ctx, style, at == i)
		m.Flag = ctx.Flag(d.Key, dimensionFields[i])
		r.Field(m, texts[i], w)
	}
	if c.over > 0 {
		over := overOn(s, d, s.Day())
		r.Right(pane.Either(over.IsPositive(), th.Uncovered, th.Dim), pane.Short(over, c.over-1), c.over)
	}
	amounts(r, ctx, c, style, line, base)
	r.Right(th.Dim, field.RateText(d.Usage), c.rate)
	if c.per > 0 {
		r.Gap(1).Left(th.Dim, th.Clean(d.Measure()), c.per-1)
	}
	return r
}

func committed(s *session.Session, d listing.Dimension, w int) string {
	q := s.Scenario().Contract.Committed(d.Key)
	if q.IsZero() && len(d.Contract) == 0 {
		return "-"
	}
	return pane.Short(q, w)
}

func amounts(r *pane.Row, ctx pane.Context, c widths, style theme.Style, line, base session.Line) {
	q, pinned := ctx.Session.Quote(), ctx.Session.Pinned().Quote
	if q == nil {
		r.Right(ctx.Theme.Dim, "-", c.month).Gap(c.diff)
		return
	}
	month := session.PerMonth(q, line.Software())
	r.Right(style, pane.Money(month, c.month-1), c.month)
	if c.diff > 0 {
		diff := money.Amount(0)
		if pinned != nil {
			diff = month - session.PerMonth(pinned, base.Software())
		}
		r.Delta(diff, pinned != nil, c.diff)
	}
}

// begin writes the pointer and gives the style of the row's text.
func begin(r *pane.Row, ctx pane.Context, here bool) theme.Style {
	th := ctx.Theme
	switch {
	case here && ctx.Focused:
		r.Add(th.Accent, th.Glyphs.Pointer+" ")
		return th.Strong
	case here:
		r.Add(th.Dim, th.Glyphs.Pointer+" ")
	default:
		r.Gap(pointer)
	}
	return th.Text
}

func mark(ctx pane.Context, style theme.Style, here bool) pane.Mark {
	m := pane.Mark{Style: style, Focused: here && ctx.Focused}
	if m.Focused {
		m.Typing = ctx.Typing
	}
	return m
}

// deals writes a row of the deal's own terms. Their cells begin with the names.
func deals(ctx pane.Context, rows rows, row, at int) (text string, cells []pane.Span) {
	th := ctx.Theme
	r := pane.NewRow(th)
	begin(r, ctx, at >= 0)
	first := rows.first(row)
	for i := range rows.width(row) {
		t := rows.terms[first+i]
		from := r.Width()
		r.Left(th.Dim, t.label, 9)
		m := mark(ctx, th.Text, at == i)
		m.Flag = ctx.Flag("", t.label)
		r.Field(m, shown(ctx.Session, t), 13)
		cells = append(cells, pane.Span{From: from, To: r.Width()})
		r.Gap(fieldWidth - 22)
	}
	return r.String(), cells
}

// shown is a term as it is read, with its unit.
func shown(s *session.Session, e entry) string {
	switch e.label {
	case pane.FieldTerm, pane.FieldHorizon:
		if _, err := strconv.Atoi(e.cell.Text); err == nil {
			return e.cell.Text + pane.Either(e.cell.Text == "1", " month", " months")
		}
	case pane.FieldRenew:
		if o := s.Scenario().Offer; o != nil && o.Renewal != nil {
			return "by offer"
		}
	case pane.FieldAccepted:
		if s.Scenario().Accepted == s.Scenario().Start {
			return "at start"
		}
	}
	return e.cell.Text
}

// overOn is the use beyond the commitment in force on a day, in units or in
// units a month. Before use begins and after the horizon there is none.
func overOn(s *session.Session, d listing.Dimension, day calendar.Day) decimal.Decimal {
	q := s.Quote()
	if q == nil {
		return decimal.Zero
	}
	for _, c := range q.Charges {
		if c.Kind == pricing.Usage && c.Key == d.Key && c.Date <= day && day < c.End {
			return c.Basis.Units.Round(2)
		}
	}
	return decimal.Zero
}

// outgrown is the first day that use goes beyond the commitment.
func outgrown(s *session.Session, d listing.Dimension) (calendar.Day, bool) {
	q := s.Quote()
	if q == nil {
		return 0, false
	}
	for _, c := range q.Charges { // by date
		if c.Kind == pricing.Usage && c.Key == d.Key {
			return c.Date, true
		}
	}
	return 0, false
}

// Summary says the deal's length in words.
func Summary(s *deal.Scenario, q *pricing.Quote) string {
	if q == nil {
		return ""
	}
	text := calendar.Length(q.Start, q.End) + " from " + q.Start.String()
	if s.Offer != nil {
		text += ", private offer"
	}
	return text
}
