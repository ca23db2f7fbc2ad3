package tui_test

import (
	"testing"

	"termsheet/scenarios"
)

const twoTerms = `title   = "Terms"
product = "quillmere-desk"
start   = 2027-02-01

[contract]
months   = 12
quantity = { agents = 80 }

[variant."Ninety".contract.quantity]
agents = 90

[variant."Two years".contract]
months = 24
`

// TestAgainstTyped refuses a value in the same words while it is typed and when it
// is entered.
func TestAgainstTyped(t *testing.T) {
	doc, err := scenarios.Read("terms.toml", []byte(twoTerms), "")
	if err != nil {
		t.Fatal(err)
	}
	s := stage(t, doc, 120, 40)
	press(t, s, "down down down right 3 %")
	typed := s.Text()
	wantOn(t, s, `discount ! in variant "Two years", contract.months is 24, but the offer's term is 12 months; C clones`)
	press(t, s, "enter")
	if entered := s.Text(); entered != typed {
		t.Errorf("typed it is refused as\n%s\nentered as\n%s", typed, entered)
	}
}

// TestAgainst names the variant that an edit of the scenario itself is refused
// for, unless it is hidden from a buyer who looks on, and the way around it.
func TestAgainst(t *testing.T) {
	doc, err := scenarios.Read("terms.toml", []byte(twoTerms), "")
	if err != nil {
		t.Fatal(err)
	}
	s := stage(t, doc, 120, 40)
	for _, step := range []struct{ line, want string }{
		{":discount 3%", `! discount of a private offer: in variant "Two years", contract.months is 24, but the offer's term is 12 months; C`},
		{":hide Two years", "✓ Two years is hidden"},
		{":presenter on", ""},
		{":discount 3%", "! discount of a private offer: the rest of the file does not read with that; outside presenter view it is told why"},
		{":presenter off", ""},
		{"C", "Option 2 clones base"},
		{":discount 3%", "✓ discount none → 3%"},
		{":variant Two years", ""},
		{":set start 2027-13-01", "! set a value: "}, // of no variant
	} {
		if err := s.Line(step.line); err != nil {
			t.Fatal(err)
		}
		wantOn(t, s, step.want)
	}
}
