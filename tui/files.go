package tui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
	"termsheet/tui/palette"
	"termsheet/tui/pane"
	"termsheet/tui/paths"
)

// takes is what kind of file can follow the word of an action.
type takes struct {
	ending string // of its name; empty: no file follows
	many   bool   // one after the other
	known  bool   // built-in scenarios and those looked at before, too
	fresh  bool   // one that is not there yet, so that the beginning of another can be meant
}

// folder is the one that the command line looks into.
type folder struct {
	asked string // as it is written
	looks bool   // it was asked for
	paths.Folder
}

// listedMsg brings what stands in a folder.
type listedMsg struct{ folder paths.Folder }

// mostListed is how many names are listed; more than that nobody reads.
const mostListed = 200

// typedFile is the file that is being typed behind an action's word, and the
// words before it; false where none can stand there.
func (a *App) typedFile(act *action, rest string) (before []string, last string, ok bool) {
	before, last = a.parted(act, rest)
	ok = act.takes.ending != "" && (len(before) == 0 || act.takes.many) && !a.session.Presenting() // names of other buyers
	return before, last, ok
}

// lookIn reads the folder of the file that is being typed, in the background:
// disks can be slow, and keys must not wait.
func (a *App) lookIn() tea.Cmd {
	if a.overlay == nil || a.overlay.text == nil {
		a.folder = folder{}
		return nil
	}
	act, rest, ok := a.worded(a.overlay.list.Text())
	if !ok {
		return nil
	}
	_, last, ok := a.typedFile(act, rest)
	if !ok {
		return nil
	}
	dir, _ := paths.Split(last)
	if a.folder.looks && a.folder.asked == dir {
		return nil
	}
	a.folder = folder{asked: dir, looks: true}
	return func() tea.Msg { return listedMsg{paths.Read(dir)} }
}

// reach takes over what stands in a folder, unless another is looked into by
// now.
func (msg listedMsg) reach(a *App) tea.Cmd {
	if a.folder.looks && a.folder.asked == msg.folder.Path {
		a.folder.Folder = msg.folder
	}
	return nil
}

// fileItems lists the files that can follow an action's word: those looked at
// before and the built-in ones, then those of the folder that is typed.
func (a *App) fileItems(act *action, rest string) []palette.Item {
	before, last, ok := a.typedFile(act, rest)
	items := a.knownFiles(act, before, last)
	if !ok {
		return items
	}
	if last == "~" {
		return append(items, fileItem(act, before, paths.Entry{Name: last, Folder: true}, ""))
	}
	dir, begin := paths.Split(last)
	none := func(label, why string) []palette.Item {
		return append(items, palette.Item{Value: act.line(before, last), Label: label, Off: why})
	}
	found := a.folder.Matches(begin, act.takes.ending)
	switch {
	case a.folder.Err != nil:
		return none(pane.Either(dir == "", "this folder", dir), a.folder.Err.Error())
	case len(found) == 0 && a.folder.Read && dir != "" && begin == "" && !act.takes.fresh:
		return none(dir, "there is no "+act.takes.ending+" file in it")
	}
	here, _ := filepath.Abs(paths.Expand(dir))
	for i, e := range found {
		if i == mostListed {
			return none("...", fmt.Sprintf("%d more; type on", len(found)-i))
		}
		if dir != "" || !listed(items, filepath.Join(here, e.Name)) {
			items = append(items, fileItem(act, before, e, dir))
		}
	}
	return items
}

// listed tells whether a file that was looked at before is among the items.
func listed(items []palette.Item, path string) bool {
	return slices.ContainsFunc(items, func(item palette.Item) bool {
		return item.Label == filepath.Base(path) && item.Detail == recentIn(path)
	})
}

// fileItem is a file or a folder as the command line lists it. What cannot be
// typed can still be gone to, unless something has to follow it.
func fileItem(act *action, before []string, e paths.Entry, dir string) palette.Item {
	name := e.Name
	if e.Folder {
		name += "/"
	}
	item := palette.Item{Value: act.line(before, dir+name), Label: name, More: e.Folder}
	if e.Folder && !palette.Holds(item.Value) {
		item.Off = "its name cannot be typed here"
	}
	return item
}

// knownFiles are the scenarios looked at before whose names begin like what is
// typed, and the built-in ones.
func (a *App) knownFiles(act *action, before []string, last string) []palette.Item {
	if !act.takes.known {
		return nil
	}
	var items []palette.Item
	begins := func(name string) bool { return paths.Begins(name, last) || name == strings.TrimRight(last, " ") }
	if !a.session.Presenting() { // names of other buyers
		for _, item := range a.recentItems() {
			item.Value = paths.Homely(item.Value)
			if begins(item.Label) || item.Value == strings.TrimRight(last, " ") {
				item.Value = act.line(before, item.Value)
				items = append(items, item)
			}
		}
	}
	for _, info := range scenarios.Builtins() {
		if begins(info.Name) && !slices.Contains(before, info.Name) {
			items = append(items, palette.Item{Value: act.line(before, info.Name), Label: info.Name, Detail: info.Title})
		}
	}
	return items
}

// shared is a text with as much behind it as all the files that could follow
// have in common, where that is more than is typed.
func (a *App) shared(text string) (string, bool) {
	act, rest, ok := a.worded(text)
	if !ok || act.takes.ending == "" {
		return "", false
	}
	before, last := act.parted(rest)
	var list []string
	for _, item := range a.following(act, rest) {
		_, whole := act.parted(strings.TrimPrefix(item.Value, act.word+" "))
		if item.Off != "" || !strings.HasPrefix(whole, last) {
			return "", false
		}
		list = append(list, whole)
	}
	shared := paths.Shared(list)
	if len(list) < 2 || len(shared) <= len(last) {
		return "", false
	}
	return act.unfinished(before, shared), true
}
