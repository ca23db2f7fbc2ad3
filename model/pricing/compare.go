package pricing

import "github.com/shopspring/decimal"

// compare prices the same need with no commitment and no deal. It is nil where
// something that is used has no hourly or usage rate.
func (p *plan) compare(own Totals) (*Comparison, error) {
	bare := p.uncommitted()
	if !bare.comparable() {
		return nil, nil
	}
	totals, byMonth, err := bare.sums()
	if err != nil {
		return nil, err
	}
	return (&Comparison{HourlyOnly: totals.Software, Months: byMonth}).against(own), nil
}

// against sets another deal against the same need.
func (c *Comparison) against(own Totals) *Comparison {
	if c == nil {
		return nil
	}
	now := &Comparison{HourlyOnly: c.HourlyOnly, Savings: c.HourlyOnly - own.Software, Months: c.Months}
	if now.HourlyOnly != 0 {
		percent := now.Savings.Decimal().Mul(decimal.NewFromInt(100)).DivRound(now.HourlyOnly.Decimal(), 2)
		now.Percent = &percent
	}
	return now
}

// uncommitted is the plan with every X and commitment, the offer, the trial
// and the amendments taken away, the need as it was.
func (p *plan) uncommitted() *plan {
	s := *p.s
	s.Offer, s.Trial, s.Amendments = nil, false, nil
	bare := &plan{c: p.c, s: &s, end: p.end, basis: p.basis}
	bare.instances, bare.dimensions = make([]instancePlan, 0, len(p.instances)), make([]dimensionPlan, 0, len(p.dimensions))
	for _, i := range p.instances {
		i.cover = nil
		if p.s.Offer != nil { // else the list's rates are what the plan has
			i.hourly = p.hourlyList(i.need.Type).steps(s.Accepted, p.c)
		}
		bare.instances = append(bare.instances, i)
	}
	for _, d := range p.dimensions {
		d.cover, d.committed = nil, false
		if p.s.Offer != nil {
			d.usage = p.usageList(d.key).steps(s.Accepted, p.c)
		}
		bare.dimensions = append(bare.dimensions, d)
	}
	bare.segments = cut(s.Start, p.end, bare.effects(), p.basis)
	return bare
}

// comparable tells whether everything that is used has a rate throughout.
func (p *plan) comparable() bool {
	for s := range p.segments {
		seg := &p.segments[s]
		for i := range p.instances {
			plan := &p.instances[i]
			if !plan.hourly.at(seg.from).Set && !plan.uncovered(seg.month, decimal.Zero, false).IsZero() {
				return false
			}
		}
		for i := range p.dimensions {
			if d := &p.dimensions[i]; !d.usage.at(seg.from).Set && !d.need.At(seg.month).IsZero() {
				return false
			}
		}
	}
	return true
}
