package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
	"termsheet/tui/palette"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
	"termsheet/tui/whatif"
)

// openWhatIf shows the what-if screen over the panes, for the type or dimension
// at the cursor.
func openWhatIf(a *App, args []string) (tea.Cmd, error) {
	if !a.whatif.Open(a.key, strings.ToLower(strings.Join(args, " "))) {
		return nil, errors.New("the questions are " + strings.Join(whatif.Names(), ", "))
	}
	a.leaveTyping()
	a.asking = true
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

// answered shows an answer, and does what the keys say that have waited for it.
// One that edits the deal asks anew: those behind it wait on.
func (a *App) answered(msg answeredMsg) tea.Cmd {
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

// alsoAsking are the actions whose keys work on the what-if screen, too.
var alsoAsking = map[string]bool{
	"undo": true, "redo": true, "save": true, "save-as": true, "commands": true, "help": true, "quit": true,
	"explain": true, "next-variant": true, "previous-variant": true, "pin": true, "unpin": true, "findings": true, "open": true,
}

// whatIfKey is a key on the what-if screen.
func (a *App) whatIfKey(key tea.KeyPressMsg) tea.Cmd {
	name := key.String()
	if waits, why := a.whatif.Wait(key); waits {
		if why != "" {
			a.say(note, "%s", why)
		}
		return nil
	}
	if name == "esc" && a.whatif.CallOff() {
		a.say(note, "called off; enter works it out")
		return nil
	}
	if intent, ok := a.whatif.Press(key); ok {
		a.message = message{}
		a.carryOut(intent)
		return nil
	}
	act := a.byKey(name)
	if act == nil || !alsoAsking[act.id] {
		a.say(note, "%s does nothing here; esc goes back", name)
		return nil
	}
	if a.session.Trying() && act.id != "explain" {
		a.session.EndPreview()
		a.whatif.Reset()
		if act.id == "undo" {
			a.say(note, "kept as it was")
			return nil
		}
	}
	return a.run(act, nil)
}

// carryOut does what a key on the what-if screen asks for.
func (a *App) carryOut(i whatif.Intent) {
	switch i.Do {
	case whatif.Try:
		if err := a.session.Preview(i.Edits...); err != nil {
			a.say(refusal, "%s", reason(err))
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

// pairs writes keys with what they do.
func (a *App) pairs(w int, hints [][2]string) bar {
	row := newBar(&a.theme)
	for _, hint := range hints {
		if row.Width()+theme.Width(hint[0])+theme.Width(hint[1])+3 <= w {
			row.hint(hint[0], hint[1])
		}
	}
	return row.bar(w)
}

// keyItem begins the value of an item of the help that stands for a key.
const keyItem = "key "

// askingItems are the keys of the what-if that is open, for the help.
func (a *App) askingItems() (items []palette.Item) {
	title, keys := a.whatif.Keys()
	for _, k := range keys {
		items = append(items, palette.Item{Value: keyItem + k.Keys[0], Label: k.Title, Detail: k.Help, Group: title, Keys: strings.Join(k.Keys, " ")})
	}
	return items
}
