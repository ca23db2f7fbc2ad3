package pane

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// TestShortWhole: a whole number is shortened as one that is written with decimals.
func TestShortWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 999_999_999_999_999).Draw(t, "n")
		n -= n % rapid.SampledFrom([]int64{1, 10, 500, 1000, 50_000, 1_000_000}).Draw(t, "round")
		w := rapid.IntRange(0, 14).Draw(t, "w")
		whole := decimal.NewFromInt(n)
		if got, want := Short(whole, w), Short(decimal.New(n*10, -1), w); got != want {
			t.Fatalf("%d in %d cells is %q, want %q", n, w, got, want)
		}
	})
}
