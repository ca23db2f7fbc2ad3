package session

import "termsheet/model/deal"

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
}

// Presenting tells whether the seller's own figures are taken away.
func (s *Session) Presenting() bool { return s.presenting }

// Untried is the shown variant's scenario without what is only tried.
func (s *Session) Untried() (*deal.Scenario, bool) {
	scenario, ok := s.now.doc.Scenario(s.variant)
	return s.shown(scenario), ok
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
