package pricing

import (
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
)

// Lane is one rate of one key over time, as a customer meets it that accepts on
// the day, and as this buyer does (CHG-1, CHG-2, CHG-8).
type Lane struct {
	Kind  Kind
	Key   string
	New   []LaneStep
	Yours []LaneStep
	Cover []CoverStep // the annuals of an instance type that are in force
}

// CoverStep is a number of units in force from a day on; there is none before
// the first.
type CoverStep struct {
	From  calendar.Day
	Units decimal.Decimal
}

// LaneStep is a rate that holds from a day on. The first step of a lane holds
// since ever and has the day the buyer accepted, or earlier. What is bought
// ends with a step without a rate where its last term lapses.
type LaneStep struct {
	From      calendar.Day
	Rate      listing.Rate
	Announced calendar.Day // 0: not by a price change
}

// Changes tells whether the lane has more than one price.
func (l *Lane) Changes() bool {
	yours := len(l.Yours)
	if l.Lapses() != 0 {
		yours--
	}
	return len(l.New) > 1 || yours > 1
}

// Lapses is the day on which what this buyer bought ends, 0 where it runs on.
func (l *Lane) Lapses() calendar.Day {
	if n := len(l.Yours); n > 0 && !l.Kind.Metered() && !l.Yours[n-1].Rate.Set {
		return l.Yours[n-1].From
	}
	return 0
}

// Lanes draws the rates of every instance type and dimension of a scenario
// over its horizon: by the hour or unit, and upfront where one is bought. It fails
// as Price does.
func Lanes(s *deal.Scenario, c Conventions) ([]Lane, error) {
	p, err := compile(s, c, horizon(s, c))
	if err != nil {
		return nil, err
	}
	return p.lanes(), nil
}

// lanes draws the rates.
func (p *plan) lanes() []Lane {
	lanes := make([]Lane, 0, 2*(len(p.instances)+len(p.dimensions)))
	for i := range p.instances {
		key := p.instances[i].need.Type
		lanes = append(lanes, p.lane(Hourly, key, p.hourlyList(key), p.instances[i].hourly), p.annualLane(&p.instances[i]))
	}
	for i := range p.dimensions {
		key := p.dimensions[i].key
		lanes = append(lanes,
			p.lane(Usage, key, p.usageList(key), p.dimensions[i].usage),
			p.boughtLane(Contract, key, p.contractList(key)))
	}
	return lanes
}

// lanesAfter are those of before where they are the same in a deal that differs in
// numbers of annuals at most.
func (p *plan) lanesAfter(before *Quote) []Lane {
	lanes := slices.Clone(before.Lanes)
	for i := range p.instances {
		if now := &p.instances[i]; !now.need.Annual.Equal(before.plan.instances[i].need.Annual) {
			lanes[2*i+1] = p.annualLane(now)
		}
	}
	return lanes
}

// annualLane is what the annuals of a type cost, and how many are in force.
func (p *plan) annualLane(i *instancePlan) Lane {
	lane := p.boughtLane(Annual, i.need.Type, p.annualList(i.need.Type))
	for _, step := range i.cover {
		lane.Cover = append(lane.Cover, CoverStep{step.from, step.units})
	}
	return lane
}

// lane is a metered rate: this buyer's steps are what it is charged by.
func (p *plan) lane(kind Kind, key string, l list, steps rateSteps) Lane {
	lane := Lane{Kind: kind, Key: key, New: p.published(l)}
	for _, step := range steps {
		s := LaneStep{From: step.from, Rate: step.rate}
		previous := l.base
		for _, a := range l.announcements {
			if a.day > p.s.Accepted && p.c.effective(a.day, previous, a.rate) == step.from {
				s.Announced = a.day
			}
			previous = a.rate
		}
		lane.Yours = append(lane.Yours, s)
	}
	lane.Yours = p.inside(lane.Yours)
	return lane
}

// boughtLane is an upfront rate: this buyer's steps are what it is charged.
func (p *plan) boughtLane(kind Kind, key string, l list) Lane {
	lane := Lane{Kind: kind, Key: key, New: p.published(l)}
	var end calendar.Day
	for i := range p.upfront {
		c := p.upfront[i]
		if c.Kind != kind || c.Key != key || c.Rule == "AMD-2" {
			continue
		}
		end = c.End
		step := LaneStep{From: c.Date, Rate: listing.Of(c.Rate)}
		if n := len(lane.Yours); n > 0 && lane.Yours[n-1].Rate.Value.Equal(c.Rate) {
			continue
		}
		if len(lane.Yours) > 0 {
			step.Announced = l.announced(c.Rate.String())
		}
		lane.Yours = append(lane.Yours, step)
	}
	if len(lane.Yours) > 0 && end < p.end {
		lane.Yours = append(lane.Yours, LaneStep{From: end})
	}
	return lane
}

// announced is the day of the first announcement of a rate, 0 if there is none.
func (l list) announced(rate string) calendar.Day {
	for _, a := range l.announcements {
		if a.rate.Value.String() == rate {
			return a.day
		}
	}
	return 0
}

// published is what new customers pay over time.
func (p *plan) published(l list) []LaneStep {
	steps := []LaneStep{{From: always, Rate: l.base}}
	for _, a := range l.announcements {
		steps = append(steps, LaneStep{From: a.day, Rate: a.rate, Announced: a.day})
	}
	return p.inside(steps)
}

// inside drops what lies after the horizon or was over before the buyer
// accepted, and steps to a rate that is no other.
func (p *plan) inside(steps []LaneStep) []LaneStep {
	var out []LaneStep
	for _, s := range steps {
		switch n := len(out); {
		case s.From >= p.end:
		case s.From <= p.s.Accepted && n > 0:
			out[0] = s
		case n > 0 && out[n-1].Rate.Set == s.Rate.Set && out[n-1].Rate.Value.Equal(s.Rate.Value):
		default:
			out = append(out, s)
		}
	}
	return out
}

// contractList is the contract rate of a dimension for the deal's term.
func (p *plan) contractList(key string) list {
	months := 0
	if p.s.Contract != nil {
		months = p.s.Contract.Months
	}
	if p.s.Offer != nil {
		months = p.s.Offer.Months
	}
	return p.contractListFor(key, months)
}

func (p *plan) contractListFor(key string, months int) list {
	listed, _ := p.s.Product.Dimension(key)
	return listOf(listed.ContractFor(months), p.s.Changes, func(r listing.Rates) listing.Rate {
		found, _ := r.Dimension(key)
		return found.ContractFor(months)
	})
}
