package session

import (
	"cmp"
	"slices"
	"sync"

	"termsheet/model/deal"
	"termsheet/model/pricing"
)

// Priced is a variant with what it costs.
type Priced struct {
	Scenario *deal.Scenario
	Quote    *pricing.Quote // the last good one where Err is set; nil if there never was one
	Err      error          // why it cannot be priced for the moment

	of        *deal.Scenario // the document's, of which Scenario may be the public part
	like      *deal.Scenario // the first of those before that differ from it in annuals at most
	presented bool

	totals pricing.Totals
	months []pricing.Month
	late   bool           // nobody has asked for its own quote yet
	after  *pricing.Quote // then: that of one that is like it, if there is one
}

// Stale tells whether the quote is an earlier one.
func (p Priced) Stale() bool { return p.Err != nil && p.Quote != nil }

// price works out every variant of the shown document that another document has
// changed; where that is much, side by side: they share nothing that is written to.
func (s *Session) price() {
	before := s.priced
	list := s.visible(s.Document().Scenarios())
	s.priced = make([]Priced, len(list))
	var changed []int
	for i, scenario := range list {
		if at := s.pricedBefore(before, scenario); at >= 0 {
			s.priced[i] = before[at]
		} else {
			changed = append(changed, i)
		}
	}
	var done sync.WaitGroup
	aside := !few(before, list, changed)
	for n, i := range changed {
		if work := func() { s.priced[i] = s.priceOne(list[i], before) }; aside && n+1 < len(changed) {
			done.Go(work)
		} else {
			work()
		}
	}
	done.Wait()
	s.variants = make([]Variant, len(s.priced))
	for i := range s.priced {
		p := &s.priced[i]
		s.variants[i] = Variant{p.Scenario, p.totals, p.months, p.Err}
	}
}

// fewCharges are priced before another processor is awake to help.
const fewCharges = 1000

// few tells whether the variants that changed have few charges together, going by
// the months they had before; of what is new nothing is known.
func few(before []Priced, list []*deal.Scenario, changed []int) bool {
	sum := 0
	for _, i := range changed {
		last := lastPriced(before, list[i].Variant)
		if last == nil {
			return false
		}
		sum += len(last.months) * (2*len(list[i].Instances) + len(list[i].Usage))
	}
	return sum <= fewCharges
}

// priceOne prices a scenario of the document; one that cannot be keeps the quote
// it had. Of a variant that is not shown no more is worked out than its outline, but
// where its annuals are turned for the first time: with its quote that is quicker from
// then on.
func (s *Session) priceOne(scenario *deal.Scenario, before []Priced) Priced {
	now := Priced{Scenario: s.shown(scenario), of: scenario, presented: s.presenting}
	now.like = now.Scenario
	last, quote := lastPriced(before, scenario.Variant), (*pricing.Quote)(nil)
	if last != nil && deal.SameButAnnuals(last.like, now.Scenario) {
		now.like, quote = last.like, last.whole()
	}
	turned := now.like != now.Scenario
	if scenario.Variant != s.variant && (quote != nil || !turned) {
		now.late, now.after = true, quote
		now.totals, now.months, now.Err = pricing.Outline(quote, now.Scenario, s.conventions)
	} else {
		now.Quote, now.Err = pricing.PriceAfter(quote, now.Scenario, s.conventions)
	}
	if now.Err != nil {
		now.Quote, now.late, now.after = s.lastGood(before, scenario), false, nil
	}
	if now.Quote != nil {
		now.totals, now.months = now.Quote.Totals, now.Quote.Months
	}
	return now
}

// whole is a quote of the variant or, where nobody has asked for that, of one that
// is like it, if there is one.
func (p *Priced) whole() *pricing.Quote { return cmp.Or(p.Quote, p.after) }

// complete works out the quote of a variant that has an outline so far.
func (s *Session) complete(p *Priced) *Priced {
	if p.late {
		p.Quote, p.Err = pricing.PriceAfter(p.after, p.Scenario, s.conventions)
		p.late, p.after = false, nil
	}
	return p
}

// Variant is a variant with what it comes to.
type Variant struct {
	Scenario *deal.Scenario
	Totals   pricing.Totals  // the last good ones where it cannot be priced
	Months   []pricing.Month // likewise
	Err      error           // why it cannot be priced for the moment
}

// Variants lists all variants with what they come to, base first. Where no more is
// needed of those that are not shown, it takes far less than Priced.
func (s *Session) Variants() []Variant { return s.variants }

// lastPriced is a variant as it was priced before, nil where it could not be.
func lastPriced(before []Priced, variant string) *Priced {
	for i := range before {
		if before[i].Scenario.Variant == variant && before[i].Err == nil {
			return &before[i]
		}
	}
	return nil
}

// pricedBefore is the place of a scenario among those that are priced, -1 where
// it is a new one. A document keeps the scenarios whose keys no edit has changed.
func (s *Session) pricedBefore(before []Priced, scenario *deal.Scenario) int {
	return slices.IndexFunc(before, func(p Priced) bool { return p.of == scenario && p.presented == s.presenting })
}

// lastGood is the quote that a variant had before, if it is of the same
// product; figures of another would mislead.
func (s *Session) lastGood(before []Priced, scenario *deal.Scenario) *pricing.Quote {
	for i := range before {
		if p := &before[i]; p.Scenario.Variant == scenario.Variant && p.Scenario.Product.ID == scenario.Product.ID {
			return s.complete(p).Quote
		}
	}
	return nil
}

// Pin is a baseline: what one variant cost when it was set.
type Pin struct {
	Label    string         // when or as what it was set
	Quote    *pricing.Quote // nil: nothing is pinned
	Scenario *deal.Scenario // what it is the quote of
}

// Pinned is the baseline that figures are compared with: none, where that is of a
// variant that is hidden now.
func (s *Session) Pinned() Pin {
	pin := s.pin
	if s.presenting && pin.Scenario != nil && s.hidden[pin.Scenario.Variant] {
		return Pin{}
	}
	pin.Scenario = s.shown(pin.Scenario)
	return pin
}

// Pin makes the shown figures the baseline.
func (s *Session) Pin(label string) { s.PinTo(label, s.Current()) }

// PinTo makes the figures of any variant or other scenario the baseline.
func (s *Session) PinTo(label string, p Priced) {
	s.pin = Pin{Label: label, Quote: p.Quote, Scenario: p.Scenario}
	s.change()
}

// CallPin gives the baseline another label.
func (s *Session) CallPin(label string) {
	s.pin.Label = label
	s.change()
}

// Unpin takes the baseline away.
func (s *Session) Unpin() {
	s.pin = Pin{}
	s.change()
}
