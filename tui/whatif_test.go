package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"termsheet/scenarios"
	"termsheet/tui/play"
)

// whatIfScreens are the what-ifs that people ask.
var whatIfScreens = []struct{ name, scenario, keys string }{
	{"best", "covered-baseline", "w right"},
	{"best by share", "covered-baseline", "w up right"},
	{"best by the hour", "hour-by-hour", "w < left"},
	{"seek", "negotiated-three-years", "w tab 1 2 5 0 0 0 down"},
	{"seek kept to conditions", "covered-baseline", "w tab 9 0 0 0 0 s 0 . 5 enter down down down space down down f 9 6 % enter"},
	{"sweep", "negotiated-three-years", "w tab tab right down"},
	{"curve", "covered-baseline", "w tab tab y ctrl+u enter right"},
	{"tornado", "negotiated-three-years", "w tab tab tab down right"},
}

func TestWhatIfScreens(t *testing.T) {
	for _, screen := range whatIfScreens {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
			t.Run(fmt.Sprintf("%s %dx%d", screen.name, size[0], size[1]), func(t *testing.T) {
				s := stage(t, open(t, screen.scenario), size[0], size[1])
				press(t, s, screen.keys)
				golden.RequireEqual(t, s.Text())
			})
		}
	}
}

// TestWhatIfSweep holds every question against every size, in a deal made to
// break screens and in one that has nothing to ask about.
func TestWhatIfSweep(t *testing.T) {
	states := []string{"w", "w right right", "w end", "w tab", "w tab 1 2 5 0 0 0", "w tab end space up f 9", "w tab tab", "w tab tab right down", "w tab tab }", "w tab tab x 1", "w tab tab y ctrl+u enter", "w tab tab tab", "w tab tab tab end"}
	for _, ref := range []string{"hostile", "covered-baseline", "hour-by-hour", "free-software", "overage"} {
		for _, keys := range states {
			if ref == "hostile" && !slices.Contains([]string{"w right right", "w tab", "w tab tab right down"}, keys) {
				continue // its two hundred types take seconds a question
			}
			t.Run(ref+" "+keys, func(t *testing.T) {
				var s *play.Stage
				if ref == "hostile" {
					s = stage(t, hostile(t), 120, 40)
				} else {
					s = stage(t, open(t, ref), 120, 40)
				}
				press(t, s, keys)
				for _, w := range []int{60, 61, 79, 80, 99, 120, 149, 200, 250} {
					for _, h := range []int{15, 16, 24, 30, 41, 80} {
						s.Resize(w, h)
						checkScreen(t, s, w, h)
					}
				}
			})
		}
	}
}

// TestWhatIfASCII writes nothing that a plain terminal could not.
func TestWhatIfASCII(t *testing.T) {
	s, err := play.New(open(t, "covered-baseline"), play.Options{Width: 80, Height: 24, Theme: "mono", ASCII: true, Book: rulebook(t)})
	if err != nil {
		t.Fatal(err)
	}
	for _, keys := range []string{"w", "right", "tab", "tab", "right", "tab"} {
		press(t, s, keys)
		checkASCII(t, s)
	}
}

// annuals is X of m5.large in the file.
func annuals(s *play.Stage) string {
	need, _ := s.App().Session().Need("m5.large")
	return need.Annual.String()
}

// TestBestX moves X with the deal, takes it over as one step of undo, or leaves
// it as it was.
func TestBestX(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 120, 40)
	before := string(s.App().Session().Document().Text())
	press(t, s, "w")
	wantOn(t, s, "With 10 annuals of m5.large instead of 8 you save 1,830.80 over 12 months.", "load by month, ▲ above X 8: 4,350.80 uncovered", "this deal 95,015.60")
	press(t, s, "right")
	wantOn(t, s, "X 8 → [9]", "above X 9: 2,175.40 uncovered", "this deal 93,222.60")
	press(t, s, "right enter")
	wantOn(t, s, "m5.large annual 10; this deal -3,586.00, now 91,429.60", "no other number is cheaper")
	if got := annuals(s); got != "10" {
		t.Errorf("%s annuals were taken over, want 10", got)
	}
	press(t, s, "u")
	wantOn(t, s, "undone: m5.large annual 10", "load by month, ▲ above X 8")
	press(t, s, "right right u")
	if got := string(s.App().Session().Document().Text()); got != before {
		t.Errorf("after undo the file is\n%s", got)
	}
	press(t, s, "b esc")
	wantOn(t, s, "Instance mix", "kept as it was")
	if got := string(s.App().Session().Document().Text()); got != before || s.App().Session().Trying() {
		t.Error("what was left is not as it was")
	}
}

// TestSeekTakenOver types a target and makes an answer the deal's, with the
// offer that it needs.
func TestSeekTakenOver(t *testing.T) {
	for _, c := range []struct {
		scenario, keys string
		want           []string
	}{
		{"negotiated-three-years", "w tab 1 4 0 0 0 0 enter", []string{"discount 18.5%; this deal -2,301.66, now 139,904.30"}},
		{"covered-baseline", "w tab 8 0 0 0 0 enter", []string{"discount 13.5%; this deal -15,083.92, now 79,931.68"}},
		{"covered-baseline", "w tab 9 9 9 9 9 9 enter", []string{"discount 0%", "out of reach"}},
		{"covered-baseline", "w tab left enter", []string{"c6i.xlarge annual 3; the deal costs the same"}},
	} {
		s := stage(t, open(t, c.scenario), 120, 40)
		press(t, s, c.keys)
		wantOn(t, s, c.want...)
		press(t, s, "u")
		if s.App().Session().CanUndo() != 0 {
			t.Errorf("%s: an answer is more than one step of undo", c.keys)
		}
	}
}

// TestSweepMovesTheDeal moves in the grid, and types an axis.
func TestSweepMovesTheDeal(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 120, 40)
	press(t, s, ":")
	press(t, s, "type:\"whatif sweep\" enter")
	press(t, s, "right right up")
	wantOn(t, s, "▸Sweep", "at m5.large annual 10, running 9", "○ as it is", "[")
	software := s.App().Session().Quote().Totals.Software.Grouped()
	wantOn(t, s, "software "+software, "this deal "+software)
	press(t, s, "enter")
	if got := annuals(s); got != "10" {
		t.Errorf("%s annuals were taken over, want 10", got)
	}
	press(t, s, "x ctrl+u type:months=12..x enter")
	wantOn(t, s, "is not a value it can have")
	press(t, s, "ctrl+u enter") // what is refused stays there to be put right
	wantOn(t, s, "an input has to go across")
	press(t, s, `type:"discount 0%..5% months 1..3" enter`)
	wantOn(t, s, "write one range")
	press(t, s, `ctrl+u type:"m5.large running 1..3" enter x`)
	wantOn(t, s, "across  [m5.large running 1..3]")
	press(t, s, "ctrl+u type:months=12..60/12 enter y ctrl+u enter")
	wantOn(t, s, "nothing: a curve", "5 values of months")
	press(t, s, "m")
	wantOn(t, s, "total ")
	press(t, s, "{ }")
	checkScreen(t, s, 120, 40)
}

// TestTornadoTellsBoth writes what either swing does, also where both are dearer
// or one does nothing.
func TestTornadoTellsBoth(t *testing.T) {
	for _, size := range [][2]int{{60, 18}, {80, 24}, {120, 40}} {
		s := stage(t, open(t, "negotiated-three-years"), size[0], size[1])
		press(t, s, "w tab tab tab")
		text := strings.Join(strings.Fields(s.Text()), " ")
		for _, want := range []string{"lower █ higher", "+4,725.72 +7,068.60", "nothing +11,794.32", "+7,080.83 -7,080.84"} {
			if !strings.Contains(text, want) {
				t.Errorf("%v: %q is not on the screen:\n%s", size, want, s.Text())
			}
		}
	}
}

// TestTornadoValues sets the value of an input apart from its name, and has
// names give nothing for it.
func TestTornadoValues(t *testing.T) {
	for size, want := range map[[2]int][]string{
		{80, 24}:  {"m5.large hourly (change 1)      0.26  ", "m5.large annual (change 1)     1,400  ", "m5.2xlarge running           several  ", "m5.large running                  10  "},
		{200, 60}: {"m5.2xlarge running           6 for 0.3, 2 for 0.7  "},
		{60, 18}:  {"m5.large running        -8,906.00", "m5.large hourly (chan…  -1,290.64"},
	} {
		s := stage(t, open(t, "covered-baseline"), size[0], size[1])
		press(t, s, "w tab tab tab")
		wantOn(t, s, want...)
	}
}

// TestTornadoGoes goes from an input to its field.
func TestTornadoGoes(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 120, 40)
	press(t, s, "w shift+tab")
	wantOn(t, s, "each input 20 % lower and higher")
	press(t, s, "right")
	wantOn(t, s, "each input 25 % lower and higher")
	press(t, s, "enter")
	if screen := s.Text(); strings.Contains(screen, "Tornado") || !strings.Contains(screen, "Instance mix") {
		t.Errorf("enter leads to\n%s", screen)
	}
}

// TestWhatIfHelp tells the keys of the question that is open, and presses one
// that is chosen.
func TestWhatIfHelp(t *testing.T) {
	s := stage(t, open(t, "hour-by-hour"), 120, 40)
	press(t, s, "w ?")
	wantOn(t, s, "What if: Best X", "the cheapest X", "week before, next week")
	press(t, s, "type:cheapest enter")
	wantOn(t, s, "X 7 → [5]", "4,869.60 uncovered")
	press(t, s, "tab ?")
	wantOn(t, s, "What if: Goal seek", "hold the line", "software, total, savings")
}

// BenchmarkWhatIfKey is a key on the what-if screen up to the new screen: one
// that has a sweep of 10,000 points made anew, one that moves in its grid and
// the deal with it, and one that moves X.
func BenchmarkWhatIfKey(b *testing.B) {
	for _, c := range []struct{ name, before, keys string }{
		{"sweep of 10000", `w tab tab x ctrl+u type:instance."m5.large".annual=1..100/1 enter y ctrl+u type:instance."m5.large".running=1..100/1 enter`, "m m m m m M M M M M"},
		{"sweep of 10000 by discount", `w tab tab x ctrl+u type:instance."m5.large".annual=1..100/1 enter y ctrl+u type:offer.discount=0%..49.5%/0.5% enter`, "m m m m m M M M M M"},
		{"move in it", `w tab tab x ctrl+u type:instance."m5.large".annual=1..100/1 enter y ctrl+u type:instance."m5.large".running=1..100/1 enter`, "left right"},
		{"best", "w", "left right"},
	} {
		b.Run(c.name, func(b *testing.B) {
			name := "covered-baseline"
			if strings.Contains(c.before, "discount") {
				name = "negotiated-three-years"
			}
			s := stage(b, open(b, name), 120, 40)
			press(b, s, c.before)
			keys := strings.Fields(c.keys)
			for b.Loop() {
				for _, key := range keys {
					press(b, s, key)
					s.Screen()
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(keys))/1000, "ms/key")
		})
	}
}

// belowFloor is a deal with a floor of its seller's own.
func belowFloor(t *testing.T) *scenarios.Document {
	t.Helper()
	text := strings.Replace(string(open(t, "overage").Text()), "[contract]", "[seller]\nfloor = \"95%\"\n\n[contract]", 1)
	doc, err := scenarios.Read("deal.toml", []byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestSeekBreaks names the rule that an answer breaks, in its words.
func TestSeekBreaks(t *testing.T) {
	s := stage(t, belowFloor(t), 120, 40)
	press(t, s, "w tab 1 0 0 0 0 f 8 0 enter")
	wantOn(t, s, "OWN-1: The seller's own floor")
}
