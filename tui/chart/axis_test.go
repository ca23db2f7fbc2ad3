package chart

import (
	"testing"

	"pgregory.net/rapid"
)

// TestSpanOfColumn finds the days of a column: those that are drawn there, and
// where days are wider than columns, the one whose cells it is among.
func TestSpanOfColumn(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a := Axis{From: rapid.IntRange(-1000, 1000).Draw(r, "from")}
		a.To = a.From + rapid.IntRange(0, 2000).Draw(r, "days")
		n := rapid.IntRange(1, 300).Draw(r, "columns")
		col := rapid.IntRange(-5, n+5).Draw(r, "column")
		first, last, inside := a.span(col, n)
		at := min(max(col, 0), n-1)
		if inside != (at == col) || first > last || !a.shows(first) || !a.shows(last) {
			r.Fatalf("column %d of %d has the days %d to %d, %v", col, n, first, last, inside)
		}
		if a.days() >= n && (a.col(first, n) != at || a.col(last, n) != at) {
			r.Fatalf("column %d of %d has the days %d to %d, which are drawn in %d to %d", col, n, first, last, a.col(first, n), a.col(last, n))
		}
		if a.days() < n && (a.col(first, n) > at || last < a.To && a.col(last+1, n) <= at) {
			r.Fatalf("column %d of %d is not among those of day %d", col, n, first)
		}
		if before := first - 1; a.days() >= n && a.shows(before) && a.col(before, n) == at {
			r.Fatalf("day %d is drawn in column %d, too", before, at)
		}
	})
	if day, _, inside := (Axis{From: 3, To: 9}).span(0, 0); day != 3 || inside {
		t.Error("an axis without columns has a place for a day")
	}
}

// TestPlacesOfCharts finds in each chart what is drawn at a column: the cursor
// stands where its day was clicked.
func TestPlacesOfCharts(t *testing.T) {
	th := themed(t, "dark")
	lanes := timeline(th)
	for x := range 120 {
		day, inside := lanes.Day(x, 120, &th)
		if from := lanes.labelWidth(120, &th); inside != (x >= from) || inside && from+lanes.Axis.col(day, 120-from) != x {
			t.Errorf("column %d of the timeline is day %d, %v", x, day, inside)
		}
	}
	bars := Bars{Bars: make([]Bar, 30), Current: 20, ShowCurrent: true}
	seen := map[int]bool{}
	for x := range 100 {
		if i, inside := bars.At(x, 100, 10, &th); inside {
			seen[i] = true
		}
	}
	if len(seen) != 30 {
		t.Errorf("%d bars of 30 can be pointed at", len(seen))
	}
	for x := range 12 { // more bars than cells: those around the current one
		if i, inside := bars.At(x, 12, 10, &th); inside && (i < 10 || i > 29) {
			t.Errorf("column %d is bar %d", x, i)
		}
	}
	if _, inside := (Bars{}).At(0, 10, 10, &th); inside {
		t.Error("no bars can be pointed at")
	}
}
