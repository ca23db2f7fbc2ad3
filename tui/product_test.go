package tui_test

import (
	"path/filepath"
	"testing"

	"termsheet/scenarios"
)

// TestOwnProduct begins a deal on a product file, and saves it beside that.
func TestOwnProduct(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	text, err := scenarios.OpenProduct("quillmere-desk")
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "own.toml"), string(text.Text()))
	s := stage(t, open(t, "lapse"), 80, 24)
	if err := s.Line(":product own.toml"); err != nil {
		t.Fatal(err)
	}
	wantOn(t, s, "New deal: Quillmere Service Desk", "agents", "290.00")
	if err := s.Line(":product other.toml"); err != nil {
		t.Fatal(err)
	}
	wantOn(t, s, "there is no such file")
}
