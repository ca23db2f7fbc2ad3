package pricing

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
)

// plan is a scenario made ready for the pricing core: keys sorted, rates and
// covers as steps in time, so that its loop needs no names, maps or dates.
type plan struct {
	c          Conventions
	s          *deal.Scenario
	end        calendar.Day
	basis      deal.Hours
	agreement  agreement
	amendments []amendment
	problems   []*Error
	absent     []*Error     // rates that are missing, by the first day they are asked for
	trialEnd   calendar.Day // 0: no trial is taken
	segments   []segment
	instances  []instancePlan // by type
	dimensions []dimensionPlan
	upfront    []*Charge // annual and contract charges, by date, kind and key
	nothing    []*Charge // those that round to nothing
}

// instancePlan is one instance type over time.
type instancePlan struct {
	need        deal.Need
	load        tails // of the need's load, if it has one
	amendedOnly bool  // it comes in by an amendment alone
	cover       coverSteps
	hourly      rateSteps
	infra       rateSteps
}

// dimensionPlan is one dimension over time.
type dimensionPlan struct {
	key       string
	perHour   bool
	need      deal.Series
	growth    []decimal.Decimal // factor by billing month; empty: no growth
	cover     coverSteps        // committed units per hour, or units included each month
	usage     rateSteps
	committed bool
}

// compile makes the plan of a scenario up to a day, with its upfront charges.
func compile(s *deal.Scenario, c Conventions, end calendar.Day) (*plan, error) {
	p, err := lay(s, c, end)
	if err != nil {
		return nil, err
	}
	if err := p.planUpfront(); err != nil {
		return nil, err
	}
	if len(p.absent) > 0 { // those of metered charges are told with them
		_, err := p.metered()
		return nil, err
	}
	return p, nil
}

// lacks remembers a rate that is missing; each is told once.
func (p *plan) lacks(e *Error) {
	if !slices.ContainsFunc(p.absent, func(known *Error) bool { return slices.Equal(known.Path, e.Path) }) {
		p.absent = append(p.absent, e)
	}
}

// incomplete is the error for all rates that are missing, nil if none is.
func (p *plan) incomplete() error {
	if len(p.absent) == 0 {
		return nil
	}
	first := *p.absent[0]
	first.More = p.absent[1:]
	return &first
}

// lay is a plan without its upfront charges.
func lay(s *deal.Scenario, c Conventions, end calendar.Day) (*plan, error) {
	p, err := uncut(s, c, end)
	if err != nil {
		return nil, err
	}
	p.segments = cut(s.Start, end, p.cuts(), p.basis)
	return p, nil
}

// uncut is a plan with neither segments nor upfront charges.
func uncut(s *deal.Scenario, c Conventions, end calendar.Day) (*plan, error) {
	p := &plan{c: c, s: s, end: end, basis: s.Hours, agreement: agree(s, end, c)}
	if !p.basis.Calendar && p.basis.Fixed == 0 {
		p.basis.Fixed = c.HoursPerMonth
	}
	if s.Trial && s.Product.TrialDays > 0 {
		p.trialEnd = s.Start + calendar.Day(s.Product.TrialDays)
	}
	if err := p.planAmendments(); err != nil {
		return nil, err
	}
	p.planInstances()
	p.planDimensions()
	return p, nil
}

// cuts are the days, besides month starts, at which something changes.
func (p *plan) cuts() []calendar.Day {
	days := p.effects()
	ends := func(steps coverSteps) {
		for _, step := range steps {
			days = append(days, step.from)
		}
	}
	runs := func(list []span) {
		for _, r := range list {
			days = append(days, r.from, r.to)
		}
	}
	for i := range p.instances {
		ends(p.instances[i].cover)
	}
	for i := range p.dimensions {
		ends(p.dimensions[i].cover)
		if p.dimensions[i].committed { // even where its units include nothing
			runs(p.agreement.contract)
		}
	}
	if p.s.Offer != nil {
		runs(p.agreement.annual)
	}
	for _, a := range p.amendments {
		days = append(days, a.date)
	}
	if p.trialEnd != 0 {
		days = append(days, p.trialEnd)
	}
	return days
}

// effects are the days at which a rate changes.
func (p *plan) effects() []calendar.Day {
	var days []calendar.Day
	add := func(steps rateSteps) {
		for _, step := range steps[1:] {
			days = append(days, step.from)
		}
	}
	for i := range p.instances {
		add(p.instances[i].hourly)
		add(p.instances[i].infra)
	}
	for i := range p.dimensions {
		add(p.dimensions[i].usage)
	}
	return days
}

// planInstances sorts the instance types of the need and of the amendments and
// gives each its rates and cover over time.
func (p *plan) planInstances() {
	needs := slices.Clone(p.s.Instances)
	for _, a := range p.amendments {
		for _, l := range a.lines {
			if !slices.ContainsFunc(needs, func(n deal.Need) bool { return n.Type == l.key }) {
				needs = append(needs, deal.Need{Type: l.key})
			}
		}
	}
	slices.SortFunc(needs, func(a, b deal.Need) int { return cmp.Compare(a.Type, b.Type) })
	for _, n := range needs {
		i := instancePlan{
			need:        n,
			load:        tailsOf(n.Load.Steps),
			amendedOnly: !slices.ContainsFunc(p.s.Instances, func(own deal.Need) bool { return own.Type == n.Type }),
			hourly:      p.hourlyList(n.Type).steps(p.s.Accepted, p.c),
			infra:       p.instanceList(n.Type, infrastructureRate).steps(p.s.Accepted, p.c),
			cover:       p.amended(n.Type, n.Annual),
		}
		if o := p.s.Offer; o != nil {
			named, _ := o.Rates.Instance(n.Type)
			i.hourly = i.hourly.under(offered(named.Hourly, p.hourlyList(n.Type).on(p.s.Accepted), o), p.agreement.offerEnd)
		}
		p.instances = append(p.instances, i)
	}
}

func infrastructureRate(r listing.InstanceRates) listing.Rate { return r.Infrastructure }

// instanceList is one public rate of a type with its announcements.
func (p *plan) instanceList(key string, pick func(listing.InstanceRates) listing.Rate) list {
	listed, _ := p.s.Product.Instance(key)
	return listOf(pick(listed.InstanceRates), p.s.Changes, func(r listing.Rates) listing.Rate {
		found, _ := r.Instance(key)
		return pick(found)
	})
}

func (p *plan) hourlyList(key string) list {
	return p.gratis(p.instanceList(key, func(r listing.InstanceRates) listing.Rate { return r.Hourly }))
}

// gratis is a rate for use that is nothing where the software is never charged for
// and the list leaves it out.
func (p *plan) gratis(l list) list {
	if !l.base.Set && p.s.Product.Gratis() {
		l.base = listing.Of(decimal.Zero)
	}
	return l
}

func (p *plan) annualList(key string) list {
	return p.instanceList(key, func(r listing.InstanceRates) listing.Rate { return r.Annual })
}

// orDiscounted is the rate an offer names, else the list rate less its
// discount.
func orDiscounted(named, listed listing.Rate, o *deal.Offer) listing.Rate {
	if named.Set {
		return named
	}
	return discounted(listed, o.Discount)
}

// planDimensions sorts the dimensions that are used or committed to. One that
// is committed and has no use of its own is used as committed.
func (p *plan) planDimensions() {
	for _, d := range slices.SortedFunc(slices.Values(p.s.Product.Dimensions), func(a, b listing.Dimension) int {
		return cmp.Compare(a.Key, b.Key)
	}) {
		committed := p.s.Contract.Committed(d.Key)
		use := slices.IndexFunc(p.s.Usage, func(u deal.Use) bool { return u.Key == d.Key })
		if use < 0 && committed.IsZero() {
			continue
		}
		plan := dimensionPlan{key: d.Key, perHour: d.Per == listing.PerHour, committed: !committed.IsZero()}
		covering := committed
		if !plan.perHour {
			covering = committed.Mul(d.Includes)
		}
		plan.cover = covers(p.agreement.contract, committed, covering)
		if use < 0 {
			plan.need = deal.Series{covering}
		} else {
			u := p.s.Usage[use]
			plan.need, plan.growth = u.Level, p.growth(u.Growth)
			if !plan.perHour {
				plan.need = u.Monthly
			}
		}
		plan.usage = p.usageSteps(d.Key)
		p.dimensions = append(p.dimensions, plan)
	}
}

// usageList is the public usage rate of a dimension with its announcements.
func (p *plan) usageList(key string) list {
	listed, _ := p.s.Product.Dimension(key)
	return p.gratis(listOf(listed.Usage, p.s.Changes, func(r listing.Rates) listing.Rate {
		found, _ := r.Dimension(key)
		return found.Usage
	}))
}

// usageSteps is the usage rate of a dimension over time.
func (p *plan) usageSteps(key string) rateSteps {
	usage := p.usageList(key)
	steps := usage.steps(p.s.Accepted, p.c)
	if o := p.s.Offer; o != nil {
		named, _ := o.Rates.Dimension(key)
		steps = steps.under(offered(named.Usage, usage.on(p.s.Accepted), o), p.agreement.offerEnd)
	}
	return steps
}

// growth is (1 + g)^k for each billing month, unrounded.
func (p *plan) growth(g decimal.Decimal) []decimal.Decimal {
	if g.IsZero() {
		return nil
	}
	factor, by := decimal.NewFromInt(1), decimal.NewFromInt(1).Add(g)
	months := (p.end - 1).MonthIndex() - p.s.Start.MonthIndex() + 1
	factors := make([]decimal.Decimal, months)
	for k := range factors {
		factors[k] = factor
		factor = factor.Mul(by)
	}
	return factors
}

// missing is the error for a charge that no rate exists for, and the rule that
// asks for one.
func missing(rule string, path deal.Path, what, key string, day calendar.Day, fix string) *Error {
	return &Error{Rule: rule, Path: path, Message: fmt.Sprintf("%s has no %s on %s", key, what, day), Fix: fix}
}
