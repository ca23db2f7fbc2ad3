package palette

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Filter keeps the items that a text matches, the closest first. Each word of
// the text has to be found in the label, the value or the detail: as it is, or
// its letters in order, at the starts of words or anywhere.
func Filter(items []Item, text string) []Item {
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 0 {
		return items
	}
	type hit struct {
		item  Item
		score int
	}
	var hits []hit
	for _, item := range items {
		if score, ok := match(item, words); ok {
			hits = append(hits, hit{item, score})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.score, a.score) })
	out := make([]Item, len(hits))
	for i, h := range hits {
		out[i] = h.item
	}
	return out
}

// offBy is how much further away a match is that cannot be chosen: behind those
// that begin with the text, before those that merely hold it.
const offBy = 12

// details is the place of the detail among the texts of an item.
const details = 3

// match scores an item: the value counts more than the label, and that more
// than the detail; a beginning more than a middle.
func match(item Item, words []string) (int, bool) {
	total := 0
	for _, word := range words {
		best := 0
		for i, text := range []string{item.Value, item.Label, item.Keys, item.Detail} {
			s := score(strings.ToLower(text), word)
			if s <= scattered && i == details {
				continue // letters of a long text spell anything
			}
			if s > 0 {
				best = max(best, 10*s-i)
			}
		}
		if best == 0 {
			return 0, false
		}
		total += best
	}
	if item.Off != "" {
		total -= offBy
	}
	return total, true
}

// The scores of the ways to match, the closest highest.
const (
	anywhere = iota + 1
	scattered
	inside
	wordBeginning
	prefix
	whole
)

func score(text, word string) int {
	switch at := strings.Index(text, word); {
	case text == word:
		return whole
	case at == 0:
		return prefix
	case at > 0 && boundary(rune(text[at-1])):
		return wordBeginning
	case at > 0:
		return inside
	}
	switch {
	case len(word) > 1 && initials(text, word):
		return scattered
	case len(word) >= anywhereLeast && inOrder(text, word):
		return anywhere
	}
	return 0
}

// anywhereLeast is how many letters a word needs to be found scattered: fewer
// are found in everything.
const anywhereLeast = 3

// inOrder tells whether the letters of a word are found in order, the first of
// them at the beginning of the text.
func inOrder(text, word string) bool {
	want := []rune(word)
	i := 0
	for at, r := range text {
		switch {
		case i < len(want) && r == want[i]:
			i++
		case at == 0:
			return false
		}
	}
	return i == len(want)
}

func boundary(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// initials tells whether the letters of a word are found in order, each at the
// start of a word of the text or right after the one before.
func initials(text, word string) bool {
	want := []rune(word)
	i, fresh, follows := 0, true, false
	for _, r := range text {
		if i < len(want) && r == want[i] && (fresh || follows) {
			i++
			follows = true
		} else {
			follows = false
		}
		fresh = boundary(r)
	}
	return i == len(want)
}
