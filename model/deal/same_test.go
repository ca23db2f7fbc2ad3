package deal

import (
	"reflect"
	"testing"

	"github.com/shopspring/decimal"

	"termsheet/model/listing"
)

func TestSameButAnnuals(t *testing.T) {
	n := decimal.NewFromInt
	of := func() *Scenario {
		return &Scenario{Variant: Base, Product: product, Months: 12, Instances: []Need{
			{Type: "m5.large", Annual: n(4), Running: Series{n(6)}},
			{Type: "m5.xlarge", Load: Load{Steps: []Step{{Running: n(3), Weight: n(1)}}, Total: n(4), Profile: "hours", Hours: Series{n(3)}}},
		}, Offer: &Offer{Months: 12}, Changes: []PriceChange{{Announced: 8, Rates: listing.Rates{
			Instances:  []listing.Instance{{Type: "m5.large", InstanceRates: listing.InstanceRates{Hourly: listing.Of(n(2)), Infrastructure: listing.Of(n(3))}}},
			Dimensions: []listing.DimensionEntry{{Key: "d"}},
		}}}}
	}
	for what, c := range map[string]struct {
		change func(*Scenario)
		same   bool
	}{
		"nothing":         {func(*Scenario) {}, true},
		"X":               {func(s *Scenario) { s.Instances[0].Annual = n(9) }, true},
		"the variant":     {func(s *Scenario) { s.Variant = "other" }, true},
		"Y":               {func(s *Scenario) { s.Instances[0].Running = Series{n(7)} }, false},
		"a type":          {func(s *Scenario) { s.Instances = append(s.Instances, Need{Type: "m5.2xlarge"}) }, false},
		"the product":     {func(s *Scenario) { s.Product = &listing.Product{} }, false},
		"the offer":       {func(s *Scenario) { s.Offer.Discount = n(1) }, false},
		"a load":          {func(s *Scenario) { s.Instances[0].Load.Steps = []Step{{Weight: n(1)}} }, false},
		"a peak":          {func(s *Scenario) { s.Instances[1].Load.Steps[0].Running = n(4) }, false},
		"its share":       {func(s *Scenario) { s.Instances[1].Load.Steps[0].Weight = n(2) }, false},
		"what it is of":   {func(s *Scenario) { s.Instances[1].Load.Total = n(5) }, false},
		"an hour":         {func(s *Scenario) { s.Instances[1].Load.Hours = Series{n(4)} }, false},
		"the profile":     {func(s *Scenario) { s.Instances[1].Load.Profile = "other" }, false},
		"an announcement": {func(s *Scenario) { s.Changes[0].Announced = 9 }, false},
		"their number":    {func(s *Scenario) { s.Changes = nil }, false},
		"a new rate":      {func(s *Scenario) { s.Changes[0].Rates.Instances[0].Hourly = listing.Of(n(4)) }, false},
		"one not given":   {func(s *Scenario) { s.Changes[0].Rates.Instances[0].Infrastructure = listing.Rate{} }, false},
		"a rate's scale":  {func(s *Scenario) { s.Changes[0].Rates.Instances[0].Hourly.Value = decimal.New(20, -1) }, false},
		"a dimension":     {func(s *Scenario) { s.Changes[0].Rates.Dimensions[0].Usage = listing.Of(n(1)) }, false},
		"the start":       {func(s *Scenario) { s.Start = 9 }, false},
		"an amendment":    {func(s *Scenario) { s.Amendments = []Amendment{{Date: 9}} }, false},
	} {
		s, other := of(), of()
		c.change(other)
		if got := SameButAnnuals(s, other); got != c.same {
			t.Errorf("where %s is another: %v, want %v", what, got, c.same)
		}
		if s.Instances[0].Annual.String() != "4" {
			t.Fatalf("looking at it has changed X to %s", s.Instances[0].Annual)
		}
	}
}

var product = &listing.Product{ID: "p"}

// TestSameLooksAtAll: no key of a scenario is left out, nor one that is added later.
func TestSameLooksAtAll(t *testing.T) {
	kind := reflect.TypeFor[Scenario]()
	for i := range kind.NumField() {
		a, b := &Scenario{}, &Scenario{}
		field := reflect.ValueOf(b).Elem().Field(i)
		switch field.Kind() {
		case reflect.String:
			field.SetString("other")
		case reflect.Bool:
			field.SetBool(true)
		case reflect.Int, reflect.Int32:
			field.SetInt(1)
		case reflect.Pointer:
			field.Set(reflect.New(field.Type().Elem()))
		case reflect.Slice:
			field.Set(reflect.MakeSlice(field.Type(), 1, 1))
		case reflect.Struct:
			b.Hours = Hours{Calendar: true}
		}
		name := kind.Field(i).Name
		if reflect.DeepEqual(a, b) {
			t.Fatalf("%s is no other", name)
		}
		if same := SameButAnnuals(a, b); same != (name == "Variant") {
			t.Errorf("with another %s they are the same: %v", name, same)
		}
	}
}
