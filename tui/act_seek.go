package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/tui/whatif"
)

// wording is what the words of a question are about: the deal without what is
// only tried.
type wording struct {
	*whatif.View
	deal   *deal.Scenario
	by     pricing.Conventions
	public bool
}

func (a *App) wording() wording {
	scenario, _ := a.session.Untried()
	return wording{&a.whatif, scenario, a.session.Conventions(), a.session.Presenting()}
}

// question is an action that opens a question, and with words sets something in
// it. A usage tells which words there have to be.
func question(name, usage string, set func(w wording, words []string) error) func(*App, []string) (tea.Cmd, error) {
	return func(a *App, args []string) (tea.Cmd, error) {
		if len(args) == 0 && usage != "" {
			return nil, errors.New("write " + usage)
		}
		if _, err := openWhatIf(a, []string{name}); err != nil || len(args) == 0 {
			return nil, err
		}
		return nil, set(a.wording(), args)
	}
}

func setTarget(w wording, words []string) error {
	return w.Aim(words[0], strings.Join(words[1:], " "), w.public)
}

func setHold(w wording, words []string) error {
	return w.Hold(w.deal, w.by, strings.Join(words, " "))
}

func setFloor(w wording, words []string) error {
	n := len(words) - 1
	return w.Floor(w.deal, w.by, strings.Join(words[:n], " "), words[n])
}

func setStep(w wording, words []string) error { return w.Step(number(words)) }

func setWay(w wording, words []string) error {
	return w.SeekBy(w.deal, w.by, strings.Join(words, " "))
}

func setAxes(w wording, words []string) error {
	return w.Across(w.deal, strings.Fields(strings.Join(words, " ")))
}

func setSwing(w wording, words []string) error { return w.SwingBy(number(words)) }

// number is one number, whose percent sign can stand apart from it.
func number(words []string) string {
	return strings.ReplaceAll(strings.Join(words, " "), " %", "%")
}

// nameFigure asks about the figure that is named.
func nameFigure(a *App, args []string) (tea.Cmd, error) {
	a.outcome.asked = true
	return nil, a.whatif.About(strings.Join(args, " "), a.session.Presenting())
}

// takeAnswer takes over the answer that is named.
func takeAnswer(a *App, args []string) (tea.Cmd, error) {
	intent := a.whatif.TakeNearest
	if len(args) > 0 {
		intent = func() whatif.Intent { return a.whatif.TakeThe(args) }
	}
	i := intent()
	if i.Do == whatif.Refuse {
		return nil, errors.New(i.What)
	}
	a.carryOut(i)
	return nil, nil
}
