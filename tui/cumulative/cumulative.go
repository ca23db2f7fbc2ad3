// Package cumulative is the pane of pictures: what has been charged by each day,
// of this deal, the same need by the hour and the other variants; what is
// invoiced in each month; and what new customers and this buyer pay.
package cumulative

import (
	"fmt"
	"slices"
	"strings"

	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/chart"
	"termsheet/tui/explain"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// Pane has no cursor of its own: it shows the day cursor, in one of several
// pictures.
type Pane struct {
	kind  int
	sheet chart.Sheet
	axis  chart.Axis // as it was drawn
}

// picture is one of the pictures of the pane.
type picture struct {
	name  string
	view  func(*Pane, pane.Context, pane.Size) pane.Box
	table func(s *session.Session, key string) pane.Table

	explain func(s *session.Session, key string, from explain.Source) (*explain.Page, error)

	follows bool // it shows the type or dimension worked on
}

// pictures are in the order in which one key goes through them.
var pictures = []picture{
	{name: "cumulative", view: (*Pane).costs, table: costTable, explain: explainCost},
	{name: "invoices", view: (*Pane).monthly, table: invoiceTable, explain: explainInvoices},
	{name: "prices", view: (*Pane).prices, table: priceTable, explain: explainPrice, follows: true},
}

// Names are the words for the pictures.
func Names() []string {
	names := make([]string, len(pictures))
	for i, each := range pictures {
		names[i] = each.name
	}
	return names
}

// Next goes on to the next picture, around the end, and names it.
func (p *Pane) Next(by int) string {
	p.kind = ((p.kind+by)%len(pictures) + len(pictures)) % len(pictures)
	return pictures[p.kind].name
}

// Show shows a picture by its name or the beginning of it; false where there is
// none.
func (p *Pane) Show(name string) bool {
	i := slices.IndexFunc(pictures, func(each picture) bool { return name != "" && strings.HasPrefix(each.name, name) })
	if i >= 0 {
		p.kind = i
	}
	return i >= 0
}

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

// Follows tells whether the picture is of the type or dimension worked on.
func (p *Pane) Follows(*session.Session) bool { return pictures[p.kind].follows }

// View draws the pane.
func (p *Pane) View(ctx pane.Context, size pane.Size) pane.Box {
	return pictures[p.kind].view(p, ctx, size)
}

// The heights from which the invoices stand below the cumulative cost, and below
// which there is no room for a legend.
const (
	withBars   = 24
	withLegend = 6
)

// costs draws what has been charged by each day. On the smallest screens only
// this deal and hourly only are drawn, and the frame names them.
func (p *Pane) costs(ctx pane.Context, size pane.Size) pane.Box {
	s, th := ctx.Session, ctx.Theme
	box := pane.Box{Title: "Cumulative cost"}
	q := s.Quote()
	if q == nil {
		return box
	}
	p.axis = Axis(p.axis, s, q.Start, q.End)
	drawn, left := series(s, q)
	c := chart.Steps{
		Axis:     p.axis,
		FromZero: true,
		Label:    dollars,
		Series:   drawn,
		Sheet:    &p.sheet,
	}
	c.Marks, box.Right = crossings(th, q, c.Series, size.H)
	if left > 0 {
		box.Right = strings.TrimPrefix(fmt.Sprintf("%s; %d more not drawn", box.Right, left), "; ")
	}
	if size.H < withLegend {
		c.Series = c.Series[:min(len(c.Series), 2)]
		box.Title, box.Right = "Cumulative", legend(th, c.Series)
	}
	below := 0
	if size.H >= withBars {
		below = size.H * 2 / 5
	}
	box.Lines = c.Lines(size.W, size.H-below, th)
	parts := []part{stepDays(c, th, 0, size.W, size.H-below)}
	if below > 0 {
		bars := invoices(s, q)
		box.Lines = append(box.Lines, "", th.Title.Render(invoicesTitle(size.W)))
		parts = append(parts, barDays(bars, firstInvoice(q), th, len(box.Lines), size.W, below-2))
		box.Lines = append(box.Lines, bars.Lines(size.W, below-2, th)...)
	}
	box.Days = days(parts...)
	return box
}

// legend names the lines of a chart that has no room to do so itself.
func legend(th *theme.Theme, list []chart.Series) string {
	var parts []string
	for i, each := range list {
		name := each.Short
		if name == "" {
			name = th.Fit(th.Clean(each.Name), min(theme.Width(each.Name), shortName))
		}
		parts = append(parts, th.Series[i].Render(th.Glyphs.Markers[i])+" "+name)
	}
	return strings.Join(parts, "  ")
}

// shortName is how much of a variant's name the frame has room for.
const shortName = 8

// hourlyOnly names the line of the same need by the hour.
const hourlyOnly = "hourly only"

// series are the lines of the chart: this deal, the same need by the hour, and
// those variants that differ, and how many of these are left out. Of software
// that costs nothing the machines under it are drawn.
func series(s *session.Session, q *pricing.Quote) (list []chart.Series, left int) {
	list = []chart.Series{{Name: "this deal", Short: "deal", Points: byMonth(q.Months, q.Start, software)}}
	figure := software
	if q.Totals.Software == 0 && q.Totals.Infrastructure != 0 {
		figure = pricing.Month.Total
		list = []chart.Series{{Name: "with EC2", Short: "with EC2", Points: byMonth(q.Months, q.Start, figure)}}
	}
	add := func(each chart.Series) {
		same := slices.ContainsFunc(list, func(other chart.Series) bool { return slices.Equal(other.Points, each.Points) })
		switch {
		case same:
		case len(list) < most:
			list = append(list, each)
		default:
			left++
		}
	}
	if cmp := q.Comparison; cmp != nil {
		add(chart.Series{Name: hourlyOnly, Short: "hourly", Points: byMonth(cmp.Months, q.Start, figure)})
	}
	for _, v := range s.Variants() {
		if v.Scenario.Variant != s.Variant() && v.Err == nil {
			add(chart.Series{Name: v.Scenario.Variant, Points: byMonth(v.Months, v.Scenario.Start, figure)})
		}
	}
	return list, left
}

// Axis is the days of a chart with its months labelled, years first.
// The labels are those of an axis drawn before, where that has the same days.
func Axis(before chart.Axis, s *session.Session, from, to calendar.Day) chart.Axis {
	a := chart.Axis{From: int(from), To: int(to), Cursor: int(s.Day()), ShowCursor: true}
	if before.From == a.From && before.To == a.To {
		a.Ticks = before.Ticks
		return a
	}
	a.Ticks = make([]chart.Tick, 0, max(to.MonthIndex()-from.MonthIndex()+1, 0))
	for m := from.FirstOfMonth(); m <= to; m = m.NextMonth() {
		label, major := pane.MonthLabel(m)
		a.Ticks = append(a.Ticks, chart.Tick{Day: int(m), Label: label, Major: major})
	}
	return a
}

func software(m pricing.Month) money.Amount { return m.Software }

// byMonth adds up a figure of the months.
func byMonth(months []pricing.Month, start calendar.Day, figure func(pricing.Month) money.Amount) []chart.Point {
	var sum money.Amount
	points := make([]chart.Point, 0, len(months)+1)
	if len(months) == 0 || months[0].First > start {
		points = append(points, chart.Point{Day: int(start)})
	}
	for _, m := range months {
		sum += figure(m)
		points = append(points, chart.Point{Day: int(max(m.First, start)), Value: int64(sum)})
	}
	return points
}

// dollars writes the label of a level: whole dollars, short where they are many.
func dollars(cents int64) string { return pane.Dollars(money.Amount(cents), 7) }
