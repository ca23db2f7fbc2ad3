package tui_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/whatif"
	"termsheet/scenarios"
	"termsheet/tui/field"
)

// TestDiscountReturns gives variants that take the offer away a discount: the offer
// of the scenario itself is back, as what-ifs assume.
func TestDiscountReturns(t *testing.T) {
	book, returned := rulebook(t), 0
	metric, _ := whatif.MetricOf(whatif.Software)
	for _, b := range scenarios.Builtins() {
		doc := open(t, b.Name)
		if doc.Scenarios()[0].Offer == nil {
			continue
		}
		edits := []scenarios.Edit{{Path: deal.P("offer"), Value: "false"}, {Path: deal.P("renew"), Value: `"auto"`}}
		if doc.Scenarios()[0].Contract != nil {
			edits = append(edits, scenarios.Edit{Path: deal.P("contract", "months"), Value: "12"})
		}
		doc, err := doc.AddVariant("Public", "")
		for i := range edits {
			edits[i].Variant = "Public"
		}
		if err == nil {
			doc, err = doc.Apply(edits...)
		}
		if err != nil {
			t.Fatal(err)
		}
		s := stage(t, doc, 120, 40).App().Session()
		s.ShowVariant("Public")
		engine := whatif.Engine{Conventions: book.Conventions(), Metric: metric, Returned: s.Returned()}
		assumed, words, err := engine.WithOffer(s.Scenario(), deal.P("offer", "discount"))
		if err != nil || !words.Returned {
			t.Fatalf("%s: %+v (%v)", b.Name, words, err)
		}
		assumed.Offer.Discount = decimal.New(7, -2)
		want, err := engine.Value(assumed)
		if err != nil {
			t.Fatal(err)
		}
		change, err := field.Discount(s).Change("7%")
		if err == nil {
			err = s.Apply("discount", change.Edits...)
		}
		if err != nil {
			t.Errorf("%s: %v", b.Name, err)
			continue
		}
		if returned++; s.Quote().Totals.Software != want {
			t.Errorf("%s: the offer comes to %s, the one assumed to %s", b.Name, s.Quote().Totals.Software, want)
		}
	}
	if returned < 3 {
		t.Errorf("only %d offers were back", returned)
	}
}

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

// TestSeekReturns takes the offer of the scenario itself where a variant goes
// without it, and what the answer said is what taking it over and the same discount
// come to.
func TestSeekReturns(t *testing.T) {
	s := stage(t, open(t, "negotiated-three-years"), 80, 24)
	for _, step := range [][2]string{
		{":variant On public terms", "183,142.44"},
		{":whatif seek", "Type what to reach. Base's offer of 36 months, nothing off: 152,069.60."},
		{":target 135,000", "Takes base's offer of 36 months; with no discount it comes to 152,069.60."},
		{":take", "discount 26%; this deal -48,169.96, now 134,972.48"},
		{":undo", "183,142.44"},
		{":back", ""},
		{":discount 26%", "discount none → 26%; this deal -48,169.96, now 134,972.48"},
		{"", "it comes to 152,069.60"},
		{"", "; takes base's"},
	} {
		if err := s.Line(step[0]); err != nil {
			t.Fatal(err)
		}
		wantOn(t, s, step[1])
	}
}

// TestOfferIsTold tells with the first discount what the offer does that it makes,
// and not with the next.
func TestOfferIsTold(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 80, 24)
	press(t, s, `d type:15 enter`)
	wantOn(t, s, "now 78,545.44; 3 variants too", "makes a private offer of 24 months; at list prices it comes to 92,406.40")
	press(t, s, `d type:16 enter`)
	wantOn(t, s, "discount 15% → 16%; this deal -923.92, now 77,621.52; 3 variants too")
}
