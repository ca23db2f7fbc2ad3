package play

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/input"
)

// blanks stand between words.
const blanks = " \t\r\n"

// Keys reads keys that are written as words: names, single characters, several
// digits in a row, and type:TEXT, whose text goes on to the next blank, or to
// the closing quote of type:"two words".
func Keys(words string) ([]tea.KeyPressMsg, error) {
	var keys []tea.KeyPressMsg
	rest := strings.TrimLeft(words, blanks)
	for rest != "" {
		if text, ok := strings.CutPrefix(rest, `type:"`); ok {
			text, more, closed := strings.Cut(text, `"`)
			if !closed {
				return nil, fmt.Errorf("type:%q has no closing quote", text)
			}
			keys, rest = append(keys, typed(text)...), strings.TrimLeft(more, blanks)
			continue
		}
		word := rest
		if end := strings.IndexAny(rest, blanks); end >= 0 {
			word = rest[:end]
		}
		list, err := key(word)
		if err != nil {
			return nil, err
		}
		keys, rest = append(keys, list...), strings.TrimLeft(rest[len(word):], blanks)
	}
	return keys, nil
}

func key(word string) ([]tea.KeyPressMsg, error) {
	if text, ok := strings.CutPrefix(word, "type:"); ok {
		return typed(text), nil
	}
	if isValue(word) {
		return typed(word), nil
	}
	if k, ok := input.Named(word); ok {
		return []tea.KeyPressMsg{k}, nil
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
		keys = append(keys, input.Typing(r))
	}
	return keys
}
