package pricing

import (
	"iter"
	"slices"

	"termsheet/model/deal"
)

// turned is a deal in which some types have other numbers of annuals than in one
// that is priced, and that is the same in all else.
type turned struct {
	before *Quote
	keys   []string  // the types that are turned
	part   *plan     // of those
	fresh  []*Charge // what their annuals and their hourly use cost
	whole  *plan     // of all types
}

// turn works out what else a scenario costs than one that differs in numbers of
// annuals at most. It is false where more hangs on them than the charges of their
// own types, or where something has no price.
func (q *Quote) turn(s *deal.Scenario) (*turned, bool) {
	if q == nil || !q.Apart() {
		return nil, false
	}
	whole := *q.plan
	whole.s, whole.problems, whole.instances = s, nil, slices.Clone(whole.instances)
	part := whole
	t := &turned{before: q, part: &part, whole: &whole}
	part.instances, part.dimensions, part.upfront, part.nothing = nil, nil, nil, nil
	for n := range whole.instances {
		i := &whole.instances[n]
		annual := part.annuals(i.need.Type)
		if annual.Equal(i.need.Annual) {
			continue
		}
		if annual.IsZero() || i.need.Annual.IsZero() { // other days divide the horizon
			return nil, false
		}
		i.need.Annual, i.cover = annual, part.amended(i.need.Type, annual)
		t.keys = append(t.keys, i.need.Type)
		only := *i
		only.infra = rateSteps{{from: always}} // which no annual changes
		part.instances = append(part.instances, only)
	}
	var err error
	if err = part.planUpfront(); err == nil {
		t.fresh, err = part.metered()
	}
	if err != nil {
		return nil, false
	}
	return t, true
}

// Apart tells whether what an instance type costs hangs on no annuals but its own: not
// where amendments count what they find, or a trial leaves the dearest instance free.
func (q *Quote) Apart() bool {
	return len(q.plan.s.Amendments) == 0 && (q.plan.trialEnd == 0 || !q.plan.instanceFree())
}

// replaces tells whether a charge of before is one of those that are fresh now.
func (t *turned) replaces(c *Charge) bool {
	return (c.Kind == Annual || c.Kind == Hourly) && slices.Contains(t.keys, c.Key)
}

// price lists the charges of the whole deal, and completes its plan with the upfront
// ones.
func (t *turned) price() ([]*Charge, Totals, error) {
	before := t.before.plan
	t.whole.upfront, t.whole.nothing = t.list(nil, before.upfront, t.part.upfront), t.list(nil, before.nothing, t.part.nothing)
	room := make([]*Charge, 0, len(t.before.Charges)+len(t.fresh))
	charges := t.list(room, t.before.Charges, t.fresh)
	totals, err := total(charges)
	return charges, totals, err
}

// sums adds them up and keeps none of them.
func (t *turned) sums() (totals Totals, byMonth []Month, err error) {
	byMonth = t.whole.noMonths()
	for run := range t.merged(t.before.Charges, t.fresh) {
		if err = totals.add(run); err != nil {
			return totals, nil, err
		}
		byMonth = addMonths(byMonth, run)
	}
	return totals, byMonth, totals.close()
}

// list appends what merged goes through.
func (t *turned) list(list, before, fresh []*Charge) []*Charge {
	for run := range t.merged(before, fresh) {
		list = append(list, run...)
	}
	return list
}

// merged are the charges of before with the fresh ones instead of those that they
// replace. Both are in order.
func (t *turned) merged(before, fresh []*Charge) iter.Seq[[]*Charge] {
	return func(yield func([]*Charge) bool) {
		from := 0
		for i := range before {
			gone := t.replaces(before[i])
			n := 0
			for n < len(fresh) && byDateKindKey(fresh[n], before[i]) <= 0 {
				n++
			}
			if !gone && n == 0 {
				continue
			}
			if from < i && !yield(before[from:i]) || n > 0 && !yield(fresh[:n]) {
				return
			}
			from, fresh = i, fresh[n:]
			if gone {
				from = i + 1
			}
		}
		if (from == len(before) || yield(before[from:])) && len(fresh) > 0 {
			yield(fresh)
		}
	}
}
