package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/field"
	"termsheet/tui/palette"
	"termsheet/tui/paths"
)

// openCommands opens the command line with every action.
func (a *App) openCommands() { a.openCommandLine("") }

func (a *App) openCommandLine(text string) {
	list := &palette.List{
		Title: "Command", Prompt: ": ", Free: true, Source: a.suggest, Tell: a.tellAbout,
		Hint: "enter run  tab complete  " + a.theme.Glyphs.Up + a.theme.Glyphs.Down + " choose  esc back",
	}
	list.Set(text)
	a.openLine(list)
}

// propose opens the command line with a word and what could follow it, which
// typing replaces.
func (a *App) propose(word, text string) {
	a.openCommandLine(word + " " + text)
	a.overlay.list.Propose(word+" "+text, len([]rune(word))+1)
}

func (a *App) openLine(list *palette.List) {
	a.open(overlay{list: list, below: a.under(), then: (*App).runItem, text: (*App).runText})
}

// suggest lists the actions that a text matches; behind a whole word it lists
// what can follow.
func (a *App) suggest(text string) []palette.Item {
	if act, rest, ok := a.worded(text); ok {
		return append(a.titled(text), a.following(act, rest)...)
	}
	return palette.Filter(a.commandItems(), text)
}

// titled are the actions without a word whose title begins like a text: next
// variant is none of the things that can stand behind next.
func (a *App) titled(text string) []palette.Item {
	return slices.DeleteFunc(a.commandItems(), func(item palette.Item) bool {
		act := a.named(item.Value)
		return act.word != "" || !paths.Begins(act.title, strings.TrimSpace(text))
	})
}

// commandItems are the actions as the command line offers them: what changes
// the deal first, moving about last.
func (a *App) commandItems() []palette.Item {
	var items, movement []palette.Item
	for i := range a.actions {
		act := &a.actions[i]
		if act.group == moving && act.word == "" || act.own && a.session.Presenting() || act.word == "" && !a.works(act) {
			continue
		}
		label := act.title
		value := act.id
		if act.word != "" {
			label, value = strings.TrimSpace(act.word+" "+act.args), act.word
		}
		item := palette.Item{
			Value: value, Label: label, Detail: act.detail(),
			Off: a.wordOff(act), Group: act.group,
		}
		if a.keyed(act) {
			item.Keys = strings.Join(act.keys, " ")
		}
		if act.group == moving || !a.works(act) {
			movement = append(movement, item)
			continue
		}
		items = append(items, item)
	}
	return append(items, movement...)
}

// detail is what an action does, as far as its label does not say it: without a
// word that is its title.
func (act *action) detail() string {
	switch {
	case act.word == "":
		return act.help
	case act.help == "":
		return act.title
	}
	return act.title + ": " + act.help
}

// works tells whether the keys of an action work where the user is.
func (a *App) works(act *action) bool {
	if a.comparison() != nil {
		return act.in&inCompare != 0
	}
	return act.in&a.room() != 0 || act.word != "" && act.group != beside && act.group != asking
}

// worded splits a text into an action's word and what follows it.
func (a *App) worded(text string) (*action, string, bool) {
	word, rest, found := strings.Cut(strings.TrimLeft(text, " "), " ")
	if !found {
		return nil, "", false
	}
	act := a.byWord(word)
	return act, rest, act != nil
}

// following lists what can stand next behind an action's word.
func (a *App) following(act *action, rest string) []palette.Item {
	before, last := a.parted(act, rest)
	var items []palette.Item
	var options []string
	if act.next != nil {
		options = act.next(a, before)
	}
	for _, option := range options {
		if paths.Begins(option, last) || act.rest && option == strings.TrimRight(last, " ") {
			items = append(items, palette.Item{Value: act.line(before, option), Label: option, Detail: a.detail(act, before, option), More: act.more()})
		}
	}
	items = append(items, a.fileItems(act, rest)...)
	if len(items) == 0 {
		usage := strings.TrimSpace(act.word + " " + act.args)
		items = append(items, palette.Item{Value: strings.TrimSpace(act.word + " " + rest), Label: usage, Detail: act.help, Off: a.wordOff(act)})
	}
	return items
}

// parted is what follows an action's word, the words that a variant's name begins
// with taken for one where several names can follow.
func (a *App) parted(act *action, rest string) (before []string, last string) {
	before, last = act.parted(rest)
	if !act.takes.many {
		return before, last
	}
	for i := range before {
		name := strings.Join(append(slices.Clone(before[i:]), last), " ")
		if slices.ContainsFunc(a.variantNames(), func(variant string) bool { return paths.Begins(variant, name) }) {
			return before[:i], name
		}
	}
	return before, last
}

// more tells whether a value has to follow what the lists of an action offer.
func (act *action) more() bool { return strings.HasSuffix(act.args, "VALUE") }

// detail says about a word that can follow an action's what it stands for, or is
// now.
func (a *App) detail(act *action, before []string, option string) string {
	switch {
	case act.tells != nil:
		return act.tells(a, option)
	case act.cell == nil:
		return ""
	}
	if cell, ok := act.cell(a, append(slices.Clone(before), option)); ok {
		return "is " + cell.Text
	}
	if d, ok := a.session.Product().Dimension(option); ok {
		return d.Title
	}
	if need, ok := a.session.Need(option); ok && act.word == "set" {
		return fmt.Sprintf("annual %s, running %s", need.Annual, field.Running(a.session, need).Text)
	}
	return ""
}

// tellAbout says about the word at the beginning of a text what it does and how
// it is used, and of a value that is named what it is now.
func (a *App) tellAbout(text string) string {
	word, rest, _ := strings.Cut(strings.TrimLeft(text, " "), " ")
	act := a.named(word)
	switch begin := a.begun(word); {
	case word == "":
		if len(a.earlier) > 0 {
			return "Write a word and what has to follow it; enter runs it, tab completes it, up brings the last one back."
		}
		return "Write a word and what has to follow it; enter runs it, tab completes it."
	case act != nil:
	case len(begin) == 1:
		act = a.named(begin[0])
	case len(begin) > 1:
		return either(begin) + "?"
	default:
		return a.noCommand(word).Error()
	}
	if why := a.wordOff(act); why != "" {
		return "off: " + why
	}
	tells := act.title
	if act.cell != nil {
		if cell, ok := act.cell(a, splitWords(rest)); ok {
			tells = cell.Name + " is " + cell.Text
		}
	}
	return strings.Join(slices.DeleteFunc([]string{tells, act.help, act.like()}, func(s string) bool { return s == "" }), "; ")
}

// like is an example of the word, where its help has none.
func (act *action) like() string {
	if act.example == "" {
		return ""
	}
	return "like " + act.example
}

// runText runs a command line. Only a whole word runs: what merely resembles
// one could be anything, so it is asked about; the beginning of a single word is
// completed, to be looked at before it runs.
func (a *App) runText(text string) tea.Cmd {
	word, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	if word == "" {
		a.overlay = a.under()
		return nil
	}
	if items := a.titled(text); len(items) == 1 && strings.EqualFold(items[0].Label, strings.TrimSpace(text)) {
		a.noteLine(text)
		return a.runWord(a.named(items[0].Value), nil)
	}
	if act := a.byWord(word); act != nil {
		if item, ok := a.completed(act, rest); ok {
			a.overlay.list.Set(item.Lead())
			return nil
		}
		a.noteLine(text)
		return a.runWord(act, splitWords(rest))
	}
	if begin := a.begun(word); len(begin) == 1 {
		a.overlay.list.Set(strings.TrimRight(begin[0]+" "+rest, " ") + " ")
		return nil
	}
	a.say(refusal, "%s", a.noCommand(word))
	return nil
}

// completed is the one text that what stands behind a word is the beginning of; a
// number is whole without its percent sign.
// A file that is still to be written can have such a name itself.
func (a *App) completed(act *action, rest string) (palette.Item, bool) {
	items := a.following(act, rest)
	if len(items) != 1 || strings.TrimSpace(rest) == "" || strings.HasSuffix(rest, " ") || act.takes.fresh || !palette.Holds(items[0].Value) {
		return palette.Item{}, false
	}
	_, last := a.parted(act, rest)
	_, whole := act.parted(strings.TrimPrefix(items[0].Value, act.word+" "))
	return items[0], !strings.EqualFold(strings.TrimSuffix(whole, "%"), strings.TrimSuffix(last, "%")) && paths.Begins(whole, last)
}

// runWord runs an action by its word. One that needs more gets it first, and
// what is refused can be put right where it stands.
func (a *App) runWord(act *action, args []string) tea.Cmd {
	if len(args) == 0 && act.args != "" && !strings.HasPrefix(act.args, "[") && !a.keyed(act) {
		a.openCommandLine(act.word + " ")
		return nil
	}
	a.line = line{a.overlay, a.under()}
	a.overlay = a.line.under
	cmd := a.run(act, args)
	if a.message.tone == refusal {
		a.askAgain(a.line)
	}
	a.line = line{}
	return cmd
}

// line is a command line that was run, and what it stood over.
type line struct{ text, under *overlay }

// askAgain opens a command line again as it was, so that what is refused can be
// put right, unless something else is open by now.
func (a *App) askAgain(l line) {
	if l.text != nil && a.overlay == l.under {
		a.overlay = l.text
	}
}

// keyed tells whether an action has a key where the user is, and so does
// something without words behind it.
func (a *App) keyed(act *action) bool { return len(act.keys) > 0 && act.in&a.room() != 0 }

// worked tells whether a text begins with an action's word.
func (a *App) worked(text string) bool {
	word, _, _ := strings.Cut(text, " ")
	return slices.Contains(a.words(), word)
}

// runItem runs what was gone to in the list: an action, or a text that a choice
// has completed. What still lacks a value goes back into the line.
func (a *App) runItem(item palette.Item) tea.Cmd {
	word, rest, _ := strings.Cut(item.Value, " ")
	if act := a.byWord(word); act != nil {
		if item.More {
			a.openCommandLine(item.Lead())
			return nil
		}
		a.noteLine(item.Value)
		return a.runWord(act, splitWords(rest))
	}
	if act := a.byID(item.Value); act != nil {
		return a.run(act, nil)
	}
	return nil
}
