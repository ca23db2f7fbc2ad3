package tui_test

import (
	"os"
	"testing"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui"
	"termsheet/tui/play"
)

// TestSaveAndQuit leaves a deal that had no file yet, once it has one.
func TestSaveAndQuit(t *testing.T) {
	t.Chdir(t.TempDir())
	app, err := tui.New(open(t, "covered-baseline"), tui.Options{Book: rulebook(t), Theme: "dark", Width: 80, Height: 24})
	if err != nil {
		t.Fatal(err)
	}
	keys, err := play.Keys("+ q enter enter")
	if err != nil {
		t.Fatal(err)
	}
	left := false
	for _, key := range keys {
		_, cmd := app.Update(key)
		for waiting := []tea.Cmd{cmd}; len(waiting) > 0; waiting = waiting[1:] {
			if waiting[0] == nil {
				continue
			}
			switch msg := waiting[0]().(type) {
			case tea.QuitMsg:
				left = true
			case tea.BatchMsg:
				waiting = append(waiting, msg...)
			default:
				_, next := app.Update(msg)
				waiting = append(waiting, next)
			}
		}
	}
	if _, err := os.Stat("covered-baseline.toml"); err != nil || !left {
		t.Errorf("it has left: %v; the file: %v", left, err)
	}
}
