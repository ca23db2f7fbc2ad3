package kernel_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/pricing"
	"termsheet/model/whatif/internal/draw"
	"termsheet/model/whatif/kernel"
)

// knob is an input of a scenario: how the kernel is told of it, and where the
// scenario has it.
type knob struct {
	kernel.Input
	at func(s *deal.Scenario) *decimal.Decimal
}

// value draws what the knob is turned to, in its decimals: any discount up to the
// whole price and a little beyond, but no other knob to zero.
func (k *knob) value(t *rapid.T) int64 {
	if k.Discount {
		return rapid.Int64Range(0, decimal.New(1, k.Places).IntPart()+1).Draw(t, "discount")
	}
	return rapid.OneOf(rapid.Int64Range(1, 100), rapid.Int64Range(1, 1e15)).Draw(t, "value")
}

// knobs lists what can be turned in a scenario: what is one number and not
// zero.
func knobs(s *deal.Scenario) (list []knob) {
	add := func(in kernel.Input, at func(s *deal.Scenario) *decimal.Decimal) {
		if !at(s).IsZero() {
			list = append(list, knob{in, at})
		}
	}
	for i, n := range s.Instances {
		add(kernel.Input{Key: n.Type, Kind: pricing.Annual}, func(s *deal.Scenario) *decimal.Decimal { return &s.Instances[i].Annual })
		if len(n.Load.Steps) == 0 && len(n.Running) == 1 {
			add(kernel.Input{Key: n.Type, Kind: pricing.Hourly}, func(s *deal.Scenario) *decimal.Decimal { return &s.Instances[i].Running[0] })
		}
	}
	for i, u := range s.Usage {
		if len(u.Level) == 1 && u.Growth.IsZero() {
			add(kernel.Input{Key: u.Key, Kind: pricing.Usage}, func(s *deal.Scenario) *decimal.Decimal { return &s.Usage[i].Level[0] })
		}
		if len(u.Monthly) == 1 && u.Growth.IsZero() {
			add(kernel.Input{Key: u.Key, Kind: pricing.Usage}, func(s *deal.Scenario) *decimal.Decimal { return &s.Usage[i].Monthly[0] })
		}
	}
	if s.Offer != nil {
		list = append(list, knob{kernel.Input{Discount: true}, func(s *deal.Scenario) *decimal.Decimal { return &s.Offer.Discount }})
	}
	if s.Contract == nil {
		return list
	}
	for i, q := range s.Contract.Quantity {
		d, _ := s.Product.Dimension(q.Key)
		in := kernel.Input{Key: q.Key, Kind: pricing.Contract}
		in.Follows = !slices.ContainsFunc(s.Usage, func(u deal.Use) bool { return u.Key == q.Key })
		if d.Per == listing.PerUnit {
			if d.Includes.IsZero() {
				continue
			}
			in.Includes = d.Includes
		}
		add(in, func(s *deal.Scenario) *decimal.Decimal { return &s.Contract.Quantity[i].Units })
	}
	return list
}

// copied is a scenario whose knobs can be turned.
func copied(s *deal.Scenario) *deal.Scenario {
	c := *s
	c.Instances, c.Usage = slices.Clone(s.Instances), slices.Clone(s.Usage)
	for i := range c.Instances {
		c.Instances[i].Running = slices.Clone(c.Instances[i].Running)
	}
	for i := range c.Usage {
		c.Usage[i].Level, c.Usage[i].Monthly = slices.Clone(c.Usage[i].Level), slices.Clone(c.Usage[i].Monthly)
	}
	if s.Offer != nil {
		offer := *s.Offer
		c.Offer = &offer
	}
	if s.Contract != nil {
		c.Contract = &deal.Contract{Months: s.Contract.Months, Quantity: slices.Clone(s.Contract.Quantity)}
	}
	return &c
}

// TestTurned turns one or two inputs of a program, again and again, and holds
// its totals and its parts against the decimals of the scenario so edited.
func TestTurned(t *testing.T) {
	turned, discounted := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		s, c := draw.Scenario(t), draw.Conventions(t)
		list := knobs(s)
		l, err := pricing.Lay(s, c, true)
		if len(list) == 0 || err != nil {
			return
		}
		chosen := rapid.SliceOfNDistinct(rapid.IntRange(0, len(list)-1), 1, min(2, len(list)), rapid.ID).Draw(t, "knobs")
		if k := slices.IndexFunc(list, func(k knob) bool { return k.Discount }); k >= 0 && !slices.Contains(chosen, k) && rapid.Bool().Draw(t, "discounts") {
			chosen[0] = k
		}
		var inputs []kernel.Input
		for _, k := range chosen {
			list[k].Places = rapid.Int32Range(0, 3).Draw(t, "places")
			if list[k].Discount { // the one in force has two decimals
				list[k].Places += 2
			}
			inputs = append(inputs, list[k].Input)
		}
		p, ok := kernel.Compile(l, inputs...)
		if !ok {
			return
		}
		p = p.Clone()
		asWritten, wrong := reference(s, c)
		agree(t, p.Totals(), asWritten, wrong)
		for range 3 {
			edited, may := copied(s), true
			for d, k := range chosen {
				value := list[k].value(t)
				*list[k].at(edited) = decimal.New(value, -list[k].Places)
				if may = may && p.Turns(d, value); may {
					p.Set(d, value)
				}
			}
			if !may {
				return
			}
			turned++
			if slices.ContainsFunc(inputs, func(in kernel.Input) bool { return in.Discount }) {
				discounted++
			}
			want, err := reference(edited, c)
			agree(t, p.Totals(), want, err)
			var parts kernel.Sums
			for part := range 1 << len(chosen) {
				sums := p.Part(part)
				parts.Add(&sums)
			}
			if parts != p.Totals() {
				t.Fatalf("the parts add up to %v, not %v", parts, p.Totals())
			}
		}
	})
	if discounted == 0 {
		t.Errorf("only %d discounts were turned", discounted)
	}
	if turned < 20 {
		t.Errorf("only %d programs were turned", turned)
	}
}

// TestDiffer knows a need and its cover that go in equal steps.
func TestDiffer(t *testing.T) {
	s := draw.Large()
	l, err := pricing.Lay(s, draw.Readings(), false)
	if err != nil {
		t.Fatal(err)
	}
	p, ok := kernel.Compile(l, kernel.Input{Key: "m5.1xlarge", Kind: pricing.Annual}, kernel.Input{Key: "m5.1xlarge", Kind: pricing.Hourly, Places: 1})
	if !ok {
		t.Fatal("beyond the bounds")
	}
	for _, c := range []struct {
		need, cover int
		up, down    int64
		want        bool
	}{{1, 0, 10, 1, true}, {1, 0, 20, 2, true}, {1, 0, 1, 1, false}, {0, 1, 1, 10, false}} {
		if got := p.Differ(c.need, c.cover, c.up, c.down); got != c.want {
			t.Errorf("need %d by %d, cover %d by %d: got %t", c.need, c.up, c.cover, c.down, got)
		}
	}
}

// TestTurnsWhatIsItsOwn turns the inputs of deals that are amended or on trial, as far
// as nothing else hangs on them, to the same cents.
func TestTurnsWhatIsItsOwn(t *testing.T) {
	one := func(key string) []deal.Quantity { return []deal.Quantity{{Key: key, Units: decimal.NewFromInt(1)}} }
	annual := kernel.Input{Key: "m5.1xlarge", Kind: pricing.Annual}
	commit := kernel.Input{Key: "dim00", Kind: pricing.Contract}
	for name, c := range map[string]struct {
		change func(*deal.Scenario)
		in     kernel.Input
		want   bool
	}{
		"added":             {func(s *deal.Scenario) { s.Amendments[0].Add = one("m5.1xlarge") }, annual, true},
		"another is added":  {func(s *deal.Scenario) { s.Amendments[0].Add = one("m5.2xlarge") }, annual, true},
		"removed":           {func(s *deal.Scenario) { s.Amendments[0].Remove = one("m5.1xlarge") }, annual, false},
		"a free instance":   {func(s *deal.Scenario) { s.Trial, s.Product.TrialDays = true, 14 }, annual, false},
		"beside a free one": {func(s *deal.Scenario) { s.Trial, s.Product.TrialDays = true, 14 }, commit, true},
	} {
		s, readings := draw.Large(), draw.Readings()
		s.Amendments = []deal.Amendment{{Date: s.Start + 100}}
		if c.change(s); len(s.Amendments[0].Add)+len(s.Amendments[0].Remove) == 0 {
			s.Amendments = nil
		}
		l, err := pricing.Lay(s, readings, false)
		if err != nil {
			t.Fatal(err)
		}
		p, ok := kernel.Compile(l, c.in)
		if !ok || p.Turns(0, 33) != c.want {
			t.Errorf("%s: compiled %t, turned %t, want %t", name, ok, ok && p.Turns(0, 33), c.want)
			continue
		}
		if !c.want {
			continue
		}
		if p.Set(0, 33); c.in.Kind == pricing.Annual {
			s.Instances[0].Annual = decimal.NewFromInt(33)
		} else {
			s.Contract.Quantity[0].Units = decimal.NewFromInt(33)
		}
		want, err := pricing.Sum(s, readings)
		if err != nil {
			t.Fatal(err)
		}
		sums := p.Totals()
		var got int64
		for kind := range kernel.Bare {
			got += sums.Of[kind]
		}
		if got != int64(want.Total) {
			t.Errorf("%s: 33 come to %d cents, want %d", name, got, want.Total)
		}
	}
}
