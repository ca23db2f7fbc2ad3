package input

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// names are the keys that are written as words.
var names = map[string]rune{
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"tab": tea.KeyTab, "enter": tea.KeyEnter, "esc": tea.KeyEscape, "space": tea.KeySpace,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "insert": tea.KeyInsert,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
	"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
}

// Names are the keys that are written as words, without ctrl, shift or alt.
func Names() []string { return slices.Sorted(maps.Keys(names)) }

var modifiers = []struct {
	prefix string
	mod    tea.KeyMod
}{{"ctrl+", tea.ModCtrl}, {"shift+", tea.ModShift}, {"alt+", tea.ModAlt}}

// Named is the key that is called so: a single character, a name such as enter,
// or either behind ctrl+, shift+ or alt+. false: no key is.
func Named(name string) (tea.KeyPressMsg, bool) {
	if r, size := utf8.DecodeRuneInString(name); size > 0 && size == len(name) {
		return Typing(r), true
	}
	mod := tea.KeyMod(0)
	for _, m := range modifiers {
		if rest, ok := strings.CutPrefix(name, m.prefix); ok {
			mod, name = mod|m.mod, rest
		}
	}
	if code, ok := names[name]; ok {
		key := tea.KeyPressMsg{Code: code, Mod: mod}
		if code == tea.KeySpace && mod == 0 {
			key.Text = " "
		}
		return key, true
	}
	r, size := utf8.DecodeRuneInString(name)
	return tea.KeyPressMsg{Code: r, Mod: mod}, mod != 0 && size == len(name) && r != utf8.RuneError
}

// Typing is the key that types a character.
func Typing(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }
