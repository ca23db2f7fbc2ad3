package timeline

import (
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/chart"
	"termsheet/tui/cumulative"
	"termsheet/tui/field"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

func amount(cents int64) money.Amount { return money.Amount(cents) }

func rate(r listing.Rate) string { return field.RateText(r) }

// The lines of the pane: the axis and the three clocks, and the least and the
// most of the words about the day.
const (
	fixedLines = 4
	mostWords  = 4
)

// Need is how many lines the pane could use, with at most so many prices.
func Need(s *session.Session, key string, most int) int {
	return fixedLines + 2*len(chosen(s.Lanes(), key, most)) + 3
}

// pricesFor is how many prices have room, the words left their own.
func pricesFor(h int) int { return max((h-fixedLines-mostWords+1)/2, 1) }

// tooLong tells whether several prices would have their names cut, so that one
// could not be told from another.
func tooLong(rates []pricing.Lane, w int) bool {
	for _, l := range rates {
		if len(rates) > 1 && theme.Width("yours: "+l.Key+" "+l.Kind.String())+2 > w/3 {
			return true
		}
	}
	return false
}

// Follows tells that the prices are those of what is worked on.
func (p *Pane) Follows(*session.Session) bool { return true }

// View draws the pane.
func (p *Pane) View(ctx pane.Context, size pane.Size) pane.Box {
	s, th := ctx.Session, ctx.Theme
	box := pane.Box{Title: "Timeline", Right: s.Day().String()}
	q := s.Quote()
	if q == nil {
		return box
	}
	rates := chosen(s.Lanes(), ctx.Key, pricesFor(size.H))
	if tooLong(rates, size.W) {
		rates = rates[:1] // the title names it
	}
	runs := terms(q)
	lanes := clocks(s, th, q, runs, size.W)
	if len(rates) == 1 {
		box.Title = "Timeline: " + th.Clean(rates[0].Key) + " " + rates[0].Kind.String()
	}
	lanes = append(lanes, prices(th, rates, len(rates) == 1, s.Conventions())...)
	first, last := s.Span()
	drawn := min(1+len(lanes), size.H-1)
	p.axis = cumulative.Axis(p.axis, s, first, last)
	drawing := chart.Lanes{Axis: p.axis, Lanes: lanes}
	p.drawn = drawing.LinesAfter(&p.drawn, size.W, drawn, th)
	lines := slices.Clone(p.drawn.Lines)
	box.Days = func(x, y int) (calendar.Day, bool) {
		day, inside := drawing.Day(x, size.W, th)
		return calendar.Day(day), inside && y < drawn
	}
	room := min(size.H-drawn, mostWords)
	lines = append(lines, words(ctx, q, runs, rates, size.W, room)...)
	box.Lines = append(lines, events(ctx, q, size.W, size.H-len(lines))...)
	return box
}
