package timeline

import (
	"fmt"
	"slices"
	"strings"

	"termsheet/model/calendar"
	"termsheet/tui/chart"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// The cells of a lane's label, and the fewest that a term is drawn in.
const (
	labelCells = 12
	termCells  = 5
)

// cells is how many cells of a lane some days take.
func cells(s *session.Session, days, w int) int {
	first, last := s.Span()
	return days * (w - labelCells) / max(int(last-first), 1)
}

// termSpans draws the terms one behind the other. Terms of a month that would
// be a row of uneven ticks become one span.
func termSpans(s *session.Session, th *theme.Theme, list []span, w int) []chart.Span {
	if n := len(list); n > 1 && !slices.ContainsFunc(list, func(t span) bool { return !t.monthly() }) {
		all := span{list[0].from, list[n-1].to}
		if cells(s, int(all.to-all.from), w) < n*termCells {
			return []chart.Span{{From: int(all.from), To: int(all.to) - 1, Style: th.Accent, Label: fmt.Sprintf("%d terms of a month", n)}}
		}
	}
	var out []chart.Span
	for _, t := range list {
		each := chart.Span{From: int(t.from), To: int(t.to) - 1, Style: th.Accent, Label: t.words()}
		if slices.ContainsFunc(list, func(next span) bool { return next.from == t.to }) {
			each.To++ // both ends in one cell
		}
		out = append(out, each)
	}
	return out
}

func (t span) monthly() bool {
	months, days := calendar.MonthsBetween(t.from, t.to)
	return months == 1 && days == 0
}

// words is the length of a term; that of a month is left to be seen.
func (t span) words() string {
	if t.monthly() {
		return ""
	}
	return calendar.Length(t.from, t.to)
}

// explain moves the words of events that stand close before the first span into
// it, with their glyphs: a glyph alone would say nothing.
func explain(s *session.Session, lane *chart.Lane, w int) {
	if len(lane.Spans) == 0 {
		return
	}
	first := &lane.Spans[0]
	var before []*chart.Event
	for i := range lane.Events {
		if lane.Events[i].Day < first.From {
			before = append(before, &lane.Events[i])
		}
	}
	slices.SortFunc(before, func(a, b *chart.Event) int { return a.Day - b.Day })
	crowded := false
	for i, e := range before {
		next := first.From
		if i+1 < len(before) {
			next = before[i+1].Day
		}
		crowded = crowded || cells(s, next-e.Day, w) < theme.Width(e.Label)+3
	}
	if !crowded {
		return
	}
	var words []string
	for _, e := range before {
		words = append(words, e.Glyph+" "+e.Label)
	}
	text := strings.TrimSuffix(strings.Join(words, ", ")+"; "+first.Label, "; ")
	if theme.Width(text)+4 > cells(s, first.To-first.From, w) {
		return
	}
	first.Label = text
	for _, e := range before {
		e.Label = ""
	}
}
