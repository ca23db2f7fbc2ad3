package field

import (
	"slices"
	"testing"

	"termsheet/scenarios"
	"termsheet/tui/session/begun"
)

// TestTermWords finds the deal's own terms by all the words for them.
func TestTermWords(t *testing.T) {
	s := begun.On(t, "overage")
	for word, want := range map[string]string{
		"term": "contract term", "length": "contract term", "Contract": "contract term", "horizon": "horizon", "months": "horizon",
		"renew": "renew", "start": "start", "accepted": "accepted", "discount": "discount", "hours": "hours", "trial": "trial",
	} {
		if cell, _, err := Find(s, []string{word, "1"}); err != nil || cell.Name != want {
			t.Errorf("%s is %q (%v), want %q", word, cell.Name, err, want)
		}
	}
}

// TestKeys finds each field in a file that writes all of them.
func TestKeys(t *testing.T) {
	const text = `product = "northwind-ngfw"
accepted = 2027-01-01
start = 2027-02-01
months = 24
renew = "auto"
hours = 720
[instance."m5.large"]
annual = 8
running = 10
[instance."m5.xlarge"]
load = [ { running = 4, share = "0.25" }, { running = 1, share = "0.75" } ]
[variant."Offer".offer]
months = 24
discount = "10%"
`
	doc, err := scenarios.Read("all.toml", []byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		variant, field, key string
		line                int
	}{
		{"base", "accepted", "", 2}, {"base", "start", "", 3}, {"base", "horizon", "", 4}, {"base", "renew", "", 5}, {"base", "hours", "", 6},
		{"base", "annual", "m5.large", 8}, {"base", "running", "m5.large", 9}, {"base", "running", "m5.xlarge", 11},
		{"Offer", "term", "", 13}, {"Offer", "discount", "", 14},
	} {
		lines := []int{}
		for _, path := range Keys(c.field, c.key) {
			lines = append(lines, doc.Where(c.variant, path).Line)
		}
		if !slices.Contains(lines, c.line) {
			t.Errorf("%s of %q is sought in the lines %v, and stands in %d", c.field, c.key, lines, c.line)
		}
	}
	for field, want := range map[string]string{"quantity": "contract.quantity.users", "use": "usage.users.level", "growth": "usage.users.growth"} {
		if got := Keys(field, "users")[0].String(); got != want {
			t.Errorf("%s is written under %s, want %s", field, got, want)
		}
	}
}
