package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"termsheet/tui/cumulative"
	"termsheet/tui/entry"
	"termsheet/tui/palette"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// paneNames are the words that name the panes, and their tabs.
var paneNames = [panes]string{"mix", "terms", "cost", "chart", "timeline", "book"}

func focusPane(a *App, args []string) (tea.Cmd, error) {
	word := strings.ToLower(strings.Join(args, " "))
	for i, name := range paneNames {
		if word != "" && strings.HasPrefix(name, word) && a.has(Pane(i)) {
			a.focus = Pane(i)
			a.noteKey()
			return nil, nil
		}
	}
	var names []string
	for i, name := range paneNames {
		if a.has(Pane(i)) {
			names = append(names, name)
		}
	}
	return nil, errors.New("the panes are " + strings.Join(names, ", "))
}

func variantOff(a *App) string {
	if len(a.session.Variants()) < 2 {
		return "this scenario has no variants"
	}
	return ""
}

func (a *App) stepVariant(by int) {
	a.session.StepVariant(by)
	a.sayVariant()
}

func (a *App) sayVariant() {
	name := a.session.Variant()
	text := fmt.Sprintf("%s (%d of %d)", name, a.session.VariantIndex()+1, len(a.session.Variants()))
	if a.session.EditVariant() != "" {
		text += "; edits go into this variant"
	}
	a.say(note, "%s%s", text, a.spoken(a.now()))
	a.noteKey()
}

// showVariant shows the named variant, or offers all of them with what they
// cost.
func showVariant(a *App, args []string) (tea.Cmd, error) {
	if len(args) > 0 {
		name, ok := spelledAs(a.variantNames(), strings.Join(args, " "))
		if !ok {
			return nil, fmt.Errorf("there is no variant %s", name)
		}
		a.session.ShowVariant(name)
		a.sayVariant()
		return nil, nil
	}
	list := &palette.List{Title: "Variants", Prompt: "filter: "}
	for _, p := range a.session.Variants() {
		list.Items = append(list.Items, palette.Item{Value: p.Scenario.Variant, Label: p.Scenario.Variant, Detail: costWords(p) + a.hiddenWord(p.Scenario.Variant)})
	}
	list.Place(a.session.Variant())
	a.open(overlay{list: list, then: func(a *App, item palette.Item) tea.Cmd {
		a.session.ShowVariant(item.Value)
		a.sayVariant()
		return nil
	}})
	return nil, nil
}

// costWords says what a variant costs.
func costWords(v session.Variant) string {
	if v.Err != nil {
		return "cannot be priced"
	}
	return v.Totals.Software.Grouped()
}

// nextChart shows the next picture in the chart pane, or the one that is named.
func nextChart(a *App, args []string) (tea.Cmd, error) {
	name := ""
	if len(args) > 0 {
		if name = strings.ToLower(args[0]); !a.cumulative.Show(name) {
			return nil, errors.New("the pictures are " + strings.Join(cumulative.Names(), ", "))
		}
	} else {
		name = a.cumulative.Next(a.times())
	}
	a.moves[Chart]++
	a.say(note, "the chart shows %s; %s goes on to the next picture", name, a.keyFor("chart"))
	return nil, nil
}

func pinOff(a *App) string {
	if a.session.Current().Err != nil {
		return "it cannot be priced for the moment"
	}
	return ""
}

func (a *App) pin() {
	a.session.Pin("pinned " + a.session.Variant())
	a.say(done, "pinned: every figure shows its difference from %s", a.session.Quote().Totals.Software.Grouped())
}

func unpinOff(a *App) string {
	if a.session.Pinned().Quote == nil {
		return "nothing is pinned"
	}
	return ""
}

func (a *App) unpin() {
	a.session.Unpin()
	a.say(done, "nothing is pinned")
}

func quoteOff(a *App) string {
	if a.session.Quote() == nil {
		return "the deal cannot be priced yet"
	}
	return ""
}

// stepEvents moves the day cursor along the events, as many as counted.
func (a *App) stepEvents(by int) {
	for range a.times() {
		a.session.StepEvent(by)
	}
	a.sayDay()
}

func goToDay(a *App, args []string) (tea.Cmd, error) {
	if len(args) == 0 {
		return nil, errors.New("write day 2026-07-01")
	}
	day, err := entry.ResolveDay(args[0], a.session.Day())
	if err != nil {
		return nil, err
	}
	a.session.MoveTo(day)
	if a.session.Day() != day {
		first, last := a.session.Span()
		return nil, fmt.Errorf("%s is outside the timeline, %s to %s", day, first, last)
	}
	a.sayDay()
	return nil, nil
}

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
