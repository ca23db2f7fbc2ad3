package field

import (
	"fmt"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/scenarios"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

var instanceFields = map[string]func(*session.Session, deal.Need) pane.Cell{
	"annual": Annual, "x": Annual, "running": Running, "y": Running,
}

var dimensionFields = map[string]func(*session.Session, listing.Dimension) pane.Cell{
	"quantity": Committed, "commit": Committed, "level": InUse, "monthly": InUse, "use": InUse, "growth": Growth,
}

// Find is the cell that words name, and the words that are left: its value. An
// instance type of the listing that is not in the mix can be named too.
func Find(s *session.Session, words []string) (pane.Cell, []string, error) {
	if term, ok := dealTerm(strings.ToLower(words[0])); ok {
		return term.Cell(s), words[1:], nil
	}
	key := words[0]
	if len(words) < 3 {
		return pane.Cell{}, nil, fmt.Errorf("%s what? write set %s FIELD VALUE", key, key)
	}
	name := strings.ToLower(words[1])
	if _, ok := s.Product().Instance(key); ok {
		cell, ok := instanceFields[name]
		if !ok {
			return pane.Cell{}, nil, fmt.Errorf("an instance type has no %s; it has annual and running", words[1])
		}
		need, found := s.Need(key)
		if !found {
			need = deal.Need{Type: key}
		}
		return cell(s, need), words[2:], nil
	}
	if d, ok := s.Product().Dimension(key); ok {
		cell, ok := dimensionFields[name]
		if !ok {
			return pane.Cell{}, nil, fmt.Errorf("a dimension has no %s; it has quantity, %s and growth", words[1], useKey(d))
		}
		return cell(s, d), words[2:], nil
	}
	return pane.Cell{}, nil, unknown(s, key)
}

func unknown(s *session.Session, key string) error {
	return fmt.Errorf("%s has no %s; add lists what can be added", s.Product().Title, key)
}

// Candidate is an instance type or dimension of the listing that is not in the
// deal.
type Candidate struct{ Key, Detail string }

// Addable lists what of the product's list is not in the deal.
func Addable(s *session.Session) []Candidate {
	var list []Candidate
	instances, dimensions := Unused(s)
	for _, i := range instances {
		list = append(list, Candidate{i.Type, fmt.Sprintf("%s an hour, %s a year", RateText(i.Hourly), RateText(i.Annual))})
	}
	for _, d := range dimensions {
		list = append(list, Candidate{d.Key, fmt.Sprintf("%s: %s a %s", d.Title, RateText(d.Usage), d.Measure())})
	}
	return list
}

// Unused are the types and dimensions of the product that are not in the deal.
func Unused(s *session.Session) (instances []listing.Instance, dimensions []listing.Dimension) {
	product, scenario := s.Product(), s.Scenario()
	for _, i := range product.Instances {
		if _, in := s.Need(i.Type); !in {
			instances = append(instances, i)
		}
	}
	for _, d := range product.Dimensions {
		if !scenario.Involves(d.Key) {
			dimensions = append(dimensions, d)
		}
	}
	return instances, dimensions
}

// Add takes a key of the listing into the deal.
func Add(s *session.Session, key string) (edits []scenarios.Edit, instance bool, err error) {
	if _, in := s.Need(key); in {
		return nil, false, fmt.Errorf("%s is in the mix already", key)
	}
	if _, ok := s.Product().Instance(key); ok {
		return addInstance(s, key), true, nil
	}
	if d, ok := s.Product().Dimension(key); ok {
		return addDimension(s, d), false, nil
	}
	return nil, false, unknown(s, key)
}

// Remove takes an instance type or dimension out of the deal, and says how: a
// variant cannot take away what the scenario has.
func Remove(s *session.Session, key string) (edits []scenarios.Edit, what string, err error) {
	variant := s.EditVariant() != ""
	if need, in := s.Need(key); in {
		what = "removed " + key
		if _, inherited := edit(s).base.Need(key); variant && inherited {
			what = key + " set to 0 in this variant"
		}
		return removeInstance(s, need), what, nil
	}
	if d, ok := s.Product().Dimension(key); ok {
		if edits = removeDimension(s, d); len(edits) > 0 {
			return edits, "removed " + key, nil
		}
	}
	return nil, "", fmt.Errorf("%s is not in the deal", key)
}

// Words are the words that can follow a key: its fields, or its prices.
func Words(s *session.Session, key string, price bool) []string {
	if _, ok := s.Product().Instance(key); ok {
		if price {
			return []string{"hourly", "annual"}
		}
		return []string{"annual", "running"}
	}
	if d, ok := s.Product().Dimension(key); ok {
		if price {
			return []string{"usage", "contract"}
		}
		return []string{"quantity", useKey(d), "growth"}
	}
	return nil
}
