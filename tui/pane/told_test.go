package pane

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestTold ends no sentence in the middle, except the first, with a mark.
func TestTold(t *testing.T) {
	th := mono(t)
	for _, c := range []struct {
		w, room int
		want    string
	}{
		{40, 4, "Six of six covered.|Pays from 438 h. Ten is cheapest."},
		{20, 3, "Six of six covered.|Pays from 438 h. Ten|is cheapest."},
		{20, 2, "Six of six covered.|Pays from 438 h."},
		{20, 1, "Six of six covered."},
		{10, 1, "Six of si…"},
		{20, 0, ""},
	} {
		lines := Told(th, c.w, c.room, []string{"Six of six covered."}, []string{"Pays from 438 h.", "Ten is cheapest."})
		got := ansi.Strip(strings.Join(lines, "|"))
		if got != c.want {
			t.Errorf("%d lines of %d cells are %q, want %q", c.room, c.w, got, c.want)
		}
	}
}
