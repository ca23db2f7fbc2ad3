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
	return a.Title == b.Title && a.About == b.About && a.File == b.File &&
		a.Accepted == b.Accepted && a.Start == b.Start && a.Months == b.Months && a.Hours == b.Hours &&
		a.Renew == b.Renew && a.Trial == b.Trial &&
		sameTable(a.Contract, b.Contract) && sameTable(a.Offer, b.Offer) && sameTable(a.Model, b.Model) && sameTable(a.Seller, b.Seller) &&
		sameList(a.Usage, b.Usage) && sameList(a.Amendments, b.Amendments)
}

// sameTable looks into two tables where they are not the very same, which takes
// reflection far longer.
func sameTable[T any](a, b *T) bool { return a == b || reflect.DeepEqual(a, b) }

func sameList[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || reflect.DeepEqual(a, b))
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
