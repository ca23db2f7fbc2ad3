package tui

import (
	"fmt"
	"strings"

	"termsheet/tui/pane"
)

// splitWords parts a text at blanks, except inside quotes, where two of them are
// one that belongs to the word.
func splitWords(text string) []string {
	words, _ := wordsOf(text)
	return words
}

// wordsOf parts a text, and tells whether its last word can still go on.
func wordsOf(text string) (words []string, open bool) {
	var word strings.Builder
	quoted, closed := false, false // closed: the quote before ended what was quoted
	for _, r := range text {
		switch {
		case r == '"':
			if closed {
				word.WriteRune(r)
			}
			quoted, closed, open = !quoted, quoted, true
			continue
		case r == ' ' && !quoted:
			if open {
				words = append(words, word.String())
			}
			word.Reset()
			open = false
		default:
			word.WriteRune(r)
			open = true
		}
		closed = false
	}
	if open {
		words = append(words, word.String())
	}
	return words, open
}

// parted is what follows an action's word: the words that are whole, and the one
// that is being typed.
func (act *action) parted(rest string) (before []string, last string) {
	if act.rest && !strings.Contains(rest, `"`) {
		return nil, strings.TrimLeft(rest, " ")
	}
	words, open := wordsOf(rest)
	if !open && !act.rest || len(words) == 0 {
		return words, ""
	}
	if act.rest {
		return nil, strings.Join(words, " ")
	}
	return words[:len(words)-1], words[len(words)-1]
}

// line is an action's word with words behind it, in quotes where they have to be.
func (act *action) line(before []string, last string) string {
	text := act.unfinished(before, last)
	if strings.Count(text, `"`)%2 == 1 && !strings.HasSuffix(last, "/") {
		text += `"`
	}
	return text
}

// unfinished is line with more to come in its last word, so that a quote stays open.
func (act *action) unfinished(before []string, last string) string {
	text := act.word
	for _, word := range before {
		text += " " + act.quoted(word) + pane.Either(strings.HasPrefix(act.quoted(word), `"`), `"`, "")
	}
	return text + " " + act.quoted(last)
}

// quoted is a word as it has to be written, without the quote at its end.
func (act *action) quoted(word string) string {
	blanks := strings.Contains(word, " ")
	if act.rest {
		blanks = word != strings.Join(strings.Fields(word), " ")
	}
	if blanks || strings.Contains(word, `"`) {
		return `"` + strings.ReplaceAll(word, `"`, `""`)
	}
	return word
}

// onOrOff reads what follows a word that turns something on or off; nothing is
// the other of the two.
func onOrOff(word string, args []string, was bool) (bool, error) {
	switch text := strings.Join(args, " "); text {
	case "":
		return !was, nil
	case "on", "off":
		return text == "on", nil
	default:
		return was, fmt.Errorf("write %s on or %s off, not %s", word, word, text)
	}
}
