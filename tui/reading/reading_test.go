package reading

import (
	"strings"
	"testing"

	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

var charges = pane.Table{
	Head: []string{"key", "amount", "what"},
	Rows: [][]string{{"m5.large", "7.50", "annual"}, {"日本", "1200.00", "by\tthe hour"}, {"x", "-3.00"}},
}

func TestAligned(t *testing.T) {
	want := "key        amount  what\n" +
		"m5.large     7.50  annual\n" +
		"日本      1200.00  by␉the hour\n" +
		"x           -3.00\n"
	if got := Aligned(charges); got != want {
		t.Errorf("it reads\n%swant\n%s", got, want)
	}
}

// TestScroll keeps the heading in sight and ends at the last line.
func TestScroll(t *testing.T) {
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	s, size := Table("Charges", Aligned(charges)), pane.Size{W: 30, H: 3}
	for _, step := range []struct{ key, want, right string }{
		{"", "m5.large", "1 to 2 of 3"}, {"down", "1200.00", "2 to 3 of 3"}, {"down", "1200.00", "2 to 3 of 3"}, {"home", "m5.large", "1 to 2 of 3"}, {"pgdown", "1200.00", "2 to 3 of 3"},
	} {
		if moved := s.Press(step.key, size); moved != (step.key != "") {
			t.Errorf("%s is taken: %v", step.key, moved)
		}
		box := s.View(&th, size)
		if len(box.Lines) != size.H || !strings.Contains(box.Lines[0], "amount") || !strings.Contains(box.Lines[1], step.want) || box.Right != step.right {
			t.Errorf("after %s there are %q, %s", step.key, box.Lines, box.Right)
		}
	}
}
