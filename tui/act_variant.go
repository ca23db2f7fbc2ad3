package tui

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	"termsheet/tui/palette"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

func variantOff(a *App) string {
	if len(a.session.Variants()) < 2 {
		return "this scenario has no variants"
	}
	return ""
}

func (a *App) stepVariant(by int) {
	a.session.StepVariant(by)
	a.sayVariant()
}

func (a *App) sayVariant() {
	name := a.session.Variant()
	text := fmt.Sprintf("%s (%d of %d)", name, a.session.VariantIndex()+1, len(a.session.Variants()))
	if a.session.EditVariant() != "" {
		text += "; edits go into this variant"
	}
	a.say(note, "%s%s", text, a.spoken(a.now()))
	a.noteKey()
}

// showVariant shows the named variant, or offers all of them with what they
// cost.
func showVariant(a *App, args []string) (tea.Cmd, error) {
	if len(args) > 0 {
		name, ok := spelledAs(a.variantNames(), strings.Join(args, " "))
		if !ok {
			return nil, fmt.Errorf("there is no variant %s", name)
		}
		a.session.ShowVariant(name)
		a.sayVariant()
		return nil, nil
	}
	list := &palette.List{Title: "Variants", Prompt: "filter: "}
	for _, p := range a.session.Variants() {
		list.Items = append(list.Items, palette.Item{Value: p.Scenario.Variant, Label: p.Scenario.Variant, Detail: costWords(p) + a.hiddenWord(p.Scenario.Variant)})
	}
	list.Place(a.session.Variant())
	a.open(overlay{list: list, then: func(a *App, item palette.Item) tea.Cmd {
		a.session.ShowVariant(item.Value)
		a.sayVariant()
		return nil
	}})
	return nil, nil
}

// costWords says what a variant costs.
func costWords(v session.Variant) string {
	if v.Err != nil {
		return "cannot be priced"
	}
	return v.Totals.Software.Grouped()
}

// spelledAs is a name as a list spells it, whatever letters it is typed in.
func spelledAs(list []string, name string) (string, bool) {
	i := slices.IndexFunc(list, func(one string) bool { return strings.EqualFold(one, name) })
	if i < 0 {
		return name, false
	}
	return list[i], true
}

func (a *App) variantNames() []string {
	var names []string
	for _, p := range a.session.Variants() {
		names = append(names, p.Scenario.Variant)
	}
	return names
}

// cloneVariant makes a new variant as the shown one stands; without a name it
// asks for one.
func cloneVariant(a *App, args []string) (tea.Cmd, error) {
	if sheet := a.comparison(); sheet != nil {
		return nil, a.cloneCompared(sheet, strings.Join(args, " "))
	}
	from, name := a.session.Variant(), cmp.Or(strings.Join(args, " "), a.session.FreeName())
	if err := a.session.AddVariant(name, from); err != nil {
		return nil, err
	}
	laid, then := "follows it but for its changes", "edits go into it"
	if from != deal.Base {
		laid = "laid over " + deal.Base
	}
	if len(args) == 0 {
		then = a.keyFor("rename") + " NAME names it"
	}
	a.say(done, "%s clones %s, %s; %s", name, from, laid, then)
	a.noteKey()
	return nil, nil
}

func isBase(a *App) string {
	if a.session.EditVariant() == "" {
		return fmt.Sprintf("%s is the scenario itself; %s shows a variant, %s makes one", deal.Base, a.keyFor(pane.Either(a.opts.Plain, "variant", "next-variant")), a.keyFor("clone"))
	}
	return ""
}

func renameVariant(a *App, args []string) (tea.Cmd, error) {
	if len(args) == 0 {
		return nil, errors.New("write rename NAME")
	}
	from, name := a.session.Variant(), strings.Join(args, " ")
	if err := a.session.RenameVariant(name); err != nil {
		return nil, err
	}
	if pinned := "pinned " + from; a.session.Pinned().Label == pinned {
		a.session.CallPin("pinned " + name)
	}
	a.say(done, "%s is called %s now", from, name)
	return nil, nil
}

// dropVariant takes the named variant, or the shown one, out of the file.
func dropVariant(a *App, args []string) (tea.Cmd, error) {
	name := a.session.Variant()
	if len(args) > 0 {
		known := false
		if name, known = spelledAs(a.variantNames(), strings.Join(args, " ")); !known {
			return nil, fmt.Errorf("there is no variant %s", name)
		}
	}
	if err := a.session.RemoveVariant(name); err != nil {
		return nil, err
	}
	a.say(done, "variant %s removed; %s brings it back", name, a.keyFor("undo"))
	a.noteKey()
	return nil, nil
}
