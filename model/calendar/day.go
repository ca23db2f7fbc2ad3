// Package calendar counts days. A Day is a UTC day as a whole number, so that
// the pricing core needs no time values and never reads a clock.
package calendar

import (
	"fmt"
	"strconv"
	"time"
)

// Day is a UTC day, counted from 1970-01-01. Intervals of days are half open.
type Day int32

const secondsPerDay = 24 * 60 * 60

// Date is the day of a civil date; a month or a day that overflows carries
// over into the next.
func Date(year, month, day int) Day {
	month--
	year, month = year+floor(month, 12), month-12*floor(month, 12)
	if month < 2 { // January and February belong to the year before, which ends with the leap day
		year, month = year-1, month+12
	}
	n := floor(year, 400)
	y := year - 400*n
	return Day(n*146097 + 365*y + y/4 - y/100 + (153*(month-2)+2)/5 + day - 1 - 719468)
}

// floor is a / b, rounded down.
func floor(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Civil is the year, month and day of the month. It counts in eras of 400
// years whose years begin in March, which puts the leap day last.
func (d Day) Civil() (year, month, day int) {
	const era, fourYears, century, toEpoch = 146097, 1461, 36524, 719468
	z := int(d) + toEpoch
	n := z / era
	if z < 0 {
		n = (z - era + 1) / era
	}
	z -= n * era
	y := (z - z/(fourYears-1) + z/century - z/(era-1)) / 365
	z -= 365*y + y/4 - y/100
	m := (5*z + 2) / 153
	day, month, year = z-(153*m+2)/5+1, m+3, y+400*n
	if month > 12 {
		month, year = month-12, year+1
	}
	return year, month, day
}

// Parse reads a date that is written 2026-02-01 and exists; the error says how to
// write one.
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
	if y < 0 || y > 9999 {
		return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
	}
	digit := func(n int) byte { return '0' + byte(n%10) }
	return string([]byte{digit(y / 1000), digit(y / 100), digit(y / 10), digit(y), '-', digit(m / 10), digit(m), '-', digit(dd / 10), digit(dd)})
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
	y, m, _ := d.Civil()
	return Date(y, m+1, 1)
}

// DaysInMonth is the length of the day's calendar month.
func (d Day) DaysInMonth() int {
	y, m, dd := d.Civil()
	return int(Date(y, m+1, 1)-d) + dd - 1
}

// IsFirst tells whether a calendar month begins on the day.
func (d Day) IsFirst() bool { return d == d.FirstOfMonth() }

// MonthsBetween counts the whole months from `from` to `to`, each counted from
// `from` with the day clamped, and the days that remain.
func MonthsBetween(from, to Day) (months int, days int) {
	months = max(to.MonthIndex()-from.MonthIndex(), 0)
	if months > 0 && from.AddMonths(months) > to {
		months--
	}
	return months, int(to - from.AddMonths(months))
}

// Length writes how far apart two days are: 24 months, or 45 days where that is no
// whole number of them.
func Length(from, to Day) string {
	if months, days := MonthsBetween(from, to); days == 0 {
		return Months(months)
	}
	return counted(int(to-from), "day")
}

// Months writes a number of months: 1 month, 24 months.
func Months(n int) string { return counted(n, "month") }

func counted(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return strconv.Itoa(n) + " " + what
}

// MonthIndex counts calendar months from year 0, so that the difference of two
// is the number of billing months between their days.
func (d Day) MonthIndex() int {
	y, m, _ := d.Civil()
	return 12*y + m - 1
}
