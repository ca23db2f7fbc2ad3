package pricing

import "testing"

// BenchmarkQuote prices a large scenario: its charges and totals alone, and
// its whole quote.
func BenchmarkQuote(b *testing.B) {
	s := large()
	b.Run("charges", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, totals, err := Charges(s, readings)
			if err != nil {
				b.Fatal(err)
			}
			sink += totals.Total
		}
	})
	b.Run("whole", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			q, err := Price(s, readings)
			if err != nil {
				b.Fatal(err)
			}
			sink += q.Totals.Total
		}
	})
}
