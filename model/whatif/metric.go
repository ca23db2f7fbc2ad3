// Package whatif answers what a deal would cost if: the cheapest number of
// annuals, a goal reached by one input, a sweep over one or two, what moves the
// total most, and what makes two scenarios differ. Package pricing is the
// reference; package kernel gives the same cents where many points are asked
// for.
package whatif

import (
	"errors"
	"slices"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/whatif/kernel"
)

// Metric is a figure of a quote. A percentage is told in hundredths, so that an
// Amount writes it, too.
type Metric struct {
	Name string
	Of   func(*deal.Scenario, pricing.Conventions) (money.Amount, error) // for one that is not a sum of charges

	weights [kernel.Kinds]int64 // of the sums; all zero: Of works it out
	percent bool                // of hourly only
}

// ErrNoComparison says that something which is used has no hourly or usage
// rate, so that hourly only is no comparison.
var ErrNoComparison = errors.New("there is no hourly only to compare with: something that is used has no hourly or usage rate")

// Software is the figure that a what-if is about where nothing else is asked
// for.
const Software = "totals.software"

// one marks kinds of charge that a metric sums.
func one(kinds ...pricing.Kind) (w [kernel.Kinds]int64) {
	for _, k := range kinds {
		w[k] = 1
	}
	return w
}

// saved is hourly only less the software.
var saved = func() (w [kernel.Kinds]int64) {
	for _, k := range software {
		w[k] = -1
	}
	w[kernel.Bare] = 1
	return w
}()

var (
	software = []pricing.Kind{pricing.Annual, pricing.Contract, pricing.Hourly, pricing.Usage}
	metrics  = []Metric{
		{Name: Software, weights: one(software...)},
		{Name: "totals.total", weights: one(append(software, pricing.Infrastructure)...)},
		{Name: "totals.annual", weights: one(pricing.Annual)},
		{Name: "totals.hourly", weights: one(pricing.Hourly)},
		{Name: "totals.contract", weights: one(pricing.Contract)},
		{Name: "totals.usage", weights: one(pricing.Usage)},
		{Name: "totals.infrastructure", weights: one(pricing.Infrastructure)},
		{Name: "hourly_only", weights: one(pricing.Kind(kernel.Bare))},
		{Name: "savings", weights: saved},
		{Name: "savings_percent", weights: saved, percent: true},
	}
)

// MetricOf finds a metric that is a sum of charges by its name in a quote.
func MetricOf(name string) (Metric, bool) {
	i := slices.IndexFunc(metrics, func(m Metric) bool { return m.Name == name })
	if i < 0 {
		return Metric{}, false
	}
	return metrics[i], true
}

// Metrics lists the names that MetricOf knows.
func Metrics() []string {
	names := make([]string, len(metrics))
	for i := range metrics {
		names[i] = metrics[i].Name
	}
	return names
}

// summed tells whether the metric is made of sums of charges.
func (m *Metric) summed() bool { return m.Of == nil }

// share is what sums contribute to a metric, to be added to other shares.
type share struct {
	value, bare int64
	missing     bool
}

func (m *Metric) share(sums *kernel.Sums) (s share) {
	for k, w := range m.weights {
		s.value += w * sums.Of[k]
	}
	s.bare = sums.Of[kernel.Bare]
	s.missing = sums.Missing || sums.Misleading && m.weights[kernel.Bare] != 0
	return s
}

func (s share) plus(o share) share {
	return share{s.value + o.value, s.bare + o.bare, s.missing || o.missing}
}

// None is the value of a point that has no price.
const None money.Amount = -1 << 63

// value is the metric's value, None where it has none.
func (m *Metric) value(s share) money.Amount {
	switch {
	case s.missing:
		return None
	case !m.percent:
		return money.Amount(s.value)
	case s.bare == 0:
		return None
	}
	return percent(money.Amount(s.value), money.Amount(s.bare))
}

// percent is a part of a whole in hundredths of a percent, rounded half away
// from zero.
func percent(part, whole money.Amount) money.Amount {
	hundredths, err := money.Quotient(part.Decimal().Shift(2), whole.Decimal())
	if err != nil {
		return None
	}
	return hundredths
}

// Engine prices scenarios for what-ifs about one metric.
type Engine struct {
	Conventions pricing.Conventions
	Metric      Metric

	// Returned is the scenario with the offer that it goes without, where a variant
	// takes that of the scenario itself away: a question about an offer is about that
	// one. nil: a new one is made.
	Returned *deal.Scenario
}

// Value is the metric of one scenario, in decimals. It fails where the scenario has
// no price, and with ErrNoComparison where the metric needs one that is not there.
func (e *Engine) Value(s *deal.Scenario) (money.Amount, error) {
	m := &e.Metric
	if !m.summed() {
		return m.Of(s, e.Conventions)
	}
	var sums kernel.Sums
	var totals pricing.Totals
	var err error
	if m.weights[kernel.Bare] == 0 {
		totals, err = pricing.Sum(s, e.Conventions)
	} else {
		var q *pricing.Quote
		if q, err = pricing.Price(s, e.Conventions); err == nil {
			totals = q.Totals
			if sums.Misleading = q.Comparison == nil; !sums.Misleading {
				sums.Of[kernel.Bare] = int64(q.Comparison.HourlyOnly)
			}
		}
	}
	if err != nil {
		return None, err
	}
	for k := range kernel.Bare {
		sums.Of[k] = int64(*totals.Of(pricing.Kind(k)))
	}
	value := m.value(m.share(&sums))
	if value == None {
		return None, ErrNoComparison
	}
	return value, nil
}
