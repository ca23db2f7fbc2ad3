package field

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/scenarios"
	"termsheet/tui/entry"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// offerTerms are the lengths that an offer is stepped through; any other can be
// typed.
var offerTerms = []int{12, 24, 36}

// horizons are the months ahead that the horizon is stepped through.
var horizons = []int{12, 24, 36, 60}

// Terms lists the contract terms that can be bought: those of the list, or
// the usual ones of an offer. None means that the deal has no length of its
// own.
func Terms(s *deal.Scenario) []int {
	if s.Offer != nil {
		return offerTerms
	}
	var terms []int
	for _, d := range s.Product.Dimensions {
		for _, t := range d.Contract {
			if !slices.Contains(terms, t.Months) {
				terms = append(terms, t.Months)
			}
		}
	}
	slices.Sort(terms)
	return terms
}

// TermMonths is the length of the contract or offer in months, 0 where there
// is none or it is in days.
func TermMonths(s *deal.Scenario) int {
	switch {
	case s.Offer != nil:
		return s.Offer.Months
	case s.Contract != nil:
		return s.Contract.Months
	}
	return 0
}

// Term is the length of the contract, or of the private offer.
func Term(s *session.Session) pane.Cell {
	e := edit(s)
	terms := Terms(e.scenario)
	have := TermMonths(e.scenario)
	text := strconv.Itoa(have)
	switch {
	case e.scenario.Offer != nil && e.scenario.Offer.Days > 0:
		text = fmt.Sprintf("%d days", e.scenario.Offer.Days)
	case len(terms) == 0:
		return off("contract term", "none", e.scenario.Product.ID+" is not sold by contract; horizon changes how far to look")
	}
	c := pane.Cell{Name: "contract term", Text: text, Choices: numbers(terms)}
	c.Change = func(input string) (pane.Change, error) {
		months, err := stepOrType(input, terms, have)
		if err != nil {
			return pane.Change{}, err
		}
		if e.scenario.Offer == nil && !slices.Contains(terms, months) {
			return pane.Change{}, fmt.Errorf("nothing is sold for %d months: the list has %s; a private offer, which a discount makes, can have any length", months, joined(terms))
		}
		return pane.Change{To: calendar.Months(months), Edits: e.term(months)}, nil
	}
	return c
}

// stepOrType reads +1 and -1 as a step along the usual values, not around
// their ends, and anything else as a number of months.
func stepOrType(input string, usual []int, have int) (int, error) {
	switch input {
	case "+1":
		for _, m := range usual {
			if m > have {
				return m, nil
			}
		}
		return 0, fmt.Errorf("%d is the last of %s; type another number", have, joined(usual))
	case "-1":
		for _, m := range slices.Backward(usual) {
			if m < have {
				return m, nil
			}
		}
		return 0, fmt.Errorf("%d is the first of %s; type another number", have, joined(usual))
	}
	value, err := entry.Resolve(input, decimal.NewFromInt(int64(have)), entry.Whole)
	if err != nil {
		return 0, err
	}
	return int(value.IntPart()), nil
}

func joined(list []int) string { return strings.Join(numbers(list), ", ") }

// Next is the usual value after the one a cell has, the first after the last.
func Next(c pane.Cell) string {
	have, err := strconv.Atoi(c.Text)
	for _, choice := range c.Choices {
		if n, bad := strconv.Atoi(choice); err == nil && bad == nil && n > have {
			return choice
		}
	}
	if err == nil {
		return c.Choices[0]
	}
	return c.Choice(1)
}

func (e editor) term(months int) []scenarios.Edit {
	value := strconv.Itoa(months)
	o := e.scenario.Offer
	if o == nil {
		var edits []scenarios.Edit
		if e.scenario.Contract == nil && e.variant != "" && e.base.Contract != nil {
			edits = append(edits, e.drop("contract"))
		}
		return append(edits, e.set(value, "contract", "months"))
	}
	edits := []scenarios.Edit{e.set(value, "offer", "months")}
	if c := e.scenario.Contract; c != nil && c.Months > 0 {
		edits = append(edits, e.set(value, "contract", "months"))
	}
	return edits
}

// horizonMonths is how many whole months the scenario looks ahead.
func horizonMonths(s *session.Session) int {
	if m := s.Scenario().Months; m > 0 {
		return m
	}
	if q := s.Quote(); q != nil {
		months, _ := calendar.MonthsBetween(q.Start, q.End)
		return months
	}
	return s.Conventions().DefaultMonths
}

// Horizon is how far to look, whatever the contract's length.
func Horizon(s *session.Session) pane.Cell {
	e := edit(s)
	have := horizonMonths(s)
	c := pane.Cell{Name: "horizon", Text: strconv.Itoa(have), Choices: numbers(horizons)}
	c.Change = func(input string) (pane.Change, error) {
		months, err := stepOrType(input, horizons, have)
		if err != nil {
			return pane.Change{}, err
		}
		return pane.Change{To: calendar.Months(months),
			Edits: []scenarios.Edit{e.set(strconv.Itoa(months), "months")}}, nil
	}
	return c
}

func numbers(list []int) []string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = strconv.Itoa(n)
	}
	return out
}

// Renew is what happens when a term ends inside the horizon.
func Renew(s *session.Session) pane.Cell {
	e := edit(s)
	text := "none"
	if e.scenario.Renew {
		text = "auto"
	}
	return choice("renew", text, []string{"none", "auto"}, func(word string) []scenarios.Edit {
		return []scenarios.Edit{e.set(scenarios.Text(word), "renew")}
	})
}

// Hours is how many hours a month has.
func Hours(s *session.Session) pane.Cell {
	e := edit(s)
	text := "calendar"
	if !e.scenario.Hours.Calendar {
		fixed := e.scenario.Hours.Fixed
		if fixed == 0 {
			fixed = s.Conventions().HoursPerMonth
		}
		text = strconv.Itoa(fixed)
	}
	return choice("hours", text, []string{"730", "720", "calendar"}, func(word string) []scenarios.Edit {
		if word == "calendar" {
			word = scenarios.Text(word)
		}
		return []scenarios.Edit{e.set(word, "hours")}
	})
}

// Start is the day use begins.
func Start(s *session.Session) pane.Cell {
	e := edit(s)
	return date("start", e.scenario.Start, func(d calendar.Day) []scenarios.Edit {
		return []scenarios.Edit{e.set(scenarios.Date(d), "start")}
	})
}

// Accepted is the day the buyer accepts.
func Accepted(s *session.Session) pane.Cell {
	e := edit(s)
	return date("accepted", e.scenario.Accepted, func(d calendar.Day) []scenarios.Edit {
		return []scenarios.Edit{e.set(scenarios.Date(d), "accepted")}
	})
}

// Trial is whether the buyer takes the free trial.
func Trial(s *session.Session) pane.Cell {
	e := edit(s)
	if e.scenario.Product.TrialDays == 0 {
		return off("trial", "none", e.scenario.Product.ID+" offers no free trial")
	}
	text := "no"
	if e.scenario.Trial {
		text = "yes"
	}
	return choice("trial", text, []string{"no", "yes"}, func(word string) []scenarios.Edit {
		return []scenarios.Edit{e.set(strconv.FormatBool(word == "yes"), "trial")}
	})
}

// Discount is what a private offer takes off every rate that it does not name.
// Typing one into a deal on public terms makes an offer of it.
func Discount(s *session.Session) pane.Cell {
	e := edit(s)
	value := decimal.Zero
	if e.scenario.Offer != nil {
		value = e.scenario.Offer.Discount
	}
	for _, m := range []listing.Model{listing.BYOL, listing.Free} {
		if e.scenario.Offer == nil && e.scenario.Product.Has(m) && len(e.scenario.Product.Models) == 1 {
			return off("discount", "none", "a product sold as "+string(m)+" has nothing to take a discount off")
		}
	}
	c := share("discount", value, 100, func(d decimal.Decimal) []scenarios.Edit {
		return append(e.offer(), e.set(scenarios.Percent(d), "offer", "discount"))
	})
	if e.scenario.Offer == nil {
		c.Text = "none"
	}
	return c
}

// offer makes sure there is a private offer: the one that what-ifs assume, so that
// what they answer can be taken over.
func (e editor) offer() []scenarios.Edit {
	if e.scenario.Offer != nil {
		return nil
	}
	if edits := e.session.Returning(); edits != nil {
		return edits
	}
	made := e.scenario.Private(e.session.Conventions().DefaultMonths)
	edits := []scenarios.Edit{e.set(strconv.Itoa(made.Months), "offer", "months")}
	if made.Renewal != nil { // which renews by its own terms alone
		edits = append(edits, e.set(strconv.Itoa(made.Renewal.Times), "offer", "renewal", "times"), e.set(scenarios.Text("none"), "renew"))
	}
	return edits
}

// NoOffer puts the deal on public terms.
func NoOffer(s *session.Session) []scenarios.Edit {
	e := edit(s)
	var edits []scenarios.Edit
	if e.variant != "" && e.base.Offer != nil {
		if e.own("offer") {
			edits = append(edits, e.drop("offer"))
		}
		edits = append(edits, e.set("false", "offer"))
	} else {
		edits = append(edits, e.drop("offer"))
		if e.variant == "" {
			edits = append(edits, dropInVariants(s, "offer")...)
		}
	}
	if c := e.scenario.Contract; c != nil && c.Months == 0 {
		edits = append(edits, e.set(strconv.Itoa(firstTerm), "contract", "months"))
	}
	return edits
}
