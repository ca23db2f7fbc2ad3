package kernel_test

import (
	"testing"

	"pgregory.net/rapid"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/whatif/internal/draw"
	"termsheet/model/whatif/kernel"
)

// reference prices a scenario in decimals, in the kernel's order.
func reference(s *deal.Scenario, c pricing.Conventions) (want kernel.Sums, err error) {
	q, err := pricing.Price(s, c)
	if err != nil {
		return want, err
	}
	for k := range kernel.Bare {
		want.Of[k] = int64(*q.Totals.Of(pricing.Kind(k)))
	}
	if q.Comparison == nil {
		want.Misleading = true
	} else {
		want.Of[kernel.Bare] = int64(q.Comparison.HourlyOnly)
	}
	return want, nil
}

// agree holds a program's sums against the decimals.
func agree(t *rapid.T, got, want kernel.Sums, err error) {
	t.Helper()
	if got.Missing != (err != nil) {
		t.Fatalf("missing is %t, the decimals say %v", got.Missing, err)
	}
	if err != nil {
		return
	}
	if got.Misleading {
		got.Of[kernel.Bare] = 0
	}
	if got != want {
		t.Fatalf("got %v, want %v", got, want)
	}
}

// TestSameCents holds every total of any scenario against the decimals.
func TestSameCents(t *testing.T) {
	compiled, runs := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		s, c := draw.Scenario(t), draw.Conventions(t)
		want, err := reference(s, c)
		l, laid := pricing.Lay(s, c, true)
		if laid != nil {
			if err == nil {
				t.Fatalf("not laid out: %v", laid)
			}
			return
		}
		runs++
		if p, ok := kernel.Compile(l); ok {
			compiled++
			agree(t, p.Totals(), want, err)
		}
	})
	if compiled*3 < runs*2 {
		t.Errorf("only %d of %d scenarios were within the bounds", compiled, runs)
	}
}
