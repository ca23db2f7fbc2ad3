package tui_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"termsheet/model/whatif/book"
	"termsheet/tui"
	"termsheet/tui/play"
)

// laid opens the book of the tests over the rise for existing customers.
func laid(t *testing.T, w, h int, more string) *play.Stage {
	t.Helper()
	s := stage(t, open(t, "price-rise-existing"), w, h)
	line(t, s, ":book testdata/book.csv"+more)
	return s
}

func line(t *testing.T, s *play.Stage, line string) {
	t.Helper()
	if err := s.Line(line); err != nil {
		t.Fatal(err)
	}
}

// file is a text as a file in a folder of its own.
func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "book.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestBookScreens(t *testing.T) {
	for _, screen := range []struct{ name, more, keys string }{
		{"book", "", "down"}, {"two years", " 24", ""}, {"beside the panes", "", "tab"}, {"whole", "", "z"},
	} {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
			t.Run(fmt.Sprintf("%s %dx%d", screen.name, size[0], size[1]), func(t *testing.T) {
				s := laid(t, size[0], size[1], screen.more)
				press(t, s, screen.keys)
				golden.RequireEqual(t, s.Text())
			})
		}
	}
}

// TestBookSizes holds the pane against every size, with names that would break
// a screen, a bad row and a row that is left out.
func TestBookSizes(t *testing.T) {
	header := "account,accepted,start,months,renew,key,annual,running,commit,level\n"
	hostile := file(t, header+strings.Repeat("x", 300)+",2026-05-01,2026-05-01,12,auto,m5.large,8,10,,\n\x1b[31m日本語の会社\x07,2026-05-01,2026-05-01,12,auto,m5.large,999999999,9999999999,,\na,b,c,d,e,f,g,h,i,j\n")
	for _, words := range []string{hostile, hostile + " skip", "testdata/book.csv 120", "nosuch.csv", "testdata"} {
		s := stage(t, open(t, "price-rise-existing"), 120, 40)
		line(t, s, ":book "+words)
		for _, w := range []int{60, 61, 79, 80, 99, 120, 149, 200, 250} {
			for _, h := range []int{15, 16, 24, 30, 38, 41, 80} {
				s.Resize(w, h)
				checkScreen(t, s, w, h)
				if strings.ContainsAny(s.Text(), "\x1b\x07") {
					t.Fatal("a name from the file reaches the terminal")
				}
			}
		}
	}
}

// TestBookFigures shows what the engine says of the same file.
func TestBookFigures(t *testing.T) {
	s := laid(t, 120, 40, "")
	scenario, _ := s.App().Session().Untried()
	list, err := book.New(scenario, s.App().Session().Conventions(), 12)
	if err != nil {
		t.Fatal(err)
	}
	in, err := os.Open("testdata/book.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	r, err := list.Run(context.Background(), in, book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantOn(t, s, fmt.Sprintf("%d rows of %d accounts", r.Agreements, r.Accounts), fmt.Sprintf("%d accounts, most from 2027-07 (8)", r.Affected),
		"+"+(r.After-r.Before).Grouped(), "p50 +"+r.P50.Grouped(), "p95 +"+r.P95.Grouped(), r.Worst[0].Name, "+"+r.Worst[0].Delta.Grouped(),
		fmt.Sprintf("✓ testdata/book.csv: %d of %d accounts affected", r.Affected, r.Accounts), "2027-03 to 2028-02")
}

// TestBookFollows lays another price change over the book as soon as the deal
// has one, and goes back with undo.
func TestBookFollows(t *testing.T) {
	s := laid(t, 120, 40, "")
	revenue := func() string {
		for _, line := range strings.Split(s.Text(), "\n") {
			if _, after, ok := strings.Cut(line, "revenue     "); ok {
				return after
			}
		}
		t.Fatalf("no revenue on\n%s", s.Text())
		return ""
	}
	before := revenue()
	line(t, s, ":day 2027-04-20")
	line(t, s, ":price m5.large hourly 0.40")
	if after := revenue(); after == before {
		t.Errorf("the book does not follow the price change: %s", after)
	}
	press(t, s, "u")
	if after := revenue(); after != before {
		t.Errorf("after undo the book has %s, before %s", after, before)
	}
	press(t, s, "v")
	wantOn(t, s, "announces no price change", "stopped")
	press(t, s, "V")
	if after := revenue(); after != before {
		t.Errorf("back at the variant the book has %s, before %s", after, before)
	}
}

// TestBookRefuses names the line of a bad row, stops there or goes on without
// it, and says what is wrong with a file.
func TestBookRefuses(t *testing.T) {
	text, err := os.ReadFile("testdata/book.csv")
	if err != nil {
		t.Fatal(err)
	}
	bad := file(t, strings.Replace(string(text), "cedar,2027-01-10,2027-02-01,12,none,m5.large", "cedar,2027-01-10,2027-02-01,12,none,m5.huge", 1))
	s := stage(t, open(t, "price-rise-existing"), 120, 40)
	line(t, s, ":book "+bad)
	wantOn(t, s, "line 5: ", "m5.huge", ":book skip to leave such rows out", "stopped")
	line(t, s, ":book skip")
	wantOn(t, s, "13 rows of 12 accounts", "left out    1 row; line 5: ")
	line(t, s, ":book off")
	if strings.Contains(s.Text(), "Book:") {
		t.Error("the book is not closed")
	}
	line(t, s, ":book 24")
	wantOn(t, s, "line 5: ", "stopped")
	for words, want := range map[string]string{
		"nosuch.csv": "there is no such file", "testdata": "is not a file", "testdata/book.csv 0": "0 months are not within 1 to 120",
	} {
		line(t, s, ":book "+words)
		wantOn(t, s, want)
	}
	empty := stage(t, open(t, "covered-baseline"), 120, 40)
	line(t, empty, ":book")
	wantOn(t, empty, "write :book FILE.csv")
	none := stage(t, open(t, "one-too-many"), 120, 40)
	line(t, none, ":book testdata/book.csv")
	wantOn(t, none, "the deal announces no price change")
}

// TestBookLeaves closes the pane with esc, and copies what is in it.
func TestBookLeaves(t *testing.T) {
	s := laid(t, 120, 40, "")
	press(t, s, "down ctrl+y")
	wantOn(t, s, "copied the table: 11 lines")
	press(t, s, "z")
	wantOn(t, s, "timeline ▸book")
	press(t, s, "esc")
	wantOn(t, s, "▸ Book:", "Instance mix")
	press(t, s, "esc")
	if strings.Contains(s.Text(), "Book:") {
		t.Error("esc does not close the book")
	}
	wantOn(t, s, "▸ Timeline")
}

// TestBookPresenting takes the book away before a buyer looks on: it has the
// names of other customers in it.
func TestBookPresenting(t *testing.T) {
	s := laid(t, 120, 40, "")
	wantOn(t, s, "gale")
	press(t, s, "f5")
	for _, keys := range []string{"", "tab", "shift+tab", "esc"} {
		press(t, s, keys)
		if screen := s.Text(); strings.Contains(screen, "gale") || strings.Contains(screen, "book") {
			t.Fatalf("after %q the buyer sees\n%s", keys, screen)
		}
	}
	line(t, s, ":book testdata/book.csv")
	wantOn(t, s, "not in presenter view")
	press(t, s, "f5")
	if strings.Contains(s.Text(), "gale") {
		t.Error("the book comes back by itself")
	}
}

// TestBookFromWhatIf leaves the what-if screen for the book.
func TestBookFromWhatIf(t *testing.T) {
	s := stage(t, open(t, "price-rise-existing"), 120, 40)
	press(t, s, "w right")
	line(t, s, ":book testdata/book.csv")
	wantOn(t, s, "▸ Book:", "Instance mix", "this deal               23,388.00")
	press(t, s, "w tab")
	wantOn(t, s, "▸Goal seek")
	press(t, s, "esc")
	wantOn(t, s, "▸ Book:")
}

// TestBookInLines writes a book out where there is no screen.
func TestBookInLines(t *testing.T) {
	app, err := tui.New(open(t, "price-rise-existing"), tui.Options{Book: rulebook(t), Theme: "mono", Width: 120, Height: 40, ReadOnly: true, Plain: true})
	if err != nil {
		t.Fatal(err)
	}
	for command, want := range map[string]string{"book testdata/book.csv 24": "13 accounts", "book nosuch.csv": "there is no such file"} {
		if _, err := app.Do(command); err != nil {
			t.Fatal(err)
		}
		if reply := app.Reply(); !strings.Contains(reply.Text, want) {
			t.Errorf("%s writes\n%s", command, reply.Text)
		}
	}
}

// TestBookExplains tells of an account's rise which changes of a price it comes
// from, and the rules by which those reach it.
func TestBookExplains(t *testing.T) {
	s := laid(t, 100, 30, "")
	press(t, s, "e")
	wantOn(t, s, "Where it comes from", "what gale pays more over 12 months", "the same to 2027-06; more from 2027-07 on",
		"2027-03-16  price announced m5.large", "CHG-2")
	press(t, s, "esc down e")
	wantOn(t, s, "what heath pays more")
}
