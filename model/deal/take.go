package deal

import (
	"reflect"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/listing"
)

// Take gives the input the value that another scenario has, or none where that
// has none. What is taken is shared with the other.
func (in *Input) Take(s, from *Scenario) {
	value := in.at(from, false)
	to := in.at(s, value != nil)
	if to == nil {
		return
	}
	if in.not != nil {
		other := Input{Path: in.Path, Unit: in.Unit, at: in.not}
		other.Take(s, from)
	}
	switch to := to.(type) {
	case *Need:
		to.Running, to.Load = nil, Load{}
		if other, ok := value.(*Need); ok {
			to.Running, to.Load = other.Running, other.Load
		}
	case termRate:
		rate := listing.Rate{}
		if other, ok := value.(termRate); ok {
			rate = other.get()
		}
		to.set(rate)
	default:
		unset(to)
		if value != nil {
			reflect.ValueOf(to).Elem().Set(reflect.ValueOf(value).Elem())
		}
	}
	s.Usage = slices.DeleteFunc(s.Usage, func(u Use) bool { return len(u.Level)+len(u.Monthly) == 0 }) // no use is not a use of zero
}

// Displaced tells whether a scenario gives the value that excludes this one.
func (in *Input) Displaced(s *Scenario) bool {
	if in.not == nil {
		return false
	}
	other := Input{at: in.not}
	return len(other.Numbers(s)) > 0
}

// unset makes a value one that is not set.
func unset(pointer any) {
	if pointer != nil {
		reflect.ValueOf(pointer).Elem().SetZero()
	}
}

// Same tells whether two scenarios have the same value.
func (in *Input) Same(a, b *Scenario) bool {
	x, y := in.at(a, false), in.at(b, false)
	if in.Unit != Whole {
		n, isNeed := x.(*Need)
		m, areNeeds := y.(*Need)
		return slices.EqualFunc(in.orZero(a), in.orZero(b), decimal.Decimal.Equal) &&
			(!isNeed || !areNeeds || slices.EqualFunc(n.Load.Steps, m.Load.Steps, func(p, q Step) bool { return p.Weight.Equal(q.Weight) }))
	}
	return reflect.DeepEqual(x, y)
}

// orZero are the numbers of the input; a quantity that is not there is zero.
func (in *Input) orZero(s *Scenario) []decimal.Decimal {
	numbers := in.Numbers(s)
	if value := in.at(s, false); len(numbers) == 1 && numbers[0].IsZero() {
		if _, ok := value.(*decimal.Decimal); ok {
			return nil
		}
	}
	return numbers
}
