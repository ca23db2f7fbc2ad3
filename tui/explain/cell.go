package explain

import (
	"fmt"
	"slices"

	"termsheet/model/pricing"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

const followsSection = "What follows from it"

// cells says of each value of a type or a dimension what it is, and which charges
// go by it.
var cells = map[string]struct {
	what  string
	kinds []pricing.Kind
	even  bool // the break-even speaks of it
}{
	pane.FieldAnnual:   {"X, the annuals of %s that the buyer has", []pricing.Kind{pricing.Annual, pricing.Hourly}, true},
	pane.FieldRunning:  {"Y, the instances of %s that run", []pricing.Kind{pricing.Hourly, pricing.Infrastructure}, false},
	pane.FieldQuantity: {"the units of %s that are committed to", []pricing.Kind{pricing.Contract, pricing.Usage}, false},
	pane.FieldInUse:    {"the units of %s in use", []pricing.Kind{pricing.Usage, pricing.Hourly, pricing.Infrastructure}, false},
	pane.FieldGrowth:   {"by how much the use of %s grows each month", []pricing.Kind{pricing.Usage, pricing.Hourly}, false},
}

// Cell explains a value of a type or a dimension: what it is, where it is written,
// and which charges go by it.
func (s Source) Cell(key, field, value, at string) (*Page, error) {
	c, known := cells[field]
	if !known {
		return s.Key(key)
	}
	p := &Page{title: "Where it comes from", value: value, what: fmt.Sprintf(c.what, key), formula: at}
	line := session.Lines(s.Quote.Quote)[key]
	month := session.PerMonth(s.Quote.Quote, line.Software()).Grouped()
	p.items = append(p.items, item{section: followsSection, label: key + " a month", value: month, open: func() (*Page, error) { return s.Key(key) }})
	p.items = append(p.items, s.kinds(followsSection, key, line, c.kinds)...)
	if c.even {
		p.items = append(p.items, s.even(followsSection, key)...)
	}
	var cited []string
	for _, i := range s.places(func(c *pricing.Charge) bool { return c.Key == key }) {
		if ch := s.Quote.Charges[i]; slices.Contains(c.kinds, ch.Kind) && !slices.Contains(cited, ch.Rule) {
			cited = append(cited, ch.Rule)
		}
	}
	p.items = append(p.items, s.rules(cited)...)
	return p, nil
}

// kinds are lines of a page that open the charges for a key, each kind's by itself.
func (s Source) kinds(section, key string, line session.Line, kinds []pricing.Kind) []item {
	var list []item
	for _, k := range kinds {
		places := s.places(func(c *pricing.Charge) bool { return c.Key == key && c.Kind == k })
		if len(places) == 0 {
			continue
		}
		list = append(list, item{section: section, label: kindLabel(k), value: line.ByKind[k].Grouped(),
			open: func() (*Page, error) { return s.charges(k.String()+" "+key, places) }})
	}
	return list
}
