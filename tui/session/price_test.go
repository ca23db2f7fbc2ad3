package session

import (
	"reflect"
	"slices"
	"testing"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/scenarios"
)

// TestPricedAnew: after every kind of change each variant costs what it costs
// priced on its own, and one that the change does not reach keeps its quote.
func TestPricedAnew(t *testing.T) {
	s := open(t, text)
	base := s.Priced()[0].Quote
	for _, c := range []struct {
		what string
		do   func()
		kept bool // the quote of base
	}{
		{"variant", func() { s.Apply("0 to 1", annual("None covered", "1")) }, true},
		{"base", func() { s.Apply("4 to 9", annual("", "9")) }, false},
		{"trying", func() { s.Preview(annual("None covered", "2")) }, false},
		{"no more", func() { s.EndPreview() }, false},
		{"undone", func() { s.Undo(); s.Undo() }, false},
		{"presented", func() { s.Present(true) }, false},
		{"no need", func() { s.Present(false); s.Apply("5 to 3", edit("None covered", "running", "3")) }, false},
	} {
		c.do()
		variants := slices.Clone(s.Variants())
		if kept := s.Priced()[0].Quote == base; kept != c.kept {
			t.Errorf("%s: base keeps its quote: %v", c.what, kept)
		}
		for i, p := range s.Priced() {
			scenario := s.Document().Scenarios()[i]
			want, err := pricing.Price(scenario, s.Conventions())
			if p.Scenario.Variant != scenario.Variant || p.Err != err || !reflect.DeepEqual(p.Quote, want) {
				t.Errorf("%s: %s does not cost what it costs anew", c.what, scenario.Variant)
			}
			if v := variants[i]; err == nil && (v.Scenario != p.Scenario || v.Totals != want.Totals || !reflect.DeepEqual(v.Months, want.Months)) {
				t.Errorf("%s: %s comes to %+v, %+v", c.what, scenario.Variant, v.Totals, v.Months)
			}
		}
	}
}

// TestOutline: of a variant that is not shown no quote is worked out until somebody
// asks for it.
func TestOutline(t *testing.T) {
	s := open(t, text)
	late := func() bool { return s.priced[1].late }
	for _, c := range []struct {
		what string
		do   func()
		late bool
	}{
		{"opened", func() {}, true},
		{"its first annual", func() { s.Apply("0 to 1", annual("None covered", "1")) }, false},
		{"an annual more", func() { s.Apply("1 to 4", annual("None covered", "4")) }, true},
		{"shown", func() { s.ShowVariant("None covered"); s.Quote() }, false},
		{"edited there", func() { s.Apply("4 to 2", annual("None covered", "2")) }, false},
		{"not shown, and still the same", func() { s.ShowVariant(deal.Base) }, false},
		{"another annual", func() { s.Apply("2 to 3", annual("None covered", "3")) }, true},
		{"compared", func() { s.Priced() }, false},
		{"more than annuals", func() { s.Apply("24 to 36", scenarios.Edit{Path: deal.P("months"), Value: "36"}) }, true},
	} {
		if c.do(); late() != c.late {
			t.Errorf("%s: the quote is still to be worked out: %v", c.what, late())
		}
	}
}

func edit(variant, key, value string) scenarios.Edit {
	return scenarios.Edit{Variant: variant, Path: deal.P("instance", "m5.large", key), Value: value}
}

// TestBestXAnew: after any edit the cheapest number of annuals, and what it saves,
// are those of a session that has kept nothing.
func TestBestXAnew(t *testing.T) {
	s := open(t, text)
	seen := map[string]bool{}
	for _, e := range []scenarios.Edit{
		annual("", "5"), annual("", "4"), edit("", "running", "9"), annual("", "5"),
		{Path: deal.P("months"), Value: "36"}, {Path: deal.P("renew"), Value: `"auto"`}, annual("", "4"),
		{Path: deal.P("hours"), Value: `"calendar"`}, edit("", "running", "3"),
	} {
		if err := s.Apply("edit", e); err != nil {
			t.Fatal(err)
		}
		got, want := s.BestX(), New(s.Document(), s.Conventions()).BestX()
		if len(got) == 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("with %s = %s: %+v, want %+v", e.Path, e.Value, got, want)
		}
		seen[got[0].Over.String()] = true
	}
	if len(seen) < 5 {
		t.Errorf("the edits tell little apart: %v", seen)
	}
}
