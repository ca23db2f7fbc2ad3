package whatif_test

import (
	"context"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/whatif"
	"termsheet/model/whatif/internal/draw"
)

// scheduled is the firewall for 8 x 1260 + 100 x 120 = 22,080 upfront, in two
// payments that are written out.
func scheduled() *deal.Scenario {
	s := firewall()
	s.Offer = &deal.Offer{Months: 12, Installments: []deal.Installment{{Date: s.Start, Amount: d("22000")}, {Date: s.Start + 90, Amount: d("80")}}}
	return s
}

// TestSweepOffSchedule counts the points that a schedule does not fit, and names
// the first with the difference.
func TestSweepOffSchedule(t *testing.T) {
	generated := scheduled()
	generated.Offer.Installments = nil
	generated.Offer.Schedule = &deal.Schedule{Every: "month", Count: 4, First: generated.Start, Initial: listing.Of(d("12000"))}
	for _, c := range []struct {
		name       string
		s          *deal.Scenario
		x, y       string
		points, of int
		first, why string
	}{
		{"annuals", scheduled(), `instance."m5.large".annual=0..10`, "", 10, 11, `instance."m5.large".annual = 0`,
			"the installments add up to 22,080.00, 10,080.00 more than the upfront total of 12,000.00"},
		{"annuals and a discount", scheduled(), `instance."m5.large".annual=8..9`, "offer.discount=0%..1%", 3, 4, `instance."m5.large".annual = 9, offer.discount = 0%`,
			"the installments add up to 22,080.00, 1,260.00 less than the upfront total of 23,340.00"},
		{"what runs", scheduled(), `instance."m5.large".running=0..20`, "", 0, 21, "", ""},
		{"one that is generated", generated, `offer.discount=44%..48%`, "", 3, 5, "offer.discount = 46%",
			"the initial payment of 12,000.00 does not leave a balance of 11,923.20 to split"},
		{"no schedule", firewall(), `instance."m5.large".annual=0..10`, "", 0, 0, "", ""},
	} {
		e := engine(t, whatif.Software)
		x, err := whatif.ParseAxis(c.s, c.x)
		if err != nil {
			t.Fatal(err)
		}
		var y *whatif.Axis
		if c.y != "" {
			down, err := whatif.ParseAxis(c.s, c.y)
			if err != nil {
				t.Fatal(err)
			}
			y = &down
		}
		g, err := e.Sweep(context.Background(), c.s, x, y, 2)
		if err != nil {
			t.Fatal(err)
		}
		off, err := e.OffSchedule(context.Background(), c.s, g, 2)
		if err != nil || off.Points != c.points || off.Of != c.of || off.First != c.first || c.why != "" && (off.Why.Message != c.why || off.Why.Rule != "PAY-2") {
			t.Errorf("%s: got %+v %v (%v)", c.name, off, off.Why, err)
		}
	}
}

// TestOffScheduleAsQuoted holds what is found in a sweep against the quote of
// each point.
func TestOffScheduleAsQuoted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw.Scenario(t)
		s.Amendments = nil
		if s.Offer == nil || len(s.Product.Instances) == 0 {
			return
		}
		due, err := pricing.Upfront(s, draw.Readings())
		if err != nil {
			return
		}
		s.Offer.Installments = []deal.Installment{{Date: s.Start, Amount: due.Decimal()}}
		axis := rapid.SampledFrom([]deal.Path{{"offer", "discount"}, {"months"}, {"instance", s.Product.Instances[0].Type, "annual"}}).Draw(t, "axis")
		in, err := deal.Find(s, axis)
		if err != nil {
			t.Fatal(err)
		}
		x := whatif.Axis{Input: in}
		for n := range int64(20) {
			value := decimal.NewFromInt(n + 1)
			if in.Unit == deal.Percent {
				value = decimal.New(n, -2)
			}
			x.Values = append(x.Values, value)
		}
		m, _ := whatif.MetricOf(whatif.Software)
		e := &whatif.Engine{Conventions: draw.Readings(), Metric: m}
		g, err := e.Sweep(context.Background(), s, x, nil, 1)
		if err != nil {
			return
		}
		points := 0
		for _, v := range x.Values {
			c := s.Clone()
			if err := in.Set(c, v); err != nil {
				t.Fatal(err)
			}
			q, err := pricing.Price(c, e.Conventions)
			if err == nil && slices.ContainsFunc(q.Problems, func(p *pricing.Error) bool { return p.Rule == "PAY-2" }) {
				points++
			}
		}
		off, err := e.OffSchedule(context.Background(), s, g, 1)
		if err != nil || off.Points != points {
			t.Errorf("%s: got %d points of %d, want %d (%v)", axis, off.Points, off.Of, points, err)
		}
	})
}

// TestTornadoOffSchedule counts the swings that a schedule does not fit: those of
// the annuals and of the quantity.
func TestTornadoOffSchedule(t *testing.T) {
	for name, s := range map[string]*deal.Scenario{"with a schedule": scheduled(), "without": firewall()} {
		_, swings, err := engine(t, whatif.Software).Tornado(context.Background(), s, d("0.25"))
		if err != nil {
			t.Fatal(err)
		}
		off, want := whatif.SwungOff(swings), 4
		if s.Offer == nil {
			want = 0
		}
		if off.Points != want || off.Of != 2*len(swings) || want > 0 && off.First != `instance."m5.large".annual lower` {
			t.Errorf("%s: got %+v of %v", name, off, swings)
		}
	}
}

// TestSeekOffSchedule has each answer say what its schedule misses.
func TestSeekOffSchedule(t *testing.T) {
	found, err := engine(t, whatif.Software).Seek(context.Background(), scheduled(), whatif.Goal{Target: money.Amount(2863760), By: path(t, "offer.discount"), Step: d("0.01")})
	if err != nil {
		t.Fatal(err)
	}
	if a := found.Answers[0]; a.Value != "0%" || a.Off != nil {
		t.Errorf("got %s, %v", a.Value, a.Off)
	}
	const want = "the installments add up to 22,080.00, 220.80 more than the upfront total of 21,859.20"
	if a := found.Answers[1]; a.Value != "1%" || a.Off == nil || a.Off.Message != want {
		t.Errorf("got %s, %v", a.Value, a.Off)
	}
}
