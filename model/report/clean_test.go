package report

import (
	"slices"
	"testing"

	"termsheet/model/pricing"
)

func TestCells(t *testing.T) {
	for s, want := range map[string]int{"": 0, "m5.large": 8, "é": 1, "e\u0301": 1, "日本語": 6, "한국": 4, "😀": 2, "Ａ": 2, "␛": 1, "…": 1, "Ελλ": 3} {
		if got := cells(s); got != want {
			t.Errorf("%q takes %d, want %d", s, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  []string
	}{
		{"", 5, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one two three", 3, []string{"one", "two", "thr", "ee"}},
		{"a longword b", 5, []string{"a", "longw", "ord b"}},
		{`price_change.0.instance."m5.large".annual`, 30, []string{"price_change.0.instance.", `"m5.large".annual`}},
		{"日本語", 4, []string{"日本", "語"}},
		{"日本", 1, []string{"日", "本"}}, // a wide character needs its two cells
		{"  blanks \t\n go ", 20, []string{"blanks go"}},
	} {
		if got := wrap(c.in, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q in %d: %q, want %q", c.in, c.width, got, c.want)
		}
	}
}

func TestDearestMonth(t *testing.T) {
	first := &pricing.Charge{Date: day("2026-02-01"), Kind: pricing.Annual, Amount: usd("5000")}
	half := hours("2026-03", "0.26", "200")
	half.Date = day("2026-03-16")
	q := &pricing.Quote{Charges: []*pricing.Charge{first, hours("2026-02", "0.24", "350"), hours("2026-03", "0.26", "190"), half, hours("2026-04", "0.26", "380")}}
	if got := (Priced{Quote: q}).dearestMonth(); got != usd("390") {
		t.Errorf("got %s, want the two halves of March", got)
	}
}
