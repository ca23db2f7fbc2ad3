package session

import (
	"fmt"

	"termsheet/model/deal"
	"termsheet/scenarios"
)

// AddVariant makes a new variant out of a variant as it stands, and shows it.
func (s *Session) AddVariant(name, from string) error {
	what := fmt.Sprintf("%s cloned as %s", from, name)
	s.hide(name, from)
	return s.rewrite(what, name, func(doc *scenarios.Document) (*scenarios.Document, error) { return doc.AddVariant(name, from) })
}

// RenameVariant gives the shown variant another name.
func (s *Session) RenameVariant(to string) error {
	name := s.EditVariant()
	if name == "" {
		return fmt.Errorf("%s is the scenario itself; only variants have a name of their own", deal.Base)
	}
	s.hide(to, name)
	return s.rewrite(fmt.Sprintf("%s renamed to %s", name, to), to, func(doc *scenarios.Document) (*scenarios.Document, error) {
		return doc.RenameVariant(name, to)
	})
}

// RemoveVariant takes a variant out of the file; where it was shown, the
// scenario itself is.
func (s *Session) RemoveVariant(name string) error {
	if name == deal.Base {
		return fmt.Errorf("%s is the scenario itself; only a variant can be removed", deal.Base)
	}
	show := s.variant
	if show == name {
		show = deal.Base
	}
	return s.rewrite("variant "+name+" removed", show, func(doc *scenarios.Document) (*scenarios.Document, error) {
		return doc.RemoveVariant(name)
	})
}

// rewrite changes the document as a whole in one step of undo, and shows a
// variant of what it became.
func (s *Session) rewrite(what, show string, change func(*scenarios.Document) (*scenarios.Document, error)) error {
	next, err := change(s.now.doc)
	if err != nil {
		return err
	}
	in := s.variant
	s.preview, s.variant = nil, show
	s.advanceFrom(in, step{doc: next, clean: s.now.clean}, what)
	return nil
}

// FreeName is a name that no variant has yet: Option 2, if there is none.
func (s *Session) FreeName() string {
	for n := 2; ; n++ {
		name := fmt.Sprintf("Option %d", n)
		if _, taken := s.Document().Scenario(name); !taken {
			return name
		}
	}
}
