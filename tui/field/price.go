package field

import (
	"errors"
	"fmt"
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

// rateOf reads one rate of a key from a partial set.
type rateOf func(listing.Rates) listing.Rate

// Price is a rate of an instance type or dimension. Under a private offer it is
// the offer's; on public terms a new value is announced to all customers on the
// day of the cursor, and reaches this one when the notice is over.
func Price(s *session.Session, key, word string) (pane.Cell, error) {
	e := edit(s)
	table, rate, listed, of, err := rateNamed(e.scenario, key, strings.ToLower(word))
	if err != nil {
		return pane.Cell{}, err
	}
	if e.scenario.Offer != nil {
		return e.offerPrice(table, key, rate, listed, of), nil
	}
	return e.announcedPrice(s.Day(), table, key, rate, listed, of), nil
}

// rateNamed finds a rate by its words: its table, its key, what the list says
// and how to read it from a partial set.
func rateNamed(s *deal.Scenario, key, word string) (table, rate string, listed listing.Rate, of rateOf, err error) {
	if i, ok := s.Product.Instance(key); ok {
		pick := map[string]func(listing.InstanceRates) listing.Rate{
			"hourly": func(r listing.InstanceRates) listing.Rate { return r.Hourly },
			"annual": func(r listing.InstanceRates) listing.Rate { return r.Annual },
		}[word]
		if pick == nil {
			return "", "", listed, nil, fmt.Errorf("an instance type has no %s price; it has hourly and annual", word)
		}
		return "instance", word, pick(i.InstanceRates), func(r listing.Rates) listing.Rate {
			found, _ := r.Instance(key)
			return pick(found)
		}, nil
	}
	d, ok := s.Product.Dimension(key)
	switch {
	case !ok:
		return "", "", listed, nil, fmt.Errorf("%s has no %s", s.Product.Title, key)
	case word == "usage":
		return "dimension", word, d.Usage, func(r listing.Rates) listing.Rate {
			found, _ := r.Dimension(key)
			return found.Usage
		}, nil
	case word == "contract":
		months := TermMonths(s)
		return "dimension", word, d.ContractFor(months), func(r listing.Rates) listing.Rate {
			found, _ := r.Dimension(key)
			if s.Offer != nil && len(found.Contract) > 0 {
				return listing.Of(found.Contract[0].Rate)
			}
			return found.ContractFor(months)
		}, nil
	}
	return "", "", listed, nil, fmt.Errorf("a dimension has no %s price; it has usage and contract", word)
}

// offerPrice is a rate that the offer names, or its discounted list rate until
// it does.
func (e editor) offerPrice(table, key, rate string, listed listing.Rate, of rateOf) pane.Cell {
	value := of(e.scenario.Offer.Rates)
	if !value.Set && listed.Set {
		value = listing.Of(listed.Value.Mul(decimal.NewFromInt(1).Sub(e.scenario.Offer.Discount)))
	}
	name := fmt.Sprintf("offer %s %s", key, rate)
	return rateCell(name, value, func(d decimal.Decimal) []scenarios.Edit {
		return []scenarios.Edit{e.set(scenarios.Text(d.String()), "offer", table, key, rate)}
	})
}

// announcedPrice is a rate of the list as it stands on a day.
func (e editor) announcedPrice(day calendar.Day, table, key, rate string, listed listing.Rate, of rateOf) pane.Cell {
	value, at, found := listed, len(e.scenario.Changes), false
	latest := calendar.Day(0)
	for i, c := range e.scenario.Changes {
		if r := of(c.Rates); r.Set && c.Announced <= day && c.Announced >= latest {
			value, latest = r, c.Announced
		}
		if c.Announced == day {
			at, found = i, true
		}
	}
	name := fmt.Sprintf("from %s for new customers, %s %s", day, key, rate)
	return rateCell(name, value, func(d decimal.Decimal) []scenarios.Edit {
		text := scenarios.Text(d.String())
		if rate == "contract" {
			text = fmt.Sprintf("{ %d = %s }", TermMonths(e.scenario), text)
		}
		path := []string{"price_change", strconv.Itoa(at)}
		var edits []scenarios.Edit
		if !found {
			edits = append(edits, e.set(scenarios.Date(day), append(path, "announced")...))
		}
		return append(edits, e.set(text, append(path, table, key, rate)...))
	})
}

func rateCell(name string, value listing.Rate, edits func(decimal.Decimal) []scenarios.Edit) pane.Cell {
	return pane.Cell{
		Name: name, Text: RateText(value), Step: "1",
		Change: func(input string) (pane.Change, error) {
			if !value.Set && strings.ContainsAny(input, "+-*/") {
				return pane.Change{}, errors.New("there is no rate to change yet; write it whole")
			}
			next, err := entry.Resolve(input, value.Value, entry.Rate)
			if err != nil {
				return pane.Change{}, err
			}
			return pane.Change{To: RateText(listing.Of(next)), Edits: edits(next)}, nil
		},
	}
}
