package difference

import (
	"fmt"
	"strings"
	"testing"

	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

func mono(t *testing.T) theme.Theme {
	t.Helper()
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	return th
}

func text(box pane.Box) string {
	var b strings.Builder
	for _, line := range box.Lines {
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

func TestView(t *testing.T) {
	th := mono(t)
	th.Title, th.Uncovered, th.Covered, th.Accent, th.Text = theme.Style{}, theme.Style{}, theme.Style{}, theme.Style{}, theme.Style{}
	s := New("Mine and theirs", "mine", "theirs", []byte("a\nannual = 4\nc\n"), []byte("a\nannual = 9\t# \x1b[31m\nc\n"))
	want := "--- mine\n+++ theirs\n@@ -1,3 +1,3 @@\n a\n-annual = 4\n+annual = 9    # ␛[31m\n c\n"
	if got := text(s.View(&th, pane.Size{W: 40, H: 20})); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if gone, new := s.Counts(); gone != 1 || new != 1 {
		t.Errorf("%d lines gone and %d new", gone, new)
	}
	same := New("Nothing", "a", "b", []byte("x\n"), []byte("x\n"))
	if got := text(same.View(&th, pane.Size{W: 40, H: 20})); !strings.Contains(got, "no difference") {
		t.Errorf("got %s", got)
	}
}

// TestScroll keeps what is shown inside the text, at any size.
func TestScroll(t *testing.T) {
	th := mono(t)
	var b strings.Builder
	for i := range 50 {
		fmt.Fprintf(&b, "line %d of a long text that is cut\n", i)
	}
	s := New("Long", "a", "b", nil, []byte(b.String()))
	size := pane.Size{W: 20, H: 10}
	for keys, want := range map[string]string{
		"":                "1 to 10 of 53",
		"down j":          "3 to 12 of 53",
		"up k":            "1 to 10 of 53",
		"pgdown":          "11 to 20 of 53",
		"space pgup down": "2 to 11 of 53",
		"G":               "44 to 53 of 53",
		"end down":        "44 to 53 of 53",
		"end g":           "1 to 10 of 53",
		"end home":        "1 to 10 of 53",
	} {
		s := New("Long", "a", "b", nil, []byte(b.String()))
		for _, key := range strings.Fields(keys) {
			if !s.Press(key, size) {
				t.Errorf("%s is no key", key)
			}
		}
		box := s.View(&th, size)
		if box.Right != want {
			t.Errorf("%q shows %s, want %s", keys, box.Right, want)
		}
		for _, line := range box.Lines {
			if theme.Width(line) != size.W {
				t.Errorf("%q is %d wide", line, theme.Width(line))
			}
		}
	}
	s.Press("end", size)
	if box := s.View(&th, pane.Size{W: 20, H: 53}); len(box.Lines) != 53 || box.Right != "" {
		t.Errorf("in a larger window %d lines are shown, %q", len(box.Lines), box.Right)
	}
	if s.Press("x", size) {
		t.Error("x is a key")
	}
}
