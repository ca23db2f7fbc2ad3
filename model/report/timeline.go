package report

import (
	"io"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/rules"
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

// Announce lists the days by which a price must be announced to hold for
// existing customers on a wanted day: the safe one, the last one by the reading
// in force (CHG-5), and the one that no reading questions (CHG-4).
func Announce(n rules.Notice, s rules.Settings) []pricing.Event {
	taken := "lenient"
	if s.StrictFirst {
		taken = "strict"
	}
	days := []pricing.Event{
		{Date: n.Safe, Kind: "announce_by_safe", Key: "strict"},
		{Date: n.Last, Kind: "announce_by_last", Key: taken},
	}
	if n.Cautious != n.Safe {
		days = append(days, pricing.Event{Date: n.Cautious, Kind: "announce_by_cautious", Key: "months"})
	}
	for i := range days {
		days[i].Detail = readings[days[i].Key] + "; holds from " + n.Effective.String()
	}
	return days
}

// readings says how each reading of the text counts the notice.
var readings = map[string]string{
	"strict":  "strict reading: the month begins after the notice is over",
	"lenient": "lenient reading: the month may begin on the day the notice is over",
	"months":  "every reading, also one that counts calendar months",
}

// announceNames are the days of Announce for people.
var announceNames = map[string]string{"announce_by_safe": "safe day", "announce_by_last": "last day", "announce_by_cautious": "beyond doubt"}

// AnnounceText writes the days of Announce for a terminal.
func AnnounceText(w io.Writer, wanted calendar.Day, days []pricing.Event) error {
	var p page
	p.line("To hold for existing customers on " + wanted.String() + ", announce a price by")
	p.WriteString("\n")
	t := &table{head: []string{"", "", ""}, left: 2, last: true}
	for _, e := range days {
		t.add(announceNames[e.Kind], e.Date.String(), e.Detail)
	}
	p.table(t)
	return p.flush(w)
}
