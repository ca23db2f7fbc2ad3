package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/pane"
	"termsheet/tui/whatif"
)

// action is one thing that can be done. The table of them is all there is: it
// feeds the keys, the footer, the help, the command line and scripts.
type action struct {
	id      string
	group   string
	keys    []string
	word    string // on the command line; empty: by key only
	short   string // what other programs have for the word, understood, too
	args    string // what follows the word
	title   string
	help    string
	example string // of the word with what follows it, where the help has none
	hint    string // in the footer: shortest name; empty: not there
	rank    int    // how soon it has a place there, the lowest first
	own     bool   // shows what is the seller's own: not there in presenter view
	off     func(*App) string
	run     func(*App, []string) (tea.Cmd, error)

	plain  func(*App, []string) (string, error) // in line mode, in place of what opens on the screen
	needs  bool                                 // there is no cursor in line mode, so something has to follow the word
	screen string                               // why line mode does not have it

	rest  bool                                   // what follows is one name, blanks and all
	one   bool                                   // no more than one word follows
	takes takes                                  // what file can follow
	next  func(a *App, before []string) []string // what else can, behind the words already there
	tells func(a *App, option string) string     // what one of that stands for
	cell  func(*App, []string) (pane.Cell, bool) // the value that the words name, if they do

	in     room       // where its keys work; none: on the panes
	asks   whatif.Act // what it means in the questions that are among those
	counts bool       // digits before its key say how often
	still  bool       // it leaves what is tried in a question as it is
	again  bool       // an edit that the key for it makes again

	presented bool // has a hint in presenter view
	away      bool // shows the panes, so that the comparison closes
}

// noScreen is why line mode does not have what only changes how things look.
const noScreen = "line mode has no panes; show prints what is in them"

// room is where the keys of an action work, a bit each: the same key can mean
// another thing elsewhere.
type room uint16

const (
	onPanes room = 1 << iota
	inTimeline
	inCompare
	inBest // the questions of the what-if screen, in their order
	inSeek
	inSweep
	inTornado

	inBoth      = onPanes | inCompare
	inQuestions = inBest | inSeek | inSweep | inTornado
	withFigure  = inSeek | inSweep | inTornado
	inAll       = inBoth | inQuestions
)

// aside tells whether the keys of an action work only on a screen of its own.
// There it comes before one that works elsewhere, too.
func (act *action) aside() bool { return act.in&onPanes == 0 }

// elsewhere tells whether an action stands among those whose keys work on the
// panes, but has its own in a question, with whose keys it is told.
func (act *action) elsewhere() bool {
	return act.aside() && act.in&inQuestions != 0 && act.group != asking
}

// The groups, in the order the help shows them.
const (
	moving    = "Moving"
	changing  = "Changing the deal"
	comparing = "Looking and comparing"
	beside    = "In the comparison"
	asking    = "On the what-if screen"
	inTime    = "Moving in time"
	filing    = "Files"
	general   = "General"
)

func always(*App) string { return "" }

// verb is the action of a key that moves.
func verb(id, title string, v pane.Verb, asks whatif.Act, keys ...string) action {
	return action{id: id, keys: keys, title: title, off: always, in: inAll, asks: asks, counts: true,
		run: func(a *App, _ []string) (tea.Cmd, error) { a.moveBy(v, a.times()); return nil, nil }}
}

// do is an action that cannot fail and needs no arguments.
func do(f func(*App)) func(*App, []string) (tea.Cmd, error) {
	return func(a *App, _ []string) (tea.Cmd, error) { f(a); return nil, nil }
}

// Info is an action as it is written about: in the README, in completions.
type Info struct {
	Group, Title, Help string
	Keys               []string
	Command            string // the word and what follows it; empty: by key only
}

// Actions lists everything that can be done but on the what-if screen alone, in
// the order the help shows it.
func Actions() []Info {
	var list []Info
	for _, act := range actionTable() {
		if act.group == asking {
			continue
		}
		info := Info{Group: act.group, Title: act.title, Help: act.help, Keys: act.keys}
		if act.elsewhere() {
			info.Keys = nil
		}
		if act.word != "" {
			info.Command = strings.TrimSpace(act.word + " " + act.args)
		}
		list = append(list, info)
	}
	return list
}
