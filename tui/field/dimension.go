package field

import (
	"errors"
	"strconv"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/scenarios"
	"termsheet/tui/entry"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// firstTerm is the contract term that a new contract starts with, where the
// list has it.
const firstTerm = 12

// Committed is the quantity of a dimension that the contract commits to.
func Committed(s *session.Session, d listing.Dimension) pane.Cell {
	e := edit(s)
	name := d.Key + " quantity"
	value := e.scenario.Contract.Committed(d.Key)
	if value.IsZero() && len(d.Contract) == 0 && !namedInOffer(e.scenario, d.Key) {
		return off(name, "-", d.Key+" has no contract price: it is paid by use only")
	}
	return number(name, value, entry.Whole, func(q decimal.Decimal) []scenarios.Edit {
		return append(e.contract(d), e.set(scenarios.Number(q), "contract", "quantity", d.Key))
	})
}

func namedInOffer(s *deal.Scenario, key string) bool {
	if s.Offer == nil {
		return false
	}
	named, _ := s.Offer.Rates.Dimension(key)
	return len(named.Contract) > 0
}

// contract makes sure there is a contract to put a quantity into.
func (e editor) contract(d listing.Dimension) []scenarios.Edit {
	if e.scenario.Contract != nil {
		return nil
	}
	var edits []scenarios.Edit
	if e.variant != "" && e.base.Contract != nil { // the variant says contract = false
		edits = append(edits, e.drop("contract"))
	}
	if e.scenario.Offer != nil {
		return edits
	}
	months := firstTerm
	if !d.ContractFor(firstTerm).Set && len(d.Contract) > 0 {
		months = d.Contract[0].Months
	}
	return append(edits, e.set(strconv.Itoa(months), "contract", "months"))
}

// useKey is the key that a dimension's use is written under.
func useKey(d listing.Dimension) string {
	if d.Per == listing.PerHour {
		return "level"
	}
	return "monthly"
}

// InUse is the level or the monthly quantity of a dimension. One that is
// committed to and not given is used as committed.
func InUse(s *session.Session, d listing.Dimension) pane.Cell {
	e := edit(s)
	use, _ := e.scenario.Use(d.Key)
	value := use.Per(d.Per)
	if len(value) == 0 {
		value = deal.Series{e.scenario.Contract.Covers(d)}
	}
	return series(d.Key+" "+useKey(d), entry.Series{Months: value}, func(to entry.Series) ([]scenarios.Edit, error) {
		if len(to.Load.Steps) > 0 {
			return nil, errors.New("only instance types are given by share of hours; write a value, or values by month: 20 24 30")
		}
		return []scenarios.Edit{e.set(months(to.Months), "usage", d.Key, useKey(d))}, nil
	})
}

// Growth is by how much the use of a dimension grows a month.
func Growth(s *session.Session, d listing.Dimension) pane.Cell {
	e := edit(s)
	use, given := e.scenario.Use(d.Key)
	name := d.Key + " growth"
	return share(name, use.Growth, 100, func(g decimal.Decimal) []scenarios.Edit {
		edits := []scenarios.Edit{e.set(scenarios.Percent(g), "usage", d.Key, "growth")}
		if !given {
			level := scenarios.Number(e.scenario.Contract.Covers(d))
			edits = append([]scenarios.Edit{e.set(level, "usage", d.Key, useKey(d))}, edits...)
		}
		return edits
	})
}

// addDimension takes a dimension of the listing into the deal: one unit under
// contract where it has a contract price, else one in use.
func addDimension(s *session.Session, d listing.Dimension) []scenarios.Edit {
	e := edit(s)
	if len(d.Contract) > 0 {
		return append(e.contract(d), e.set("1", "contract", "quantity", d.Key))
	}
	return []scenarios.Edit{e.set("1", "usage", d.Key, useKey(d))}
}

// removeDimension takes a dimension out of the deal. A variant cannot take away
// what the scenario has, so there nothing is committed and nothing used.
func removeDimension(s *session.Session, d listing.Dimension) []scenarios.Edit {
	e := edit(s)
	var edits []scenarios.Edit
	inherits := func(has bool) bool { return e.variant != "" && has }
	if !e.scenario.Contract.Committed(d.Key).IsZero() {
		edits = append(edits, e.remove(inherits(!e.base.Contract.Committed(d.Key).IsZero()), "contract", "quantity", d.Key)...)
	}
	if _, used := e.scenario.Use(d.Key); used {
		if _, has := e.base.Use(d.Key); inherits(has) {
			return append(edits, e.set("0", "usage", d.Key, useKey(d)))
		}
		edits = append(edits, e.drop("usage", d.Key))
		if e.variant == "" {
			edits = append(edits, dropInVariants(s, "usage", d.Key)...)
		}
	}
	return edits
}

func (e editor) remove(inherited bool, path ...string) []scenarios.Edit {
	if inherited {
		return []scenarios.Edit{e.set("0", path...)}
	}
	return []scenarios.Edit{e.drop(path...)}
}
