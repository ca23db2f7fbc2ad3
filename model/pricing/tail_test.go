package pricing

import (
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/deal"
)

// TestTails holds what a search finds uncovered against the plain sum, in any
// order of the steps.
func TestTails(t *testing.T) {
	figure := rapid.Custom(func(t *rapid.T) decimal.Decimal {
		return decimal.New(rapid.Int64Range(0, 2000).Draw(t, "digits"), -rapid.Int32Range(0, 2).Draw(t, "places"))
	})
	rapid.Check(t, func(t *rapid.T) {
		var steps []deal.Step
		whole := rapid.Bool().Draw(t, "whole")
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			steps = append(steps, deal.Step{Running: figure.Draw(t, "running"), Weight: figure.Draw(t, "weight")})
		}
		if whole { // as the hours of a profile are, the highest first or not
			for i := range steps {
				steps[i] = deal.Step{Running: steps[i].Running.Truncate(0), Weight: steps[i].Weight.Truncate(0)}
			}
			if rapid.Bool().Draw(t, "falling") {
				slices.SortFunc(steps, func(a, b deal.Step) int { return b.Running.Cmp(a.Running) })
			}
		}
		x := figure.Draw(t, "x")
		want := decimal.Zero
		for _, s := range steps {
			want = want.Add(s.Weight.Mul(decimal.Max(decimal.Zero, s.Running.Sub(x))))
		}
		load := tailsOf(steps)
		if got := load.above(x); !got.Equal(want) {
			t.Fatalf("%v above %s: %s, want %s", steps, x, got, want)
		}
	})
}

// TestBestOfALongProfile wants a profile whose every hour has a count of its
// own weighed in far less than the minute that comparing all with all takes.
func TestBestOfALongProfile(t *testing.T) {
	n := deal.Need{Type: "m5.large", Annual: d("5")}
	const hours = 10_000
	for k := range int64(hours) {
		n.Load.Steps = append(n.Load.Steps, deal.Step{Running: decimal.New(hours-k, 0), Weight: d("1")})
	}
	n.Load.Total = decimal.New(hours, 0)
	began := time.Now()
	q := price(t, scenario(ami([4]string{"m5.large", "0.24", "1260", "0.096"}), "2026-02-01", 120, n))
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("it took %s", took)
	}
	if got := q.BreakEven[0].Best; got != 4007 { // the last whose 5,994 hours of 10,000 are more than 1260 / 2102.40 of them
		t.Errorf("best X is %d", got)
	}
}
