package book

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"termsheet/model/calendar"
)

// agreements writes a book of n rows: five years of starts, two keys, one row
// in seven of an account that has others.
func agreements(n int) []byte {
	var out bytes.Buffer
	out.WriteString(header)
	first := calendar.Date(2022, 1, 1)
	for i := range n {
		start := first + calendar.Day(i*7919%1700)
		renew := [2]string{"auto", "none"}[i%3/2]
		if i%4 == 3 {
			fmt.Fprintf(&out, "account-%07d,%s,%s,12,%s,hosts,,,%d,%d\n", i-i%7/6, start-5, start, renew, i%50, i%61)
		} else {
			fmt.Fprintf(&out, "account-%07d,%s,%s,12,%s,m5.large,%d,%d,,\n", i-i%7/6, start, start, renew, i%13, i%17)
		}
	}
	return out.Bytes()
}

// rowsOf parses a book.
func rowsOf(b testing.TB, list *Book, text []byte) []row {
	b.Helper()
	in := newReader(bytes.NewReader(text))
	if err := in.header(make([]byte, blockSize+longestLine)); err != nil {
		b.Fatal(err)
	}
	var rows []row
	for _, line := range bytes.Split(bytes.TrimSpace(text), []byte("\n"))[1:] {
		var fields [columnCount][]byte
		var r row
		if err := in.fields(line, &fields); err != nil {
			b.Fatal(err)
		}
		if err := list.parse(&fields, &r); err != nil {
			b.Fatal(err)
		}
		rows = append(rows, r)
	}
	return rows
}

// BenchmarkRows prices agreements in memory, an operation being a million, and
// sets that against the decimals.
func BenchmarkRows(b *testing.B) {
	const count, million = 100_000, 1_000_000
	list := bookOf(b, 12)
	rows := rowsOf(b, list, agreements(count))
	out := priced{make([]int64, len(list.months)), make([]int64, len(list.months))}
	b.ReportAllocs()
	for b.Loop() {
		for i := range million {
			if !list.price(&rows[i%count], &out) {
				b.Fatal("a row is beyond the bounds")
			}
		}
	}
	b.StopTimer()
	const peers, runs = 500, 9
	var own, peer []time.Duration
	for range runs { // in turn; what else the machine does only adds, so the least of each counts
		began := time.Now()
		for i := range rows {
			list.price(&rows[i], &out)
		}
		own = append(own, time.Since(began)/count)
		began = time.Now()
		for i := range peers {
			if err := list.reference(&rows[i*count/peers], &out); err != nil {
				b.Fatal(err)
			}
		}
		peer = append(peer, time.Since(began)/peers)
	}
	b.ReportMetric(float64(slices.Min(peer))/float64(slices.Min(own)), "x-decimals")
}

// BenchmarkRun goes from CSV to the report, an operation being a million rows.
func BenchmarkRun(b *testing.B) {
	list, text := bookOf(b, 12), agreements(1_000_000)
	if path := os.Getenv("BOOK"); path != "" { // kept for a run of the command
		if err := os.WriteFile(path, text, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		got, err := list.Run(context.Background(), bytes.NewReader(text), Options{})
		if err != nil || got.Agreements != 1_000_000 {
			b.Fatal(got, err)
		}
	}
}
