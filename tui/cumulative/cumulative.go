// Package cumulative is the pane that draws what has been charged by each day:
// this deal, the same need by the hour, and the other variants.
package cumulative

import (
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// Pane has no cursor of its own: it shows the day cursor.
type Pane struct{}

// Move moves the day cursor: by a month sideways, by an event up and down.
func (p *Pane) Move(s *session.Session, v pane.Verb, _ pane.Size) {
	first, last := s.Span()
	switch v {
	case pane.Left:
		s.StepMonth(-1)
	case pane.Right:
		s.StepMonth(1)
	case pane.Up, pane.PageUp:
		s.StepEvent(-1)
	case pane.Down, pane.PageDown:
		s.StepEvent(1)
	case pane.Home:
		s.MoveTo(first)
	case pane.End:
		s.MoveTo(last)
	}
}

// most is how many lines a chart can tell apart.
const most = 6

// View draws the pane.
func (p *Pane) View(ctx pane.Context, size pane.Size) pane.Box {
	s, th := ctx.Session, ctx.Theme
	box := pane.Box{Title: "Cumulative cost"}
	q := s.Quote()
	if q == nil {
		return box
	}
	c := chart.Steps{
		Axis:     Axis(s, q.Start, q.End),
		FromZero: true,
		Label:    dollars,
	}
	c.Series = series(s, q)
	if day, ok := Crossover(q); ok {
		c.Marks = []chart.Mark{{Day: int(day), Label: "cheaper from " + day.Month()}}
		box.Right = "cheaper from " + day.Month()
	}
	below := 0
	if size.H >= withBars {
		below = size.H * 2 / 5
	}
	box.Lines = c.Lines(size.W, size.H-below, *th)
	if below > 0 {
		box.Lines = append(box.Lines, "", th.Title.Render("Invoices by month"))
		box.Lines = append(box.Lines, invoices(s, q).Lines(size.W, below-2, *th)...)
	}
	return box
}

// series are the lines of the chart: this deal, the same need by the hour, and
// those variants that differ.
func series(s *session.Session, q *pricing.Quote) []chart.Series {
	list := []chart.Series{{Name: "this deal", Points: byMonth(q.Months, q.Start)}}
	if cmp := q.Comparison; cmp != nil {
		list = append(list, chart.Series{Name: "hourly only", Points: byMonth(cmp.Months, q.Start)})
	}
	for _, v := range s.Priced() {
		if v.Scenario.Variant == s.Variant() || v.Quote == nil || v.Stale() {
			continue
		}
		points := byMonth(v.Quote.Months, v.Quote.Start)
		same := slices.ContainsFunc(list, func(other chart.Series) bool { return slices.Equal(other.Points, points) })
		if !same && len(list) < most {
			list = append(list, chart.Series{Name: v.Scenario.Variant, Points: points})
		}
	}
	return list
}

// withBars is the height from which the invoices stand below the chart.
const withBars = 24

// invoices are the sums that are invoiced in each month, infrastructure apart.
func invoices(s *session.Session, q *pricing.Quote) chart.Bars {
	bars := chart.Bars{Label: dollars, ShowCurrent: true}
	first := q.Start.MonthIndex()
	for i, invoice := range q.Invoices {
		if i == 0 || invoice.Date.MonthIndex() < first {
			first = invoice.Date.MonthIndex()
		}
	}
	last := q.End.MonthIndex()
	for month := calendar.Date(first/12, first%12+1, 1); month.MonthIndex() <= last; month = month.NextMonth() {
		label, major := monthLabel(month)
		bars.Bars = append(bars.Bars, chart.Bar{Label: label, Major: major})
	}
	for _, invoice := range q.Invoices {
		if i := invoice.Date.MonthIndex() - first; invoice.What != "infrastructure" && i < len(bars.Bars) {
			bars.Bars[i].Value += int64(invoice.Amount)
		}
	}
	bars.Current = min(max(s.Day().MonthIndex()-first, 0), len(bars.Bars)-1)
	return bars
}

// Axis is the days of a chart with its months labelled, years first.
func Axis(s *session.Session, from, to calendar.Day) chart.Axis {
	a := chart.Axis{From: int(from), To: int(to), Cursor: int(s.Day()), ShowCursor: true}
	for m := from.FirstOfMonth(); m <= to; m = m.NextMonth() {
		label, major := monthLabel(m)
		a.Ticks = append(a.Ticks, chart.Tick{Day: int(m), Label: label, Major: major})
	}
	return a
}

// monthLabel names a month; January has the name of its year, and stays longest.
func monthLabel(m calendar.Day) (label string, major bool) {
	if _, month, _ := m.Civil(); month != 1 {
		return monthNames[month-1], false
	}
	return m.String()[:4], true
}

var monthNames = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// byMonth adds up the software of the months.
func byMonth(months []pricing.Month, start calendar.Day) []chart.Point {
	var sum money.Amount
	points := make([]chart.Point, 0, len(months)+1)
	if len(months) == 0 || months[0].First > start {
		points = append(points, chart.Point{Day: int(start)})
	}
	for _, m := range months {
		sum += m.Software
		points = append(points, chart.Point{Day: int(max(m.First, start)), Value: int64(sum)})
	}
	return points
}

// Crossover is the first day from which the deal has cost less in all than the
// same need by the hour, where it had cost more before.
func Crossover(q *pricing.Quote) (calendar.Day, bool) {
	if q.Comparison == nil {
		return 0, false
	}
	deal, hourly := byMonth(q.Months, q.Start), byMonth(q.Comparison.Months, q.Start)
	dearer := false
	for day := q.Start; day < q.End; day = day.NextMonth() {
		d, h := valueOn(deal, int(day)), valueOn(hourly, int(day))
		switch {
		case d > h:
			dearer = true
		case d < h && dearer:
			return day, true
		}
	}
	return 0, false
}

func valueOn(points []chart.Point, day int) int64 {
	var v int64
	for _, p := range points {
		if p.Day <= day {
			v = p.Value
		}
	}
	return v
}

// dollars writes the label of a level: whole dollars, short where they are many.
func dollars(cents int64) string { return pane.Dollars(money.Amount(cents), 7) }
