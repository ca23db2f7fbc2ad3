package tui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui"
	"termsheet/tui/play"
	"termsheet/tui/state"
)

// dealsFolder is where the tests for names of files run: with a home of their
// own beside it.
func dealsFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"home/deals", "work/my deals", "work/empty", "work/.hidden"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{
		"home/deals/globex.toml", "work/acme.toml", "work/apex-one.toml", "work/apex-two.toml", "work/agreements.csv", "work/two words.csv",
		"work/my deals/first.toml", "work/notes.txt", "work/.own.toml", "work/bad\x1b[31m\x07.toml", `work/a "quoted"  one.toml`,
	} {
		put(t, filepath.Join(dir, name), liveDeal)
	}
	t.Setenv("HOME", filepath.Join(dir, "home"))
	t.Chdir(filepath.Join(dir, "work"))
	return dir
}

// lineText is the text in the command line, and the names listed below it.
func lineText(s *play.Stage) (text string, list []string) {
	for _, line := range strings.Split(s.Text(), "\n") {
		inside := strings.Trim(line, " │")
		switch {
		case strings.HasPrefix(inside, ": "):
			text = strings.TrimSuffix(strings.TrimPrefix(inside, ": "), "_")
		case text == "":
		case inside == "" || strings.HasPrefix(inside, "╰"):
			return text, list
		default:
			list = append(list, inside)
		}
	}
	return text, list
}

func commandLine(t *testing.T, s *play.Stage, text string) {
	t.Helper()
	press(t, s, "esc esc :")
	for _, r := range text {
		if err := s.Send(tea.KeyPressMsg{Code: r, Text: string(r)}); err != nil {
			t.Fatal(err)
		}
	}
}

// TestFilesComplete completes the names of files behind every word that takes
// one, as a shell does.
func TestFilesComplete(t *testing.T) {
	dealsFolder(t)
	s := stage(t, open(t, "price-rise-existing"), 80, 24)
	for _, c := range []struct{ typed, keys, text, list string }{
		{"open ac", "tab", "open acme.toml ", "acme.toml"},
		{"open ap", "tab", "open apex-", "apex-one.toml|apex-two.toml"}, // what they share
		{"open ap", "tab tab", "open apex-one.toml ", "apex-one.toml"},
		{"open my", "tab", "open my deals/", "first.toml"},
		{"open my d", "tab tab", "open my deals/first.toml ", "first.toml"},
		{"open my d", "enter", "open my deals/", "first.toml"},
		{"open em", "tab", "open empty/", "empty/  off: there is no .toml file in it"},
		{"open nope/", "", "open nope/", "nope/  off: there is no such folder"},
		{"open ~", "tab", "open ~/", "deals/"},
		{"open ~/d", "tab tab", "open ~/deals/globex.toml ", "globex.toml"},
		{"open .", "", "open .", ".own.toml|.hidden/"},
		{"open ..", "tab", "open ../", "home/|work/"},
		{"open late", "tab", "open late-for-renewal ", "late-for-renewal  A price a day too late for the renewal"},
		{"open b", "", "open b", "bring-your-own  Bring your own licence|bad␛[31m␇.toml"},
		{"open b", "down down tab", "open b", "bring-your-own  Bring your own licence|▸ bad␛[31m␇.toml"},
		{"book ", "", "book ", "agreements.csv|two words.csv|empty/|my deals/"},
		{"book tw", "tab", `book "two words.csv" `, "book [FILE.csv] [MONTHS] [skip]"},
		{"compare base ac", "tab", "compare base acme.toml ", ""},
		{"compare ap", "tab tab", "compare apex-one.toml ", ""},
		{"product no", "tab", "product northwind-ngfw ", "northwind-ngfw  Northwind Next-Gen Firewall"},
		{"product my", "tab", "product my deals/", "first.toml"},
		{"save ac", "", "save ac", "acme.toml"},
		{"save! my", "tab", "save! my deals/", "first.toml"},
		{"wq empty/", "", "wq empty/", "wq [FILE]"},
		{"variant No r", "tab", "variant No rise ", "No rise"},
	} {
		commandLine(t, s, c.typed)
		press(t, s, c.keys)
		text, list := lineText(s)
		if len(list) > 0 && strings.Contains(c.list, "[FILE") {
			list[0], _, _ = strings.Cut(list[0], "  ")
		}
		if text != c.text || c.list != "" && strings.Join(list, "|") != c.list {
			t.Errorf("%q and %s gives %q with\n%s\nwant %q with\n%s", c.typed, c.keys, text, strings.Join(list, "|"), c.text, c.list)
		}
	}
}

// TestFilesOpen opens what was completed or gone to, whatever its name.
func TestFilesOpen(t *testing.T) {
	dir := dealsFolder(t)
	for _, c := range []struct{ typed, keys, path string }{
		{"open my", "tab tab enter", "my deals/first.toml"},
		{"open ~/d", "tab tab enter", filepath.Join(dir, "home/deals/globex.toml")},
		{"open bad", "down enter", "bad\x1b[31m\x07.toml"},
		{"open a ", "tab enter", `a "quoted"  one.toml`},
		{"open my", "down enter down enter", "my deals/first.toml"},
	} {
		s := stage(t, open(t, "price-rise-existing"), 80, 24)
		commandLine(t, s, c.typed)
		press(t, s, c.keys)
		if got := s.App().Session().Clean().Path(); got != c.path {
			t.Errorf("%s and %s opens %q, want %q:\n%s", c.typed, c.keys, got, c.path, s.Text())
		}
	}
}

// TestFilesSave takes a name that another begins with as it is.
func TestFilesSave(t *testing.T) {
	dir := dealsFolder(t)
	l := openLive(t, "lapse", tui.Options{})
	l.press(`: type:"save ac" enter`)
	l.sees("saved ac")
	l.press(`: type:"save ~/new.toml" enter`)
	l.sees("saved " + filepath.Join(dir, "home/new.toml"))
}

// TestFilesRecent lists the scenarios looked at before in front of the built-in
// ones, and those not twice; a buyer sees no names of others.
func TestFilesRecent(t *testing.T) {
	dir := dealsFolder(t)
	store := state.In(filepath.Join(dir, "state"))
	for _, name := range []string{"work/acme.toml", "home/deals/globex.toml"} {
		if err := store.Remember(state.Visit{Path: filepath.Join(dir, name)}); err != nil {
			t.Fatal(err)
		}
	}
	l := openLive(t, "lapse", tui.Options{Recent: store})
	l.press(`: type:"open "`)
	l.sees("in ~/deals", "acme.toml", "in "+filepath.Join(dir, "work"), "covered-baseline")
	screen := l.screen()
	if first, second := strings.Index(screen, "globex.toml"), strings.Index(screen, "covered-baseline"); first < 0 || first > second {
		t.Errorf("built-in scenarios come first:\n%s", screen)
	}
	l.press(`backspace type:" ac"`)
	l.sees("in " + filepath.Join(dir, "work"))
	if screen := l.screen(); strings.Count(screen, "acme.toml") != 1 {
		t.Errorf("acme.toml is listed twice:\n%s", screen)
	}
	l.press(`esc f5 : type:"open "`)
	l.sees("covered-baseline")
	l.idle()
	l.lacks("acme.toml", "globex", "apex")
	l.press(`type:"~/deals/"`)
	l.idle()
	l.lacks("globex")
}

// TestManyFiles lists so many, and says that there are more.
func TestManyFiles(t *testing.T) {
	dealsFolder(t)
	for i := range 320 {
		put(t, fmt.Sprintf("empty/d%03d.toml", i), "")
	}
	s := stage(t, open(t, "price-rise-existing"), 80, 24)
	commandLine(t, s, "open empty/")
	wantOn(t, s, "d000.toml", "1 of 201")
	press(t, s, "end")
	wantOn(t, s, "off: 120 more; type on")
	press(t, s, "type:d31 tab tab")
	wantOn(t, s, ": open empty/d310.toml ")
	checkScreen(t, s, 80, 24)
}
