package report

import (
	"io"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/pricing"
)

// Timeline writes the dated events of a quote for a terminal.
func Timeline(w io.Writer, s *deal.Scenario, q *pricing.Quote) error {
	var p page
	p.line(oneLine(s.Title))
	if q.Variant != deal.Base {
		p.line("variant " + q.Variant)
	}
	p.WriteString("\n")
	p.table(eventTable(q.Events))
	return p.flush(w)
}

// TimelineJSON writes events as one object, termsheet.timeline/1.
func TimelineJSON(w io.Writer, events []pricing.Event) error {
	return writeJSON(w, struct {
		Schema string      `json:"schema"`
		Events []eventJSON `json:"events"`
	}{schema("timeline"), eventsJSON(events)})
}

// Announce lists the days by which a price change must be announced so that it
// holds for existing customers on a day: the safe one, and the last one that
// the reading in force allows. Where the notice ends on the first of a month,
// one reading waits for the next month and the other does not (CHG-5).
func Announce(wanted calendar.Day, c pricing.Conventions) []pricing.Event {
	reading := "lenient"
	if c.StrictFirst {
		reading = "strict"
	}
	return []pricing.Event{
		announceBy(wanted, c, true, "announce_by_safe", "strict"),
		announceBy(wanted, c, c.StrictFirst, "announce_by_last", reading),
	}
}

// readings says what the two readings of the text are.
var readings = map[string]string{
	"strict":  "strict reading: the first month that begins after the notice is over",
	"lenient": "lenient reading: a month may begin on the very day the notice is over",
}

func announceBy(wanted calendar.Day, c pricing.Conventions, strict bool, kind, reading string) pricing.Event {
	day := calendar.AnnounceBy(wanted, c.NoticeDays, strict)
	from := calendar.Effective(day, c.NoticeDays, strict)
	return pricing.Event{Date: day, Kind: kind, Key: reading, Detail: "holds from " + from.String() + "; " + readings[reading]}
}

// AnnounceText writes the days of Announce for a terminal.
func AnnounceText(w io.Writer, wanted calendar.Day, events []pricing.Event) error {
	var p page
	p.line("To hold for existing customers on " + wanted.String() + ", announce a price by")
	p.WriteString("\n")
	t := &table{head: []string{"", "", ""}, left: 2, last: true}
	for _, e := range events {
		t.add(announceNames[e.Kind], e.Date.String(), e.Detail)
	}
	p.table(t)
	return p.flush(w)
}

var announceNames = map[string]string{"announce_by_safe": "safe day", "announce_by_last": "last day"}
