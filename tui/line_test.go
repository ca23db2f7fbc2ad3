package tui_test

import (
	"slices"
	"strings"
	"testing"

	"termsheet/tui"
	"termsheet/tui/play"
)

// speak puts a scenario into line mode.
func speak(t *testing.T, name string) *play.Stage {
	t.Helper()
	s, err := play.New(open(t, name), play.Options{Width: 120, Height: 40, Plain: true, Book: rulebook(t)})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// said is the answer to lines.
func said(t *testing.T, s *play.Stage, lines ...string) (string, play.Tally) {
	t.Helper()
	var out strings.Builder
	tally, err := s.Lines(strings.NewReader(strings.Join(lines, "\n")), &out, play.Talk{})
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), tally
}

// TestEveryWordAnswers gives every word of the table to line mode, as it is and
// with something behind it: it answers in one way or another, without a frame,
// and leaves nothing open.
func TestEveryWordAnswers(t *testing.T) {
	for _, act := range slices.Concat(tui.Actions(), tui.WhatIfKeys()) {
		if act.Command == "" {
			continue
		}
		word, _, _ := strings.Cut(act.Command, " ")
		for _, line := range []string{word, word + " nonsense", word + " 12"} {
			if strings.HasPrefix(line, "save") || strings.HasPrefix(line, "wq") || strings.HasPrefix(line, "quit") {
				continue // they write files and leave; the scripts of the command try them
			}
			s := speak(t, "covered-baseline")
			got, _ := said(t, s, line)
			if strings.TrimSpace(got) == "" {
				t.Errorf("%s: no answer", line)
			}
			for _, r := range got {
				if strings.ContainsRune("╭│╰▸▲▼✓→", r) {
					t.Errorf("%s answers with %c:\n%s", line, r, got)
					break
				}
			}
			if after, _ := said(t, s, "show totals.software"); !strings.HasPrefix(after, "totals.software ") {
				t.Errorf("after %s: %s", line, after)
			}
		}
	}
}

// TestHelpTellsWhy names in the help for a word why line mode has none of it.
func TestHelpTellsWhy(t *testing.T) {
	got, _ := said(t, speak(t, "lapse"), "help zoom", "help set", "help st")
	for _, want := range []string{"line mode has no panes", "set KEY FIELD VALUE: ", "there is no command st; did you mean set?"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// TestPlainPresenter tells nothing of the seller's own.
func TestPlainPresenter(t *testing.T) {
	got, tally := said(t, speak(t, "just-below-the-bracket"), "presenter on", "seller", "findings", "show findings", "show file", "show seller.net", "explain seller.net", "expect seller.net 1")
	if tally.Refused != 7 || tally.Failed != 0 {
		t.Errorf("%+v:\n%s", tally, got)
	}
}

// TestShow lays on a sheet what line mode prints, and scrolls it.
func TestShow(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 80, 24)
	for _, step := range []struct {
		line string
		want []string
	}{
		{":show charges", []string{"╭▸ The charges", "2026-12-01", "c6i.xlarge", "1 to 2"}},
		{"end", []string{" of "}},
		{"esc", []string{"╭▸ Instance mix"}},
		{":show totals.software", []string{"totals.software 95015.60"}},
		{":show chrges", []string{"there is no chrges; did you mean charges?"}},
		{":expect totals.software at_least 95015.60", []string{"✓ totals.software is 95015.60, as expected"}},
		{":show terms", []string{"╭▸ The terms of the deal", "discount"}},
	} {
		if err := s.Line(step.line); err != nil {
			t.Fatal(err)
		}
		wantOn(t, s, step.want...)
	}
	if err := s.Line(":expect totals.software 1"); err == nil || !strings.Contains(err.Error(), "wanted 1, got 95015.60") {
		t.Errorf("an expectation that does not hold: %v", err)
	}
}

// TestPlainQuestions asks what-ifs by words, and takes their answers over.
func TestPlainQuestions(t *testing.T) {
	for _, c := range []struct{ lines, want, not string }{
		{"whatif best m5.large", "Buy 10: that is 12,600.00 for 12 months.", "c6i.xlarge"},
		{"whatif best", "c6i.xlarge       3", ""},
		{"whatif best m5.large|take", "m5.large annual 10; this deal 95,015.60 -> 91,429.60", ""},
		{"whatif best m5.large|take 9", "m5.large annual 9; this deal 95,015.60 -> 93,222.60", ""},
		{"whatif best m9.large", "refused: whatif: m9.large is no type of the deal", ""},
		{"target 90000", "2.5%  90,096.24          +96.24  nothing", "keep to"},
		{"target 90000|take 3", "discount 2%; this deal 95,015.60 -> 90,558.08", ""},
		{"target 90000|take 4", "refused: take: the answers are numbered from 1 to 3", ""},
		{"target 90000|round 0.005|take", "discount 2.605%; this deal 95,015.60 -> 89,999.17", ""},
		{"target 90000|hold m5.large hourly", "m5.large hourly is held", ""},
		{"floor 96%|target 90000", "nothing under 96% of list", ""},
		{"floor m5.large hourly 96%|target 90000", "m5.large hourly from 96% of list", ""},
		{"target 140000 total|seek m5.large annual", "totals.total of 140,000.00", ""},
		{"seek m5.large hourly", "by      offer.instance.\"m5.large\".hourly in steps of", ""},
		{"seek months", "refused: seek: it can be reached by discount, c6i.xlarge hourly rate", ""},
		{"sweep m5.large annual 0..12/4", "8   95,015.60  <  #", "across"},
		{"sweep instance.m5.large.annual=0..12/4 months 12..24/12", "instance.\"m5.large\".annual (across) and months", ""},
		{"sweep m5.large annual 0..12/4|take 12", "m5.large annual 12; this deal 95,015.60 -> 96,749.60", ""},
		{"sweep m5.large annual 0..12/4|take 11", "refused: take: 11 is no value of m5.large annual on its axis", ""},
		{"sweep m5.large annual 0..12/4|take", "refused: take: write take and the values of a point", ""},
		{"sweep discount 0%..20%/5%", "With a private offer of 24 months; at list prices it comes to 92,406.40", ""},
		{"sweep discount 0%..20%/5%|take 10%", "discount 10%; this deal 95,015.60 -> 83,165.76", ""},
		{"sweep m5.large anual 0..2", "m5.large anual is no input of the deal", ""},
		{"best", "refused: write best KEY", ""},
		{"help best", "best KEY: buy the cheapest", ""},
		{"floor", "refused: write floor [KEY RATE] PERCENT", ""},
		{"target", "refused: write target AMOUNT [FIGURE]", ""},
		{"remove", "refused: write remove KEY", ""},
		{"whatif best m5.large", "Cheapest number of annuals", ""},
		{"best m5.large", "m5.large annual 8 -> 10", ""},
		{"tornado 10%", "totals.software is 95,015.60; what each input makes of it 10% lower and higher", ""},
		{"tornado 7%", "refused: tornado: inputs swing by 1%, 2%, 5%", ""},
		{"tornado|figure savings", "savings is 36,004.80", ""},
		{"tornado|figure wins", "refused: figure: the figures are software, total, savings", ""},
		{"tornado|back|back", "the question is closed\nrefused: back: nothing is open", ""},
		{"take", "refused: take: no question is open; whatif opens one", ""},
		{"target 90000|set m5.large annual 10|take", "discount 0%; this deal 91,429.60 -> 89,036.80", ""}, // asked anew
		{"presenter on|floor 90%|target 90000", "refused: floor: not in presenter view", "under"},
		{"presenter on|tornado|figure seller's net", "refused: figure: the figures are", "seller's net"},
	} {
		got, _ := said(t, speak(t, "covered-baseline"), strings.Split(c.lines, "|")...)
		if !strings.Contains(got, c.want) || c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s: want %q, not %q, in\n%s", c.lines, c.want, c.not, got)
		}
	}
}

// TestPlainBreaks tells in words which rule an answer breaks.
func TestPlainBreaks(t *testing.T) {
	s, err := play.New(belowFloor(t), play.Options{Width: 120, Height: 40, Plain: true, Book: rulebook(t)})
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := said(t, s, "floor 80%", "target 100"); !strings.Contains(got, "OWN-1: The seller's own floor") {
		t.Errorf("no rule is told in\n%s", got)
	}
}
