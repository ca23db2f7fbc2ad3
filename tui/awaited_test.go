package tui_test

import (
	"path/filepath"
	"strings"
	"testing"
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
