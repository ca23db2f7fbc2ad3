package whatif_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/whatif"
	"termsheet/model/whatif/internal/draw"
)

func changes(d *whatif.Difference) string {
	var lines []string
	for _, c := range d.Changes {
		lines = append(lines, fmt.Sprintf("%s: %s to %s, %s %t", c.Path, c.From, c.To, c.Effect, c.Joined))
	}
	return strings.Join(lines, "\n")
}

func TestDiff(t *testing.T) {
	a, b := firewall(), firewall()
	b.Months = 6
	b.Instances[0].Annual, b.Instances[0].Running = d("10"), deal.Series{d("12")}
	b.Instances = append(b.Instances, deal.Need{Type: "m5.xlarge", Running: deal.Series{d("1")}})
	b.Offer = &deal.Offer{Months: 12, Discount: d("0.10"), Accounts: 2}
	got, err := engine(t, whatif.Software).Diff(a, b)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		`months: 12 to 6, -3328.80 false`,                      // half of the hours and of the usage
		`instance."m5.large".annual: 8 to 10, 417.60 false`,    // 2 x 1,260 - 2 x 4,380 h x 0.24
		`instance."m5.large".running: 10 to 12, 2102.40 false`, // 2 x 4,380 h x 0.24
		`instance."m5.xlarge".running:  to 1, 1927.20 false`,   // 4,380 h x 0.44
		`offer:  to 12 months, 10% off, -2985.60 false`,
	}, "\n")
	if changes(got) != want {
		t.Errorf("got\n%s\nwant\n%s", changes(got), want)
	}
	if got.Before.String() != "28737.60" {
		t.Errorf("before is %s", got.Before)
	}
}

// TestDiffJoins tells changes together where there is no price between them.
func TestDiffJoins(t *testing.T) {
	a, b := firewall(), firewall()
	b.Contract.Months = 6
	b.Product = &listing.Product{ID: "other", Delivery: listing.AMI, Instances: b.Product.Instances, Dimensions: []listing.Dimension{{Key: "users", Per: listing.PerHour,
		DimensionRates: listing.DimensionRates{Usage: listing.Of(d("0.014")), Contract: []listing.TermRate{{Months: 6, Rate: d("70")}}}}}}
	got, err := engine(t, whatif.Software).Diff(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if want := "product: firewall to other, 0.00 true\ncontract.months: 12 to 6, "; !strings.HasPrefix(changes(got), want) {
		t.Errorf("got\n%s", changes(got))
	}
}

// TestDiffAddsUp takes any scenario to any other.
func TestDiffAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := draw.Scenario(t)
		b := draw.Scenario(t)
		m, _ := whatif.MetricOf(whatif.Software)
		e := &whatif.Engine{Conventions: draw.Readings(), Metric: m}
		got, err := e.Diff(a, b)
		if err != nil {
			return
		}
		sum, now := got.Before, a.Clone()
		for i, c := range got.Changes {
			sum += c.Effect
			if c.Joined && i == len(got.Changes)-1 {
				t.Fatal("the last change is told with one that does not come")
			}
		}
		for _, in := range deal.Inputs(a, b) {
			in.Take(now, b)
		}
		value, err := e.Value(now)
		if sum != got.After || value != got.After || err != nil {
			t.Fatalf("the changes add up to %s and make %s (%v), want %s", sum, value, err, got.After)
		}
	})
}

func TestTornado(t *testing.T) {
	s := firewall()
	s.Changes = []deal.PriceChange{{Announced: calendar.Date(2026, 3, 16),
		Rates: listing.Rates{Instances: []listing.Instance{{Type: "m5.large", InstanceRates: listing.InstanceRates{Hourly: listing.Of(d("0.30"))}}}}}}
	s.Usage[0].Growth = d("0")
	now, list, err := engine(t, whatif.Software).Tornado(context.Background(), s, d("0.20"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, w := range list {
		lines = append(lines, fmt.Sprintf("%s %s: %s %s", w.Path, w.Value, w.Low-now, w.High-now))
	}
	// hours until July: 5 x 730 at 0.24, then 7 x 730 at 0.30, together 2,409.00 an instance
	want := strings.Join([]string{
		`instance."m5.large".running 10: -4818.00 4818.00`, // down to 8, all of it covered
		`usage.users.level 120: -2452.80 2943.36`,          // down to 96, below the commitment
		`instance."m5.large".annual 8: 1838.40 -1838.40`,   // 1.6 x (2,409 - 1,260)
		`price_change.0.instance."m5.large".hourly 0.30: -613.20 613.20`,
		`contract.quantity.users 100: 52.80 -52.80`, // 20 x 120 less, 20 more users metered
	}, "\n")
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for i := 1; i < len(list); i++ {
		if list[i].Moves > list[i-1].Moves {
			t.Errorf("%s moves more than %s before it", list[i].Path, list[i-1].Path)
		}
	}
}

// TestCalledOff ends a tornado and a seek when their contexts do, after a few
// scenarios and not after all of them.
func TestCalledOff(t *testing.T) {
	s := draw.Large()
	asked := map[string]func(context.Context, *whatif.Engine) error{
		"tornado": func(ctx context.Context, e *whatif.Engine) error {
			_, _, err := e.Tornado(ctx, s, d("0.20"))
			return err
		},
		"seek": func(ctx context.Context, e *whatif.Engine) error {
			_, err := e.Seek(ctx, s, whatif.Goal{Target: 1, By: path(t, `instance."m5.1xlarge".annual`)})
			return err
		},
	}
	for name, ask := range asked {
		ctx, cancel := context.WithCancel(context.Background())
		var priced atomic.Int32
		e := &whatif.Engine{Conventions: draw.Readings(), Metric: whatif.Metric{Name: "counted", Of: func(s *deal.Scenario, c pricing.Conventions) (money.Amount, error) {
			if priced.Add(1) == 5 {
				cancel()
			}
			_, totals, err := pricing.Charges(s, c)
			return totals.Software, err
		}}}
		if err := ask(ctx, e); !errors.Is(err, context.Canceled) || priced.Load() > 12 {
			t.Errorf("a %s that is called off ends after %d scenarios with %v", name, priced.Load(), err)
		}
		cancel()
	}
}

// TestTornadoExact holds every swing against the one that is priced in decimals.
func TestTornadoExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw.Scenario(t)
		m, _ := whatif.MetricOf(rapid.SampledFrom(whatif.Metrics()).Draw(t, "metric"))
		e := &whatif.Engine{Conventions: draw.Readings(), Metric: m}
		swing := decimal.New(rapid.Int64Range(1, 100).Draw(t, "swing"), -2)
		now, list, err := e.Tornado(context.Background(), s, swing)
		if err != nil {
			return
		}
		slow := &whatif.Engine{Conventions: e.Conventions, Metric: whatif.Metric{Name: m.Name, Of: func(s *deal.Scenario, _ pricing.Conventions) (money.Amount, error) { return e.Value(s) }}}
		want, swings, err := slow.Tornado(context.Background(), s, swing)
		if err != nil || now != want || !slices.EqualFunc(list, swings, func(a, b whatif.Swing) bool {
			return a.Path.String() == b.Path.String() && a.Value == b.Value && a.Low == b.Low && a.High == b.High && a.Moves == b.Moves
		}) {
			t.Errorf("%s of %s: got %v\nwant %v (%v)", m.Name, now, list, swings, err)
		}
	})
}
