package whatif

import (
	"fmt"

	"termsheet/model/deal"
	"termsheet/model/money"
)

// Change is an input in which two scenarios differ, and what the metric moves
// when it changes.
type Change struct {
	Path     deal.Path
	From, To string
	Effect   money.Amount
	Joined   bool // there is no price between it and the next, which has the effect of both
}

// Difference is what turns one scenario into another. Before and all effects
// add up to After: the inputs change one after the other, in the order of the
// format, each keeping those before it changed.
type Difference struct {
	Metric        string
	Before, After money.Amount
	Changes       []Change
}

// Diff tells two scenarios apart, input by input. It fails where one of them has no
// price.
func (e *Engine) Diff(a, b *deal.Scenario) (*Difference, error) {
	d := &Difference{Metric: e.Metric.Name}
	var err error
	if d.Before, err = e.Value(a); err != nil {
		return nil, fmt.Errorf("%s: %w", named(a), err)
	}
	if d.After, err = e.Value(b); err != nil {
		return nil, fmt.Errorf("%s: %w", named(b), err)
	}
	now, other, last := a.Clone(), b.Clone(), d.Before
	for _, in := range deal.Inputs(a, b) {
		if in.Same(now, other) || in.Displaced(other) {
			continue
		}
		c := Change{Path: in.Path, From: in.Text(now), To: in.Text(other)}
		in.Take(now, other)
		value, err := e.Value(now)
		if c.Joined = err != nil; !c.Joined {
			c.Effect, last = value-last, value
		}
		d.Changes = append(d.Changes, c)
	}
	if n := len(d.Changes); n > 0 {
		d.Changes[n-1].Effect += d.After - last
		d.Changes[n-1].Joined = false
	}
	return d, nil
}

// named is how messages call a scenario.
func named(s *deal.Scenario) string {
	if s.Variant == deal.Base || s.Variant == "" {
		return s.File
	}
	return fmt.Sprintf("%s, variant %q", s.File, s.Variant)
}
