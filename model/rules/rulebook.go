// Package rules knows what the market allows: a rulebook of rules with their
// sources and numbers, and the checks that hold products and scenarios against
// it.
package rules

import (
	"slices"
	"strings"

	"termsheet/model/calendar"
)

// Rulebook is a rulebook that has been read: every rule, every number.
type Rulebook struct {
	Read     calendar.Day // the day the texts were read, where a rule has none of its own
	Rules    []Rule       // in the order of the file
	Sources  []Source
	Numbers  Numbers
	Settings Settings
}

// Rule is one rule of the market as we understand it.
type Rule struct {
	ID         string
	Text       string   // the rule, in one or two sentences
	Reading    string   // how we read it where the texts leave room; may be empty
	Source     string   // the keys of its sources, the one we follow first
	Sources    []string // the same, one by one
	Confidence string   // A, B or C
	Read       calendar.Day
	Use        []Use
	Why        string   // why it is not applicable
	Numbers    []Number // its limits, periods and rates, as the file has them
}

// Number is a limit, a period or a rate of a rule, or a setting, as text.
type Number struct{ Key, Value string }

// Source is where a rule was read.
type Source struct{ Key, Title, Where string }

// Use is what the program does with a rule.
type Use string

// The uses of a rule.
const (
	Priced        Use = "priced"
	Checked       Use = "checked"
	Shown         Use = "shown"
	NotApplicable Use = "not applicable"
)

// Uses lists every use, for messages and checks.
var Uses = []Use{Priced, Checked, Shown, NotApplicable}

// Confidences lists the grades of confidence, the best first.
var Confidences = []string{"A", "B", "C"}

// Rule finds a rule by its ID.
func (rb *Rulebook) Rule(id string) (Rule, bool) {
	for i := range rb.Rules {
		if strings.EqualFold(rb.Rules[i].ID, id) {
			return rb.Rules[i], true
		}
	}
	return Rule{}, false
}

// Source finds a source by its key.
func (rb *Rulebook) Source(key string) (Source, bool) {
	i := slices.IndexFunc(rb.Sources, func(s Source) bool { return s.Key == key })
	if i < 0 {
		return Source{}, false
	}
	return rb.Sources[i], true
}

// Is tells whether the rule is put to a use.
func (r Rule) Is(u Use) bool { return slices.Contains(r.Use, u) }
