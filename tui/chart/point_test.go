package chart

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestHeatAt marks the point at every place of a grid, at sizes in which all of it
// fits and not: the mark stands at that place, and the rest stays where it was.
func TestHeatAt(t *testing.T) {
	th := themed(t, "mono")
	v := Heat{Row: 11, Col: 4, ShowPoint: true}
	for row := range 23 {
		v.Rows = append(v.Rows, strconv.Itoa(row))
		v.Values = append(v.Values, nil)
		for col := range 21 {
			v.Values[row] = append(v.Values[row], int64(row*col))
		}
	}
	for col := range 21 {
		v.Cols = append(v.Cols, strconv.Itoa(col))
	}
	for _, size := range [][2]int{{44, 26}, {76, 14}, {20, 8}, {40, 3}, {9, 2}} {
		w, h := size[0], size[1]
		hits := 0
		for y := range h {
			for x := range w {
				row, col, kept, ok := v.At(x, y, w, h, &th)
				if !ok {
					continue
				}
				hits++
				at := v
				at.Row, at.Col, at.Kept = row, col, kept
				cells := []rune(ansi.Strip(at.Lines(w, h, &th)[y]))
				from := max(x-heatCellMax+1, 0)
				if near := string(cells[from:min(x+heatCellMax, len(cells))]); !strings.ContainsAny(near, "[]"+th.Glyphs.Diamond) {
					t.Fatalf("%v at %d, %d: %d, %d is not marked there: %q", size, x, y, row, col, near)
				}
				again, beside, _, _ := at.At(x, y, w, h, &th)
				if again != row || beside != col {
					t.Fatalf("%v at %d, %d: %d, %d becomes %d, %d", size, x, y, row, col, again, beside)
				}
			}
		}
		if hits == 0 {
			t.Errorf("%v: nothing can be pointed at", size)
		}
	}
}

// TestBarsKept shows the bars that were shown when one was pointed at.
func TestBarsKept(t *testing.T) {
	th := themed(t, "mono")
	v := Bars{Current: 20, ShowCurrent: true}
	for i := range 60 {
		v.Bars = append(v.Bars, Bar{Label: strconv.Itoa(i), Value: int64(i)})
	}
	const w, h = 30, 6
	first := v.First(w, h, &th)
	for x := range w {
		i, inside := v.At(x, w, h, &th)
		if !inside {
			continue
		}
		at := v
		at.Current, at.Kept = i, Shown(first)
		if now := at.First(w, h, &th); now != first {
			t.Errorf("bar %d at %d: the first is %d, was %d", i, x, now, first)
		}
	}
	v.Current, v.Kept = 59, Shown(first)
	if v.First(w, h, &th) == first {
		t.Error("a bar that is out of sight stays there")
	}
}

// TestStripAt tells what runs at a column as it is drawn: each hour on several, or
// the highest of several on one.
func TestStripAt(t *testing.T) {
	v := Strip{Levels: []int64{1, 5, 3}}
	for _, c := range []struct {
		w    int
		want []int64
	}{{6, []int64{1, 1, 5, 5, 3, 3}}, {7, []int64{1, 1, 5, 5, 3, 3}}, {2, []int64{5, 3}}, {0, nil}} {
		var got []int64
		for x := -1; x <= c.w; x++ {
			if level, ok := v.At(x, c.w); ok {
				got = append(got, level)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("in %d cells the levels are %v, want %v", c.w, got, c.want)
		}
	}
}
