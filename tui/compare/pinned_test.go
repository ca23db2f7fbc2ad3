package compare

import (
	"strings"
	"testing"

	"termsheet/model/deal"
	"termsheet/scenarios"
)

// TestOnePinned marks one column as the baseline, whatever files have the same
// figures, and the file where the deal itself has them no more.
func TestOnePinned(t *testing.T) {
	s, _ := begin(t, "covered-baseline")
	file := File(open(t, "covered-baseline"), deal.Base, s.Conventions())
	c := New(s, []string{"base"}, []Column{file, file}, nil)
	if got, want := strings.Join(c.Table().Head, "|"), "figure|base (pinned)|covered-baseline|covered-baseline (2)|best"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	edit := scenarios.Edit{Path: deal.P("instance", "m5.large", "annual"), Value: "10"}
	if err := s.Apply("to 10", edit); err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(c.Table().Head, "|"), "figure|base|covered-baseline (pinned)|covered-baseline (2)|best"; got != want {
		t.Errorf("after an edit %s, want %s", got, want)
	}
}
