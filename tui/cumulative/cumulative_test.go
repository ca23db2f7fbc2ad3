package cumulative

import (
	"strings"
	"testing"

	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/chart"
	"termsheet/tui/theme"
)

func months(values ...money.Amount) []pricing.Month {
	var list []pricing.Month
	for i, v := range values {
		list = append(list, pricing.Month{First: calendar.Date(2027, 1+i, 1), Software: v})
	}
	return list
}

// TestCrossover finds the month from which a deal that began dearer is cheaper.
func TestCrossover(t *testing.T) {
	for name, c := range map[string]struct {
		deal, hourly []money.Amount
		want         string
	}{
		"upfront pays back":      {[]money.Amount{1000, 0, 0, 0}, []money.Amount{400, 400, 400, 400}, "2027-03"},
		"never pays back":        {[]money.Amount{9000, 0, 0, 0}, []money.Amount{400, 400, 400, 400}, ""},
		"cheaper all along":      {[]money.Amount{100, 100, 100, 100}, []money.Amount{400, 400, 400, 400}, ""},
		"equal is not cheaper":   {[]money.Amount{800, 0, 0, 0}, []money.Amount{400, 400, 0, 0}, ""},
		"equal, then cheaper":    {[]money.Amount{800, 0, 0, 0}, []money.Amount{400, 400, 0, 1}, "2027-04"},
		"dearer, then cheaper":   {[]money.Amount{100, 900, 0, 0}, []money.Amount{400, 400, 400, 400}, "2027-03"},
		"renewed and dear again": {[]money.Amount{1000, 0, 0, 9000}, []money.Amount{400, 400, 400, 400}, "2027-03"},
	} {
		q := &pricing.Quote{Start: calendar.Date(2027, 1, 1), End: calendar.Date(2027, 5, 1), Months: months(c.deal...),
			Comparison: &pricing.Comparison{Months: months(c.hourly...)}}
		day, ok := Crossover(q)
		got := ""
		if ok {
			got = day.Month()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if _, ok := Crossover(&pricing.Quote{}); ok {
		t.Error("a deal is cheaper than nothing")
	}
}

func TestByMonth(t *testing.T) {
	points := byMonth(months(500, 0, 250), calendar.Date(2027, 1, 15), software)
	want := []int64{500, 500, 750}
	for i, p := range points {
		if p.Value != want[i] {
			t.Errorf("after month %d it is %d, want %d", i, p.Value, want[i])
		}
	}
	if points[0].Day != int(calendar.Date(2027, 1, 15)) {
		t.Error("money is shown before the deal begins")
	}
}

// TestCrossings marks where this deal crosses the variants, with their signs,
// where the chart is high enough.
func TestCrossings(t *testing.T) {
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	start := calendar.Date(2027, 1, 1)
	q := &pricing.Quote{Start: start, End: calendar.Date(2027, 5, 1), Months: months(1000, 0, 0, 900), Comparison: &pricing.Comparison{Months: months(400, 400, 400, 400)}}
	list := []chart.Series{{Points: byMonth(q.Months, start, software)}, {Name: hourlyOnly, Points: byMonth(q.Comparison.Months, start, software)},
		{Points: byMonth(months(1500, 0, 0, 0), start, software)}, {Points: byMonth(months(500, 600, 0, 0), start, software)}}
	for h, want := range map[int]string{
		13: "cheaper from 2027-03",
		14: "cheaper from 2027-03, over ◆ from 2027-04, under ◇ from 2027-02, over ◇ from 2027-04",
	} {
		var got []string
		marks, cheaper := crossings(&th, q, list, h)
		for _, m := range marks {
			got = append(got, m.Label)
		}
		if text := strings.Join(got, ", "); text != want || cheaper != "cheaper from 2027-03" {
			t.Errorf("in %d lines: %s, want %s", h, text, want)
		}
	}
}
