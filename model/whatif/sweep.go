package whatif

import (
	"context"
	"fmt"

	"termsheet/model/deal"
	"termsheet/model/money"
)

// Grid is the metric at each combination of the values of one or two axes.
type Grid struct {
	Metric string
	X      Axis
	Y      *Axis            // nil: a line
	Rows   [][]money.Amount // a row for each value of y, or one; None where there is no price
	Here   [2]int           // the scenario's own values by index, -1 where they are not on the axes
	First  error            // why the first point without a price has none
}

// At is the value of a point.
func (g *Grid) At(x, y int) money.Amount { return g.Rows[y][x] }

// rows is how many values the second axis has; a line is one row.
func (g *Grid) rows() int {
	if g.Y == nil {
		return 1
	}
	return len(g.Y.Values)
}

// Sweep prices a scenario at every combination of values, with so many
// goroutines. It fails where no point has a price, and ends early when ctx
// does.
func (e *Engine) Sweep(ctx context.Context, s *deal.Scenario, x Axis, y *Axis, workers int) (*Grid, error) {
	g := &Grid{Metric: e.Metric.Name, X: x, Y: y, Here: [2]int{x.here(s), -1}}
	if y != nil {
		if x.Input.Path.String() == y.Input.Path.String() {
			return nil, fmt.Errorf("%s is on both axes", x.Input.Path)
		}
		g.Here[1] = y.here(s)
	}
	points := len(x.Values) * g.rows()
	if points > mostPoints {
		return nil, fmt.Errorf("the sweep has %d points, more than %d; use longer steps", points, mostPoints)
	}
	g.Rows = make([][]money.Amount, g.rows())
	w := &sweep{e: e, g: g, s: s}
	if err := w.run(ctx, max(workers, 1)); err != nil {
		return nil, err
	}
	return g, g.explain(w)
}

// explain finds out why the first point that has no price has none; it fails
// where no point has one.
func (g *Grid) explain(w *sweep) error {
	if !w.gaps.Load() {
		return nil
	}
	priced := false
	for y, row := range g.Rows {
		for x, v := range row {
			if priced = priced || v != None; v == None && g.First == nil {
				_, g.First = w.e.Value(w.at(x, y))
			}
		}
	}
	if priced {
		return nil
	}
	return g.First
}
