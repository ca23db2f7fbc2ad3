package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"termsheet/tui"
)

// TestReload shows a file that was changed elsewhere at once, the cursor on the
// row it was on.
func TestReload(t *testing.T) {
	t.Parallel()
	l, path := goLive(t)
	l.press("down")
	l.idle()
	put(t, path, other("9"))
	l.sees("deal.toml has changed on disk, and was read again (u goes back); this deal", "▸ m5.xlarge")
	l.lacks("edited")
	put(t, path, strings.Replace(other("9"), "[instance", "[instance.\"c6i.large\"]\nrunning = 1\n\n[instance", 1))
	l.sees("c6i.large", "▸ m5.xlarge")
	l.press("u u")
	l.sees("edited", "undone: read deal.toml again")
	l.press("s")
	l.sees("saved " + path)
	holds(t, path, liveDeal)
	l.idle()
	l.lacks("on disk", "edited")
	put(t, path, liveDeal) // written, but not changed
	l.idle()
	l.lacks("on disk")
}

// TestBroken keeps what is shown while the file is in pieces.
func TestBroken(t *testing.T) {
	t.Parallel()
	l, path := goLive(t)
	l.idle()
	put(t, path, strings.Replace(liveDeal, "running = 5", "runing = 5", 1))
	l.sees("deal.toml:7:1: unknown key", "what is shown stays as it was", "broken file", "[4]")
	l.press("+") // work goes on
	l.sees("m5.large annual 4 → 5", "edited")
	l.press("s")
	l.sees("deal.toml has changed on disk since it was read", "show the difference", "take theirs")
	l.press("down down enter")
	l.sees("take theirs: "+path+":7:1", "save mine over it") // still to be answered
	l.press("esc u")
	put(t, path, other("7"))
	l.sees("was read again", "[7]")
	l.lacks("broken file")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	l.sees("deal.toml is gone from the disk; the deal stays here", "no file")
	l.press("q")
	l.sees("There are edits that no file has.")
	l.press("esc s")
	l.sees("saved "+path, "[7]")
	l.lacks("no file")
	holds(t, path, "annual = 7")
}

// TestAsked asks where there are edits on both sides.
func TestAsked(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, keys string
		want       []string
		file       string
	}{
		{"mine", "down enter", []string{"kept as it is here", "[5]", "edited"}, "annual = 9"},
		{"mine, saved", "down enter s", []string{"saved PATH", "[5]"}, "annual = 5"},
		{"theirs", "down down enter", []string{"is shown as it is on disk (u goes back)", "[9]"}, "annual = 9"},
		{"theirs, and back", "down down enter u", []string{"undone: took theirs", "[5]", "edited"}, "annual = 9"},
		{"the difference", "enter", []string{"Mine and theirs", "-annual = 5 # X", "+annual = 9 # X"}, "annual = 9"},
		{"the difference, and back", "enter esc", []string{"keep mine", "take theirs"}, "annual = 9"},
		{"no answer", "esc s", []string{"deal.toml has changed on disk since it was read", "save mine over it"}, "annual = 9"},
		{"no answer, over it", "esc s", []string{"save mine over it"}, "annual = 9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			l, path := goLive(t)
			l.press("+")
			l.idle()
			put(t, path, other("9"))
			l.sees("and there are unsaved edits here", "lines that differ: 1 here, 1 on disk")
			l.press(c.keys)
			for i := range c.want {
				c.want[i] = strings.ReplaceAll(c.want[i], "PATH", path)
			}
			l.sees(c.want...)
			holds(t, path, c.file)
		})
	}
}

// TestAskedLater does not pull away what the user is at.
func TestAskedLater(t *testing.T) {
	t.Parallel()
	for keys, leave := range map[string]string{"enter 1 2": "esc", "o": "esc", "enter 1 3": "enter"} {
		l, path := goLive(t)
		l.press(keys)
		l.idle()
		before := l.screen()
		put(t, path, other("9"))
		l.idle()
		if l.screen() != before {
			t.Errorf("%s: the screen has changed to\n%s", keys, l.screen())
		}
		l.press(leave)
		if leave == "enter" {
			l.sees("unsaved edits here")
			continue
		}
		l.sees("was read again", "[9]")
	}
}

// TestSaveOver never writes over what somebody else has written unasked, also
// where no change is told.
func TestSaveOver(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "deal.toml")
	put(t, path, liveDeal)
	l := openLive(t, path, tui.Options{})
	put(t, path, other("9"))
	l.press("+ s")
	l.sees("deal.toml has changed on disk since it was read")
	holds(t, path, "annual = 9")
	l.press("down enter")
	l.sees("saved " + path)
	holds(t, path, "annual = 5")
	put(t, path, other("8"))
	l.press("+")
	l.press(`: type:"save! ` + path + `" enter`)
	l.sees("saved "+path, "[6]")
	holds(t, path, "annual = 6")
	l.idle()
	l.lacks("on disk")
}

// TestSameEdits has nothing to ask where both sides say the same.
func TestSameEdits(t *testing.T) {
	t.Parallel()
	l, path := goLive(t)
	l.press("+")
	l.idle()
	put(t, path, other("5"))
	l.sees("deal.toml has these edits now")
	l.lacks("edited")
}

// TestBeside reads a product file again that the deal names, below its edits.
func TestBeside(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	product := "id = \"p\"\ntitle = \"P\"\nseller = \"P\"\ndelivery = \"ami\"\nlaunched = 2025-01-01\nmodels = [\"hourly\", \"annual\"]\n[instance.\"m5.large\"]\nhourly = \"0.10\"\nannual = 600\n"
	path := filepath.Join(dir, "deal.toml")
	put(t, filepath.Join(dir, "p.toml"), product)
	put(t, path, strings.Replace(liveDeal[:strings.Index(liveDeal, "\n[instance.\"m5.xlarge")], "northwind-ngfw", "p.toml", 1))
	l := openLive(t, path, tui.Options{})
	l.idle()
	l.sees("3,276.00") // 4 x 600 + 8,760 x 0.10
	put(t, filepath.Join(dir, "p.toml"), strings.Replace(product, "600", "700", 1))
	l.sees("was read again", "3,676.00")
	l.press("+")
	l.sees("3,500.00", "edited")
	l.idle()
	put(t, filepath.Join(dir, "p.toml"), strings.Replace(product, "600", "500", 1))
	l.sees("a file that the deal names has changed", "2,500.00", "edited")
	put(t, filepath.Join(dir, "p.toml"), strings.Replace(product, "annual = 600", "anual = 600", 1))
	l.sees("p.toml:9:1: unknown key", "2,500.00", "broken file")
}

// TestFollows watches the file that is open now, and no other.
func TestFollows(t *testing.T) {
	t.Parallel()
	l, path := goLive(t)
	second := filepath.Join(filepath.Dir(path), "second.toml")
	put(t, second, liveDeal)
	l.press(`: type:"open ` + second + `" enter`)
	l.sees("u goes back")
	l.idle()
	put(t, path, other("9"))
	l.idle()
	l.lacks("on disk", "[9]")
	put(t, second, other("8"))
	l.sees("second.toml has changed on disk", "[8]")
	l.press(`: type:"open lapse" enter`)
	l.sees("Annuals that lapse")
	put(t, second, other("7"))
	l.idle()
	l.lacks("on disk")
}
