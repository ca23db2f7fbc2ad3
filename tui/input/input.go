// Package input is the one line that text is typed into, in a cell and above a
// list: the text field of Bubbles, with the keys and the length that fields have
// here, drawn in cells of known width.
package input

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// most is how many characters a field takes.
const most = 200

// Line is a text with a cursor in it. The zero value is an empty one.
type Line struct {
	field *textinput.Model
}

// New is a line that holds a text, the cursor at its end.
func New(text string) Line {
	var l Line
	l.Set(text)
	return l
}

// model makes the field when it is first needed. Pasting is the application's,
// which knows what was copied.
func (l *Line) model() *textinput.Model {
	if l.field == nil {
		m := textinput.New()
		m.Prompt, m.CharLimit = "", most
		m.KeyMap.Paste = key.NewBinding()
		m.SetVirtualCursor(false)
		m.Focus()
		l.field = &m
	}
	return l.field
}

// Text is what stands in the line.
func (l *Line) Text() string {
	if l.field == nil {
		return ""
	}
	return l.field.Value()
}

// Set puts a text in place of the one there, the cursor at its end.
func (l *Line) Set(text string) {
	m := l.model()
	m.SetValue(text)
	m.CursorEnd()
}

// Insert puts text in at the cursor, as if it were typed.
func (l *Line) Insert(text string) { l.update(tea.PasteMsg{Content: text}) }

// Press is a key: a character, or one that moves or deletes. It tells whether
// the text is another now.
func (l *Line) Press(press tea.KeyPressMsg) bool {
	before := l.Text()
	if m := l.model(); key.Matches(press, m.KeyMap.DeleteWordForward) && !wordsBehind(m) {
		// The field looks for the word's end beyond the end of the text.
		press = tea.KeyPressMsg{Code: 'k', Mod: tea.ModCtrl}
	}
	l.update(press)
	return l.Text() != before
}

// wordsBehind tells whether anything but blanks follows the character at the
// cursor.
func wordsBehind(m *textinput.Model) bool {
	behind := []rune(m.Value())[m.Position():]
	for _, r := range behind[min(1, len(behind)):] {
		if !unicode.IsSpace(r) {
			return true
		}
	}
	return false
}

func (l *Line) update(msg tea.Msg) {
	// With no cursor of its own, and pasting taken out, the field wants
	// nothing done.
	m, _ := l.model().Update(msg)
	l.field = &m
}

// Typed is the text with the place of its cursor.
func (l *Line) Typed() Typed {
	if l.field == nil {
		return Typed{}
	}
	runes, at := []rune(l.field.Value()), l.field.Position()
	return Typed{string(runes[:at]), string(runes[at:])}
}

// Typed is a text that is being typed, parted at the cursor.
type Typed struct{ Before, After string }

// String is the whole text.
func (t Typed) String() string { return t.Before + t.After }

// Digits tells whether nothing but digits has been typed.
func (t Typed) Digits() bool {
	return t.Before != "" && t.After == "" && strings.Trim(t.Before, "0123456789") == ""
}
