package whatif

import (
	"testing"

	"termsheet/model/whatif"
)

// TestTurn finds where a row of a sweep is at its best between worse ones.
func TestTurn(t *testing.T) {
	const none = int64(whatif.None)
	for _, c := range []struct {
		row  []int64
		more bool
		want int
	}{
		{[]int64{5, 3, 4}, false, 1},
		{[]int64{5, 3, 3, 4}, false, 1},
		{[]int64{3, 4, 5}, false, -1},
		{[]int64{5, 4, 3}, false, -1},
		{[]int64{3, 3, 3}, false, -1},
		{[]int64{3, 5, 4}, false, -1},
		{[]int64{3, 5, 4}, true, 1},
		{[]int64{5, none, 3, 4}, false, -1},
	} {
		if got := turn(c.row, c.more); got != c.want {
			t.Errorf("%v (more is better: %t): got %d, want %d", c.row, c.more, got, c.want)
		}
	}
}
