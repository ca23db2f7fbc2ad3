package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/paths"
	"termsheet/tui/watch"
)

// bookFile is the file of the book that is open, as it is watched.
type bookFile struct {
	path       string       // empty: none
	generation int          // of the watch; what an earlier one tells is dropped
	files      *watch.Files // nil before the watch has begun, and where there is none
	begun      bool         // it is watched, or cannot be: now it can be read
	waits      bool         // it has changed, and is still to be gone through
}

// bookWatchedMsg tells that the watch over a book has begun; without files that
// it cannot.
type bookWatchedMsg struct {
	generation int
	files      *watch.Files
}

// bookChangedMsg tells that a book has changed on disk.
type bookChangedMsg struct{ generation int }

// followBook watches the book that is open, and goes through it again once it
// has changed, unless the user is at something that the answer would pull away.
func (a *App) followBook() tea.Cmd {
	f, path := &a.bookFile, ""
	if a.opts.Live && a.book.Opened() {
		path = paths.Expand(a.books.file)
	}
	if path == f.path {
		if f.waits && !a.engaged() {
			f.waits, a.books.of, a.books.again = false, nil, true
		}
		return nil
	}
	old := f.files
	*f = bookFile{path: path, generation: f.generation + 1}
	var watched []string
	if path != "" {
		watched = []string{path}
	}
	generation := f.generation
	return func() tea.Msg { return bookWatchedMsg{generation, rewatch(old, watched)} }
}

// bookUnread tells whether a book is to be read only when its watch has begun:
// what changes in between would be missed.
func (a *App) bookUnread() bool { return a.opts.Live && !a.bookFile.begun }

// reach takes over a watch that has begun.
func (msg bookWatchedMsg) reach(a *App) tea.Cmd {
	switch {
	case msg.generation == a.bookFile.generation:
		a.bookFile.files, a.bookFile.begun = msg.files, true
		return a.awaitBook()
	case msg.files != nil:
		return unwatch(msg.files)
	}
	return nil
}

// awaitBook waits for the next change.
func (a *App) awaitBook() tea.Cmd {
	files, generation := a.bookFile.files, a.bookFile.generation
	if files == nil {
		return nil
	}
	return func() tea.Msg {
		if _, ok := files.Wait(); !ok {
			return nil
		}
		return bookChangedMsg{generation}
	}
}

// reach notes a change, and waits for the next.
func (msg bookChangedMsg) reach(a *App) tea.Cmd {
	if msg.generation != a.bookFile.generation {
		return nil
	}
	a.bookFile.waits = true
	return a.awaitBook()
}

// laidAgain shows what came of a book that has changed on disk. Where that cannot
// be read, what is known of it stays.
func (a *App) laidAgain(msg laidMsg) {
	name := filepath.Base(a.books.file)
	if msg.err == nil {
		a.book.Done(msg.report)
		a.say(done, "%s has changed on disk, and was read again: %s", name, (msg.report.After - msg.report.Before).Signed())
		return
	}
	err, what := fmt.Errorf("%s: %s", name, reason(bookError(msg.err))), "broken file"
	if errors.Is(msg.err, fs.ErrNotExist) {
		err, what = fmt.Errorf("%s %w", name, errGone), "no file"
	}
	stays := ""
	if a.book.Keep(err, what, "It is read again as soon as it changes.") {
		stays = "; its last figures stay"
	}
	a.say(warning, "%s%s", err, stays)
}
