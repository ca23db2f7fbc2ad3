package pricing

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// always stands for "since ever" as the first day of a rate.
const always calendar.Day = -1 << 31

// rateStep is a rate from a day on, until the next step.
type rateStep struct {
	from   calendar.Day
	rate   listing.Rate
	listed listing.Rate // before an offer's discount; not set where none is taken off
}

// rateSteps is a rate over time, ascending; the first step holds since always.
type rateSteps []rateStep

// index finds the step in force on a day.
func (s rateSteps) index(day calendar.Day) int {
	i := len(s) - 1
	for i > 0 && s[i].from > day {
		i--
	}
	return i
}

func (s rateSteps) at(day calendar.Day) listing.Rate { return s[s.index(day)].rate }

// announcement is what a price change says of one rate of one key.
type announcement struct {
	day  calendar.Day
	rate listing.Rate
}

// list is one rate of a listing with everything announced about it, in order.
type list struct {
	base          listing.Rate
	announcements []announcement
}

// listOf gathers a rate of a key; pick reads it from a partial set.
func listOf(base listing.Rate, changes []deal.PriceChange, pick func(listing.Rates) listing.Rate) list {
	l := list{base: base}
	for _, c := range changes {
		if r := pick(c.Rates); r.Set {
			l.announcements = append(l.announcements, announcement{c.Announced, r})
		}
	}
	slices.SortStableFunc(l.announcements, func(a, b announcement) int { return cmp.Compare(a.day, b.day) })
	return l
}

// on is the latest rate announced on or before a day: what a new customer pays
// who accepts then.
func (l list) on(day calendar.Day) listing.Rate {
	rate := l.base
	for _, a := range l.announcements {
		if a.day <= day {
			rate = a.rate
		}
	}
	return rate
}

// renewed is the annual rate of a renewal: changes count when they were
// announced a whole notice before it, or on or before acceptance (CHG-8).
func (l list) renewed(on, accepted calendar.Day, c Conventions) listing.Rate {
	return l.on(max(on-calendar.Day(c.CutoffDays), accepted))
}

// steps is the rate over time for a customer that accepted on a day: what was
// announced until then is its first rate, the rest waits for its effect
// (CHG-1, CHG-2).
func (l list) steps(accepted calendar.Day, c Conventions) rateSteps {
	s := rateSteps{{from: always, rate: l.on(accepted)}}
	previous := s[0].rate
	for _, a := range l.announcements {
		if a.day <= accepted {
			continue
		}
		from := c.effective(a.day, previous, a.rate)
		previous = a.rate
		for len(s) > 1 && s[len(s)-1].from >= from { // a later announcement supersedes what waits
			s = s[:len(s)-1]
		}
		s = append(s, rateStep{from: from, rate: a.rate})
	}
	return s
}

// effective is the day an announced rate holds for existing customers.
func (c Conventions) effective(announced calendar.Day, before, after listing.Rate) calendar.Day {
	if !c.DecreasesWait && before.Set && after.Value.LessThan(before.Value) {
		return announced
	}
	return calendar.Effective(announced, c.NoticeDays, c.StrictFirst)
}

// under lays an offer's rate over the steps: it holds to the offer's end, then
// the public rate of that day (PRV-9).
func (s rateSteps) under(offer rateStep, end calendar.Day) rateSteps {
	out := rateSteps{offer, {from: end, rate: s.at(end)}}
	for _, step := range s {
		if step.from > end {
			out = append(out, step)
		}
	}
	return out
}

// offered is the rate an offer names, else the list rate less its discount, from
// the start on.
func offered(named, listed listing.Rate, o *deal.Offer) rateStep {
	step := rateStep{from: always, rate: orDiscounted(named, listed, o)}
	if !named.Set {
		step.listed = listed
	}
	return step
}

// discounted takes an offer's discount off a list rate; a rate that is missing
// stays missing.
func discounted(rate listing.Rate, discount decimal.Decimal) listing.Rate {
	if !rate.Set || discount.IsZero() {
		return rate
	}
	value := rate.Value.Mul(decimal.NewFromInt(1).Sub(discount))
	return listing.Of(money.Trimmed(value, max(-rate.Value.Exponent(), 0)))
}
