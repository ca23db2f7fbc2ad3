package tui_test

import (
	"strings"
	"testing"
)

// TestEarlierLines brings command lines back that were run before, and forgets
// them where a buyer could see them.
func TestEarlierLines(t *testing.T) {
	const ran = `: type:"set m5.large annual 9" enter : type:"variant nobody" enter esc : type:"next variant" enter `
	for _, c := range []struct{ keys, want string }{
		{ran + ":", "up brings the last"},
		{ran + ": up", ": next variant_"},
		{ran + ": up up", ": variant nobody_"}, // what was refused, too
		{ran + ": up up up", ": set m5.large annual 9_"},
		{ran + ": up up up up up", ": set m5.large annual 9_"},
		{ran + ": up up up down", ": variant nobody_"},
		{ran + ": up down", ": _"},
		{ran + ": up up up backspace 7 enter", "m5.large annual 0 → 7"},
		{ran + ": up up up enter : up", ": set m5.large annual 9_"}, // once, as the last
		{ran + ": up up up enter : up up", ": next variant_"},
		{ran + ": z o up", "▸ zoom"}, // what is typed goes through the list
		{ran + ": down", "▸ one more"},
		{": up", "▸ one more"},
		{": down down down down down down enter : up", ": horizon_"}, // gone to in the list
		{ran + "f5 : up", "▸ "},
		{ran + "f5 f5 : up", "▸ one more"},
	} {
		s := stage(t, open(t, "covered-baseline"), 100, 40)
		press(t, s, c.keys)
		wantOn(t, s, c.want)
	}
	s := stage(t, open(t, "covered-baseline"), 100, 40)
	press(t, s, ran+"f5 : up")
	for _, line := range []string{": next variant_", "brings the last"} {
		if strings.Contains(s.Text(), line) {
			t.Errorf("%q is on the screen", line)
		}
	}
}
