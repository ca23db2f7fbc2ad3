package tui

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"termsheet/tui/palette"
	"termsheet/tui/theme"
)

// setTheme changes the looks; auto follows the terminal's background.
func (a *App) setTheme(name string) error {
	follow := name == "" || name == theme.Auto
	if follow {
		name = defaultTheme
	}
	th, err := theme.ByName(name)
	if err != nil {
		return err
	}
	a.follow = follow
	a.wear(th)
	return nil
}

func (a *App) wear(th theme.Theme) {
	if a.opts.ASCII {
		th = th.WithASCII()
	}
	a.theme = th
	a.looks++
}

// backdrop is the terminal's answer to what colour it has.
func (a *App) backdrop(dark bool) {
	if !a.follow {
		return
	}
	name := "light"
	if dark {
		name = "dark"
	}
	if th, err := theme.ByName(name); err == nil {
		a.wear(th)
	}
}

// profile is how many colours the terminal has, or is asked to show: without
// any, weight and underline say what colour would have.
func (a *App) profile(p colorprofile.Profile) {
	if !a.follow || p > colorprofile.ASCII {
		return
	}
	if th, err := theme.ByName(colourless); err == nil {
		a.follow = false
		a.wear(th)
	}
}

// colourless is the theme for terminals without colours.
const colourless = "mono"

func chooseTheme(a *App, args []string) (tea.Cmd, error) {
	if len(args) > 0 {
		if known := theme.Choices(); !slices.Contains(known, args[0]) {
			return nil, errors.New("the themes are " + strings.Join(known, ", "))
		}
		err := a.setTheme(args[0])
		if err == nil && a.follow {
			return tea.RequestBackgroundColor, nil
		}
		return nil, err
	}
	list := &palette.List{Title: "Theme", Items: []palette.Item{{Value: theme.Auto, Label: theme.Auto, Detail: "by the terminal's background"}}}
	for _, name := range theme.Names() {
		list.Items = append(list.Items, palette.Item{Value: name, Label: name})
	}
	a.open(overlay{list: list, then: func(a *App, item palette.Item) tea.Cmd {
		cmd, _ := chooseTheme(a, []string{item.Value})
		return cmd
	}})
	return nil, nil
}

func (a *App) toggleASCII() {
	a.opts.ASCII = !a.opts.ASCII
	if th, err := theme.ByName(a.theme.Name); err == nil {
		a.wear(th)
	}
}
