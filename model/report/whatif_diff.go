package report

import (
	"cmp"
	"io"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/whatif"
)

// Differs is what makes one scenario of another.
type Differs struct {
	From, To *deal.Scenario
	*whatif.Difference
}

// DiffText writes what two scenarios differ in for a terminal, in the order in
// which the inputs are changed.
func DiffText(w io.Writer, d Differs) error {
	var p page
	p.line("from " + whose(d.From))
	p.line("to   " + whose(d.To))
	p.section("What each input changes in " + d.Metric + ", those above it changed before")
	t := &table{head: []string{"input", "effect", "change"}, left: 1, last: true}
	t.add("before", d.Before.Grouped(), "")
	for _, c := range d.Changes {
		effect := c.Effect.Signed()
		if c.Joined {
			effect = "with the next"
		}
		t.add(c.Path.String(), effect, cmp.Or(c.From, "none")+" to "+cmp.Or(c.To, "none"))
	}
	t.add(rule...)
	t.add("after", d.After.Grouped(), "")
	t.add("difference", (d.After - d.Before).Signed(), "")
	p.table(t)
	return p.flush(w)
}

// whose names a scenario.
func whose(s *deal.Scenario) string {
	name := oneLine(s.Title) + " (" + s.File
	if s.Variant != deal.Base && s.Variant != "" {
		name += ", variant " + s.Variant
	}
	return name + ")"
}

type changeJSON struct {
	Path   string       `json:"path"`
	From   string       `json:"from"`
	To     string       `json:"to"`
	Effect money.Amount `json:"effect"`
	Joined bool         `json:"with_next,omitempty"`
}

// DiffJSON writes what two scenarios differ in as one object, termsheet.diff/1.
func DiffJSON(w io.Writer, d Differs) error {
	list := make([]changeJSON, len(d.Changes))
	for i, c := range d.Changes {
		list[i] = changeJSON{c.Path.String(), c.From, c.To, c.Effect, c.Joined}
	}
	return writeJSON(w, struct {
		Schema  string       `json:"schema"`
		Metric  string       `json:"metric"`
		Before  money.Amount `json:"before"`
		After   money.Amount `json:"after"`
		Changes []changeJSON `json:"changes"`
	}{schema("diff"), d.Metric, d.Before, d.After, list})
}

// DiffCSV writes what two scenarios differ in, a row an input.
func DiffCSV(w io.Writer, d Differs) error {
	rows := [][]string{{"path", "from", "to", "effect"}}
	for _, c := range d.Changes {
		rows = append(rows, []string{cell(c.Path.String()), cell(c.From), cell(c.To), c.Effect.String()})
	}
	return writeCSV(w, rows)
}
