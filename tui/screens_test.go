package tui_test

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"termsheet/tui/play"
	"termsheet/tui/theme"
)

// screens are the ones that people demo with.
var screens = []struct{ name, scenario, keys string }{
	{"first", "covered-baseline", ""},
	{"contract", "overage", ""},
	{"offer", "negotiated-three-years", ""},
	{"edited", "covered-baseline", "+ +"},
	{"typing", "covered-baseline", "1 2"},
	{"refused", "covered-baseline", "enter - 9 enter"},
	{"variant", "month-to-month", "v v"},
	{"timeline", "price-rise-existing", "tab tab tab tab ] ]"},
	{"cost", "wrong-type", "tab tab down down"},
	{"load", "covered-baseline", "down down"},
	{"invoices", "prepaid-installments", "i"},
	{"prices", "price-rise-existing", "i i"},
	{"compare", "covered-baseline", "c right right s"},
	{"split", "covered-baseline", "c right right w"},
	{"help", "covered-baseline", "?"},
	{"command", "covered-baseline", ": type:\"set m5.large \""},
	{"no-word", "covered-baseline", ": type:foo enter"},
	{"clone", "covered-baseline", "C"},
	{"show", "covered-baseline", ": type:\"show charges\" enter pgdown"},
	{"compare-word", "covered-baseline", "c > : type:\"sort sav\""},
	{"compare-help", "covered-baseline", "c ?"},
	{"products", "covered-baseline", "n type:desk"},
	{"scenarios", "covered-baseline", "o type:rise"},
	{"quit", "covered-baseline", "+ q"},
	{"explain", "covered-baseline", "e enter down enter enter"},
	{"rule", "covered-baseline", "e enter down enter enter o"},
	{"day", "price-rise-existing", "tab tab tab tab ] e"},
	{"findings", "a-new-model", "f down"},
	{"seller", "just-below-the-bracket", "$"},
	{"presenter", "just-below-the-bracket", "f5"},
	{"presenter-mix", "covered-baseline", "B +"},
}

// TestScreens holds each screen at the sizes people use.
func TestScreens(t *testing.T) {
	for _, screen := range screens {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
			t.Run(fmt.Sprintf("%s %dx%d", screen.name, size[0], size[1]), func(t *testing.T) {
				s := stage(t, open(t, screen.scenario), size[0], size[1])
				press(t, s, screen.keys)
				golden.RequireEqual(t, s.Text())
			})
		}
	}
	for _, size := range [][2]int{{60, 15}, {70, 50}, {110, 20}} {
		t.Run(fmt.Sprintf("first %dx%d", size[0], size[1]), func(t *testing.T) {
			golden.RequireEqual(t, stage(t, open(t, "covered-baseline"), size[0], size[1]).Text())
		})
	}
}

// TestThemes holds one screen in the colours of each theme.
func TestThemes(t *testing.T) {
	for _, name := range theme.Names() {
		t.Run(name, func(t *testing.T) {
			screen, err := play.Snapshot(open(t, "covered-baseline"), play.Options{
				Width: 80, Height: 24, Theme: name, ANSI: true, Keys: "+ right", Book: rulebook(t),
			})
			if err != nil {
				t.Fatal(err)
			}
			golden.RequireEqual(t, screen)
		})
	}
	t.Run("ascii", func(t *testing.T) {
		screen, err := play.Snapshot(open(t, "covered-baseline"), play.Options{Width: 80, Height: 24, ASCII: true, Book: rulebook(t)})
		if err != nil {
			t.Fatal(err)
		}
		golden.RequireEqual(t, screen)
	})
}
