package report

import (
	"io"
	"strings"

	"termsheet/model/rules"
)

// rule writes a rule with its reading, its sources and the day it was read.
func (p *page) rule(r rules.Rule, book *rules.Rulebook) {
	p.item("  ", r.ID+": "+oneLine(r.Text))
	if r.Reading != "" {
		p.item("    ", "as we read it: "+oneLine(r.Reading))
	}
	p.item("    ", "confidence "+r.Confidence+", read "+r.Read.String()+", source:")
	p.sources("    ", r, book)
}

// sources are the places a rule was read, a line each. Addresses stay whole,
// however long they are.
func (p *page) sources(mark string, r rules.Rule, book *rules.Rulebook) {
	for _, key := range r.Sources {
		where := key
		if s, ok := book.Source(key); ok && s.Where != "" {
			where = s.Where
			if !strings.Contains(where, "://") {
				where = key + ", " + where
			}
		}
		p.WriteString(mark + Clean(where) + "\n")
	}
}

type ruleJSON struct {
	ID         string `json:"id"`
	Text       string `json:"text"`
	Source     string `json:"source"`
	Read       string `json:"read"`
	Reading    string `json:"reading"`
	Confidence string `json:"confidence"`
}

func ruleOf(r rules.Rule) ruleJSON {
	return ruleJSON{r.ID, r.Text, r.Source, r.Read.String(), r.Reading, r.Confidence}
}

// Rules writes a list of rules for a terminal, a line or two each.
func Rules(w io.Writer, list []rules.Rule) error {
	var p page
	t := &table{head: []string{"rule", "", "what it says"}, left: 2, last: true}
	for _, r := range list {
		t.add(r.ID, r.Confidence, oneLine(r.Text))
	}
	p.table(t)
	return p.flush(w)
}

// RulesJSON writes a list of rules as one object, termsheet.rules/1.
func RulesJSON(w io.Writer, list []rules.Rule) error {
	out := make([]ruleJSON, len(list))
	for i, r := range list {
		out[i] = ruleOf(r)
	}
	return writeJSON(w, struct {
		Schema string     `json:"schema"`
		Rules  []ruleJSON `json:"rules"`
	}{schema("rules"), out})
}

// Rule writes all that is known of one rule for a terminal.
func Rule(w io.Writer, r rules.Rule, book *rules.Rulebook) error {
	var p page
	p.line(r.ID + ": " + oneLine(r.Text))
	p.WriteString("\n")
	t := &table{head: []string{"", ""}, left: 1, last: true}
	if r.Reading != "" {
		t.add("as we read it", oneLine(r.Reading))
	}
	uses := make([]string, len(r.Use))
	for i, u := range r.Use {
		uses[i] = string(u)
	}
	t.add("used", strings.Join(uses, ", "))
	if r.Why != "" {
		t.add("why", oneLine(r.Why))
	}
	for _, n := range r.Numbers {
		t.add(words(n.Key), n.Value)
	}
	t.add("confidence", r.Confidence)
	t.add("read", r.Read.String())
	p.table(t)
	p.section("Sources")
	p.sources("  ", r, book)
	return p.flush(w)
}
