package costs

import (
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

var tableHead = []string{"figure", "amount", "against the pinned"}

// Table is the figures as plain values, that of the cursor's row among them.
func (p *Pane) Table(s *session.Session, key string) pane.Table {
	list := lines(s, key)
	out := pane.Table{Head: tableHead, At: max(min(p.row, len(list)-1), 0)}
	for i, l := range list {
		cells := []string{l.label, l.amount.String()}
		if !l.figure {
			cells[1] = l.words()[0]
		}
		if l.figure && l.has {
			cells = append(cells, (l.amount - l.base).String())
		}
		if i == out.At {
			out.Figure = cells[1]
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}
