package tui

import (
	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
	"termsheet/tui/entry"
	"termsheet/tui/pane"
)

// edit is the last change of the deal, to be made again: an action, or a value
// that was typed into a cell.
type edit struct {
	act   *action
	args  []string
	times int
	input string
}

// noteEdit keeps an action that has changed the document.
func (a *App) noteEdit(act *action, args []string, before *scenarios.Document) {
	if act.again && a.session.Document() != before {
		a.last = &edit{act: act, args: args, times: a.count}
	}
}

func repeatOff(a *App) string {
	switch {
	case a.last == nil:
		return "nothing has been changed yet"
	case a.last.act == nil:
		return needsCell(a)
	}
	return a.last.act.off(a)
}

// repeatEdit makes the last change again, where the cursor stands now. A count
// takes the place of the one it had.
func repeatEdit(a *App, _ []string) (tea.Cmd, error) {
	last := a.last
	if last.act == nil {
		cell, _ := a.cell()
		return nil, a.change(cell, last.input)
	}
	if a.count == 0 {
		a.count = last.times
	}
	return last.act.run(a, last.args)
}

// mostTimes is the highest count a key takes.
const mostTimes = 9999

// times is how often the key that runs now was asked to do what it does.
func (a *App) times() int { return max(a.count, 1) }

// countDigit takes a digit for a count, where no value could begin with it.
func (a *App) countDigit(name string) bool {
	if _, ok := a.cell(); ok || len(name) != 1 || !isDigit(name) || name == "0" && a.count == 0 {
		return false
	}
	if a.count = a.count*10 + int(name[0]-'0'); a.count > mostTimes {
		a.count = mostTimes
	}
	a.say(note, "%d times; esc forgets it", a.count)
	return true
}

// countKey does what a key stands for as often as the digits say that were
// typed into the cell before it: 5+ is five more. It tells whether it was such a
// key, and not one that a value goes on with.
func (a *App) countKey(name string) (tea.Cmd, bool) {
	t := a.typing
	act := a.byKey(name)
	if !t.begun || act == nil || !act.counts || !t.line.Typed().Digits() || name == "." || name == "-" && isDate(t.cell) {
		return nil, false
	}
	for _, digit := range t.line.Text() {
		a.count = min(a.count*10+int(digit-'0'), mostTimes)
	}
	a.leaveTyping()
	return a.run(act, nil), true
}

// isDate tells whether a cell holds a day, which is written with dashes.
func isDate(c pane.Cell) bool {
	_, err := entry.ResolveDay(c.Text, 0)
	return err == nil
}
