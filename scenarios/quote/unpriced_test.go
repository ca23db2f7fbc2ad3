package quote

import (
	"testing"

	"termsheet/scenarios"
)

// TestUnpricedVariant says of which variant a rate is missing, where the variant asks
// for it, and says once what is missing of the scenario itself.
func TestUnpricedVariant(t *testing.T) {
	const head = "product = \"fernlocke-guard\"\nstart = 2026-03-01\n[contract]\nquantity = { nodes = 1 }\n"
	for text, want := range map[string]string{
		head + "months = 12\n[variant.short.contract]\nmonths = 5\n":       `deal.toml:7:1: in variant "short", nodes has no contract rate for 5 months on 2026-03-01; choose a term that is on the list`,
		head + "months = 5\n[variant.more.contract.quantity]\nnodes = 2\n": `deal.toml:4:14: nodes has no contract rate for 5 months on 2026-03-01; choose a term that is on the list`,
	} {
		doc, err := scenarios.Read("deal.toml", []byte(text), "")
		if err != nil {
			t.Fatal(err)
		}
		if _, err = Of(doc, book(t), Options{}); err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
}
