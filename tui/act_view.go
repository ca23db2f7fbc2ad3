package tui

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/cumulative"
	"termsheet/tui/entry"
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
