package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/scenarios"
	"termsheet/tui/input"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/whatif"
)

// typing is a value on its way into a cell. The deal shows it with every key,
// as far as it reads.
type typing struct {
	cell  pane.Cell
	line  input.Line
	fresh bool  // the line is the old value: the first character replaces it
	begun bool  // a character began it, so that digits can be a count
	err   error // why the text cannot be the value
}

// beginTyping opens the focused cell. With a text, that is its first key.
func (a *App) beginTyping(text string) {
	cell, ok := a.cell()
	switch {
	case !ok:
		a.say(warning, "there is nothing to change here; %s goes to the next pane", a.keyFor("next-pane"))
		return
	case cell.Off != "":
		a.say(refusal, "%s", cell.Off)
		return
	}
	a.message = message{}
	a.typing = &typing{cell: cell, line: input.New(cell.Text), fresh: true}
	if text != "" {
		a.typing.begun = true
		a.typeText(text)
	}
}

// leaveTyping drops what is being typed.
func (a *App) leaveTyping() {
	a.typing = nil
	a.session.EndPreview()
}

// typeKey is a key while a value is typed. Keys that move keep the value first,
// as in a spreadsheet.
func (a *App) typeKey(key tea.KeyPressMsg) tea.Cmd {
	switch name := key.String(); name {
	case "esc", "ctrl+c":
		a.leaveTyping()
		a.say(note, "kept as it was")
	case "enter":
		a.keepTyped()
	case "tab", "shift+tab", "up", "down":
		if a.keepTyped() {
			said := a.message
			cmd := a.runKey(name)
			a.message = said
			return cmd
		}
	default:
		if a.pastes(name) {
			return a.run(a.byID(pasteID), nil)
		}
		if cmd, ok := a.countKey(name); ok {
			return cmd
		}
		t := a.typing
		if t.fresh && key.Text != "" {
			t.line.Set("")
		}
		t.fresh = false
		if t.line.Press(key) {
			a.tryTyped()
		}
	}
	return nil
}

// typeText types a text at the cursor.
func (a *App) typeText(text string) {
	t := a.typing
	if t.fresh {
		t.line.Set("")
	}
	t.fresh = false
	t.line.Insert(text)
	a.tryTyped()
}

// tryTyped shows the deal with the value typed so far.
func (a *App) tryTyped() {
	t := a.typing
	change, err := t.cell.Change(t.line.Text())
	if err == nil {
		err = a.against(a.session.Preview(change.Edits...))
	} else {
		a.session.EndPreview()
	}
	t.err = err
}

// keepTyped writes the value into the deal; false where it is refused, and
// then the field stays open.
func (a *App) keepTyped() bool {
	t := a.typing
	if text := t.line.Text(); t.fresh || text == t.cell.Text {
		a.leaveTyping()
		return true
	}
	if err := a.change(t.cell, t.line.Text()); err != nil {
		t.err = err
		return false
	}
	a.last = &edit{input: t.line.Text()}
	a.typing = nil
	return true
}

// change puts an input into a cell, prices the deal and says what it did.
func (a *App) change(cell pane.Cell, input string) error {
	if cell.Off != "" {
		return fmt.Errorf("%s", cell.Off)
	}
	change, err := cell.Change(input)
	if err != nil {
		return err
	}
	what := fmt.Sprintf("%s %s %s %s", cell.Name, cell.Text, a.arrow(), change.To)
	a.session.EndPreview()
	made := a.made(change)
	err = a.apply(what, change)
	if err == nil && made != "" && a.message.tone == done {
		a.message.text += made
		a.message.long = true
	}
	return err
}

// apply makes an edit and says what it changed in dollars.
func (a *App) apply(what string, change pane.Change) error {
	before, known := a.software()
	others, over := a.session.Variants(), a.session.Quote()
	if err := a.session.Apply(what, change.Edits...); err != nil {
		return a.against(err)
	}
	if err := a.session.Current().Err; err != nil {
		a.say(warning, "%s: no price now, %s takes it back: %s", what, a.keyFor("undo"), reason(err))
		return nil
	}
	a.say(done, "%s%s%s%s", what, a.longer(what, over), a.effect(before, known), a.movedToo(others))
	return nil
}

// made tells of the private offer that an edit gives a deal on public terms.
func (a *App) made(change pane.Change) string {
	offers := func(e scenarios.Edit) bool { return len(e.Path) > 1 && e.Path[0] == "offer" && e.Value != "" }
	if a.session.Scenario().Offer != nil || !slices.ContainsFunc(change.Edits, offers) {
		return ""
	}
	if told := whatif.Made(a.session); told != "" {
		return "; " + told
	}
	return ""
}

// against names the variant that an edit of the scenario itself is refused for,
// and says how to make the edit all the same.
func (a *App) against(err error) error {
	var by *session.Against
	if !errors.As(err, &by) {
		return err
	}
	why := reason(err)
	var list scenarios.Errors
	if errors.As(err, &list) && len(list) > 0 {
		why = list[0].Message // without what to write in the file
	}
	return fmt.Errorf("%s; %s clones %s, to edit that alone", scenarios.InVariant(by.Variant, why), a.keyFor("clone"), deal.Base)
}

// longer tells where an edit has also moved how far the deal is looked at, as a term
// does that the horizon follows: else its effect would be taken for that of the edit.
func (a *App) longer(what string, before *pricing.Quote) string {
	now := a.session.Quote()
	if before == nil || now == nil || strings.HasPrefix(what, "horizon") {
		return ""
	}
	was, _ := session.Horizon(before)
	is, _ := session.Horizon(now)
	if was == is {
		return ""
	}
	return fmt.Sprintf(", horizon %s %s %s", was, a.arrow(), is)
}

// movedToo tells how many variants that are not shown an edit has moved, since
// those are laid over what is edited.
func (a *App) movedToo(before []session.Variant) string {
	moved := 0
	for _, after := range a.session.Variants() {
		shown := after.Scenario.Variant == a.session.Variant()
		if !shown && after.Err == nil && slices.ContainsFunc(before, func(was session.Variant) bool {
			return was.Err == nil && was.Scenario.Variant == after.Scenario.Variant && was.Totals.Software != after.Totals.Software
		}) {
			moved++
		}
	}
	switch moved {
	case 0:
		return ""
	case 1:
		return "; 1 variant too"
	}
	return fmt.Sprintf("; %d variants too", moved)
}

// software is what the shown variant costs, if it can be priced.
func (a *App) software() (money.Amount, bool) {
	current := a.session.Current()
	if current.Err != nil || current.Quote == nil {
		return 0, false
	}
	return current.Quote.Totals.Software, true
}

// effect says by how much an edit moved the deal.
func (a *App) effect(before money.Amount, known bool) string {
	after, ok := a.software()
	switch {
	case !known || !ok:
		return ""
	case after == before:
		return "; the deal costs the same"
	case a.opts.Plain:
		return fmt.Sprintf("; this deal %s -> %s (%s)", before.Grouped(), after.Grouped(), (after - before).Signed())
	}
	return fmt.Sprintf("; this deal %s, now %s", (after - before).Signed(), after.Grouped())
}

// paste takes text from the clipboard as if it were typed: one line, without
// control characters.
func (a *App) paste(text string) {
	text = strings.TrimSpace(strings.Join(strings.Fields(text), " "))
	switch {
	case text == "":
	case a.overlay != nil && (a.overlay.sheet != nil || a.overlay.list.Question()):
	case a.overlay != nil:
		a.overlay.list.Type(text)
	case a.asking:
		if !a.whatif.Paste(text) {
			a.say(note, "%s cannot be pasted here", text)
		}
	case a.typing != nil:
		a.typeText(text)
	default:
		a.beginTyping(text)
	}
}
