package field

import (
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/scenarios"
	"termsheet/tui/entry"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// Annual is X of an instance type: the annual subscriptions bought.
func Annual(s *session.Session, need deal.Need) pane.Cell {
	e := edit(s)
	name := need.Type + " annual"
	if listed, ok := e.scenario.Product.Instance(need.Type); ok && !listed.Annual.Set && need.Annual.IsZero() {
		return off(name, "0", need.Type+" has no annual price in this listing")
	}
	return number(name, need.Annual, entry.Whole, func(d decimal.Decimal) []scenarios.Edit {
		return []scenarios.Edit{e.set(scenarios.Number(d), "instance", need.Type, "annual")}
	})
}

// Running is Y of an instance type: a count, counts by month, or by share of
// hours.
func Running(s *session.Session, need deal.Need) pane.Cell {
	e := edit(s)
	return series(need.Type+" running", entry.Series{Months: need.Running, Load: need.Load},
		func(to entry.Series) ([]scenarios.Edit, error) { return e.running(need, to), nil })
}

// series is a cell that holds a count that may change over time.
func series(name string, value entry.Series, edits func(entry.Series) ([]scenarios.Edit, error)) pane.Cell {
	return pane.Cell{
		Name: name, Text: value.Text(), Step: "1",
		Change: func(input string) (pane.Change, error) {
			next, err := value.Resolve(input)
			if err != nil {
				return pane.Change{}, err
			}
			list, err := edits(next)
			return pane.Change{To: next.Text(), Edits: list}, err
		},
	}
}

// running writes a count in the way it is given; the document takes the other
// ways of giving it away.
func (e editor) running(need deal.Need, to entry.Series) []scenarios.Edit {
	if len(to.Load.Steps) > 0 {
		return []scenarios.Edit{e.set(load(to.Load), "instance", need.Type, "load")}
	}
	return []scenarios.Edit{e.set(months(to.Months), "instance", need.Type, "running")}
}

// months writes a count: one number, or a list by month.
func months(list deal.Series) string {
	if len(list) == 1 {
		return scenarios.Number(list[0])
	}
	parts := make([]string, len(list))
	for i, v := range list {
		parts[i] = scenarios.Number(v)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func load(l deal.Load) string {
	parts := make([]string, len(l.Steps))
	for i, step := range l.Steps {
		share := step.Weight.DivRound(l.Total, 8)
		parts[i] = "{ running = " + scenarios.Number(step.Running) + ", share = " + scenarios.Text(share.String()) + " }"
	}
	return "[ " + strings.Join(parts, ", ") + " ]"
}

// addInstance puts an instance type of the listing into the mix, one running
// and none covered: what that costs is the first thing to see.
func addInstance(s *session.Session, kind string) []scenarios.Edit {
	e := edit(s)
	return []scenarios.Edit{
		e.set("0", "instance", kind, "annual"),
		e.set("1", "instance", kind, "running"),
	}
}

// removeInstance takes an instance type out of the mix. A variant cannot take
// away what the scenario has, so there it runs no instance and buys no annual.
func removeInstance(s *session.Session, need deal.Need) []scenarios.Edit {
	e := edit(s)
	at := []string{"instance", need.Type}
	if _, inherited := e.base.Need(need.Type); inherited && e.variant != "" {
		edits := e.running(need, entry.Series{Months: deal.Series{decimal.Zero}})
		return append(edits, e.set("0", "instance", need.Type, "annual"))
	}
	edits := []scenarios.Edit{e.drop(at...)}
	if e.variant == "" {
		edits = append(edits, dropInVariants(s, at...)...)
	}
	return edits
}

// dropInVariants takes a key away from the variants that write it themselves,
// where it would be left over without the scenario's.
func dropInVariants(s *session.Session, path ...string) []scenarios.Edit {
	var edits []scenarios.Edit
	for _, p := range s.Variants()[1:] {
		e := editor{session: s, variant: p.Scenario.Variant}
		if e.own(path...) {
			edits = append(edits, e.drop(path...))
		}
	}
	return edits
}
