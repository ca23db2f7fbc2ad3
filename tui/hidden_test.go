package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	reports "termsheet/model/report"
	"termsheet/tui"
	"termsheet/tui/play"
)

// soldTwice is the deal of the tests with a variant that its buyer must not see.
const soldTwice = sold + `[variant."VVHIDDENVV"]
[variant."VVHIDDENVV".contract]
quantity = { agents = "1777.25" }
`

// hiding opens that deal with the variant hidden, and tells what nobody may see: no
// number that the path of a test can have in it.
func hiding(t *testing.T, path string, w, h int) (s *play.Stage, hidden []string) {
	t.Helper()
	doc := open(t, path)
	hidden = append(secrets(t, doc), "VVHIDDENVV", "1,777.25", "1777.25", "hidden")
	s = stage(t, doc, w, h)
	priced := s.App().Session().Priced()
	software := priced[len(priced)-1].Quote.Totals.Software
	line(t, s, ":hide vvhiddenvv")
	wantOn(t, s, "✓ VVHIDDENVV is hidden in presenter view; hide VVHIDDENVV shows it there again")
	return s, append(hidden, software.String(), software.Grouped())
}

func twiceSold(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "deal.toml")
	put(t, path, soldTwice)
	return path
}

// TestHiddenVariant goes through all that names or prices variants: none of it
// tells of one that is hidden from the buyer.
func TestHiddenVariant(t *testing.T) {
	t.Parallel()
	path := twiceSold(t)
	for _, line := range []string{"", "compare", "compare base " + path + ":*", "compare " + path + ":VVHIDDENVV", "variant", "show variants", "show figures", "copy table", "chart cumulative", "next", "clone", "undo",
		"whatif best", "whatif sweep", "whatif tornado", "explain totals.software", "hide", "drop", "rename Plan", "timeline", "zoom"} {
		s, hidden := hiding(t, path, 120, 40)
		press(t, s, "f5")
		if line != "" {
			_ = s.Line(":" + line) // what is no command is told
		}
		mustHide(t, s, hidden, line)
		press(t, s, "down right enter")
		mustHide(t, s, hidden, line+" and enter")
	}
	for _, keys := range []string{"v", "V", "v v v", "c down", "c right enter", `: type:"variant "`, `: type:"hid"`, `: type:"compare "`, "tab tab tab i", "e down enter", "p v"} {
		s, hidden := hiding(t, path, 120, 40)
		press(t, s, "f5")
		press(t, s, keys)
		mustHide(t, s, hidden, keys)
	}
}

// TestHiddenState has it in nothing that panes and exports are given, whatever
// was shown, pinned or undone before.
func TestHiddenState(t *testing.T) {
	t.Parallel()
	path := twiceSold(t)
	for _, keys := range []string{"", "V", "V p v", "V C", "V + u", "V U"} {
		s, hidden := hiding(t, path, 120, 40)
		press(t, s, keys)
		press(t, s, "f5")
		mustHide(t, s, hidden, keys+" before")
		for _, again := range []string{"u", "u", "U", "U"} {
			press(t, s, again)
			mustHide(t, s, hidden, keys+" before, then "+again)
		}
		session := s.App().Session()
		var out reports.Report
		for _, p := range session.Priced() {
			out.Quotes = append(out.Quotes, reports.Priced{Quote: p.Quote})
			out.Scenario = p.Scenario
		}
		var b strings.Builder
		if err := reports.JSON(&b, out); err != nil {
			t.Fatal(err)
		}
		if secret := tells(strings.ReplaceAll(b.String(), `"findings": []`, ""), hidden); secret != "" {
			t.Errorf("after %q an export tells %q", keys, secret)
		}
		if session.EditVariant() == "VVHIDDENVV" {
			t.Errorf("after %q edits go into the variant that nobody sees", keys)
		}
	}
}

// TestHide marks the variant outside presenter view, keeps clones of it hidden,
// shows it again, and leaves the file as it is.
func TestHide(t *testing.T) {
	t.Parallel()
	path := twiceSold(t)
	s, _ := hiding(t, path, 120, 40)
	wantOn(t, s, " hidden ")
	press(t, s, "V C")
	wantOn(t, s, "▸Option 2 ")
	if session := s.App().Session(); !session.Hidden("Option 2") {
		t.Error("the clone of a hidden variant is not hidden")
	}
	press(t, s, "u f5 f5")
	line(t, s, ":hide VVHIDDENVV")
	wantOn(t, s, "VVHIDDENVV is shown in presenter view")
	press(t, s, "f5")
	wantOn(t, s, "VVHIDDENVV")
	line(t, s, ":hide VVHIDDENVV")
	wantOn(t, s, "! hide a variant from the buyer: leave presenter view (f5) first")
	press(t, s, "f5")
	line(t, s, ":hide base")
	wantOn(t, s, "base is the scenario itself")
	line(t, s, ":hide nothing")
	wantOn(t, s, "there is no variant nothing")
	if s.App().Session().Dirty() {
		t.Error("hiding a variant is an edit of the file")
	}
	narrow, _ := hiding(t, path, 80, 24)
	press(t, narrow, "V")
	wantOn(t, narrow, "VVHIDDENVV 3/3 hidden")
}

// TestPresenterSavesAs writes no file but the deal's own before a buyer: another
// would have in it what the seller keeps.
func TestPresenterSavesAs(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "deal.toml")
	put(t, path, sold)
	copied, other := filepath.Join(filepath.Dir(path), "copy.toml"), filepath.Join(filepath.Dir(path), "other.toml")
	put(t, other, liveDeal)
	l := openLive(t, path, tui.Options{})
	l.press("f5 +")
	for _, words := range []string{"save " + copied, "wq " + copied, "save! " + other} {
		l.press(`: type:"` + words + `" enter`)
		l.sees("in presenter view only the deal's own file is written; f5 leaves it")
		l.press("esc esc")
		l.idle()
	}
	l.press("S")
	l.sees("save as: in presenter view only the deal's own file is written")
	if _, err := os.Stat(copied); err == nil {
		t.Error("there is a copy")
	}
	holds(t, other, "# Ours.")
	l.press("s")
	l.sees("saved " + path)
	holds(t, path, "ZZNOTESZZ", "1667")
	l.press(`f5 : type:"save ` + copied + `" enter`)
	l.sees("saved " + copied)
	holds(t, copied, "ZZNOTESZZ")

	s := stage(t, open(t, "lapse"), 120, 40)
	press(t, s, "f5 s")
	wantOn(t, s, "nothing is written here")
	l = openLive(t, "lapse", tui.Options{})
	l.press("f5 s")
	l.sees("in presenter view only the deal's own file is written; f5 leaves it")
}

// TestNotThere says in presenter view, too, which file is not there, and of a
// variant that is hidden just what it says of one that there never was.
func TestNotThere(t *testing.T) {
	t.Parallel()
	path := twiceSold(t)
	for _, c := range []struct{ line, want string }{
		{"open deals/none.toml", "deals/none.toml: there is no such file"},
		{"compare deals/none.toml", "deals/none.toml: there is no such file"},
		{"compare nobody", "there is no variant and no file nobody"},
		{"compare " + path + ":Nobody", "has no variant of that name"},
		{"compare " + path + ":VVHiddenVV", "has no variant of that name"},
		{"drop Nobody", "there is no variant Nobody"},
		{"drop vvhiddenvv", "there is no variant vvhiddenvv"},
	} {
		s, _ := hiding(t, path, 200, 40)
		press(t, s, "f5")
		if err := s.Line(":" + c.line); err != nil {
			t.Fatal(err)
		}
		wantOn(t, s, c.want)
		press(t, s, "esc f5")
		if n := len(s.App().Session().Variants()); n != 3 {
			t.Errorf("after %s there are %d variants", c.line, n)
		}
	}
}
