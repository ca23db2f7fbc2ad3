package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/palette"
)

// openHelp lists every action with its keys, its word and, where it is off,
// why. Typing filters; enter does what is chosen.
func openHelp(a *App, args []string) (tea.Cmd, error) {
	list := &palette.List{Title: "Keys and commands", Prompt: "filter: ", Grouped: true, Hint: "enter do it  esc back",
		About: []string{fmt.Sprintf("A figure behind ~ is rounded for want of room; %s tells it to the cent.", a.keyFor("explain"))}}
	if a.asking {
		list.Items = a.askingItems()
	}
	for i := range a.actions {
		act := &a.actions[i]
		if act.own && a.session.Presenting() || a.asking && (act.group == asking || a.means(act) && act.word == "") {
			continue
		}
		detail := act.help
		if act.word != "" {
			detail = ":" + strings.TrimSpace(act.word+" "+act.args)
			if act.help != "" {
				detail += "  " + act.help
			}
		}
		item := palette.Item{Value: act.id, Label: act.title, Detail: detail, Group: act.group, Off: a.off(act)}
		if !act.elsewhere() || a.keyed(act) {
			item.Keys = strings.Join(act.keys, " ")
		}
		list.Items = append(list.Items, item)
	}
	list.Set(strings.Join(args, " "))
	if a.comparison() != nil && len(args) == 0 {
		list.Place("show-column")
	}
	a.open(overlay{list: list, below: a.under(), then: func(a *App, item palette.Item) tea.Cmd {
		switch act := a.byID(item.Value); {
		case act == nil: // a caption without one
			return nil
		case act.args != "" && !a.keyed(act):
			a.openCommandLine(act.word + " ")
			return nil
		default:
			return a.run(act, nil)
		}
	}})
	return nil, nil
}
