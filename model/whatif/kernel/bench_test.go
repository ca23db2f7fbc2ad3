package kernel_test

import (
	"testing"
	"time"

	"termsheet/model/pricing"
	"termsheet/model/whatif/internal/draw"
	"termsheet/model/whatif/kernel"
)

var sink int64

// BenchmarkQuote sets the kernel against the decimals, the same totals of the
// same scenario, in turns in one run.
func BenchmarkQuote(b *testing.B) {
	s, c := draw.Large(), draw.Readings()
	l, err := pricing.Lay(s, c, false)
	if err != nil {
		b.Fatal(err)
	}
	p, ok := kernel.Compile(l)
	if !ok {
		b.Fatal("the scenario is beyond the bounds")
	}
	b.ReportAllocs()
	for b.Loop() {
		sums := p.Totals()
		sink += sums.Of[0]
	}
	b.StopTimer()
	own := b.Elapsed() / time.Duration(b.N)
	const turns = 200
	began := time.Now()
	for range turns {
		_, totals, err := pricing.Charges(s, c)
		if err != nil {
			b.Fatal(err)
		}
		sink += int64(totals.Total)
	}
	peer := time.Since(began) / turns
	b.ReportMetric(float64(peer)/float64(own), "x-decimals")
}

// BenchmarkCompile is what it takes to make a program.
func BenchmarkCompile(b *testing.B) {
	s, c := draw.Large(), draw.Readings()
	b.ReportAllocs()
	for b.Loop() {
		l, err := pricing.Lay(s, c, false)
		if err != nil {
			b.Fatal(err)
		}
		if _, ok := kernel.Compile(l); !ok {
			b.Fatal("beyond the bounds")
		}
	}
}
