package whatif_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/whatif"
	"termsheet/model/whatif/internal/draw"
)

// The firewall costs 8 x 1260 = 10,080 annual, 2 x 8,760 x 0.24 = 4,204.80
// hourly, 100 x 120 = 12,000 contract and 20 x 8,760 x 0.014 = 2,452.80 usage:
// 28,737.60 in all.
// TestWithOffer wants the offer that is made of a deal without one: for the term
// of its contract, again as long as that renews, else for the horizon.
func TestWithOffer(t *testing.T) {
	e := engine(t, whatif.Software)
	by := path(t, "offer.discount")
	for name, c := range map[string]struct {
		change      func(*deal.Scenario)
		made, alone string
	}{
		"a contract":               {func(*deal.Scenario) {}, "a private offer of 12 months", "28737.60"},
		"one that renews":          {func(s *deal.Scenario) { s.Renew, s.Months = true, 36 }, "a private offer of 12 months that renews", "86212.80"},
		"one that does not":        {func(s *deal.Scenario) { s.Months = 36 }, "a private offer of 12 months", ""},
		"the horizon":              {func(s *deal.Scenario) { s.Contract, s.Months = nil, 24 }, "a private offer of 24 months", ""},
		"nothing":                  {func(s *deal.Scenario) { s.Contract, s.Months = nil, 0 }, "a private offer of 12 months", ""},
		"an offer there is":        {func(s *deal.Scenario) { s.Offer = &deal.Offer{Months: 12} }, "", ""},
		"an offer of all but less": {func(s *deal.Scenario) { s.Contract, s.Months = nil, 1 }, "a private offer of 1 month", ""},
	} {
		s := firewall()
		c.change(s)
		now, err := e.Value(s)
		if err != nil {
			t.Fatal(err)
		}
		with, a, err := e.WithOffer(s, by)
		if err != nil || a.Made != c.made || with.Offer == nil || a.Made != "" && s.Offer != nil {
			t.Errorf("%s: got %q (%v)", name, a.Made, err)
			continue
		}
		if a.Made == "" {
			continue
		}
		if own, err := e.Value(with); err != nil || own != a.Alone || c.alone != "" && (a.Alone.String() != c.alone || a.Alone != now) {
			t.Errorf("%s: alone it comes to %s, %s as told, %s without (%v)", name, own, a.Alone, now, err)
		}
	}
	if s, a, _ := e.WithOffer(firewall(), path(t, "months"), nil); s.Offer != nil || a.Made != "" {
		t.Errorf("an offer is made for what is not the offer's: %s", a.Made)
	}
}

func TestSeek(t *testing.T) {
	offer := func(s *deal.Scenario) { s.Offer = &deal.Offer{Months: 12} }
	naming := func(rate, value string) func(*deal.Scenario) {
		return func(s *deal.Scenario) {
			offer(s)
			in, err := deal.Find(s, path(t, `offer.instance."m5.large".`+rate))
			if err == nil {
				err = in.Set(s, d(value))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		name, by, target, metric string
		floor, step              string
		floors                   map[string]string
		locks                    []string
		change                   func(*deal.Scenario)
		want                     string // value total miss, the nearest first
		within                   bool
	}{
		{name: "discount", by: "offer.discount", target: "25863.84", step: "0.01", change: offer,
			want: "10% 25863.84 0.00, 9% 26151.12 287.28, 11% 25576.56 -287.28", within: true},
		{name: "discount with no offer yet", by: "offer.discount", target: "25863.84", step: "0.05",
			want: "10% 25863.84 0.00, 5% 27300.72 1436.88, 15% 24426.96 -1436.88", within: true},
		{name: "the floor stops it", by: "offer.discount", target: "20000", step: "0.01", floor: "0.9", change: offer,
			want: "10% 25863.84 5863.84, 9% 26151.12 6151.12, 8% 26438.64 6438.64"},
		{name: "one line is held higher than the others", by: "offer.discount", target: "20000", step: "0.01", floor: "0.5", floors: map[string]string{"dimension.users.usage": "0.95"}, change: offer,
			want: "5% 27300.72 7300.72, 4% 27588.00 7588.00, 3% 27875.52 7875.52"},
		{name: "one line has no floor", by: `offer.instance."m5.large".hourly`, target: "27000", floor: "0.85", floors: map[string]string{`instance."m5.large"`: "0"}, change: offer,
			want: "0.140 26985.60 -14.40, 0.145 27073.20 73.20, 0.135 26898.00 -102.00", within: true},
		{name: "a locked rate keeps its price", by: "offer.discount", target: "27063.84", step: "0.01", locks: []string{"dimension.users.contract"}, change: offer,
			want: "10% 27063.84 0.00, 9% 27231.12 167.28, 11% 26896.56 -167.28", within: true},
		{name: "one rate", by: `offer.instance."m5.large".hourly`, target: "28387.20", change: offer,
			want: "0.220 28387.20 0.00, 0.215 28299.60 -87.60, 0.225 28474.80 87.60", within: true},
		{name: "one rate under a floor", by: `offer.instance."m5.large".hourly`, target: "28000", floor: "0.85", change: offer,
			want: "0.205 28124.40 124.40, 0.210 28212.00 212.00, 0.215 28299.60 299.60"},
		{name: "an upfront price under a floor", by: `offer.instance."m5.large".upfront`, target: "10", floor: "0.85", step: "1", change: offer,
			want: "1071 27225.60 27215.60, 1072 27233.60 27223.60, 1073 27241.60 27231.60"},
		{name: "an upfront price for an annual rate under the floor", by: `offer.instance."m5.large".upfront`, target: "10", floor: "0.85", step: "1", change: naming("annual", "1000"),
			want: "1071 27225.60 27215.60, 1072 27233.60 27223.60, 1073 27241.60 27231.60"},
		{name: "an annual rate for an upfront price", by: `offer.instance."m5.large".annual`, target: "10", floor: "0.85", step: "1", change: naming("upfront", "1700"),
			want: "1071 27225.60 27215.60, 1072 27233.60 27223.60, 1073 27241.60 27231.60"},
		{name: "X", by: `instance."m5.large".annual`, target: "27000",
			want: "10 27052.80 52.80, 9 27895.20 895.20, 11 28312.80 1312.80", within: false},
		{name: "X past the best", by: `instance."m5.large".annual`, target: "29600",
			want: "7 29580.00 -20.00, 12 29572.80 -27.20, 6 30422.40 822.40", within: true},
		{name: "a saving", by: "offer.discount", target: "20000", metric: "savings", step: "0.05", change: offer,
			want: "45% 19935.12 -64.88, 50% 21372.00 1372.00, 40% 18498.24 -1501.76", within: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := firewall()
			if c.change != nil {
				c.change(s)
			}
			g := whatif.Goal{Target: amount(t, c.target), By: path(t, c.by)}
			if c.floor != "" {
				g.Floor = d(c.floor)
			}
			if c.step != "" {
				g.Step = d(c.step)
			}
			for line, share := range c.floors {
				g.Floors = append(g.Floors, whatif.Floor{Path: path(t, line), Share: d(share)})
			}
			for _, l := range c.locks {
				g.Locks = append(g.Locks, path(t, l))
			}
			found, err := engine(t, cmp.Or(c.metric, whatif.Software)).Seek(context.Background(), s, g)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, a := range found.Answers {
				got = append(got, fmt.Sprintf("%s %s %s", a.Value, a.Total, a.Miss))
			}
			if strings.Join(got, ", ") != c.want || found.Within != c.within {
				t.Errorf("got %s (within %t), want %s (%t)", strings.Join(got, ", "), found.Within, c.want, c.within)
			}
		})
	}
}

func TestSeekRefuses(t *testing.T) {
	s := firewall()
	s.Offer = &deal.Offer{Months: 12}
	e := engine(t, whatif.Software)
	for _, c := range []struct{ by, lock, floor, why string }{
		{by: "renew", why: "not a number"},
		{by: "start", why: "a day"},
		{by: "offer.discont", why: "no input"},
		{by: "offer.discount", lock: "instance.m9", why: "no rate of the deal"},
		{by: `offer.instance."m5.large".hourly`, lock: `instance."m5.large"`, why: "is locked"},
	} {
		g := whatif.Goal{Target: 1, By: path(t, c.by)}
		if c.lock != "" {
			g.Locks = append(g.Locks, path(t, c.lock))
		}
		if _, err := e.Seek(context.Background(), s, g); err == nil || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%s: got %v, want %q", c.by, err, c.why)
		}
	}
	low, err := deal.Apply(s, deal.Edit{Path: path(t, `offer.instance."m5.large".annual`), Value: d("1000")})
	if err != nil {
		t.Fatal(err)
	}
	upfront, err := deal.Apply(s, deal.Edit{Path: path(t, `offer.instance."m5.large".upfront`), Value: d("1000")})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*deal.Scenario{low, upfront} {
		_, err = e.Seek(context.Background(), s, whatif.Goal{Target: 1, By: path(t, "offer.discount"), Floor: d("0.85")})
		if !errors.Is(err, whatif.ErrNothingSellable) || !strings.Contains(err.Error(), "at 1000 is under the floor of 85% of its list rate of 1260: ") {
			t.Errorf("a rate under the floor: got %v", err)
		}
	}
}

// TestSeekNearest holds the answers against all that could have been.
func TestSeekNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw.Scenario(t)
		s.Amendments = nil // those of a negative amount need not fall with a discount
		if s.Offer == nil || len(s.Product.Instances) == 0 {
			return
		}
		m, _ := whatif.MetricOf(whatif.Software)
		e := &whatif.Engine{Conventions: draw.Readings(), Metric: m}
		now, err := e.Value(s)
		if err != nil {
			return
		}
		in, err := deal.Find(s, deal.P("offer", "discount"))
		step, slack := int64(1), money.Amount(0)
		if rapid.Bool().Draw(t, "by X") {
			in, err = deal.Find(s, deal.P("instance", s.Product.Instances[0].Type, "annual"))
			step, slack = 100, 50 // a curve that is flat but for the rounding of its charges turns anywhere in it
		}
		if err != nil {
			t.Fatal(err)
		}
		g := whatif.Goal{Target: now/2 + money.Amount(rapid.Int64Range(0, int64(now)).Draw(t, "target")), By: in.Path, Step: decimal.New(step, -2)}
		found, err := e.Seek(context.Background(), s, g)
		if err != nil {
			t.Fatal(err)
		}
		var misses []money.Amount
		for n := range int64(101) {
			edited := s.Clone()
			if in.Set(edited, g.Step.Mul(decimal.NewFromInt(n))) != nil {
				break
			}
			if value, err := e.Value(edited); err == nil {
				misses = append(misses, max(value-g.Target, g.Target-value))
			}
		}
		slices.Sort(misses)
		for i, a := range found.Answers {
			if i < len(misses) && max(a.Miss, -a.Miss) > misses[i]+slack {
				t.Fatalf("answer %d by %s, %s, misses by %s, but %s could be had", i, in.Path, a.Value, a.Miss, misses[i])
			}
		}
	})
}
