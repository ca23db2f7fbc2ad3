package mix

import (
	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// kept are the rows of types, and the words about them, as they were drawn last where
// the cursor was on another. As long as nothing but annuals changes, a type with the
// same number of them has the same.
type kept struct {
	agreed int
	rows   map[string]keptRow // by type
	told   map[string]keptWords
}

// rowOf is what a row is drawn from, besides what is agreed.
type rowOf struct {
	annual decimal.Decimal // the very same, not just an equal one
	full   int64
	widths widths
	flags  [columns]pane.Flag
	look   theme.Look
}

type keptRow struct {
	of   rowOf
	line pane.Line
}

// wordsOf is what words are drawn from, besides what is agreed.
type wordsOf struct {
	annual decimal.Decimal
	w      int
	look   theme.Look
}

type keptWords struct {
	of    wordsOf
	lines []string
}

// settle forgets all where more has changed, or where what a type costs hangs on the
// annuals of others.
func (k *kept) settle(s *session.Session) {
	q := s.Quote()
	if k.rows == nil || k.agreed != s.Agreed() || q == nil || !q.Apart() {
		*k = kept{s.Agreed(), map[string]keptRow{}, map[string]keptWords{}}
	}
}

// rowFor is the line of a type.
func (p *Pane) rowFor(ctx pane.Context, t *table, c widths, i int, here bool) pane.Line {
	n := t.list[i]
	of := rowOf{annual: n.Annual, full: t.full, widths: c, look: ctx.Theme.Look()}
	for col, field := range fields {
		of.flags[col] = ctx.Flag(n.Type, field)
	}
	last := p.kept.rows[n.Type]
	if here || last.of != of {
		r := p.line(ctx, t, c, n, here)
		last = keptRow{of, pane.Line{Text: r.String(), Cells: r.Fields()}}
	}
	if !here {
		p.kept.rows[n.Type] = last
	}
	last.line.Row = i
	return last.line
}

// toldApart says about a type that is not at the cursor what told does, all of it or
// nothing.
func (p *Pane) toldApart(ctx pane.Context, t *table, n deal.Need, w, room int) []string {
	of := wordsOf{n.Annual, w, ctx.Theme.Look()}
	last := p.kept.told[n.Type]
	if last.of != of {
		last = keptWords{of, told(ctx, t, n, w, wholeTold)}
		p.kept.told[n.Type] = last
	}
	if len(last.lines) > room {
		return nil
	}
	return last.lines
}

// wholeTold is more lines than the words about a type ever need.
const wholeTold = 12
