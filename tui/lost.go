package tui

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
	"termsheet/tui/difference"
	"termsheet/tui/palette"
	"termsheet/tui/recovery"
)

// lost is what the application knows of drafts that others left behind.
type lost struct {
	asked  map[recovery.Document]bool // documents whose drafts were looked for
	drafts []recovery.Draft           // all that were found
	offers *preparedMsg               // one that is still to be offered
}

// lostMsg brings the drafts that were left behind: those of a document, and all.
type lostMsg struct {
	of        recovery.Document
	mine, all []recovery.Draft
}

// preparedMsg is a draft that can be restored: the document it is of, as its
// file has it, and with the edits.
type preparedMsg struct {
	draft     recovery.Draft
	base, doc *scenarios.Document
	err       error
	of        *awaited // nil where nobody has asked for it
}

// lookForDrafts looks once for each document whether edits of it were lost.
func (a *App) lookForDrafts() tea.Cmd {
	store, of := a.opts.Drafts, a.identity()
	if store == nil || a.done || a.lost.asked[of] {
		return nil
	}
	if a.lost.asked == nil {
		a.lost.asked = map[recovery.Document]bool{}
	}
	a.lost.asked[of] = true
	return func() tea.Msg {
		mine, err := store.Find(of)
		if err != nil {
			return nil // nothing can be offered, and nothing is lost by that
		}
		all, _ := store.All()
		return lostMsg{of, mine, all}
	}
}

// reach takes over the drafts that were left behind. The latest of the document
// that is shown is offered, of others their number is told.
func (msg lostMsg) reach(a *App) tea.Cmd {
	a.lost.drafts = msg.all
	if msg.of != a.identity() {
		delete(a.lost.asked, msg.of)
		return nil
	}
	for _, d := range msg.mine {
		if !bytes.Equal(d.Text, a.session.Committed().Text()) {
			return a.prepare(d, nil)
		}
	}
	if others := len(msg.all) - len(msg.mine); others > 0 && a.message.text == "" {
		a.say(note, "unsaved edits of other deals were found (%d); %s lists them", others, a.keyFor("open"))
	}
	return nil
}

// prepare reads what a draft is of, so that it can be compared and restored.
func (a *App) prepare(d recovery.Draft, of *awaited) tea.Cmd {
	clean := a.session.Clean()
	return func() tea.Msg {
		msg := preparedMsg{draft: d, base: clean, of: of}
		if !isOf(d, clean) {
			msg.base, msg.err = baseOf(d)
		}
		if msg.err == nil {
			msg.doc, msg.err = msg.base.Rewrite(d.Text)
		}
		return msg
	}
}

// isOf tells whether a draft is of a document.
func isOf(d recovery.Draft, doc *scenarios.Document) bool {
	if d.Path == "" || doc.Path() == "" {
		return d.Path == doc.Path() && d.Name == doc.Name()
	}
	path, err := filepath.Abs(doc.Path())
	if real, wrong := filepath.EvalSymlinks(path); wrong == nil {
		path = real
	}
	return err == nil && path == d.Path
}

// baseOf is the document that a draft was made of: its file, the built-in, or,
// where it had none or that is gone, a new deal on the product.
func baseOf(d recovery.Draft) (*scenarios.Document, error) {
	ref, dir := d.Path, filepath.Dir(d.Path)
	if ref == "" {
		ref, dir = d.Name, "."
	}
	if base, err := scenarios.Open(ref); err == nil {
		return base, nil
	}
	draft, err := scenarios.Read(d.Name, d.Text, dir)
	if err != nil {
		return nil, err
	}
	product := draft.Product().Product.ID
	if path := draft.Product().Path(); path != "" {
		if product, err = filepath.Rel(dir, path); err != nil {
			return nil, err
		}
	}
	s := draft.Scenarios()[0]
	return scenarios.Read(strings.TrimSuffix(d.Name, ".toml"), scenarios.Blank(s.Product, product, s.Start), dir)
}

// reach keeps a draft to be offered; what was typed behind it in the list of
// scenarios is for the question about it.
func (msg preparedMsg) reach(a *App) tea.Cmd {
	if msg.of == nil {
		a.offers(msg)
		return nil
	}
	return a.arrived(msg.of, msg.err, func() { a.offers(msg) })
}

func (a *App) offers(msg preparedMsg) {
	if msg.err != nil {
		a.say(refusal, "unsaved edits of %s were found, and cannot be restored: %s", draftName(msg.draft), a.unread(msg.err))
		return
	}
	a.lost.offers = &msg
}

// offerDraft asks about a draft as soon as the user is at nothing else. Leaving
// without an answer keeps it for the next time.
func (a *App) offerDraft() {
	if a.lost.offers == nil || a.engaged() {
		return
	}
	p := *a.lost.offers
	a.lost.offers = nil
	list := &palette.List{
		Title: "Unsaved edits of " + draftName(p.draft),
		About: []string{fmt.Sprintf("They were made on %s; the application ended before they were saved.", when(p.draft))},
		Items: []palette.Item{
			{Value: "restore", Label: "restore them", Detail: "as edits that are still to be saved"},
			{Value: "show", Label: "show the difference", Off: presenterOff(a)},
			{Value: "discard", Label: "discard them", Detail: "for good"},
		},
	}
	var question overlay
	question = overlay{list: list, then: func(a *App, item palette.Item) tea.Cmd {
		switch item.Value {
		case "restore":
			return a.restore(p)
		case "show":
			a.open(question)
			a.openSheet(difference.New("What the unsaved edits change", "as it is", "as it was edited", p.base.Text(), p.draft.Text), nil)
		case "discard":
			a.say(done, "discarded the unsaved edits of %s", draftName(p.draft))
			return a.discard(p.draft)
		}
		return nil
	}}
	a.open(question)
}

// draftName is how a draft's document is called.
func draftName(d recovery.Draft) string {
	if d.Path != "" {
		return filepath.Base(d.Path)
	}
	return d.Name
}

// when writes the time of a draft as the user's clock had it.
func when(d recovery.Draft) string { return d.At.Local().Format(time.DateTime) }

// restore shows what a draft held, as edits still to be saved. They are kept
// under this instance's name before the old draft goes.
func (a *App) restore(p preparedMsg) tea.Cmd {
	if base := p.base; (recovery.Document{Path: base.Path(), Name: base.Name()}) != a.identity() {
		a.show(base, "opened "+base.Name())
	}
	a.inPlace(func() { a.session.Put(p.doc, "restored unsaved edits") })
	a.say(done, "restored the unsaved edits of %s (%s goes back)", draftName(p.draft), a.keyFor("undo"))
	store, of, discard := a.opts.Drafts, a.identity(), a.discard(p.draft)
	a.keeping.busy = true
	return func() tea.Msg {
		err := store.Write(recovery.Draft{Document: of, Text: p.draft.Text, At: p.draft.At})
		if err == nil {
			discard()
		}
		return keptMsg{of, p.doc, err}
	}
}

// discard takes a draft away for good.
func (a *App) discard(d recovery.Draft) tea.Cmd {
	store := a.opts.Drafts
	a.lost.drafts = slices.DeleteFunc(slices.Clone(a.lost.drafts), func(other recovery.Draft) bool {
		return other.Document == d.Document && other.At.Equal(d.At)
	})
	return func() tea.Msg { _ = store.Discard(d); return nil }
}

// lostItems are the drafts in the list of scenarios.
func (a *App) lostItems() []palette.Item {
	var items []palette.Item
	for i, d := range a.lost.drafts {
		items = append(items, palette.Item{Value: fmt.Sprint(draftValue, i), Label: draftName(d), Detail: "edited on " + when(d), Group: "Unsaved edits"})
	}
	return items
}

// draftValue begins what stands for a draft in the list of scenarios.
const draftValue = "draft "
