package whatif_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/whatif"
	"termsheet/model/whatif/internal/draw"
)

func parts(b *whatif.Bridge) string {
	var list []string
	for _, p := range b.Parts {
		names := make([]string, len(p.Causes))
		for i, c := range p.Causes {
			names[i] = c.String()
		}
		list = append(list, fmt.Sprintf("%s %s", strings.Join(names, "+"), p.Effect))
	}
	return strings.Join(list, ", ")
}

// rated is the product with other rates.
func rated(p *listing.Product, hourly string) *listing.Product {
	c := *p
	c.Instances = append([]listing.Instance(nil), p.Instances...)
	c.Instances[0].Hourly = listing.Of(d(hourly))
	return &c
}

func TestBridge(t *testing.T) {
	xlarge := func(n string) deal.Need { return deal.Need{Type: "m5.xlarge", Running: deal.Series{d(n)}} }
	load := func(steps ...string) deal.Load {
		l := deal.Load{Total: d("1")}
		for i := 0; i < len(steps); i += 2 {
			l.Steps = append(l.Steps, deal.Step{Running: d(steps[i]), Weight: d(steps[i+1])})
		}
		return l
	}
	for _, c := range []struct {
		name string
		edit func(a, b *deal.Scenario)
		want string
	}{
		{"the same", func(a, b *deal.Scenario) {}, "price 0.00, quantity 0.00, term 0.00, mix 0.00"},
		{"a dearer hour", func(a, b *deal.Scenario) { b.Product = rated(a.Product, "0.30") },
			"price 1051.20, quantity 0.00, term 0.00, mix 0.00"}, // 2 x 8,760 h x 0.06
		{"two more run", func(a, b *deal.Scenario) { b.Instances[0].Running = deal.Series{d("12")} },
			"price 0.00, quantity 4204.80, term 0.00, mix 0.00"}, // 2 x 8,760 h x 0.24
		{"two more are covered", func(a, b *deal.Scenario) { b.Instances[0].Annual = d("10") },
			"price 0.00, quantity 0.00, term 0.00, mix -1684.80"}, // 2 x 1,260 - 4,204.80
		{"two are of another type", func(a, b *deal.Scenario) {
			b.Instances[0].Running = deal.Series{d("8")}
			b.Instances = append(b.Instances, xlarge("2"))
		}, "price 0.00, quantity 0.00, term 0.00, mix 3504.00"}, // 2 x 8,760 h x (0.44 - 0.24)
		{"one is of another type and two are new", func(a, b *deal.Scenario) {
			b.Instances[0].Running = deal.Series{d("9")}
			b.Instances = append(b.Instances, xlarge("3"))
		}, "price 0.00, quantity 7708.80, term 0.00, mix 1752.00"}, // 2 x 8,760 h x 0.44; 8,760 h x (0.44 - 0.24)
		{"fewer, some of another type", func(a, b *deal.Scenario) {
			a.Instances = append(a.Instances, xlarge("3"))
			b.Instances[0].Running = deal.Series{d("11")}
			b.Instances = append(b.Instances, xlarge("0"))
		}, "price 0.00, quantity -7708.80, term 0.00, mix -1752.00"},
		{"a peak for a third of the hours", func(a, b *deal.Scenario) {
			b.Instances[0].Running, b.Instances[0].Load = nil, load("13", "1", "10", "2")
			b.Instances[0].Load.Total = d("3")
		}, "price 0.00, quantity 2102.40, term 0.00, mix 0.00"}, // 3 / 3 x 8,760 h x 0.24
		{"half a load moves", func(a, b *deal.Scenario) {
			a.Instances[0].Annual = d("0")
			b.Instances[0].Annual = d("0")
			a.Instances = append(a.Instances, xlarge("1"))
			b.Instances[0].Running, b.Instances[0].Load = nil, load("14", "0.5", "10", "0.5")
			b.Instances = append(b.Instances, xlarge("0"))
		}, "price 0.00, quantity 2102.40, term 0.00, mix -1752.00"}, // of 2 more, 1 is quantity
		{"longer hours", func(a, b *deal.Scenario) { b.Hours.Calendar = true },
			"price 0.00, quantity 0.00, term 0.00, mix 0.00"}, // a year has 8,760 of either
		{"more users as committed", func(a, b *deal.Scenario) {
			a.Usage, b.Usage = nil, nil
			b.Contract.Quantity[0].Units = d("150")
		}, "price 0.00, quantity 6000.00, term 0.00, mix 0.00"}, // 50 x 120
		{"more use", func(a, b *deal.Scenario) { b.Usage[0].Level = deal.Series{d("130")} },
			"price 0.00, quantity 1226.40, term 0.00, mix 0.00"}, // 10 x 8,760 h x 0.014
		{"use and no longer as committed", func(a, b *deal.Scenario) { a.Usage = nil },
			"price 0.00, quantity 2452.80, term 0.00, mix 0.00"},
		{"a larger commitment", func(a, b *deal.Scenario) { b.Contract.Quantity[0].Units = d("120") },
			"price 0.00, quantity 0.00, term 0.00, mix -52.80"}, // 20 x 120 - 2,452.80
		{"no contract", func(a, b *deal.Scenario) { b.Contract = nil },
			"price 0.00, quantity 0.00, term 0.00, mix 264.00"}, // 100 x 8,760 h x 0.014 - 12,000
		{"twice as long", func(a, b *deal.Scenario) { b.Months, b.Renew = 24, true },
			"price 0.00, quantity 0.00, term 28737.60, mix 0.00"},
		{"a discount", func(a, b *deal.Scenario) { b.Offer = &deal.Offer{Months: 12, Discount: d("0.10")} },
			"price -2873.76, quantity 0.00, term 0.00, mix 0.00"},
		{"an offer is over", func(a, b *deal.Scenario) { a.Offer = &deal.Offer{Months: 12, Discount: d("0.10")} },
			"price 2873.76, quantity 0.00, term 0.00, mix 0.00"},
		{"an offer of two years", func(a, b *deal.Scenario) {
			users := listing.DimensionEntry{Key: "users", DimensionRates: listing.DimensionRates{Contract: []listing.TermRate{{Rate: d("200")}}}}
			large := listing.Instance{Type: "m5.large", InstanceRates: listing.InstanceRates{Upfront: listing.Of(d("2000"))}}
			b.Offer = &deal.Offer{Months: 24, Rates: listing.Rates{Instances: []listing.Instance{large}, Dimensions: []listing.DimensionEntry{users}}}
			b.Contract.Months, b.Months, b.Instances[0].Annual = 0, 24, d("9")
		}, "price -4080.00, quantity 0.00, term 24657.60, mix -2204.80"}, // 8 x (1,000 - 1,260) + 100 x (100 - 120); 2,000 - 2 x 2,102.40
		{"a term that the other's list has not", func(a, b *deal.Scenario) {
			p := *a.Product
			p.Dimensions = []listing.Dimension{{Key: "users", Per: listing.PerHour, DimensionRates: listing.DimensionRates{
				Usage: listing.Of(d("0.014")), Contract: []listing.TermRate{{Months: 6, Rate: d("70")}}}}}
			b.Product, b.Contract.Months, b.Renew = &p, 6, true
		}, "price+quantity+term 2000.00, mix 0.00"}, // 100 x (2 x 70 - 120)
		{"another product", func(a, b *deal.Scenario) {
			b.Product = &listing.Product{ID: "other", Instances: []listing.Instance{{Type: "m5.xlarge", InstanceRates: listing.InstanceRates{Hourly: listing.Of(d("0.50"))}}}}
			b.Instances, b.Contract, b.Usage = []deal.Need{xlarge("10")}, nil, nil
		}, "price+quantity+term+mix 15062.40"}, // 10 x 8,760 h x 0.50 - 28,737.60
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := firewall(), firewall()
			c.edit(a, b)
			got, err := engine(t, whatif.Software).Bridge(a, b)
			if err != nil {
				t.Fatal(err)
			}
			if parts(got) != c.want {
				t.Errorf("from %s to %s:\n got %s\nwant %s", got.From, got.To, parts(got), c.want)
			}
			checkBridge(t, got)
		})
	}
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

func checkBridge(t failer, b *whatif.Bridge) {
	t.Helper()
	sum := b.From
	for _, p := range b.Parts {
		sum += p.Effect
	}
	if sum != b.To {
		t.Fatalf("the parts lead from %s to %s, not to %s: %s", b.From, sum, b.To, parts(b))
	}
}

// TestBridgeAddsUp leads from any scenario to any other, or to itself with some
// inputs of the other, and leaves both as they are.
func TestBridgeAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := draw.Scenario(t), draw.Scenario(t)
		if rapid.Bool().Draw(t, "much alike") {
			other := b
			b = a.Clone()
			for _, in := range deal.Inputs(a, other)[1:] { // not the product
				if rapid.IntRange(0, 3).Draw(t, in.Path.String()) == 0 {
					in.Take(b, other)
				}
			}
		}
		m, _ := whatif.MetricOf(whatif.Software)
		e := &whatif.Engine{Conventions: draw.Readings(), Metric: m}
		was, wasB := fmt.Sprintf("%+v", a.Clone()), fmt.Sprintf("%+v", b.Clone())
		got, err := e.Bridge(a, b)
		if err != nil {
			return
		}
		checkBridge(t, got)
		if fmt.Sprintf("%+v", a.Clone()) == was && fmt.Sprintf("%+v", b.Clone()) == wasB {
			return
		}
		from, _ := e.Value(a)
		to, _ := e.Value(b)
		if from != got.From || to != got.To {
			t.Fatalf("the scenarios now cost %s and %s, not %s and %s", from, to, got.From, got.To)
		}
	})
}

// TestKeep adds what others take as the last part.
func TestKeep(t *testing.T) {
	a, b := firewall(), firewall()
	b.Instances[0].Running = deal.Series{d("12")}
	got, err := engine(t, whatif.Software).Bridge(a, b)
	if err != nil {
		t.Fatal(err)
	}
	got.Keep(amount(t, "862.13"), amount(t, "988.27"))
	if want := "price 0.00, quantity 4204.80, term 0.00, mix 0.00, fees -126.14"; parts(got) != want || got.From.String() != "27875.47" {
		t.Errorf("from %s: %s, want %s", got.From, parts(got), want)
	}
	checkBridge(t, got)
}
