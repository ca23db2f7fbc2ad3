package cumulative

import (
	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// Table is what has been charged by each month, the lines of the chart side by
// side. The figure is that of this deal on the day of the cursor.
func (p *Pane) Table(s *session.Session) pane.Table {
	out := pane.Table{Head: []string{"month"}, At: -1}
	q := s.Quote()
	if q == nil {
		return out
	}
	drawn := series(s, q)
	for _, each := range drawn {
		out.Head = append(out.Head, each.Name)
	}
	for month := q.Start.FirstOfMonth(); month < q.End; month = month.NextMonth() {
		if month.MonthIndex() == s.Day().MonthIndex() {
			out.At = len(out.Rows)
			out.Figure = on(drawn[0], s.Day())
		}
		cells := []string{month.Month()}
		for _, each := range drawn {
			cells = append(cells, on(each, month.NextMonth()-1))
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

func on(s chart.Series, day calendar.Day) string {
	return money.Amount(valueOn(s.Points, int(day))).String()
}
