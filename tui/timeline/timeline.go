// Package timeline is the pane of time: the three clocks of a deal (agreement,
// invoices, use), the prices that new customers and this one meet, and a day
// cursor that says what holds.
package timeline

import (
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// Pane moves the session's day cursor, and keeps what it has drawn.
type Pane struct {
	drawn chart.DrawnLanes
	axis  chart.Axis
}

// Move moves the day cursor: by a day sideways, by an event up and down, by a
// month with the page keys.
func (p *Pane) Move(s *session.Session, v pane.Verb, _ pane.Size) {
	first, last := s.Span()
	switch v {
	case pane.Left:
		s.StepDay(-1)
	case pane.Right:
		s.StepDay(1)
	case pane.PageUp:
		s.StepMonth(-1)
	case pane.PageDown:
		s.StepMonth(1)
	case pane.Up:
		s.StepEvent(-1)
	case pane.Down:
		s.StepEvent(1)
	case pane.Home:
		s.MoveTo(first)
	case pane.End:
		s.MoveTo(last)
	}
}
