package cumulative

import (
	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// Table is what the picture shows as plain values. The figure is that of the day
// of the cursor.
func (p *Pane) Table(s *session.Session, key string) pane.Table {
	return pictures[p.kind].table(s, key)
}

// costTable is what has been charged by each month, the lines of the chart side
// by side.
func costTable(s *session.Session, _ string) pane.Table {
	out := pane.Table{Head: []string{"month"}, At: -1}
	q := s.Quote()
	if q == nil {
		return out
	}
	drawn, _ := series(s, q)
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
	value, _ := valueOn(s.Points, int(day), 0)
	return money.Amount(value).String()
}

// invoiceTable is what is invoiced in each month.
func invoiceTable(s *session.Session, _ string) pane.Table {
	out := pane.Table{Head: []string{"month", "invoices"}, At: -1}
	q := s.Quote()
	if q == nil {
		return out
	}
	bars := invoices(s, q)
	month := firstInvoice(q)
	for _, bar := range bars.Bars {
		out.Rows = append(out.Rows, []string{month.Month(), money.Amount(bar.Value).String()})
		month = month.NextMonth()
	}
	out.At = bars.Current
	out.Figure = out.Rows[out.At][1]
	return out
}

// priceTable is every price of a key with the day it holds from, for this buyer
// and for new customers.
func priceTable(s *session.Session, key string) pane.Table {
	out := pane.Table{Head: []string{"price", "for", "from", "rate"}, At: -1}
	for _, l := range priced(s.Lanes(), key) {
		for _, cohort := range []struct {
			name  string
			steps []pricing.LaneStep
		}{{"this buyer", l.Yours}, {"new customers", l.New}} {
			for i, step := range cohort.steps {
				from, rate := step.From.String(), step.Rate.Value.String()
				if !step.Rate.Set {
					rate = "none"
				}
				if i == 0 {
					from = ""
				}
				if step.From <= s.Day() && l.Kind.Metered() && cohort.name == "this buyer" {
					out.At, out.Figure = len(out.Rows), rate
				}
				out.Rows = append(out.Rows, []string{l.Key + " " + l.Kind.String(), cohort.name, from, rate})
			}
		}
	}
	return out
}
