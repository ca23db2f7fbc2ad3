package tui

import (
	tea "charm.land/bubbletea/v2"

	"termsheet/tui/compare"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// sheet is what lies above the panes to be read and gone through: the findings,
// where a figure comes from, the seller's side.
type sheet interface {
	// Press takes a key; false where it means nothing there.
	Press(key string, size pane.Size) bool
	// Rows is how many lines of a width it could use.
	Rows(w int) int
	View(*theme.Theme, pane.Size) pane.Box
	Footer() string
}

// openSheet lays a sheet over what is there; leaving it goes back to that. The
// keys are those that the sheet leaves to the application.
func (a *App) openSheet(s sheet, keys map[string]func(*App) tea.Cmd) {
	a.open(overlay{sheet: s, keys: keys, below: a.overlay})
}

// leaves are the keys that close a sheet.
var leaves = map[string]bool{"esc": true, "q": true, "backspace": true, "ctrl+c": true}

func (a *App) sheetKey(name string) tea.Cmd {
	o := a.overlay
	if o.sheet.Press(name, a.overlaySize()) {
		return nil
	}
	if do, ok := o.keys[name]; ok {
		return do(a)
	}
	if leaves[name] {
		a.overlay = o.below
		return nil
	}
	if _, ok := o.sheet.(*compare.Sheet); ok {
		return a.compareKey(name)
	}
	a.say(note, "%s does nothing here; esc goes back", name)
	return nil
}

// compareKey does what a key stands for in the comparison.
func (a *App) compareKey(name string) tea.Cmd {
	if act := a.byKey(name); act != nil {
		return a.run(act, nil)
	}
	if a.countDigit(name) {
		return nil
	}
	a.count = 0
	a.say(note, "%s does nothing here; %s lists the keys, esc goes back", name, a.keyFor("help"))
	return nil
}

// face is an overlay as it is drawn: a list, or a sheet.
type face interface {
	View(*theme.Theme, pane.Size) pane.Box
	Footer() string
}

func (o *overlay) face() face {
	if o.sheet != nil {
		return o.sheet
	}
	return o.list
}

// rows is how many lines it would fill at a width, its frame not counted.
func (o *overlay) rows(w int) int {
	if o.sheet != nil {
		return o.sheet.Rows(w)
	}
	return o.list.Rows()
}

// shown is how many lines it fills now. A list that is filtered gets shorter;
// its top stays where it is.
func (o *overlay) shown(w int) int {
	if o.sheet != nil {
		return o.sheet.Rows(w)
	}
	return o.list.Shown()
}
