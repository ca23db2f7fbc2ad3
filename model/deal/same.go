package deal

import (
	"reflect"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/listing"
)

// SameButAnnuals tells whether two scenarios say the same, whatever numbers of
// annuals are bought at the start. A variant's name is not looked at.
func SameButAnnuals(a, b *Scenario) bool {
	if a.Product != b.Product || !slices.EqualFunc(a.Instances, b.Instances, sameNeed) || !slices.EqualFunc(a.Changes, b.Changes, sameChange) {
		return false
	}
	return reflect.DeepEqual(a.rest(), b.rest())
}

// rest is the scenario without what was looked at already, which is most of it: it
// takes reflection far longer.
func (s *Scenario) rest() *Scenario {
	rest := *s
	rest.Variant, rest.Product, rest.Instances, rest.Changes = "", nil, nil, nil
	return &rest
}

func sameNeed(a, b Need) bool {
	return a.Type == b.Type && slices.EqualFunc(a.Running, b.Running, decimal.Decimal.Equal) && sameLoad(&a.Load, &b.Load)
}

func sameLoad(a, b *Load) bool {
	if !slices.EqualFunc(a.Steps, b.Steps, sameStep) || !a.Total.Equal(b.Total) || a.Profile != b.Profile {
		return false
	}
	once := len(a.Hours) > 0 && len(a.Hours) == len(b.Hours) && &a.Hours[0] == &b.Hours[0] // a file that was read once
	return once || slices.EqualFunc(a.Hours, b.Hours, decimal.Decimal.Equal)
}

func sameStep(a, b Step) bool { return a.Running.Equal(b.Running) && a.Weight.Equal(b.Weight) }

func sameChange(a, b PriceChange) bool {
	return a.Announced == b.Announced && slices.EqualFunc(a.Rates.Instances, b.Rates.Instances, sameInstance) &&
		(len(a.Rates.Dimensions)+len(b.Rates.Dimensions) == 0 || reflect.DeepEqual(a.Rates.Dimensions, b.Rates.Dimensions))
}

func sameInstance(a, b listing.Instance) bool {
	return a.Type == b.Type && sameRate(a.Hourly, b.Hourly) && sameRate(a.Annual, b.Annual) &&
		sameRate(a.Infrastructure, b.Infrastructure) && sameRate(a.Upfront, b.Upfront)
}

// sameRate holds the scale of two rates together, too: it is shown.
func sameRate(a, b listing.Rate) bool {
	return a.Set == b.Set && a.Value.Exponent() == b.Value.Exponent() && a.Value.Equal(b.Value)
}
