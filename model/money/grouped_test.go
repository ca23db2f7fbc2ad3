package money

import (
	"testing"

	"github.com/shopspring/decimal"
)

func TestUngrouped(t *testing.T) {
	for s, want := range map[string]string{
		"1260": "1260", "1,260": "1260", "12,600.50": "12600.50", "-1,260": "-1260", "1,234,567.891": "1234567.891", "": "", "260": "260", "lots": "lots",
	} {
		if got, err := Ungrouped(s); got != want || err != nil {
			t.Errorf("%s: got %q (%v)", s, got, err)
		}
	}
	for s, want := range map[string]string{
		"4,5,6": "456", "3,5": "3.5 or 35", "1,2,3": "123", "0,240": "0.240", "1,26": "1.26 or 126", "1260,": "1260", ",260": "260",
		"1,260,5": "12605", "1.5,5": "15.5", "1,2600": "1.2600 or 12600", "1260,500": "1260.500 or 1260500", "1,,260": "1260", "1.260,50": "1260.50",
	} {
		got, err := Ungrouped(s)
		if e, ok := err.(*GroupError); got != "" || !ok || e.Text != s || e.Instead != want {
			t.Errorf("%s: got %q (%v)", s, got, err)
		}
	}
	if a, err := ParseGrouped("12,600.50"); err != nil || a.String() != "12600.50" {
		t.Errorf("got %s (%v)", a, err)
	}
}

func TestSignedAndPercent(t *testing.T) {
	for a, want := range map[Amount]string{123456789: "+1,234,567.89", 0: "0.00", -120050: "-1,200.50"} {
		if got := a.Signed(); got != want {
			t.Errorf("%d cents are written %s, want %s", a, got, want)
		}
	}
	for share, want := range map[string]string{"0.15": "15%", "0.1250": "12.5%", "1": "100%", "0": "0%", "-0.00500": "-0.5%", "12": "1200%"} {
		if got := Percent(decimal.RequireFromString(share)); got != want {
			t.Errorf("%s is written %s, want %s", share, got, want)
		}
	}
}
