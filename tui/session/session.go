// Package session is one sitting at a deal: the document that is looked at,
// what it costs, how it got there and what it is compared with. It knows no
// terminal; panes read it and the application changes it.
package session

import (
	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/pricing"
	"termsheet/scenarios"
)

// Session holds one document, priced, with its history. Every change goes
// through its methods, and each raises Generation, so that a view knows when
// what it drew is out of date.
type Session struct {
	conventions pricing.Conventions
	now         step
	undo, redo  []step
	several     bool                // documents of several names are or were among them
	preview     *scenarios.Document // a value that is still being typed
	variant     string
	priced      []Priced
	variants    []Variant // the same
	pin         Pin
	day         calendar.Day
	generation  int
	agreed      int // the generation that more than annuals changed in
	like        *deal.Scenario
	presenting  bool
	hidden      map[string]bool // variants that presenter view leaves out
	best        kept[[]Best]
	lines       kept[map[string]Line]
	pinned      kept[map[string]Line]
	sums        sumsOf
	evens       struct {
		of   *pricing.BreakEven // the first of them
		list map[string]Even
	}
}

// New opens a session on a document. What it costs at the start is the first
// baseline, so that the first key already shows a difference.
func New(doc *scenarios.Document, c pricing.Conventions) *Session {
	s := &Session{conventions: c, now: step{doc: doc, clean: doc}, variant: deal.Base}
	s.price()
	s.like, s.day = s.priced[0].like, s.Scenario().Start
	s.Pin("as opened")
	return s
}

// Document is the document that is shown: with the value being typed, if it
// reads. It is there to be saved
// and checked, not to be shown: it has the seller's own table, whoever looks.
func (s *Session) Document() *scenarios.Document {
	if s.preview != nil {
		return s.preview
	}
	return s.now.doc
}

// Base is the document without what is only tried.
func (s *Session) Base() *scenarios.Document { return s.now.doc }

// Trying tells whether an edit is shown that is not made.
func (s *Session) Trying() bool { return s.preview != nil }

// Where is the place of a key of a variant in the file.
func (s *Session) Where(variant string, key deal.Path) scenarios.Position {
	return s.Document().Where(variant, key)
}

// Conventions are the numbers of the rulebook that the session prices with.
func (s *Session) Conventions() pricing.Conventions { return s.conventions }

// Generation changes whenever anything that a view shows may have changed.
func (s *Session) Generation() int { return s.generation }

// Agreed changes whenever anything may have changed but numbers of annuals, with what
// follows from them.
func (s *Session) Agreed() int { return s.agreed }

// change tells views that what they show is out of date.
func (s *Session) change() {
	s.generation++
	s.agreed = s.generation
}

// Variant is the name of the variant that is shown.
func (s *Session) Variant() string { return s.variant }

// EditVariant is the name of the shown variant as an edit gives it: empty for
// the scenario itself.
func (s *Session) EditVariant() string {
	if s.variant == deal.Base {
		return ""
	}
	return s.variant
}

// Current is the variant that is shown, with its quote.
func (s *Session) Current() Priced { return *s.complete(&s.priced[s.VariantIndex()]) }

// Scenario is the shown variant's scenario.
func (s *Session) Scenario() *deal.Scenario { return s.priced[s.VariantIndex()].Scenario }

// Product is the shown variant's product.
func (s *Session) Product() *listing.Product { return s.Scenario().Product }

// Quote is the shown variant's quote: the last good one where it cannot be
// priced, nil where it never could.
func (s *Session) Quote() *pricing.Quote { return s.Current().Quote }

// Priced lists all variants with their quotes, base first.
func (s *Session) Priced() []Priced {
	for i := range s.priced {
		s.complete(&s.priced[i])
	}
	return s.priced
}

// VariantIndex is the place of the shown variant among all.
func (s *Session) VariantIndex() int {
	for i := range s.priced {
		if s.priced[i].Scenario.Variant == s.variant {
			return i
		}
	}
	return 0
}

// ShowVariant shows a variant; false where there is none of that name.
func (s *Session) ShowVariant(name string) bool {
	for i := range s.priced {
		if s.priced[i].Scenario.Variant == name {
			s.variant = name
			s.settle()
			return true
		}
	}
	return false
}

// StepVariant shows the variant so many places on, around the end.
func (s *Session) StepVariant(by int) {
	n := len(s.priced)
	i := ((s.VariantIndex()+by)%n + n) % n
	s.ShowVariant(s.priced[i].Scenario.Variant)
}

// Need is an instance type of the shown variant.
func (s *Session) Need(kind string) (deal.Need, bool) { return s.Scenario().Need(kind) }
