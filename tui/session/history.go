package session

import (
	"slices"

	"termsheet/scenarios"
)

// step is a state of the document that undo can return to.
type step struct {
	doc   *scenarios.Document
	clean *scenarios.Document // as opened or last saved
	what  string              // the edit that led away from it (undo) or back to it (redo)
	in    string              // the variant that was shown then
	to    string              // the one that the edit left shown
	pin   *Pin                // the baseline there, where the edit put another document in its place
}

func (s step) dirty() bool { return !s.doc.SameText(s.clean) }

// Apply changes the document in one step of undo. An edit that the document
// refuses changes nothing.
func (s *Session) Apply(what string, edits ...scenarios.Edit) error {
	next, err := s.now.doc.Apply(edits...)
	if err != nil {
		return s.against(err, edits)
	}
	s.preview = nil
	s.advance(step{doc: next, clean: s.now.clean}, what)
	return nil
}

// Preview shows what an edit would do while it is still being typed. Where the
// document refuses it, the document as it stands is shown.
func (s *Session) Preview(edits ...scenarios.Edit) error {
	next, err := s.now.doc.Apply(edits...)
	if err != nil {
		s.EndPreview()
		return s.against(err, edits)
	}
	s.preview = next
	s.price()
	s.settle()
	return nil
}

// EndPreview shows the document as it stands.
func (s *Session) EndPreview() {
	if s.preview == nil {
		return
	}
	s.preview = nil
	s.price()
	s.settle()
}

// Replace puts another document in place of this one; undo brings it back.
func (s *Session) Replace(doc *scenarios.Document, what string) {
	s.preview = nil
	pin := s.pin
	s.advance(step{doc: doc, clean: doc}, what)
	s.undo[len(s.undo)-1].pin = &pin
	s.day = s.Scenario().Start
	s.Pin("as opened")
}

func (s *Session) advance(next step, what string) { s.advanceFrom(s.variant, next, what) }

// advanceFrom is advance for an edit that shows another variant than before; none
// is where it was made in no variant, as in an editor: then going back over it
// leaves the one that is shown.
func (s *Session) advanceFrom(in string, next step, what string) {
	before := s.now
	before.what, before.in, before.to = what, in, s.variant
	if in == "" {
		before.to = ""
	}
	s.undo, s.redo = append(s.undo, before), nil
	s.now = next
	s.named(before.clean, next.clean)
	s.price()
	s.settle()
}

// Undo returns to the state before the last edit, and to the variant that it was
// made in, and says what it took back.
func (s *Session) Undo() (what string, ok bool) {
	return s.travel(&s.undo, &s.redo, func(edit step) string { return edit.in })
}

// Redo makes the edit again that was undone last, shows what it showed, and says
// which it was.
func (s *Session) Redo() (what string, ok bool) {
	return s.travel(&s.redo, &s.undo, func(edit step) string { return edit.to })
}

func (s *Session) travel(from, to *[]step, shows func(step) string) (string, bool) {
	n := len(*from)
	if n == 0 {
		return "", false
	}
	next, here := (*from)[n-1], s.now
	here.what, here.in, here.to, here.pin = next.what, next.in, next.to, nil
	if next.pin != nil {
		pin := s.pin
		here.pin, s.pin = &pin, *next.pin
	}
	*from, *to = (*from)[:n-1], append(*to, here)
	s.now, s.preview = next, nil
	if name := shows(next); s.visibleIn(next.doc, name) {
		s.variant = name
	}
	s.price()
	s.settle()
	return s.told(next), true
}

// CanUndo and CanRedo tell how many steps there are either way.
func (s *Session) CanUndo() int { return len(s.undo) }

// CanRedo is the number of edits that were undone and can be made again.
func (s *Session) CanRedo() int { return len(s.redo) }

// Dirty tells whether leaving would lose an edit: in this document, or in one
// that another was opened over.
func (s *Session) Dirty() bool { return s.now.dirty() || s.Left() != nil }

// Left is the document that another was opened over last while it had edits that its
// file has not; nil where there is none.
func (s *Session) Left() *scenarios.Document {
	if i := s.left(); i >= 0 {
		return s.undo[i].doc
	}
	return nil
}

// GoBack returns to the document that Left is, with its edits.
func (s *Session) GoBack() {
	for i := s.left(); i >= 0 && len(s.undo) > i; {
		s.Undo()
	}
}

// left is the place of that document in the history, -1 where there is none.
func (s *Session) left() int {
	if !s.several {
		return -1
	}
	for i, u := range slices.Backward(s.undo) {
		next := s.now
		if i+1 < len(s.undo) {
			next = s.undo[i+1]
		}
		if next.clean != u.clean && next.clean.Name() != u.clean.Name() && u.dirty() {
			return i
		}
	}
	return -1
}

// named notes whether the history has documents of several names: only then one can
// lie under another.
func (s *Session) named(before, now *scenarios.Document) {
	s.several = s.several || before.Name() != now.Name()
}

// Saved notes that the document was written; doc is the document it became.
func (s *Session) Saved(doc *scenarios.Document) {
	s.rebase(s.now.clean, doc)
	s.now.doc = doc
	s.price()
	s.settle()
}
