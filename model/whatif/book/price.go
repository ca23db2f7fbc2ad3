package book

import (
	"math/bits"

	"termsheet/model/calendar"
)

// The bounds within which a row is priced in integers; beyond them it is priced
// in decimals.
const (
	mostCoefficient = 1 << 40 // of a rate or a quantity
	mostUnits       = 1 << 50
	mostPlaces      = 8

	coefficientDigits = 12      // a coefficient with as many may still be too large
	mostCents         = 1 << 45 // of one charge
)

// row is one agreement.
type row struct {
	account         []byte
	key             *key
	term            int // index into the key's terms
	accepted, start calendar.Day
	month, day      int // of the start: its month counted from year 0, and its day
	renew           bool
	bought, need    number
	raw             [2][]byte // bought and need as written
}

// priced is what one agreement costs in each month of the window.
type priced struct{ before, after []int64 }

// side is one of the two price lists that a row is priced by, with what the
// last whole month was charged, which the next mostly repeats.
type side struct {
	*inForce
	sums         []int64
	units, hours int64
	amount       int64
	until        calendar.Day
}

// walk is a row on its way through the window.
type walk struct {
	*Book
	*row
	places            int
	needed, uncovered int64 // units without and with the cover
	metered           bool
	months            int          // of a term
	alike             calendar.Day // until then both lists charge use alike
	failed            bool
}

// price works a row out in integers. ok is false where the decimals have to.
func (b *Book) price(r *row, out *priced) (ok bool) {
	clear(out.before)
	clear(out.after)
	if r.start >= b.to {
		return true
	}
	w := walk{Book: b, row: r, months: r.key.terms[r.term]}
	before := side{inForce: &r.key.now[r.term], sums: out.before}
	after := side{inForce: &r.key.cohorts[r.term][b.cohort(r.accepted)], sums: out.after}
	if !w.units() || !w.rated(&before, &after) {
		return false
	}
	w.alike = alike(&before, &after)
	w.through(&before, &after)
	return !w.failed
}

// alike is the day until which use costs the same by both lists: 0 where it never
// does, or where a cut can make it round otherwise.
func alike(before, after *side) calendar.Day {
	switch {
	case len(after.cuts) > 0 || len(before.metered) > 1 || after.metered[0].rate != before.metered[0].rate:
		return 0
	case len(after.metered) == 1:
		return forever
	}
	return after.metered[1].from
}

// units brings need and cover to one scale.
func (w *walk) units() bool {
	need, bought, includes := w.need, w.bought, w.key.includes
	if !need.set || !bought.set || !w.key.instance && !includes.set {
		return false
	}
	if !w.key.instance {
		hi, lo := bits.Mul64(uint64(bought.coefficient), uint64(includes.coefficient))
		if hi != 0 || lo > mostUnits {
			return false
		}
		bought = number{int64(lo), bought.places + includes.places, true}
	}
	w.places = max(need.places, bought.places)
	cover, fits := scaled(bought, w.places)
	if w.needed, w.metered = scaled(need, w.places); !fits || !w.metered {
		return false
	}
	w.uncovered = max(w.needed-cover, 0)
	return true
}

func scaled(n number, places int) (int64, bool) {
	hi, lo := bits.Mul64(uint64(n.coefficient), tens[places-n.places])
	return int64(lo), hi == 0 && lo <= mostUnits
}

// rated tells whether every rate is there that the row may need. A commitment
// that nothing exceeds needs no rate for use.
func (w *walk) rated(sides ...*side) bool {
	buys := w.bought.coefficient > 0
	for _, s := range sides {
		idle := s.metersNone && w.uncovered == 0 && (w.needed == 0 || buys && !w.key.instance)
		if s.beyond || !s.metersAll && !idle || buys && !s.sells {
			return false
		}
		w.metered = s.metersAll
	}
	return true
}

// through walks the months from the start or the window's beginning on.
func (w *walk) through(before, after *side) {
	first := w.month
	m := max(first-w.Book.months[0].index, 0)
	next, covered := -1, false // the month in which a term begins or ends, counted from the start's
	if w.bought.coefficient > 0 {
		next = 0
		if past := w.Book.months[m].index - first; past > 0 {
			next = (past + w.months - 1) / w.months * w.months
			if covered = w.renew || next <= w.months; !covered {
				next = -1
			}
		}
	}
	for ; m < len(w.Book.months) && !w.failed; m++ {
		month := &w.Book.months[m]
		from := max(month.from, w.start)
		if month.index-first != next {
			w.use(before, after, m, from, month.to, covered)
			if from == month.from && len(after.cuts) == 0 {
				m = w.again(before, after, m, next+first-w.Book.months[0].index, covered)
			}
			continue
		}
		turn := month.from + calendar.Day(min(int64(w.day), month.days)) - 1
		if turn > from {
			w.use(before, after, m, from, turn, covered)
		}
		if covered = next == 0 || w.renew; covered {
			w.buy(before, after, m, turn, next > 0)
			next += w.months
		} else {
			next = -1
		}
		w.use(before, after, m, turn, month.to, covered)
	}
}

// again repeats what a whole month was charged over those after it that are
// alike, up to the one in which a term begins or ends, if that is still to come.
// It gives the last of them.
func (w *walk) again(before, after *side, m, turn int, covered bool) int {
	months := w.Book.months
	if turn <= m {
		turn = len(months)
	}
	units := w.needed
	if covered {
		units = w.uncovered
	}
	turn = min(turn, len(months))
	if units == 0 || !w.metered {
		return turn - 1
	}
	hours, until := months[m].hours, min(before.until, after.until)
	for m++; m < turn && months[m].hours == hours && months[m].to <= until; m++ {
		before.sums[m] += before.amount
		after.sums[m] += after.amount
	}
	return m - 1
}

// use charges what is metered in a stretch of a month, in pieces where a rate
// takes effect within it.
func (w *walk) use(before, after *side, m int, from, to calendar.Day, covered bool) {
	units := w.needed
	if covered {
		units = w.uncovered
	}
	if units == 0 || !w.metered {
		return
	}
	amount := w.stretch(before, m, from, to, units)
	if from < w.alike {
		after.sums[m] += amount
		after.units, after.hours, after.amount, after.until = before.units, before.hours, before.amount, w.alike
		return
	}
	for _, day := range after.cuts {
		if from < day && day < to {
			w.stretch(after, m, from, day, units)
			from = day
		}
	}
	w.stretch(after, m, from, to, units)
}

// stretch charges one segment, and tells what.
func (w *walk) stretch(s *side, m int, from, to calendar.Day, units int64) int64 {
	month := &w.Book.months[m]
	days := int64(to - from)
	whole := days == month.days
	if whole && units == s.units && month.hours == s.hours && from < s.until {
		s.sums[m] += s.amount
		return s.amount
	}
	times, per := month.hours, int64(1)
	switch {
	case !whole && w.key.perUnit:
		times, per = days, month.days
	case !whole:
		times, per = times*days, month.days
	case w.key.perUnit:
		times = 1
	}
	rate, until := at(s.metered, from)
	amount, ok := cents(units, w.places, times, per, rate)
	w.failed = w.failed || !ok
	if s.sums[m] += amount; whole {
		s.units, s.hours, s.amount, s.until = units, month.hours, amount, until
	}
	return amount
}

// buy charges a term that begins.
func (w *walk) buy(before, after *side, m int, day calendar.Day, renewal bool) {
	was, list, on := before.listed[0].rate, after.listed, w.accepted
	if renewal && w.key.instance {
		on = max(day-calendar.Day(w.c.NoticeDays), w.accepted)
	} else if renewal {
		was, list, on = before.renewed[0].rate, after.renewed, day
	}
	is, _ := at(list, on)
	a, ok := cents(w.bought.coefficient, w.bought.places, 1, 1, was)
	b, fits := cents(w.bought.coefficient, w.bought.places, 1, 1, is)
	w.failed = w.failed || !ok || !fits
	before.sums[m] += a
	after.sums[m] += b
}

// cents is one charge, rounded half away from zero: units / 10^places x times
// / per x rate.
func cents(units int64, places int, times, per int64, rate number) (int64, bool) {
	factor, divisor := uint64(rate.coefficient*times), uint64(per)
	switch scale := places + rate.places - 2; {
	case scale > mostScale:
		return 0, false
	case scale > 0:
		divisor *= tens[scale]
	default:
		factor *= tens[-scale]
	}
	hi, lo := bits.Mul64(uint64(units), factor)
	if hi >= divisor {
		return 0, false
	}
	quotient, rest := bits.Div64(hi, lo, divisor)
	if rest >= divisor-rest {
		quotient++
	}
	return int64(quotient), quotient <= mostCents
}

// mostScale keeps a divisor of up to 31 days within 64 bits.
const mostScale = 17

var tens = func() (t [20]uint64) {
	t[0] = 1
	for i := 1; i < len(t); i++ {
		t[i] = t[i-1] * 10
	}
	return t
}()
