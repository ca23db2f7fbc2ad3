package tui_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/whatif"
	"termsheet/scenarios"
	"termsheet/tui/field"
)

// TestDiscountAsAssumed makes an offer of every deal on public terms: it is the one
// that what-ifs assume, whether the deal renews or not and however far it looks.
func TestDiscountAsAssumed(t *testing.T) {
	book, made := rulebook(t), 0
	metric, _ := whatif.MetricOf(whatif.Software)
	engine := whatif.Engine{Conventions: book.Conventions(), Metric: metric}
	for _, b := range scenarios.Builtins() {
		for _, edits := range [][]scenarios.Edit{nil,
			{{Path: deal.P("renew"), Value: `"auto"`}, {Path: deal.P("months"), Value: "40"}},
			{{Path: deal.P("renew"), Value: `"none"`}, {Path: deal.P("months"), Value: "40"}},
		} {
			doc, err := open(t, b.Name).Apply(edits...)
			if err != nil {
				t.Fatal(err)
			}
			s := stage(t, doc, 120, 40).App().Session()
			cell := field.Discount(s)
			if s.Scenario().Offer != nil || cell.Off != "" || s.Current().Err != nil {
				continue
			}
			assumed, _, err := engine.WithOffer(s.Scenario(), deal.P("offer", "discount"))
			if err != nil {
				continue
			}
			assumed.Offer.Discount = decimal.New(7, -2)
			want, err := engine.Value(assumed)
			if err != nil {
				t.Fatal(err)
			}
			change, err := cell.Change("7%")
			if err == nil {
				err = s.Apply("discount", change.Edits...)
			}
			if err != nil {
				t.Logf("%s: %v", b.Name, err)
				continue
			}
			if made++; s.Quote().Totals.Software != want {
				t.Errorf("%s with %v: the offer comes to %s, the one assumed to %s", b.Name, edits, s.Quote().Totals.Software, want)
			}
		}
	}
	if made < 20 {
		t.Errorf("only %d offers were made", made)
	}
}
