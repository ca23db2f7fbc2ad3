package tui_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"termsheet/tui/play"
)

// sweepStates are the screens that a sweep looks at: each pane with the focus,
// and each thing that can lie above them.
var sweepStates = []struct{ name, keys string }{
	{"start", ""},
	{"last row", "end"},
	{"typing", "1 2 3"},
	{"typing long", "enter type:\"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21\""},
	{"terms", "tab"}, {"terms end", "tab end"},
	{"cost", "tab tab down"}, {"chart", "tab tab tab right"}, {"timeline", "tab tab tab tab right down pgdown"},
	{"variant", "v v"}, {"pinned variant", "v v v p +"}, {"removed", "x x a"},
	{"help", "?"}, {"commands", ":"}, {"a command", ": type:\"set x0.0xlarge annual 12345678901234567890\""},
	{"products", "n"}, {"scenarios", "o"}, {"add", "a"}, {"quit", "+ q"},
	{"explain", "e"}, {"explain a type", "e enter"}, {"explain a cost", "tab tab e enter enter"}, {"explain a rule", "e enter enter enter o"}, {"findings", "f down"}, {"a finding", "f enter"}, {"seller", "$ down"}, {"presenter", "f5"}, {"presenter terms", "f5 tab e"},
	{"invoices", "i"}, {"prices", "i i"}, {"prices zoomed", "i i tab tab tab z"}, {"terms of others", "tab end up up up"},
	{"compare", "c"}, {"compare, seller", "c right n end s d"}, {"split", "c right w"}, {"split, last", "+ c end right right right w n"}, {"cloned", "C enter + c"},
	{"zoom", "z"}, {"refused", "- - - - x u"},
}

// TestSweep holds every screen, at every size, against its size: as many lines
// as it has, each exactly as wide.
func TestSweep(t *testing.T) {
	doc := hostile(t)
	for i, state := range sweepStates {
		widths, heights := []int{60, 80, 119, 150, 250}, []int{15, 24, 30, 41, 80}
		if i == 0 {
			widths = []int{60, 61, 71, 79, 80, 81, 99, 100, 119, 120, 149, 150, 160, 200, 250}
			heights = []int{15, 16, 23, 24, 25, 29, 30, 39, 40, 41, 60, 80}
		}
		t.Run(state.name, func(t *testing.T) {
			s := stage(t, doc, 120, 40)
			press(t, s, state.keys)
			for _, w := range widths {
				for _, h := range heights {
					s.Resize(w, h)
					checkScreen(t, s, w, h)
				}
			}
		})
	}
}

// TestSweepThemes does the same for the other looks, which have other glyphs.
func TestSweepThemes(t *testing.T) {
	doc := hostile(t)
	for _, o := range []play.Options{{Theme: "mono", ASCII: true}, {Theme: "light"}, {Theme: "contrast"}} {
		o.Width, o.Height, o.Book = 80, 24, rulebook(t)
		s, err := play.New(doc, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, keys := range []string{"", "tab", "?", "esc", "o", "esc"} {
			press(t, s, keys)
			checkScreen(t, s, 80, 24)
			if o.ASCII {
				checkASCII(t, s)
			}
		}
	}
}

func checkASCII(t *testing.T, s *play.Stage) {
	t.Helper()
	for _, r := range s.Text() {
		if r > 0x7e {
			t.Fatalf("%q is not ASCII:\n%s", r, s.Text())
		}
	}
}

func checkScreen(t *testing.T, s *play.Stage, w, h int) {
	t.Helper()
	lines := strings.Split(s.Screen(), "\n")
	if len(lines) != h {
		t.Fatalf("%dx%d has %d lines", w, h, len(lines))
	}
	for i, line := range lines {
		// Terminals count by characters as one reads, or by code points.
		if got, points := ansi.StringWidth(line), ansi.StringWidthWc(line); got != w || points != w {
			t.Fatalf("%dx%d: line %d is %d or %d wide: %q", w, h, i+1, got, points, line)
		}
		if plain := ansi.Strip(line); strings.ContainsAny(plain, "\x1b\x07\x00\r\t") || strings.ContainsRune(plain, 0x202e) {
			t.Fatalf("%dx%d: line %d steers the terminal: %q", w, h, i+1, plain)
		}
	}
}

// TestTooSmall has one line that says what is needed, and can be left.
func TestTooSmall(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 59, 14)
	for _, size := range [][2]int{{59, 14}, {1, 1}, {10, 3}, {250, 14}, {59, 80}} {
		s.Resize(size[0], size[1])
		checkScreen(t, s, size[0], size[1])
	}
	s.Resize(59, 14)
	wantOn(t, s, "termsheet needs 60x15, this is 59x14; q quits")
	press(t, s, "+ q down")
	checkScreen(t, s, 59, 14)
	wantOn(t, s, "Unsaved edits  (a digit or letter answers", "▸ quit without saving")
}

// TestNoSize draws nothing before the terminal has told its size.
func TestNoSize(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 0, 0)
	if got := s.Screen(); got != "" {
		t.Errorf("a screen of no size shows %q", got)
	}
}

// TestSweepMakesAnOffer sweeps a discount of a deal on public terms: the point in
// hand comes to what the deal does with the offer that is made, each time.
func TestSweepMakesAnOffer(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 120, 40)
	press(t, s, "w tab tab y ctrl+u")
	press(t, s, `type:"discount 0%..20%/5%" enter`)
	wantOn(t, s, "down    discount 0%..20%/5%", "the deal's own values are not on the axes", "Makes a private offer of 24 months; at list prices it comes to 92,406.40.")
	for _, key := range []string{"right", "down", "down", "right"} {
		press(t, s, key)
		software := s.App().Session().Quote().Totals.Software.Grouped()
		wantOn(t, s, "software "+software, "this deal "+software)
	}
	press(t, s, "enter")
	wantOn(t, s, "m5.large annual 9, discount 10%; this deal")
	press(t, s, "u")
	wantOn(t, s, "undone: m5.large annual 9, discount 10%")
	if s.App().Session().Scenario().Offer != nil {
		t.Error("the offer stays")
	}
}

// TestQuestionLists takes what can follow the words of the questions from their
// lists.
func TestQuestionLists(t *testing.T) {
	for keys, want := range map[string]string{
		`: type:"sweep " down down enter`:             `across  m5.large annual 0..20/1`,
		`: type:"sweep dis" down enter`:               "across  discount 0%..",
		`: type:"seek m5.l" down enter`:               "[m5.large hourly rate]",
		`: type:"hold m5.l" down enter`:               "1 line held",
		`: type:"floor m5.l" down`:                    "m5.large hourly",
		`: type:"tornado 10" enter`:                   "each input 10 % lower",
		`: type:"tornado 1" down enter`:               "each input 1 % lower",
		`: type:"whatif b" down enter`:                "▸Best X",
		`: type:"whatif best c6i" down enter`:         "c6i.xlarge  X 3",
		`w shift+tab : type:"figure sav" enter enter`: "savings 36,004.80, each",
		`w tab : type:"take 2" enter`:                 "discount 0.5%; this deal",
	} {
		s := stage(t, open(t, "covered-baseline"), 120, 40)
		press(t, s, keys)
		wantOn(t, s, want)
	}
}
