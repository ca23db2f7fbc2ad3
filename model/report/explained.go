package report

import (
	"io"

	"termsheet/model/rules"
)

// ExplainText writes an explanation for a terminal, with the rules it cites.
func ExplainText(w io.Writer, e Explanation, book *rules.Rulebook) error {
	var p page
	p.line(e.Path + " = " + e.Value)
	p.item("  ", oneLine(e.What))
	if e.Formula != "" {
		p.section("Formula")
		p.item("  ", e.Formula)
	}
	if len(e.Inputs) > 0 {
		p.section("Inputs")
		t := &table{head: []string{"", ""}, left: 1, last: true}
		for _, i := range e.Inputs {
			t.add(i.Name, i.Value)
		}
		p.table(t)
	}
	if len(e.Rules) > 0 {
		p.section("Rules")
	}
	for _, id := range e.Rules {
		if r, ok := book.Rule(id); ok {
			p.rule(r, book)
		} else {
			p.item("  ", id+" is not in the rulebook")
		}
	}
	return p.flush(w)
}

type explanationJSON struct {
	Schema  string      `json:"schema"`
	Path    string      `json:"path"`
	Value   string      `json:"value"`
	What    string      `json:"what"`
	Formula string      `json:"formula"`
	Inputs  []inputJSON `json:"inputs"`
	Rules   []ruleJSON  `json:"rules"`
}

type inputJSON struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Path  string `json:"path"`
}

// ExplainJSON writes an explanation as one object, termsheet.explain/1.
func ExplainJSON(w io.Writer, e Explanation, book *rules.Rulebook) error {
	out := explanationJSON{Schema: schema("explain"), Path: e.Path, Value: e.Value, What: e.What, Formula: e.Formula,
		Inputs: make([]inputJSON, len(e.Inputs)), Rules: []ruleJSON{}}
	for i, in := range e.Inputs {
		out.Inputs[i] = inputJSON{in.Name, in.Value, in.Path.String()}
	}
	for _, id := range e.Rules {
		if r, ok := book.Rule(id); ok {
			out.Rules = append(out.Rules, ruleOf(r))
		}
	}
	return writeJSON(w, out)
}
