package tui_test

import (
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
	for _, act := range tui.Actions() {
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
