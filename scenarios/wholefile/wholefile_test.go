package wholefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	for _, c := range []struct {
		mode fs.FileMode
		text string
	}{{0o600, "one"}, {0o640, "longer than one"}, {0o600, ""}} {
		if err := Write(path, c.mode, []byte(c.text)); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		text, err2 := os.ReadFile(path)
		if err := errors.Join(err, err2); err != nil || string(text) != c.text || info.Mode() != c.mode {
			t.Errorf("got %q, %v, %v", text, info.Mode(), err)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

// A write that fails leaves the file as it was, and nothing beside it.
func TestWriteThatFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	if err := os.MkdirAll(filepath.Join(path, "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, 0, []byte("x")); err == nil || strings.Contains(err.Error(), dir) {
		t.Errorf("a folder is replaced by a file, or a path is told: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	if err := Write(filepath.Join(dir, "no", "a"), 0, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("in a folder that is not there: %v", err)
	}
}

// A reader that has the file open goes on reading what it opened.
func TestWriteReplaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	open, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	if err := Write(path, 0, []byte("after")); err != nil {
		t.Fatal(err)
	}
	got := make([]byte, 10)
	if n, _ := open.Read(got); string(got[:n]) != "before" {
		t.Errorf("the open file reads %q", got[:n])
	}
}
