package input

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"termsheet/tui/theme"
)

// named are the keys that the tests press by name.
var named = map[string]tea.KeyPressMsg{
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
	"ctrl+w": {Code: 'w', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+k": {Code: 'k', Mod: tea.ModCtrl},
	"ctrl+a": {Code: 'a', Mod: tea.ModCtrl}, "ctrl+e": {Code: 'e', Mod: tea.ModCtrl}, "ctrl+v": {Code: 'v', Mod: tea.ModCtrl},
	"alt+b": {Code: 'b', Mod: tea.ModAlt}, "alt+f": {Code: 'f', Mod: tea.ModAlt}, "alt+d": {Code: 'd', Mod: tea.ModAlt},
	"ctrl+left": {Code: tea.KeyLeft, Mod: tea.ModCtrl}, "f5": {Code: tea.KeyF5},
}

func press(l *Line, keys string) {
	for _, word := range strings.Fields(keys) {
		key, ok := named[word]
		if !ok {
			key = tea.KeyPressMsg{Code: []rune(word)[0], Text: word}
		}
		l.Press(key)
	}
}

// TestLine edits a text with the keys people know from a shell. The bar is the
// cursor.
func TestLine(t *testing.T) {
	for _, c := range []struct{ text, keys, want string }{
		{"", "1 2", "12|"},
		{"12", "left 9", "19|2"},
		{"12", "home 9 end 8", "9128|"},
		{"12", "ctrl+a delete", "|2"},
		{"12", "left backspace", "|2"},
		{"12", "home backspace left", "|12"},
		{"set m5.large annual 10", "ctrl+w ctrl+w", "set m5.large |"},
		{"set m5.large annual 10", "alt+b alt+b alt+d", "set m5.large | 10"},
		{"set m5.large annual 10", "ctrl+left ctrl+u", "|10"},
		{"set m5.large annual 10", "home alt+f ctrl+k", "set|"},
		{"12", "ctrl+v f5", "12|"}, // pasting is not the field's
		{"日本語", "left left backspace", "|本語"},
		{"", "backspace ctrl+w alt+d delete ctrl+k ctrl+u", "|"},
		{"   ", "ctrl+w", "|"},
		// The field of Bubbles would look beyond the end here.
		{"12", "left alt+d", "1|"},
		{"1  ", "home alt+d", "|"},
	} {
		l := New(c.text)
		press(&l, c.keys)
		if typed := l.Typed(); typed.Before+"|"+typed.After != c.want {
			t.Errorf("%q and %s make %q, want %q", c.text, c.keys, typed.Before+"|"+typed.After, c.want)
		}
	}
}

// TestMark replaces what is marked by what is typed, and leaves it to any other
// key.
func TestMark(t *testing.T) {
	for keys, want := range map[string]string{
		"A c m e": "clone Acme|", "backspace": "clone |", "delete A": "clone A|", "end !": "clone Option 2!|", "left x": "clone Option x|2",
		"ctrl+u": "|", "f5 x": "clone Option 2x|",
	} {
		l := New("clone Option 2")
		l.Mark(6)
		if got := l.Typed(); got.Before != "clone " || got.Marks != "Option 2" || got.After != "" {
			t.Errorf("marked is %+v", got)
		}
		press(&l, keys)
		if typed := l.Typed(); typed.Before+"|"+typed.After != want || typed.Marks != "" {
			t.Errorf("%s makes %+v, want %s", keys, typed, want)
		}
	}
	l := New("clone Option 2")
	l.Mark(6)
	l.Insert("Acme")
	if l.Text() != "clone Acme" {
		t.Errorf("pasting makes %s", l.Text())
	}
}

func TestPressTellsChange(t *testing.T) {
	l := New("12")
	for key, want := range map[string]bool{"left": false, "end": false, "f5": false} {
		if got := l.Press(named[key]); got != want {
			t.Errorf("%s changes the text: %v", key, got)
		}
	}
	if !l.Press(named["backspace"]) {
		t.Error("dropping a character is no change")
	}
}

// TestInsert takes pasted text at the cursor, on one line and without what could
// steer the terminal, and no more than a field takes.
func TestInsert(t *testing.T) {
	l := New("12")
	press(&l, "left")
	l.Insert("a\nb\x1b[31m")
	if got := l.Text(); got != "1a b[31m2" {
		t.Errorf("pasting makes %q", got)
	}
	l.Set("")
	l.Insert(strings.Repeat("é", 2*most))
	if got := []rune(l.Text()); len(got) != most {
		t.Errorf("a field takes %d characters, want %d", len(got), most)
	}
	press(&l, "1")
	if got := []rune(l.Text()); len(got) != most || got[0] != 'é' {
		t.Error("a full field takes more, or loses its beginning")
	}
}

// TestCount tells digits, with or without a point behind them, from a value.
func TestCount(t *testing.T) {
	for text, want := range map[string]string{"": "", "5": "5", "120": "120", "5.": "5 .", "1.5": "", "-5": "", "1..": "", "5 6": ""} {
		digits, point := (Typed{Before: text}).Count()
		if point && digits != "" {
			digits += " ."
		}
		if digits != want {
			t.Errorf("%q counts %q, want %q", text, digits, want)
		}
	}
	if digits, _ := (Typed{Before: "1", After: "2"}).Count(); digits != "" {
		t.Error("digits with the cursor among them are a value, not a count")
	}
}

func mono(t testing.TB) theme.Theme {
	t.Helper()
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	return th
}

func TestWindow(t *testing.T) {
	th := mono(t)
	for _, c := range []struct {
		typed Typed
		w     int
		want  string
	}{
		{Typed{Before: "12", After: ""}, 5, "12_"},
		{Typed{Before: "", After: ""}, 5, "_"},
		{Typed{Before: "1", After: "2"}, 5, "1|2"},
		{Typed{Before: "123456789", After: ""}, 5, "‹789_"},
		{Typed{Before: "123456", After: "789"}, 6, "‹56|7…"},
		{Typed{Before: "1", After: "23456789"}, 6, "1|234…"},
		{Typed{Before: "12345678", After: "9"}, 6, "‹678|9"},
		{Typed{Before: "clone ", Marks: "Plan B"}, 20, "clone [Plan B]_"},
	} {
		if got := c.typed.Window(&th, c.w); got != c.want {
			t.Errorf("%+v in %d cells is %q, want %q", c.typed, c.w, got, c.want)
		}
	}
}

// TestWindowHolds never shows more than there is room for, and always the
// cursor.
func TestWindowHolds(t *testing.T) {
	th := mono(t)
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.StringOfN(rapid.SampledFrom([]rune("ab1日é👍 \u0301")), 0, 20, -1)
		typed := Typed{Before: texts.Draw(t, "before"), After: texts.Draw(t, "after")}
		w := rapid.IntRange(4, 24).Draw(t, "w")
		got := typed.Window(&th, w)
		if theme.Width(got) > w {
			t.Fatalf("%+v in %d cells is %d wide: %q", typed, w, theme.Width(got), got)
		}
		if !strings.ContainsAny(got, "_|") {
			t.Fatalf("%+v in %d cells shows no cursor: %q", typed, w, got)
		}
	})
}
