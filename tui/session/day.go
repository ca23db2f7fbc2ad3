package session

import "termsheet/model/calendar"

// Day is the day the cursor stands on.
func (s *Session) Day() calendar.Day { return s.day }

// BillingMonth is the billing month that the day cursor stands in, the first
// before use begins.
func (s *Session) BillingMonth() int {
	return max(s.day.MonthIndex()-s.Scenario().Start.MonthIndex(), 0)
}

// MoveTo puts the day cursor on a day, within what the timeline shows.
func (s *Session) MoveTo(day calendar.Day) {
	first, last := s.Span()
	s.day = min(max(day, first), last)
	s.change()
}

// StepDay moves the day cursor by days.
func (s *Session) StepDay(by int) { s.MoveTo(s.day + calendar.Day(by)) }

// StepMonth moves the day cursor to the first of a month before or after it.
func (s *Session) StepMonth(by int) {
	if by < 0 && !s.day.IsFirst() {
		by++
	}
	s.MoveTo(s.day.FirstOfMonth().AddMonths(by))
}

// StepEvent moves the day cursor to the event before or after it.
func (s *Session) StepEvent(by int) { s.MoveTo(s.NextEvent(by)) }

// NextEvent is the nearest day before or after the cursor on which something
// happens besides a routine invoice; the cursor's own day where there is none.
func (s *Session) NextEvent(by int) calendar.Day {
	q := s.Quote()
	if q == nil {
		return s.day
	}
	best := s.day
	for i := range q.Events {
		e := &q.Events[i]
		ahead := by > 0 && e.Date > s.day && (best == s.day || e.Date < best)
		back := by < 0 && e.Date < s.day && (best == s.day || e.Date > best)
		if (ahead || back) && !e.Routine() {
			best = e.Date
		}
	}
	return best
}

// settle ends every change: names and days that no longer exist are replaced,
// and views learn that they are out of date.
func (s *Session) settle() {
	s.variant = s.priced[s.VariantIndex()].Scenario.Variant
	first, last := s.Span()
	day, shown := min(max(s.day, first), last), &s.priced[s.VariantIndex()]
	if shown.like == s.like && day == s.day && shown.Err == nil {
		s.generation++
		return
	}
	s.like, s.day = shown.like, day
	s.change()
}

// Span is the first and the last day of the timeline: from acceptance, or the
// start where that is earlier, to the day after the horizon.
func (s *Session) Span() (first, last calendar.Day) {
	scenario := s.Scenario()
	first, last = min(scenario.Start, scenario.Accepted), scenario.Start
	if q := s.Quote(); q != nil {
		last = max(last, q.End)
	}
	return first, last
}
