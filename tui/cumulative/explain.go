package cumulative

import (
	"termsheet/tui/explain"
	"termsheet/tui/session"
)

// Explain tells where the figure that the picture has on the day comes from.
func (p *Pane) Explain(s *session.Session, key string, from explain.Source) (*explain.Page, error) {
	return pictures[p.kind].explain(s, key, from)
}

func explainCost(s *session.Session, _ string, from explain.Source) (*explain.Page, error) {
	return from.Charged(s.Day())
}

func explainInvoices(s *session.Session, _ string, from explain.Source) (*explain.Page, error) {
	return from.Invoiced(max(s.Day(), firstInvoice(s.Quote())))
}

func explainPrice(s *session.Session, key string, from explain.Source) (*explain.Page, error) {
	list := priced(s.Lanes(), key)
	if len(list) == 0 {
		return nil, nil
	}
	return from.Rate(list[0], s.Day())
}
