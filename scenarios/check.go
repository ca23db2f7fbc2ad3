package scenarios

import (
	"fmt"
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/scenarios/syntax"
)

// scenario reads a complete scenario: the file's own, or a variant laid over it. Its
// own keys are those of the file without what is read apart.
func (r *reader) scenario(root *place, own *syntax.Node, schema []key[deal.Scenario]) *deal.Scenario {
	made := &deal.Scenario{Product: r.product}
	if r.was != nil && sameBut(own, r.was, "instance") {
		*made = *r.before
		made.Instances = nil
		readNeeds(r, root.field(root.Field("instance")), made)
	} else {
		table(r, root, schema, made)
		if root.Field("accepted") == nil {
			made.Accepted = made.Start
		}
	}
	for _, check := range []func(*reader, *place, *deal.Scenario){checkStart, checkTerm, checkHorizon, checkChanges} {
		check(r, root, made)
	}
	return made
}

// sameBut tells whether two tables have the same keys, which say the same but for one
// that both have.
func sameBut(a, b *syntax.Node, name string) bool {
	return a.Field(name) != nil && slices.EqualFunc(a.Fields, b.Fields, func(x, y *syntax.Node) bool {
		return x.Name == y.Name && (x.Name == name || x.Same(y))
	})
}

// against refuses a key that contradicts another.
func (r *reader) against(p *place, other deal.Path, message, fix string) {
	r.refuse(p, message, fix)
	r.faults[len(r.faults)-1].other = other
}

// at is the place at the end of a path, or nil where nothing stands there.
func (p *place) at(path ...string) *place {
	for _, part := range path {
		next := p.Step(part)
		if next == nil || absent(next) {
			return nil
		}
		p = p.step(next, part)
	}
	return p
}

func checkStart(r *reader, root *place, s *deal.Scenario) {
	start, accepted := root.at("start"), root.at("accepted")
	if start != nil && accepted != nil && s.Start != 0 && s.Accepted != 0 && s.Start < s.Accepted {
		r.against(start, accepted.path(), fmt.Sprintf("use starts on %s, before the buyer accepts on %s", s.Start, s.Accepted),
			"write a start on the day of acceptance or later")
	}
}

// checkTerm looks at a contract's months beside an offer, which has a term of
// its own, and without one.
func checkTerm(r *reader, root *place, s *deal.Scenario) {
	if s.Contract == nil {
		return
	}
	months, offerMonths := root.at("contract", "months"), root.at("offer", "months")
	switch {
	case months == nil && s.Offer == nil && root.at("offer") == nil && root.at("contract", "quantity") != nil:
		r.refuseTable(root.at("contract"), "contract has quantities, but no months", "write months = 12, or the offer that gives the term")
	case months == nil || s.Contract.Months == 0 || s.Offer == nil:
	case offerMonths != nil && s.Offer.Months != 0 && s.Offer.Months != s.Contract.Months:
		r.against(months, offerMonths.path(), fmt.Sprintf("contract.months is %d, but the offer's term is %d months", s.Contract.Months, s.Offer.Months),
			"write the same number, or take contract.months out")
	case s.Offer.Days != 0:
		r.against(months, deal.P("offer", "days"), fmt.Sprintf("contract.months is %d, but the offer's term is %d days", s.Contract.Months, s.Offer.Days),
			"take contract.months out")
	}
}

// checkHorizon refuses days of an offer that are more than the longest horizon.
func checkHorizon(r *reader, root *place, s *deal.Scenario) {
	if s.Offer == nil || s.Offer.Days == 0 || s.Start == 0 {
		return
	}
	if most := s.Start.AddMonths(mostMonths); s.Start+calendar.Day(s.Offer.Days) > most {
		r.against(root.at("offer", "days"), deal.P("start"), fmt.Sprintf("offer.days is out of range: %d", s.Offer.Days),
			fmt.Sprintf("write 1 to %d, which is %d months", most-s.Start, mostMonths))
	}
}

// checkChanges refuses a key that two price changes of one day name.
func checkChanges(r *reader, root *place, s *deal.Scenario) {
	list := root.at("price_change")
	if list == nil || len(s.Changes) != len(list.Items) {
		return
	}
	type named struct {
		day   calendar.Day
		table string
		key   string
	}
	seen := make(map[named]bool)
	once := func(i int, table, key string) {
		n := named{s.Changes[i].Announced, table, key}
		if seen[n] && n.day != 0 {
			r.refuseKey(list.at(fmt.Sprint(i), table, key), fmt.Sprintf("a second change to %s on %s", Quoted(key), n.day), "write one change with all its rates")
		}
		seen[n] = true
	}
	for i, c := range s.Changes {
		for _, k := range c.Rates.Instances {
			once(i, "instance", k.Type)
		}
		for _, k := range c.Rates.Dimensions {
			once(i, "dimension", k.Key)
		}
	}
}
