package whatif

import (
	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/whatif/kernel"
)

// swinging prices swings: in whole numbers what a quantity of a key makes of the
// charges of that key, as those of the others stay; all else in decimals.
type swinging struct {
	*Engine
	s      *deal.Scenario
	now    money.Amount
	layout *pricing.Layout // nil: everything in decimals
}

func (e *Engine) swinging(s *deal.Scenario, now money.Amount) *swinging {
	w := &swinging{Engine: e, s: s, now: now}
	if m := &e.Metric; m.summed() && !m.percent && !s.Offer.Scheduled() {
		w.layout, _ = pricing.Lay(s, e.Conventions, m.weights[kernel.Bare] != 0)
	}
	return w
}

// both are the metric with an input multiplied by each of two factors.
func (w *swinging) both(in *deal.Input, low, high decimal.Decimal, scratch *deal.Scenario) (out Swing) {
	out = Swing{Path: in.Path, Value: in.Text(w.s)}
	if !w.counted(in, low, high, scratch, &out) {
		out.Low, out.Off[0] = w.scaled(w.s, in, low)
		out.High, out.Off[1] = w.scaled(w.s, in, high)
	}
	out.Moves = spread(w.now, out.Low, out.High)
	return out
}

// counted fills a swing in whole numbers; false where it cannot.
func (w *swinging) counted(in *deal.Input, low, high decimal.Decimal, scratch *deal.Scenario, out *Swing) bool {
	numbers := in.Numbers(w.s)
	if w.layout == nil || len(numbers) != 1 {
		return false
	}
	own := numbers[0]
	a := Axis{Input: *in, Values: []decimal.Decimal{own.Mul(low), own, own.Mul(high)}}
	dial, ok := a.dial(w.s)
	if !ok || dial.Discount || dial.Horizon || a.Values[0].IsZero() || in.Set(scratch, a.Values[2]) != nil {
		return false
	}
	p, ok := kernel.Compile(w.of(&dial), dial)
	if !ok || !p.Turns(0, turn(a.Values[2], dial.Places)) {
		return false
	}
	var shares [3]share
	for i, v := range a.Values {
		p.Set(0, turn(v, dial.Places))
		sums := p.Totals()
		shares[i] = w.Metric.share(&sums)
	}
	out.Low, out.High = w.moved(shares[1], shares[0]), w.moved(shares[1], shares[2])
	return !shares[1].missing
}

// moved is the metric when what one key contributes becomes another share.
func (w *swinging) moved(from, to share) money.Amount {
	if to.missing {
		return None
	}
	return w.now + money.Amount(to.value-from.value)
}

// of is the layout of the one key of an input.
func (w *swinging) of(in *kernel.Input) *pricing.Layout {
	l, instance := *w.layout, in.Kind == pricing.Annual || in.Kind == pricing.Hourly
	lines := func(all []pricing.Line) []pricing.Line {
		own := []pricing.Line{}
		for i := range all {
			if line := &all[i]; line.Key == in.Key && (line.Kind != pricing.Usage) == instance {
				own = append(own, *line)
			}
		}
		return own
	}
	l.Lines = lines(l.Lines)
	if l.Bare != nil { // none is told from nothing to compare with
		l.Bare = lines(l.Bare)
	}
	l.Upfront = nil
	for i := range w.layout.Upfront {
		if b := &w.layout.Upfront[i]; b.Key == in.Key && (b.Kind == pricing.Annual) == instance {
			l.Upfront = append(l.Upfront, *b)
		}
	}
	return &l
}
