package pricing

import (
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/deal"
)

// segment is a piece of the horizon within which nothing changes.
type segment struct {
	from, to   calendar.Day
	month      int   // billing month, from 0
	days, of   int64 // its share of its calendar month: days / of, 1 / 1 for a whole one
	hours, per int64 // its hours are hours / per

	slice int  // of several horizons, the first that it lies in
	only  bool // it lies in no longer one
}

// cut divides the horizon at calendar-month starts and at the given days.
func cut(start, end calendar.Day, at []calendar.Day, basis deal.Hours) []segment {
	return pieces(0, start, end, at, basis)
}

// until are the segments of several horizons at once, which end on the given
// days: those of whole months, which each longer horizon has, too, and those of
// the month in which each ends.
func (p *plan) until(ends, at []calendar.Day) (list []segment) {
	at = slices.Clone(at)
	slices.Sort(at)
	at = slices.Compact(at)
	slice := 0
	for _, s := range cut(p.s.Start, ends[len(ends)-1], at, p.basis) {
		for slice < len(ends) && s.to > ends[slice].FirstOfMonth() {
			slice++
		}
		if slice == len(ends) {
			break
		}
		s.slice = slice
		list = append(list, s)
	}
	for i, end := range ends {
		from := max(end.FirstOfMonth(), p.s.Start)
		begin, _ := slices.BinarySearch(at, from)
		till, _ := slices.BinarySearch(at, end)
		for _, s := range pieces(from.MonthIndex()-p.s.Start.MonthIndex(), from, end, at[begin:till], p.basis) {
			s.slice, s.only = i, true
			list = append(list, s)
		}
	}
	return list
}

// pieces divides a part of the horizon that begins in a billing month.
func pieces(first int, start, end calendar.Day, at []calendar.Day, basis deal.Hours) []segment {
	if start >= end {
		return nil
	}
	days := append(slices.Clone(at), start)
	year, calendarMonth, _ := start.Civil()
	for n := 1; ; n++ {
		m := calendar.Date(year, calendarMonth+n, 1)
		if m >= end {
			break
		}
		days = append(days, m)
	}
	slices.Sort(days)
	days = slices.Compact(days)
	list := make([]segment, 0, len(days))
	month, of, next := first-1, int64(0), calendar.Day(0) // the billing month, its length and the day after it
	for i, from := range days {
		if from < start || from >= end {
			continue
		}
		to := end
		if i+1 < len(days) {
			to = min(to, days[i+1])
		}
		if len(list) == 0 || from >= next {
			month, of, next = month+1, int64(from.DaysInMonth()), from.NextMonth()
		}
		s := segment{from: from, to: to, month: month, days: int64(to - from), of: of}
		s.hours, s.per = hours(s.days, s.of, basis)
		if s.days == s.of { // so that whole months look alike
			s.days, s.of = 1, 1
		}
		list = append(list, s)
	}
	return list
}

// hours of a segment: those of its calendar month x its days / the month's
// days, as a fraction.
func hours(days, of int64, basis deal.Hours) (times, per int64) {
	switch {
	case basis.Calendar:
		return 24 * days, 1
	case days == of:
		return int64(basis.Fixed), 1
	}
	return int64(basis.Fixed) * days, of
}
