package session

import (
	"github.com/shopspring/decimal"

	"strings"
	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
)

// Line is what one instance type or dimension costs over the horizon.
type Line struct {
	ByKind [pricing.Usage + 1]money.Amount
}

// Software is all of the line but infrastructure.
func (l Line) Software() money.Amount {
	return l.ByKind[pricing.Annual] + l.ByKind[pricing.Hourly] + l.ByKind[pricing.Contract] + l.ByKind[pricing.Usage]
}

// Lines adds up the charges of a quote by key.
func Lines(q *pricing.Quote) map[string]Line {
	lines := map[string]Line{}
	if q == nil {
		return lines
	}
	sums := map[string]*Line{}
	for _, c := range q.Charges {
		sum := sums[c.Key]
		if sum == nil {
			sum = new(Line)
			sums[c.Key] = sum
		}
		sum.ByKind[c.Kind] += c.Amount
	}
	for key, sum := range sums {
		lines[key] = *sum
	}
	return lines
}

// Lines are Lines of the shown quote; they are not to be changed.
func (s *Session) Lines() map[string]Line { return s.lines.from(s.Quote(), Lines) }

// PinnedLines are Lines of the baseline; they are not to be changed.
func (s *Session) PinnedLines() map[string]Line { return s.pinned.from(s.Pinned().Quote, Lines) }

// Horizon is how long a quote looks, in words and in few cells.
func Horizon(q *pricing.Quote) (words, short string) {
	words = calendar.Length(q.Start, q.End)
	n, unit, _ := strings.Cut(words, " ")
	if strings.HasPrefix(unit, "day") {
		return words, n + " d"
	}
	return words, n + " mo"
}

// PerMonth is the part of an amount that falls on one month of the quote's
// horizon, on average, rounded to cents.
func PerMonth(q *pricing.Quote, a money.Amount) money.Amount {
	months, days := calendar.MonthsBetween(q.Start, q.End)
	if days > 0 {
		length := q.Start.AddMonths(months + 1).FirstOfMonth()
		of := int64((length - 1).DaysInMonth())
		return divide(a, of, int64(months)*of+int64(days))
	}
	per := money.Amount(max(months, 1))
	if a < 0 {
		return -((-2*a + per) / (2 * per))
	}
	return (2*a + per) / (2 * per)
}

// divide rounds to six places first, as a decimal division would.
func divide(a money.Amount, times, per int64) money.Amount {
	const micros, mostCents = 10_000, 1_000_000_000_000 // so that nothing below overflows
	if a > mostCents || a < -mostCents {
		share, err := money.Round(a.Decimal().Mul(decimal.NewFromInt(times)).DivRound(decimal.NewFromInt(per), 6))
		if err != nil {
			return 0
		}
		return share
	}
	return money.Amount(nearest(nearest(int64(a)*times*micros, per), micros))
}

// nearest is a/b, half away from zero; b is positive.
func nearest(a, b int64) int64 {
	if a < 0 {
		return -nearest(-a, b)
	}
	quotient, rest := a/b, a%b
	if 2*rest >= b {
		quotient++
	}
	return quotient
}

// Best is the cheapest number of annuals of an instance type, and what having
// another number costs over the horizon.
type Best struct {
	Key        string
	Have, Best decimal.Decimal
	Over       money.Amount // 0 where Have is as cheap as Best
}

// BestX finds, for every type with a break-even, whether another number of
// annuals would be cheaper. It prices one type at a time, so it is asked for
// only where it is shown.
func (s *Session) BestX() []Best {
	return s.best.from(s.Quote(), s.bestX)
}

func (s *Session) bestX(q *pricing.Quote) []Best {
	var list []Best
	for _, b := range q.BreakEven {
		need, ok := s.Need(b.Key)
		if !ok {
			continue
		}
		best := Best{Key: b.Key, Have: need.Annual, Best: decimal.NewFromInt(b.Best)}
		if !best.Have.Equal(best.Best) {
			have, known := s.alone(need, best.Have)
			cheapest, too := s.alone(need, best.Best)
			if known && too {
				best.Over = have - cheapest
			}
		}
		list = append(list, best)
	}
	return list
}

// Even is a break-even as it is told: from how many hours a month an annual pays, and
// from how many percent of a year, both whole.
type Even struct {
	*pricing.BreakEven
	Hours, Share string
}

// Evens are the break-evens of the shown quote by type. They are the same as long as
// only annuals change, as those of the quote are.
func (s *Session) Evens() map[string]Even {
	q := s.Quote()
	if q == nil || len(q.BreakEven) == 0 {
		return nil
	}
	if first := &q.BreakEven[0]; s.evens.of != first {
		s.evens.of, s.evens.list = first, map[string]Even{}
		for i := range q.BreakEven {
			b := &q.BreakEven[i]
			s.evens.list[b.Key] = Even{b, money.Plain(b.HoursPerMonth()), money.Plain(b.Utilisation.Round(0))}
		}
	}
	return s.evens.list
}

// kept is what was worked out from a quote, for as long as that quote is shown: a
// quote never changes.
type kept[T any] struct {
	quote *pricing.Quote
	value T
}

// from is the value for a quote, worked out where it is not the one of before;
// nothing where there is no quote.
func (k *kept[T]) from(q *pricing.Quote, work func(*pricing.Quote) T) T {
	if q != k.quote {
		k.quote = q
		var none T
		if k.value = none; q != nil {
			k.value = work(q)
		}
	}
	return k.value
}

// alone is what one instance type costs with a number of annuals, as bought at
// the start: without the other types, later amendments and payment dates. What was
// worked out is kept until something else than annuals changes.
func (s *Session) alone(need deal.Need, annual decimal.Decimal) (money.Amount, bool) {
	if like := s.Current().like; s.sums.like != like {
		s.sums = sumsOf{like, map[string]sum{}}
	}
	key := need.Type + " " + annual.String()
	found, known := s.sums.list[key]
	if !known {
		found.amount, found.known = s.sumAlone(need, annual)
		s.sums.list[key] = found
	}
	return found.amount, found.known
}

// sumsOf keeps what types cost alone, by type and number of annuals, in a deal
// like the one shown.
type sumsOf struct {
	like *deal.Scenario
	list map[string]sum
}

type sum struct {
	amount money.Amount
	known  bool
}

func (s *Session) sumAlone(need deal.Need, annual decimal.Decimal) (money.Amount, bool) {
	alone := *s.Scenario()
	need.Annual = annual
	alone.Instances, alone.Usage, alone.Contract, alone.Amendments = []deal.Need{need}, nil, nil, nil
	if alone.Offer != nil {
		offer := *alone.Offer
		offer.Schedule, offer.Installments = nil, nil
		alone.Offer = &offer
	}
	totals, err := pricing.Sum(&alone, s.conventions)
	return totals.Software, err == nil
}

// UseDay is the day of the cursor, or the first or last day of use where that
// lies outside.
func (s *Session) UseDay() calendar.Day {
	if q := s.Quote(); q != nil {
		return min(max(s.day, q.Start), q.End-1)
	}
	return s.day
}

// Annuals is how many annuals of a type are in force on the day of use: with
// amendments, and none when they have lapsed.
func (s *Session) Annuals(kind string) decimal.Decimal {
	x, day := decimal.Zero, s.UseDay()
	lanes := s.Lanes()
	for i := range lanes {
		l := &lanes[i]
		if l.Kind != pricing.Annual || l.Key != kind {
			continue
		}
		for _, step := range l.Cover {
			if step.From <= day {
				x = step.Units
			}
		}
	}
	return x
}

// Lanes are the prices of the shown variant over time; those of its last good
// quote where it cannot be priced, and as far as they are known where it never
// could.
func (s *Session) Lanes() []pricing.Lane {
	if q := s.Quote(); q != nil {
		return q.Lanes
	}
	list, err := pricing.Lanes(s.Scenario(), s.conventions)
	if err != nil {
		return nil
	}
	return list
}
