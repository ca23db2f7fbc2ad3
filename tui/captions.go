package tui

import (
	"cmp"
	"slices"
	"strings"

	"termsheet/tui/palette"
	"termsheet/tui/whatif"
)

// caption is what actions are called in a question of the what-if screen, where
// most mean something of its own: several that belong together have one.
type caption struct {
	in          room
	does        []whatif.Act
	typed       []string // keys that are text there
	title, help string
	tells       func(*App) string // in place of the help
	hint        string            // in the footer: shortest name; empty: not there
	rank        int               // how soon it has a place there, the lowest first
}

// captions are in the order the help shows them.
func captions() []caption {
	acts := func(list ...whatif.Act) []whatif.Act { return list }
	moves := acts(whatif.Up, whatif.Down, whatif.PageUp, whatif.PageDown, whatif.Home, whatif.End)
	return []caption{
		{in: inBest, does: acts(whatif.Left, whatif.Right), title: "one annual less, or more", hint: "X", rank: 1,
			help: "the deal moves with X, and the dollars of what stays uncovered"},
		{in: inBest, does: acts(whatif.Less, whatif.More), title: "one annual less, or more"},
		{in: inBest, does: acts(whatif.PageDown, whatif.PageUp), title: "ten less, or more"},
		{in: inBest, does: acts(whatif.Home, whatif.End), title: "none, or the most that the curve has"},
		{in: inBest, does: acts(whatif.Cheapest), title: "the cheapest X", hint: "cheapest", rank: 5},
		{in: inBest, does: acts(whatif.Up, whatif.Down), title: "another type", hint: "type", rank: 8},
		{in: inBest, does: acts(whatif.DayBefore, whatif.NextDay), title: "day before, next day", help: "of a profile, in the strip", hint: "day", rank: 6},
		{in: inBest, does: acts(whatif.WeekBefore, whatif.NextWeek), title: "week before, next week", help: "of a profile, in the strip"},
		{in: inBest, does: acts(whatif.Order), title: "hours in order of what runs", help: "or as they come; of a profile, in the strip", hint: "order", rank: 7},
		{in: inBest, does: acts(whatif.Take), title: "take X over", hint: "take it over", rank: 2},

		{in: inSeek, typed: []string{"0-9", ".", ","}, title: "type the target", help: "of the figure; backspace takes a digit away, ctrl+u all", hint: "target", rank: 1},
		{in: inSeek, does: acts(whatif.Left, whatif.Right), title: "by what it is reached", help: "the discount, one rate, or the annuals of a type", hint: "by", rank: 6},
		{in: inSeek, does: acts(whatif.Down), title: "to the next answer, then the lines", help: "the marked answer is the one that enter takes over", hint: "lines", rank: 5},
		{in: inSeek, does: acts(whatif.Up), title: "back up"},
		{in: inSeek, does: moves[2:], title: "ten rows, or to an end"},
		{in: inSeek, does: acts(whatif.Hold), title: "hold the line", help: "a discount leaves it as it is; again lets it go", hint: "hold", rank: 3},
		{in: inSeek, does: acts(whatif.Floor), title: "floor", help: "the lowest share of list, such as 85%: of the line at the cursor, else of all", hint: "floor", rank: 8},
		{in: inSeek, does: acts(whatif.Round), title: "step", help: "what can be sold: 0.5 for half percents of a discount, 0.01 for cents of a rate", hint: "step", rank: 7},
		{in: inSeek, does: acts(whatif.Take), title: "take the answer over", help: "one edit: undo takes it back", hint: "take it over", rank: 2},

		{in: inSweep, does: acts(whatif.Left, whatif.Right, whatif.Up, whatif.Down), title: "move the deal in the grid", hint: "move the deal", rank: 1},
		{in: inSweep, does: moves[2:], title: "five rows, or to an end"},
		{in: inSweep, does: acts(whatif.AcrossBefore, whatif.AcrossNext), title: "another input across", hint: "across", rank: 5},
		{in: inSweep, does: acts(whatif.DownBefore, whatif.DownNext), title: "another input down", help: "or none: a curve", hint: "down", rank: 6},
		{in: inSweep, does: acts(whatif.RangeAcross, whatif.RangeDown), title: "type a range", hint: "type a range", rank: 7,
			help: "KEY FIELD FROM..TO/STEP, across or down: m5.large annual 0..40/2, discount 0%..20%/5%"},
		{in: inSweep, does: acts(whatif.Take), title: "take the point over", hint: "take it over", rank: 2},

		{in: inTornado, does: moves[:2], title: "another input", hint: "input", rank: 1},
		{in: inTornado, does: moves[2:], title: "ten rows, or to an end"},
		{in: inTornado, does: acts(whatif.Left, whatif.Right), title: "swing less, or more", hint: "swing", rank: 5},
		{in: inTornado, does: acts(whatif.Less, whatif.More), title: "swing less, or more"},
		{in: inTornado, does: acts(whatif.Take), title: "go to the field of the input", hint: "go to the field", rank: 2},

		{in: inQuestions, does: acts(whatif.NextQuestion), title: "next question", hint: "next", rank: 3},
		{in: inQuestions, does: acts(whatif.QuestionBefore), title: "question before"},
		{in: withFigure, does: acts(whatif.NextFigure, whatif.FigureBefore), title: "next figure, figure before", hint: "figure", rank: 9,
			tells: func(a *App) string { return a.whatif.Figures() }},
		{in: inQuestions, does: acts(whatif.Back), title: "back", help: "while it is worked out: call it off", hint: "back", rank: 4},
		{in: inQuestions, does: acts(whatif.Close), title: "back to the panes"},
	}
}

// acting is the action that means something in a question.
func acting(actions []action, does whatif.Act) *action {
	return &actions[slices.IndexFunc(actions, func(act action) bool { return act.asks == does })]
}

// keysOf are the keys of a caption: of all its actions, or the first of each.
func (c *caption) keysOf(actions []action, all bool) (keys []string) {
	for i, does := range c.does {
		own := acting(actions, does).keys
		if !all && len(own) > 0 {
			own = own[:1]
		}
		keys = append(keys, own...)
		if !all && i == 3 && slices.Equal(keys, arrows) {
			return []string{"arrows"}
		}
	}
	if all {
		return append(keys, c.typed...)
	}
	return append(keys, c.typed[:min(len(c.typed), 1)]...)
}

// arrows are the keys that have a name together.
var arrows = []string{"left", "right", "up", "down"}

// off is why nothing of a caption can be done now.
func (c *caption) off(a *App) (why string) {
	for _, does := range c.does {
		if why = a.off(acting(a.actions, does)); why == "" {
			return ""
		}
	}
	return why
}

// hidden tells whether a caption is of something that no buyer sees.
func (c *caption) hidden(a *App) bool {
	return len(c.does) > 0 && acting(a.actions, c.does[0]).own && a.session.Presenting()
}

// captioned are the captions of the question that is open.
func (a *App) captioned() []caption {
	return slices.DeleteFunc(captions(), func(c caption) bool { return c.in&a.room() == 0 || c.hidden(a) })
}

// askingItems are the captions of the question that is open, for the help.
func (a *App) askingItems() (items []palette.Item) {
	for _, c := range a.captioned() {
		item := palette.Item{Label: c.title, Detail: c.help, Group: "What if: " + a.whatif.Tab().Title(), Keys: strings.Join(c.keysOf(a.actions, true), " ")}
		if c.tells != nil {
			item.Detail = c.tells(a)
		}
		if len(c.does) > 0 {
			item.Value, item.Off = acting(a.actions, c.does[0]).id, c.off(a)
		}
		items = append(items, item)
	}
	return items
}

// askingHints are the hints of the question that is open, or of the field that is
// typed into there.
func (a *App) askingHints() (hints [][2]string) {
	if a.whatif.Typing() {
		return a.whatif.FieldHints()
	}
	list := slices.DeleteFunc(a.captioned(), func(c caption) bool { return c.hint == "" || c.off(a) != "" })
	slices.SortStableFunc(list, func(a, b caption) int { return cmp.Compare(a.rank, b.rank) })
	for i := range list {
		if keys := list[i].keysOf(a.actions, false); len(keys) > 0 {
			hints = append(hints, [2]string{strings.Join(keys, " "), list[i].hint})
		}
	}
	return append(hints, [2]string{a.keyFor("undo"), "undo"}, [2]string{a.keyFor("help"), "help"})
}

// WhatIfKeys lists the keys of the what-if screen, question by question, and
// those of all at the end.
func WhatIfKeys() (list []Info) {
	actions := actionTable()
	add := func(group string, in room) {
		for _, c := range captions() {
			if c.in == in || in == inQuestions && c.in == withFigure {
				info := Info{Group: "What if: " + group, Title: c.title, Help: c.help, Keys: c.keysOf(actions, true)}
				if len(c.does) > 0 {
					if act := acting(actions, c.does[0]); act.word != "" && act.group == asking {
						info.Command = act.word + " " + act.args
					}
				}
				list = append(list, info)
			}
		}
	}
	for tab := range whatif.Tabs {
		add(tab.Title(), inBest<<tab)
	}
	add("everywhere", inQuestions)
	return list
}
