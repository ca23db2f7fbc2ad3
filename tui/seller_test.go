package tui_test

import (
	"strings"
	"testing"
)

// sold is a deal whose every figure of the seller's is unmistakable.
const sold = `title = "Sold through a partner"
product = "quillmere-desk"
start = 2027-01-01
[contract]
quantity = { agents = 1666 }
[usage.agents]
level = 1700
[offer]
months = 36
expires = 2027-01-31
[offer.dimension.agents]
contract = "600"
usage = "0.05"
[seller] # termsheet: allow CCP-3 the secret of QQKEEPQQ
floor = "91.9137%"
reseller = "7.7731%"
country = "KR"
metering_loss = "3.3717%"
notes = "ZZNOTESZZ are for us alone"
[variant."At a renewal"]
[variant."At a renewal".seller]
renewal = true
notes = "YYVARIANTYY"
`

// TestSeller tells fee, bracket, cliff, margin, what is never billed, the net,
// the floor and the notes, and each invoice.
func TestSeller(t *testing.T) {
	s := stage(t, written(t, sold), 120, 40)
	press(t, s, "$")
	wantOn(t, s, "listing fee 4.5 %", "FEE-2", "999,600.00", "bracket of 3 % from 0 to below 1,000,000, then 2 %",
		"Just below a bracket: from 1,000,000.00", "partner's margin", "7.7731 % on the wholesale price",
		"never billed", "3.3717 % of the records never arrive", "seller's net", "floor", "91.9137 %", "ZZNOTESZZ", "KR",
		"2027-01-01 contract", "2027-02-01 metered", "together")
	press(t, s, "end")
	wantOn(t, s, "2029-12-01 metered", "of 37")
	press(t, s, "o")
	wantOn(t, s, "Rule FEE-2", "Its numbers", "Sources")
	press(t, s, "esc e")
	wantOn(t, s, "seller.net", "FEE-7")
	press(t, s, "esc esc v $")
	wantOn(t, s, "listing fee 3 %", "PRV-10", "a renewal has one fee", "YYVARIANTYY")
	if strings.Contains(s.Text(), "ZZNOTESZZ") {
		t.Error("the variant shows the scenario's notes")
	}
}

// TestPublicSeller has no brackets, and no lines for what there is not.
func TestPublicSeller(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 80, 24)
	press(t, s, "$")
	wantOn(t, s, "public sales have no brackets", "listing fee 20 %", "FEE-1", "19,003.12", "76,012.48")
	if screen := s.Text(); strings.Contains(screen, "partner's margin") || strings.Contains(screen, "never billed") {
		t.Errorf("there is no partner and no usage:\n%s", screen)
	}
}

// TestFeeInFull tells the rule of the listing fee whole, or only which one it is:
// half of it would name another fee.
func TestFeeInFull(t *testing.T) {
	for _, c := range []struct {
		w, h       int
		has, lacks string
	}{
		{120, 40, "machine learning.", "(key o)"},
		{80, 24, "FEE-1 (key o)", "public sale is"},
	} {
		s := stage(t, open(t, "covered-baseline"), c.w, c.h)
		press(t, s, "$")
		wantOn(t, s, c.has)
		if strings.Contains(s.Text(), c.lacks) {
			t.Errorf("at %dx%d the rule is not whole:\n%s", c.w, c.h, s.Text())
		}
	}
}
