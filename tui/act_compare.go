package tui

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	"termsheet/model/seller"
	"termsheet/scenarios"
	"termsheet/tui/compare"
	"termsheet/tui/explain"
	"termsheet/tui/field"
	"termsheet/tui/paths"
)

// comparedMsg brings the files that a comparison was asked for.
type comparedMsg struct {
	only  []string // the variants named beside them
	files []compare.Column
	err   error
	of    *awaited
}

// openCompare lays the variants side by side, or those that are named and
// scenario files, which are read in the background.
func openCompare(a *App, args []string) (tea.Cmd, error) {
	only, refs := toCompare(args, a.variantNames())
	if len(refs) > 0 && len(only) == 0 {
		only = []string{a.session.Variant()}
	}
	if len(refs) == 0 {
		a.layCompared(only, nil)
		return nil, nil
	}
	conventions, variants, of := a.session.Conventions(), a.variantNames(), a.awaits()
	return func() tea.Msg {
		msg := comparedMsg{only: only, of: of}
		for _, ref := range refs {
			columns, err := compare.Files(ref, conventions)
			if _, none := os.Lstat(ref); none != nil && err != nil && !strings.ContainsAny(ref, `/\.:`) {
				err = nameless{fmt.Sprintf("there is no variant and no file %s; the variants are %s", ref, strings.Join(variants, ", "))}
			}
			if err != nil {
				return comparedMsg{err: err, of: of}
			}
			msg.files = append(msg.files, columns...)
		}
		return msg
	}, nil
}

// nameless is the error of a name that is neither a variant's nor a file's.
type nameless struct{ text string }

// Error says which names there are.
func (e nameless) Error() string { return e.text }

// Is makes it a file that is not there.
func (e nameless) Is(target error) bool { return target == fs.ErrNotExist }

// toCompare parts words into variants, whose names can be several words, and the
// files that the others name.
func toCompare(words, variants []string) (only, refs []string) {
	for len(words) > 0 {
		n := len(words)
		for ; n > 0; n-- {
			name := strings.Join(words[:n], " ")
			if variant, ok := spelledAs(variants, name); ok {
				only = append(only, variant)
				break
			}
		}
		if n == 0 {
			n = 1
			if ref := paths.Expand(words[0]); !slices.Contains(refs, ref) {
				refs = append(refs, ref)
			}
		}
		words = words[n:]
	}
	return only, refs
}

func (msg comparedMsg) reach(a *App) tea.Cmd {
	return a.arrived(msg.of, msg.err, func() { a.compared(msg) })
}

func (a *App) compared(msg comparedMsg) {
	if msg.err != nil {
		a.say(refusal, "not compared: %s", a.unopened(msg.err))
		return
	}
	for i := len(msg.files) - 1; i >= 0; i-- { // this file can be named, too
		col := msg.files[i]
		if !a.session.Presenting() || !a.session.Hidden(col.Scenario.Variant) {
			continue
		}
		if msg.files = slices.Delete(msg.files, i, i+1); len(msg.files) == 0 {
			a.say(refusal, "not compared: %s", (&compare.Absent{File: col.Doc.Name()}).Short())
			return
		}
	}
	a.layCompared(msg.only, msg.files)
}

func (a *App) layCompared(only []string, files []compare.Column) {
	a.open(overlay{sheet: compare.New(a.session, only, files, a.fees()), whole: true})
	a.outcome.compared = true
}

// comparison is the comparison that is open, nil where none is.
func (a *App) comparison() *compare.Sheet {
	for o := a.overlay; o != nil; o = o.below {
		if sheet, ok := o.sheet.(*compare.Sheet); ok {
			return sheet
		}
	}
	return nil
}

// inComparison does something in the comparison that is open.
func inComparison(f func(*App, *compare.Sheet, []string) error) func(*App, []string) (tea.Cmd, error) {
	return func(a *App, args []string) (tea.Cmd, error) { return nil, f(a, a.comparison(), args) }
}

func compareOff(a *App) string {
	if a.comparison() == nil {
		return "the comparison is not open; " + a.keyFor("compare") + " opens it"
	}
	return ""
}

func netOff(a *App) string { return cmp.Or(compareOff(a), sellerOff(a)) }

func outOff(a *App) string {
	if why := compareOff(a); why != "" {
		return why
	}
	if a.comparison().Out() == 0 {
		return "no column is left out"
	}
	return ""
}

// sortCompared sorts by the figure at the cursor, or by the one that is named.
func sortCompared(_ *App, sheet *compare.Sheet, args []string) error {
	if len(args) == 0 {
		sheet.Sort()
		return nil
	}
	last := len(args) - 1
	worst := last > 0 && args[last] == "worst"
	if worst {
		args = args[:last]
	}
	figure := strings.Join(args, " ")
	if figure == "off" {
		figure = ""
	}
	return sheet.SortBy(figure, worst)
}

// splitCompared goes from the table to the split and back, or shows the split to
// the column that is named.
func splitCompared(_ *App, sheet *compare.Sheet, args []string) error {
	if len(args) == 0 {
		sheet.Split()
		return nil
	}
	sheet.ShowSplit()
	return sheet.GoTo(strings.Join(args, " "))
}

func netCompared(a *App, sheet *compare.Sheet, _ []string) error {
	what := "what the buyer pays"
	if sheet.Net() {
		what = "what the seller keeps"
	}
	a.say(note, "the split is of %s", what)
	return nil
}

func leaveOut(a *App, sheet *compare.Sheet, args []string) error {
	if len(args) > 0 {
		if err := sheet.GoTo(strings.Join(args, " ")); err != nil {
			return err
		}
	}
	name, err := sheet.LeaveOut()
	if err == nil {
		a.say(note, "%s is left out; %s brings it back", name, a.keyFor("bring-back"))
	}
	return err
}

func goToColumn(_ *App, sheet *compare.Sheet, args []string) error {
	if len(args) == 0 {
		return errors.New("write column NAME")
	}
	return sheet.GoTo(strings.Join(args, " "))
}

// moveColumn moves the column at the cursor to one side, or to the one that is
// named.
func moveColumn(by int) func(*App, *compare.Sheet, []string) error {
	return func(_ *App, sheet *compare.Sheet, args []string) error {
		switch side := strings.Join(args, " "); {
		case by != 0:
			return sheet.Move(by)
		case side == "left":
			return sheet.Move(-1)
		case side == "right":
			return sheet.Move(1)
		}
		return errors.New("write move left or move right")
	}
}

// showCompared makes the column at the cursor the deal that the panes show.
func showCompared(a *App, sheet *compare.Sheet, _ []string) error {
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

// pinFigures pins the figures of the deal, or in the comparison those of the
// column at the cursor.
func pinFigures(a *App, _ []string) (tea.Cmd, error) {
	sheet := a.comparison()
	if sheet == nil {
		a.pin()
		return nil, nil
	}
	col, ok := sheet.Chosen()
	switch {
	case !ok:
	case col.Quote == nil || col.Err != nil:
		return nil, fmt.Errorf("%s has no price to pin", col.Name)
	default:
		a.session.PinTo("pinned "+strings.TrimPrefix(col.Name, "pinned "), col.Priced)
		a.say(done, "pinned: every figure shows its difference from %s", col.Name)
	}
	return nil, nil
}

// cloneCompared makes a variant like the column at the cursor, under the name
// that is given or one that is free.
func (a *App) cloneCompared(sheet *compare.Sheet, name string) error {
	col, ok := sheet.Chosen()
	if !ok {
		return nil
	}
	if col.Doc != nil || !slices.Contains(a.variantNames(), col.Name) {
		return fmt.Errorf("%s is not a variant of this file; only those can be cloned", col.Name)
	}
	name = cmp.Or(name, a.session.FreeName())
	if err := a.session.AddVariant(name, col.Name); err != nil {
		return err
	}
	sheet.Go(name)
	a.say(done, "cloned %s as %s, which is shown now; %s gives it another name", col.Name, name, a.keyFor("rename"))
	return nil
}

// explainCompared opens where the figure at the cursor of the comparison comes
// from, or the named figure of its column.
func (a *App) explainCompared(sheet *compare.Sheet, path string) error {
	from := func(col compare.Column) explain.Source { return a.sourceOf(col.Priced) }
	if path == "" {
		page, err := sheet.Explain(from, a.writtenIn)
		if err == nil {
			a.openPage(page)
		}
		return err
	}
	col, ok := sheet.Chosen()
	if !ok || col.Quote == nil {
		return fmt.Errorf("%s has no price to explain", col.Name)
	}
	page, err := from(col).Figure(path)
	if err == nil {
		a.openPage(page)
	}
	return err
}

// writtenIn says where a value of a column is written.
func (a *App) writtenIn(col compare.Column, key, cell string) string {
	return writtenAt(func(path deal.Path) scenarios.Position {
		if col.Doc != nil {
			return col.Doc.Where(col.Scenario.Variant, path)
		}
		return a.session.Where(col.Scenario.Variant, path)
	}, field.Keys(cell, key))
}

// fees are what the seller's side of a deal is worked out by, nil where that is
// not to be seen.
func (a *App) fees() *seller.Fees {
	if sellerOff(a) != "" {
		return nil
	}
	fees := seller.FeesOf(a.opts.Book)
	return &fees
}
