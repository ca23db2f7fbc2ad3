package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/whatif"
)

// noSeek is why line mode does not have the words of the goal seek.
const noSeek = "it is a question on the screen; the command seek of termsheet answers it"

// seeking is an action that opens the goal seek and sets something in it.
func seeking(usage string, set func(v *whatif.View, a *App, words []string) error) func(*App, []string) (tea.Cmd, error) {
	return func(a *App, args []string) (tea.Cmd, error) {
		if len(args) == 0 {
			return nil, errors.New("write " + usage)
		}
		if _, err := openWhatIf(a, []string{"seek"}); err != nil {
			return nil, err
		}
		return nil, set(&a.whatif, a, args)
	}
}

// setTarget says what a figure is to come to.
func setTarget(v *whatif.View, a *App, words []string) error {
	return v.Aim(words[0], strings.Join(words[1:], " "), a.session.Presenting())
}

// setHold holds a line against a discount, or lets it go.
func setHold(v *whatif.View, a *App, words []string) error {
	scenario, _ := a.session.Untried()
	return v.Hold(scenario, a.session.Conventions(), strings.Join(words, " "))
}

// setFloor keeps a line, or all, above a share of list.
func setFloor(v *whatif.View, a *App, words []string) error {
	scenario, _ := a.session.Untried()
	n := len(words) - 1
	return v.Floor(scenario, a.session.Conventions(), strings.Join(words[:n], " "), words[n])
}

// setStep says what can be sold of what is sought.
func setStep(v *whatif.View, _ *App, words []string) error { return v.Step(strings.Join(words, "")) }

// lineNames are the lines that can be held, as hold and floor take them.
func (a *App) lineNames() []string {
	scenario, ok := a.session.Untried()
	if !ok {
		return nil
	}
	return whatif.Lines(scenario, a.session.Conventions())
}
