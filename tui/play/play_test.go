package play

import (
	"strings"
	"testing"

	"termsheet/model/rules"
	"termsheet/scenarios"
)

func rulebook(t *testing.T) *rules.Rulebook {
	t.Helper()
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestKeys(t *testing.T) {
	for words, want := range map[string]string{
		"":                        "",
		"down + + tab 36":         "down + + tab 3 6",
		"  up   down ":            "up down",
		"shift+tab ctrl+p ctrl+s": "shift+tab ctrl+p ctrl+s",
		`type:"a b  c"`:           "a space b space space c",
		"+ type:up down":          "+ u p down",
		"1.5 enter":               "1 . 5 enter",
		"space backspace esc":     "space backspace esc",
		"pgup pgdown home end":    "pgup pgdown home end",
		"? : % @ 日":               "? : % @ 日",
		"alt+x":                   "alt+x",
		"down\ndown\r\n\t+ \n":    "down down +",
	} {
		keys, err := Keys(words)
		if err != nil {
			t.Errorf("%q: %v", words, err)
		}
		var got []string
		for _, k := range keys {
			got = append(got, k.String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q presses %q, want %q", words, strings.Join(got, " "), want)
		}
	}
	for _, words := range []string{"downn", "ctrl+", "ctrl+pp", "a1", "up,down"} {
		if _, err := Keys(words); err == nil || !strings.Contains(err.Error(), "not a key") {
			t.Errorf("%q is taken for keys (%v)", words, err)
		}
	}
}

// TestSnapshotTwice gives the same bytes twice, with and without colours.
func TestSnapshotTwice(t *testing.T) {
	doc, err := scenarios.Open("covered-baseline")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Width: 80, Height: 24, Keys: "down + tab", Book: rulebook(t)}
	for _, colours := range []bool{false, true} {
		o.ANSI = colours
		one, err := Snapshot(doc, o)
		two, err2 := Snapshot(doc, o)
		if err != nil || err2 != nil || one != two {
			t.Errorf("two snapshots differ (%v, %v)", err, err2)
		}
		if strings.Contains(one, "\x1b") != colours {
			t.Errorf("colours are %v, asked for %v", !colours, colours)
		}
		if strings.Count(one, "\n") != 24 {
			t.Errorf("a snapshot of 24 lines has %d", strings.Count(one, "\n"))
		}
	}
	for _, bad := range []Options{{Width: 0, Height: 24}, {Width: 80, Height: 24, Keys: "nokey"}, {Width: 80, Height: 24, Theme: "pink"}} {
		bad.Book = o.Book
		if _, err := Snapshot(doc, bad); err == nil {
			t.Errorf("%+v gives a snapshot", bad)
		}
	}
}
