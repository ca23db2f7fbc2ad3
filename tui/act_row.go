package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/compare"
	"termsheet/tui/field"
	"termsheet/tui/palette"
	"termsheet/tui/pane"
	"termsheet/tui/paths"
	"termsheet/tui/terms"
)

// namedRow is a row that can be gone to by its name.
type namedRow struct {
	name, detail, group string
	visit               func(*App)
}

// namedRows are the rows there are where the user is.
func (a *App) namedRows() []namedRow {
	if sheet := a.comparison(); sheet != nil {
		return comparedRows(sheet)
	}
	var list []namedRow
	at := func(name, detail, group string, spot pane.Spot) {
		list = append(list, namedRow{name, detail, group, func(a *App) { a.goToSpot(spot) }})
	}
	for _, need := range a.session.Scenario().Instances {
		detail := fmt.Sprintf("annual %s, running %s", need.Annual, field.Running(a.session, need).Text)
		at(need.Type, detail, "Instance mix", pane.Spot{Key: need.Type, Field: pane.FieldAnnual})
	}
	const contract = "Contract and dimensions"
	for _, d := range terms.InDeal(a.session) {
		at(d.Key, d.Title, contract, pane.Spot{Key: d.Key, Field: pane.FieldQuantity})
	}
	for _, term := range terms.Own(a.session) {
		at(term.Label, term.Text, contract, pane.Spot{Field: term.Label})
	}
	for i, row := range a.costs.Rows(a.session, a.key) {
		list = append(list, namedRow{row.Name, row.Text, "Cost", func(a *App) {
			a.focus = Costs
			a.costs.Go(i)
			a.moves[Costs]++
		}})
	}
	return list
}

// comparedRows are the figures of the comparison.
func comparedRows(sheet *compare.Sheet) []namedRow {
	var list []namedRow
	for _, name := range sheet.Figures() {
		list = append(list, namedRow{name: name, visit: func(a *App) { _ = sheet.GoToFigure(name) }})
	}
	return list
}

// goToRow goes to the row that is named, or offers all there are.
func goToRow(a *App, args []string) (tea.Cmd, error) {
	rows := a.namedRows()
	if len(args) > 0 {
		found, err := rowNamed(rows, strings.Join(args, " "))
		if err == nil {
			a.visit(found)
		}
		return nil, err
	}
	list := &palette.List{Title: "Go to a row", Prompt: "filter: ", Grouped: a.comparison() == nil}
	for i, p := range rows {
		list.Items = append(list.Items, palette.Item{Value: fmt.Sprint(i), Label: p.name, Detail: p.detail, Group: p.group})
	}
	a.open(overlay{list: list, below: a.under(), then: func(a *App, item palette.Item) tea.Cmd {
		i := slices.IndexFunc(list.Items, func(of palette.Item) bool { return of.Value == item.Value })
		a.visit(rows[i])
		return nil
	}})
	return nil, nil
}

// visit puts the cursor on a row, which the what-if screen would hide.
func (a *App) visit(p namedRow) {
	if a.asking {
		a.closeWhatIf()
	}
	p.visit(a)
}

// rowNamed is the row of a name: whole, or the only one that begins like it or
// holds it.
func rowNamed(rows []namedRow, name string) (namedRow, error) {
	lower := strings.ToLower(name)
	for _, like := range []func(string) bool{
		func(have string) bool { return strings.EqualFold(have, name) },
		func(have string) bool { return paths.Begins(have, name) },
		func(have string) bool { return strings.Contains(strings.ToLower(have), lower) },
	} {
		var found []namedRow
		for _, p := range rows {
			if like(p.name) {
				found = append(found, p)
			}
		}
		switch {
		case len(found) == 1, len(found) > 1 && strings.EqualFold(found[0].name, name):
			return found[0], nil
		case len(found) > 1:
			var names []string
			for _, p := range found[:min(len(found), mostMeant)] {
				names = append(names, p.name)
			}
			return namedRow{}, fmt.Errorf("%s could be %s; write it whole", name, either(names))
		}
	}
	return namedRow{}, fmt.Errorf("there is no row %s; row lists all", name)
}

// rowNames are the rows that the word for one can name.
func (a *App) rowNames() []string {
	var names []string
	for _, p := range a.namedRows() {
		if !slices.Contains(names, p.name) {
			names = append(names, p.name)
		}
	}
	return names
}
