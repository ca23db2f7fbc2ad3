package whatif

import (
	"slices"
	"strings"
	"testing"

	"termsheet/scenarios"
	"termsheet/tui/input"
	"termsheet/tui/session"
)

// TestKeys holds the help against what the questions do: every key that is told
// does something, and every key of the footer is told.
func TestKeys(t *testing.T) {
	doc, err := scenarios.Open("hour-by-hour")
	if err != nil {
		t.Fatal(err)
	}
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(doc, book.Conventions())
	for _, word := range Names() {
		var told []string
		for _, k := range opened(t, s, word).list() {
			for _, name := range k.Keys {
				told = append(told, name)
				key, ok := input.Named(name)
				if !ok {
					t.Fatalf("%s: there is no key %s", word, name)
				}
				if intent, ok := opened(t, s, word).Press(key); !ok {
					t.Errorf("%s: %s does nothing (%+v)", word, name, intent)
				}
			}
		}
		general := []string{"?", "u", "ctrl+u", "arrows", "0-9"}
		for _, hint := range opened(t, s, word).Footer() {
			for _, name := range strings.Fields(hint[0]) {
				if !slices.Contains(told, name) && !slices.Contains(general, name) {
					t.Errorf("%s: the footer has %s, the help does not", word, name)
				}
			}
		}
	}
}

func (v *View) list() []Key {
	_, list := v.Keys()
	return list
}

// opened is a question with its answer.
func opened(t *testing.T, s *session.Session, word string) *View {
	t.Helper()
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	var v View
	v.Open("m5.large", word)
	work := v.Ask(s, book)
	if !v.Hear(work()) {
		t.Fatalf("%s has no answer", word)
	}
	return &v
}
