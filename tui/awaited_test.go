package tui_test

import (
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// TestKeysWaitForTheFile does what is typed behind a file's name when the file is
// there: all of it, in its order, and in the file.
func TestKeysWaitForTheFile(t *testing.T) {
	l, path := goLive(t)
	ten := filepath.Join(filepath.Dir(path), "ten.toml")
	put(t, ten, strings.Replace(liveDeal, "annual = 4 # X", "annual = 10", 1))
	to := func(path string) string { return `: type:"open ` + path + `" enter ` }
	l.press(to(ten) + "+ + + right")
	l.sees("13      [5]")
	l.press("- -")
	l.sees("m5.large running 4 → 3") // the cursor has gone to the right, too
	l.press(to(path) + to(ten) + "+ C +")
	l.sees("Option 2", "m5.large annual 11 → 12")
	l.press(to(path) + "v z esc esc")
	l.sees("▸ Instance mix")
	l.press(`: type:"compare base ` + ten + `" enter right p`)
	l.sees("vs pinned ten", "▸ten")
	l.press(`esc : type:"compare base ` + ten + `" enter esc`)
	l.sees("▸ Instance mix")
	if !strings.Contains(string(l.app.Session().Document().Text()), "annual = 4 # X") {
		t.Error("the keys went into a deal that they were not meant for")
	}
}

// TestKeysLeftOut leaves out what was typed for a file that cannot be read, and
// for one that is not waited for any more.
func TestKeysLeftOut(t *testing.T) {
	l, path := goLive(t)
	l.press(`: type:"open nowhere.toml" enter + +`)
	l.sees("the file is being read, and keys wait for it; ctrl+c ends that")
	l.sees("what was typed meanwhile is left out; not opened: ", ": open nowhere.toml")
	l.press("esc")
	other := filepath.Join(filepath.Dir(path), "other.toml")
	put(t, other, strings.Replace(liveDeal, "annual = 4 # X", "annual = 10", 1))
	l.press(`: type:"open ` + other + `" enter + ctrl+c`)
	l.sees("the file is not waited for any more")
	l.idle()
	if text := string(l.app.Session().Document().Text()); text != liveDeal || l.quit {
		t.Errorf("the deal is\n%s", text)
	}
	l.press("+")
	l.sees("m5.large annual 4 → 5")
}

// TestKeysWaitForADraft answers the question about unsaved edits with what was
// typed behind them in the list of scenarios.
func TestKeysWaitForADraft(t *testing.T) {
	dir := crashed(t, ours(t))
	l, _ := keepingIn(t, dir, ours(t))
	l.sees("unsaved edits of other deals were found (1)")
	l.press("o home enter enter +")
	l.sees("the file is being read, and keys wait for it")
	l.sees("m5.large annual 6 → 7")
	l.press("u")
	l.sees("[6]", "edited")
}

// TestClicksLeftOut does nothing by a click on what a file takes the place of.
func TestClicksLeftOut(t *testing.T) {
	l, path := goLive(t)
	l.press(`: type:"mouse on" enter`)
	x, y := 0, 0
	for i, line := range strings.Split(l.screen(), "\n") {
		if before, _, found := strings.Cut(line, "m5.xlarge"); found && y == 0 {
			x, y = ansi.StringWidth(before), i
		}
	}
	ten := filepath.Join(filepath.Dir(path), "ten.toml")
	put(t, ten, strings.Replace(liveDeal, "annual = 4 # X", "annual = 10", 1))
	l.press(`: type:"open ` + ten + `" enter`)
	l.take(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	l.sees("the file is being read, and a click does nothing; ctrl+c ends that")
	l.sees("[10]")
	l.take(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	l.sees("▸ m5.xlarge")
}
