package cumulative

import (
	"termsheet/model/calendar"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// part is one of the pictures that stand below each other: the lines it takes,
// from one up to before another, and the day at a place in it.
type part struct {
	from, to int
	day      func(x, y int) (calendar.Day, bool)
}

// days is where pictures that stand below each other show time.
func days(parts ...part) pane.Days {
	return func(x, y int) (day calendar.Day, inside bool) {
		for _, p := range parts {
			if day, inside = p.day(x, y-p.from); y < p.to {
				return day, inside && y >= p.from
			}
		}
		return day, false
	}
}

// stepDays are those of a step chart in lines of w cells.
func stepDays(c chart.Steps, th *theme.Theme, from, w, h int) part {
	return part{from, from + h, func(x, y int) (calendar.Day, bool) {
		day, inside := c.Day(x, y, w, h, th)
		return calendar.Day(day), inside
	}}
}

// barDays are those of the bars of months: the first of each, beginning with a
// month.
func barDays(v chart.Bars, first calendar.Day, th *theme.Theme, from, w, h int) part {
	return part{from, from + h, func(x, _ int) (calendar.Day, bool) {
		i, inside := v.At(x, w, h, th)
		return first.AddMonths(i), inside
	}}
}
