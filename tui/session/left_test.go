package session

import (
	"testing"

	"termsheet/scenarios"
)

// TestLeft: a document that another is opened over keeps its edits and its baseline,
// and is told of until its edits are in a file.
func TestLeft(t *testing.T) {
	s := open(t, text)
	opened := s.Pinned().Quote
	s.Apply("4 to 9", annual("", "9"))
	edited := s.Document()
	other, err := scenarios.Open("lapse")
	if err != nil {
		t.Fatal(err)
	}
	s.Replace(other, "opened lapse")
	theirs := s.Pinned().Quote
	if s.Edited() || !s.Dirty() || s.Left() != edited || theirs == opened {
		t.Errorf("edited: %v, to be saved: %v, left: %v, the same baseline: %v", s.Edited(), s.Dirty(), s.Left(), theirs == opened)
	}
	s.Undo()
	if s.Pinned().Quote != opened || s.Document() != edited || s.Left() != nil {
		t.Errorf("undone, the baseline is that of the other: %v, left: %v", s.Pinned().Quote == theirs, s.Left())
	}
	s.Redo()
	if s.Pinned().Quote != theirs {
		t.Error("again, the baseline is not that of the other")
	}
	s.Apply("6 to 8", annual("", "8"))
	s.GoBack()
	if s.Document() != edited || s.Pinned().Quote != opened || bought(t, s) != "9" {
		t.Errorf("back at %s with X %s", s.Document().Name(), bought(t, s))
	}
	s.Redo()
	s.Redo()
	if bought(t, s) != "8" || s.Pinned().Quote != theirs {
		t.Errorf("ahead again with X %s", bought(t, s))
	}
}
