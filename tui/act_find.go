package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
	"termsheet/scenarios/check"
	"termsheet/tui/findings"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// checkedMsg brings what the rulebook has to say about a document.
type checkedMsg struct {
	of    *scenarios.Document
	found []check.Placed
}

// check holds the document against the rulebook in the background, since that
// prices every variant once more. A document never changes, so it is its own
// version; one that is out of date when the answer comes is checked again, and
// no two checks run at a time.
func (a *App) check() tea.Cmd {
	doc, book := a.session.Document(), a.opts.Book
	if a.session.Presenting() || !a.runs || a.checking || a.done || doc == a.checked {
		return nil
	}
	a.checking = true
	return func() tea.Msg { return checkedMsg{doc, check.InScenario(doc, book, true)} }
}

// reach takes over what was found, unless the document is another by now.
func (msg checkedMsg) reach(a *App) tea.Cmd {
	a.checking = false
	if a.session.Presenting() || msg.of != a.session.Document() {
		return nil
	}
	a.checked = msg.of
	if a.findings.Set(msg.found) {
		a.hearings++
	}
	return nil
}

func findingsOff(a *App) string {
	n, _ := a.findings.Count()
	switch {
	case a.session.Presenting():
		return presenterOff(a)
	case n > 0:
		return ""
	case a.checking:
		return "the deal is being checked"
	}
	return "no rule has anything to say against this deal"
}

// openFindings lists the findings; enter goes to the field.
func (a *App) openFindings() {
	a.openSheet(&a.findings, map[string]func(*App) tea.Cmd{
		"enter": (*App).goToFinding, "o": (*App).openFindingsRule, "e": (*App).openFindingsRule,
	})
}

// openFindingsRule shows the rule of the finding at the cursor in full.
func (a *App) openFindingsRule() tea.Cmd {
	f, _ := a.findings.Chosen()
	return a.openDerivation(a.source().Rule(f.Rule))
}

// goToFinding leaves the list for the field that the finding at its cursor is
// about, in a variant that has it; where there is none it says where to look.
func (a *App) goToFinding() tea.Cmd {
	f, any := a.findings.Chosen()
	if !any {
		return nil
	}
	a.overlay = nil
	if v := f.Of.Variant; v != "" && v != a.session.Variant() && !slices.Contains(f.Of.Shared, a.session.Variant()) {
		a.session.ShowVariant(v)
	}
	if f.Of.OnProduct || !a.goToPath(f.Of.Path) {
		a.say(note, "%s %s: %s", f.Rule, findings.Where(f), f.Message)
		return nil
	}
	text := f.Rule + " " + f.Message
	if f.Fix != "" {
		text += "; " + f.Fix
	}
	a.say(note, "%s", text)
	return nil
}

// goToPath puts the cursor where a key of the scenario is shown; false where it
// is nowhere.
func (a *App) goToPath(path []string) bool {
	if spot, ok := findings.SpotAt(path); ok && a.goToSpot(spot) {
		return true
	}
	if len(path) > 0 && path[0] == "seller" {
		_, err := openSeller(a, nil)
		return err == nil
	}
	day, ok := findings.DayAt(a.session.Scenario(), path)
	if ok {
		a.focus = Timeline
		a.session.MoveTo(day)
	}
	return ok
}

func (a *App) goToSpot(to pane.Spot) bool {
	was := a.focus
	switch {
	case a.mix.Go(a.session, to):
		a.focus = Mix
	default:
		a.focus = Terms // its room depends on the focus
		if !a.terms.Go(a.session, to, a.inner(Terms)) {
			a.focus = was
			return false
		}
	}
	a.moves[a.focus]++
	a.noteKey()
	return true
}

// foundText is the count of findings in the header: in a word, or on a narrow
// screen in a sign and a number. In presenter view it says that, discreetly.
func (a *App) foundText(w int) (string, theme.Style) {
	if a.session.Presenting() {
		return " presenter ", a.theme.Dim
	}
	text, flag := a.findings.Summary(&a.theme, w >= besideW)
	if text == "" {
		return "", theme.Style{}
	}
	return " " + text + " ", flag.Style
}
