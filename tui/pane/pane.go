// Package pane holds what the panes share: what flows down to them, how they
// are moved in, the cells that can be changed, and rows written at known
// widths.
package pane

import (
	"termsheet/scenarios"
	"termsheet/tui/input"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// Size is the room for a pane's content, frame not counted.
type Size struct{ W, H int }

// Context is what a pane draws from. Views are pure: the same context and size
// give the same lines.
type Context struct {
	Session *session.Session
	Theme   *theme.Theme
	Focused bool
	Key     string       // the type or dimension worked on last, for panes that follow it
	Typing  *input.Typed // what is being typed into the focused cell; nil otherwise
	Marks   Marks        // the fields that something was found about
	KeyFor  func(action string) string
	Roomy   bool // rows stand apart, where there is room
}

// Box is a pane as drawn: words for its frame and its lines.
type Box struct {
	Title, Right string
	Lines        []string
	Places       []Place // the lines that the cursor can be put on
	First        int     // how many rows are scrolled away above
	Days         Days    // nil where it draws no time
}

// Verb is a way to move inside a pane.
type Verb uint8

// The verbs, named for the key that people expect.
const (
	Up Verb = iota
	Down
	Left
	Right
	PageUp
	PageDown
	Home
	End
)

// Cell is a value of the scenario that can be changed where it stands.
type Cell struct {
	Name    string   // as messages and commands name it: m5.large annual
	Text    string   // the value as one would type it
	Step    string   // what the + key does, without its sign
	Choices []string // the values to step through, where it is one of a few
	Off     string   // why it cannot be changed
	Change  func(input string) (Change, error)
}

// Change is what an input does to a cell.
type Change struct {
	To    string // the new value as it is shown
	Edits []scenarios.Edit
}

// Choice steps through the choices of a cell, around the end.
func (c Cell) Choice(by int) string {
	n := len(c.Choices)
	at := 0
	for i, choice := range c.Choices {
		if choice == c.Text {
			at = i + by
		}
	}
	return c.Choices[(at+n)%n]
}

// Scroll is the first of the n rows that is shown in a window of `room` rows,
// so that the row at the cursor is always in it.
func Scroll(cursor, n, room int) int {
	if n <= room || room <= 0 {
		return 0
	}
	return min(max(cursor-room/2, 0), n-room)
}

// Step moves a cursor along n rows.
func Step(cursor, n, page int, v Verb) int {
	switch v {
	case Up:
		cursor--
	case Down:
		cursor++
	case PageUp:
		cursor -= max(page, 1)
	case PageDown:
		cursor += max(page, 1)
	case Home:
		cursor = 0
	case End:
		cursor = n - 1
	}
	return max(min(cursor, n-1), 0)
}
