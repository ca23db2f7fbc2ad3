package tui

import (
	tea "charm.land/bubbletea/v2"

	"termsheet/tui/palette"
	"termsheet/tui/pane"
)

// overlay is a list above the panes, and what follows from a choice; or a sheet
// to read.
type overlay struct {
	sheet sheet // in place of a list
	whole bool  // it takes the whole screen
	keys  map[string]func(*App) tea.Cmd
	below *overlay // what leaving it goes back to

	list *palette.List
	then func(a *App, item palette.Item) tea.Cmd
	text func(a *App, text string) tea.Cmd // enter on the text, where no item was gone to

	recalled bool // its text is an earlier one, brought back
}

func (a *App) open(o overlay) { a.overlay = &o }

// under is the sheet that a list opens over, and that leaving it goes back to.
func (a *App) under() *overlay {
	if a.overlay != nil && a.overlay.list != nil {
		return a.overlay.below
	}
	return a.overlay
}

// overlayMoves are the keys that move in a list.
var overlayMoves = map[string]pane.Verb{
	"up": pane.Up, "down": pane.Down, "ctrl+k": pane.Up, "ctrl+j": pane.Down, "ctrl+p": pane.Up, "ctrl+n": pane.Down,
	"pgup": pane.PageUp, "pgdown": pane.PageDown, "home": pane.Home, "end": pane.End,
}

// overlayKey is a key while a list is open: it is typed into the filter, or
// moves, chooses or leaves.
func (a *App) overlayKey(key tea.KeyPressMsg) tea.Cmd {
	o, name := a.overlay, key.String()
	a.message = message{}
	if o.sheet != nil {
		return a.sheetKey(name)
	}
	if a.recallLine(name) {
		return nil
	}
	o.recalled = false
	if v, ok := overlayMoves[name]; ok {
		o.list.Move(v, a.overlayPage())
		return nil
	}
	switch name {
	case "esc", "ctrl+c":
		a.overlay = o.below
		return nil
	case "enter":
		return a.choose()
	}
	if o.list.Question() {
		if o.list.Answer(name) {
			return a.choose()
		}
		return nil
	}
	switch name {
	case "tab":
		a.complete()
	case "backspace":
		if o.list.Text() == "" {
			a.overlay = o.below
			return nil
		}
		fallthrough
	default:
		if a.pastes(name) {
			return a.run(a.byID(pasteID), nil)
		}
		o.list.Press(key)
	}
	return nil
}

// choose takes the text if it is enough by itself, else the item at the cursor.
func (a *App) choose() tea.Cmd {
	o := a.overlay
	if o.text != nil && !o.list.Picked() {
		return o.text(a, o.list.Text())
	}
	item, ok := o.list.Chosen()
	switch {
	case !ok:
		return nil
	case item.Off != "":
		a.say(refusal, "%s: %s", item.Label, item.Off)
		return nil // another can be chosen
	}
	a.overlay = o.below
	return o.then(a, item)
}

// complete puts the item at the cursor into the text.
func (a *App) complete() {
	list := a.overlay.list
	item, ok := list.Chosen()
	if !ok || a.overlay.text == nil {
		return
	}
	shared, more := a.shared(list.Text())
	switch {
	case more && !list.Picked():
		list.Set(shared)
	case a.worked(item.Value) && palette.Holds(item.Value) && item.Off == "":
		list.Set(item.Lead())
	default:
		a.overlay.list.Pick()
	}
}
