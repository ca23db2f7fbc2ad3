package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/cumulative"
	"termsheet/tui/field"
	"termsheet/tui/palette"
	"termsheet/tui/whatif"
)

// openCommands opens the command line with every action.
func (a *App) openCommands() { a.openCommandLine("") }

func (a *App) openCommandLine(text string) {
	list := &palette.List{
		Title: "Command", Prompt: ": ", Source: a.suggest,
		Hint: "enter run  tab complete  " + a.theme.Glyphs.Up + a.theme.Glyphs.Down + " choose  esc back",
	}
	list.Set(text)
	a.open(overlay{list: list, then: (*App).runItem, text: (*App).runText})
}

// suggest lists the actions that a text matches; behind a whole word it lists
// what can follow.
func (a *App) suggest(text string) []palette.Item {
	if act, rest, ok := a.worded(text); ok {
		return a.following(act, rest)
	}
	return palette.Filter(a.commandItems(), text)
}

// commandItems are the actions as the command line offers them: what changes
// the deal first, moving about last.
func (a *App) commandItems() []palette.Item {
	var items, movement []palette.Item
	for i := range a.actions {
		act := &a.actions[i]
		if act.group == moving && act.word == "" || act.own && a.session.Presenting() {
			continue
		}
		label := act.title
		value := act.id
		if act.word != "" {
			label, value = strings.TrimSpace(act.word+" "+act.args), act.word
		}
		detail := act.title
		if act.help != "" {
			detail += ": " + act.help
		}
		item := palette.Item{
			Value: value, Label: label, Detail: detail,
			Keys: strings.Join(act.keys, " "), Off: act.off(a), Group: act.group,
		}
		if act.group == moving {
			movement = append(movement, item)
			continue
		}
		items = append(items, item)
	}
	return append(items, movement...)
}

// worded splits a text into an action's word and what follows it.
func (a *App) worded(text string) (*action, string, bool) {
	word, rest, found := strings.Cut(strings.TrimLeft(text, " "), " ")
	if !found {
		return nil, "", false
	}
	for i := range a.actions {
		if a.actions[i].word == word && word != "" {
			return &a.actions[i], rest, true
		}
	}
	return nil, "", false
}

// following lists what can stand next behind an action's word.
func (a *App) following(act *action, rest string) []palette.Item {
	words := strings.Fields(rest)
	if strings.HasSuffix(rest, " ") || rest == "" {
		words = append(words, "")
	}
	before, last := words[:len(words)-1], words[len(words)-1]
	var items []palette.Item
	for _, option := range a.arguments(act.word, before) {
		if strings.HasPrefix(strings.ToLower(option), strings.ToLower(last)) {
			value := strings.Join(append(append([]string{act.word}, before...), option), " ")
			items = append(items, palette.Item{Value: value, Label: option})
		}
	}
	if len(items) == 0 {
		usage := strings.TrimSpace(act.word + " " + act.args)
		items = append(items, palette.Item{Value: strings.TrimSpace(act.word + " " + rest), Label: usage, Detail: act.help, Off: act.off(a)})
	}
	return items
}

// arguments are the words that can follow those already there.
func (a *App) arguments(word string, before []string) []string {
	switch n := len(before); {
	case word == "set" && n == 0:
		return append(a.keysOfDeal(), field.DealWords...)
	case word == "set" && n == 1, word == "price" && n == 1:
		return field.Words(a.session, before[0], word == "price")
	case word == "price" && n == 0:
		return a.keysOfDeal()
	case n > 0:
		return nil
	case word == "best" || word == "remove":
		return a.keysOfDeal()
	case word == "add":
		var keys []string
		for _, c := range field.Addable(a.session) {
			keys = append(keys, c.Key)
		}
		return keys
	case word == "explain":
		return a.explained()
	case word == "show":
		return append(a.shownNames(), a.explained()...)
	case word == "expect":
		return a.explained()
	case word == "help":
		return a.words()
	case word == "variant" || word == "drop":
		return a.variantNames()
	case word == "chart":
		return cumulative.Names()
	case word == "focus":
		return paneNames[:]
	case word == "copy":
		return partWords()
	case word == "whatif":
		return whatif.Names()
	case word == "theme":
		return themeWords()
	case word == "renew":
		return []string{"none", "auto"}
	case word == "mouse" || word == "presenter":
		return []string{"on", "off"}
	}
	return nil
}

// runText runs a command line that begins with an action's word.
func (a *App) runText(text string) (tea.Cmd, bool) {
	word, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	for i := range a.actions {
		act := &a.actions[i]
		if act.word != word || word == "" {
			continue
		}
		args := splitWords(rest)
		if len(args) == 0 && act.args != "" && !strings.HasPrefix(act.args, "[") && len(act.keys) == 0 {
			return nil, false
		}
		line := a.overlay
		a.overlay = nil
		cmd := a.run(act, args)
		if a.message.tone == refusal && a.overlay == nil { // to be put right where it stands
			a.overlay = line
		}
		return cmd, true
	}
	return nil, false
}

// runItem runs the action that was picked. One that needs words gets them
// first.
func (a *App) runItem(item palette.Item) tea.Cmd {
	if cmd, ok := a.runText(item.Value); ok {
		return cmd
	}
	for i := range a.actions {
		act := &a.actions[i]
		switch {
		case act.word != "" && act.word == item.Value:
			a.openCommandLine(act.word + " ")
			return nil
		case act.id == item.Value:
			return a.run(act, nil)
		}
	}
	return nil
}

// splitWords parts a text at blanks, except inside quotes.
func splitWords(text string) []string {
	var words []string
	var word strings.Builder
	quoted, open := false, false
	for _, r := range text {
		switch {
		case r == '"':
			quoted, open = !quoted, true
		case r == ' ' && !quoted:
			if open {
				words = append(words, word.String())
			}
			word.Reset()
			open = false
		default:
			word.WriteRune(r)
			open = true
		}
	}
	if open {
		words = append(words, word.String())
	}
	return words
}
