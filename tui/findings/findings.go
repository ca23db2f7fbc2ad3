// Package findings is the list of what the rulebook has to say about the deal:
// the findings of `termsheet check`, the fields they are about, and where to
// see them.
package findings

import (
	"cmp"
	"slices"

	"termsheet/model/rules"
	"termsheet/scenarios/check"
	"termsheet/tui/pane"
)

// List is the findings of a document, the gravest first, with a cursor.
type List struct {
	found  []check.Placed
	at     int
	window pane.Window
}

// Set takes over what was found and tells whether it is anything else than
// before. The cursor stays on its finding.
func (l *List) Set(found []check.Placed) bool {
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b check.Placed) int { return cmp.Compare(a.Severity, b.Severity) })
	if slices.EqualFunc(found, l.found, same) {
		return false
	}
	chosen, any := l.Chosen()
	l.found = found
	if i := slices.IndexFunc(found, func(f check.Placed) bool { return f.Rule == chosen.Rule && f.Line == chosen.Line }); any && i >= 0 {
		l.at = i
	}
	l.at = max(min(l.at, len(found)-1), 0)
	return true
}

func same(a, b check.Placed) bool {
	return a.Finding == b.Finding && slices.Equal(a.Of.Path, b.Of.Path) && slices.Equal(a.Of.Shared, b.Of.Shared)
}

// Count is how many findings there are, and the gravest of them.
func (l *List) Count() (int, rules.Severity) {
	if len(l.found) == 0 {
		return 0, rules.Note
	}
	return len(l.found), l.found[0].Severity
}

// Chosen is the finding at the cursor.
func (l *List) Chosen() (check.Placed, bool) {
	if len(l.found) == 0 {
		return check.Placed{}, false
	}
	return l.found[l.at], true
}

// Marks are the fields of a variant that something was found about.
func (l *List) Marks(variant string) pane.Marks {
	marks := pane.Marks{}
	for _, f := range l.found {
		spot, shown := spotOf(f.Of)
		if !shown || f.Of.Variant != variant && !slices.Contains(f.Of.Shared, variant) {
			continue
		}
		if worst, marked := marks[spot]; !marked || f.Severity < worst {
			marks[spot] = f.Severity
		}
	}
	return marks
}

// All are the findings, the gravest first.
func (l *List) All() []check.Placed { return l.found }
