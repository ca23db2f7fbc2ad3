package rules

import (
	"fmt"
	"slices"
	"strings"

	"termsheet/model/calendar"
	"termsheet/model/deal"
)

// Entry is one key of a rulebook file with its value: a string, an int64, a
// bool, a calendar.Day, a []any of these, or in a list a map[string]any.
type Entry struct {
	Path  deal.Path
	Value any
}

// Problem is what is wrong with a key of a rulebook file.
type Problem struct {
	Path         deal.Path
	Message, Fix string
}

// Overlay lays entries over others, key by key; what is new comes last.
func Overlay(base, over []Entry) []Entry {
	out := slices.Clone(base)
	for _, e := range over {
		if i := slices.IndexFunc(out, func(b Entry) bool { return slices.Equal(b.Path, e.Path) }); i >= 0 {
			out[i] = e
		} else {
			out = append(out, e)
		}
	}
	return out
}

// New makes a rulebook of the keys of its file, or says everything that is
// wrong with them.
func New(entries []Entry) (*Rulebook, []Problem) {
	r := reader{rb: &Rulebook{}, given: map[string]bool{}}
	for _, e := range entries {
		if fix := r.take(e); fix != "" {
			r.problem(e.Path, fmt.Sprintf("%s cannot be %q", e.Path, written(e.Value)), fix)
		}
	}
	r.finish()
	if len(r.problems) > 0 {
		return nil, r.problems
	}
	return r.rb, nil
}

// reader gathers a rulebook entry by entry.
type reader struct {
	rb       *Rulebook
	given    map[string]bool // keys of numbers that were there
	problems []Problem
}

func (r *reader) problem(path deal.Path, message, fix string) {
	r.problems = append(r.problems, Problem{path, message, fix})
}

// take stores one entry; a value that is not allowed gets a fix.
func (r *reader) take(e Entry) (fix string) {
	switch {
	case len(e.Path) == 1 && e.Path[0] == "read":
		return date(func(rb *Rulebook) *calendar.Day { return &rb.Read })(r.rb, "", e.Value)
	case len(e.Path) == 2 && e.Path[0] == "settings":
		return r.number(e, "", e.Path[1], "")
	case len(e.Path) == 3 && e.Path[0] == "source":
		return r.source(e)
	case len(e.Path) == 3 && e.Path[0] == "rule":
		if set, ok := attributes[e.Path[2]]; ok {
			return set(r.rule(e.Path[1]), e.Value)
		}
		return r.number(e, e.Path[1], e.Path[2], "")
	case len(e.Path) == 4 && e.Path[0] == "rule":
		return r.number(e, e.Path[1], e.Path[2], e.Path[3])
	}
	r.problem(e.Path, fmt.Sprintf("unknown key %s", e.Path), "use read, [settings], [rule.ID] or [source.KEY]")
	return ""
}

// number stores a number of a rule, or a setting.
func (r *reader) number(e Entry, rule, name, sub string) (fix string) {
	i := slices.IndexFunc(keys, func(k key) bool { return k.rule == rule && k.name == name })
	if i < 0 {
		r.problem(e.Path, fmt.Sprintf("unknown key %s", e.Path), knownKeys(rule))
		return ""
	}
	r.given[rule+" "+name] = true
	if rule != "" {
		named := Number{Key: deal.Path(e.Path[2:]).String(), Value: written(e.Value)}
		to := r.rule(rule)
		to.Numbers = append(to.Numbers, named)
	}
	return keys[i].put(r.rb, sub, e.Value)
}

// knownKeys says what may stand in a rule.
func knownKeys(rule string) string {
	var names []string
	for _, k := range keys {
		if k.rule == rule {
			names = append(names, k.name)
		}
	}
	if len(names) == 0 {
		return "take it out: this rule has no numbers"
	}
	return "use " + strings.Join(names, ", ")
}

func (r *reader) rule(id string) *Rule {
	for i := range r.rb.Rules {
		if r.rb.Rules[i].ID == id {
			return &r.rb.Rules[i]
		}
	}
	r.rb.Rules = append(r.rb.Rules, Rule{ID: id})
	return &r.rb.Rules[len(r.rb.Rules)-1]
}

func (r *reader) source(e Entry) (fix string) {
	i := slices.IndexFunc(r.rb.Sources, func(s Source) bool { return s.Key == e.Path[1] })
	if i < 0 {
		i = len(r.rb.Sources)
		r.rb.Sources = append(r.rb.Sources, Source{Key: e.Path[1]})
	}
	text, _ := e.Value.(string)
	switch e.Path[2] {
	case "title":
		r.rb.Sources[i].Title = text
	case "where":
		r.rb.Sources[i].Where = text
	default:
		return "use title and where"
	}
	if text == "" {
		return "write a text"
	}
	return ""
}

// attributes are what every rule has besides its numbers.
var attributes = map[string]func(*Rule, any) (fix string){
	"text":    func(r *Rule, v any) string { return text(&r.Text, v) },
	"reading": func(r *Rule, v any) string { return text(&r.Reading, v) },
	"why":     func(r *Rule, v any) string { return text(&r.Why, v) },
	"read": func(r *Rule, v any) string {
		day, ok := v.(calendar.Day)
		if r.Read = day; !ok {
			return "write a date: 2026-02-01"
		}
		return ""
	},
	"confidence": func(r *Rule, v any) string {
		if fix := text(&r.Confidence, v); fix != "" || !slices.Contains(Confidences, r.Confidence) {
			return "write one of " + strings.Join(Confidences, ", ")
		}
		return ""
	},
	"source": func(r *Rule, v any) (fix string) {
		list, ok := stringsOf(v)
		if !ok {
			return `write keys of [source]: ["SEED-ID"]`
		}
		r.Sources, r.Source = list, strings.Join(list, ", ")
		return ""
	},
	"use": func(r *Rule, v any) string {
		list, ok := stringsOf(v)
		r.Use = nil
		for _, s := range list {
			ok = ok && slices.Contains(Uses, Use(s))
			r.Use = append(r.Use, Use(s))
		}
		if !ok {
			return fmt.Sprintf("write a list of %q", Uses)
		}
		return ""
	},
}

func text(at *string, value any) (fix string) {
	s, ok := value.(string)
	if *at = s; !ok || s == "" {
		return "write a text"
	}
	return ""
}

// finish fills in what a rule may leave out and finds what it may not.
func (r *reader) finish() {
	for _, k := range keys {
		if !r.given[k.rule+" "+k.name] {
			path := deal.P("rule", k.rule, k.name)
			if k.rule == "" {
				path = deal.P("settings", k.name)
			}
			r.problem(path, fmt.Sprintf("%s is missing", path), "give it a value")
		}
	}
	for i := range r.rb.Rules {
		rule := &r.rb.Rules[i]
		if rule.Read == 0 {
			rule.Read = r.rb.Read
		}
		path := deal.P("rule", rule.ID)
		if rule.Text == "" || rule.Confidence == "" || len(rule.Sources) == 0 || len(rule.Use) == 0 {
			r.problem(path, fmt.Sprintf("unknown rule %s, or one without text, source, confidence or use", rule.ID), "lay numbers over the rules that there are")
		}
		if rule.Is(NotApplicable) && (rule.Why == "" || len(rule.Use) > 1) {
			r.problem(path.With("use"), fmt.Sprintf("rule %s is not applicable, and needs why as its only use", rule.ID), "give it why, and no other use")
		} else if !rule.Is(NotApplicable) && rule.Why != "" {
			r.problem(path.With("use"), fmt.Sprintf("rule %s is put to a use, and says why it is not applicable", rule.ID), "leave its use as it is")
		}
		for _, s := range rule.Sources {
			if _, ok := r.rb.Source(s); !ok {
				r.problem(path.With("source"), fmt.Sprintf("there is no [source.%s]", s), "add its title and where")
			}
		}
	}
}
