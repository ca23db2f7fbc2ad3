package chart

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestHeatBlank leaves out what stands for no value, in the grid and in the
// range that the key tells.
func TestHeatBlank(t *testing.T) {
	const none = -1 << 63
	th := themed(t, "mono")
	v := Heat{Rows: []string{"a"}, Cols: []string{"1", "2", "3"}, Values: [][]int64{{100, none, 300}}, Blank: func(v int64) bool { return v == none }}
	lines := v.Lines(20, 4, &th)
	row := ansi.Strip(lines[1])
	if !strings.Contains(row, strings.Repeat(th.Glyphs.Shades[0], 6)+"      "+strings.Repeat(th.Glyphs.Shades[4], 6)) || !strings.Contains(lines[2], "1.00") {
		t.Errorf("the grid is\n%s", strings.Join(lines, "\n"))
	}
}

// TestHeatHome marks where the point has come from, until it is there again.
func TestHeatHome(t *testing.T) {
	th := themed(t, "mono")
	v := Heat{Rows: []string{"a", "b"}, Cols: []string{"1", "2", "3"}, Values: [][]int64{{1, 2, 3}, {4, 5, 6}}, Row: 1, Col: 2, ShowPoint: true, HomeCol: 1, ShowHome: true}
	away := ansi.Strip(strings.Join(v.Lines(40, 4, &th), "\n"))
	if strings.Count(away, th.Glyphs.Ring) != 2 || !strings.Contains(away, th.Glyphs.Ring+" as it is") {
		t.Errorf("away from home the grid is\n%s", away)
	}
	v.Row, v.Col = 0, 1
	if back := ansi.Strip(strings.Join(v.Lines(40, 4, &th), "\n")); strings.Contains(back, th.Glyphs.Ring) {
		t.Errorf("at home the grid is\n%s", back)
	}
}

// TestHeatBest marks where a row is at its best, but not over the point itself.
func TestHeatBest(t *testing.T) {
	th := themed(t, "mono")
	v := Heat{Rows: []string{"a", "b", "c"}, Cols: []string{"1", "2", "3"}, Values: [][]int64{{3, 1, 2}, {4, 5, 6}, {9, 7, 8}}, Best: []int{1, -1, 1}, Row: 2, Col: 1, ShowPoint: true}
	lines := v.Lines(60, 5, &th)
	for row, want := range []int{0, 1, 0, 0, 1} {
		if got := strings.Count(ansi.Strip(lines[row]), th.Glyphs.Winner); got != want {
			t.Errorf("line %d has %d marks, want %d:\n%s", row, got, want, strings.Join(lines, "\n"))
		}
	}
	if !strings.Contains(ansi.Strip(lines[4]), th.Glyphs.Winner+" best across") {
		t.Errorf("the key is %s", lines[4])
	}
}
