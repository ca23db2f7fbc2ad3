package kernel

import (
	"cmp"
	"slices"

	"termsheet/model/deal"
)

// laid is a load that has been laid down, for other lines that run by it.
type laid struct {
	load []deal.Step
	scale
	span
	fits bool
}

// load lays the steps of a load down, the dearest first, each with those above
// it. The span is empty where there is no load.
func (c *compiler) load(load []deal.Step, s scale) (span, bool) {
	if len(load) == 0 {
		return span{}, true
	}
	for i := range c.laid {
		l := &c.laid[i]
		if &l.load[0] == &load[0] && len(l.load) == len(load) && l.scale == s {
			return l.span, l.fits
		}
	}
	from := len(c.steps)
	c.steps = slices.Grow(c.steps, len(load))
	fits := c.read(load, s)
	steps := c.steps[from:]
	if fits && !falling(steps) { // those of a profile are
		slices.SortFunc(steps, func(a, b step) int { return cmp.Compare(b.need, a.need) })
	}
	fits = fits && cumulate(steps)
	c.laid = append(c.laid, laid{load, s, span{from, len(c.steps)}, fits})
	return span{from, len(c.steps)}, fits
}

// read appends the steps as they come, in whole numbers.
func (c *compiler) read(load []deal.Step, s scale) bool {
	for i := range load {
		need, counts := whole(load[i].Running, s.needs)
		weight, weighs := whole(load[i].Weight, s.weights)
		if !counts || !weighs {
			return false
		}
		c.steps = append(c.steps, step{need: need, weight: weight})
	}
	return true
}

// falling tells whether no step is dearer than the one before.
func falling(steps []step) bool {
	for i := 1; i < len(steps); i++ {
		if steps[i].need > steps[i-1].need {
			return false
		}
	}
	return true
}

// cumulate sums what stands above each step; it tells whether that fits.
func cumulate(steps []step) bool {
	weight, weighted := int64(0), int64(0)
	for i := range steps {
		s := &steps[i]
		product, fits := times(s.need, s.weight)
		weight, weighted = weight+s.weight, weighted+product
		if !fits || weight > mostUnits || weighted > mostUnits {
			return false
		}
		s.weight, s.weighted = weight, weighted
	}
	return true
}
