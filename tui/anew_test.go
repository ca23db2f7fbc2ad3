package tui_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"termsheet/tui/play"
)

// sameAnew fails where a pane on the screen is not what it would be with nothing
// taken from what was drawn before.
func sameAnew(t *testing.T, s *play.Stage, after string) {
	t.Helper()
	if kept, anew := s.Screen(), s.App().ScreenAnew(); kept != anew {
		t.Fatalf("after %s a pane is not what it would be, drawn anew:\n%s\n%s", after, ansi.Strip(kept), ansi.Strip(anew))
	}
}

// TestDrawnAnew goes through what a pane can depend on, for each picture, in a
// small deal and in one of so many types that each is told of only at the cursor.
func TestDrawnAnew(t *testing.T) {
	small, large := open(t, "covered-baseline"), hostile(t)
	for _, picture := range []string{"cumulative", "invoices", "prices"} {
		for _, size := range [][2]int{{120, 40}, {200, 60}} {
			s := stage(t, small, size[0], size[1])
			if err := s.Line(":chart " + picture); err != nil {
				t.Fatal(err)
			}
			s.Screen()
			for _, key := range strings.Fields("down down + up tab down tab tab ] } tab 9 5 enter V v p u U f esc t T P down P") {
				press(t, s, key)
				sameAnew(t, s, key)
			}
			if err := s.Line(":theme mono"); err != nil {
				t.Fatal(err)
			}
			sameAnew(t, s, "another theme")
		}
	}
	s := stage(t, large, 200, 60)
	s.Screen()
	for _, key := range strings.Fields("down down tab tab down down") {
		press(t, s, key)
		sameAnew(t, s, key)
	}
}
