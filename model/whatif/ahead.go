package whatif

import (
	"context"
	"sync"
	"sync/atomic"

	"termsheet/model/money"
)

// ahead is what another core does while one is busy with what cannot be shared
// out, the layout and the program: it checks the values, and then makes rows.
type ahead struct {
	checks, makes sync.WaitGroup
	wrong         error // the first value that is not allowed
	enough        atomic.Bool
}

// rows is how many rows are made and filled in one go.
const rows = 16

// begin begins what is done ahead; with one worker the values are checked first.
func (w *sweep) begin(workers int) {
	if workers == 1 {
		w.wrong = w.check()
		return
	}
	w.checks.Add(1)
	w.makes.Go(func() {
		w.wrong = w.check()
		w.checks.Done()
		for y := 0; w.wrong == nil && y < len(w.g.Rows) && !w.enough.Load(); y += rows {
			w.make(y, min(y+rows, len(w.g.Rows)))
		}
	})
}

// checked waits until every value has been checked.
func (w *sweep) checked() error {
	w.checks.Wait()
	return w.wrong
}

// end ends the making of rows ahead: from now on each is made by who fills it.
func (w *sweep) end() {
	w.enough.Store(true)
	w.makes.Wait()
}

// check sets every value once, as no other check is made of them.
func (w *sweep) check() error {
	scratch := w.s.Clone()
	for _, a := range []*Axis{&w.g.X, w.g.Y} {
		if a == nil {
			continue
		}
		for _, v := range a.Values {
			if err := a.Input.Set(scratch, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// make makes rows of the grid, as far as they are not there yet, in one piece.
// Taking so much memory from the system takes as long as filling it.
func (w *sweep) make(from, to int) {
	rows, width := w.g.Rows[from:to], len(w.g.X.Values)
	var room []money.Amount
	for y := range rows {
		if rows[y] != nil {
			continue
		}
		if len(room) == 0 {
			room = make([]money.Amount, (len(rows)-y)*width)
		}
		rows[y], room = room[:width:width], room[width:]
	}
}

// parallel calls do for every number below n, and stops early when ctx ends.
func parallel(ctx context.Context, workers, n int, do func(i int)) error {
	return each(ctx, workers, n, func() func(int) { return do })
}

// each is parallel where every worker is to have a function of its own.
func each(ctx context.Context, workers, n int, worker func() func(i int)) error {
	var next atomic.Int64
	work := func() {
		do := worker()
		for ctx.Err() == nil {
			i := int(next.Add(1)) - 1
			if i >= n {
				return
			}
			do(i)
		}
	}
	var group sync.WaitGroup
	for range min(workers, n) - 1 {
		group.Go(work)
	}
	work()
	group.Wait()
	return ctx.Err()
}
