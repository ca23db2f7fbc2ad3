package deal

import "termsheet/model/calendar"

// periodMonths is how far apart the payments of a schedule are.
var periodMonths = map[string]int{"month": 1, "quarter": 3, "year": 12}

// Day is the day of payment k, from 0: k periods after the first, with the end
// of a month clamped and counted from the first.
func (s *Schedule) Day(k int) calendar.Day { return s.First.AddMonths(k * periodMonths[s.Every]) }

// Scheduled tells whether there is an offer that is paid by a schedule.
func (o *Offer) Scheduled() bool {
	return o != nil && (o.Schedule != nil || len(o.Installments) > 0)
}
