package tui

import (
	"slices"
	"testing"

	"termsheet/tui/settings"
)

// TestBindable holds what the settings can change against the table: every
// action, no key of two, and the settings read with it.
func TestBindable(t *testing.T) {
	list := Bindable()
	if len(list.Keys) != len(actionTable()) {
		t.Errorf("%d actions can be bound, there are %d", len(list.Keys), len(actionTable()))
	}
	for _, key := range []string{"esc", "enter", "ctrl+c", "7"} {
		if !slices.Contains(list.Fixed, key) {
			t.Errorf("%s can be given away", key)
		}
	}
	set, err := settings.Decode("settings.toml", []byte("[keys]\nundo = [\"z\", \"ctrl+z\"]\nzoom = [\"Z\"]\ntake = [\"ctrl+t\"]\nhold = [\"H\"]\n"), list)
	if err != nil {
		t.Fatal(err)
	}
	bound := set.Bindings()
	if !slices.Equal(bound["undo"], []string{"z", "ctrl+z"}) || !slices.Equal(bound["quit"], []string{"q", "ctrl+c"}) {
		t.Errorf("undo is on %q, quit on %q", bound["undo"], bound["quit"])
	}
	if !slices.Equal(bound["take"], []string{"ctrl+t", "enter"}) || !slices.Equal(bound["hold"], []string{"H"}) { // as the README says
		t.Errorf("take is on %q, hold on %q", bound["take"], bound["hold"])
	}
	if _, err := settings.Decode("settings.toml", []byte("[keys]\nundoo = [\"z\"]\n"), list); err == nil {
		t.Error("an action that is not there can be bound")
	}
}
