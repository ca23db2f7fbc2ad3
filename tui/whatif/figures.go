package whatif

import (
	"strconv"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/rules"
	"termsheet/model/whatif"
	"termsheet/tui/seller"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// figure is one that can be asked about.
type figure struct {
	name string // in words
	path string // in a quote, where it is a sum of charges
	of   func(*rules.Rulebook) worked
	own  bool       // the seller's, which no buyer sees
	want theme.Want // whether it is better the less it is, or the more
}

// worked works a figure out that is no sum of charges.
type worked func(*deal.Scenario, pricing.Conventions) (money.Amount, error)

// figures are those that can be asked about, the usual one first.
var figures = []figure{
	{name: "software", path: whatif.Software, want: theme.Less},
	{name: "total", path: "totals.total", want: theme.Less},
	{name: "savings", path: "savings", want: theme.More},
	{name: "hourly", path: "totals.hourly", want: theme.Less},
	{name: "annual", path: "totals.annual", want: theme.Less},
	{name: aMonth, of: monthly, want: theme.Less},
	{name: "seller's net", of: net, own: true, want: theme.More},
}

// Figure is the path in a quote of what the question is about: the break-even of
// the type that is shown, else the figure; empty where that is no part of it.
func (v *View) Figure(q *pricing.Quote) string {
	if v.tab == Best {
		i := q.EvenOf(v.best.key)
		if i < 0 {
			return ""
		}
		return "break_even." + strconv.Itoa(i)
	}
	if figures[v.metric].own {
		return "seller.net"
	}
	return figures[v.metric].path
}

// aMonth is the figure that is a sum by the number of months.
const aMonth = "software a month"

// lengthens tells whether an input changes the horizon.
func lengthens(p deal.Path) bool {
	last := p[len(p)-1]
	return last == "months" || last == "days" || last == "start" || last == "accepted" || last == "quantity"
}

// monthly is what the software costs in a month of the horizon, on average.
func monthly(*rules.Rulebook) worked {
	return func(s *deal.Scenario, c pricing.Conventions) (money.Amount, error) {
		q, err := pricing.Price(s, c)
		if err != nil {
			return whatif.None, err
		}
		return session.PerMonth(q, q.Totals.Software), nil
	}
}

// net is what the seller keeps.
func net(book *rules.Rulebook) worked {
	return func(s *deal.Scenario, c pricing.Conventions) (money.Amount, error) {
		q, err := pricing.Price(s, c)
		if err != nil {
			return whatif.None, err
		}
		v, err := seller.Of(q, s, book)
		if err != nil {
			return whatif.None, err
		}
		return v.Net, nil
	}
}

// metric is the figure as the engine takes it.
func (f *figure) metric(book *rules.Rulebook) whatif.Metric {
	if f.of != nil {
		return whatif.Metric{Name: f.name, Of: f.of(book)}
	}
	m, _ := whatif.MetricOf(f.path)
	return m
}

// metricName is the figure in words.
func (v *View) metricName() string { return figures[v.metric].name }

// heardName is the figure that the answer on the screen is about, which can be
// another while the next is worked out.
func (v *View) heardName() string { return figures[v.heard[v.tab]].name }

// Figures lists the figures that can be asked about now, in words.
func (v *View) Figures() string { return strings.Join(v.FigureNames(), ", ") }

// FigureNames are the figures that can be asked about now.
func (v *View) FigureNames() (names []string) {
	for i := range figures {
		if !figures[i].own || !v.public {
			names = append(names, figures[i].name)
		}
	}
	return names
}

// stepFigure asks about another figure.
func (v *View) stepFigure(by int) {
	for {
		v.metric = (v.metric + by + len(figures)) % len(figures)
		if !figures[v.metric].own || !v.public {
			return
		}
	}
}
