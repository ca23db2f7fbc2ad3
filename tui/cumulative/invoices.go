package cumulative

import (
	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// invoicesTitle heads the invoices: what their labels are is told where there is
// room for those.
func invoicesTitle(w int) string {
	const title, labelled = "Invoices by month", 50
	if w < labelled {
		return title
	}
	return title + ", " + pane.InWhole
}

// monthly draws what is invoiced in each month, infrastructure apart.
func (p *Pane) monthly(ctx pane.Context, size pane.Size) pane.Box {
	box := pane.Box{Title: invoicesTitle(size.W)}
	q := ctx.Session.Quote()
	if q == nil {
		return box
	}
	bars := invoices(ctx.Session, q)
	box.Lines = bars.Lines(size.W, size.H, ctx.Theme)
	box.Days = days(barDays(bars, firstInvoice(q), ctx.Theme, 0, size.W, size.H))
	box.Right = ctx.Session.Day().Month() + "  " + money.Amount(bars.Bars[bars.Current].Value).Grouped()
	return box
}

// invoices are the sums that are invoiced in each month, infrastructure apart.
func invoices(s *session.Session, q *pricing.Quote) chart.Bars {
	bars := chart.Bars{Label: func(cents int64) string { return pane.Whole(money.Amount(cents), 7) }, ShowCurrent: true}
	first, last := firstInvoice(q).MonthIndex(), q.End.MonthIndex()
	for month := firstInvoice(q); month.MonthIndex() <= last; month = month.NextMonth() {
		label, major := pane.MonthLabel(month)
		bars.Bars = append(bars.Bars, chart.Bar{Label: label, Major: major})
	}
	for _, invoice := range q.Invoices {
		if i := invoice.Date.MonthIndex() - first; invoice.What != pricing.ForInfrastructure && i < len(bars.Bars) {
			bars.Bars[i].Value += int64(invoice.Amount)
		}
	}
	bars.Current = min(max(s.Day().MonthIndex()-first, 0), len(bars.Bars)-1)
	return bars
}

// firstInvoice is the first month that has an invoice, or in which use begins.
func firstInvoice(q *pricing.Quote) calendar.Day {
	first := q.Start
	if len(q.Invoices) > 0 { // by date
		first = q.Invoices[0].Date
	}
	return first.FirstOfMonth()
}
