package scenarios_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/scenarios"
)

// TestWorkedCases prices whole scenarios whose every charge was worked out
// independently, with exact fractions.
func TestWorkedCases(t *testing.T) {
	files, err := filepath.Glob("testdata/worked/*.csv")
	if err != nil || len(files) != 3 {
		t.Fatalf("found %d worked cases (%v), want 3", len(files), err)
	}
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			doc, err := scenarios.Open(strings.TrimSuffix(file, "csv") + "toml")
			if err != nil {
				t.Fatal(err)
			}
			want := worked(t, file)
			for _, s := range doc.Scenarios() {
				q, err := pricing.Price(s, book.Conventions())
				if err != nil {
					t.Fatal(err)
				}
				compare(t, s.Variant, lines(q), want[s.Variant])
				delete(want, s.Variant)
			}
			for variant := range want {
				t.Errorf("variant %s was not priced", variant)
			}
		})
	}
}

// worked reads the wanted lines of each variant, "date kind key" to amount.
func worked(t *testing.T, file string) map[string]map[string]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]map[string]string{}
	for _, r := range rows[1:] {
		if want[r[0]] == nil {
			want[r[0]] = map[string]string{}
		}
		want[r[0]][strings.Join(r[1:4], " ")] = r[4]
	}
	return want
}

// lines are a quote's charges and totals as the wanted files write them.
func lines(q *pricing.Quote) map[string]string {
	got := map[string]string{}
	for _, c := range q.Charges {
		got[strings.Join([]string{c.Date.String(), c.Kind.String(), c.Key}, " ")] = c.Amount.String()
	}
	for key, a := range map[string]money.Amount{
		"annual": q.Totals.Annual, "hourly": q.Totals.Hourly, "contract": q.Totals.Contract, "usage": q.Totals.Usage,
		"infrastructure": q.Totals.Infrastructure, "software": q.Totals.Software, "total": q.Totals.Total,
		"hourly_only": q.Comparison.HourlyOnly, "savings": q.Comparison.Savings,
	} {
		got[" total "+key] = a.String()
	}
	return got
}

func compare(t *testing.T, variant string, got, want map[string]string) {
	t.Helper()
	for key, amount := range want {
		if got[key] != amount {
			t.Errorf("%s: %s: got %q, want %s", variant, key, got[key], amount)
		}
	}
	for key, amount := range got {
		if _, ok := want[key]; !ok {
			t.Errorf("%s: %s: got %s, which is not wanted", variant, key, amount)
		}
	}
}
