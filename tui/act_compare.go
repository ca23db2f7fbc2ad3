package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	"termsheet/model/seller"
	"termsheet/scenarios"
	"termsheet/tui/compare"
	"termsheet/tui/explain"
)

// comparedMsg brings the files that a comparison was asked for.
type comparedMsg struct {
	only  []string // the variants named beside them
	files []compare.Column
	err   error
}

// openCompare lays the variants side by side, or those that are named and
// scenario files, which are read in the background.
func openCompare(a *App, args []string) (tea.Cmd, error) {
	var only, refs []string
	for _, arg := range args {
		if i := slices.IndexFunc(a.variantNames(), func(name string) bool { return strings.EqualFold(name, arg) }); i >= 0 {
			only = append(only, a.variantNames()[i])
		} else if !slices.Contains(refs, arg) {
			refs = append(refs, arg)
		}
	}
	if len(refs) > 0 && len(only) == 0 {
		only = []string{a.session.Variant()}
	}
	if len(only)+len(refs) > compare.Most {
		return nil, fmt.Errorf("%d are too many to see side by side; name at most %d", len(only)+len(refs), compare.Most)
	}
	if len(refs) == 0 {
		a.layCompared(only, nil)
		return nil, nil
	}
	conventions := a.session.Conventions()
	return func() tea.Msg {
		msg := comparedMsg{only: only}
		for _, ref := range refs {
			doc, err := scenarios.Open(ref)
			if err != nil {
				return comparedMsg{err: err}
			}
			msg.files = append(msg.files, compare.File(doc, conventions))
		}
		return msg
	}, nil
}

func (a *App) compared(msg comparedMsg) {
	if msg.err != nil {
		a.say(refusal, "not compared: %s", a.unopened(msg.err))
		return
	}
	a.layCompared(msg.only, msg.files)
}

func (a *App) layCompared(only []string, files []compare.Column) {
	sheet := compare.New(a.session, only, files, a.fees())
	a.open(overlay{sheet: sheet, whole: true, keys: map[string]func(*App) tea.Cmd{
		"enter": func(a *App) tea.Cmd { return a.showCompared(sheet) },
		"p":     func(a *App) tea.Cmd { return a.pinCompared(sheet) },
		"C":     func(a *App) tea.Cmd { return a.cloneCompared(sheet) },
		"e":     func(a *App) tea.Cmd { return a.explainCompared(sheet) },
		"u":     func(a *App) tea.Cmd { a.undoCompared(); return nil },
	}})
}

// showCompared makes the column at the cursor the deal that the panes show.
func (a *App) showCompared(sheet *compare.Sheet) tea.Cmd {
	col, ok := sheet.Chosen()
	switch {
	case !ok:
	case col.Doc != nil:
		a.overlay = nil
		a.show(col.Doc, "opened "+col.Doc.Name())
	case a.session.ShowVariant(col.Name):
		a.overlay = nil
		a.sayVariant()
	default:
		a.say(note, "%s are the figures as they were pinned; another column can be shown", col.Name)
	}
	return nil
}

func (a *App) pinCompared(sheet *compare.Sheet) tea.Cmd {
	col, ok := sheet.Chosen()
	switch {
	case !ok:
	case col.Quote == nil || col.Err != nil:
		a.say(refusal, "%s has no price to pin", col.Name)
	default:
		a.session.PinTo("pinned "+strings.TrimPrefix(col.Name, "pinned "), col.Priced)
		a.say(done, "pinned: every figure shows its difference from %s", col.Name)
	}
	return nil
}

// cloneCompared makes a variant like the column at the cursor, under a name that
// is free.
func (a *App) cloneCompared(sheet *compare.Sheet) tea.Cmd {
	col, ok := sheet.Chosen()
	if !ok {
		return nil
	}
	if col.Doc != nil || !slices.Contains(a.variantNames(), col.Name) {
		a.say(refusal, "%s is not a variant of this file; only those can be cloned", col.Name)
		return nil
	}
	name := a.session.FreeName()
	if err := a.session.AddVariant(name, col.Name); err != nil {
		a.say(refusal, "not cloned: %s", reason(err))
		return nil
	}
	sheet.Go(name)
	a.say(done, "cloned %s as %s, which is shown now; :rename gives it another name", col.Name, name)
	return nil
}

func (a *App) explainCompared(sheet *compare.Sheet) tea.Cmd {
	page, err := sheet.Explain(func(col compare.Column) explain.Source { return a.sourceOf(col.Priced) })
	return a.openDerivation(page, err)
}

func (a *App) undoCompared() {
	if why := undoOff(a); why != "" {
		a.say(refusal, "undo: %s", why)
		return
	}
	a.undo()
}

// fees are what the seller's side of a deal is worked out by, nil where that is
// not to be seen.
func (a *App) fees() *seller.Fees {
	if sellerOff(a) != "" {
		return nil
	}
	book := a.opts.Book
	return &seller.Fees{Fees: book.Numbers.Fees, Marginal: book.Settings.MarginalFee, Within: book.Settings.FeeCliffWithin}
}

func (a *App) variantNames() []string {
	var names []string
	for _, p := range a.session.Priced() {
		names = append(names, p.Scenario.Variant)
	}
	return names
}

// cloneVariant makes a new variant as the shown one stands; without a name it
// asks for one.
func cloneVariant(a *App, args []string) (tea.Cmd, error) {
	if len(args) == 0 {
		a.propose("clone", a.session.FreeName())
		return nil, nil
	}
	from, name := a.session.Variant(), strings.Join(args, " ")
	if err := a.session.AddVariant(name, from); err != nil {
		return nil, err
	}
	next := ""
	if !a.opts.Plain {
		next = ", " + a.keyFor("next-variant") + " goes on to the next"
	}
	a.say(done, "%s is a clone of %s; edits go into it%s", name, from, next)
	a.noteKey()
	return nil, nil
}

func isBase(a *App) string {
	if a.session.EditVariant() == "" {
		return fmt.Sprintf("%s is the scenario itself; %s shows a variant, %s makes one", deal.Base, a.keyFor(pick(a.opts.Plain, "variant", "next-variant")), a.keyFor("clone"))
	}
	return ""
}

func renameVariant(a *App, args []string) (tea.Cmd, error) {
	if len(args) == 0 {
		return nil, errors.New("write rename NAME")
	}
	from, name := a.session.Variant(), strings.Join(args, " ")
	if err := a.session.RenameVariant(name); err != nil {
		return nil, err
	}
	a.say(done, "%s is called %s now", from, name)
	return nil, nil
}

// dropVariant takes the named variant, or the shown one, out of the file.
func dropVariant(a *App, args []string) (tea.Cmd, error) {
	name := a.session.Variant()
	if len(args) > 0 {
		name = strings.Join(args, " ")
	}
	if err := a.session.RemoveVariant(name); err != nil {
		return nil, err
	}
	a.say(done, "variant %s removed; %s brings it back", name, a.keyFor("undo"))
	a.noteKey()
	return nil, nil
}
