package play

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// named are the keys that are written as words.
var named = map[string]rune{
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"tab": tea.KeyTab, "enter": tea.KeyEnter, "esc": tea.KeyEscape, "space": tea.KeySpace,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "f1": tea.KeyF1, "f5": tea.KeyF5,
}

var modifiers = []struct {
	prefix string
	mod    tea.KeyMod
}{{"ctrl+", tea.ModCtrl}, {"shift+", tea.ModShift}, {"alt+", tea.ModAlt}}

// Keys reads keys that are written as words: names, single characters, several
// digits in a row, and type:TEXT, whose text goes on to the next space, or to
// the closing quote of type:"two words".
func Keys(words string) ([]tea.KeyPressMsg, error) {
	var keys []tea.KeyPressMsg
	rest := strings.TrimLeft(words, " \t")
	for rest != "" {
		if text, ok := strings.CutPrefix(rest, `type:"`); ok {
			text, more, closed := strings.Cut(text, `"`)
			if !closed {
				return nil, fmt.Errorf("type:%q has no closing quote", text)
			}
			keys, rest = append(keys, typed(text)...), strings.TrimLeft(more, " \t")
			continue
		}
		word, more, _ := strings.Cut(rest, " ")
		more = strings.TrimLeft(more, " \t")
		list, err := key(word)
		if err != nil {
			return nil, err
		}
		keys, rest = append(keys, list...), more
	}
	return keys, nil
}

func key(word string) ([]tea.KeyPressMsg, error) {
	if text, ok := strings.CutPrefix(word, "type:"); ok {
		return typed(text), nil
	}
	if utf8.RuneCountInString(word) == 1 || isValue(word) {
		return typed(word), nil
	}
	mod, name := tea.KeyMod(0), word
	for _, m := range modifiers {
		if rest, ok := strings.CutPrefix(name, m.prefix); ok {
			mod, name = mod|m.mod, rest
		}
	}
	if code, ok := named[name]; ok {
		k := tea.KeyPressMsg{Code: code, Mod: mod}
		if code == tea.KeySpace && mod == 0 {
			k.Text = " "
		}
		return []tea.KeyPressMsg{k}, nil
	}
	if r, size := utf8.DecodeRuneInString(name); mod != 0 && size == len(name) && r != utf8.RuneError {
		return []tea.KeyPressMsg{{Code: r, Mod: mod}}, nil
	}
	return nil, fmt.Errorf("%q is not a key; write up, enter, ctrl+p, a single character, or type:TEXT", word)
}

// isValue tells whether a word is a number that is typed digit by digit.
func isValue(word string) bool {
	return strings.Trim(word, "0123456789.") == ""
}

func typed(text string) []tea.KeyPressMsg {
	var keys []tea.KeyPressMsg
	for _, r := range text {
		keys = append(keys, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return keys
}
