package tui_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"termsheet/tui"
	"termsheet/tui/play"
)

// TestLineModeTakesAnything gives line mode words of the table in any order, with
// anything behind them: every line that says something is answered, and nothing
// is written.
func TestLineModeTakesAnything(t *testing.T) {
	var words []string
	for _, act := range slices.Concat(tui.Actions(), tui.WhatIfKeys()) {
		word, _, _ := strings.Cut(act.Command, " ")
		if word != "" && !strings.HasPrefix(word, "quit") && !strings.HasPrefix(word, "save") && word != "wq" {
			words = append(words, word)
		}
	}
	behind := []string{"", "m5.large", "annual", "hourly", "10", "+2", "-15%", "Hourly only", "base", "Option 2", "saved", "worst", "left", "lapse",
		"lapse:*", "totals.software", "charges.0", "at_least", "off", "on", "2027-07-01", "\"", "\x1b[31m", "日本", "0..12/4", "discount", "\xff", "*", "1e9", "99999999999999999999"}
	doc, book := open(t, "covered-baseline"), rulebook(t)
	rapid.Check(t, func(rt *rapid.T) {
		s, err := play.New(doc, play.Options{Width: 120, Height: 40, Plain: true, Book: book})
		if err != nil {
			rt.Fatal(err)
		}
		for range rapid.IntRange(1, 12).Draw(rt, "lines") {
			line := rapid.SampledFrom(words).Draw(rt, "word")
			for range rapid.IntRange(0, 3).Draw(rt, "more") {
				line += " " + rapid.SampledFrom(behind).Draw(rt, "behind")
			}
			var out strings.Builder
			if _, err := s.Lines(strings.NewReader(line), &out, play.Talk{}); err != nil {
				rt.Fatalf("%s: %v", line, err)
			}
			if strings.TrimSpace(out.String()) == "" || strings.ContainsAny(out.String(), "\x1b\x00") {
				rt.Fatalf("%q is answered with %q", line, out.String())
			}
		}
	})
}
