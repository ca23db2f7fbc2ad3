package report

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/whatif"
	agreements "termsheet/model/whatif/book"
)

// swept is a sweep of the annuals and the hours of a type.
func swept(t *testing.T, x, y string) Swept {
	t.Helper()
	s := scenario()
	s.Product = &listing.Product{ID: "p", Title: "P", Delivery: listing.AMI, Instances: []listing.Instance{{Type: "a-type-with-a-long-name.32xlarge",
		InstanceRates: listing.InstanceRates{Hourly: listing.Of(dec("123.456")), Annual: listing.Of(dec("654321.99"))}}}}
	s.Start, s.Accepted, s.Months = day("2026-02-01"), day("2026-02-01"), 12
	s.Instances = []deal.Need{{Type: "a-type-with-a-long-name.32xlarge", Annual: dec("3"), Running: deal.Series{dec("500")}}}
	e := whatif.Engine{Conventions: pricing.Conventions{NoticeDays: 90, HoursPerMonth: 730, HoursPerYear: 8760, AnnualMonths: 12, YearDays: 365, DefaultMonths: 12}}
	e.Metric, _ = whatif.MetricOf(whatif.Software)
	across, err := whatif.ParseAxis(s, x)
	if err != nil {
		t.Fatal(err)
	}
	var down *whatif.Axis
	if y != "" {
		a, err := whatif.ParseAxis(s, y)
		if err != nil {
			t.Fatal(err)
		}
		down = &a
	}
	g, err := e.Sweep(context.Background(), s, across, down, 1)
	if err != nil {
		t.Fatal(err)
	}
	return Swept{Scenario: s, Grid: g}
}

// TestWhatifsFit sees that long what-ifs keep to the width of a report, and that
// the scenario's own point stays among those that are shown.
func TestWhatifsFit(t *testing.T) {
	const annual, running = `instance."a-type-with-a-long-name.32xlarge".annual=0..999`, `instance."a-type-with-a-long-name.32xlarge".running=1..900`
	far := func(n int64) whatif.Point { return whatif.Point{X: n, Cost: usd("98765432109.87")} }
	path := deal.P("price_change", "10", "instance", "a-type-with-a-long-name.32xlarge", "hourly")
	for name, c := range map[string]struct {
		write func(io.Writer) error
		has   string
		lines int
	}{
		"line": {func(w io.Writer) error { return SweepText(w, swept(t, annual, "")) }, "  <  ", 70},
		"grid": {func(w io.Writer) error { return SweepText(w, swept(t, annual, running)) }, ">", 300},
		"best": {func(w io.Writer) error {
			return BestText(w, Best{scenario(), []whatif.Best{{Key: "a-type-with-a-long-name.32xlarge", X: 100000, Cost: usd("98765432109.87"), From: 99999, To: 100001,
				Fewer: far(99997), More: far(100003), Own: far(5), HoursPerYear: "5250.00", Utilisation: "59.93", Curve: []whatif.Point{far(5), far(99997), far(100000)}}}})
		}, "even for an instance", 40},
		"tornado": {func(w io.Writer) error {
			return TornadoText(w, Swung{scenario(), whatif.Software, "20%", usd("98765432109.87"), []whatif.Swing{
				{Path: path, Value: "1", Low: usd("88765432109.87"), High: whatif.None}, {Path: path, Value: "0", Low: usd("98765432109.87"), High: usd("98765432109.87")}}})
		}, "#####|", 20},
		"diff": {func(w io.Writer) error {
			return DiffText(w, Differs{scenario(), scenario(), &whatif.Difference{Metric: whatif.Software, Before: usd("1"), After: usd("98765432109.87"),
				Changes: []whatif.Change{{Path: path, From: "0.24", To: "", Joined: true}, {Path: path, From: strings.Repeat("12.5, ", 40), To: "1", Effect: usd("98765432108.87")}}}})
		}, "with the next", 60},
		"book": {func(w io.Writer) error {
			month := agreements.Month{First: day("2026-03-01"), Before: usd("98765432109.87"), After: usd("98765432209.87")}
			return BookText(w, Laid{scenario(), &agreements.Report{From: day("2026-03-01"), To: day("2027-03-01"), Agreements: 3, Accounts: 2, Affected: 1, After: month.After, Before: month.Before,
				Months: []agreements.Month{month}, Skipped: 4, Bad: []*agreements.BadRow{{Line: 7, Message: "what a row"}},
				Worst: []agreements.Account{{Name: strings.Repeat("long\x1b[31m ", 12), Delta: 5, First: month.First}}}})
		}, "and 3 more", 40},
		"seek": {func(w io.Writer) error {
			return SeekText(w, Sought{Scenario: scenario(), Found: &whatif.Found{Metric: whatif.Software, By: path, Target: usd("1"), Step: "0.005",
				Answers: []whatif.Answer{{Value: "0.005", Total: usd("98765432109.87"), Miss: usd("98765432108.87"), Breaks: []string{"ANN-3", "ANN-4", "ANN-10", "CHG-4", "PRV-3"}}}}})
		}, "out of reach", 20},
	} {
		text := string(written(t, c.write))
		lines := strings.Split(text, "\n")
		for _, line := range lines {
			if cells(line) > columns || strings.Contains(line, "\x1b") {
				t.Errorf("%s: %q is %d wide", name, line, cells(line))
			}
		}
		if len(lines) > c.lines || !strings.Contains(text, c.has) {
			t.Errorf("%s has %d lines, %q is in it: %t\n%s", name, len(lines), c.has, strings.Contains(text, c.has), text)
		}
	}
}

// TestMillions sees that CSV and JSON of a sweep have every point, and that an
// error of what is written to comes through.
func TestMillions(t *testing.T) {
	s := swept(t, `instance."a-type-with-a-long-name.32xlarge".annual=0..999`, `instance."a-type-with-a-long-name.32xlarge".running=1..20`)
	s.Rows[3][7] = whatif.None
	text := string(written(t, func(w io.Writer) error { return SweepCSV(w, s) }))
	if n := strings.Count(text, "\r\n"); n != 20_001 || !strings.Contains(text, "\r\n7,4,\r\n") {
		t.Errorf("%d lines of CSV", n)
	}
	text = string(written(t, func(w io.Writer) error { return SweepJSON(w, s) }))
	if n := strings.Count(text, `{"x"`); n != 20_000 || !strings.Contains(text, `{"x": "7", "y": "4", "value": null}`) {
		t.Errorf("%d points of JSON", n)
	}
	full := errors.New("full")
	for _, write := range []func(io.Writer, Swept) error{SweepCSV, SweepJSON} {
		if err := write(&small{full: full}, s); !errors.Is(err, full) {
			t.Errorf("got %v", err)
		}
	}
}

// small takes a few bytes and then no more.
type small struct {
	bytes.Buffer
	full error
}

func (s *small) Write(p []byte) (int, error) {
	if s.Len() > 100 {
		return 0, s.full
	}
	return s.Buffer.Write(p)
}

func TestBar(t *testing.T) {
	for _, c := range []struct {
		part, whole money.Amount
		want        string
	}{{0, 10, ""}, {5, 10, "##"}, {10, 10, "####"}, {1, 100, "#"}, {-5, 10, ""}, {5, 0, ""}} {
		if got := bar(c.part, c.whole, 4); got != c.want {
			t.Errorf("%d of %d is %q, want %q", c.part, c.whole, got, c.want)
		}
	}
}
