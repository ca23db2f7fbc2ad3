package tui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/explain"
	"termsheet/tui/seller"
)

func sellerOff(a *App) string { return cmp.Or(presenterOff(a), quoteOff(a)) }

// openSeller shows what the seller pays and keeps of the deal.
func openSeller(a *App, _ []string) (tea.Cmd, error) {
	sheet, err := seller.New(a.session.Quote(), a.session.Scenario(), a.opts.Book)
	if err != nil {
		return nil, err
	}
	a.openSheet(sheet, map[string]func(*App) tea.Cmd{
		"o": func(a *App) tea.Cmd { return a.openDerivation(a.source().Rule(sheet.Rule())) },
		"e": func(a *App) tea.Cmd { return a.openDerivation(a.source().Figure("seller.net")) },
	})
	return nil, nil
}

// openDerivation opens a page, or says why there is none.
func (a *App) openDerivation(page *explain.Page, err error) tea.Cmd {
	if err != nil {
		a.say(refusal, "%s", err)
		return nil
	}
	a.openPage(page)
	return nil
}
