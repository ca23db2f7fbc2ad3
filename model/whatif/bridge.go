package whatif

import (
	"fmt"

	"termsheet/model/deal"
	"termsheet/model/money"
)

// Cause is a reason why two scenarios come to different sums.
type Cause uint8

// The causes, in the order in which a bridge takes them over.
const (
	ByPrice    Cause = iota // what a unit costs: the list, its changes, a trial, an offer's discount and rates
	ByQuantity              // how much runs and is used in all
	ByTerm                  // when it begins, how long it runs and whether it renews
	ByMix                   // which types run, and how much of it annuals and commitments cover
	ByFees                  // what the marketplace and a channel partner keep
)

// String is the cause in a word.
func (c Cause) String() string {
	return [...]string{"price", "quantity", "term", "mix", "fees"}[c]
}

// Part is what one cause contributes to a difference, or several that cannot be
// told apart: there is no price with one of them and without the next.
type Part struct {
	Causes []Cause
	Effect money.Amount
}

// Bridge is how the sum of one scenario becomes that of another. From and all
// effects add up to To: the scenario is priced anew after each cause, which
// keeps those before it.
type Bridge struct {
	From, To money.Amount
	Parts    []Part
}

// Bridge splits the difference between two scenarios by its causes. It fails where
// one of them has no price.
func (e *Engine) Bridge(a, b *deal.Scenario) (*Bridge, error) {
	br := &Bridge{}
	var err error
	if br.From, err = e.Value(a); err != nil {
		return nil, fmt.Errorf("%s: %w", named(a), err)
	}
	if br.To, err = e.Value(b); err != nil {
		return nil, fmt.Errorf("%s: %w", named(b), err)
	}
	now, last := a.Clone(), br.From
	var open []Cause // taken over, but without a price so far
	for _, step := range []struct {
		cause Cause
		take  func()
	}{
		{ByPrice, func() { e.takePrice(now, b) }},
		{ByQuantity, func() { e.takeQuantity(now, b) }},
		{ByTerm, func() { takeTerm(now, b) }},
		{ByMix, func() { now = b }},
	} {
		step.take()
		open = append(open, step.cause)
		value, err := br.To, error(nil)
		if now != b {
			value, err = e.Value(now)
		}
		if err != nil {
			continue
		}
		br.Parts = append(br.Parts, Part{Causes: open, Effect: value - last})
		open, last = nil, value
	}
	return br, nil
}

// Keep turns a bridge of what buyers pay into one of what the seller keeps,
// given what others take of either sum.
func (br *Bridge) Keep(taken, takenThen money.Amount) {
	br.From, br.To = br.From-taken, br.To-takenThen
	br.Parts = append(br.Parts, Part{Causes: []Cause{ByFees}, Effect: taken - takenThen})
}
