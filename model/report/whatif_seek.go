package report

import (
	"io"
	"maps"
	"slices"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/whatif"
)

// Sought is what a goal seek has found.
type Sought struct {
	Scenario *deal.Scenario
	*whatif.Found

	Kept   []string          // what the answers keep to, in words
	Rules  map[string]string // the texts of rules that answers break, by ID
	Public bool              // a buyer reads it: nothing is said of rules
}

// SeekText writes the answers of a goal seek for a terminal.
func SeekText(w io.Writer, s Sought) error {
	var p page
	p.about(s.Scenario)
	p.WriteString("\n")
	t := &table{head: []string{"", ""}, left: 1, last: true}
	t.add("target", s.Metric+" of "+s.Target.Grouped()+", now "+s.Now.Grouped())
	by := s.By.String() + " in steps of " + s.Step
	if s.Value != "" {
		by += ", now " + s.Value
	}
	t.add("by", by)
	if s.Made != "" {
		t.add("as", AssumedOffer(s.Assumed, s.Now))
	}
	if len(s.Kept) > 0 {
		t.add("keep to", strings.Join(s.Kept, "; "))
	}
	p.table(t)
	if len(s.Answers) == 0 {
		p.line("No value of it can be sold.")
		return p.flush(w)
	}
	p.section("Nearest answers")
	t = &table{head: []string{"value", label(s.Metric), "off the target by", "breaks"}, left: 0, last: true}
	if s.Public {
		t.head, t.last = t.head[:3], false
	}
	for _, a := range s.Answers {
		broken := strings.Join(a.Breaks, ", ")
		if broken == "" {
			broken = "nothing"
		}
		t.add([]string{a.Value, a.Total.Grouped(), a.Miss.Signed(), broken}[:len(t.head)]...)
	}
	p.table(t)
	for _, a := range s.Answers {
		if a.Off != nil {
			p.item("  ", a.Off.Rule+" at "+a.Value+": "+a.Off.Message)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.Rules)) {
		p.item("  ", id+": "+oneLine(s.Rules[id]))
	}
	if !s.Within {
		p.line("The target is out of reach: these come nearest.")
	}
	return p.flush(w)
}

// AssumedOffer tells of the offer that was made, and what it does to the figure
// before anything is taken off: its term, and that later price changes do not touch
// it. CSV has no place for it.
func AssumedOffer(a whatif.Assumed, now money.Amount) string {
	if a.Alone == now {
		return a.Made
	}
	return a.Made + "; " + a.Before() + " it comes to " + a.Alone.Grouped() + " (" + (a.Alone - now).Signed() + ")"
}

type answerJSON struct {
	Value  string       `json:"value"`
	Total  money.Amount `json:"total"`
	Miss   money.Amount `json:"miss"`
	Breaks []string     `json:"breaks"`
}

// SeekJSON writes the answers of a goal seek as one object, termsheet.seek/1.
func SeekJSON(w io.Writer, s Sought) error {
	list := make([]answerJSON, len(s.Answers))
	for i, a := range s.Answers {
		list[i] = answerJSON{a.Value, a.Total, a.Miss, append([]string{}, a.Breaks...)}
	}
	return writeJSON(w, struct {
		Schema  string       `json:"schema"`
		Metric  string       `json:"metric"`
		By      string       `json:"by"`
		Target  money.Amount `json:"target"`
		Now     money.Amount `json:"now"`
		Step    string       `json:"step"`
		Offer   string       `json:"assumed_offer,omitempty"`
		Alone   string       `json:"assumed_offer_total,omitempty"`
		Within  bool         `json:"within_reach"`
		Answers []answerJSON `json:"answers"`
	}{schema("seek"), s.Metric, s.By.String(), s.Target, s.Now, s.Step, s.Made, alone(s.Assumed), s.Within, list})
}

// alone is the figure with an offer that was made and takes nothing off.
func alone(a whatif.Assumed) string {
	if a.Made == "" {
		return ""
	}
	return a.Alone.String()
}

// SeekCSV writes the answers of a goal seek, a row each.
func SeekCSV(w io.Writer, s Sought) error {
	rows := [][]string{{"value", "total", "miss", "breaks"}}
	for _, a := range s.Answers {
		rows = append(rows, []string{a.Value, a.Total.String(), a.Miss.String(), cell(strings.Join(a.Breaks, " "))})
	}
	return writeCSV(w, rows)
}
