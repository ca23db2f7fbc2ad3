package book

import (
	"fmt"
	"slices"

	"termsheet/model/calendar"
)

// fieldError is what is wrong with one field of a row.
type fieldError struct {
	column int // of columns
	error
}

func wrong(column int, format string, args ...any) error {
	return fieldError{column, fmt.Errorf(format, args...)}
}

// parse makes an agreement of the fields of a row.
func (b *Book) parse(f *[columnCount][]byte, r *row) error {
	*r = row{account: f[account], key: b.keys[string(f[keyColumn])]}
	if len(r.account) == 0 {
		return wrong(account, "the account is missing")
	}
	if r.key == nil {
		return wrong(keyColumn, "%q is no instance type and no dimension of %s", f[keyColumn], b.product.ID)
	}
	var ok bool
	if r.start, ok = date(f[start]); !ok {
		return wrong(start, "start %q is not a date; write it as 2026-02-01", f[start])
	}
	r.month, r.day = 12*digits(f[start][:4])+digits(f[start][5:7])-1, digits(f[start][8:])
	if r.accepted = r.start; len(f[accepted]) > 0 {
		if r.accepted, ok = date(f[accepted]); !ok {
			return wrong(accepted, "accepted %q is not a date; write it as 2026-02-01", f[accepted])
		}
	}
	if r.start < r.accepted {
		return wrong(start, "use starts on %s, before the buyer accepts on %s; write a start on the day of acceptance or later", r.start, r.accepted)
	}
	switch string(f[renew]) {
	case "auto":
		r.renew = true
	case "none", "":
	default:
		return wrong(renew, "renew is %q; write none or auto", f[renew])
	}
	if err := b.quantities(f, r); err != nil {
		return err
	}
	return b.term(f[months], r)
}

// quantities reads what is bought and what is needed: annual and running of an
// instance type, commit and level of a dimension.
func (b *Book) quantities(f *[columnCount][]byte, r *row) (err error) {
	own, other := [2]int{annual, running}, [2]int{commit, level}
	if !r.key.instance {
		own, other = other, own
	}
	for _, c := range other {
		if n, err := quantity(f[c]); err != nil || n.coefficient != 0 || !n.set {
			return wrong(c, "%s has %s %q; it is measured by %s and %s", r.key.name, columns[c], f[c], columns[own[0]], columns[own[1]])
		}
	}
	r.raw = [2][]byte{f[own[0]], f[own[1]]}
	if r.bought, err = quantity(r.raw[0]); err != nil {
		return wrong(own[0], "%s %w", columns[own[0]], err)
	}
	if r.need, err = quantity(r.raw[1]); err != nil {
		return wrong(own[1], "%s %w", columns[own[1]], err)
	}
	return nil
}

// term finds the term of the contract among those on the list; annuals have
// but one.
func (b *Book) term(text []byte, r *row) error {
	n, err := quantity(text)
	if err != nil || n.places > 0 || n.coefficient > Longest || !n.set {
		return wrong(months, "months is %q; write a whole number of at most %d", text, Longest)
	}
	term := int(n.coefficient)
	if r.key.instance {
		if len(text) > 0 && term != r.key.terms[0] {
			return wrong(months, "months is %d; an annual is for %d", term, r.key.terms[0])
		}
		return nil
	}
	if r.bought.set && r.bought.coefficient == 0 {
		return nil
	}
	if r.term = slices.Index(r.key.terms, term); r.term <= 0 {
		return wrong(months, "%s has no contract rate for %q months", r.key.name, text)
	}
	return nil
}

// quantity reads a decimal that is not negative; empty is zero. One with too
// many digits for a number is left unset.
func quantity(s []byte) (number, error) {
	n := number{set: true}
	dot, digits := -1, 0
	for i, c := range s {
		switch {
		case c == '.' && dot < 0:
			dot = i
		case c >= '0' && c <= '9':
			digits++
			if n.coefficient >= mostCoefficient/10 || dot >= 0 && i-dot > mostPlaces {
				n.set = false
			}
			if n.set {
				n.coefficient = n.coefficient*10 + int64(c-'0')
			}
		default:
			return n, fmt.Errorf("%q is not a number of units", s)
		}
	}
	if len(s) > 0 && digits == 0 || len(s) > mostDigits {
		return n, fmt.Errorf("%q is not a number of units", s)
	}
	if dot >= 0 {
		n.places = len(s) - dot - 1
	}
	return n, nil
}

// mostDigits is how long a number may be written.
const mostDigits = 30

var daysIn = [13]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// date reads a day that is written 2026-02-01 and exists.
func date(s []byte) (calendar.Day, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	year, month, day := digits(s[:4]), digits(s[5:7]), digits(s[8:])
	if year < 1 || month < 1 || month > 12 || day < 1 {
		return 0, false
	}
	if leap := month == 2 && day == 29 && year%4 == 0 && (year%100 != 0 || year%400 == 0); day > daysIn[month] && !leap {
		return 0, false
	}
	return calendar.Date(year, month, day), true
}

// digits is a whole number, -1 where it is none.
func digits(s []byte) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}
