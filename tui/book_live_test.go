package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"termsheet/tui"
)

// liveBook opens a book of its own in an application that runs.
func liveBook(t *testing.T) (l *live, path, text string) {
	t.Helper()
	raw, err := os.ReadFile("testdata/book.csv")
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "book.csv")
	put(t, path, string(raw))
	l = openLive(t, "price-rise-existing", tui.Options{})
	l.press(`: type:"book ` + path + `" enter`)
	l.sees("14 rows of 13 accounts", "affected, +")
	return l, path, string(raw)
}

// TestBookFollowsDisk reads a book again that changes on disk, and says so; of one
// that is broken or gone the last figures stay.
func TestBookFollowsDisk(t *testing.T) {
	t.Parallel()
	l, path, text := liveBook(t)
	row := "heron,2026-12-01,2027-01-01,12,auto,m5.large,1,5,,\n"
	put(t, path, text+row)
	l.sees("✓ book.csv has changed on disk, and was read again: ", "15 rows of 14 accounts")
	l.press("down")
	l.lacks("has changed")

	put(t, path, text+strings.Replace(row, "m5.large", "m5.huge", 1))
	l.sees("! book.csv: line 16: ", "; its last figures stay", "broken file, figures as read before", "15 rows of 14 accounts")
	l.press("up")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	l.sees("! book.csv is gone from the disk; its last figures stay", "no file, figures as read before", "15 rows of 14 accounts")
	put(t, path, text)
	l.sees("✓ book.csv has changed on disk, and was read again: ", "14 rows of 13 accounts", "2027-03 to 2028-02")
	l.press("esc")
	l.sees("▸ Timeline")
	put(t, path, text+row)
	l.idle()
	l.lacks("Book:", "has changed")
}

// TestBookComes reads a book as soon as it is there.
func TestBookComes(t *testing.T) {
	t.Parallel()
	_, _, text := liveBook(t)
	path := filepath.Join(t.TempDir(), "late.csv")
	l := openLive(t, "price-rise-existing", tui.Options{})
	l.press(`: type:"book ` + path + `" enter`)
	l.sees("there is no such file", "stopped")
	put(t, path, "nonsense\n")
	l.sees("! late.csv: ", "It is read again as soon as it changes.")
	put(t, path, text)
	l.sees("✓ late.csv has changed on disk", "14 rows of 13 accounts")
}

// TestBookWaits does not pull away what the user is at.
func TestBookWaits(t *testing.T) {
	t.Parallel()
	l, path, text := liveBook(t)
	l.press("tab 7")
	put(t, path, text+"heron,2026-12-01,2027-01-01,12,auto,m5.large,1,5,,\n")
	l.idle()
	l.lacks("15 rows")
	l.press("esc")
	l.sees("15 rows of 14 accounts", "✓ book.csv has changed")
}
