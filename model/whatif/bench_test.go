package whatif_test

import (
	"context"
	"maps"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/whatif"
	"termsheet/model/whatif/internal/draw"
	"termsheet/model/whatif/kernel"
)

var sink int64

// upTo is an axis of whole values from 1 to n.
func upTo(b *testing.B, s *deal.Scenario, p string, n int64) whatif.Axis {
	b.Helper()
	in, err := deal.Find(s, path(b, p))
	if err != nil {
		b.Fatal(err)
	}
	a := whatif.Axis{Input: in}
	for v := range n {
		a.Values = append(a.Values, decimal.NewFromInt(v+1))
	}
	return a
}

// heapGrowth is by how many percent the application lets its memory grow before
// it is collected (cmd/termsheet).
const heapGrowth = 400

// took is the median and the least time of each job, run in turn with the others.
// Two cores are compared by the least: what else the machine does only adds, and
// adds more where both are needed.
func took(runs int, jobs ...func()) (medians, least []time.Duration) {
	times := make([][]time.Duration, len(jobs))
	for range runs {
		for i, job := range jobs {
			began := time.Now()
			job()
			times[i] = append(times[i], time.Since(began))
		}
	}
	for i := range times {
		slices.Sort(times[i])
		medians, least = append(medians, times[i][runs/2]), append(least, times[i][0])
	}
	return medians, least
}

// BenchmarkSweep is a sweep of a million combinations of the annuals of two
// types, and of annuals against what runs of the same type, where nothing can
// be summed ahead for a line of the grid. Its peers: every combination on its
// own in the same kernel, and one core: with the heap growing as the application
// lets it, and as Go does by itself, where each grid has the last one collected on
// whichever core is free.
func BenchmarkSweep(b *testing.B) {
	const side = 1000
	s, e := draw.Large(), engine(b, whatif.Software)
	for name, second := range map[string]string{"two-types": `instance."m5.4xlarge".annual`, "one-type": `instance."m5.1xlarge".running`} {
		b.Run(name, func(b *testing.B) {
			x, y := upTo(b, s, `instance."m5.1xlarge".annual`, side), upTo(b, s, second, side)
			run := func(workers int) func() {
				return func() {
					g, err := e.Sweep(context.Background(), s, x, &y, workers)
					if err != nil {
						b.Fatal(err)
					}
					sink += int64(g.At(side-1, side-1))
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				run(1)()
			}
			b.StopTimer()
			medians, least := took(301, run(1), run(2))
			brute := bruteForce(b, s, second, side, side/50) * 50
			b.ReportMetric(float64(brute)/float64(medians[0]), "x-brute-force")
			b.ReportMetric(float64(least[0])/float64(least[1]), "x-one-core-by-itself")
			defer debug.SetGCPercent(debug.SetGCPercent(heapGrowth))
			_, least = took(301, run(1), run(2))
			b.ReportMetric(float64(least[0])/float64(least[1]), "x-one-core")
		})
	}
}

// bruteForce prices rows of the grid point by point, all charges of each.
func bruteForce(b *testing.B, s *deal.Scenario, second string, side, rows int64) time.Duration {
	b.Helper()
	l, err := pricing.Lay(s, draw.Readings(), false)
	if err != nil {
		b.Fatal(err)
	}
	other := kernel.Input{Key: "m5.4xlarge", Kind: pricing.Annual}
	if second == `instance."m5.1xlarge".running` {
		other = kernel.Input{Key: "m5.1xlarge", Kind: pricing.Hourly}
	}
	p, ok := kernel.Compile(l, kernel.Input{Key: "m5.1xlarge", Kind: pricing.Annual}, other)
	if !ok || !p.Turns(0, side) || !p.Turns(1, side) {
		b.Fatal("beyond the bounds")
	}
	began := time.Now()
	for y := range rows {
		p.Set(1, y+1)
		for x := range side {
			p.Set(0, x+1)
			sums := p.Totals()
			sink += sums.Of[0]
		}
	}
	return time.Since(began)
}

// BenchmarkKeystroke is a sweep of 10,000 points after an edit, as a pane asks
// for it: annuals against what runs, against an offer's discount, and against
// the horizon.
func BenchmarkKeystroke(b *testing.B) {
	const side = 100
	e := engine(b, whatif.Software)
	for _, second := range []string{`instance."m5.1xlarge".running`, "offer.discount", "months"} {
		b.Run(second, func(b *testing.B) {
			s := draw.Large()
			if second == "offer.discount" {
				s.Offer = &deal.Offer{Months: 12}
			}
			x, y := upTo(b, s, `instance."m5.1xlarge".annual`, side), upTo(b, s, second, side)
			if y.Input.Unit == deal.Percent {
				for i := range y.Values {
					y.Values[i] = y.Values[i].Shift(-2)
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := e.Sweep(context.Background(), s, x, &y, 2); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// profile is a year of running counts, hour by hour: a base with a working day
// on top, and less at the weekend.
func profile(kind int64) []int64 {
	hours := make([]int64, 8760)
	for h := range hours {
		hour, day := int64(h%24), int64(h/24)
		hours[h] = 800 + 37*kind + day%7*13
		if hour >= 7 && hour < 20 && day%7 < 5 {
			hours[h] += 40*(6-max(hour-13, 13-hour)) + day%11*9
		}
	}
	return hours
}

// yearsOf makes a scenario of ten types that run by the hour.
func yearsOf(b *testing.B, hours [][]int64) []pricing.Year {
	b.Helper()
	s := draw.Large()
	for i := range s.Instances {
		counts := map[int64]int64{}
		for _, n := range hours[i] {
			counts[n]++
		}
		load := deal.Load{Total: decimal.NewFromInt(8760)}
		for _, n := range slices.Backward(slices.Sorted(maps.Keys(counts))) { // as a profile is read
			load.Steps = append(load.Steps, deal.Step{Running: decimal.NewFromInt(n), Weight: decimal.NewFromInt(counts[n])})
		}
		s.Instances[i].Running, s.Instances[i].Load = nil, load
	}
	years, err := pricing.Years(s, draw.Readings())
	if err != nil {
		b.Fatal(err)
	}
	return years
}

// BenchmarkBest finds the best X of ten types from 8,760 hours each: once
// compiled, and from the loads as a profile is read, compiling them each time.
// Its peer looks at every hour for every X.
func BenchmarkBest(b *testing.B) {
	var hours [][]int64
	for kind := range int64(10) {
		hours = append(hours, profile(kind))
	}
	years := yearsOf(b, hours)
	var compiled [10]*kernel.Year
	compile := func() {
		for i := range years {
			k, ok := kernel.CompileYear(&years[i])
			if !ok {
				b.Fatal("beyond the bounds")
			}
			compiled[i] = k
		}
	}
	var best [10]int64
	search := func() {
		for i, k := range compiled {
			best[i] = k.Best()
		}
	}
	brute := func() {
		for i, k := range compiled {
			if got := everyX(k, hours[i]); got != best[i] {
				b.Fatalf("best X of type %d is %d, every X says %d", i, best[i], got)
			}
		}
	}
	compile()
	for name, job := range map[string]func(){"compiled": search, "from-loads": func() { compile(); search() }} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				job()
			}
			b.StopTimer()
			own := b.Elapsed() / time.Duration(b.N)
			peer, _ := took(5, brute)
			b.ReportMetric(float64(peer[0])/float64(own), "x-every-X")
		})
	}
}

// everyX sums what is uncovered in every hour for every number of annuals.
func everyX(k *kernel.Year, hours []int64) int64 {
	best, least := int64(0), int64(-1)
	for x := range k.Top() + 1 {
		uncovered := int64(0)
		for _, n := range hours {
			uncovered += max(n-x, 0)
		}
		sink += uncovered
		if cost := k.Cost(x); least < 0 || cost < least {
			best, least = x, cost
		}
	}
	return best
}
