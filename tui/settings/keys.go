package settings

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"termsheet/scenarios"
	"termsheet/tui/input"
)

// modifiers are in the order in which the name of a key has them.
var modifiers = []string{"ctrl", "alt", "shift"}

// others are names that people know these keys by.
var others = map[string]string{
	"escape": "esc", "return": "enter", "del": "delete", "ins": "insert", "pageup": "pgup", "pagedown": "pgdown",
	"page up": "pgup", "page down": "pgdown", " ": "space", "control": "ctrl", "ctl": "ctrl", "option": "alt",
}

// same are what a terminal sends for another key too.
var same = map[string]string{"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "esc"}

// unlike says what is wrong with the name of a key, and how it is written; both
// are empty for one that the application would be told.
func unlike(written string) (message, fix string) {
	key, ok := spelled(written)
	if other := same[key]; ok && other != "" {
		return "terminals cannot tell " + key + " from " + other, "write " + strconv.Quote(other)
	}
	switch {
	case !ok && key != "":
		return scenarios.Quoted(written) + " is not a key", "write " + strconv.Quote(key)
	case !ok:
		return scenarios.Quoted(written) + " is not a key", `write a character such as "u", a name such as "pgup", or either after "ctrl+" or "alt+"`
	case key != written:
		return scenarios.Quoted(written) + " is not how the key is written", "write " + strconv.Quote(key)
	}
	return "", ""
}

// spelled is a key as the application calls it, or, where it is none, one that
// was probably meant.
func spelled(written string) (key string, ok bool) {
	mods, name := parts(written)
	var have []string
	for _, m := range modifiers {
		if slices.Contains(mods, m) {
			have = append(have, m)
		}
	}
	name, ok = spelledName(name)
	if name == "" {
		return "", false
	}
	if r, size := utf8.DecodeRuneInString(name); size == len(name) {
		// With shift a character is another character, and with ctrl or alt
		// terminals send the small one.
		plain := slices.DeleteFunc(slices.Clone(have), func(m string) bool { return m == "shift" })
		switch {
		case len(plain) > 0:
			r = unicode.ToLower(r)
		case len(have) > 0:
			r = unicode.ToUpper(r)
		}
		have, name = plain, string(r)
	}
	return strings.Join(append(have, name), "+"), ok
}

// parts takes the modifiers off a key. A plus may be the key itself.
func parts(written string) (mods []string, name string) {
	name = written
	for {
		mod, rest, more := strings.Cut(name, "+")
		mod = strings.ToLower(mod)
		if other := others[mod]; other != "" {
			mod = other
		}
		if !more || rest == "" || !slices.Contains(modifiers, mod) {
			return mods, name
		}
		mods, name = append(mods, mod), rest
	}
}

// spelledName is the name of a key without modifiers, or the nearest.
func spelledName(name string) (string, bool) {
	if other := others[strings.ToLower(name)]; other != "" {
		return other, true
	}
	if r, size := utf8.DecodeRuneInString(name); size > 0 && size == len(name) {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			return "", false
		}
		return name, true
	}
	low, names := strings.ToLower(name), input.Names()
	if slices.Contains(names, low) {
		return low, true
	}
	return scenarios.Nearest(low, names), false
}
