package session

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/money"
)

// TestDivide: a share of an amount is what a division of decimals gives, rounded
// to six places and then to cents.
func TestDivide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Int64Range(-2_000_000_000_000, 2_000_000_000_000).Draw(t, "cents")
		if rapid.Bool().Draw(t, "few") {
			a %= 10_000
		}
		times, per := rapid.Int64Range(1, 31).Draw(t, "times"), rapid.Int64Range(1, 3720).Draw(t, "per")
		want, err := money.Round(decimal.New(a, -2).Mul(decimal.NewFromInt(times)).DivRound(decimal.NewFromInt(per), 6))
		if got := divide(money.Amount(a), times, per); err != nil || got != want {
			t.Fatalf("%d x %d / %d is %d, want %d", a, times, per, got, want)
		}
	})
}
