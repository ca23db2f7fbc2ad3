package tui

import (
	"os"
	"path/filepath"
	"testing"

	"termsheet/scenarios"
	"termsheet/tui/recovery"
)

// TestKeepsAgain writes a draft that could not be written once more, where there
// is room by then.
func TestKeepsAgain(t *testing.T) {
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := scenarios.Open("lapse")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "drafts")
	if err := os.WriteFile(dir, nil, 0o600); err != nil { // in the way
		t.Fatal(err)
	}
	store := recovery.In(dir)
	t.Cleanup(func() { store.Close() })
	a, err := New(doc, Options{Book: book, Theme: "dark", Width: 80, Height: 24, Drafts: store})
	if err != nil {
		t.Fatal(err)
	}
	a.runKey("+")
	msg := a.keep()().(keptMsg)
	if msg.err == nil || a.handle(msg) == nil {
		t.Fatalf("a draft that cannot be kept is not tried again: %v", msg.err)
	}
	if a.keep() != nil {
		t.Error("it is tried again at once")
	}
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	a.handle(againKeepMsg{msg.have})
	again := a.keep()
	if again == nil {
		t.Fatal("it is never tried again")
	}
	if msg := again().(keptMsg); msg.err != nil {
		t.Error(msg.err)
	}
}
