package state

import (
	"os"
	"path/filepath"
	"testing"
)

func TestFirst(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "yet")
	if !In(dir).First() {
		t.Error("the first time is not the first")
	}
	if In(dir).First() {
		t.Error("the second time is the first again")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if In(filepath.Join(file, "state")).First() {
		t.Error("where nothing can be noted, every time would be the first")
	}
}
