// Package field names the values of a scenario that can be changed on the
// screen or by a command, and turns what is typed into edits of the document.
// An edit goes into the variant that is shown.
package field

import (
	"errors"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/scenarios"
	"termsheet/tui/entry"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// editor makes edits for the variant that is shown.
type editor struct {
	session  *session.Session
	scenario *deal.Scenario
	base     *deal.Scenario
	variant  string // empty: the scenario itself
}

func edit(s *session.Session) editor {
	return editor{s, s.Scenario(), s.Variants()[0].Scenario, s.EditVariant()}
}

func (e editor) set(value string, path ...string) scenarios.Edit {
	return scenarios.Edit{Variant: e.variant, Path: deal.P(path...), Value: value}
}

func (e editor) drop(path ...string) scenarios.Edit { return e.set("", path...) }

// own tells whether the variant that is shown writes the key itself. A key that
// it inherits stands where the scenario's stands.
func (e editor) own(path ...string) bool {
	p := deal.P(path...)
	return e.variant == "" || e.session.Where(e.variant, p) != e.session.Where(deal.Base, p)
}

// number is a cell that holds one number.
func number(name string, value decimal.Decimal, kind entry.Kind, edits func(decimal.Decimal) []scenarios.Edit) pane.Cell {
	return pane.Cell{
		Name: name, Text: value.String(), Step: "1",
		Change: func(input string) (pane.Change, error) {
			next, err := entry.Resolve(input, value, kind)
			if err != nil {
				return pane.Change{}, err
			}
			return pane.Change{To: pane.Quantity(next), Edits: edits(next)}, nil
		},
	}
}

// share is a cell that holds a percentage.
func share(name string, value decimal.Decimal, most int64, edits func(decimal.Decimal) []scenarios.Edit) pane.Cell {
	return pane.Cell{
		Name: name, Text: entry.Share(value), Step: "1",
		Change: func(input string) (pane.Change, error) {
			next, err := entry.ResolveShare(input, value, most)
			if err != nil {
				return pane.Change{}, err
			}
			return pane.Change{To: entry.Share(next), Edits: edits(next)}, nil
		},
	}
}

// choice is a cell that holds one of a few words.
func choice(name, value string, choices []string, edits func(string) []scenarios.Edit) pane.Cell {
	c := pane.Cell{Name: name, Text: value, Choices: choices}
	c.Change = func(input string) (pane.Change, error) {
		word := strings.ToLower(strings.TrimSpace(input))
		switch word {
		case "+1":
			word = c.Choice(1)
		case "-1":
			word = c.Choice(-1)
		}
		for _, choice := range choices {
			if word != "" && strings.HasPrefix(choice, word) {
				return pane.Change{To: choice, Edits: edits(choice)}, nil
			}
		}
		return pane.Change{}, errors.New("it is one of " + strings.Join(choices, ", "))
	}
	return c
}

// date is a cell that holds a day: typed whole, or moved by days (+14) or
// months (+1m).
func date(name string, value calendar.Day, edits func(calendar.Day) []scenarios.Edit) pane.Cell {
	return pane.Cell{
		Name: name, Text: value.String(), Step: "1",
		Change: func(input string) (pane.Change, error) {
			next, err := entry.ResolveDay(input, value)
			if err != nil {
				return pane.Change{}, err
			}
			return pane.Change{To: next.String(), Edits: edits(next)}, nil
		},
	}
}

// off is a cell that cannot be changed, with the reason.
func off(name, text, why string) pane.Cell {
	return pane.Cell{Name: name, Text: text, Off: why}
}

// RateText writes a rate with the scale it was given, a dash where there is
// none.
func RateText(r listing.Rate) string {
	if !r.Set {
		return "-"
	}
	return money.Group(money.Scaled(r.Value))
}
