package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
	"termsheet/tui/recovery"
)

// keeping is what the application knows of the drafts that it keeps of unsaved
// edits.
type keeping struct {
	have    *scenarios.Document // whose text is kept
	of      []recovery.Document // documents with a draft of ours
	over    []recovery.Document // that have another name since they were saved
	busy    bool                // one is being written or taken away
	trouble string              // why none could be kept last
}

// keptMsg tells that a draft was written or taken away, or why not.
type keptMsg struct {
	of   recovery.Document
	have *scenarios.Document // nil: it was taken away
	err  error
}

// identity is the document that is shown, as drafts name it.
func (a *App) identity() recovery.Document {
	clean := a.session.Clean()
	return recovery.Document{Path: clean.Path(), Name: clean.Name()}
}

// keep writes the unsaved edits down, one version at a time: with the next
// answer it looks whether there are newer ones. What has been saved is taken
// away again.
func (a *App) keep() tea.Cmd {
	store, of, doc := a.opts.Drafts, a.identity(), a.session.Committed()
	if store == nil || a.keeping.busy || a.done || doc == a.keeping.have {
		return nil
	}
	switch kept := slices.Contains(a.keeping.of, of); {
	case len(a.keeping.over) > 0:
		of = a.keeping.over[0]
		a.keeping.over = a.keeping.over[1:]
		a.keeping.busy = true
		return func() tea.Msg { return keptMsg{of: of, err: store.Clear(of)} }
	case a.session.Edited():
		a.keeping.busy = true
		return func() tea.Msg {
			err := store.Write(recovery.Draft{Document: of, Text: doc.Text(), At: time.Now()})
			return keptMsg{of, doc, err}
		}
	case kept:
		a.keeping.busy = true
		return func() tea.Msg { return keptMsg{of: of, err: store.Clear(of)} }
	}
	return nil
}

// reach notes what has become of a draft. That none can be kept is told once.
func (msg keptMsg) reach(a *App) tea.Cmd {
	a.keeping.busy = false
	if a.done {
		return a.leave()
	}
	if msg.err != nil {
		a.keeping.have = msg.have // not again at once
		if text := reason(msg.err); text != a.keeping.trouble {
			a.keeping.trouble = text
			a.say(warning, "%s; a crash would lose them", text)
		}
		return tea.Tick(keepAgain, func(time.Time) tea.Msg { return againKeepMsg{msg.have} })
	}
	a.keeping.have, a.keeping.trouble = msg.have, ""
	a.keeping.of = slices.DeleteFunc(a.keeping.of, func(of recovery.Document) bool { return of == msg.of })
	if msg.have != nil {
		a.keeping.of = append(a.keeping.of, msg.of)
	}
	return nil
}

// keepAgain is when a draft that could not be written is tried again: a disk does
// not stay full.
const keepAgain = 20 * time.Second

// againKeepMsg asks to write a draft again that could not be written.
type againKeepMsg struct{ have *scenarios.Document }

func (msg againKeepMsg) reach(a *App) tea.Cmd {
	if a.keeping.have == msg.have && a.keeping.trouble != "" {
		a.keeping.have = nil
	}
	return nil
}

// savedAs lets go of the draft of a document that has another name now.
func (a *App) savedAs(before recovery.Document) {
	if before != a.identity() && slices.Contains(a.keeping.of, before) {
		a.keeping.over = append(a.keeping.over, before)
	}
}

// leave ends the application. Where the user is and what was looked at is
// remembered; drafts go, since what they hold is saved or given up.
func (a *App) leave() tea.Cmd {
	a.done = true
	if a.keeping.busy || a.past.busy {
		return nil // what is under way comes back here
	}
	a.noteVisit()
	recent, visits, drafts, of := a.opts.Recent, a.past.visits, a.opts.Drafts, a.keeping.of
	if recent == nil && drafts == nil {
		return tea.Quit
	}
	return func() tea.Msg {
		rememberAll(recent, visits)
		if drafts != nil {
			for _, each := range of {
				_ = drafts.Clear(each) // offered once more at worst
			}
			_ = drafts.Close()
		}
		return tea.QuitMsg{}
	}
}
