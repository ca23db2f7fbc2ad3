package costs

import (
	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/whatif"
	"termsheet/tui/compare"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// split is what lies between two quotes, kept for as long as they are shown.
type split struct {
	from, to *pricing.Quote
	bridge   *whatif.Bridge // nil where there is none
}

// splitLeast is the fewest lines for a split: its heading with a blank before
// it, the two ends and the parts between them.
const splitLeast = 8

// split draws, where there is room below the figures, how the pinned baseline
// became this deal.
func (p *Pane) split(ctx pane.Context, w, room int) []string {
	s, th := ctx.Session, ctx.Theme
	pin, now := s.Pinned(), s.Current()
	if room < splitLeast || pin.Quote == nil || pin.Scenario == nil || now.Quote == nil || now.Err != nil ||
		pin.Quote.Totals.Software == now.Quote.Totals.Software {
		return nil
	}
	if p.last.from != pin.Quote || p.last.to != now.Quote {
		p.last = split{pin.Quote, now.Quote, bridged(s, pin, now)}
	}
	if p.last.bridge == nil {
		return nil
	}
	out := []string{"", th.Title.Render(th.Fit("What set it apart", w))}
	high := min(len(p.last.bridge.Parts)+2, room-len(out))
	return append(out, compare.Waterfall(p.last.bridge, pin.Label, "this deal").Lines(w, high, th)...)
}

// bridged is the split, nil where there is none. Where only annuals differ, all of
// it is mix, and nothing has to be priced to know that.
func bridged(s *session.Session, pin session.Pin, now session.Priced) *whatif.Bridge {
	if deal.SameButAnnuals(pin.Scenario, now.Scenario) {
		from, to := pin.Quote.Totals.Software, now.Quote.Totals.Software
		return &whatif.Bridge{From: from, To: to, Parts: []whatif.Part{
			{Causes: []whatif.Cause{whatif.ByPrice}},
			{Causes: []whatif.Cause{whatif.ByQuantity}},
			{Causes: []whatif.Cause{whatif.ByTerm}},
			{Causes: []whatif.Cause{whatif.ByMix}, Effect: to - from},
		}}
	}
	metric, _ := whatif.MetricOf(whatif.Software)
	engine := whatif.Engine{Conventions: s.Conventions(), Metric: metric}
	bridge, err := engine.Bridge(pin.Scenario, now.Scenario)
	if err != nil {
		return nil
	}
	return bridge
}
