package tui

import tea "charm.land/bubbletea/v2"

// awaited is a file that a command asks for, as long as it is read in the
// background. What is typed meanwhile is meant for it, and waits.
type awaited struct {
	line  line      // the command line that asked
	typed []tea.Msg // in its order
}

// awaits notes that a file is read. Where another still is, this one is shown
// in its place.
func (a *App) awaits() *awaited {
	r := &awaited{line: a.line}
	if a.awaited != nil {
		r.typed = a.awaited.typed
	}
	a.awaited = r
	return r
}

// stopWaiting is the key that gives up a file that does not come.
const stopWaiting = "ctrl+c"

// waits keeps what is typed until the file is there.
func (a *App) waits(msg tea.Msg) bool {
	if a.awaited == nil {
		return false
	}
	if key, ok := msg.(tea.KeyPressMsg); ok && key.String() == stopWaiting {
		a.awaited = nil
		a.say(note, "the file is not waited for any more")
		return true
	}
	a.awaited.typed = append(a.awaited.typed, msg)
	a.say(note, "the file is being read, and keys wait for it; %s ends that", stopWaiting)
	return true
}

// leavesOut drops what the mouse does until the file is there: it points at what
// the file takes the place of.
func (a *App) leavesOut(msg tea.MouseMsg) bool {
	if a.awaited == nil {
		return false
	}
	a.drag = nil
	if _, pressed := msg.(tea.MouseClickMsg); pressed && a.mouse {
		a.say(note, "the file is being read, and a click does nothing; %s ends that", stopWaiting)
	}
	return true
}

// arrived shows what was read, and then does what was typed for it, as if that
// came now. Where nothing could be read that is left out: it was not meant for
// the deal that is still there.
func (a *App) arrived(r *awaited, err error, show func()) tea.Cmd {
	if a.awaited != r {
		return nil
	}
	a.awaited = nil
	show()
	if err != nil {
		a.askAgain(r.line)
		if len(r.typed) > 0 {
			a.message.text = "what was typed meanwhile is left out; " + a.message.text
		}
		return nil
	}
	var cmds []tea.Cmd
	for _, msg := range r.typed {
		if a.done {
			break
		}
		cmds = append(cmds, a.background(), a.handle(msg))
	}
	return tea.Batch(cmds...)
}
