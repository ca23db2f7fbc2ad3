package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestComparedFilesFollow reads a file of the comparison again when it changes
// on disk. While it is broken, or gone, its last good figures stay, marked.
func TestComparedFilesFollow(t *testing.T) {
	l, _ := goLive(t)
	other := filepath.Join(t.TempDir(), "other.toml")
	text := strings.Replace(liveDeal, "annual = 4 # X", "annual = 5", 1) + "\n[variant.\"Six\".instance.\"m5.large\"]\nannual = 6\n"
	put(t, other, text)
	l.press(`: type:"compare base ` + other + `:*" enter`)
	l.sees("╭▸ Compare", "other: Six", "X annual")
	put(t, other, strings.Replace(text, "annual = 5", "annual = 2", 1))
	l.sees("other.toml has changed on disk, and was read again", "▲ +1,684.80")
	put(t, other, strings.Replace(text, "annual = 5", "annual = five", 1))
	l.sees("broken file", "other.toml; its last good figures stay: ", "▲ +1,684.80")
	put(t, other, text)
	l.sees("other.toml has changed on disk", "▼ -842.40")
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	l.sees("broken file", "is gone from the disk")
	l.press("esc")
	l.sees("╭▸ Instance mix")
	put(t, other, text)
	l.press("c")
	l.sees("╭▸ Compare")
}
