package session

import (
	"testing"

	"termsheet/model/deal"
	"termsheet/scenarios"
)

// TestAgreed: numbers of annuals leave what is agreed as it is, and nothing else does.
func TestAgreed(t *testing.T) {
	s := open(t, text)
	for _, c := range []struct {
		what string
		do   func()
		same bool
	}{
		{"an annual", func() { s.Apply("4 to 9", annual("", "9")) }, true},
		{"undone", func() { s.Undo() }, true},
		{"one that is typed", func() { s.Preview(annual("", "7")) }, true},
		{"no more", func() { s.EndPreview() }, true},
		{"what runs", func() { s.Apply("running", edit("", "running", "11")) }, false},
		{"the horizon", func() { s.Apply("months", scenarios.Edit{Path: deal.P("months"), Value: "36"}) }, false},
		{"another day", func() { s.StepDay(40) }, false},
		{"another variant", func() { s.StepVariant(1) }, false},
		{"the baseline", func() { s.Pin("pinned") }, false},
		{"presented", func() { s.Present(true) }, false},
	} {
		generation, agreed := s.Generation(), s.Agreed()
		c.do()
		if same := s.Agreed() == agreed; same != c.same || s.Generation() == generation {
			t.Errorf("%s: the same is agreed: %v; views know of it: %v", c.what, same, s.Generation() != generation)
		}
	}
}
