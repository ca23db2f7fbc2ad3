package tui

import (
	"cmp"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
	"termsheet/tui/pane"
	"termsheet/tui/whatif"
)

// openWhatIf shows the what-if screen over the panes, for the type or dimension
// at the cursor.
func openWhatIf(a *App, args []string) (tea.Cmd, error) {
	var question, about string
	if len(args) > 0 {
		question, about = args[0], strings.Join(args[1:], " ")
	}
	if !a.whatif.Open(a.key, strings.ToLower(question)) {
		return nil, errors.New("the questions are " + strings.Join(whatif.Names(), ", "))
	}
	if about != "" {
		if a.whatif.Tab() != whatif.Best {
			return nil, errors.New("only best is asked about a type")
		}
		if err := a.whatif.OnlyType(a.wording().deal, about); err != nil {
			return nil, err
		}
	}
	a.leaveTyping()
	if a.comparison() != nil {
		a.overlay = nil
	}
	a.asking, a.outcome.asked = true, true
	return nil, nil
}

// closeWhatIf goes back to the panes; what was only tried is dropped.
func (a *App) closeWhatIf() {
	if a.session.Trying() {
		a.session.EndPreview()
		a.say(note, "kept as it was")
	}
	a.whatif.Reset()
	a.whatif.Close()
	a.asking = false
}

// answeredMsg brings the answer to a what-if.
type answeredMsg struct{ answer whatif.Answer }

// ask has what-ifs worked out in the background, where there is a new question.
func (a *App) ask() tea.Cmd {
	if !a.asking || a.done {
		return nil
	}
	work := a.whatif.Ask(a.session, a.opts.Book)
	if work == nil {
		return nil
	}
	return func() tea.Msg { return answeredMsg{work()} }
}

// reach shows an answer, and does what the keys say that have waited for it.
// One that edits the deal asks anew: those behind it wait on.
func (msg answeredMsg) reach(a *App) tea.Cmd {
	if !a.whatif.Hear(msg.answer) {
		return nil
	}
	var cmds []tea.Cmd
	for doc := a.session.Base(); a.asking && a.overlay == nil && a.session.Base() == doc; {
		key, ok := a.whatif.Next()
		if !ok {
			break
		}
		cmds = append(cmds, a.whatIfKey(key), a.ask())
	}
	return tea.Batch(cmds...)
}

// askingActions are those of the what-if screen alone.
func askingActions() []action {
	own := func(id, title string, in room, asks whatif.Act, keys ...string) action {
		off := func(a *App) string { return cmp.Or(askingOff(a), "not in this question") }
		return action{id: id, keys: keys, title: title, off: off, in: in, asks: asks, run: do(func(*App) {})}
	}
	return []action{
		{id: "take", keys: []string{"enter"}, word: "take", args: "[WHICH]", title: "take it over", off: askingOff, in: inQuestions, asks: whatif.Take, run: takeAnswer,
			help: "the answer: of a goal seek the nearest or one by its number, a number of annuals, the values of a point of a sweep", example: "take 2"},
		{id: "next-figure", keys: []string{"m"}, word: "figure", args: "[NAME]", title: "next figure", off: askingOff, in: withFigure, asks: whatif.NextFigure, run: nameFigure,
			help: "that the question is about", example: "figure total", rest: true, next: first(figureWords)},
		own("cheapest", "the cheapest X", inBest, whatif.Cheapest, "b"),
		own("load-day-before", "day before in the load", inBest, whatif.DayBefore, "<"),
		own("load-next-day", "next day in the load", inBest, whatif.NextDay, ">"),
		own("load-week-before", "week before in the load", inBest, whatif.WeekBefore, "{"),
		own("load-next-week", "next week in the load", inBest, whatif.NextWeek, "}"),
		own("load-order", "hours in order of what runs", inBest, whatif.Order, "i"),
		own("across-before", "input before across", inSweep, whatif.AcrossBefore, "["),
		own("across-next", "next input across", inSweep, whatif.AcrossNext, "]"),
		own("down-before", "input before down", inSweep, whatif.DownBefore, "{"),
		own("down-next", "next input down", inSweep, whatif.DownNext, "}"),
		own("range-across", "type a range across", inSweep, whatif.RangeAcross, "x"),
		own("range-down", "type a range down", inSweep, whatif.RangeDown, "y"),
		own("figure-before", "figure before", withFigure, whatif.FigureBefore, "M"),
	}
}

// askingOff is why an action of a question does nothing where that is not open.
func askingOff(a *App) string {
	if a.asking {
		return ""
	}
	return "no question is open; " + a.keyFor("whatif") + " opens one"
}

// means tells whether an action stands for something of the question that is
// open.
func (a *App) means(act *action) bool {
	return act.asks != whatif.None && a.asking && act.in&a.room() != 0
}

// off is why an action cannot be done now.
func (a *App) off(act *action) string {
	if a.means(act) {
		return a.whatif.Off(act.asks)
	}
	return act.off(a)
}

// wordOff is why the word of an action cannot be used now: what follows it is
// not bound to the cursor.
func (a *App) wordOff(act *action) string {
	if act.args != "" {
		return act.off(a)
	}
	return a.off(act)
}

// whatIfKey is a key on the what-if screen: text, a key of the question, or one of
// the application.
func (a *App) whatIfKey(key tea.KeyPressMsg) tea.Cmd {
	name := key.String()
	act := a.byKey(name)
	if act == nil && name == leavesToo {
		act = a.byID("whatif")
	}
	does := whatif.None
	if act != nil {
		does = act.asks
	}
	if waits, why := a.whatif.Wait(key, does); waits {
		if why != "" {
			a.say(note, "%s", why)
		}
		return nil
	}
	if does == whatif.Back && a.whatif.CallOff() {
		a.say(note, "called off; enter works it out")
		return nil
	}
	if a.whatif.Typing() || act == nil || !act.aside() {
		if intent, ok := a.whatif.Type(key); ok {
			a.message = message{}
			a.carryOut(intent)
			return nil
		}
	}
	if act == nil && a.countDigit(name) {
		return nil
	}
	if act == nil {
		a.count = 0
		a.say(note, "%s does nothing here; %s goes back", name, a.keyFor("back"))
		return nil
	}
	if !a.means(act) && a.session.Trying() && !act.still {
		a.session.EndPreview()
		a.whatif.Reset()
		if act.id == "undo" {
			a.say(note, "kept as it was")
			return nil
		}
	}
	return a.run(act, nil)
}

// leavesToo is a key that leaves what is no text, as it does everywhere.
const leavesToo = "backspace"

// carryOut does what a key on the what-if screen asks for.
func (a *App) carryOut(i whatif.Intent) {
	switch i.Do {
	case whatif.Try:
		if err := a.session.Preview(i.Edits...); err != nil {
			a.say(refusal, "%s", reason(a.against(err)))
		} else if err := a.session.Current().Err; err != nil {
			a.say(warning, "no price: %s", reason(err))
		}
	case whatif.Drop:
		a.session.EndPreview()
	case whatif.Keep:
		a.keepAnswer(i.What, i.Edits)
	case whatif.Refuse:
		a.say(refusal, "%s", i.What)
	case whatif.Leave:
		a.closeWhatIf()
	case whatif.Go:
		a.closeWhatIf()
		if !a.goToPath(i.Path) {
			a.say(note, "%s is shown in no field", i.Path)
		}
	}
}

// keepAnswer makes the edits of an answer, one step of undo.
func (a *App) keepAnswer(what string, edits []scenarios.Edit) {
	a.session.EndPreview()
	if err := a.apply(what, pane.Change{Edits: edits}); err != nil {
		a.say(refusal, "%s: %s", what, reason(err))
	}
}
