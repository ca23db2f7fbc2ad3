package costs

import (
	"termsheet/model/calendar"
	"termsheet/model/pricing"
	"termsheet/tui/explain"
)

// committed says where what is bought reaches beyond the horizon, or ends within it:
// such a deal is not to be held against one whose terms end with the horizon.
func committed(q *pricing.Quote) []line {
	var last calendar.Day
	for _, c := range q.Charges {
		if !c.Kind.Metered() {
			last = max(last, c.End)
		}
	}
	if last == 0 || last == q.End {
		return nil
	}
	from, to, short, whole := q.End, last, " past", " past the horizon"
	if last < q.End {
		from, to, short, whole = last, q.End, " short", " short of the horizon"
	}
	day, apart := (last - 1).String(), calendar.Length(from, to)
	return []line{{label: "committed to", tone: warn, page: explain.Source.Commitments, words: func() []string {
		return []string{day + ", " + apart + whole, apart + whole, apart + short}
	}}}
}
