package session

import "termsheet/scenarios"

// Clean is the document as its file had it when it was opened, saved or read
// again last.
func (s *Session) Clean() *scenarios.Document { return s.now.clean }

// Committed is the document without a value that is still being typed.
func (s *Session) Committed() *scenarios.Document { return s.now.doc }

// Edited tells whether the document has edits that its file has not. Other than
// Dirty it does not look at documents that this one was opened over.
func (s *Session) Edited() bool { return s.now.dirty() }

// Reread puts the document as its file has it now in place of this one. The
// variant, the day and the baseline stay; undo brings this one back, as an edit
// of that file.
func (s *Session) Reread(doc *scenarios.Document, what string) {
	old := s.now.clean
	s.preview = nil
	s.advanceFrom("", step{doc: doc, clean: doc}, what)
	s.rebase(old, doc)
}

// Put puts a document that was made from this one in its place, as one edit.
func (s *Session) Put(doc *scenarios.Document, what string) {
	s.preview = nil
	s.advanceFrom("", step{doc: doc, clean: s.now.clean}, what)
}

// Rebase keeps the document, and takes doc for what its file has now.
func (s *Session) Rebase(doc *scenarios.Document) {
	s.rebase(s.now.clean, doc)
	s.change()
}

// rebase notes in all states of a file what it holds now.
func (s *Session) rebase(old, now *scenarios.Document) {
	s.named(old, now)
	if s.now.clean == old {
		s.now.clean = now
	}
	for _, list := range [][]step{s.undo, s.redo} {
		for i := range list {
			if list[i].clean == old {
				list[i].clean = now
			}
		}
	}
}
