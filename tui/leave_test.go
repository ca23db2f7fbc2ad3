package tui_test

import (
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"termsheet/tui"
	"termsheet/tui/play"
)

// TestSaveAndQuit leaves a deal that had no file yet, once it has one.
func TestSaveAndQuit(t *testing.T) {
	t.Chdir(t.TempDir())
	_, left := driven(t, "+ q enter enter")
	if _, err := os.Stat("covered-baseline.toml"); err != nil || !left {
		t.Errorf("it has left: %v; the file: %v", left, err)
	}
}

// TestLeavesNothingBehind asks about the edits of a deal that another was opened over
// before it leaves, once those of that other are saved.
func TestLeavesNothingBehind(t *testing.T) {
	t.Chdir(t.TempDir())
	app, left := driven(t, "+ n type:quill enter + q enter enter")
	files, _ := os.ReadDir(".")
	if left || len(files) != 1 || !strings.Contains(app.Screen(), "go back to covered-baseline") {
		t.Errorf("it has left: %v; files: %v\n%s", left, files, ansi.Strip(app.Screen()))
	}
}

// driven presses keys in an application whose commands are run, and tells whether it
// has quit.
func driven(t *testing.T, words string) (*tui.App, bool) {
	t.Helper()
	app, err := tui.New(open(t, "covered-baseline"), tui.Options{Book: rulebook(t), Theme: "dark", Width: 80, Height: 24})
	if err != nil {
		t.Fatal(err)
	}
	keys, err := play.Keys(words)
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
	return app, left
}

// TestSaveToAFolder asks for a file in it, not whether to write over it.
func TestSaveToAFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	app, _ := driven(t, `: type:"save ." enter`)
	if text := ansi.Strip(app.Screen()); !strings.Contains(text, "is a folder; name a file in it") {
		t.Errorf("it says\n%s", text)
	}
}
