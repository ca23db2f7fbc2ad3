package deal

import (
	"reflect"
	"slices"

	"github.com/shopspring/decimal"
)

// SameButAnnuals tells whether two scenarios say the same, whatever numbers of
// annuals are bought at the start. A variant's name is not looked at.
func SameButAnnuals(a, b *Scenario) bool {
	if a.Product != b.Product || len(a.Instances) != len(b.Instances) {
		return false
	}
	return reflect.DeepEqual(a.noAnnuals(), b.noAnnuals())
}

// noAnnuals is the scenario without annuals bought at the start, for comparison.
func (s *Scenario) noAnnuals() *Scenario {
	bare := *s
	bare.Variant = ""
	bare.Instances = slices.Clone(s.Instances)
	for i := range bare.Instances {
		bare.Instances[i].Annual = decimal.Decimal{}
	}
	return &bare
}
