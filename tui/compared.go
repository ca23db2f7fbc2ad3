package tui

import (
	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
	"termsheet/tui/compare"
	"termsheet/tui/watch"
)

// followed is the comparison whose files are watched.
type followed struct {
	sheet *compare.Sheet
	files *watch.Files // nil before the watch has begun
}

// followedMsg tells that the watch over the files of a comparison has begun, and
// what they hold by now.
type followedMsg struct {
	files *watch.Files
	read  rereadMsg
}

// rereadMsg brings the files of a comparison as they are on disk now.
type rereadMsg struct {
	sheet *compare.Sheet
	was   []*scenarios.Document
	now   []diskMsg
}

// followCompared watches the files of the comparison that is open, and ends that
// with it.
func (a *App) followCompared() tea.Cmd {
	sheet := a.comparison()
	if !a.opts.Live || sheet == a.followed.sheet {
		return nil
	}
	old := a.followed.files
	a.followed = followed{sheet: sheet}
	var paths []string
	var docs []*scenarios.Document
	if sheet != nil {
		docs = sheet.Documents()
		for _, doc := range docs {
			paths = append(paths, doc.Files()...)
		}
	}
	if old == nil && len(paths) == 0 {
		return nil
	}
	return func() tea.Msg {
		files := rewatch(old, paths)
		if files == nil {
			return nil // the figures stay as they were read
		}
		return followedMsg{files, reread(sheet, docs)}
	}
}

// reach takes over a watch that has begun, unless the comparison is closed.
func (msg followedMsg) reach(a *App) tea.Cmd {
	if msg.read.sheet != a.followed.sheet {
		return unwatch(msg.files)
	}
	a.followed.files = msg.files
	return msg.read.reach(a)
}

// awaitCompared waits for a change, and reads all the files again.
func (a *App) awaitCompared() tea.Cmd {
	sheet, files := a.followed.sheet, a.followed.files
	docs := sheet.Documents()
	return func() tea.Msg {
		if _, ok := files.Wait(); !ok {
			return nil
		}
		return reread(sheet, docs)
	}
}

// reread reads the files of a comparison as they are now.
func reread(sheet *compare.Sheet, docs []*scenarios.Document) rereadMsg {
	msg := rereadMsg{sheet: sheet, was: docs}
	for _, doc := range docs {
		msg.now = append(msg.now, readDisk(doc))
	}
	return msg
}

// reach takes over files that have changed; of one that cannot be read
// the last good figures stay.
func (msg rereadMsg) reach(a *App) tea.Cmd {
	if msg.sheet != a.followed.sheet {
		return nil
	}
	for i, now := range msg.now {
		name := fileName(msg.was[i])
		msg.sheet.Reread(msg.was[i].Name(), now.theirs)
		switch {
		case now.err != nil:
			a.say(warning, "%s; its last good figures stay: %s", name, a.unread(now.err))
		case string(now.text) != string(msg.was[i].Text()):
			a.say(done, "%s has changed on disk, and was read again", name)
		}
	}
	return a.awaitCompared()
}
