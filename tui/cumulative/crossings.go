package cumulative

import (
	"termsheet/model/calendar"
	"termsheet/model/pricing"
	"termsheet/tui/chart"
	"termsheet/tui/theme"
)

// allCrossings is the height from which crossings with variants are marked, too.
const allCrossings = 14

// crossings marks on the line of this deal where it crosses the others, with the
// month; those with variants by the sign of their line. cheaper says from when it
// costs less than the same need by the hour, if that is so.
func crossings(th *theme.Theme, q *pricing.Quote, list []chart.Series, h int) (marks []chart.Mark, cheaper string) {
	if day, ok := Crossover(q); ok {
		cheaper = "cheaper from " + day.Month()
		marks = append(marks, chart.Mark{Day: int(day), Label: cheaper})
	}
	if h < allCrossings {
		return marks, cheaper
	}
	for i, other := range list {
		if i == 0 || other.Name == hourlyOnly { // that one is marked by now
			continue
		}
		if day, ok := crossing(list[0].Points, other.Points, q.Start, q.End); ok {
			marks = append(marks, chart.Mark{Day: int(day), Label: "under " + th.Glyphs.Markers[i] + " from " + day.Month()})
		}
		if day, ok := crossing(other.Points, list[0].Points, q.Start, q.End); ok {
			marks = append(marks, chart.Mark{Day: int(day), Label: "over " + th.Glyphs.Markers[i] + " from " + day.Month()})
		}
	}
	return marks, cheaper
}

// crossing is the first day from which a line lies below another, after it lay
// above.
func crossing(line, other []chart.Point, from, to calendar.Day) (calendar.Day, bool) {
	above := false
	var a, b int64
	for day := from; day < to; day = day.NextMonth() {
		a, line = valueOn(line, int(day), a)
		b, other = valueOn(other, int(day), b)
		switch {
		case a > b:
			above = true
		case a < b && above:
			return day, true
		}
	}
	return 0, false
}

// Crossover is the first day from which the deal has cost less in all than the
// same need by the hour, where it had cost more before.
func Crossover(q *pricing.Quote) (calendar.Day, bool) {
	if q.Comparison == nil {
		return 0, false
	}
	return crossing(byMonth(q.Months, q.Start, software), byMonth(q.Comparison.Months, q.Start, software), q.Start, q.End)
}

// valueOn is the value on a day, of points in order and the one before them, and the
// points after that day.
func valueOn(points []chart.Point, day int, v int64) (int64, []chart.Point) {
	for len(points) > 0 && points[0].Day <= day {
		v, points = points[0].Value, points[1:]
	}
	return v, points
}
