package tui

import "testing"

// TestArrange holds every arrangement against the screen: panes inside it, none
// over another, none too small to be drawn, and the focused one shown.
func TestArrange(t *testing.T) {
	for w := leastW; w <= 250; w++ {
		for h := leastH; h <= 80; h++ {
			for _, n := range []needs{{10, 8, 14, 14, 12}, {0, 30, 14, 14, 12}, {200, 40, 14, 14, 30}, {10, 8, 14, 14, 12, 18}, {0, 30, 14, 14, 12, 60}} {
				for focus := range panes {
					if n[focus] == 0 {
						continue
					}
					for i := range 4 {
						checkLayout(t, arrange(w, h, focus, i&1 > 0, i&2 > 0, n), w, h, focus)
					}
				}
			}
			if t.Failed() {
				t.Fatalf("at %dx%d", w, h)
			}
		}
	}
}

func checkLayout(t *testing.T, l layout, w, h int, focus Pane) {
	t.Helper()
	if l.small || l.pane[focus].h < 3 {
		t.Errorf("pane %d with the focus has %d lines", focus, l.pane[focus].h)
	}
	area := l.header.w*l.header.h + l.tabs.w*l.tabs.h + l.status.w*l.status.h
	if l.footer != l.status {
		area += l.footer.w * l.footer.h
	}
	for _, r := range l.pane {
		area += r.w * r.h
		if r.h > 0 && (r.x < 0 || r.y < 0 || r.x+r.w > w || r.y+r.h > h || r.w < 20 || r.h < 3) {
			t.Errorf("a pane at %+v does not fit", r)
		}
	}
	if area != w*h {
		t.Errorf("%d cells of %d are given away", area, w*h)
	}
}

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		h           int
		need, least []int
		rest        int
		want        [2]int
	}{
		{20, []int{5, 5}, []int{4, 4}, 0, [2]int{15, 5}},
		{20, []int{5, 5}, []int{4, 4}, 1, [2]int{5, 15}},
		{10, []int{200, 5}, []int{4, 4}, 0, [2]int{5, 5}},
		{9, []int{200, 200}, []int{4, 4}, 0, [2]int{5, 4}},
		{6, []int{9, 9}, []int{4, 4}, 0, [2]int{4, 2}},
	} {
		got := spread(c.h, c.need, c.least, c.rest)
		if [2]int(got) != c.want {
			t.Errorf("%d lines spread over %v give %v, want %v", c.h, c.need, got, c.want)
		}
	}
}
