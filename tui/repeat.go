package tui

import (
	"fmt"

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

// repeats tells whether a key would make the last edit again.
func (a *App) repeats(key string) bool {
	act := a.byKey(key)
	return act != nil && act.id == "repeat" && repeatOff(a) == ""
}

// repeatEdit makes the last change again, where the cursor stands now, as often as
// the digits before it say. A count takes the place of the one it had.
func repeatEdit(a *App, _ []string) (tea.Cmd, error) {
	last := a.last
	switch {
	case last.act != nil && last.act.counts:
		if a.count == 0 {
			a.count = last.times
		}
		return last.act.run(a, last.args)
	case a.times() > mostAgain:
		return nil, fmt.Errorf("%d times are too many; at most %d", a.count, mostAgain)
	case last.act == nil:
		return nil, a.changeAgain(last.input)
	}
	var cmds []tea.Cmd
	for i := range a.times() {
		if i > 0 && last.act.off(a) != "" {
			break
		}
		cmd, err := last.act.run(a, last.args)
		if err != nil {
			return tea.Batch(cmds...), err
		}
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...), nil
}

// mostAgain is how often an edit is made again that cannot be made at once: each
// is priced.
const mostAgain = 99

// changeAgain puts an input into the cell at the cursor as often as it is asked
// for, in one step of undo.
func (a *App) changeAgain(input string) error {
	first, _ := a.cell()
	defer a.session.EndPreview()
	var change pane.Change
	for range a.times() {
		cell, _ := a.cell()
		next, err := cell.Change(input)
		if err != nil {
			return err
		}
		change = next
		if err := a.session.Preview(change.Edits...); err != nil {
			return a.against(err)
		}
	}
	a.session.EndPreview()
	return a.apply(fmt.Sprintf("%s %s %s %s", first.Name, first.Text, a.arrow(), change.To), change)
}

// mostTimes is the highest count a key takes.
const mostTimes = 9999

// times is how often the key that runs now was asked to do what it does.
func (a *App) times() int { return max(a.count, 1) }

// countDigit takes a digit for a count, where no value could begin with it.
func (a *App) countDigit(name string) bool {
	if a.takesDigits() || len(name) != 1 || !isDigit(name) || name == "0" && a.count == 0 {
		return false
	}
	most := ""
	if a.count = a.count*10 + int(name[0]-'0'); a.count > mostTimes {
		a.count, most = mostTimes, " at most"
	}
	a.say(note, "%d times%s; esc forgets it", a.count, most)
	return true
}

// takesDigits tells whether a value begins with a digit where the cursor stands.
func (a *App) takesDigits() bool {
	cell, ok := a.cell()
	return ok && cell.Off == "" && a.room()&onPanes != 0
}

// forgetsCount tells whether a key only takes back the digits before it.
func (a *App) forgetsCount(name string) bool {
	if a.count == 0 || name != "esc" {
		return false
	}
	a.count, a.message = 0, message{}
	return true
}

// countKey does what a key stands for as often as the digits say that were
// typed into the cell before it: 5+ is five more. It tells whether it was such a
// key, and not one that a value goes on with: a point behind digits repeats where
// no decimals can follow, else the second point does.
func (a *App) countKey(name string) (tea.Cmd, bool) {
	t := a.typing
	act := a.byKey(name)
	text, pointed := t.line.Typed().Count()
	if !t.begun || act == nil || !act.counts || act.group == moving || text == "" || name == "-" && isDate(t.cell) {
		return nil, false
	}
	if point := name == "."; pointed != (point && takesDecimals(t.cell)) || point && a.off(act) != "" {
		return nil, false
	}
	for _, digit := range text {
		a.count = min(a.count*10+int(digit-'0'), mostTimes)
	}
	a.leaveTyping()
	return a.run(act, nil), true
}

// takesDecimals tells whether a value of a cell can have decimals, or is a day,
// which people write with points, too.
func takesDecimals(c pane.Cell) bool {
	if isDate(c) {
		return true
	}
	for _, text := range []string{"1.5", "1.5%"} {
		if _, err := c.Change(text); err == nil {
			return true
		}
	}
	return false
}

// isDate tells whether a cell holds a day.
func isDate(c pane.Cell) bool {
	_, err := entry.ResolveDay(c.Text, 0)
	return err == nil
}
