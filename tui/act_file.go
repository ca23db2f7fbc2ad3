package tui

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/listing"
	"termsheet/scenarios"
	"termsheet/tui/palette"
	"termsheet/tui/pane"
	"termsheet/tui/paths"
)

// savedMsg reports that a document was written, or why not.
type savedMsg struct {
	was, now *scenarios.Document
	clean    *scenarios.Document // what the file was known to hold
	theirs   *diskMsg            // what it holds instead: nothing was written
	quit     bool
	err      error
}

// over is what saving may write over.
type over uint8

const (
	nothing   over = iota // a file that is there stays
	unchanged             // the document's own file, if it is as it was read
	anything
)

// openedMsg brings a document that was read from disk.
type openedMsg struct {
	ref string
	doc *scenarios.Document
	err error
	of  *awaited
}

func saveOff(a *App) string {
	switch {
	case a.opts.ReadOnly:
		return "nothing is written here"
	case a.saving:
		return "it is being written"
	}
	return ""
}

// saveThen writes the document to its file, and may leave then; one without a
// file asks for a name first.
func saveThen(quit bool) func(*App, []string) (tea.Cmd, error) {
	return func(a *App, args []string) (tea.Cmd, error) {
		doc := a.session.Document()
		path := paths.Expand(strings.Join(args, " "))
		if path == "" {
			path = doc.Path()
		}
		if err := a.elsewhere(path); err != nil {
			return nil, err
		}
		if path == "" {
			a.askName(pane.Either(quit, "wq", "save"))
			return nil, nil
		}
		may := nothing
		if path == doc.Path() {
			may = unchanged
		}
		return a.write(path, may, quit), nil
	}
}

// saveAsOff is why the deal cannot be written to another file.
func saveAsOff(a *App) string {
	if err := a.elsewhere(""); err != nil {
		return err.Error()
	}
	return saveOff(a)
}

// elsewhere refuses a file other than the deal's own while a buyer looks on: a
// copy, which could be meant for the buyer, would have in it what is the seller's
// own, and the variants that are hidden.
func (a *App) elsewhere(path string) error {
	if a.session.Presenting() && (path == "" || path != a.session.Document().Path()) {
		return fmt.Errorf("in presenter view only the deal's own file is written; %s leaves it", a.keyFor("presenter"))
	}
	return nil
}

func overwrite(a *App, args []string) (tea.Cmd, error) {
	if len(args) == 0 {
		return nil, errors.New("write save! FILE")
	}
	path := paths.Expand(strings.Join(args, " "))
	if err := a.elsewhere(path); err != nil {
		return nil, err
	}
	return a.write(path, anything, false), nil
}

func (a *App) askSave() { a.askName("save") }

// askName opens the command line with a name to change behind the word.
func (a *App) askName(word string) {
	doc := a.session.Document()
	name := doc.Path()
	if name == "" {
		name = strings.TrimSuffix(doc.Name(), ".toml") + ".toml"
	}
	a.propose(word, name)
}

// write saves in the background: disks can be slow, and keys must not wait.
func (a *App) write(path string, may over, quit bool) tea.Cmd {
	msg := savedMsg{was: a.session.Document(), clean: a.session.Clean(), quit: quit}
	a.saving = true
	over := a.keyFor("overwrite")
	return func() tea.Msg {
		switch may {
		case nothing:
			if info, err := os.Lstat(path); err == nil && !info.IsDir() {
				msg.err = fmt.Errorf("%s exists; %s %s writes over it", path, over, path)
				return msg
			}
		case unchanged:
			if now := readDisk(msg.clean); now.text != nil && !bytes.Equal(now.text, msg.clean.Text()) {
				msg.theirs = &now
				return msg
			}
		}
		msg.now, msg.err = msg.was.Save(path)
		return msg
	}
}

func (msg savedMsg) reach(a *App) tea.Cmd {
	a.saving = false
	a.disk.saves++
	switch {
	case msg.theirs != nil:
		a.askOver(msg)
	case msg.err != nil:
		a.say(refusal, "not saved: %s", reason(msg.err))
	case msg.was != a.session.Document():
		if msg.clean == a.session.Clean() && msg.clean.Path() == msg.now.Path() {
			a.session.Rebase(msg.now)
		}
		a.say(warning, "saved as it was then; the edits since are not in the file")
	default:
		before := a.identity()
		a.session.Saved(msg.now)
		a.savedAs(before)
		a.disk.wrong = nil
		a.say(done, "saved %s", msg.now.Path())
		if msg.quit && a.session.Left() == nil {
			return a.leave()
		} else if msg.quit {
			a.askLeft()
		}
	}
	return nil
}

// openScenario opens the named scenario, or offers those that were looked at
// before, those with unsaved edits and the built-in ones.
func openScenario(a *App, args []string) (tea.Cmd, error) {
	if len(args) > 0 {
		return a.read(paths.Expand(strings.Join(args, " "))), nil
	}
	list := &palette.List{Title: "Scenarios", Prompt: "filter: "}
	if !a.session.Presenting() { // names of other buyers
		list.Items = append(a.lostItems(), a.recentItems()...)
	}
	list.Grouped = len(list.Items) > 0
	for _, info := range scenarios.Builtins() {
		list.Items = append(list.Items, palette.Item{Value: info.Name, Label: info.Title, Detail: info.About, Group: "Built in"})
	}
	drafts := a.lost.drafts
	if len(drafts) == 0 || a.session.Presenting() { // else those are what the list is opened for
		list.Place(a.session.Document().Name())
	}
	a.open(overlay{list: list, then: func(a *App, item palette.Item) tea.Cmd {
		if i, ok := strings.CutPrefix(item.Value, draftValue); ok {
			n, _ := strconv.Atoi(i)
			return a.prepare(drafts[n], a.awaits())
		}
		return a.read(item.Value)
	}})
	return nil, nil
}

// read opens a scenario in the background.
func (a *App) read(ref string) tea.Cmd {
	of := a.awaits()
	return func() tea.Msg {
		doc, err := scenarios.Open(ref)
		return openedMsg{ref, doc, err, of}
	}
}

func (msg openedMsg) reach(a *App) tea.Cmd {
	return a.arrived(msg.of, msg.err, func() { a.opened(msg) })
}

func (a *App) opened(msg openedMsg) {
	if msg.err != nil {
		if !a.forget(msg.ref) {
			a.say(refusal, "not opened: %s", a.unopened(msg.err))
		}
		return
	}
	at := a.wasAt(msg.doc.Path())
	a.show(msg.doc, "opened "+msg.doc.Name())
	a.resume(at)
}

// show puts another document on the screen; undo goes back to this one.
func (a *App) show(doc *scenarios.Document, what string) {
	a.noteVisit()
	a.session.Replace(doc, what)
	a.atStart()
	for i := range a.moves {
		a.moves[i]++
	}
	text := a.session.Scenario().About
	if text == "" || a.session.Presenting() || a.opts.Plain {
		text = what
	}
	a.say(note, "%s (%s goes back)%s", text, a.keyFor("undo"), a.spoken(a.now()))
}

// newDeal begins a deal on a product, from a list where none is named.
func newDeal(a *App, args []string) (tea.Cmd, error) {
	if len(args) > 0 {
		return nil, a.dealOn(paths.Expand(strings.Join(args, " ")))
	}
	list := &palette.List{Title: "Products", Prompt: "filter: "}
	for _, p := range scenarios.Products() {
		models := make([]string, len(p.Models))
		for i, m := range p.Models {
			models[i] = string(m)
		}
		list.Items = append(list.Items, palette.Item{Value: p.ID, Label: p.Title,
			Detail: fmt.Sprintf("%s  %s  %s", p.Delivery, strings.Join(models, " and "), p.Seller)})
	}
	list.Place(a.session.Product().ID)
	a.open(overlay{list: list, then: func(a *App, item palette.Item) tea.Cmd {
		if err := a.dealOn(item.Value); err != nil {
			a.say(refusal, "%s: %s", item.Label, reason(err))
		}
		return nil
	}})
	return nil, nil
}

// dealOn begins a deal on a product of the catalogue, or of a file.
func (a *App) dealOn(ref string) error {
	p, err := productNamed(ref)
	if err != nil {
		return err
	}
	doc, err := scenarios.Read("new-"+p.ID, scenarios.Blank(p, ref, a.session.Scenario().Start), ".")
	if err != nil {
		return err
	}
	a.show(doc, "new deal on "+p.Title)
	return nil
}

func productNamed(ref string) (*listing.Product, error) {
	if p, ok := scenarios.Product(ref); ok {
		return p, nil
	}
	if filepath.Ext(ref) != ".toml" {
		return nil, fmt.Errorf("the catalogue has no product %s; one of your own is named by its file", ref)
	}
	doc, err := scenarios.OpenProduct(ref)
	if err != nil {
		return nil, err
	}
	return doc.Product, nil
}

// quit leaves, and asks first where that would lose edits.
func quit(a *App, _ []string) (tea.Cmd, error) {
	if !a.session.Dirty() && !errors.Is(a.disk.wrong, errGone) {
		return quitNow(a, nil)
	}
	if !a.session.Edited() && a.session.Left() != nil {
		a.askLeft()
		return nil, nil
	}
	if a.opts.Plain {
		return nil, errors.New("there are edits that no file has; wq FILE saves them and quits, quit! leaves without them")
	}
	list := &palette.List{
		Title: "Unsaved edits", About: []string{"There are edits that no file has."},
		Items: []palette.Item{
			{Value: "save", Label: "save and quit", Off: saveOff(a)},
			{Value: "drop", Label: "quit without saving"},
			{Value: "stay", Label: "stay"},
		},
	}
	a.open(overlay{list: list, then: func(a *App, item palette.Item) tea.Cmd {
		switch item.Value {
		case "save":
			cmd, _ := saveThen(true)(a, nil)
			return cmd
		case "drop":
			return a.leave()
		}
		return nil
	}})
	return nil, nil
}

// askLeft asks about edits of a deal that another was opened over, which are not to be
// lost without a word.
func (a *App) askLeft() {
	name := fileName(a.session.Left())
	if a.session.Presenting() { // it can be another buyer's
		name = "another deal"
	}
	if a.opts.Plain {
		a.say(refusal, "%s was left with edits that no file has; undo goes back to it, quit! leaves without them", name)
		return
	}
	list := &palette.List{
		Title: "Unsaved edits", About: []string{name + " was left with edits that no file has."},
		Items: []palette.Item{
			{Value: "back", Label: "go back to " + name},
			{Value: "drop", Label: "quit without saving"},
			{Value: "stay", Label: "stay"},
		},
	}
	a.open(overlay{list: list, then: func(a *App, item palette.Item) tea.Cmd {
		switch item.Value {
		case "back":
			a.session.GoBack()
			a.noteKey()
			a.say(done, "this is %s with its edits; %s saves it", name, a.keyFor("save"))
		case "drop":
			return a.leave()
		}
		return nil
	}})
}

func quitNow(a *App, _ []string) (tea.Cmd, error) { return a.leave(), nil }
