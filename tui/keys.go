package tui

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/pane"
)

// press routes a key: the overlay on top first, then the field that is typed
// into, then the actions.
func (a *App) press(key tea.KeyPressMsg) tea.Cmd {
	switch {
	case a.forgetsCount(key.String()):
		return nil
	case key.String() == escTwice:
		return tea.Batch(a.pressNamed("esc"), a.pressNamed("esc"))
	case a.overlay != nil:
		return a.overlayKey(key)
	case a.asking:
		return a.whatIfKey(key)
	case a.typing != nil:
		return a.typeKey(key)
	}
	return a.runKey(key.String(), key.Text)
}

// escTwice is what a terminal makes of esc pressed twice at once.
const escTwice = "alt+esc"

// startsValue are the keys that begin a value in the focused cell.
const startsValue = "0123456789*="

// runKey does what a key stands for. Digits before it say how often, where they
// cannot begin a value.
func (a *App) runKey(name string, text ...string) tea.Cmd {
	if act := a.byKey(name); act != nil {
		return a.run(act, nil)
	}
	if len(text) > 0 && text[0] != "" && strings.Contains(startsValue, text[0][:1]) {
		if !a.countDigit(text[0]) {
			a.beginTyping(text[0])
		}
		return nil
	}
	a.count = 0
	a.say(note, "%s does nothing here; %s lists the keys", name, a.keyFor("help"))
	return nil
}

// room is where the user is.
func (a *App) room() room {
	switch {
	case a.comparison() != nil:
		return inCompare
	case a.asking:
		return inBest << a.whatif.Tab()
	case a.focus == Timeline:
		return onPanes | inTimeline
	}
	return onPanes
}

// byKey is the action that a key has where the user is, if it has one.
func (a *App) byKey(name string) *action {
	var found *action
	here := a.room()
	for i := range a.actions {
		if act := &a.actions[i]; act.in&here != 0 && slices.Contains(act.keys, name) && (found == nil || act.aside()) {
			found = act
		}
	}
	return found
}

// find is the first action that is so, nil where there is none.
func (a *App) find(is func(*action) bool) *action {
	for i := range a.actions {
		if act := &a.actions[i]; is(act) {
			return act
		}
	}
	return nil
}

// byID is the action that is called so.
func (a *App) byID(id string) *action {
	return a.find(func(act *action) bool { return act.id == id })
}

// byWord is the action that a word of the command line stands for.
func (a *App) byWord(word string) *action {
	return a.find(func(act *action) bool { return word != "" && (act.word == word || act.short == word) })
}

// run does an action, or says why it cannot be done now.
func (a *App) run(act *action, args []string) tea.Cmd {
	defer func() { a.count = 0 }()
	args, err := a.fitting(act, args)
	if err != nil {
		a.refuse(act, err)
		return nil
	}
	why := act.off(a)
	if len(args) == 0 {
		why = a.off(act)
	}
	switch {
	case why != "" && a.means(act) && !a.opts.Plain: // the screen says what it is about
		a.say(refusal, "%s", why)
		return nil
	case why != "":
		a.refuse(act, errors.New(why))
		return nil
	}
	a.message = message{}
	if len(args) == 0 && a.means(act) && !a.opts.Plain {
		intent := a.whatif.Do(act.asks)
		for range a.times() - 1 {
			if !act.counts {
				break
			}
			intent = a.whatif.Do(act.asks)
		}
		a.carryOut(intent)
		return nil
	}
	if a.comparison() != nil && act.leaves() {
		a.overlay = nil
	}
	before := a.session.Document()
	cmd, err := act.run(a, args)
	if err != nil {
		a.refuse(act, err)
	}
	a.noteEdit(act, args, before)
	return cmd
}

// leaves tells whether an action is about the panes, so that nothing can lie over
// them.
func (act *action) leaves() bool {
	return act.in&inCompare == 0 && (act.away || act.group == moving || act.group == inTime)
}

// refuse says why an action was not done, and notes whether that is an
// expectation that does not hold.
func (a *App) refuse(act *action, err error) {
	var no unmet
	a.outcome.failed = errors.As(err, &no)
	switch {
	case a.outcome.failed:
		a.say(refusal, "%s", err)
	case a.opts.Plain:
		a.say(refusal, "%s: %s", act.name(), reason(err))
	default:
		a.say(refusal, "%s: %s", act.title, reason(err))
	}
}

// pane is a pane by its name.
func (a *App) pane(p Pane) component {
	return [panes]component{&a.mix, &a.terms, &a.costs, &a.cumulative, &a.timeline, &a.book}[p]
}

// moveBy moves as often as that.
func (a *App) moveBy(v pane.Verb, times int) {
	for range times {
		a.move(v)
	}
}

// move moves inside the focused pane, or in the comparison.
func (a *App) move(v pane.Verb) {
	if sheet := a.comparison(); sheet != nil {
		sheet.Step(v, a.overlaySize())
		return
	}
	a.pane(a.focus).Move(a.session, v, a.inner(a.focus))
	a.moves[a.focus]++
	a.noteKey()
}

// step goes to the next pane, around the end, or to the next column of the
// comparison, as often as counted.
func (a *App) step(by int) {
	if a.comparison() != nil {
		a.moveBy(map[int]pane.Verb{-1: pane.Left, 1: pane.Right}[by], a.times())
		return
	}
	for range a.times() {
		for range panes {
			if a.focus = (a.focus + Pane(by) + panes) % panes; a.has(a.focus) {
				break
			}
		}
	}
	a.noteKey()
}

// noteKey remembers the type or dimension at the cursor, for the timeline.
func (a *App) noteKey() { a.key = cmp.Or(a.atCursor(), a.key) }

// atCursor is the type or dimension at the cursor of the focused pane.
func (a *App) atCursor() string {
	switch a.focus {
	case Mix:
		if need, ok := a.mix.Need(a.session); ok {
			return need.Type
		}
	case Terms:
		if d, ok := a.terms.Dimension(a.session, a.inner(Terms)); ok {
			return d.Key
		}
	}
	return ""
}

// onCell tells whether there is a value at the cursor, without making it.
func (a *App) onCell() bool {
	if a.focus == Mix {
		_, has := a.mix.Need(a.session)
		return has
	}
	_, has := a.cell()
	return has
}

// cell is the value at the cursor.
func (a *App) cell() (pane.Cell, bool) {
	switch a.focus {
	case Mix:
		return a.mix.Cell(a.session)
	case Terms:
		return a.terms.Cell(a.session, a.inner(Terms))
	}
	return pane.Cell{}, false
}
