package explain

import (
	"fmt"
	"strings"

	"termsheet/model/rules"
)

// rules are the lines of a page that open rules: each with its sentence, where
// it was read and when.
func (s Source) rules(ids []string) []item {
	var list []item
	for _, id := range ids {
		r, known := s.Book.Rule(id)
		if !known {
			continue
		}
		list = append(list, item{section: rulesSection, label: r.ID, under: []string{r.Text, "read " + r.Read.String() + " in " + s.sources(r)},
			open: func() (*Page, error) { return s.Rule(r.ID) }})
	}
	return list
}

func (s Source) sources(r rules.Rule) string {
	names := make([]string, len(r.Sources))
	for i, key := range r.Sources {
		names[i] = key
		if source, known := s.Book.Source(key); known && source.Title != "" {
			names[i] = source.Title
		}
	}
	return strings.Join(names, "; ")
}

// Rule is all that is known of a rule.
func (s Source) Rule(id string) (*Page, error) {
	r, known := s.Book.Rule(id)
	if !known {
		return nil, fmt.Errorf("the rulebook has no rule %s", id)
	}
	p := &Page{title: "Rule " + r.ID, what: r.Text}
	add := func(section, label string, under ...string) {
		p.items = append(p.items, item{section: section, label: label, under: under})
	}
	if r.Reading != "" {
		add("How we read it", r.Reading)
	}
	for _, n := range r.Numbers {
		p.items = append(p.items, item{section: "Its numbers", label: strings.ReplaceAll(n.Key, "_", " "), value: n.Value})
	}
	uses := make([]string, len(r.Use))
	for i, u := range r.Use {
		uses[i] = string(u)
	}
	add("What it does here", strings.TrimSuffix(strings.Join(uses, ", ")+": "+r.Why, ": "))
	for _, key := range r.Sources {
		source, found := s.Book.Source(key)
		if !found {
			add("Sources", key)
			continue
		}
		add("Sources", key+": "+source.Title, source.Where)
	}
	add("Read", r.Read.String()+", confidence "+r.Confidence+confidences[r.Confidence])
	return p, nil
}

// confidences says how far a rule can be trusted.
var confidences = map[string]string{
	"A": ": the operator's current text",
	"B": ": an older text, or a short excerpt",
	"C": ": somebody else's word",
}
