// Package calendar counts days. A Day is a UTC day as a whole number, so that
// the pricing core needs no time values and never reads a clock.
package calendar

import (
	"fmt"
	"time"
)

// Day is a UTC day, counted from 1970-01-01. Intervals of days are half open.
type Day int32

const secondsPerDay = 24 * 60 * 60

// Date is the day of a civil date; months and days that overflow carry over,
// as they do in time.Date.
func Date(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// Civil is the year, month and day of the month.
func (d Day) Civil() (year, month, day int) {
	y, m, dd := time.Unix(int64(d)*secondsPerDay, 0).UTC().Date()
	return y, int(m), dd
}

// Parse reads a date that is written 2026-02-01 and exists.
func Parse(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a date; write it as 2026-02-01", s)
	}
	return Day(t.Unix() / secondsPerDay), nil
}

// String writes the day as 2026-02-01.
func (d Day) String() string {
	y, m, dd := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}

// MarshalText writes the day as 2026-02-01.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Month writes the calendar month as 2026-02.
func (d Day) Month() string { return d.String()[:7] }

// AddMonths keeps the day of the month, clamped to the last of the target
// month: 31 January + 1 is 28 (or 29) February.
func (d Day) AddMonths(n int) Day {
	y, m, dd := d.Civil()
	first := Date(y, m+n, 1)
	return first + Day(min(dd, first.DaysInMonth())) - 1
}

// FirstOfMonth is the first day of the day's calendar month.
func (d Day) FirstOfMonth() Day {
	_, _, dd := d.Civil()
	return d - Day(dd) + 1
}

// NextMonth is the first day of the following calendar month.
func (d Day) NextMonth() Day {
	first := d.FirstOfMonth()
	y, m, _ := first.Civil()
	return Date(y, m+1, 1)
}

// DaysInMonth is the length of the day's calendar month.
func (d Day) DaysInMonth() int { return int(d.NextMonth() - d.FirstOfMonth()) }

// IsFirst tells whether a calendar month begins on the day.
func (d Day) IsFirst() bool { return d == d.FirstOfMonth() }

// MonthsBetween counts the whole months from `from` to `to`, each counted from
// `from` with the day clamped, and the days that remain.
func MonthsBetween(from, to Day) (months int, days int) {
	for from.AddMonths(months+1) <= to {
		months++
	}
	return months, int(to - from.AddMonths(months))
}

// MonthIndex counts calendar months from year 0, so that the difference of two
// is the number of billing months between their days.
func (d Day) MonthIndex() int {
	y, m, _ := d.Civil()
	return 12*y + m - 1
}
