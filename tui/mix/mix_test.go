package mix

import (
	"testing"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/tui/chart"
)

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestCoverage(t *testing.T) {
	load := deal.Load{Total: d("1"), Steps: []deal.Step{{Running: d("6"), Weight: d("0.30")}, {Running: d("2"), Weight: d("0.70")}}}
	for name, c := range map[string]struct {
		need  deal.Need
		month int
		want  chart.Coverage
	}{
		"part covered":   {deal.Need{Annual: d("8"), Running: deal.Series{d("10")}}, 0, chart.Coverage{Covered: 800, Uncovered: 200, Full: 1000}},
		"too many":       {deal.Need{Annual: d("12"), Running: deal.Series{d("10")}}, 0, chart.Coverage{Covered: 1000, Idle: 200, Full: 1000}},
		"nothing runs":   {deal.Need{Annual: d("4")}, 0, chart.Coverage{Idle: 400, Full: 1000}},
		"by month":       {deal.Need{Annual: d("1"), Running: deal.Series{d("1"), d("3")}}, 1, chart.Coverage{Covered: 100, Uncovered: 200, Full: 1000}},
		"later on":       {deal.Need{Running: deal.Series{d("1"), d("3")}}, 9, chart.Coverage{Uncovered: 300, Full: 1000}},
		"part of hours":  {deal.Need{Annual: d("2"), Load: load}, 0, chart.Coverage{Covered: 200, Uncovered: 120, Full: 1000}},
		"idle in part":   {deal.Need{Annual: d("6"), Load: load}, 0, chart.Coverage{Covered: 320, Idle: 280, Full: 1000}},
		"by the profile": {deal.Need{Load: deal.Load{Total: d("4"), Steps: []deal.Step{{Running: d("2"), Weight: d("1")}, {Running: d("0"), Weight: d("3")}}}}, 0, chart.Coverage{Uncovered: 50, Full: 1000}},
	} {
		if got := coverage(c.need, c.need.Annual, c.month, 1000); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

func TestShownRunning(t *testing.T) {
	load := func(counts ...string) deal.Load {
		l := deal.Load{Total: d("1")}
		for _, c := range counts {
			l.Steps = append(l.Steps, deal.Step{Running: d(c), Weight: d("0.1")})
		}
		return l
	}
	for _, c := range []struct {
		need deal.Need
		w    int
		want string
	}{
		{deal.Need{Running: deal.Series{d("10")}}, 5, "10"},
		{deal.Need{Running: deal.Series{d("10"), d("12")}}, 5, "10>12"},
		{deal.Need{Load: load("6", "2")}, 5, "6|2"},
		{deal.Need{Load: load("1", "2", "3", "4", "5")}, 5, "1-5"},
	} {
		if got := Running(c.need, c.w); got != c.want {
			t.Errorf("%+v in %d cells is %q, want %q", c.need, c.w, got, c.want)
		}
	}
}

// TestFit never gives away more than there is.
func TestFit(t *testing.T) {
	for w := 40; w < 260; w++ {
		c := fit(w, w%40)
		if sum := pointer + c.name + c.x + c.y + c.bar + c.month + c.diff + c.metered + c.hourly + c.annual + c.even + c.best; sum > w {
			t.Errorf("%d cells are given of %d", sum, w)
		}
	}
}
