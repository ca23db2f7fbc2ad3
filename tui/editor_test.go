package tui

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"termsheet/scenarios"
)

// editing is the application on a file of its own, without anything in the
// background.
func editing(t *testing.T) (*App, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "deal.toml")
	text := "product = \"northwind-ngfw\"\nstart = 2027-01-01\n[instance.\"m5.large\"]\nannual = 4\nrunning = 5\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	doc, err := scenarios.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	a, err := New(doc, Options{Book: book, Theme: "mono", Width: 120, Height: 40, Live: true})
	if err != nil {
		t.Fatal(err)
	}
	return a, path
}

// manuscriptOf opens the editor on edits that no file has.
func manuscriptOf(t *testing.T, a *App) manuscript {
	t.Helper()
	cmd, err := openEditor(a, nil)
	if err != nil {
		t.Fatal(err)
	}
	msg, ok := cmd().(writtenMsg)
	if !ok || msg.err != nil {
		t.Fatalf("no manuscript was written: %+v", msg)
	}
	t.Cleanup(func() { os.Remove(msg.manuscript.path) })
	return msg.manuscript
}

// write is the user in the editor.
func write(t *testing.T, d manuscript, from, to string) {
	t.Helper()
	text, err := os.ReadFile(d.path)
	if err == nil {
		err = os.WriteFile(d.path, []byte(strings.Replace(string(text), from, to, 1)), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// leave is the user leaving it.
func leave(a *App, d manuscript, err error) {
	for cmd := (editedMsg{&d, err}).reach(a); cmd != nil; {
		msg := cmd()
		cmd = nil
		if taken, ok := msg.(takenMsg); ok {
			cmd = taken.reach(a)
		}
	}
}

func change(t *testing.T, a *App) {
	t.Helper()
	if _, err := a.Do("set m5.large annual 6"); err != nil {
		t.Fatal(err)
	}
}

// TestDraft edits the text of unsaved edits, in one step of undo.
func TestDraft(t *testing.T) {
	a, path := editing(t)
	change(t, a)
	d := manuscriptOf(t, a)
	write(t, d, "annual = 6", "annual = 3")
	leave(a, d, nil)
	if text := string(a.session.Document().Text()); !strings.Contains(text, "annual = 3") || !a.session.Edited() {
		t.Errorf("the deal is\n%s", text)
	}
	if !strings.Contains(a.message.text, "edited the text; this deal ") {
		t.Errorf("says %q", a.message.text)
	}
	if what, _ := a.session.Undo(); what != "edited the text" || !strings.Contains(string(a.session.Document().Text()), "annual = 6") {
		t.Errorf("undo of %q does not bring back what was", what)
	}
	if _, err := os.Stat(d.path); err == nil {
		t.Error("the manuscript is still there")
	}
	if text, _ := os.ReadFile(path); strings.Contains(string(text), "annual = 3") {
		t.Error("the file was written")
	}
}

// TestBrokenDraft keeps a text that does not read, and the deal as it was.
func TestBrokenDraft(t *testing.T) {
	a, _ := editing(t)
	change(t, a)
	before := a.session.Document()
	d := manuscriptOf(t, a)
	write(t, d, "annual = 6", "anual = 6")
	leave(a, d, nil)
	if a.session.Document() != before || !strings.Contains(a.message.text, "deal.toml:4:1: unknown key") || !strings.Contains(a.message.text, "E goes on") {
		t.Errorf("says %q", a.message.text)
	}
	if a.manuscript == nil || a.manuscript.path != d.path || a.manuscript.line != 4 {
		t.Fatalf("the text is lost: %+v", a.manuscript)
	}
	write(t, d, "anual = 6", "annual = 7")
	leave(a, *a.manuscript, nil)
	if !strings.Contains(string(a.session.Document().Text()), "annual = 7") || a.manuscript != nil {
		t.Errorf("the text that was put right is not taken; says %q", a.message.text)
	}
}

// TestAbandonedDraft takes nothing over from an editor that failed or was left
// with an error.
func TestAbandonedDraft(t *testing.T) {
	a, _ := editing(t)
	change(t, a)
	before := a.session.Document()
	d := manuscriptOf(t, a)
	write(t, d, "annual = 6", "annual = 3")
	leave(a, d, errors.New("exit status 1"))
	if a.session.Document() != before || !strings.Contains(a.message.text, "the editor ended with exit status 1") {
		t.Errorf("says %q", a.message.text)
	}
	same := manuscriptOf(t, a)
	leave(a, same, nil)
	if a.session.Document() != before || a.message.text != "the text is as it was" {
		t.Errorf("says %q", a.message.text)
	}
}

// TestEditorOnFile opens the file itself where it has all there is, and reads it
// then.
func TestEditorOnFile(t *testing.T) {
	t.Setenv("VISUAL", "no-such-editor --wait")
	a, path := editing(t)
	cmd, err := openEditor(a, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, written := cmd().(writtenMsg); written {
		t.Error("a manuscript is written of a file without edits")
	}
	editedMsg{}.reach(a)
	if text := strings.Replace(string(a.session.Document().Text()), "annual = 4", "annual = 9", 1); os.WriteFile(path, []byte(text), 0o600) != nil {
		t.Fatal("cannot write")
	}
	msg, ok := a.readChanged()().(diskMsg)
	if !ok {
		t.Fatal("the file is not read again")
	}
	a.Update(msg)
	if !strings.Contains(string(a.session.Document().Text()), "annual = 9") || a.session.Edited() {
		t.Errorf("says %q", a.message.text)
	}
}

func TestEditorOff(t *testing.T) {
	a, _ := editing(t)
	a.opts.Live = false
	if editorOff(a) == "" {
		t.Error("an editor opens without a terminal")
	}
}

func TestOpening(t *testing.T) {
	for _, c := range []struct {
		editor string
		line   int
		want   string
	}{
		{"vi", 0, "f"}, {"/usr/bin/vim", 12, "+12 f"}, {"nano", 3, "+3 f"}, {"code", 3, "f"},
	} {
		if got := opening(c.editor, "f", c.line); !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("%s at line %d is told %q", c.editor, c.line, got)
		}
	}
}
