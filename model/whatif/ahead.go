package whatif

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"termsheet/model/money"
)

// ahead is what another core does while one is busy with what cannot be shared
// out, the layout and the program: it checks the values, and then makes rows.
type ahead struct {
	checks       sync.WaitGroup
	wrong        error // the first value that is not allowed
	enough, made atomic.Bool
	jobs         chan func() // what it does then: to wake it, had it ended, takes as long as making many rows
}

// rows is how many rows are made and filled in one go.
const rows = 16

// begin begins what is done ahead; with one worker the values are checked first.
func (w *sweep) begin(workers int) {
	if workers == 1 {
		w.wrong = w.check()
		w.made.Store(true)
		return
	}
	w.checks.Add(1)
	w.jobs = make(chan func(), 1)
	go func() {
		w.wrong = w.check()
		w.checks.Done()
		for y := 0; w.wrong == nil && y < len(w.g.Rows) && !w.enough.Load(); y += rows {
			w.make(y, min(y+rows, len(w.g.Rows)))
		}
		w.made.Store(true)
		for job := range w.jobs {
			job()
		}
	}()
}

// checked waits until every value has been checked.
func (w *sweep) checked() error {
	w.checks.Wait()
	return w.wrong
}

// end ends the making of rows ahead: from now on each is made by who fills it.
func (w *sweep) end() {
	w.enough.Store(true)
	for !w.made.Load() { // some rows take less than to sleep and be woken
		runtime.Gosched()
	}
}

// dismiss ends what is done ahead.
func (w *sweep) dismiss() {
	w.end()
	if w.jobs != nil {
		close(w.jobs)
	}
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
	var group sync.WaitGroup
	work := shared(ctx, n, worker)
	for range min(workers, n) - 1 {
		group.Go(work)
	}
	work()
	group.Wait()
	return ctx.Err()
}

// each is each with the one that was ahead as a worker.
func (w *sweep) each(ctx context.Context, workers, n int, worker func() func(i int)) {
	if w.jobs == nil || workers == 1 {
		_ = each(ctx, workers, n, worker)
		return
	}
	var group sync.WaitGroup
	work := shared(ctx, n, worker)
	group.Add(1)
	w.jobs <- func() {
		work()
		group.Done()
	}
	for range min(workers, n) - 2 {
		group.Go(work)
	}
	w.end()
	work()
	group.Wait()
}

// shared is the work of each worker, which takes the next number that nobody has
// taken.
func shared(ctx context.Context, n int, worker func() func(i int)) func() {
	var next atomic.Int64
	return func() {
		do := worker()
		for ctx.Err() == nil {
			i := int(next.Add(1)) - 1
			if i >= n {
				return
			}
			do(i)
		}
	}
}
