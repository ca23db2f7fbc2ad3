package timeline

import (
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

var tableHead = []string{"date", "what", "key", "detail"}

// Table is the events of the deal. The figure at the cursor is its day.
func (p *Pane) Table(s *session.Session) pane.Table {
	out := pane.Table{Head: tableHead, At: -1, Figure: s.Day().String()}
	q := s.Quote()
	if q == nil {
		return out
	}
	for i, e := range q.Events {
		if e.Date == s.Day() && out.At < 0 {
			out.At = i
		}
		cells := []string{e.Date.String(), kinds[e.Kind], e.Key}
		if e.Detail != kinds[e.Kind] {
			cells = append(cells, e.Detail)
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}
