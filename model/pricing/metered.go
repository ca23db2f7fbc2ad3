package pricing

import (
	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// state is everything the amount of a metered charge depends on, as numbers:
// where it has not changed since the segment before, neither has the amount.
type state struct {
	need, cover, rate int
	times, per        int64
	trial             bool
	slice             int // of several horizons
	only              bool
}

// memo remembers the last amount of a key.
type memo struct {
	state
	valid  bool
	need   decimal.Decimal
	units  decimal.Decimal
	amount money.Amount
}

// meter goes through the segments of a plan in order.
type meter struct {
	*plan
	hourly, infra, usage []memo
	next                 int // of the upfront charges
}

func (p *plan) meter() *meter {
	memos := make([]memo, 2*len(p.instances)+len(p.dimensions))
	n := len(p.instances)
	return &meter{plan: p, hourly: memos[:n], infra: memos[n : 2*n], usage: memos[2*n:]}
}

// segment appends the charges of a segment, the upfront ones first, in their
// final order.
func (m *meter) segment(charges []Charge, seg *segment) (_ []Charge, err error) {
	for m.next < len(m.upfront) && m.upfront[m.next].Date < seg.to {
		charges = append(charges, *m.upfront[m.next])
		m.next++
	}
	free := m.freeInstance(seg)
	for i := range m.instances {
		if charges, err = m.chargeHours(charges, &m.instances[i], seg, &m.hourly[i], i == free); err != nil {
			return nil, err
		}
	}
	for i := range m.instances {
		if charges, err = m.chargeInfrastructure(charges, &m.instances[i], seg, &m.infra[i]); err != nil {
			return nil, err
		}
	}
	for i := range m.dimensions {
		if charges, err = m.chargeUsage(charges, &m.dimensions[i], seg, &m.usage[i]); err != nil {
			return nil, err
		}
	}
	return charges, nil
}

// perSegment is how many charges a segment has at most, upfront ones apart.
func (p *plan) perSegment() int {
	n := len(p.instances) + len(p.dimensions)
	for i := range p.instances {
		if p.instances[i].infra.any() {
			n++
		}
	}
	return n
}

// metered lists the charges of every segment.
func (p *plan) metered() (list []*Charge, err error) {
	m := p.meter()
	charges := make([]Charge, 0, len(p.upfront)+p.perSegment()*len(p.segments))
	for s := range p.segments {
		if charges, err = m.segment(charges, &p.segments[s]); err != nil {
			return nil, err
		}
	}
	return pointers(make([]*Charge, 0, len(charges)), charges), p.incomplete()
}

// pointers appends pointers to charges, which can be shared and are cheaper to move.
func pointers(list []*Charge, charges []Charge) []*Charge {
	for i := range charges {
		list = append(list, &charges[i])
	}
	return list
}

// sums adds up the charges of every segment and keeps none of them: listing them
// takes longer than working them out.
func (p *plan) sums() (t Totals, byMonth []Month, err error) {
	m := p.meter()
	byMonth = p.noMonths()
	charges := make([]Charge, 0, p.perSegment()+len(p.upfront))
	list := make([]*Charge, 0, cap(charges))
	for s := range p.segments {
		if charges, err = m.segment(charges[:0], &p.segments[s]); err != nil {
			return t, nil, err
		}
		list = pointers(list[:0], charges)
		if err = t.add(list); err != nil {
			return t, nil, err
		}
		byMonth = addMonths(byMonth, list)
	}
	if err = p.incomplete(); err == nil {
		err = t.close()
	}
	return t, byMonth, err
}

// uncovered is the sum over load steps of weight x max(0, Y - X), less the
// instance that a trial leaves free (ANN-5 to ANN-7, TRL-1).
func (i *instancePlan) uncovered(month int, cover decimal.Decimal, trial bool) decimal.Decimal {
	if trial {
		cover = cover.Add(decimal.NewFromInt(1))
	}
	if len(i.need.Load.Steps) == 0 {
		return above(i.need.Running.At(month), cover)
	}
	return i.load.above(cover)
}

// above is max(0, need - cover).
func above(need, cover decimal.Decimal) decimal.Decimal {
	if need.LessThanOrEqual(cover) {
		return decimal.Zero
	}
	if cover.IsZero() {
		return need
	}
	return need.Sub(cover)
}

// weight is what the weights of a load are shares of.
func weight(n *deal.Need) int64 {
	if len(n.Load.Steps) == 0 {
		return 1
	}
	return n.Load.Total.IntPart()
}

// hourState is what the hourly charge of a type depends on in a segment.
func (i *instancePlan) hourState(seg *segment, free bool) state {
	return state{need: needIndex(i.need.Running, seg.month), cover: i.cover.index(seg.from), rate: i.hourly.index(seg.from),
		times: seg.hours, per: seg.per * weight(&i.need), trial: free, slice: seg.slice, only: seg.only}
}

// infraState is what the infrastructure charge of a type depends on.
func (i *instancePlan) infraState(seg *segment) state {
	return state{need: needIndex(i.need.Running, seg.month), rate: i.infra.index(seg.from),
		times: seg.hours, per: seg.per * weight(&i.need), slice: seg.slice, only: seg.only}
}

// useState is what the usage charge of a dimension depends on.
func (d *dimensionPlan) useState(seg *segment) state {
	now := state{need: needIndex(d.need, seg.month), cover: d.cover.index(seg.from), rate: d.usage.index(seg.from),
		times: seg.days, per: seg.of, slice: seg.slice, only: seg.only}
	if d.perHour {
		now.times, now.per = seg.hours, seg.per
	}
	if len(d.growth) > 0 {
		now.need = seg.month
	}
	return now
}

// freeUse tells whether a trial leaves the use of dimensions free.
func (p *plan) freeUse(seg *segment) bool {
	return seg.from < p.trialEnd && p.s.Product.Delivery == listing.SaaS
}

// ended tells that a commitment has lapsed where no usage rate takes over.
func (d *dimensionPlan) ended(cover decimal.Decimal, rate listing.Rate) bool {
	return !rate.Set && d.committed && cover.IsZero()
}

// needIndex names the value of a series in force in a month.
func needIndex(series deal.Series, month int) int { return min(month, len(series)-1) }

// chargeHours charges the instance-hours of a type that no annual covers.
func (p *plan) chargeHours(charges []Charge, i *instancePlan, seg *segment, m *memo, free bool) ([]Charge, error) {
	now := i.hourState(seg, free)
	cover := i.cover.units(now.cover)
	rate := i.hourly[now.rate].rate
	if !m.valid || m.state != now {
		m.need = i.need.Running.At(seg.month)
		units := i.uncovered(seg.month, cover, free)
		if !units.IsZero() && !rate.Set {
			p.lacks(missing("ANN-3", deal.P("instance", i.need.Type), "hourly rate", i.need.Type, seg.from,
				"cover what runs with annuals, or choose a type that is sold by the hour"))
			return charges, nil
		}
		if err := m.set(now, units, rate); err != nil {
			return nil, errAt(err, deal.P("instance", i.need.Type))
		}
	}
	if m.amount == 0 {
		return charges, nil
	}
	rule := "ANN-5"
	switch {
	case p.agreement.offer != nil && seg.from >= p.agreement.offerEnd:
		rule = "PRV-9"
	case cover.IsZero() && now.cover >= 0:
		rule = "ANN-9"
	case free:
		rule = "TRL-1"
	}
	return append(charges, m.charge(seg, Hourly, i.need.Type, rate, rule, cover)), nil
}

// chargeInfrastructure charges the EC2 hours of all that runs, covered or not
// (ANN-15).
func (p *plan) chargeInfrastructure(charges []Charge, i *instancePlan, seg *segment, m *memo) ([]Charge, error) {
	now := i.infraState(seg)
	rate := i.infra[now.rate].rate
	if !rate.Set {
		return charges, nil
	}
	if !m.valid || m.state != now {
		m.need = i.need.Running.At(seg.month)
		if err := m.set(now, i.uncovered(seg.month, decimal.Zero, false), rate); err != nil {
			return nil, errAt(err, deal.P("instance", i.need.Type))
		}
	}
	if m.amount == 0 {
		return charges, nil
	}
	return append(charges, m.charge(seg, Infrastructure, i.need.Type, rate, "ANN-15", decimal.Zero)), nil
}

// chargeUsage charges the use of a dimension beyond what is committed. A
// commitment that has lapsed where no usage rate exists simply ends.
func (p *plan) chargeUsage(charges []Charge, d *dimensionPlan, seg *segment, m *memo) ([]Charge, error) {
	if p.freeUse(seg) {
		return charges, nil
	}
	now := d.useState(seg)
	cover, rate := d.cover.units(now.cover), d.usage[now.rate].rate
	if !m.valid || m.state != now {
		m.need = d.at(seg.month)
		units := above(m.need, cover)
		if !units.IsZero() && !rate.Set {
			if d.ended(cover, rate) {
				return charges, nil
			}
			p.lacks(missing("USG-9", deal.P("usage", d.key), "usage rate for what is used beyond the commitment", d.key, seg.from,
				"commit to more, or use less"))
			return charges, nil
		}
		if err := m.set(now, units, rate); err != nil {
			return nil, errAt(err, deal.P("usage", d.key))
		}
	}
	if m.amount == 0 {
		return charges, nil
	}
	return append(charges, m.charge(seg, Usage, d.key, rate, d.rule(), cover)), nil
}

// at is the use in a billing month, grown and unrounded.
func (d *dimensionPlan) at(month int) decimal.Decimal {
	need := d.need.At(month)
	if len(d.growth) == 0 {
		return need
	}
	return need.Mul(d.growth[month])
}

// rule is the one that usage of the dimension is charged by.
func (d *dimensionPlan) rule() string {
	switch {
	case d.committed:
		return "CCP-1"
	case d.perHour:
		return "USG-9"
	}
	return "USG-3"
}

// set works out the amount for a new state.
func (m *memo) set(now state, units decimal.Decimal, rate listing.Rate) (err error) {
	m.state, m.units, m.valid = now, units, true
	if units.IsZero() {
		m.amount = 0
		return nil
	}
	m.amount, err = money.Product(units, now.times, now.per, rate.Value)
	return err
}

// charge writes the remembered amount as a charge of a segment.
func (m *memo) charge(seg *segment, kind Kind, key string, rate listing.Rate, rule string, cover decimal.Decimal) Charge {
	return Charge{Date: seg.from, End: seg.to, Kind: kind, Key: key, Rate: rate.Value, Amount: m.amount, Rule: rule,
		Basis: Basis{Units: m.units, Times: m.times, Per: m.per, Need: m.need, Cover: cover, Month: seg.month}}
}

// instanceFree tells whether a trial leaves an instance free.
func (p *plan) instanceFree() bool {
	return p.s.Product.Delivery == listing.AMI || p.s.Product.Delivery == listing.Container
}

// freeInstance is the instance type whose dearest uncovered instance a trial
// leaves free in a segment, -1 for none (TRL-1, TRL-2).
func (p *plan) freeInstance(seg *segment) int {
	if seg.from >= p.trialEnd || !p.instanceFree() {
		return -1
	}
	best := -1
	var dearest decimal.Decimal
	for i := range p.instances {
		plan := &p.instances[i]
		rate := plan.hourly.at(seg.from)
		cover := plan.cover.units(plan.cover.index(seg.from))
		if rate.Set && (best < 0 || rate.Value.GreaterThan(dearest)) &&
			!plan.uncovered(seg.month, cover, false).IsZero() {
			best, dearest = i, rate.Value
		}
	}
	return best
}
