package kernel_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/whatif/internal/draw"
	"termsheet/model/whatif/kernel"
)

// yearCost is what X annuals cost over the first 12 months, in decimals.
func yearCost(t *rapid.T, y *pricing.Year, x int64) money.Amount {
	t.Helper()
	sum, err := money.Quotient(y.Share.Mul(decimal.NewFromInt(x)), decimal.NewFromInt(y.Per))
	if err != nil {
		t.Fatal(err)
	}
	for _, piece := range y.Hours.Pieces {
		piece.Cover = decimal.NewFromInt(x)
		amount, err := y.Hours.Amount(&piece)
		if err != nil {
			t.Fatal(err)
		}
		sum += amount * money.Amount(piece.Count)
	}
	return sum
}

// flat tells that over more numbers of annuals than are compared the cost is
// the same but for cents: rates of a fraction of a cent a year.
func flat(y *kernel.Year, best int64) bool {
	const compared, cents = 4096, 60
	near := y.Cost(best) + cents
	return best > compared && y.Cost(best-compared) <= near || best+compared <= y.Top() && y.Cost(best+compared) <= near
}

// TestYear holds the cheapest number of annuals against pricing's, and the cost
// of any number against the decimals.
func TestYear(t *testing.T) {
	weighed := 0
	rapid.Check(t, func(t *rapid.T) {
		s, c := draw.Scenario(t), draw.Conventions(t)
		q, err := pricing.Price(s, c)
		if err != nil {
			return
		}
		years, err := pricing.Years(s, c)
		if err != nil || len(years) != len(q.BreakEven) {
			t.Fatalf("%d types are weighed (%v), pricing has %d", len(years), err, len(q.BreakEven))
		}
		for i := range years {
			year, ok := kernel.CompileYear(&years[i])
			if !ok {
				continue
			}
			weighed++
			best := year.Best()
			if flat(year, best) {
				continue
			}
			if want := q.BreakEven[i].Best; best != want {
				t.Fatalf("best X of %s is %d (%d cents), pricing says %d (%d cents)", years[i].Key, best, year.Cost(best), want, year.Cost(want))
			}
			for _, x := range []int64{0, best, rapid.Int64Range(0, year.Top()).Draw(t, "X"), year.Top()} {
				if got, want := year.Cost(x), yearCost(t, &years[i], x); money.Amount(got) != want {
					t.Fatalf("%d annuals of %s cost %d cents, want %s", x, years[i].Key, got, want)
				}
				if year.Cost(x) < year.Cost(best) || x < best && year.Cost(x) == year.Cost(best) {
					t.Fatalf("%d annuals are cheaper than the best %d", x, best)
				}
			}
		}
	})
	if weighed < 20 {
		t.Errorf("only %d types were weighed", weighed)
	}
}
