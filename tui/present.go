package tui

import (
	"errors"
	"io/fs"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/compare"
	"termsheet/tui/findings"
	"termsheet/tui/pane"
)

// presenterOff is why what belongs to the seller cannot be seen now.
func presenterOff(a *App) string {
	if a.session.Presenting() {
		return "not in presenter view"
	}
	return ""
}

// setPresenter goes to the presenter view and back: on, off, or the other.
func setPresenter(a *App, args []string) (tea.Cmd, error) {
	on, err := onOrOff("presenter", args, a.session.Presenting())
	if err != nil {
		return nil, err
	}
	a.present(on)
	a.noteVisit()
	if a.opts.Plain {
		a.say(done, "presenter view is %s", onOff(on))
	}
	return nil, nil
}

func onOff(on bool) string {
	if on {
		return "on: nothing of the seller's own is shown"
	}
	return "off"
}

// present takes what is the seller's own out of all that can be shown or
// copied: the scenarios lose it, and what was found, copied or opened from it
// before is forgotten. Nothing of the file is changed.
func (a *App) present(on bool) {
	a.closeWhatIf()
	a.whatif.Forget()
	a.closeBook()
	a.books = books{number: a.books.number}
	a.session.Present(on)
	a.overlay, a.copied, a.earlier, a.message = nil, "", nil, message{}
	a.findings, a.checked = findings.List{}, nil
	a.hearings++
}

// hideOff is why no variant can be hidden now: its name would be read.
func hideOff(a *App) string {
	if a.session.Presenting() { // not in that view would read like what was asked for
		return "leave presenter view (" + pane.Either(a.opts.Plain, "presenter off", a.keyFor("presenter")) + ") first"
	}
	return variantOff(a)
}

// hideVariant keeps a variant out of the presenter view, or shows it there again.
func hideVariant(a *App, args []string) (tea.Cmd, error) {
	name := a.session.Variant()
	if len(args) > 0 {
		name, _ = spelledAs(a.variantNames(), strings.Join(args, " "))
	}
	hidden, err := a.session.Hide(name)
	a.noteVisit()
	switch {
	case err != nil:
		return nil, err
	case hidden:
		a.say(done, "%s is hidden in presenter view; hide %s shows it there again", name, name)
	default:
		a.say(done, "%s is shown in presenter view", name)
	}
	return nil, nil
}

// hiddenWord marks a variant that presenter view leaves out.
func (a *App) hiddenWord(variant string) string {
	if a.session.Hidden(variant) {
		return " hidden"
	}
	return ""
}

// unread says why a file does not read. A buyer does not see that: the error
// could be in the seller's own table, and names its value.
func (a *App) unread(err error) string {
	if a.session.Presenting() && !errors.Is(err, errGone) {
		return "the file has an error; outside presenter view it is told"
	}
	return placed(err)
}

// unopened is unread for a file that is to be opened: that there is none can be
// told.
func (a *App) unopened(err error) string {
	var absent *compare.Absent
	switch {
	case !a.session.Presenting() || errors.Is(err, fs.ErrNotExist):
		return reason(err)
	case errors.As(err, &absent):
		return absent.Short() // the others can be hidden ones
	}
	return a.unread(err)
}

// The cells that the presenter view leaves free inside a frame, and from which
// size of a pane.
const (
	narrowFrom, narrowBy = 44, 1
	wideFrom, wideBy     = 56, 2
	highFrom, highBy     = 9, 1
	rowsFrom             = 7 // for rows, which need no height of their own as a picture does
)

// margin is what a pane leaves free inside its frame on each side.
func (a *App) margin(p Pane, size pane.Size) (x, y int) {
	if !a.session.Presenting() {
		return 0, 0
	}
	switch {
	case size.W >= wideFrom:
		x = wideBy
	case size.W >= narrowFrom:
		x = narrowBy
	}
	if size.H >= highFrom || size.H >= rowsFrom && (p == Mix || p == Terms || p == Costs) {
		y = highBy
	}
	return x, y
}

// within is the room inside a frame without its margin.
func (a *App) within(p Pane, size pane.Size) pane.Size {
	x, y := a.margin(p, size)
	return pane.Size{W: size.W - 2*x, H: size.H - 2*y}
}

// moved puts the margin before and above the lines of a pane.
func (a *App) moved(p Pane, lines []string, size pane.Size) []string {
	x, y := a.margin(p, size)
	if x == 0 && y == 0 {
		return lines
	}
	out := make([]string, y, y+len(lines))
	for _, line := range lines {
		out = append(out, strings.Repeat(" ", x)+line)
	}
	return out
}
