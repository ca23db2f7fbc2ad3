package mix

import (
	"testing"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
)

// TestWholeCoverage: counts come to the same whether they are written with decimals
// or without.
func TestWholeCoverage(t *testing.T) {
	fine := func(n int64) decimal.Decimal { return decimal.New(n*10, -1) }
	for y := range int64(4) {
		for x := range int64(4) {
			got := coverage(deal.Need{Running: deal.Series{decimal.NewFromInt(y)}}, decimal.NewFromInt(x), 0, full(decimal.NewFromInt(7)))
			want := coverage(deal.Need{Running: deal.Series{fine(y)}}, fine(x), 0, full(fine(7)))
			if got != want || got.Covered+got.Uncovered != y*100 || got.Full != 700 {
				t.Errorf("X %d of Y %d: %+v, want %+v", x, y, got, want)
			}
		}
	}
}
