package compare

import (
	"cmp"
	"fmt"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/seller"
	"termsheet/model/whatif"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// The lines of the split: its heading and the waterfall, and those of what
// differs below them.
const (
	splitLeast = 9
	splitMost  = 16
)

// bridge is a split that was worked out, and what it was worked out for.
type bridge struct {
	from, to *pricing.Quote
	net      bool

	*whatif.Bridge
	err     error
	changes []string
}

// splitLines draws how the baseline becomes the column at the cursor.
func (c *Sheet) splitLines(th *theme.Theme, size pane.Size) []string {
	name, from, quote := c.base()
	to := c.target(name)
	heading := fmt.Sprintf("From %s to %s: %s", th.Clean(name), th.Clean(to.Name), c.splitOf())
	say := func(style theme.Style, text string) []string {
		return append([]string{th.Title.Render(th.Fit(heading, size.W))}, pane.Paragraph(th, style, text, size.W)...)
	}
	switch {
	case quote == nil || to.Quote == nil || to.Err != nil:
		return say(th.Warn, "There is no price to split.")
	case quote == to.Quote || name == to.Name:
		return say(th.Dim, "There is no other column to split the difference to.")
	}
	b := c.bridge(from, quote, to)
	if b.err != nil {
		return say(th.Bad, b.err.Error())
	}
	rows := len(b.Parts) + 2
	out := []string{th.Title.Render(th.Fit(heading, size.W))}
	high := min(rows, size.H-1)
	falls := Waterfall(b.Bridge, name, to.Name)
	if c.net {
		falls.Want = theme.More
	}
	out = append(out, falls.Lines(size.W, high, th)...)
	if size.H-len(out) > 2 {
		if theme.Width(order) <= size.W {
			out = append(out, th.Dim.Render(th.Fit(order, size.W)))
		}
		out = append(out, "")
		for i, text := range b.changes {
			if left := len(b.changes) - i; size.H-len(out) == 1 && left > 1 {
				text = fmt.Sprintf("and %d more", left)
			}
			if len(out) < size.H {
				out = append(out, th.Dim.Render(th.Fit(th.Clean(text), size.W)))
			}
		}
	}
	return out
}

// splitOf is what is split.
func (c *Sheet) splitOf() string {
	if c.net {
		return "what the seller keeps"
	}
	return "what the buyer pays"
}

// target is the column that a split leads to: that at the cursor, or, where this
// is the baseline, the cheapest of the others.
func (c *Sheet) target(base string) Column {
	to, _ := c.Chosen()
	if to.Name != base {
		return to
	}
	found := false
	for _, col := range c.table.columns {
		if col.Name == base || col.Quote == nil || col.Err != nil {
			continue
		}
		if !found || col.Quote.Totals.Software < to.Quote.Totals.Software {
			to, found = col, true
		}
	}
	return to
}

// order tells how the parts come about.
const order = "Priced anew after each step: the rates first, then how much, for how long, and of what."

// Waterfall draws the split of what is paid between what its ends are called.
func Waterfall(b *whatif.Bridge, from, to string) chart.Waterfall {
	w := chart.Waterfall{Want: theme.Less, Falls: []chart.Fall{{Label: from, Value: int64(b.From), Total: true}}}
	for _, p := range b.Parts {
		names := make([]string, len(p.Causes))
		for i, cause := range p.Causes {
			names[i] = cause.String()
		}
		w.Falls = append(w.Falls, chart.Fall{Label: strings.Join(names, " and "), Value: int64(p.Effect)})
	}
	w.Falls = append(w.Falls, chart.Fall{Label: to, Value: int64(b.To), Total: true})
	return w
}

// bridge splits the difference, once for the same two.
func (c *Sheet) bridge(s *deal.Scenario, from *pricing.Quote, to Column) *bridge {
	if c.last.from == from && c.last.to == to.Quote && c.last.net == c.net && c.last.Bridge != nil {
		return &c.last
	}
	b := bridge{from: from, to: to.Quote, net: c.net}
	metric, _ := whatif.MetricOf(whatif.Software)
	engine := whatif.Engine{Conventions: c.s.Conventions(), Metric: metric}
	b.Bridge, b.err = engine.Bridge(s, to.Scenario)
	if b.err == nil {
		b.changes = changes(&engine, s, to.Scenario)
		if c.net && c.fees != nil {
			b.err = b.keep(s, to, *c.fees)
		}
	}
	c.last = b
	return &c.last
}

// keep makes it a split of what the seller keeps.
func (b *bridge) keep(s *deal.Scenario, to Column, fees seller.Fees) error {
	was, err := seller.Of(b.from, s, fees)
	if err != nil {
		return err
	}
	now, err := seller.Of(b.to, to.Scenario, fees)
	if err != nil {
		return err
	}
	b.Keep(b.From-was.Net, b.To-now.Net)
	return nil
}

// mostEffects is how many changes are priced one by one.
const mostEffects = 12

// changes lists the inputs in which two scenarios differ, with what each moves
// as long as they are few.
func changes(e *whatif.Engine, a, b *deal.Scenario) []string {
	var list []string
	a, b = buyers(a), buyers(b)
	for _, in := range deal.Inputs(a, b) {
		if !in.Same(a, b) && !in.Displaced(b) {
			list = append(list, fmt.Sprintf("%s: %s to %s", input(in.Path), cmp.Or(in.Text(a), "none"), cmp.Or(in.Text(b), "none")))
		}
	}
	if len(list) > mostEffects {
		return list
	}
	d, err := e.Diff(a, b)
	if err != nil {
		return list
	}
	list = nil
	for _, change := range d.Changes {
		effect := change.Effect.Signed()
		if change.Joined {
			effect = "together with the next"
		}
		list = append(list, fmt.Sprintf("%s: %s to %s  %s", input(change.Path), cmp.Or(change.From, "none"), cmp.Or(change.To, "none"), effect))
	}
	return list
}

// input is a key of the scenario as the panes call it.
func input(p deal.Path) string {
	switch {
	case len(p) > 2 && p[0] == "contract":
		return p[2] + " committed"
	case len(p) > 2 && (p[0] == "instance" || p[0] == "usage"):
		p = p[1:]
	}
	return strings.ReplaceAll(strings.Join(p, " "), "_", " ")
}

// buyers is a scenario without the seller's own table, which moves no figure of
// a buyer.
func buyers(s *deal.Scenario) *deal.Scenario {
	own := *s
	own.Seller = nil
	return &own
}
