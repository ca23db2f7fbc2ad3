package pane

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
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

// TestWrapPlain holds lines of plain text against the general way to break them.
func TestWrapPlain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("  --aab.")), 0, 60, -1).Draw(t, "text")
		w := rapid.IntRange(1, 16).Draw(t, "w")
		if got, want := wrapPlain(text, w), strings.Split(ansi.Wrap(text, w, ""), "\n"); !slices.Equal(got, want) {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}
