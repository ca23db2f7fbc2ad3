package tui

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
	"termsheet/tui/watch"
)

// disk is what the application knows of the files of the document that is shown.
type disk struct {
	clean      *scenarios.Document // whose files they are
	paths      []string
	generation int          // of what is watched; what an earlier one tells is dropped
	files      *watch.Files // nil before the watch has begun
	waits      bool         // something has changed and is still to be read
	beside     bool         // and that is a file that the deal names
	saves      int          // how often this document was written from here
	wrong      error        // why the file cannot be read as it is now
}

// errGone is a file that is no longer there.
var errGone = errors.New("is gone from the disk")

// watchedMsg tells that a watch has begun.
type watchedMsg struct {
	generation int
	files      *watch.Files
	changed    bool // since the document was read
}

// changedMsg tells that files of the document have changed.
type changedMsg struct {
	generation int
	beside     bool // among them one that the deal names
}

// diskMsg is the document as it was on disk after so many saves.
type diskMsg struct {
	generation, saves int
	text              []byte              // of the deal's file; nil where it cannot be read
	theirs            *scenarios.Document // nil beside an error
	err               error
}

// againMsg is the edited document with the files it names as they are now.
type againMsg struct {
	of, doc *scenarios.Document
	err     error
}

// watchDisk watches the files of the document that is shown, once they are others
// than before.
func (a *App) watchDisk() tea.Cmd {
	clean := a.session.Clean()
	if !a.opts.Live || clean == a.disk.clean {
		return nil
	}
	a.disk.clean = clean
	paths := clean.Files()
	if slices.Equal(paths, a.disk.paths) {
		return nil
	}
	old := a.disk.files
	a.disk = disk{clean: clean, paths: paths, generation: a.disk.generation + 1}
	generation := a.disk.generation
	return func() tea.Msg {
		files := rewatch(old, paths)
		if files == nil {
			return nil // saving still looks first
		}
		return watchedMsg{generation, files, !bytes.Equal(readDisk(clean).text, clean.Text())}
	}
}

// rewatch ends a watch that nobody listens to any more, and begins another; nil
// where there is nothing to watch, or the disk tells nothing.
func rewatch(old *watch.Files, paths []string) *watch.Files {
	if old != nil {
		_ = old.Close()
	}
	if len(paths) == 0 {
		return nil
	}
	files, err := watch.Open(paths...)
	if err != nil {
		return nil
	}
	return files
}

// unwatch ends a watch that has begun too late.
func unwatch(files *watch.Files) tea.Cmd {
	return func() tea.Msg { _ = files.Close(); return nil }
}

// reach takes over a watch that has begun.
func (msg watchedMsg) reach(a *App) tea.Cmd {
	if msg.generation != a.disk.generation {
		return unwatch(msg.files)
	}
	a.disk.files, a.disk.waits = msg.files, msg.changed
	return a.awaitDisk()
}

// awaitDisk waits for the next change.
func (a *App) awaitDisk() tea.Cmd {
	files, generation, clean := a.disk.files, a.disk.generation, a.disk.clean
	return func() tea.Msg {
		changed, ok := files.Wait()
		if !ok {
			return nil
		}
		beside := slices.ContainsFunc(changed, func(path string) bool { return path != clean.Path() })
		return changedMsg{generation, beside}
	}
}

// reach notes a change, and waits for the next.
func (msg changedMsg) reach(a *App) tea.Cmd {
	if msg.generation != a.disk.generation {
		return nil
	}
	a.disk.waits, a.disk.beside = true, a.disk.beside || msg.beside
	return a.awaitDisk()
}

// readChanged reads what has changed, unless the user is at something that it
// would pull away.
func (a *App) readChanged() tea.Cmd {
	if !a.disk.waits || a.engaged() {
		return nil
	}
	a.disk.waits = false
	generation, saves, clean := a.disk.generation, a.disk.saves, a.session.Clean()
	return func() tea.Msg {
		msg := readDisk(clean)
		msg.generation, msg.saves = generation, saves
		return msg
	}
}

// engaged tells whether a field or a list is open, or the file is being written.
func (a *App) engaged() bool { return a.typing != nil || a.overlay != nil || a.saving }

// reach takes in what was read. What is out of date by now, or comes at a bad
// moment, is read again.
func (msg diskMsg) reach(a *App) tea.Cmd {
	switch {
	case msg.generation != a.disk.generation:
		return nil
	case msg.saves != a.disk.saves || a.engaged():
		a.disk.waits = true
		return nil
	}
	return a.takeIn(msg)
}

// mostBytes is more than a scenario may have, so that one too large is seen.
const mostBytes = 2 << 20

// readDisk reads a document as it is on disk now.
func readDisk(clean *scenarios.Document) diskMsg {
	var msg diskMsg
	if clean.Path() == "" { // typed or piped in, and beside files of its own
		msg.text = clean.Text()
		msg.theirs, msg.err = clean.Again()
		return msg
	}
	file, err := os.Open(clean.Path())
	if errors.Is(err, fs.ErrNotExist) { // a built-in scenario may have the name
		msg.err = errGone
		return msg
	}
	if err == nil {
		msg.text, err = io.ReadAll(io.LimitReader(file, mostBytes))
		err = errors.Join(err, file.Close())
	}
	if err != nil {
		msg.err = err
		return msg
	}
	if msg.theirs, msg.err = scenarios.Open(clean.Path()); msg.err == nil {
		msg.text = msg.theirs.Text()
	}
	return msg
}

// takeIn brings what is on disk and what is on the screen together.
func (a *App) takeIn(msg diskMsg) tea.Cmd {
	clean, was, beside := a.session.Clean(), a.disk.wrong, a.disk.beside
	a.disk.wrong, a.disk.beside = msg.err, false
	switch {
	case errors.Is(msg.err, errGone):
		a.say(warning, "%s %s; the deal stays here, and saving writes it again", fileName(clean), errGone)
	case msg.err != nil:
		a.say(warning, "%s; what is shown stays as it was", a.unread(msg.err))
	case !a.session.Edited():
		a.takeTheirs(msg.theirs, clean, was != nil || beside)
	case bytes.Equal(msg.text, clean.Text()):
		if beside {
			return again(a.session.Document())
		}
	case bytes.Equal(msg.text, a.session.Document().Text()):
		a.session.Rebase(msg.theirs)
		a.say(done, "%s has these edits now", fileName(clean))
	default:
		a.askDisk(msg)
	}
	return nil
}

// takeTheirs shows what is on disk; it is not worth a word where nothing is
// other than before.
func (a *App) takeTheirs(theirs, clean *scenarios.Document, told bool) {
	if !told && bytes.Equal(theirs.Text(), clean.Text()) {
		return
	}
	a.reread(theirs, "read "+fileName(clean)+" again", "has changed on disk, and was read again")
}

// reread puts a document in place of this one, and says what that did. The
// cursor stays where it is, as far as that is still there.
func (a *App) reread(doc *scenarios.Document, what, told string) {
	before, known := a.software()
	name := fileName(a.session.Clean())
	a.inPlace(func() { a.session.Reread(doc, what) })
	a.say(done, "%s %s (%s goes back)%s", name, told, a.keyFor("undo"), a.effect(before, known))
}

// again reads the files that an edited document names.
func again(doc *scenarios.Document) tea.Cmd {
	return func() tea.Msg {
		now, err := doc.Again()
		return againMsg{doc, now, err}
	}
}

// reach takes over files that the deal names, below its edits.
func (msg againMsg) reach(a *App) tea.Cmd {
	switch {
	case msg.of != a.session.Document():
		return again(a.session.Document())
	case msg.err != nil:
		a.disk.wrong = msg.err
		a.say(warning, "%s; what is shown stays as it was", a.unread(msg.err))
	default:
		before, known := a.software()
		a.inPlace(func() { a.session.Put(msg.doc, "read the files beside it again") })
		a.say(done, "a file that the deal names has changed, and was read again%s", a.effect(before, known))
	}
	return nil
}

// inPlace changes the document and keeps the cursors on the rows they are on.
func (a *App) inPlace(change func()) {
	need, inMix := a.mix.Need(a.session)
	dimension, inTerms := a.terms.Dimension(a.session, a.inner(Terms))
	change()
	if now, ok := a.mix.Need(a.session); inMix && (!ok || now.Type != need.Type) {
		a.mix.Focus(a.session, need.Type)
	}
	if now, ok := a.terms.Dimension(a.session, a.inner(Terms)); inTerms && (!ok || now.Key != dimension.Key) {
		a.terms.Focus(a.session, dimension.Key)
	}
	a.noteKey()
}

// diskWords say in the header what is wrong with the file.
func (a *App) diskWords() string {
	switch {
	case a.disk.wrong == nil:
		return ""
	case errors.Is(a.disk.wrong, errGone):
		return "no file"
	}
	return "broken file"
}

// fileName is how messages call the file of a document.
func fileName(doc *scenarios.Document) string { return filepath.Base(doc.Name()) }

// placed is what is wrong with a file, with its place: the first of several.
func placed(err error) string {
	var list scenarios.Errors
	if !errors.As(err, &list) || len(list) == 0 {
		return reason(err)
	}
	text := list[0].Error()
	if more := len(list) - 1; more > 0 {
		text += fmt.Sprintf(" (and %d more)", more)
	}
	return text
}
