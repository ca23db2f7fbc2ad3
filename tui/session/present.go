package session

import (
	"fmt"
	"slices"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/scenarios"
)

// Present shows the deal as its buyer may see it, or in full again. While it is
// on, no scenario that the session gives away has the seller's own table; the
// document keeps it, to be saved.
func (s *Session) Present(on bool) {
	if s.presenting == on {
		return
	}
	s.presenting = on
	s.price()
	s.settle()
	s.change() // though the deal may be the same
}

// Presenting tells whether the seller's own figures are taken away.
func (s *Session) Presenting() bool { return s.presenting }

// Hide keeps a variant from the deal as its buyer may see it, or gives it back.
// The file knows nothing of that.
func (s *Session) Hide(name string) (hidden bool, err error) {
	if name == deal.Base {
		return false, fmt.Errorf("%s is the scenario itself, which the variants are laid over; only a variant can be hidden", deal.Base)
	}
	if _, ok := s.Document().Scenario(name); !ok {
		return false, fmt.Errorf("there is no variant %s", name)
	}
	if s.hidden == nil {
		s.hidden = map[string]bool{}
	}
	s.hidden[name] = !s.hidden[name]
	s.price()
	s.settle()
	s.change() // though the deal may be the same
	return s.hidden[name], nil
}

// Hidden tells whether a variant is hidden in presenter view.
func (s *Session) Hidden(name string) bool { return s.hidden[name] }

// HiddenVariants are the variants of the document that are hidden in presenter
// view, as written.
func (s *Session) HiddenVariants() []string {
	var names []string
	for _, scenario := range s.Document().Scenarios() {
		if s.hidden[scenario.Variant] {
			names = append(names, scenario.Variant)
		}
	}
	return names
}

// told is what an edit did, not said of a variant that is hidden now.
func (s *Session) told(edit step) string {
	for name, hidden := range s.hidden {
		if s.presenting && hidden && (edit.in == name || edit.to == name || strings.Contains(edit.what, name)) {
			return "an edit"
		}
	}
	return edit.what
}

// hide keeps a new name for a hidden variant hidden. The old one stays so, too:
// undo brings it back.
func (s *Session) hide(name, like string) {
	if s.hidden[like] {
		s.hidden[name] = true
	}
}

// visibleIn tells whether a document has a variant that may be seen.
func (s *Session) visibleIn(doc *scenarios.Document, name string) bool {
	_, has := doc.Scenario(name)
	return has && !(s.presenting && s.hidden[name])
}

// visible are the scenarios that may be seen.
func (s *Session) visible(list []*deal.Scenario) []*deal.Scenario {
	if !s.presenting {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(scenario *deal.Scenario) bool { return s.hidden[scenario.Variant] })
}

// Untried is the shown variant's scenario without what is only tried.
func (s *Session) Untried() (*deal.Scenario, bool) {
	scenario, ok := s.now.doc.Scenario(s.variant)
	return s.shown(scenario), ok
}

// Returned is that scenario with the offer of the scenario itself, of which it goes
// without; nil where that is not so.
func (s *Session) Returned() *deal.Scenario {
	if returned := s.now.doc.Returned(s.variant); returned != nil {
		return s.shown(returned)
	}
	return nil
}

// Returning are the edits that give the shown variant the offer of the scenario
// itself, of which it goes without; none where that is not so.
func (s *Session) Returning() []scenarios.Edit { return s.Document().Returning(s.variant) }

// Floor is the lowest share of list that the seller of the shown variant accepts,
// in presenter view, too: there it holds and is not told.
func (s *Session) Floor() listing.Rate {
	if scenario, ok := s.now.doc.Scenario(s.variant); ok && scenario.Seller != nil {
		return scenario.Seller.Floor
	}
	return listing.Rate{}
}

// shown is a scenario as the session gives it away.
func (s *Session) shown(scenario *deal.Scenario) *deal.Scenario {
	if !s.presenting || scenario == nil || scenario.Seller == nil {
		return scenario
	}
	public := *scenario
	public.Seller = nil
	return &public
}
