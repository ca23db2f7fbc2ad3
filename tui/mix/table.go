package mix

import (
	"strconv"

	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/field"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// tableHead names the columns of the pane as they are copied.
var tableHead = []string{"type", "annual", "running", "a month", "metered a month", "hourly rate", "annual rate", "pays at", "best annual"}

// Table is the instance mix as plain values. The figure at the cursor is X or Y.
func (p *Pane) Table(s *session.Session) pane.Table {
	list := s.Scenario().Instances
	out := pane.Table{Head: tableHead, At: -1}
	t := tableOf(s, list)
	for i, n := range list {
		cells := []string{n.Type, n.Annual.String(), field.Running(s, n).Text}
		if i == p.at(s) {
			out.At, out.Figure = i, cells[1+p.col]
		}
		out.Rows = append(out.Rows, append(cells, t.plain(n.Type)...))
	}
	return out
}

// plain are the figures of a type that are worked out, without marks.
func (t *table) plain(key string) []string {
	if t.quote == nil {
		return nil
	}
	line := t.lines[key]
	cells := []string{
		session.PerMonth(t.quote, line.Software()).String(),
		session.PerMonth(t.quote, line.ByKind[pricing.Hourly]).String(),
	}
	even, known := t.even[key]
	if !known {
		return cells
	}
	return append(cells, money.Scaled(even.Hourly), money.Scaled(even.Annual),
		even.Utilisation.String()+"%", strconv.FormatInt(even.Best, 10))
}
