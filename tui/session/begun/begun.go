// Package begun begins sessions for tests.
package begun

import (
	"testing"

	"termsheet/scenarios"
	"termsheet/tui/session"
)

// On is a session on a built-in scenario, under the built-in rulebook.
func On(t testing.TB, name string) *session.Session {
	t.Helper()
	doc, err := scenarios.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	return with(t, doc)
}

// In is a session on the text of a scenario file.
func In(t testing.TB, text string) *session.Session {
	t.Helper()
	doc, err := scenarios.Read("deal.toml", []byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	return with(t, doc)
}

func with(t testing.TB, doc *scenarios.Document) *session.Session {
	t.Helper()
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	return session.New(doc, book.Conventions())
}
