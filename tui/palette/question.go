package palette

import (
	"strconv"
	"strings"
	"unicode"
)

// Question tells whether the list only asks: nothing is typed into it, and a
// digit or a letter answers.
func (l *List) Question() bool { return l.Prompt == "" }

// Answer puts the cursor on the item that a key answers with: its number, or
// its letter. False where the key is no answer.
func (l *List) Answer(key string) bool {
	for i, letter := range letters(l.Items) {
		if key == strconv.Itoa(i+1) || letter != "" && strings.ToLower(key) == letter {
			l.at = i
			return true
		}
	}
	return false
}

// letters are what the items can be answered with: the first letter of each that
// none before it has.
func letters(items []Item) []string {
	taken := map[rune]bool{}
	out := make([]string, len(items))
	for i, item := range items {
		for _, r := range strings.ToLower(item.Label) {
			if unicode.IsLetter(r) && !taken[r] {
				taken[r] = true
				out[i] = string(r)
				break
			}
		}
	}
	return out
}

// answers writes to each item of a question what answers with it.
func answers(items []Item) []Item {
	out := make([]Item, len(items))
	for i, letter := range letters(items) {
		out[i] = items[i]
		out[i].Keys = strings.TrimSpace(strconv.Itoa(i+1) + " " + letter)
	}
	return out
}
