package whatif_test

import (
	"errors"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/whatif"
	"termsheet/model/whatif/internal/draw"
	"termsheet/model/whatif/kernel"
)

// An annual of 1,260 stands for 5,250 hours at 0.24, so each of the 10
// instances is worth one: 12,600. Three fewer cost 3 x (2,102.40 - 1,260) =
// 2,527.20 more, three more 3,780.00.
func TestBest(t *testing.T) {
	list, err := whatif.BestAll(firewall(), draw.Readings())
	if err != nil || len(list) != 1 {
		t.Fatalf("%d types (%v), want the one with both rates", len(list), err)
	}
	b := list[0]
	for what, c := range map[string][2]any{
		"best": {b.X, int64(10)}, "cost": {b.Cost.String(), "12600.00"}, "from": {b.From, int64(10)}, "to": {b.To, int64(10)},
		"fewer": {b.Fewer.Cost.String(), "15127.20"}, "more": {b.More.Cost.String(), "16380.00"}, "own": {b.Own.Cost.String(), "14284.80"},
		"hours": {b.HoursPerYear, "5250.00"}, "utilisation": {b.Utilisation, "59.93"},
		// 7 months of 730 h cost 1,226.40; 33.60 are left of September at 5.84 a day
		"pays": {b.Pays, calendar.Date(2026, 9, 6)},
	} {
		if c[0] != c[1] {
			t.Errorf("%s is %v, want %v", what, c[0], c[1])
		}
	}
	if p, err := b.At(8); err != nil || p != b.Own || p.Uncovered.String() != "4204.80" {
		t.Errorf("8 annuals come to %+v (%v)", p, err)
	}
	if b.Curve[0].X != 0 || b.Curve[0].Uncovered != b.Curve[0].Cost || b.Curve[0].Cost.String() != "21024.00" {
		t.Errorf("the curve begins with %v", b.Curve[0])
	}
}

// TestBestRange wants the range within 1 % where the curve is shallow.
func TestBestRange(t *testing.T) {
	s := firewall()
	s.Instances[0].Load = deal.Load{Total: d("1"), Steps: []deal.Step{{Running: d("6"), Weight: d("0.30")}, {Running: d("106"), Weight: d("0.60")}, {Running: d("206"), Weight: d("0.10")}}}
	list, err := whatif.BestAll(s, draw.Readings())
	if err != nil {
		t.Fatal(err)
	}
	b := list[0]
	if b.X != 106 || b.From >= b.X || b.To <= b.X || b.Cost != b.Curve[index(b.Curve, 106)].Cost {
		t.Errorf("best %d, from %d to %d", b.X, b.From, b.To)
	}
	for _, p := range b.Curve {
		if near := p.Cost*100 <= b.Cost*101; near != (p.X >= b.From && p.X <= b.To) {
			t.Errorf("%d costs %s, the best %s: in the range %t", p.X, p.Cost, b.Cost, !near)
		}
	}
}

func index(curve []whatif.Point, x int64) int {
	for i := range curve {
		if curve[i].X == x {
			return i
		}
	}
	return 0
}

// TestBestAgrees holds the best X against the quote's.
func TestBestAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, c := draw.Scenario(t), draw.Conventions(t)
		q, err := pricing.Price(s, c)
		if err != nil {
			return
		}
		list, err := whatif.BestAll(s, c)
		if errors.Is(err, money.ErrTooLarge) { // with other numbers of annuals than the deal's
			return
		}
		if err != nil || len(list) != len(q.BreakEven) {
			t.Fatalf("%d types (%v), the quote has %d", len(list), err, len(q.BreakEven))
		}
		years, err := pricing.Years(s, c)
		if err != nil {
			t.Fatal(err)
		}
		for i, b := range list {
			if want := q.BreakEven[i]; b.Key != want.Key || b.X != want.Best && !flat(t, s, c, i, b.X, want.Best) {
				t.Fatalf("%s: best X is %d, the quote says %d", b.Key, b.X, want.Best)
			}
			for _, p := range []whatif.Point{b.Fewer, b.More, b.Own} {
				if share, err := money.Quotient(years[i].Share.Mul(decimal.NewFromInt(p.X)), decimal.NewFromInt(years[i].Per)); err != nil || p.Uncovered != p.Cost-share {
					t.Fatalf("%d annuals of %s leave %s uncovered of %s, of which they are %s (%v)", p.X, b.Key, p.Uncovered, p.Cost, share, err)
				}
			}
			if b.From > b.X || b.To < b.X || b.Fewer.Cost < b.Cost || b.More.Cost < b.Cost || b.Own.Cost < b.Cost {
				t.Fatalf("%+v", b)
			}
		}
	})
}

// flat tells that over more numbers of annuals than the quote compares the cost
// is the same but for cents, and that its best is no better.
func flat(t *rapid.T, s *deal.Scenario, c pricing.Conventions, kind int, best, other int64) bool {
	years, err := pricing.Years(s, c)
	if err != nil {
		t.Fatal(err)
	}
	const compared, cents = 4096, 100
	year, ok := kernel.CompileYear(&years[kind])
	if !ok || year.Cost(other) < year.Cost(best) {
		return false
	}
	near := year.Cost(best) + cents
	return year.Cost(max(best-compared, 0)) <= near && best >= compared || year.Turns(best+compared) && year.Cost(best+compared) <= near
}
