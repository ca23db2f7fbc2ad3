package chart

import (
	"testing"

	"pgregory.net/rapid"

	"termsheet/tui/theme"
)

// TestEqualSteps holds the value axis to its word: two labels at least, and as
// many rows for a step as for any other.
func TestEqualSteps(t *testing.T) {
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.IntRange(2, 40).Draw(t, "rows")
		low := -rapid.Int64Range(0, 1e11).Draw(t, "below") * rapid.Int64Range(0, 1).Draw(t, "negative")
		high := rapid.Int64Range(evenLeast, 1e12).Draw(t, "above")
		s := newScale([]int64{low, high}, true)
		values := map[string]int64{}
		wide, ticks := s.labelled([]int64{low, 0, high / 3, high / 2, high}, rows, func(v int64) string {
			values[cents(v)] = v
			return cents(v)
		}, &th)
		if wide.lo > low || wide.hi < high || len(ticks) < 2 {
			t.Fatalf("%+v does not hold %d to %d with %+v", wide, low, high, ticks)
		}
		if len(ticks) == len(values) && len(ticks) < 3 {
			return
		}
		for i := 2; i < len(ticks); i++ {
			a := values[ticks[i-2].label] - values[ticks[i-1].label]
			b := values[ticks[i-1].label] - values[ticks[i].label]
			over, under := ticks[i-1].row-ticks[i-2].row, ticks[i].row-ticks[i-1].row
			if a == b && over != under {
				t.Fatalf("in %d rows equal steps are %d and %d rows: %+v", rows, over, under, ticks)
			}
		}
	})
}
