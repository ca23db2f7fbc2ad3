package session

import (
	"strings"
	"testing"

	"termsheet/scenarios"
)

// theirs is the document as another program has written it.
func theirs(t *testing.T, x string) *scenarios.Document {
	t.Helper()
	doc, err := scenarios.Read("deal.toml", []byte(strings.Replace(text, "annual  = 4", "annual  = "+x, 1)), "")
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestReread(t *testing.T) {
	s := open(t, text)
	s.ShowVariant("None covered")
	s.StepMonth(2)
	day, pin := s.Day(), s.Pinned()
	s.Reread(theirs(t, "9"), "read again")
	if s.Variant() != "None covered" || s.Day() != day || s.Pinned() != pin {
		t.Errorf("the variant is %s, the day %s, the baseline %s", s.Variant(), s.Day(), s.Pinned().Label)
	}
	s.ShowVariant("base")
	if bought(t, s) != "9" || s.Dirty() || s.Edited() {
		t.Errorf("X is %s, and is to be saved: %v", bought(t, s), s.Dirty())
	}
	if what, _ := s.Undo(); what != "read again" || bought(t, s) != "4" || !s.Edited() {
		t.Errorf("undo of %q leaves X = %s, as the file has it: %v", what, bought(t, s), !s.Edited())
	}
	if s.Redo(); s.Edited() {
		t.Error("what the file has is to be saved")
	}
}

func TestPut(t *testing.T) {
	s := open(t, text)
	s.Put(theirs(t, "9"), "edited by hand")
	if bought(t, s) != "9" || !s.Edited() || s.Clean().Name() != "deal.toml" {
		t.Errorf("X is %s, and is to be saved: %v", bought(t, s), s.Edited())
	}
	if what, _ := s.Undo(); what != "edited by hand" || s.Edited() {
		t.Errorf("undo of %q leaves edits: %v", what, s.Edited())
	}
}

func TestRebase(t *testing.T) {
	s := open(t, text)
	if err := s.Apply("5", annual("", "5")); err != nil {
		t.Fatal(err)
	}
	generation := s.Generation()
	s.Rebase(theirs(t, "5"))
	if bought(t, s) != "5" || s.Edited() || s.Generation() == generation {
		t.Errorf("X is %s, and is to be saved: %v", bought(t, s), s.Edited())
	}
	if s.Undo(); !s.Edited() {
		t.Error("what the file no longer has is not to be saved")
	}
}
