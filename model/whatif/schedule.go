package whatif

import (
	"context"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
)

// OffSchedule is where in a what-if the payments of an offer do not add up to
// what is due upfront. The zero value: nowhere.
type OffSchedule struct {
	Points, Of int            // how many points, of all that have a price
	First      string         // the first of them, in words
	Why        *pricing.Error // what is wrong there
}

// add counts a point that has a price.
func (f *OffSchedule) add(why *pricing.Error, where func() string) {
	f.Of++
	if why == nil {
		return
	}
	if f.Points++; f.Points == 1 {
		f.First, f.Why = where(), why
	}
}

// OffSchedule looks through a sweep of s for points that the schedule of its
// offer does not fit. Without a schedule, no point is looked at.
func (e *Engine) OffSchedule(ctx context.Context, s *deal.Scenario, g *Grid, workers int) (off OffSchedule, err error) {
	if !s.Offer.Scheduled() {
		return off, nil
	}
	upfront := Engine{Conventions: e.Conventions, Metric: Metric{weights: one(pricing.Annual, pricing.Contract)}}
	if s.Offer.Renewal != nil { // what a renewal adds is no part of it
		upfront.Metric = Metric{Of: pricing.Upfront}
	}
	due, err := upfront.Sweep(ctx, s, g.X, g.Y, workers)
	if err != nil {
		return off, err
	}
	for y, row := range due.Rows {
		for x, value := range row {
			if value != None && g.At(x, y) != None {
				off.add(pricing.OffSchedule(s.Offer, value), func() string { return g.point(x, y) })
			}
		}
	}
	return off, nil
}

// point names a point by what is set there.
func (g *Grid) point(x, y int) string {
	at := func(a *Axis, i int) string { return a.Input.Path.String() + " = " + a.Input.Format(a.Values[i]) }
	if g.Y == nil {
		return at(&g.X, x)
	}
	return at(&g.X, x) + ", " + at(g.Y, y)
}

// offSchedule is why the schedule of a scenario does not fit it, nil where it
// does, and where there is none.
func (e *Engine) offSchedule(s *deal.Scenario) *pricing.Error {
	if !s.Offer.Scheduled() {
		return nil
	}
	due, err := pricing.Upfront(s, e.Conventions)
	if err != nil {
		return nil
	}
	return pricing.OffSchedule(s.Offer, due)
}

// SwungOff is where the swings of a tornado do not fit the schedule of the offer.
func SwungOff(swings []Swing) (off OffSchedule) {
	for i := range swings {
		w := &swings[i]
		for side, value := range []money.Amount{w.Low, w.High} {
			if value != None {
				off.add(w.Off[side], func() string { return w.Path.String() + " " + sides[side] })
			}
		}
	}
	return off
}

// sides are the two ways that an input swings.
var sides = [2]string{"lower", "higher"}
