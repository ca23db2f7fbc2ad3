package tui

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/field"
	"termsheet/tui/palette"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

func needsCell(a *App) string {
	if !a.onCell() {
		return "there is no value at the cursor; " + a.keyFor("next-pane") + " goes to the next pane"
	}
	return ""
}

// stepCell is one more or one less in the focused cell, or as many as counted.
func stepCell(sign string) func(*App, []string) (tea.Cmd, error) {
	return func(a *App, _ []string) (tea.Cmd, error) {
		cell, _ := a.cell()
		return nil, a.change(cell, sign+strconv.Itoa(a.times()))
	}
}

// openCell begins typing; a cell of a few words goes to the next of them.
func openCell(a *App, _ []string) (tea.Cmd, error) {
	if cell, _ := a.cell(); len(cell.Choices) > 0 && cell.Off == "" && !isDigit(cell.Text) {
		return nil, a.change(cell, "+1")
	}
	a.beginTyping("")
	return nil, nil
}

func isDigit(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

// setValue writes a value that is named: KEY FIELD VALUE, or a term of the deal
// and its value.
func setValue(a *App, args []string) (tea.Cmd, error) {
	if len(args) < 2 {
		return nil, errors.New("write set KEY FIELD VALUE, like set m5.large annual 10")
	}
	cell, rest, err := field.Find(a.session, args)
	if err != nil {
		return nil, err
	}
	return nil, a.change(cell, strings.Join(rest, " "))
}

// cellCommand sets one cell: the key steps it, the word takes a value.
func cellCommand(cell func(*session.Session) pane.Cell) func(*App, []string) (tea.Cmd, error) {
	return func(a *App, args []string) (tea.Cmd, error) {
		c := cell(a.session)
		input := strings.Join(args, " ")
		if input == "" {
			input = field.Next(c)
		}
		return nil, a.change(c, input)
	}
}

func termOff(a *App) string { return field.Term(a.session).Off }

var (
	setTerm    = cellCommand(field.Term)
	setHorizon = cellCommand(field.Horizon)
	setRenew   = cellCommand(field.Renew)
)

func setDiscount(a *App, args []string) (tea.Cmd, error) {
	if len(args) == 0 {
		a.openCommandLine("discount ")
		return nil, nil
	}
	if word := strings.ToLower(args[0]); word == "off" || word == "none" {
		if a.session.Scenario().Offer == nil {
			return nil, errors.New("there is no private offer")
		}
		return nil, a.apply("on public terms", pane.Change{Edits: field.NoOffer(a.session)})
	}
	return nil, a.change(field.Discount(a.session), strings.Join(args, " "))
}

func setPrice(a *App, args []string) (tea.Cmd, error) {
	if len(args) < 3 {
		return nil, errors.New("write price KEY RATE VALUE, like price m5.large hourly +5%")
	}
	cell, err := field.Price(a.session, args[0], args[1])
	if err != nil {
		return nil, err
	}
	return nil, a.change(cell, strings.Join(args[2:], " "))
}

func bestOff(a *App) string {
	if len(a.session.BestX()) == 0 {
		return "no type here has both an annual and an hourly price"
	}
	return ""
}

// setBest buys the cheapest number of annuals of a type.
func setBest(a *App, args []string) (tea.Cmd, error) {
	key := a.key
	if len(args) > 0 {
		key = args[0]
	}
	for _, b := range a.session.BestX() {
		if b.Key != key {
			continue
		}
		need, _ := a.session.Need(key)
		if b.Have.Equal(b.Best) {
			a.say(note, "%s annual %s is the cheapest already", key, b.Best)
			return nil, nil
		}
		return nil, a.change(field.Annual(a.session, need), b.Best.String())
	}
	return nil, fmt.Errorf("%s has no break-even; put the cursor on an instance type with both prices", key)
}

func addOff(a *App) string {
	if instances, dimensions := field.Unused(a.session); len(instances)+len(dimensions) == 0 {
		return "everything on the product's list is in the deal"
	}
	return ""
}

// addKey puts a type or dimension into the deal, from a list where none is
// named.
func addKey(a *App, args []string) (tea.Cmd, error) {
	if len(args) > 0 {
		return nil, a.add(args[0])
	}
	list := &palette.List{Title: "Add from " + a.session.Product().Title, Prompt: "filter: "}
	for _, item := range field.Addable(a.session) {
		list.Items = append(list.Items, palette.Item{Value: item.Key, Label: item.Key, Detail: item.Detail})
	}
	a.open(overlay{list: list, then: func(a *App, item palette.Item) tea.Cmd {
		if err := a.add(item.Value); err != nil {
			a.say(refusal, "%s: %s", item.Value, reason(err))
		}
		return nil
	}})
	return nil, nil
}

func (a *App) add(key string) error {
	edits, instance, err := field.Add(a.session, key)
	if err != nil {
		return err
	}
	if err := a.apply("added "+key, pane.Change{Edits: edits}); err != nil {
		return err
	}
	if instance {
		a.focus = Mix
		a.mix.Focus(a.session, key)
	} else {
		a.focus = Terms
		a.terms.Focus(a.session, key)
	}
	a.moves[a.focus]++
	a.noteKey()
	return nil
}

func removeOff(a *App) string {
	if a.atCursor() == "" {
		return "put the cursor on an instance type or a dimension"
	}
	return ""
}

func removeKey(a *App, args []string) (tea.Cmd, error) {
	key := a.atCursor()
	if len(args) > 0 {
		key = args[0]
	}
	edits, what, err := field.Remove(a.session, key)
	if err != nil {
		return nil, err
	}
	err = a.apply(what, pane.Change{Edits: edits})
	a.noteKey()
	return nil, err
}

func undoOff(a *App) string {
	if a.session.CanUndo() == 0 {
		return "nothing has been changed"
	}
	return ""
}

func redoOff(a *App) string {
	if a.session.CanRedo() == 0 {
		return "nothing has been undone"
	}
	return ""
}

func (a *App) undo() { a.travel((*session.Session).Undo, "undone: %s") }

func (a *App) redo() { a.travel((*session.Session).Redo, "again: %s") }

// travel goes along the history, as many steps as counted or there are.
func (a *App) travel(step func(*session.Session) (string, bool), format string) {
	before, known := a.software()
	for range a.times() {
		what, ok := step(a.session)
		if !ok {
			break
		}
		a.say(done, format+"%s", what, a.spoken(a.effect(before, known)))
	}
	a.noteKey()
}

// keysCharged are the instance types and dimensions that the deal has.
func (a *App) keysCharged() []string {
	s := a.session.Scenario()
	return slices.DeleteFunc(a.keysOfDeal(), func(key string) bool {
		_, in := s.Need(key)
		return !in && !s.Involves(key)
	})
}

// keysOfDeal are the instance types and dimensions that a command can name.
func (a *App) keysOfDeal() []string {
	var keys []string
	for _, n := range a.session.Scenario().Instances {
		keys = append(keys, n.Type)
	}
	for _, d := range a.session.Product().Dimensions {
		keys = append(keys, d.Key)
	}
	return keys
}
