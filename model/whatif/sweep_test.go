package whatif_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/whatif"
	"termsheet/model/whatif/internal/draw"
)

// engine asks about a metric by name.
func engine(t testing.TB, metric string) *whatif.Engine {
	t.Helper()
	m, ok := whatif.MetricOf(metric)
	if !ok {
		t.Fatalf("there is no metric %s", metric)
	}
	return &whatif.Engine{Conventions: draw.Readings(), Metric: m}
}

// axis draws an axis over any input of a scenario that has a number.
func axis(t *rapid.T, s *deal.Scenario, name string) whatif.Axis {
	var inputs []deal.Input
	for _, in := range deal.Inputs(s) {
		if in.Unit != deal.Whole {
			inputs = append(inputs, in)
		}
	}
	a := whatif.Axis{Input: rapid.SampledFrom(inputs).Draw(t, name)}
	from, step := rapid.Int64Range(0, 12).Draw(t, "from"), rapid.Int64Range(1, 9).Draw(t, "step")
	places := rapid.Int32Range(0, 2).Draw(t, "places")
	switch a.Input.Unit {
	case deal.Date:
		from, places = int64(s.Start)-30+from*10, 0
	case deal.Count:
		from, places = from+1, 0
	case deal.Percent:
		places = 2
	}
	for i := range rapid.Int64Range(1, 5).Draw(t, "values") {
		a.Values = append(a.Values, decimal.New(from+i*step, -places))
	}
	return a
}

// agrees holds every point of a grid, where there is one, against the decimals of the
// scenario edited so. It tells whether any has a price.
func agrees(t rapid.TB, e *whatif.Engine, s *deal.Scenario, x, y whatif.Axis, g *whatif.Grid) (priced bool) {
	t.Helper()
	for j, vy := range y.Values {
		for i, vx := range x.Values {
			edited, err := deal.Apply(s, deal.Edit{Path: x.Input.Path, Value: vx}, deal.Edit{Path: y.Input.Path, Value: vy})
			if err != nil {
				t.Fatal(err)
			}
			want, wrong := e.Value(edited)
			if priced = priced || wrong == nil; g == nil {
				continue
			}
			if wrong != nil {
				want = whatif.None
			}
			if got := g.At(i, j); got != want {
				t.Fatalf("%s = %s, %s = %s: got %s, want %s (%v)", x.Input.Path, vx, y.Input.Path, vy, got, want, wrong)
			}
		}
	}
	return priced
}

// TestSweep holds every point of a sweep over any inputs against the decimals
// of the scenario edited so.
func TestSweep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw.Scenario(t)
		m, _ := whatif.MetricOf(rapid.SampledFrom(whatif.Metrics()).Draw(t, "metric"))
		e := &whatif.Engine{Conventions: draw.Conventions(t), Metric: m}
		x, y := axis(t, s, "x"), axis(t, s, "y")
		if x.Input.Path.String() == y.Input.Path.String() {
			return
		}
		g, err := e.Sweep(context.Background(), s, x, &y, rapid.IntRange(1, 2).Draw(t, "workers"))
		if err != nil {
			g = nil
		}
		if priced := agrees(t, e, s, x, y, g); priced != (err == nil) {
			t.Fatalf("the sweep says %v, a point has a price: %t", err, priced)
		}
	})
}

// TestSweepOfHorizons holds sweeps over the horizon, alone and against any other
// input, against the decimals of each: from any day of a month, with what ends,
// renews, grows and becomes dearer on the way.
func TestSweepOfHorizons(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw.Scenario(t)
		m, _ := whatif.MetricOf(rapid.SampledFrom(whatif.Metrics()).Draw(t, "metric"))
		e := &whatif.Engine{Conventions: draw.Conventions(t), Metric: m}
		in, err := deal.Find(s, path(t, "months"))
		if err != nil {
			t.Fatal(err)
		}
		months, other := whatif.Axis{Input: in}, axis(t, s, "other")
		for _, v := range rapid.SliceOfNDistinct(rapid.Int64Range(1, 50), 1, 8, rapid.ID).Draw(t, "months") {
			months.Values = append(months.Values, decimal.NewFromInt(v))
		}
		if rapid.IntRange(0, 9).Draw(t, "ascending") > 0 {
			slices.SortFunc(months.Values, decimal.Decimal.Cmp)
		}
		if other.Input.Path.String() == "months" {
			return
		}
		x, y := months, other
		if rapid.Bool().Draw(t, "turned about") {
			x, y = other, months
		}
		g, err := e.Sweep(context.Background(), s, x, &y, rapid.IntRange(1, 2).Draw(t, "workers"))
		if err != nil {
			return
		}
		agrees(t, e, s, x, y, g)
	})
}

func TestSweepFullGrid(t *testing.T) {
	s := draw.Large()
	e := engine(t, whatif.Software)
	x, err := whatif.ParseAxis(s, `instance."m5.1xlarge".annual=0..40`)
	if err != nil {
		t.Fatal(err)
	}
	y, err := whatif.ParseAxis(s, `instance."m5.4xlarge".running=0..12/0.5`)
	if err != nil {
		t.Fatal(err)
	}
	g, err := e.Sweep(context.Background(), s, x, &y, 2)
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Rows) != 25 || len(g.Rows[24]) != 41 || g.Here != [2]int{5, 22} {
		t.Errorf("%d rows, the scenario's own at %v", len(g.Rows), g.Here)
	}
	own, err := e.Value(s)
	if err != nil || g.At(5, 22) != own {
		t.Errorf("the scenario costs %s (%v), its point %s", own, err, g.At(5, 22))
	}
}

// TestSweepOfAllKinds sweeps what programs are turned by, and what they must not
// be turned by, in scenarios in which it matters.
func TestSweepOfAllKinds(t *testing.T) {
	const annual, running = `instance."m5.large".annual=0..12`, `instance."m5.large".running=0..14/0.5`
	const users, level = `contract.quantity.users=0..150/10`, `usage.users.level=80..140/10`
	for name, c := range map[string]struct {
		x, y   string
		change func(*deal.Scenario)
	}{
		"annual and running": {annual, running, func(*deal.Scenario) {}},
		"running and annual": {`instance."m5.large".running=1..14`, annual, func(*deal.Scenario) {}},
		"in steps of two":    {`instance."m5.large".annual=0..12/2`, `instance."m5.large".running=1..15/2`, func(*deal.Scenario) {}},
		"in unequal steps":   {`instance."m5.large".annual=0..12/2`, `instance."m5.large".running=1..14`, func(*deal.Scenario) {}},
		"a lapse of annuals": {annual, `instance."m5.large".running=1..14`, func(s *deal.Scenario) { s.Months, s.Contract = 18, nil }},
		"contract and level": {users, level, func(*deal.Scenario) {}},
		"growth":             {level, annual, func(s *deal.Scenario) { s.Usage[0].Growth, s.Months = d("0.03"), 3 }},
		"used as committed":  {users, annual, func(s *deal.Scenario) { s.Usage, s.Months = nil, 18 }},
		"amended": {annual, running, func(s *deal.Scenario) {
			s.Amendments = []deal.Amendment{{Date: s.Start + 100, Add: []deal.Quantity{{Key: "m5.large", Units: d("1")}}}}
		}},
		"amended by fewer": {annual, running, func(s *deal.Scenario) { exchange(s, "4", "m5.large", "5", "m5.xlarge") }},
		"amended under a discount": {`offer.discount=0..30/5`, annual, func(s *deal.Scenario) {
			exchange(s, "1", "m5.xlarge", "1", "m5.large")
			s.Instances = append(s.Instances, deal.Need{Type: "m5.xlarge", Annual: d("2"), Running: deal.Series{d("2")}})
			s.Offer = &deal.Offer{Months: 12}
			s.Offer.Rates.Instances = []listing.Instance{{Type: "m5.xlarge", InstanceRates: listing.InstanceRates{Annual: listing.Of(d("1100"))}}}
		}},
		"on trial under a discount": {`offer.discount=0..30/5`, `usage.users.level=80..140/10`, func(s *deal.Scenario) {
			s.Product.TrialDays, s.Trial = 14, true
			s.Instances = append(s.Instances, deal.Need{Type: "m5.xlarge", Running: deal.Series{d("2")}})
			s.Offer = &deal.Offer{Months: 12}
			s.Offer.Rates.Instances = []listing.Instance{{Type: "m5.xlarge", InstanceRates: listing.InstanceRates{Hourly: listing.Of(d("0.21"))}}}
		}},
		"on trial, used": {users, level, func(s *deal.Scenario) { s.Product.TrialDays, s.Trial = 14, true }},
		"on trial, as a service": {annual, running, func(s *deal.Scenario) {
			s.Product.TrialDays, s.Trial, s.Product.Delivery = 14, true, listing.SaaS
		}},
		"on trial": {annual, running, func(s *deal.Scenario) { s.Product.TrialDays, s.Trial = 14, true }},
		"a load": {annual, running, func(s *deal.Scenario) {
			s.Instances[0].Load = deal.Load{Total: d("1"), Steps: []deal.Step{{Running: d("3"), Weight: d("0.4")}, {Running: d("11"), Weight: d("0.6")}}}
		}},
		"a lapse":               {annual, users, func(s *deal.Scenario) { s.Months = 18 }},
		"a type that is not in": {`instance."m5.xlarge".running=0..5`, annual, func(*deal.Scenario) {}},
		"a discount":            {`offer.discount=0..30/10`, annual, func(s *deal.Scenario) { s.Offer = &deal.Offer{Months: 12} }},
		"a discount on renewals": {`offer.discount=0..100/12.5`, annual, func(s *deal.Scenario) {
			s.Offer, s.Months = &deal.Offer{Months: 12, Renewal: &deal.OfferRenewal{Uplift: d("0.07"), Times: 2}}, 40
		}},
		"a discount on what is not named": {`offer.discount=0..100/12.5`, users, func(s *deal.Scenario) {
			s.Offer = &deal.Offer{Days: 400}
			s.Offer.Rates.Instances = []listing.Instance{{Type: "m5.large", InstanceRates: listing.InstanceRates{Upfront: listing.Of(d("1500"))}}}
			s.Offer.Rates.Dimensions = []listing.DimensionEntry{{Key: "users", DimensionRates: listing.DimensionRates{Contract: []listing.TermRate{{Rate: d("130")}}}}}
		}},
		"a horizon": {`months=3..40`, annual, func(s *deal.Scenario) {
			s.Renew, s.Start, s.Usage[0].Growth = true, s.Start+17, d("0.03")
		}},
		"a horizon and a discount": {`months=3..30/3`, `offer.discount=0..100/20`, func(s *deal.Scenario) {
			s.Start += 9
			s.Offer = &deal.Offer{Months: 12, Renewal: &deal.OfferRenewal{Uplift: d("0.05"), Times: 1}}
		}},
		"a discount and a horizon": {`offer.discount=0..100/20`, `months=3..30/3`, func(s *deal.Scenario) {
			s.Offer = &deal.Offer{Days: 200}
			s.Contract = nil
		}},
		"a horizon beyond what has a rate": {annual, `months=6..24/6`, func(s *deal.Scenario) {
			s.Product.Instances[0].Hourly, s.Contract = listing.Rate{}, nil
			s.Offer = &deal.Offer{Months: 12}
			s.Offer.Rates.Instances = []listing.Instance{{Type: "m5.large", InstanceRates: listing.InstanceRates{Hourly: listing.Of(d("0.2"))}}}
		}},
		"terms":                       {`contract.months=12..24/12`, users, func(s *deal.Scenario) { s.Renew = true }},
		"units that include":          {users, `usage.users.monthly=0..400/40`, including},
		"units that include, in step": {users, `usage.users.monthly=0..400/25`, including},
	} {
		t.Run(name, func(t *testing.T) {
			s := firewall()
			c.change(s)
			e := engine(t, "savings")
			if strings.HasSuffix(name, "a rate") { // hourly only is no comparison there
				e = engine(t, whatif.Software)
			}
			x, err := whatif.ParseAxis(s, c.x)
			if err != nil {
				t.Fatal(err)
			}
			y, err := whatif.ParseAxis(s, c.y)
			if err != nil {
				t.Fatal(err)
			}
			g, err := e.Sweep(context.Background(), s, x, &y, 2)
			if err != nil {
				t.Fatal(err)
			}
			agrees(t, e, s, x, y, g)
		})
	}
}

// TestSweepOfUnevenSteps sweeps values that do not go in steps.
func TestSweepOfUnevenSteps(t *testing.T) {
	s, e := firewall(), engine(t, whatif.Software)
	var axes [2]whatif.Axis
	for i, p := range []string{`instance."m5.large".annual`, `instance."m5.large".running`} {
		in, err := deal.Find(s, path(t, p))
		if err != nil {
			t.Fatal(err)
		}
		axes[i] = whatif.Axis{Input: in, Values: []decimal.Decimal{d("1"), d("2"), d("4"), d("5"), d("9"), d("3")}}
	}
	g, err := e.Sweep(context.Background(), s, axes[0], &axes[1], 2)
	if err != nil {
		t.Fatal(err)
	}
	agrees(t, e, s, axes[0], axes[1], g)
}

// exchange amends a deal: so many annuals of a type for those of another.
func exchange(s *deal.Scenario, out, from, in, to string) {
	s.Product.Instances[1].Annual = listing.Of(d("2400"))
	s.Amendments = []deal.Amendment{{Date: s.Start + 100, Remove: []deal.Quantity{{Key: from, Units: d(out)}}, Add: []deal.Quantity{{Key: to, Units: d(in)}}}}
}

// including makes the contract's users units that include use.
func including(s *deal.Scenario) {
	s.Product.Dimensions[0].Per, s.Product.Dimensions[0].Includes = listing.PerUnit, d("2.5")
	s.Usage[0].Monthly, s.Usage[0].Level = s.Usage[0].Level, nil
}

// TestSweepRefuses refuses the first value that is not allowed, wherever it
// stands on whichever axis, however many work.
func TestSweepRefuses(t *testing.T) {
	const annual, running = `instance."m5.large".annual`, `instance."m5.large".running`
	for _, values := range []string{"-1 1 2 3 4", "1 -1 -2 3 4", "1 2 3 4 -1", "4 3 -1 2 -3"} {
		for _, x := range []string{annual, running, "months"} {
			s := firewall()
			in, err := deal.Find(s, path(t, x))
			if err != nil {
				t.Fatal(err)
			}
			bad := whatif.Axis{Input: in}
			for _, v := range strings.Fields(values) {
				bad.Values = append(bad.Values, d(v))
			}
			good, err := whatif.ParseAxis(s, `usage.users.level=80..140/10`)
			if err != nil {
				t.Fatal(err)
			}
			want := in.Set(firewall(), d("-1"))
			for workers := 1; workers <= 2; workers++ {
				for _, axes := range [][2]whatif.Axis{{bad, good}, {good, bad}} {
					if _, err := engine(t, whatif.Software).Sweep(context.Background(), s, axes[0], &axes[1], workers); err == nil || err.Error() != want.Error() {
						t.Errorf("%s with %s, %d at work: got %v, want %v", x, values, workers, err, want)
					}
				}
			}
		}
	}
}

func TestSweepEnds(t *testing.T) {
	s := draw.Large()
	x, err := whatif.ParseAxis(s, `months=1..36`)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := engine(t, whatif.Software).Sweep(ctx, s, x, nil, 2); !errors.Is(err, context.Canceled) {
		t.Errorf("a sweep that was called off says %v", err)
	}
}

func TestParseAxis(t *testing.T) {
	s := draw.Large()
	s.Offer = &deal.Offer{Months: 12}
	for text, want := range map[string]string{
		`months=12..36/12`:                                  "12 24 36",
		`instance."m5.1xlarge".annual=8..11`:                "8 9 10 11",
		`instance."m5.1xlarge".annual=8..11/2`:              "8 10",
		`offer.discount=0..30/10`:                           "0% 10% 20% 30%",
		`offer.discount=0%..2%`:                             "0% 1% 2%",
		`offer.discount=0.5%..1%/0.25%`:                     "0.5% 0.75% 1%",
		`price_change.0.announced=2026-03-30..2026-04-01`:   "2026-03-30 2026-03-31 2026-04-01",
		`price_change.0.announced=2026-03-01..2026-03-20/7`: "2026-03-01 2026-03-08 2026-03-15",
		`offer.instance."m5.1xlarge".hourly=0.20..0.22`:     "0.20 0.21 0.22",
	} {
		a, err := whatif.ParseAxis(s, text)
		if err != nil {
			t.Error(err)
			continue
		}
		var got []string
		for _, v := range a.Values {
			got = append(got, a.Input.Format(v))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %s, want %s", text, strings.Join(got, " "), want)
		}
	}
	for text, why := range map[string]string{
		`months`:                        "not a range",
		`months=12`:                     "not a range",
		`months=12..x`:                  "not a value",
		`months=36..12`:                 "goes nowhere",
		`months=12..36/0`:               "goes nowhere",
		`anual=1..2`:                    "no input",
		`offer.discount=0..100/0.00001`: "longer step",
	} {
		if _, err := whatif.ParseAxis(s, text); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: got %v, want %q", text, err, why)
		}
	}
}
