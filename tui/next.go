package tui

import (
	"slices"
	"strings"

	"termsheet/scenarios"
	"termsheet/tui/field"
	"termsheet/tui/pane"
	"termsheet/tui/whatif"
)

// first lists what can follow a word itself; behind that nothing does.
func first(list func(*App) []string) func(*App, []string) []string {
	return func(a *App, before []string) []string {
		if len(before) > 0 {
			return nil
		}
		return list(a)
	}
}

// these are the same words whatever the deal is.
func these(words ...string) func(*App, []string) []string {
	return first(func(*App) []string { return words })
}

// ofDeal lists what the words of a question can be about.
func ofDeal(list func(wording) []string) func(*App, []string) []string {
	return first(func(a *App) []string {
		w := a.wording()
		if w.deal == nil {
			return nil
		}
		return list(w)
	})
}

var (
	lineWords = ofDeal(func(w wording) []string { return whatif.Lines(w.deal, w.by) })
	wayWords  = ofDeal(func(w wording) []string { return whatif.Ways(w.deal, w.by) })
	axisWords = ofDeal(func(w wording) []string { return whatif.Axes(w.deal) })
)

// whatIfWords are the questions, and behind best the types that it can be asked
// about.
func whatIfWords(a *App, before []string) []string {
	switch {
	case len(before) == 0:
		return whatif.Names()
	case len(before) == 1 && before[0] == "best":
		return a.keysOfDeal()
	}
	return nil
}

func figureWords(a *App) []string { return a.whatif.FigureNames() }

func showWords(a *App) []string { return append(a.shownNames(), a.explained()...) }

// sortWords are the figures of the comparison, where it is open.
func sortWords(a *App) []string {
	if sheet := a.comparison(); sheet != nil {
		return append(sheet.Figures(), "off")
	}
	return nil
}

// columnWords are the columns of the comparison, where it is open.
func columnWords(a *App) []string {
	if sheet := a.comparison(); sheet != nil {
		return sheet.Names()
	}
	return nil
}

// comparable are the variants that are not named yet.
func comparable(a *App, before []string) []string {
	return slices.DeleteFunc(a.variantNames(), func(name string) bool { return slices.Contains(before, name) })
}

// setWords are the types, dimensions and terms of the deal, then their fields.
func setWords(a *App, before []string) []string {
	switch len(before) {
	case 0:
		return append(a.keysOfDeal(), field.DealWords()...)
	case 1:
		return field.Words(a.session, before[0], false)
	}
	return nil
}

// setCell is the value that the words behind set name.
func setCell(a *App, words []string) (pane.Cell, bool) {
	if len(words) == 0 || len(words) < 2 && !slices.Contains(field.DealWords(), strings.ToLower(words[0])) {
		return pane.Cell{}, false
	}
	cell, _, err := field.Find(a.session, append(slices.Clone(words), ""))
	return cell, err == nil
}

// priceWords are the types and dimensions of the deal, then their rates.
func priceWords(a *App, before []string) []string {
	switch len(before) {
	case 0:
		return a.keysOfDeal()
	case 1:
		return field.Words(a.session, before[0], true)
	}
	return nil
}

// priceCell is the value that the words behind price name.
func priceCell(a *App, words []string) (pane.Cell, bool) {
	if len(words) < 2 {
		return pane.Cell{}, false
	}
	cell, err := field.Price(a.session, words[0], words[1])
	return cell, err == nil
}

// addable are the types and dimensions that the deal can still take.
func addable(a *App) []string {
	var keys []string
	for _, c := range field.Addable(a.session) {
		keys = append(keys, c.Key)
	}
	return keys
}

// addableDetail says what the listing says of one of them.
func addableDetail(a *App, key string) string {
	list := field.Addable(a.session)
	i := slices.IndexFunc(list, func(c field.Candidate) bool { return c.Key == key })
	return list[i].Detail
}

// products are the IDs of the catalogue.
func products() []string {
	var ids []string
	for _, p := range scenarios.Products() {
		ids = append(ids, p.ID)
	}
	return ids
}

// productTitle is the title of a product of the catalogue.
func productTitle(_ *App, id string) string {
	if p, ok := scenarios.Product(id); ok {
		return p.Title
	}
	return ""
}
