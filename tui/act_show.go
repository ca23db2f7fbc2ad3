package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/money"
	"termsheet/model/report"
	"termsheet/scenarios"
	"termsheet/tui/pane"
	"termsheet/tui/reading"
	"termsheet/tui/timeline"
)

// shown is what the word show writes out in plain text.
type shown struct {
	name, title string
	own         bool // it holds what is the seller's own
	unpriced    bool // there is something to see without a price
	of          func(*App) string
	table       bool // its first line is a heading
}

// shownTable is everything that can be written out, what is asked for first at
// the top.
func shownTable() []shown {
	return []shown{
		{name: "figures", title: "What the deal costs", table: true, of: table((*App).figureTable)},
		{name: "mix", title: "The instance mix", unpriced: true, table: true, of: table(func(a *App) pane.Table { return a.mix.Table(a.session) })},
		{name: "terms", title: "The terms of the deal", unpriced: true, of: (*App).termText},
		{name: "variants", title: "The variants", unpriced: true, table: true, of: table((*App).variantTable)},
		{name: "charges", title: "The charges", table: true, of: table((*App).chargeTable)},
		{name: "months", title: "The charges by month", table: true, of: table((*App).monthTable)},
		{name: "invoices", title: "The invoices", table: true, of: table((*App).invoiceTable)},
		{name: "events", title: "What happens on which day", table: true, of: table(func(a *App) pane.Table { return a.timeline.Table(a.session) })},
		{name: "day", title: "What holds on the day", of: func(a *App) string { return timeline.Told(a.session) }},
		{name: "findings", title: "What the rules say", own: true, unpriced: true, of: (*App).findingText},
		{name: "file", title: "The text of the file", own: true, unpriced: true,
			of: func(a *App) string { return string(a.session.Document().Text()) }},
	}
}

// shownNames are the words behind show; presenter view has none for what is the
// seller's own.
func (a *App) shownNames() []string {
	var names []string
	for _, s := range shownTable() {
		if !s.own || !a.session.Presenting() {
			names = append(names, s.name)
		}
	}
	return names
}

func table(of func(*App) pane.Table) func(*App) string {
	return func(a *App) string { return reading.Aligned(of(a)) }
}

// toShow is what is asked for: one of the table, or the figure at a path into
// the quote, which has no title.
func (a *App) toShow(args []string) (what shown, text string, err error) {
	name := strings.Join(args, " ")
	if name == "" {
		name = shownTable()[0].name
	}
	list := shownTable()
	i := slices.IndexFunc(list, func(s shown) bool { return s.name == strings.ToLower(name) })
	switch {
	case i < 0:
		text, err = a.figure(name)
		if err != nil {
			return shown{}, "", err
		}
		return shown{}, name + " " + text, nil
	case list[i].own && a.session.Presenting():
		return shown{}, "", errors.New(presenterOff(a))
	case !list[i].unpriced && quoteOff(a) != "":
		return shown{}, "", errors.New(quoteOff(a))
	}
	return list[i], list[i].of(a), nil
}

// figure is the value at a path into the quote that is shown.
func (a *App) figure(path string) (string, error) {
	tree, err := a.tree()
	if err != nil {
		return "", err
	}
	first, _, deep := strings.Cut(path, ".")
	if near := scenarios.Nearest(first, a.shownNames()); !deep && near != "" && near != first {
		return "", fmt.Errorf("there is no %s; did you mean %s?", first, near)
	}
	text, err := tree.At(path)
	return text, a.nearPath(path, err)
}

// nearPath adds to a path that leads nowhere the one that was probably meant.
func (a *App) nearPath(path string, err error) error {
	if err != nil && slices.Contains(a.keysCharged(), path) {
		return fmt.Errorf("%s is no figure; show mix and show terms tell what it is and costs, totals.software what all do", path)
	}
	if near := scenarios.Nearest(path, a.explained()); err != nil && near != "" && near != path {
		return fmt.Errorf("there is no figure %s; did you mean %s?", path, near)
	}
	return err
}

func (a *App) tree() (report.Tree, error) {
	if why := quoteOff(a); why != "" {
		return report.Tree{}, errors.New(why)
	}
	if err := a.session.Current().Err; err != nil {
		return report.Tree{}, fmt.Errorf("it cannot be priced: %s", reason(err))
	}
	return report.TreeOf(a.source().Quote)
}

// show lays what is asked for on a sheet.
func show(a *App, args []string) (tea.Cmd, error) {
	what, text, err := a.toShow(args)
	switch {
	case err != nil:
		return nil, err
	case what.title == "":
		a.say(note, "%s", text)
		return nil, nil
	}
	sheet := reading.New(what.title, text)
	if what.table {
		sheet = reading.Table(what.title, text)
	}
	a.open(overlay{sheet: sheet, whole: true, below: a.overlay})
	return nil, nil
}

func showPlain(a *App, args []string) (string, error) {
	_, text, err := a.toShow(args)
	return text, err
}

// showing writes out one of the table, whatever it is asked by.
func showing(name string) func(*App, []string) (string, error) {
	return func(a *App, _ []string) (string, error) { return showPlain(a, []string{name}) }
}

// bounds are the words between a path and the value that is expected there.
var bounds = map[string]func(*report.Want, string){
	"equals":   func(w *report.Want, v string) { w.Equals = v },
	"at_least": func(w *report.Want, v string) { w.AtLeast = v },
	"at_most":  func(w *report.Want, v string) { w.AtMost = v },
}

// expectFigure holds a figure of the shown variant against a value.
func expectFigure(a *App, args []string) (tea.Cmd, error) {
	if len(args) < 2 {
		return nil, errors.New("write expect PATH VALUE, like expect totals.software 93222.60")
	}
	want, set, value := report.Want{Path: args[0]}, bounds["equals"], args[1:]
	if bound, ok := bounds[args[1]]; ok && len(args) > 2 {
		set, value = bound, args[2:]
	}
	set(&want, strings.Join(value, " "))
	tree, err := a.tree()
	if err != nil {
		return nil, unmet{err.Error()}
	}
	got, ok, err := tree.Holds(want)
	switch {
	case err != nil:
		return nil, a.nearPath(want.Path, err)
	case !ok:
		return nil, unmet{fmt.Sprintf("%s: wanted %s, got %s", want.Path, want, got)}
	}
	a.say(done, "%s is %s, as expected", want.Path, got)
	return nil, nil
}

// unmet is an expectation that does not hold.
type unmet struct{ text string }

// Error says what was wanted and what came out.
func (e unmet) Error() string { return e.text }

func (a *App) figureTable() pane.Table { return a.costs.Table(a.session, a.key) }

func (a *App) termText() string {
	var parts []string
	for _, t := range a.terms.Tables(a.session) {
		parts = append(parts, reading.Aligned(t))
	}
	return strings.Join(parts, "\n")
}

func (a *App) variantTable() pane.Table {
	t := pane.Table{Head: []string{"variant", "this deal", ""}}
	for i, p := range a.session.Variants() {
		mark := ""
		if i == a.session.VariantIndex() {
			mark = "shown"
		}
		t.Rows = append(t.Rows, []string{p.Scenario.Variant, costWords(p), strings.TrimSpace(mark + a.hiddenWord(p.Scenario.Variant))})
	}
	return t
}

func (a *App) chargeTable() pane.Table {
	t := pane.Table{Head: []string{"date", "kind", "key", "quantity", "rate", "amount", "rule"}}
	q := a.session.Quote()
	for _, c := range q.Charges {
		t.Rows = append(t.Rows, []string{c.Date.String(), c.Kind.String(), c.Key, c.Quantity().String(), money.Scaled(c.Rate), c.Amount.String(), c.Rule})
	}
	return t
}

func (a *App) monthTable() pane.Table {
	t := pane.Table{Head: []string{"month", "software", "infrastructure", "total"}}
	for _, m := range a.session.Quote().Months {
		t.Rows = append(t.Rows, []string{m.First.Month(), m.Software.String(), m.Infrastructure.String(), m.Total().String()})
	}
	return t
}

func (a *App) invoiceTable() pane.Table {
	t := pane.Table{Head: []string{"date", "amount", "what"}}
	for _, i := range a.session.Quote().Invoices {
		t.Rows = append(t.Rows, []string{i.Date.String(), i.Amount.String(), i.What})
	}
	return t
}

// findingText is every finding on a line.
func (a *App) findingText() string {
	var out strings.Builder
	var list []report.Finding
	for _, f := range a.findings.All() {
		list = append(list, f.Finding)
	}
	if len(list) == 0 {
		return findingsOff(a)
	}
	_ = report.Findings(&out, list) // into memory
	return out.String()
}
