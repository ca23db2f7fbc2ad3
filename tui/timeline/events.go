package timeline

import (
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/pricing"
	"termsheet/tui/pane"
)

// eventsLeast is the fewest lines for the list of days: a blank before it and
// enough of them to make a list.
const eventsLeast = 5

// events lists, where there is room below the words, the days on which
// something happens, around that of the cursor.
func events(ctx pane.Context, q *pricing.Quote, w, room int) []string {
	if room < eventsLeast {
		return nil
	}
	th, day := ctx.Theme, ctx.Session.Day()
	var dates []calendar.Day
	for _, e := range q.Events {
		if len(dates) == 0 || dates[len(dates)-1] != e.Date {
			dates = append(dates, e.Date)
		}
	}
	at, on := slices.BinarySearch(dates, day)
	out := []string{""}
	first := pane.Scroll(at, len(dates), room-len(out))
	for i := first; i < min(len(dates), first+room-1); i++ {
		mark, style := "  ", th.Text
		switch {
		case on && i == at:
			mark, style = th.Glyphs.Pointer+" ", th.Strong
		case dates[i] < day:
			style = th.Dim
		}
		out = append(out, style.Render(th.Fit(th.Clean(mark+dates[i].String()+"  "+onDay(q, dates[i])), w)))
	}
	return out
}
