package tui

import (
	"strings"

	"termsheet/tui/settings"
)

// fixedKeys do what they do whatever the settings say: they leave, confirm and
// begin values, so that nobody is locked in. All other keys of an action go when
// the settings name some for it.
var fixedKeys = append(strings.Split(startsValue, ""), "esc", "enter", "ctrl+c")

// Bindable are the actions and the keys they come with, for the settings to
// change.
func Bindable() settings.Actions {
	list := settings.Actions{Keys: map[string][]string{}, Fixed: fixedKeys, Apart: map[string]uint16{}}
	for _, act := range actionTable() {
		list.Keys[act.id] = act.keys
		if act.aside() {
			list.Apart[act.id] = uint16(act.in)
		}
	}
	return list
}

// bind gives the actions other keys than they come with.
func (a *App) bind(keys map[string][]string) {
	for i := range a.actions {
		if own, ok := keys[a.actions[i].id]; ok {
			a.actions[i].keys = own
		}
	}
}

// keyFor is how messages name the way to an action: its first key, else its
// word.
func (a *App) keyFor(id string) string {
	switch act := a.byID(id); {
	case act == nil:
		return id
	case a.opts.Plain && act.word != "":
		return act.word
	case len(act.keys) > 0:
		return act.keys[0]
	case act.word != "":
		return ":" + act.word
	}
	return id
}
