package pricing

import (
	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
)

// RateStep is a rate from a day on, until the next step; the first of several
// holds since ever.
type RateStep struct {
	From calendar.Day
	Rate listing.Rate
}

// InForce is what a customer pays for one key on public terms, who accepted on
// a scenario's day and stays.
type InForce struct {
	Metered []RateStep // by the hour, or by use
	Renewed []RateStep // a dimension's contract, by the day it renews
	Listed  []RateStep // an annual, or a dimension's contract, as new customers buy it on a day
	Cuts    []calendar.Day
}

// RatesInForce gathers the rates of an instance type or a dimension from the
// listing and the price changes of a scenario; months is the contract's term.
// Cuts are the days on which a rate for use or infrastructure takes effect.
func RatesInForce(s *deal.Scenario, key string, months int, c Conventions) InForce {
	p := &plan{c: c, s: s}
	var in InForce
	if _, ok := s.Product.Instance(key); ok {
		hourly := p.hourlyList(key).steps(s.Accepted, c)
		in.Metered, in.Listed = hourly.shown(), p.annualList(key).bought()
		in.cut(hourly)
		in.cut(p.instanceList(key, infrastructureRate).steps(s.Accepted, c))
		return in
	}
	usage, contract := p.usageList(key).steps(s.Accepted, c), p.contractListFor(key, months)
	in.Metered, in.Listed, in.Renewed = usage.shown(), contract.bought(), contract.steps(s.Accepted, c).shown()
	in.cut(usage)
	return in
}

func (in *InForce) cut(steps rateSteps) {
	for _, step := range steps[1:] {
		in.Cuts = append(in.Cuts, step.from)
	}
}

func (s rateSteps) shown() []RateStep {
	list := make([]RateStep, len(s))
	for i := range s {
		list[i] = RateStep{s[i].from, s[i].rate}
	}
	return list
}

// bought is the list as new customers meet it.
func (l list) bought() []RateStep {
	steps := []RateStep{{always, l.base}}
	for _, a := range l.announcements {
		steps = append(steps, RateStep{a.day, a.rate})
	}
	return steps
}
