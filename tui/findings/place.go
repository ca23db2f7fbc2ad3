package findings

import (
	"strconv"
	"strings"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/rules"
	"termsheet/tui/pane"
)

// spots says which field shows a key of the scenario, by the beginning of its
// path; the first that fits counts. A star is the instance type or dimension.
var spots = []struct{ path, field string }{
	{"instance * annual", pane.FieldAnnual},
	{"instance *", pane.FieldRunning},
	{"contract quantity *", pane.FieldQuantity},
	{"contract", pane.FieldTerm},
	{"usage * growth", pane.FieldGrowth},
	{"usage *", pane.FieldInUse},
	{"months", pane.FieldHorizon},
	{"renew", pane.FieldRenew},
	{"start", pane.FieldStart},
	{"accepted", pane.FieldAccepted},
	{"hours", pane.FieldHours},
	{"trial", pane.FieldTrial},
	{"offer instance * hourly", pane.FieldRunning},
	{"offer instance *", pane.FieldAnnual},
	{"offer dimension * usage", pane.FieldInUse},
	{"offer dimension *", pane.FieldQuantity},
	{"offer months", pane.FieldTerm},
	{"offer days", pane.FieldTerm},
	{"offer discount", pane.FieldDiscount},
}

// spotOf is the field that a finding is about; false where the screen has none
// for it.
func spotOf(f rules.Finding) (pane.Spot, bool) {
	if f.OnProduct {
		return pane.Spot{}, false
	}
	return SpotAt(f.Path)
}

// SpotAt is the field that shows a key of the scenario.
func SpotAt(p deal.Path) (pane.Spot, bool) {
	for _, s := range spots {
		if key, ok := begins(p, strings.Fields(s.path)); ok {
			return pane.Spot{Key: key, Field: s.field}, true
		}
	}
	return pane.Spot{}, false
}

// begins tells whether a path begins like a pattern, and what its star stands
// for.
func begins(p deal.Path, pattern []string) (key string, ok bool) {
	if len(p) < len(pattern) {
		return "", false
	}
	for i, part := range pattern {
		switch {
		case part == "*":
			key = p[i]
		case part != p[i]:
			return "", false
		}
	}
	return key, true
}

// DayAt is the day on the timeline that a key of the scenario is about; false
// where it is about none.
func DayAt(s *deal.Scenario, p deal.Path) (calendar.Day, bool) {
	switch i := entryOf(p); {
	case len(p) == 0:
	case p[0] == "price_change" && i < len(s.Changes):
		return s.Changes[i].Announced, true
	case p[0] == "amendment" && i < len(s.Amendments):
		return s.Amendments[i].Date, true
	case p[0] == "model_change" && s.Model != nil:
		return s.Model.Requested, true
	case p[0] == "offer" && s.Offer != nil && len(p) > 1:
		return offerDay(s, p[1:])
	}
	return 0, false
}

func offerDay(s *deal.Scenario, p deal.Path) (calendar.Day, bool) {
	switch o, i := s.Offer, entryOf(p); {
	case p[0] == "installment" && i < len(o.Installments):
		return o.Installments[i].Date, true
	case p[0] == "schedule" && o.Schedule != nil:
		return o.Schedule.First, true
	case p[0] == "expires" && o.Expires != 0:
		return o.Expires, true
	case p[0] == "renewal":
		return o.End(s.Start), true
	}
	return 0, false
}

// entryOf is the place in a list that a path names after its first part, the
// first where it names none.
func entryOf(p deal.Path) int {
	if len(p) < 2 {
		return 0
	}
	i, err := strconv.Atoi(p[1])
	if err != nil {
		return 0
	}
	return max(i, 0)
}
