package tui_test

import (
	"strings"
	"testing"
)

// TestBehindWords does nothing by a word that has more behind it than it takes,
// and takes how often behind one that can be done several times.
func TestBehindWords(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"pin x", "refused: pin: x is too much; write pin"},
		{"quit now", "refused: quit: now is too much"},
		{"findings x", "refused: findings: x is too much"},
		{"next variant", "refused: next: variant is not how often, from 1 to 9999; write next 3"},
		{"undo 0", "refused: undo: 0 is not how often"},
		{"undo 1 2", "refused: undo: 2 is too much; write undo [TIMES]"},
		{"best m5.large m5.xlarge", "refused: best: m5.xlarge is too much; write best [KEY]"},
		{"remove m5.large m5.xlarge", "refused: remove: m5.xlarge is too much"},
		{"add m5.4xlarge c6i.large", "refused: add: c6i.large is too much"},
		{"day 2027-01-01 12", "refused: day: 12 is too much"},
		{"round 1 2", "refused: round: a step is a number above zero"},
		{"round 0.5 %", "in steps of 0.5%"},
		{"day +30 ", "2026-12-31"},
		{"horizon", "refused: write horizon MONTHS"}, // only the key goes through them
		{"renew", "refused: write renew none|auto"},
		{"explain m5.large", "refused: explain: m5.large is no figure; show mix and show terms tell what it is and costs"},
		{"show m5.large", "refused: show: m5.large is no figure"},
	} {
		if got, _ := said(t, speak(t, "covered-baseline"), c.line); !strings.Contains(got, c.want) {
			t.Errorf("%s answers\n%swant %s", c.line, got, c.want)
		}
	}
	got, tally := said(t, speak(t, "covered-baseline"), "set m5.large annual +1", "repeat 3", "show mix", "undo 2", "redo", "next 3", "previous 2")
	for _, want := range []string{"11 -> 12", "undone: m5.large annual 10 -> 11", "again: m5.large annual 10 -> 11", "2027-06-14: ", "2026-12-03: "} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if tally.Refused != 0 {
		t.Errorf("refused %d:\n%s", tally.Refused, got)
	}
}

// TestTitlesRun runs what has no word by its title, as the command line lists it,
// and not the word that the title begins with.
func TestTitlesRun(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{`: type:"next variant"`, "▸ next variant"},
		{`: type:"next variant" enter`, "Hourly only (2 of 4)"},
		{`: type:"Previous month" enter`, "2026-12-01"},
		{`: type:"save as" enter`, "save as: nothing is written here"},
		{`: type:"one more" enter`, "m5.large annual 8 → 9"},
		{`: type:"undo 2" enter`, "undo: nothing has been changed"},
	} {
		s := stage(t, open(t, "covered-baseline"), 100, 30)
		press(t, s, c.keys)
		wantOn(t, s, strings.TrimPrefix(c.want, "▸ "))
	}
}

// TestShortWords understands the words that other programs have for saving and for
// leaving.
func TestShortWords(t *testing.T) {
	for _, c := range []struct {
		keys string
		want []string
	}{
		{`: type:q enter`, []string{"There are edits that no file has."}},
		{`: type:"w" enter`, []string{"save: nothing is written here"}},
		{`: type:"w! x" enter`, []string{"save over another file: nothing is written here"}},
		{`: type:q! `, []string{"quit without saving"}},
	} {
		s := stage(t, open(t, "covered-baseline"), 100, 30)
		press(t, s, "+ "+c.keys)
		wantOn(t, s, c.want...)
	}
	got, tally := said(t, speak(t, "covered-baseline"), "set m5.large annual 9", "q", "q!", "show mix")
	if !strings.Contains(got, "refused: quit: there are edits") || strings.Contains(got, "type") || tally.Refused != 1 {
		t.Errorf("%+v:\n%s", tally, got)
	}
}
