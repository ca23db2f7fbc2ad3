package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/report"
	"termsheet/scenarios"
	"termsheet/tui/explain"
	"termsheet/tui/field"
	"termsheet/tui/seller"
	"termsheet/tui/session"
)

// source is what derivations are looked up in: the quote that is shown, with the
// seller's own view of it.
func (a *App) source() explain.Source { return a.sourceOf(a.session.Current()) }

// sourceOf is the same for any variant or other scenario.
func (a *App) sourceOf(p session.Priced) explain.Source {
	priced := report.Priced{Quote: p.Quote}
	if a.session.Presenting() {
		return explain.Source{Quote: priced, Book: a.opts.Book}
	}
	if view, err := seller.Of(priced.Quote, p.Scenario, a.opts.Book); err == nil {
		priced.Seller = view
	}
	return explain.Source{Quote: priced, Book: a.opts.Book}
}

// explainFigure opens where the figure or the date at the cursor comes from, or
// the figure that is named by its path into the quote.
func explainFigure(a *App, args []string) (tea.Cmd, error) {
	path := strings.Join(args, " ")
	if sheet := a.comparison(); sheet != nil {
		return nil, a.explainCompared(sheet, path)
	}
	page, err := a.derivation(path)
	err = a.nearPath(path, err)
	switch {
	case err != nil:
		return nil, err
	case page == nil:
		return nil, errors.New("there is no figure at the cursor")
	}
	a.openPage(page)
	return nil, nil
}

func (a *App) openPage(page *explain.Page) {
	sheet := explain.New(page)
	a.openSheet(sheet, map[string]func(*App) tea.Cmd{
		"enter": func(a *App) tea.Cmd {
			if key, ok := sheet.Key(); ok {
				a.overlay = nil
				a.goToKey(key)
			}
			return nil
		},
		"y": func(a *App) tea.Cmd { return a.copyText(parts[0], sheet.Value()) },
	})
}

// goToKey puts the cursor where a key of the scenario is shown, or says where
// it is written.
func (a *App) goToKey(key deal.Path) {
	if !a.goToPath(key) {
		a.say(note, "%s is written in %s", key, a.written(key))
	}
}

// written is the place of a key in the file.
func (a *App) written(key deal.Path) string {
	at := a.where(key)
	return fmt.Sprintf("%s:%d:%d", at.File, at.Line, at.Column)
}

// derivation is where the figure at the cursor comes from; nothing where there
// is none.
func (a *App) derivation(path string) (*explain.Page, error) {
	from := a.source()
	if answer := a.whatif.Answered(); answer != nil && a.asking && path == "" {
		quote, err := pricing.Price(answer, a.session.Conventions())
		if err != nil {
			return nil, err
		}
		from = a.sourceOf(session.Priced{Scenario: answer, Quote: quote})
	}
	if key, at, ok := a.whatif.InHand(); ok && a.asking && path == "" {
		return from.Annuals(key, at)
	}
	if a.asking && path == "" && from.Quote.Quote != nil {
		if path = a.whatif.Figure(from.Quote.Quote); path == "" {
			return from.Month()
		}
	}
	if slices.Contains(a.keysCharged(), path) {
		return from.Key(path)
	}
	if path != "" {
		return from.Figure(path)
	}
	switch a.focus {
	case Mix:
		if need, ok := a.mix.Need(a.session); ok {
			return a.explainCell(from, need.Type)
		}
	case Terms:
		return a.explainTerm(from)
	case Costs:
		return a.costs.Explain(a.session, a.key, from)
	case Chart:
		return a.cumulative.Explain(a.session, a.key, from)
	case Book:
		return a.book.Explain(from)
	case Timeline:
		return from.Day(a.session.Day())
	}
	return nil, nil
}

// explainCell is where the value of a type or a dimension at the cursor comes
// from, and what is charged by it.
func (a *App) explainCell(from explain.Source, key string) (*explain.Page, error) {
	cell, _ := a.cell()
	name := a.fieldAt()
	return from.Cell(key, name, cell.Text, writtenAt(a.where, field.Keys(name, key)))
}

// fieldAt is which value of its row the cursor stands on.
func (a *App) fieldAt() string {
	if a.focus == Mix {
		return a.mix.Field()
	}
	return a.terms.Field(a.session, a.inner(Terms))
}

// explainTerm is where a dimension's cost, or one of the deal's own terms comes
// from.
func (a *App) explainTerm(from explain.Source) (*explain.Page, error) {
	size := a.inner(Terms)
	if d, ok := a.terms.Dimension(a.session, size); ok {
		return a.explainCell(from, d.Key)
	}
	label := a.terms.Label(a.session, size)
	cell, ok := a.cell()
	if label == "" || !ok {
		return nil, nil
	}
	return from.Term(label, cell.Text, writtenAt(a.where, field.Keys(label, "")), a.session.Scenario().Offer != nil)
}

// explained are the figures that can be named.
func (a *App) explained() []string {
	return slices.DeleteFunc(report.Explained(), func(path string) bool {
		return a.session.Presenting() && strings.HasPrefix(path, "seller.")
	})
}

// where is where a key of the shown variant is written.
func (a *App) where(key deal.Path) scenarios.Position {
	return a.session.Where(a.session.Variant(), key)
}

// writtenAt says where the first of some keys is written that is, in a variant or
// in what that is laid over.
func writtenAt(where func(deal.Path) scenarios.Position, keys []deal.Path) string {
	for _, key := range keys {
		if at := where(key); at != where(key[:len(key)-1]) {
			return fmt.Sprintf("written in %s:%d:%d", at.File, at.Line, at.Column)
		}
	}
	return "not written in the scenario"
}
