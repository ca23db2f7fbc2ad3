package tui_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
	"termsheet/tui/play"
)

// TestSeekConditions holds lines, keeps one above a floor and goes by the user's
// step, and takes the answer over as one step of undo: the deal costs what the
// answer said.
func TestSeekConditions(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 120, 40)
	before := string(s.App().Session().Document().Text())
	press(t, s, "w tab 9 0 0 0 0")
	wantOn(t, s, "steps of 0.5% s", "no floor f", "no line held space", "Makes a private offer of 24 months; at list prices it comes to 92,406.40.", "m5.large hourly")
	press(t, s, "s 0 . 5 enter")
	wantOn(t, s, "steps of 0.5%", "2.5%         90,096.24")
	press(t, s, "down down down space")
	wantOn(t, s, "1 line held", "c6i.xlarge hourly", "100.0 %  held")
	press(t, s, "down f 9 8 % enter")
	wantOn(t, s, "from 98%", "Target out of reach; a private offer of 24 months, nothing off: 92,406.40.", "▸             2%")
	press(t, s, "f ctrl+u enter")
	wantOn(t, s, "▸           2.5%         90,096.24", "0.48       0.48       0.48")
	press(t, s, "enter")
	if software := s.App().Session().Quote().Totals.Software.Grouped(); software != "90,096.24" {
		t.Errorf("the deal costs %s, the answer said 90,096.24", software)
	}
	offer := s.App().Session().Scenario().Offer
	if held, _ := offer.Rates.Instance("c6i.xlarge"); held.Hourly.Value.String() != "0.48" || offer.Discount.String() != "0.025" {
		t.Errorf("the offer has %s for the held line, at a discount of %s", held.Hourly.Value, offer.Discount)
	}
	press(t, s, "u")
	if got := string(s.App().Session().Document().Text()); got != before {
		t.Errorf("one undo leaves\n%s", got)
	}
}

// TestSeekUnasked calls nothing out of reach before somebody has typed a target.
func TestSeekUnasked(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 80, 24)
	press(t, s, "w tab")
	wantOn(t, s, "Type what to reach. A private offer of 24 months, nothing off: 92,406.40.")
	press(t, s, "9 5 0 0 0")
	wantOn(t, s, "Target out of reach; a private offer of 24 months, nothing off: 92,406.40.")
}

// TestSeekRefuses says why a condition cannot be.
func TestSeekRefuses(t *testing.T) {
	s := stage(t, open(t, "negotiated-three-years"), 120, 40)
	for keys, want := range map[string]string{
		"w tab space":                          "go down to the lines",
		"w tab down down down down space":      "is named by the offer",
		`: type:"target 1,2,3" enter`:          `"1,2,3" has a comma that parts no thousands; write 123`,
		"w tab 1 2 , 5":                        "write 12.5 or 125",
		"w tab s x enter":                      "a step is a number above zero",
		"w tab s 0 enter":                      "a step is a number above zero",
		"w tab f 1 0 1 enter":                  "a floor is a share of list up to 100%",
		"w tab right down down down space":     "is what is sought",
		"w tab f 9 9 % enter":                  "is under the floor of 99%",
		"w tab right f 9 9 . 9 9 % enter":      "is under the floor of 99.99%",
		"w tab f 9 9 % enter f none enter":     "no floor",
		"w tab s 2 . 5 % enter s ctrl+u enter": "steps of 0.5%",
	} {
		fresh := stage(t, open(t, "negotiated-three-years"), 120, 40)
		keys = strings.ReplaceAll(keys, "none", "n o n e")
		press(t, fresh, keys)
		wantOn(t, fresh, want)
	}
	press(t, s, "w tab")
	s.App().Update(tea.PasteMsg{Content: "$120,000.00"})
	press(t, s, "down up")
	wantOn(t, s, "[120,000.00 ]")
}

// TestSeekFigures reaches a monthly figure and, where no buyer looks on, what
// the seller keeps.
func TestSeekFigures(t *testing.T) {
	s := stage(t, open(t, "negotiated-three-years"), 120, 40)
	press(t, s, "w tab m m m m m 3 5 0 0")
	wantOn(t, s, "reach     software a month [3500 ]", "now 3,950.17", "3,502.65")
	press(t, s, "ctrl+u m")
	wantOn(t, s, "reach     seller's net", "137,939.63")
	press(t, s, "f")
	wantOn(t, s, "floor of all lines")
	press(t, s, "esc esc f5 w m m m m m m")
	wantOn(t, s, "reach     software [")
	press(t, s, "f")
	wantOn(t, s, "! not in presenter view")
	for _, keys := range []string{"", "?"} {
		press(t, s, keys)
		if screen := s.Text(); strings.Contains(screen, "floor f") || strings.Contains(screen, "lowest share") || strings.Contains(screen, "seller") {
			t.Errorf("%q: the seller's own in presenter view:\n%s", keys, screen)
		}
	}
}

// TestSeekWords sets a goal and its conditions by command words: the answers are
// those of the keys.
func TestSeekWords(t *testing.T) {
	keyed := stage(t, open(t, "covered-baseline"), 120, 40)
	press(t, keyed, "w tab 9 0 0 0 0 s 0 . 5 enter down down down space down f 9 6 % enter up up")
	s := stage(t, open(t, "covered-baseline"), 120, 40)
	for _, words := range []string{"target 90,000", "round 0.5", "hold c6i.xlarge hourly", "floor c6i.xlarge annual 96%"} {
		line(t, s, ":"+words)
	}
	wantOn(t, s, "[90,000 ]", "1 line held", "from 96%", "▸           2.5%")
	answers := func(s *play.Stage) string {
		_, after, _ := strings.Cut(s.Text(), "breaks")
		return after[:strings.Index(after, "line  ")]
	}
	if got, want := answers(s), answers(keyed); strings.ReplaceAll(got, "▸", " ") != strings.ReplaceAll(want, "▸", " ") {
		t.Errorf("words give\n%s\nkeys\n%s", got, want)
	}
	for words, want := range map[string]string{
		"target ten": "is not an amount", "target 3500 net": "the figures are software, total", "hold m9 hourly": "the lines are c6i.xlarge hourly",
		"floor 101%": "up to 100%", "round x": "a step is a number", "target": "write target AMOUNT",
	} {
		line(t, s, ":"+words)
		wantOn(t, s, want)
	}
	line(t, s, ":target 3500 software a month")
	wantOn(t, s, "reach     software a month [3500 ]")
	press(t, s, "esc B")
	line(t, s, ":floor 90%")
	wantOn(t, s, "not in presenter view")
}

// TestSeekBeforeABuyer holds the seller's floor in presenter view, and those that
// were set by hand, without naming it, and says nothing of rules.
func TestSeekBeforeABuyer(t *testing.T) {
	for name, c := range map[string]struct {
		scenario, floor, keys, want, gone string
	}{
		"the seller's":        {"[seller]\nfloor = \"80%\"\n", "", "w tab 1 0 0", "▸            20%", "20.5%"},
		"set by hand":         {"", "w tab f 9 0 % enter esc ", "w 1 0 0", "▸            10%", "10.5%"},
		"under it already":    {"[offer]\nmonths = 12\n[offer.instance.\"m5.large\"]\nhourly = \"0.01\"\n[seller]\nfloor = \"80%\"\n", "", "w tab 1 0 0", "no value of it can be sold", "80"},
		"an answer breaks it": {"[offer]\nmonths = 12\ndiscount = \"2%\"\n[seller]\nfloor = \"99%\"\n", "", "w tab 1 0 0", "software            off by", "OWN-1"},
	} {
		t.Run(name, func(t *testing.T) {
			text := "product = \"northwind-ngfw\"\nstart = 2027-01-01\nmonths = 12\n[instance.\"m5.large\"]\nannual = 5\nrunning = 5\n" + c.scenario
			doc, err := scenarios.Read("deal.toml", []byte(text), "")
			if err != nil {
				t.Fatal(err)
			}
			s := stage(t, doc, 120, 40)
			press(t, s, c.floor+"B "+c.keys)
			wantOn(t, s, c.want)
			for _, gone := range []string{c.gone, "floor", "breaks", "rule"} {
				if strings.Contains(s.Text(), gone) {
					t.Errorf("%q is on the screen:\n%s", gone, s.Text())
				}
			}
		})
	}
}

// TestSeekBreaksInFull writes out on lines of its own what the marked answer
// breaks, and leaves the lines below where they are for one that breaks nothing.
func TestSeekBreaksInFull(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		s := stage(t, belowFloor(t), size[0], size[1])
		press(t, s, "w tab f 8 0 enter")
		press(t, s, "1 1 1 9 0") // 5.5 %, which breaks it, then 6 % and 5 %, which does not
		lines := strings.Split(s.Text(), "\n")
		at := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, "line  ") })
		wantOn(t, s, "OWN-1  ", "OWN-1: The seller's own floor: no line of an offer below this share", "not the market's.")
		press(t, s, "down down")
		wantOn(t, s, "no rule")
		if lines := strings.Split(s.Text(), "\n"); !strings.Contains(lines[at], "line  ") || strings.Contains(s.Text(), "OWN-1:") {
			t.Errorf("the lines jump:\n%s", s.Text())
		}
	}
}
