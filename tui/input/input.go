// Package input is the one line that text is typed into, in a cell and above a
// list: the text field of Bubbles, with the keys and the length that fields have
// here, drawn in cells of known width.
package input

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// most is how many characters a field takes: names of files can be long.
const most = 1000

// Holds tells whether a line can have a text in it as it is.
func Holds(text string) bool {
	return utf8.ValidString(text) && utf8.RuneCountInString(text) <= most && strings.IndexFunc(text, unicode.IsControl) < 0
}

// Line is a text with a cursor in it. The zero value is an empty one.
type Line struct {
	field  *textinput.Model
	marked int // how many characters at the end the next one typed replaces
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
	l.marked = 0
}

// Mark marks the text from a place on, as a proposal: what is typed replaces it,
// any other key leaves it.
func (l *Line) Mark(from int) { l.marked = max(len([]rune(l.Text()))-from, 0) }

// unmark ends the proposal, and drops it if it is to be replaced.
func (l *Line) unmark(replace bool) {
	if l.marked > 0 && replace {
		text := []rune(l.Text())
		l.Set(string(text[:len(text)-l.marked]))
	}
	l.marked = 0
}

// Insert puts text in at the cursor, as if it were typed.
func (l *Line) Insert(text string) {
	l.unmark(true)
	l.update(tea.PasteMsg{Content: text})
}

// Press is a key: a character, or one that moves or deletes. It tells whether
// the text is another now.
func (l *Line) Press(press tea.KeyPressMsg) bool {
	before, marked := l.Text(), l.marked > 0
	drops := press.Code == tea.KeyBackspace || press.Code == tea.KeyDelete
	if l.unmark(press.Text != "" || drops); marked && drops {
		return true
	}
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
	from := len(runes) - l.marked
	return Typed{string(runes[:min(at, from)]), string(runes[min(at, from):at]), string(runes[at:])}
}

// Typed is a text that is being typed, parted at the cursor. What is marked ends
// there.
type Typed struct{ Before, Marks, After string }

// String is the whole text.
func (t Typed) String() string { return t.Before + t.Marks + t.After }

// Count is what has been typed, where that is nothing but digits, and whether a
// point stands behind them.
func (t Typed) Count() (digits string, point bool) {
	digits, point = strings.CutSuffix(t.Before, ".")
	if t.Marks != "" || t.After != "" || strings.Trim(digits, "0123456789") != "" {
		return "", false
	}
	return digits, point
}
