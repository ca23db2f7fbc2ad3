package pricing

import (
	"fmt"
	"testing"
)

// BenchmarkQuote prices a large scenario: its charges and totals alone, and
// its whole quote; the same with a third of its dimensions growing, whose
// unrounded figures run to 70 digits and more.
func BenchmarkQuote(b *testing.B) {
	for _, growing := range []int{0, 3} {
		s := large(growing)
		b.Run(fmt.Sprintf("charges/growing=%d", growing), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, totals, err := Charges(s, readings)
				if err != nil {
					b.Fatal(err)
				}
				sink += totals.Total
			}
		})
		b.Run(fmt.Sprintf("whole/growing=%d", growing), func(b *testing.B) {
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
}
