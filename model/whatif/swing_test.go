package whatif

import (
	"testing"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/whatif/internal/draw"
)

// TestCounted wants the quantities of one number to be swung in whole numbers:
// lists, loads and rates are left to the decimals.
func TestCounted(t *testing.T) {
	s := draw.Large()
	m, _ := MetricOf(Software)
	e := &Engine{Conventions: draw.Readings(), Metric: m}
	now, err := e.Value(s)
	if err != nil {
		t.Fatal(err)
	}
	w, scratch := e.swinging(s, now), s.Clone()
	for name, want := range map[string]bool{
		`instance."m5.1xlarge".annual`: true, `instance."m5.10xlarge".annual`: true, "price_change.0.announced": false, `price_change.0.instance."m5.1xlarge".hourly`: false,
	} {
		p, err := deal.ParsePath(name)
		if err != nil {
			t.Fatal(err)
		}
		in, err := deal.Find(s, p)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.counted(&in, decimal.New(8, -1), decimal.New(12, -1), scratch, &Swing{}); got != want {
			t.Errorf("%s: got %t", name, got)
		}
	}
}
