package whatif

import (
	"cmp"
	"context"
	"slices"
	"sync/atomic"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/whatif/kernel"
)

// sweep fills a grid block by block. Within a block one program serves every
// point: what hangs on neither input is summed once, what hangs on one of them
// once for each of its values, and only what hangs on both for each point.
type sweep struct {
	e *Engine
	g *Grid
	s *deal.Scenario

	ahead
	gaps atomic.Bool // some points have no price
}

// stretch is neighbouring values of an axis that one program serves.
type stretch struct {
	from, to int
	turned   bool // the program is turned by it; else it is one value, set in the scenario
	all      bool // it turns what every key is charged
}

// block is where two stretches meet.
type block struct{ x, y stretch }

// single is the stretch of the axis that a line does not have.
var single = []stretch{{from: 0, to: 1}}

// run fills the grid, several blocks or several rows of one at a time.
func (w *sweep) run(ctx context.Context, workers int) error {
	w.begin(workers)
	defer w.dismiss()
	xs, ok := w.stretches(&w.g.X)
	ys, fine := single, true
	if w.g.Y != nil {
		ys, fine = w.stretches(w.g.Y)
	}
	if !ok || !fine {
		return w.checked()
	}
	var blocks []block
	for _, y := range ys {
		for _, x := range xs {
			blocks = append(blocks, block{x, y})
		}
	}
	inside := 1
	if len(blocks) <= few {
		inside, workers = workers, 1
	} else {
		if err := w.checked(); err != nil {
			return err
		}
		w.end()
		w.make(0, len(w.g.Rows))
	}
	err := parallel(ctx, workers, len(blocks), func(i int) { w.fill(ctx, blocks[i], inside) })
	return cmp.Or(w.checked(), err)
}

// few is how many blocks are so few that their rows are shared out instead.
const few = 4

// stretches divides an axis. Where a program can be turned by it, what is zero
// is apart: a commitment of nothing has no terms. It fails where the first or the
// last value is not allowed; those between are checked apart.
func (w *sweep) stretches(a *Axis) (list []stretch, ok bool) {
	scratch := w.s.Clone()
	last := len(a.Values) - 1
	if a.Input.Set(scratch, a.Values[0]) != nil || a.Input.Set(scratch, a.Values[last]) != nil {
		return nil, false
	}
	from := 0
	if in, turns := a.dial(scratch); turns && w.e.Metric.summed() {
		all := in.Discount || in.Horizon
		if a.Values[0].IsZero() && !all {
			list, from = append(list, stretch{from: 0, to: 1}), 1
		}
		if from < len(a.Values) {
			list = append(list, stretch{from, len(a.Values), true, all})
		}
		return list, true
	}
	for i := range a.Values {
		list = append(list, stretch{from: i, to: i + 1})
	}
	return list, true
}

// at is the scenario at a point; every value has been set once before.
func (w *sweep) at(x, y int) *deal.Scenario {
	s := w.s.Clone()
	if w.g.X.Input.Set(s, w.g.X.Values[x]) != nil || w.g.Y != nil && w.g.Y.Input.Set(s, w.g.Y.Values[y]) != nil {
		return w.s
	}
	return s
}

// set prices one point in decimals.
func (w *sweep) set(x, y int) {
	value, err := w.e.Value(w.at(x, y))
	if err != nil {
		value = None
		w.gaps.Store(true)
	}
	w.g.Rows[y][x] = value
}

// fill prices a block.
func (w *sweep) fill(ctx context.Context, b block, workers int) {
	p, ok := w.program(b)
	if w.checked() != nil {
		return
	}
	if !ok {
		w.end()
		w.without(ctx, b, workers)
		return
	}
	base, xs := p.part(0), p.along(make([]share, p.x.length), p.x, 0)
	p.differ()
	if p.joint && p.x.all {
		w.columns(ctx, b, p, base, xs, workers)
		return
	}
	height := b.y.to - b.y.from
	w.each(ctx, workers, (height+rows-1)/rows, func() func(i int) {
		own, ys := p.clone(), make([]share, rows)
		return func(i int) {
			first, last := i*rows, min((i+1)*rows, height)
			w.make(b.y.from+first, b.y.from+last)
			ys := own.along(ys[:last-first], own.y, first)
			for y := first; y < last; y++ {
				row := w.g.Rows[b.y.from+y][b.x.from:b.x.to]
				if !own.row(row, base.plus(ys[y-first]), xs, y) {
					w.gaps.Store(true)
				}
			}
		}
	})
}

// without fills a block that no program serves: piece by piece, or in decimals.
func (w *sweep) without(ctx context.Context, b block, workers int) {
	if w.split(ctx, b, workers) {
		return
	}
	w.make(b.y.from, b.y.to)
	width := b.x.to - b.x.from
	_ = parallel(ctx, workers, width*(b.y.to-b.y.from), func(i int) { w.set(b.x.from+i%width, b.y.from+i/width) })
}

// split fills a block that no program serves value by value of an input that
// turns every charge: without it there may be one. It tells whether there is such
// an input.
func (w *sweep) split(ctx context.Context, b block, workers int) bool {
	single := func(at int) stretch { return stretch{from: at, to: at + 1} }
	switch {
	case b.x.all && b.x.turned:
		w.make(b.y.from, b.y.to)
		_ = parallel(ctx, workers, b.x.to-b.x.from, func(i int) { w.fill(ctx, block{single(b.x.from + i), b.y}, 1) })
	case b.y.all && b.y.turned:
		_ = parallel(ctx, workers, b.y.to-b.y.from, func(i int) { w.fill(ctx, block{b.x, single(b.y.from + i)}, 1) })
	default:
		return false
	}
	return true
}

// columns fills a block column by column: turning every charge for each point
// would be most of the work.
func (w *sweep) columns(ctx context.Context, b block, p turning, base share, xs []share, workers int) {
	ys := p.along(make([]share, p.y.length), p.y, 0)
	w.end()
	w.make(b.y.from, b.y.to)
	const columns = 16
	width := b.x.to - b.x.from
	_ = parallel(ctx, workers, (width+columns-1)/columns, func(i int) {
		own := p.clone()
		for x := i * columns; x < min((i+1)*columns, width); x++ {
			own.Set(own.x.number, own.x.values[x])
			for y, value := range own.y.values {
				own.Set(own.y.number, value)
				point := base.plus(xs[x]).plus(ys[y]).plus(own.part(own.x.bit | own.y.bit))
				out := own.metric.value(point)
				w.g.Rows[b.y.from+y][b.x.from+x] = out
				if out == None {
					w.gaps.Store(true)
				}
			}
		}
	})
}

// turning is a program with the stretches it is turned by.
type turning struct {
	*kernel.Program
	metric *Metric
	x, y   dial
	joint  bool    // some charges hang on both
	apart  []share // those, by how many values x is further on than y, from the most that y can be
}

// dial is a stretch as a program counts its values; bit 0 for one it is not
// turned by.
type dial struct {
	number, bit int
	values      []int64
	length      int
	all         bool // it turns every charge, or most
}

// program compiles a block, where that is worth it and within the bounds.
func (w *sweep) program(b block) (t turning, ok bool) {
	if !b.x.turned && !b.y.turned {
		return t, false
	}
	s := w.at(b.x.from, b.y.from)
	var inputs []kernel.Input
	live := true // a value of the other axis can take it away
	var ends []calendar.Day
	add := func(a *Axis, on stretch) dial {
		d := dial{length: on.to - on.from, all: on.all}
		if on.turned {
			in, turns := a.dial(s)
			live = live && turns
			d.number, d.bit = len(inputs), 1<<len(inputs)
			inputs = append(inputs, in)
			for i, v := range a.Values[on.from:on.to] {
				if in.Horizon {
					ends = append(ends, s.Start.AddMonths(int(v.IntPart())))
					d.values = append(d.values, int64(i))
					continue
				}
				d.values = append(d.values, turn(v, in.Places))
			}
		}
		return d
	}
	t = turning{metric: &w.e.Metric, x: add(&w.g.X, b.x), y: add(w.g.Y, b.y)}
	l, err := w.lay(s, ends)
	if err != nil || !live {
		return t, false
	}
	if t.Program, ok = kernel.Compile(l, inputs...); !ok || !t.turns(t.x) || !t.turns(t.y) {
		return t, false
	}
	t.joint = t.x.bit != 0 && t.y.bit != 0 && t.Hangs(t.x.bit|t.y.bit)
	return t, true
}

func (w *sweep) lay(s *deal.Scenario, ends []calendar.Day) (*pricing.Layout, error) {
	bare := w.e.Metric.weights[kernel.Bare] != 0
	if len(ends) > 0 {
		return pricing.LayUntil(s, w.e.Conventions, bare, ends)
	}
	return pricing.Lay(s, w.e.Conventions, bare)
}

// turns tells whether every value of a stretch is within the bounds.
func (t *turning) turns(d dial) bool {
	return d.bit == 0 || t.Turns(d.number, d.values[len(d.values)-1])
}

func (t *turning) clone() turning {
	c := *t
	c.Program = t.Program.Clone()
	return c
}

func (t *turning) part(turned int) share {
	sums := t.Part(turned)
	return t.metric.share(&sums)
}

// along is what hangs on one input alone, for its values from one on.
func (t *turning) along(list []share, d dial, from int) []share {
	if d.bit == 0 || !t.Hangs(d.bit) {
		return list
	}
	for i, v := range d.values[from : from+len(list)] {
		t.Set(d.number, v)
		list[i] = t.part(d.bit)
	}
	return list
}

// differ prices what hangs on both inputs ahead, where one is a need, the other
// its cover, and they go in equal steps: each row of the grid then has what the one
// before it has, a value further on.
func (t *turning) differ() {
	x, y := &t.x, &t.y
	up, down := x.step(), y.step()
	if !t.joint || up <= 0 || down <= 0 || !t.Differ(x.number, y.number, up, down) && !t.Differ(y.number, x.number, down, up) {
		return
	}
	t.apart = make([]share, 0, x.length+y.length-1)
	t.Set(x.number, x.values[0])
	for _, value := range slices.Backward(y.values) {
		t.Set(y.number, value)
		t.apart = append(t.apart, t.part(x.bit|y.bit))
	}
	for _, value := range x.values[1:] {
		t.Set(x.number, value)
		t.apart = append(t.apart, t.part(x.bit|y.bit))
	}
}

// step is what each value has more than the one before, 0 where that differs.
func (d *dial) step() int64 {
	if len(d.values) < 2 {
		return 0
	}
	step := d.values[1] - d.values[0]
	for i := range d.values[1:] {
		if d.values[i+1]-d.values[i] != step {
			return 0
		}
	}
	return step
}

// row fills a row of the grid: base is what is the same for all of it. It tells
// whether every point has a value.
func (t *turning) row(out []money.Amount, base share, xs []share, y int) bool {
	var apart []share
	switch {
	case t.apart != nil:
		apart = t.apart[t.y.length-1-y:]
	case t.joint:
		t.Set(t.y.number, t.y.values[y])
	case !t.metric.percent:
		return plainRow(out, base, xs[:len(out)])
	}
	all := true
	for i := range out {
		point := base.plus(xs[i])
		switch {
		case apart != nil:
			point = point.plus(apart[i])
		case t.joint:
			t.Set(t.x.number, t.x.values[i])
			point = point.plus(t.part(t.x.bit | t.y.bit))
		}
		out[i] = t.metric.value(point)
		all = all && out[i] != None
	}
	return all
}

// plainRow is a row of sums that need nothing but adding.
func plainRow(out []money.Amount, base share, xs []share) bool {
	all := !base.missing
	for i := range out {
		if out[i] = money.Amount(base.value + xs[i].value); base.missing || xs[i].missing {
			out[i], all = None, false
		}
	}
	return all
}
