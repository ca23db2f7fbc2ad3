package tui_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"termsheet/tui"
	"termsheet/tui/settings"
)

// bound is the application with keys of its user's own.
func bound(t *testing.T, keys string) *tui.App {
	t.Helper()
	set, err := settings.Decode("settings.toml", []byte("[keys]\n"+keys), tui.Bindable())
	if err != nil {
		t.Fatal(err)
	}
	app, err := tui.New(open(t, "covered-baseline"), tui.Options{Book: rulebook(t), Keys: set.Bindings(), Width: 120, Height: 40, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	return app
}

// TestWhatIfBound gives the actions of the questions other keys: those do what
// they did, the screen names them, and the old ones do nothing any more.
func TestWhatIfBound(t *testing.T) {
	for _, c := range []struct{ keys, press, want, not string }{
		{`cheapest = ["z"]`, "w z", "z cheapest", "b cheapest"},
		{`cheapest = ["z"]`, "w z", "X 8 → [10]", ""},
		{`cheapest = ["z"]`, "w b", "b does nothing here", "[10]"},
		{`right = ["n"]`, "w n", "X 8 → [9]", ""},
		{`right = ["n"]`, "w right", "right does nothing here", "[9]"},
		{`more = ["n"]`, "w n", "X 8 → [9]", ""},
		{`next-pane = ["n"]`, "w n", "n next", "tab next"},
		{`hold = ["k"]`, "w tab down down down k", "1 line held k", "space"},
		{`floor = ["ctrl+f"]`, "w tab ctrl+f", "floor of all lines", ""},
		{`floor = ["ctrl+f"]`, "w tab f", "ctrl+f floor", "floor of all lines"},
		{`round = []`, "w tab", "steps of 0.5% :round", " s step"},
		{`range-across = [";"]`, "w tab tab ;", "sweep it", ""},
		{`down-next = ["x"]` + "\n" + `range-across = ["X"]`, "w tab tab x", "down    m5.xlarge", "sweep it"},
		{`next-figure = ["F"]`, "w tab tab tab F", "▸Tornado", "software 95,015.60, each"},
		{`whatif = ["W"]`, "W", "▸Best X", ""},
		{`whatif = ["W"]`, "W W", "Instance mix", "▸Best X"},
		{`undo = ["b"]`, "w b", "[10]", ""}, // an own key of the question comes first
	} {
		app := bound(t, c.keys)
		typist(t, app)(c.press)
		screen := ansi.Strip(app.Screen())
		if !strings.Contains(screen, c.want) || c.not != "" && strings.Contains(screen, c.not) {
			t.Errorf("%s and %s: want %q, not %q, on\n%s", c.keys, c.press, c.want, c.not, screen)
		}
	}
}

// TestWhatIfClash refuses two keys that are one in a question, and no others.
func TestWhatIfClash(t *testing.T) {
	for keys, want := range map[string]string{
		"hold = [\"z\"]\nfloor = [\"z\"]":                `"z" is given to hold in line 2 already`,
		"take = [\"z\"]\nrange-down = [\"z\"]":           `"z" is given to take in line 2 already`,
		"hold = [\"z\"]\nrange-down = [\"z\"]":           "",
		"hold = [\"z\"]\nsort = [\"z\"]\nundo = [\"z\"]": "",
		"holds = [\"z\"]":                                `there is no action "holds"; write hold`,
		"floor = [\"5\"]":                                `"5" keeps what it does`,
	} {
		_, err := settings.Decode("settings.toml", []byte("[keys]\n"+keys), tui.Bindable())
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, want %q", keys, err, want)
		}
	}
}

// TestCompareBound moves in the comparison by the keys of its user.
func TestCompareBound(t *testing.T) {
	for _, c := range []struct{ keys, press, want string }{
		{`right = ["ctrl+n"]`, "c ctrl+n x", "Hourly only is left out"},
		{`down = ["ctrl+n"]`, "c ctrl+n s", "by hourly only"},
		{`down = ["ctrl+n"]`, "c j", "j does nothing here"},
		{`next-pane = ["ctrl+n"]`, "c ctrl+n x", "Hourly only is left out"},
		{`next-pane = ["ctrl+n"]`, "c tab", "tab does nothing here"},
		{`right = ["n"]`, "c n", "the split is of what the seller keeps"},
	} {
		app := bound(t, c.keys)
		typist(t, app)(c.press)
		if screen := ansi.Strip(app.Screen()); !strings.Contains(screen, c.want) {
			t.Errorf("%s and %s: want %q on\n%s", c.keys, c.press, c.want, screen)
		}
	}
}
