package costs

import (
	"strings"
	"testing"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/scenarios"
	"termsheet/tui/compare"
	"termsheet/tui/pane"
	"termsheet/tui/session/begun"
	"termsheet/tui/theme"
)

// TestForTheBetter has the style of a difference say whether it is one for the
// better: more saved is, more paid is not. The comparison knows of every figure.
func TestForTheBetter(t *testing.T) {
	for _, m := range measures {
		if compare.Wanted(m.label) == theme.Neither {
			t.Errorf("nobody knows which way %s is better", m.label)
		}
	}
	th, err := theme.ByName("dark")
	if err != nil {
		t.Fatal(err)
	}
	s := begun.On(t, "covered-baseline")
	for _, step := range []struct {
		annual string
		want   map[string]theme.Style
	}{
		{"10", map[string]theme.Style{"this deal": th.Better, "saved ": th.Better, "commitments": th.Worse, "metered": th.Better, "m5.large": th.Better}},
		{"0", map[string]theme.Style{"this deal": th.Worse, "saved ": th.Worse, "commitments": th.Better, "metered": th.Worse}},
	} {
		if err := s.Apply(step.annual, scenarios.Edit{Path: deal.P("instance", "m5.large", "annual"), Value: step.annual}); err != nil {
			t.Fatal(err)
		}
		for _, l := range lines(s, "m5.large") {
			for label, style := range step.want {
				if !strings.HasPrefix(l.label, label) {
					continue
				}
				diff := l.amount - l.base
				got := row(pane.Context{Theme: &th}, l, 46, 16, false)
				_, sign := th.Change(int64(diff), theme.Less)
				drawn := pane.NewRow(&th).Right(style, sign+" "+diff.Signed(), deltaMost).String()
				if diff == 0 || !strings.HasSuffix(got, drawn) {
					t.Errorf("at %s annuals %s is drawn as %q, want %q at its end", step.annual, l.label, got, drawn)
				}
			}
		}
	}
	dearer := begun.On(t, "covered-baseline")
	if err := dearer.Apply("too many", scenarios.Edit{Path: deal.P("instance", "m5.large", "annual"), Value: "90"}); err != nil {
		t.Fatal(err)
	}
	for _, l := range lines(dearer, "") {
		if l.label == "costs more" && (l.want != theme.Less || l.amount <= money.Amount(0)) {
			t.Errorf("to cost %s more is for the better", l.amount)
		}
	}
}
