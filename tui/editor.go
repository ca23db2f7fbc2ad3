package tui

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
)

// manuscript is the text of a deal that is edited by hand outside its file: it has
// unsaved edits, or no file.
type manuscript struct {
	path string
	of   *scenarios.Document
	line int // to begin at: where the text was found wrong
}

// writtenMsg tells that a manuscript was written, for the editor to open.
type writtenMsg struct {
	manuscript manuscript
	err        error
}

// editedMsg tells that the editor was left; a path that is no manuscript's is the
// deal's own file.
type editedMsg struct {
	manuscript *manuscript
	err        error
}

// takenMsg is a manuscript as it was read again.
type takenMsg struct {
	manuscript manuscript
	doc        *scenarios.Document // nil beside an error
	err        error
}

func editorOff(a *App) string {
	switch {
	case a.session.Presenting():
		return presenterOff(a)
	case !a.opts.Live:
		return "there is no terminal to open it in"
	}
	return saveOff(a)
}

// openEditor opens the text of the deal in the user's editor: its file, or a
// manuscript where the file does not have all that is shown. A manuscript that was
// left in pieces is opened again where it is wrong.
func openEditor(a *App, _ []string) (tea.Cmd, error) {
	doc := a.session.Document()
	switch {
	case a.manuscript != nil && a.manuscript.of == doc:
		return runEditor(a.manuscript.path, a.manuscript.line, a.manuscript), nil
	case doc.Path() != "" && !a.session.Edited() && !errors.Is(a.disk.wrong, errGone):
		return runEditor(doc.Path(), lineOf(a.disk.wrong), nil), nil
	}
	return func() tea.Msg {
		path, err := writeManuscript(doc)
		return writtenMsg{manuscript{path: path, of: doc}, err}
	}, nil
}

func writeManuscript(doc *scenarios.Document) (string, error) {
	name := strings.TrimSuffix(filepath.Base(doc.Name()), ".toml")
	file, err := os.CreateTemp("", "termsheet-"+strings.ReplaceAll(name, "*", "")+"-*.toml")
	if err != nil {
		return "", err
	}
	_, err = file.Write(doc.Text())
	return file.Name(), errors.Join(err, file.Close())
}

// reach opens a manuscript that was written.
func (msg writtenMsg) reach(a *App) tea.Cmd {
	if msg.err != nil {
		a.say(refusal, "the text cannot be edited: %s", reason(msg.err))
		return nil
	}
	return runEditor(msg.manuscript.path, 0, &msg.manuscript)
}

// runEditor leaves the terminal to the editor until that ends.
func runEditor(path string, line int, d *manuscript) tea.Cmd {
	return func() tea.Msg {
		words := splitWords(cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR"), usualEditor))
		words = append(words, opening(words[0], path, line)...)
		run := tea.ExecProcess(exec.Command(words[0], words[1:]...), func(err error) tea.Msg { return editedMsg{d, err} })
		return run()
	}
}

// usualEditor is on every system that has terminals like ours.
const usualEditor = "vi"

// atLine are the editors that begin at a line when told so before the file.
var atLine = map[string]bool{"vi": true, "vim": true, "nvim": true, "nano": true, "emacs": true, "emacsclient": true, "micro": true, "kak": true, "joe": true}

// opening is how an editor is told what to open, and where.
func opening(editor, path string, line int) []string {
	if line > 0 && atLine[filepath.Base(editor)] {
		return []string{fmt.Sprintf("+%d", line), path}
	}
	return []string{path}
}

// reach takes up again when the editor was left. What it did to the deal's own
// file comes in as any change on disk does.
func (msg editedMsg) reach(a *App) tea.Cmd {
	switch {
	case msg.err != nil:
		a.say(refusal, "the editor ended with %s; nothing is taken over. EDITOR names another", reason(msg.err))
		if msg.manuscript != nil {
			return a.dropManuscript(*msg.manuscript)
		}
		a.disk.waits = true
		return nil
	case msg.manuscript == nil:
		a.disk.waits = true
		return nil
	}
	d := *msg.manuscript
	return func() tea.Msg {
		text, err := os.ReadFile(d.path)
		if err != nil {
			return takenMsg{manuscript: d, err: err}
		}
		doc, err := d.of.Rewrite(text)
		return takenMsg{d, doc, err}
	}
}

// reach puts an edited manuscript in place of the deal. One that does not read stays
// where it is, and the deal as it was.
func (msg takenMsg) reach(a *App) tea.Cmd {
	switch {
	case msg.err != nil:
		msg.manuscript.line = lineOf(msg.err)
		a.manuscript = &msg.manuscript
		a.say(refusal, "%s; the deal is as it was, %s goes on editing", a.unread(msg.err), a.keyFor("edit"))
		return nil
	case msg.manuscript.of != a.session.Document():
		a.say(warning, "the deal has changed meanwhile; the edited text is in %s", msg.manuscript.path)
		return nil
	case bytes.Equal(msg.doc.Text(), msg.manuscript.of.Text()):
		a.say(note, "the text is as it was")
	default:
		before, known := a.software()
		a.inPlace(func() { a.session.Put(msg.doc, "edited the text") })
		a.say(done, "edited the text%s", a.effect(before, known))
	}
	return a.dropManuscript(msg.manuscript)
}

func (a *App) dropManuscript(d manuscript) tea.Cmd {
	a.manuscript = nil
	return func() tea.Msg { _ = os.Remove(d.path); return nil }
}

// lineOf is the line of the first error, 0 for none.
func lineOf(err error) int {
	var list scenarios.Errors
	if errors.As(err, &list) && len(list) > 0 {
		return list[0].Line
	}
	return 0
}
