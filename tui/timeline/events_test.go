package timeline

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"termsheet/tui/pane"
	"termsheet/tui/session/begun"
	"termsheet/tui/theme"
)

// TestEvents lists the days around the cursor where there is room, and marks
// that of the cursor, if something happens on it.
func TestEvents(t *testing.T) {
	s := begun.On(t, "covered-baseline")
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	ctx := pane.Context{Session: s, Theme: &th, Key: "m5.large"}
	mark := func(room int) string {
		marked := ""
		for i, line := range events(ctx, s.Quote(), 76, room) {
			line = ansi.Strip(line)
			if i >= room || theme.Width(line) > 76 {
				t.Errorf("in %d lines, line %d is %q", room, i, line)
			}
			if strings.HasPrefix(line, th.Glyphs.Pointer) {
				marked += strings.TrimSpace(line[len(th.Glyphs.Pointer):])
			}
		}
		return marked
	}
	if got := events(ctx, s.Quote(), 76, eventsLeast-1); got != nil {
		t.Errorf("no room, and a list: %q", got)
	}
	for _, room := range []int{eventsLeast, 12, 80} {
		for range 4 {
			s.StepEvent(1)
			if got := mark(room); !strings.HasPrefix(got, s.Day().String()+"  ") {
				t.Errorf("in %d lines, the day is %s and %q is marked", room, s.Day(), got)
			}
		}
	}
	s.StepDay(-3)
	if got := mark(12); got != "" {
		t.Errorf("nothing happens on %s, and %q is marked", s.Day(), got)
	}
}
