package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/tui"
	"termsheet/tui/play"
)

// rulebook is the built-in one.
func rulebook(t testing.TB) *rules.Rulebook {
	t.Helper()
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func open(t testing.TB, ref string) *scenarios.Document {
	t.Helper()
	doc, err := scenarios.Open(ref)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// stage puts a scenario on a screen of its own.
func stage(t testing.TB, doc *scenarios.Document, w, h int) *play.Stage {
	t.Helper()
	s, err := play.New(doc, play.Options{Width: w, Height: h, Book: rulebook(t)})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// press presses keys written as words.
func press(t testing.TB, s *play.Stage, words string) {
	t.Helper()
	if err := s.Keys(words); err != nil {
		t.Fatal(err)
	}
}

// typist presses keys in an application that may write files, and does what
// follows from each.
func typist(t testing.TB, app *tui.App) func(words string) {
	return func(words string) {
		t.Helper()
		keys, err := play.Keys(words)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			if _, cmd := app.Update(key); cmd != nil {
				app.Update(cmd())
			}
		}
	}
}

// wantOn fails unless the screen holds all of the texts.
func wantOn(t testing.TB, s *play.Stage, texts ...string) {
	t.Helper()
	screen := s.Text()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			t.Errorf("%q is not on the screen:\n%s", text, screen)
		}
	}
}

// written is a scenario file of its own.
func written(t testing.TB, text string) *scenarios.Document {
	t.Helper()
	path := filepath.Join(t.TempDir(), "deal.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return open(t, path)
}
