// Package explain opens derivations: what a figure or a date is, how it is
// worked out, what goes into it, the rules behind it, and each of those in turn.
package explain

import (
	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/tui/pane"
)

// Page is one derivation, or a rule in full.
type Page struct {
	title, path          string // path: as --explain takes it
	value, what, formula string
	items                []item
	at                   int
	window               pane.Window
}

// item is a line of a page that the cursor stands on.
type item struct {
	section      string
	label, value string
	under        []string              // small print below it
	open         func() (*Page, error) // what it is made of; nil: nothing more
	key          deal.Path             // where it is written in the scenario
}

// Sheet is a stack of pages: what was opened from what.
type Sheet struct {
	pages []*Page
}

// New is a sheet that begins with a page.
func New(first *Page) *Sheet { return &Sheet{pages: []*Page{first}} }

func (s *Sheet) top() *Page { return s.pages[len(s.pages)-1] }

// Press goes through the parts, opens one and comes back; false where the key
// means nothing here, as going back from the first page.
func (s *Sheet) Press(key string, size pane.Size) bool {
	p := s.top()
	if v, ok := pane.VerbOf(key); ok {
		p.at = pane.Step(p.at, len(p.items), size.H/2, v)
		return true
	}
	switch key {
	case "enter", "right", "l", "e":
		return s.open(p.at)
	case "o":
		return s.openRule()
	case "esc", "left", "h", "backspace":
		if len(s.pages) > 1 {
			s.pages = s.pages[:len(s.pages)-1]
			return true
		}
	}
	return false
}

func (s *Sheet) open(i int) bool {
	p := s.top()
	if i >= len(p.items) || p.items[i].open == nil {
		return false
	}
	next, err := p.items[i].open()
	if err == nil {
		s.pages = append(s.pages, next)
	}
	return err == nil
}

// openRule shows a rule in full: the one at the cursor, else the page's first.
func (s *Sheet) openRule() bool {
	p := s.top()
	if p.at < len(p.items) && p.items[p.at].section == rulesSection {
		return s.open(p.at)
	}
	for i := range p.items {
		if p.items[i].section == rulesSection {
			return s.open(i)
		}
	}
	return false
}

// Key is the key of the scenario that the part at the cursor comes from, if it
// is written there.
func (s *Sheet) Key() (deal.Path, bool) {
	p := s.top()
	if p.at >= len(p.items) || len(p.items[p.at].key) == 0 {
		return nil, false
	}
	return p.items[p.at].key, true
}

// Footer is the line that says how to go on and out.
func (s *Sheet) Footer() string {
	text := ""
	if p := s.top(); p.at < len(p.items) {
		switch it := p.items[p.at]; {
		case it.open != nil:
			text = "enter open it  "
		case len(it.key) > 0:
			text = "enter go to its field  "
		}
	}
	if len(s.pages) > 1 {
		return text + "o the rule in full  y copy  esc one back"
	}
	return text + "o the rule in full  y copy  esc back"
}

// Value is what the page explains, as a sheet of figures reads it.
func (s *Sheet) Value() string {
	value := s.top().value
	if bare, err := money.Ungrouped(value); err == nil {
		return bare
	}
	return value
}
