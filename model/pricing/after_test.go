package pricing

import (
	"reflect"
	"testing"

	"termsheet/model/calendar"
	"termsheet/model/deal"
)

// TestPriceTurned prices deals in which the charges of one type hang on the
// annuals of another.
func TestPriceTurned(t *testing.T) {
	p := ami([4]string{"a", "0.24", "1260", "0.096"}, [4]string{"b", "0.31", "1400", "0.1"})
	p.TrialDays = 20
	for _, c := range []struct {
		what       string
		x, now     string // annuals of a
		b          string // of b
		month, day int    // of the start
		trial      bool
		sharing    bool // b's charges are those of before
	}{
		{"one more", "2", "3", "1", 1, 1, false, true},
		{"fewer than run", "9", "3", "1", 1, 10, false, true},
		{"the last that divides a month is gone", "2", "0", "0", 1, 10, false, false},
		{"the first that divides a month", "0", "2", "0", 1, 10, false, false},
		{"the trial leaves b free where a is covered", "3", "5", "0", 1, 10, true, false},
	} {
		s := scenario(p, "2026-02-01", 24, need("a", c.x, "5"), need("b", c.b, "2.5"))
		s.Start, s.Trial = calendar.Date(2026, c.month, c.day), c.trial
		s.Accepted = s.Start
		before := price(t, s)
		turned := *s
		turned.Instances = []deal.Need{need("a", c.now, "5"), s.Instances[1]}
		got, err := PriceAfter(before, &turned, readings)
		want := price(t, &turned)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v (%v), want %v", c.what, got.Totals, got.Months, err, want.Totals)
		}
		if shared := last(got) == last(before); shared != c.sharing {
			t.Errorf("%s: the charges of b are shared: %v", c.what, shared)
		}
	}
}

func last(q *Quote) *Charge { return q.Charges[len(q.Charges)-1] }
