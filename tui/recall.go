package tui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/calendar"
	"termsheet/tui/palette"
	"termsheet/tui/paths"
	"termsheet/tui/state"
)

// past is what the application knows of the files that were looked at.
type past struct {
	recent []state.Visit // the latest first
	visits []visit       // to be written down
	busy   bool          // they are being written down
	noted  string        // the file that was noted last
}

// recentMsg brings the files that were looked at before.
type recentMsg struct {
	list  []state.Visit
	first bool // the application has never been opened before
}

// recall reads which files were looked at before.
func (a *App) recall() tea.Cmd {
	store := a.opts.Recent
	if store == nil {
		return nil
	}
	return func() tea.Msg { return recentMsg{store.Recent(), store.First()} }
}

// reach takes over the files; who opens the application for the first time
// is told how to go on.
func (msg recentMsg) reach(a *App) tea.Cmd {
	for _, v := range msg.list { // behind those of this sitting
		if !slices.ContainsFunc(a.past.recent, func(known state.Visit) bool { return known.Path == v.Path }) {
			a.past.recent = append(a.past.recent, v)
		}
	}
	if msg.first && a.message.text == "" {
		a.say(note, "Welcome. %s and %s change a figure, %s explains it, %s lists all keys, %s leaves",
			a.keyFor("more"), a.keyFor("less"), a.keyFor("explain"), a.keyFor("help"), a.keyFor("quit"))
	}
	return nil
}

// here is where the user is.
func (a *App) here() state.Visit {
	v := state.Visit{Path: a.session.Clean().Path(), Variant: a.session.EditVariant(), Pane: paneNames[a.focus], Key: a.key,
		Presenter: a.session.Presenting(), Hidden: a.session.HiddenVariants()}
	if day := a.session.Day(); day != a.session.Scenario().Start {
		v.Day = day.String()
	}
	return v
}

// noteVisit keeps where the user is, to be written down.
func (a *App) noteVisit() {
	v := a.here()
	if v.Path == "" || a.opts.Recent == nil {
		return
	}
	if path, err := filepath.Abs(v.Path); err == nil {
		v.Path = path
	}
	a.past.visits = append(a.past.visits, visit{v, false})
	a.past.recent = slices.DeleteFunc(slices.Clone(a.past.recent), func(old state.Visit) bool { return old.Path == v.Path })
	a.past.recent = slices.Insert(a.past.recent, 0, v)
}

// noteFile keeps that a file is open which was not before.
func (a *App) noteFile() {
	if path := a.session.Clean().Path(); path != a.past.noted {
		a.past.noted = path
		a.noteVisit()
	}
}

// remember writes down what was kept. What cannot be written is a convenience
// lost, and not worth a word.
func (a *App) remember() tea.Cmd {
	store, visits := a.opts.Recent, a.past.visits
	if len(visits) == 0 || a.past.busy || a.done {
		return nil
	}
	a.past.visits, a.past.busy = nil, true
	return func() tea.Msg {
		rememberAll(store, visits)
		return rememberedMsg{}
	}
}

// visit is what is to be written down of a file: where its user is, or that it is
// gone.
type visit struct {
	state.Visit
	gone bool
}

func rememberAll(store *state.Store, visits []visit) {
	for _, v := range visits {
		if v.gone {
			_ = store.Forget(v.Path)
			continue
		}
		_ = store.Remember(v.Visit)
	}
}

// rememberedMsg tells that what was kept is written down, one batch at a time.
type rememberedMsg struct{}

func (rememberedMsg) reach(a *App) tea.Cmd {
	a.past.busy = false
	if a.done {
		return a.leave()
	}
	return nil
}

// forget takes a file that is gone off those that were looked at, and says so; false
// where it is not among them, or not gone.
func (a *App) forget(ref string) bool {
	path, err := filepath.Abs(ref)
	at := slices.IndexFunc(a.past.recent, func(v state.Visit) bool { return v.Path == path })
	if err != nil || at < 0 {
		return false
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	a.say(refusal, "not opened: %s is gone", filepath.Base(path))
	a.past.recent = slices.Delete(slices.Clone(a.past.recent), at, at+1)
	a.past.visits = append(a.past.visits, visit{state.Visit{Path: path}, true})
	return true
}

// wasAt is where the user was in a file.
func (a *App) wasAt(path string) state.Visit {
	if path, err := filepath.Abs(path); err == nil {
		for _, v := range a.past.recent {
			if v.Path == path {
				return v
			}
		}
	}
	return state.Visit{}
}

// resume puts the cursor where the user was. What is no longer there is passed
// over.
func (a *App) resume(v state.Visit) {
	for _, name := range v.Hidden {
		if !a.session.Hidden(name) {
			_, _ = a.session.Hide(name)
		}
	}
	if a.session.ShowVariant(v.Variant) {
		a.session.Pin("as opened")
	}
	if day, err := calendar.Parse(v.Day); err == nil {
		a.session.MoveTo(day)
	}
	a.mix.Focus(a.session, v.Key)
	a.terms.Focus(a.session, v.Key)
	if i := slices.Index(paneNames[:], v.Pane); i >= 0 && a.has(Pane(i)) {
		a.focus = Pane(i)
	}
	a.noteKey()
}

// presentAgain goes back to the presenter view that was left by a crash or a lost
// line, so that what comes up again in front of a buyer is what was there.
func (a *App) presentAgain(v state.Visit) {
	if v.Presenter {
		a.present(true)
		a.say(note, "presenter view, as it was left; %s shows all", a.keyFor("presenter"))
	}
}

// recentItems are the files of one's own in the list of scenarios, the one that
// is shown left out.
func (a *App) recentItems() []palette.Item {
	here, _ := filepath.Abs(a.session.Clean().Path())
	var items []palette.Item
	for _, v := range a.past.recent {
		if v.Path != here || a.session.Clean().Path() == "" {
			items = append(items, palette.Item{Value: v.Path, Label: filepath.Base(v.Path), Detail: recentIn(v.Path), Group: "Recent"})
		}
	}
	return items
}

// recentIn says where a file is that was looked at before.
func recentIn(path string) string { return "in " + paths.Homely(filepath.Dir(path)) }
