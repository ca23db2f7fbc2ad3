// Command bare is about the least that a Bubble Tea program can be: a screen
// full of text on which a key changes a number. What termsheet takes longer
// than this is its own doing.
package main

import (
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
)

type bare struct{ w, h, pressed int }

func (b bare) Init() tea.Cmd { return nil }

func (b bare) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		b.w, b.h = msg.Width, msg.Height
	case tea.KeyPressMsg:
		if msg.String() == "q" {
			return b, tea.Quit
		}
		b.pressed++
	}
	return b, nil
}

func (b bare) View() tea.View {
	var screen string
	if b.h > 1 {
		screen = strings.Repeat(strings.Repeat("x", b.w)+"\n", b.h-1) + fmt.Sprintf("pressed %d times, quit", b.pressed)
	}
	v := tea.NewView(screen)
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(bare{}).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
