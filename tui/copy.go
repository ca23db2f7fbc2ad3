package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/pane"
)

// table is what the focused pane shows, or the question that is open, as plain
// values.
func (a *App) table() pane.Table {
	if sheet := a.comparison(); sheet != nil {
		return sheet.Table()
	}
	if a.asking {
		return a.whatif.Table()
	}
	switch a.focus {
	case Mix:
		return a.mix.Table(a.session)
	case Terms:
		return a.terms.Table(a.session, a.inner(Terms))
	case Costs:
		return a.costs.Table(a.session, a.key)
	case Chart:
		return a.cumulative.Table(a.session, a.key)
	case Timeline:
		return a.timeline.Table(a.session)
	case Book:
		return a.book.Table()
	}
	return pane.Table{At: -1}
}

// part is what of a pane can be copied.
type part struct {
	word string
	of   func(pane.Table) string
	none string // why there is nothing of it
}

// parts are what can be copied, the smallest first.
var parts = []part{
	{"figure", func(t pane.Table) string { return t.Figure }, "there is no figure at the cursor"},
	{"row", pane.Table.Row, "there is no row at the cursor"},
	{"table", wholeTable, "there is nothing in this pane"},
}

func wholeTable(t pane.Table) string {
	if len(t.Rows) == 0 {
		return ""
	}
	return t.String()
}

// copyPart puts a part of the focused pane on the clipboard. The terminal does
// that: also over a connection, and without another program.
func copyPart(p part) func(*App, []string) (tea.Cmd, error) {
	return func(a *App, _ []string) (tea.Cmd, error) {
		text := p.of(a.table())
		if text == "" {
			return nil, errors.New(p.none)
		}
		return a.copyText(p, text), nil
	}
}

// copyText puts a text on the clipboard, and says so.
func (a *App) copyText(p part, text string) tea.Cmd {
	if text == "" {
		a.say(refusal, "%s", p.none)
		return nil
	}
	a.copied = text
	a.say(done, "copied the %s: %s", p.word, brief(text))
	return tea.SetClipboard(text)
}

// copyNamed copies the part that is named: the figure where none is.
func copyNamed(a *App, args []string) (tea.Cmd, error) {
	word := strings.ToLower(strings.Join(args, " "))
	for _, p := range parts {
		if strings.HasPrefix(p.word, word) {
			return copyPart(p)(a, nil)
		}
	}
	return nil, errors.New("write copy figure, copy row or copy table")
}

func partWords() []string {
	var words []string
	for _, p := range parts {
		words = append(words, p.word)
	}
	return words
}

// brief says on one line what was copied.
func brief(text string) string {
	if n := strings.Count(text, "\n"); n > 0 {
		return fmt.Sprintf("%d lines", n+1)
	}
	return strings.ReplaceAll(text, "\t", "  ")
}

// pasteValue types what was copied here into the cell, and otherwise asks the
// terminal for what it has on the clipboard; not every terminal tells.
func pasteValue(a *App, _ []string) (tea.Cmd, error) {
	if a.copied == "" {
		return tea.ReadClipboard, nil
	}
	a.paste(a.copied)
	return nil, nil
}

// pastes tells whether a key pastes, also into a field or a list.
func (a *App) pastes(name string) bool {
	return slices.Contains(a.byID(pasteID).keys, name)
}

// pasteID is the action that pastes.
const pasteID = "paste"
