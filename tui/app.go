// Package tui is the application: one session on the screen. The document is
// the one state; every key becomes an action of the one table, every edit a new
// document, and the panes draw what it costs.
package tui

import (
	tea "charm.land/bubbletea/v2"

	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/tui/book"
	"termsheet/tui/costs"
	"termsheet/tui/cumulative"
	"termsheet/tui/findings"
	"termsheet/tui/mix"
	"termsheet/tui/pane"
	"termsheet/tui/recovery"
	"termsheet/tui/session"
	"termsheet/tui/state"
	"termsheet/tui/terms"
	"termsheet/tui/theme"
	"termsheet/tui/timeline"
	"termsheet/tui/whatif"
)

// Options are what the application is told at the start.
type Options struct {
	Book          *rules.Rulebook
	Theme         string // one of theme.Choices; "" is theme.Auto
	ASCII         bool   // no box or braille characters
	Width, Height int    // the size before the terminal tells its own; 0: wait for it
	ReadOnly      bool   // nothing is written to disk, for snapshots
	Plain         bool   // line mode: no screen and no cursor, words in and plain text out
	Live          bool   // a person sits before it: files are watched, the editor opens

	Keys   map[string][]string // by action, in place of those it comes with
	Mouse  bool                // taken from the start
	Recent *state.Store        // remembers which files were looked at; nil: nothing is
	Drafts *recovery.Store     // keeps unsaved edits for after a crash; nil: nothing does
	Resume state.Visit         // where its user was in the document
	Notice string              // something to be said at the start
}

// defaultTheme is shown until the terminal has told its background, and where
// it never does.
const defaultTheme = "dark"

// App is the root model.
type App struct {
	opts    Options
	session *session.Session
	theme   theme.Theme
	follow  bool // the theme follows the terminal's background
	actions []action
	ranked  []int // those with a hint, by rank

	w, h  int
	focus Pane
	zoom  bool
	key   string // the instance type or dimension worked on last

	mix        mix.Pane
	terms      terms.Pane
	costs      costs.Pane
	cumulative cumulative.Pane
	timeline   timeline.Pane
	book       book.Pane
	books      books
	bookFile   bookFile

	typing  *typing  // a value being typed into a cell
	last    *edit    // what . makes again
	copied  string   // what y copied last
	count   int      // how often the key that follows is to do what it does
	overlay *overlay // what lies above the panes
	line    line     // the command line that is being run
	awaited *awaited // a file that keys wait for

	whatif whatif.View
	asking bool // the what-if screen is shown

	findings findings.List
	checked  *scenarios.Document // what the findings are about
	runs     bool                // Init has been called
	checking bool                // a check is under way
	hearings int                 // how often the findings have changed

	earlier    []string // the command lines that were run, the latest last
	message    message
	outcome    outcome    // of the last command line
	moves      [panes]int // how often a pane's own cursor has moved
	cache      [panes]cached
	hinting    hinting
	rows       [][]string // of the screen, to put it together in
	looks      int        // how often the theme has changed
	folder     folder     // the command line looks into it
	disk       disk
	followed   followed // the comparison with files, and the watch over them
	keeping    keeping
	lost       lost
	past       past
	manuscript *manuscript // a text that was left in the editor with an error in it
	saving     bool
	mouse      bool  // it is taken from the terminal
	drag       *drag // it moves the day cursor
	done       bool  // quit has been agreed
}

// New makes the application for a document. The error names an unknown theme.
func New(doc *scenarios.Document, opts Options) (*App, error) {
	a := &App{opts: opts, actions: actionTable(), w: opts.Width, h: opts.Height, mouse: opts.Mouse}
	a.bind(opts.Keys)
	a.ranked = ranked(a.actions)
	if err := a.setTheme(opts.Theme); err != nil {
		return nil, err
	}
	a.session = session.New(doc, opts.Book.Conventions())
	a.atStart()
	a.presentAgain(opts.Resume)
	a.resume(opts.Resume)
	if opts.Notice != "" {
		a.say(warning, "%s", opts.Notice)
	}
	return a, nil
}

// atStart puts the focus where work begins: on the first row of the instance
// mix, or of the dimensions where there is none.
func (a *App) atStart() {
	a.mix, a.terms = mix.Pane{}, terms.Pane{}
	a.focus = Mix
	if len(a.session.Scenario().Instances) == 0 {
		a.focus = Terms
	}
	a.noteKey()
}

// Session is what the application works on.
func (a *App) Session() *session.Session { return a.session }

// Init asks the terminal for its background and the rulebook for its findings,
// and waits for nothing.
func (a *App) Init() tea.Cmd {
	a.runs = true
	if a.follow {
		return tea.Batch(tea.RequestBackgroundColor, a.recall(), a.background())
	}
	return tea.Batch(a.recall(), a.background())
}

// Update takes a message. Where that has changed the document, the new one is
// checked in the background.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.handle(msg)
	return a, tea.Batch(cmd, a.background())
}

// background is what follows from every message, where there is something to do.
func (a *App) background() tea.Cmd {
	a.offerDraft()
	a.noteFile()
	return tea.Batch(a.lookIn(), a.readChanged(), a.check(), a.ask(), a.followBook(), a.lay(), a.watchDisk(), a.followCompared(), a.keep(), a.lookForDrafts(), a.remember())
}

// news is what the background tells of: it does what follows from it.
type news interface{ reach(*App) tea.Cmd }

// handle takes messages in order: window and background first, then the top
// overlay, then a field that is typed into, then the actions.
func (a *App) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		a.backdrop(msg.IsDark())
	case tea.ColorProfileMsg:
		a.profile(msg.Profile)
	case news:
		return msg.reach(a)
	case tea.PasteMsg:
		if !a.waits(msg) {
			a.paste(msg.Content)
		}
	case tea.ClipboardMsg:
		a.paste(msg.Content)
	case tea.KeyPressMsg:
		if !a.waits(msg) {
			return a.press(msg)
		}
	case tea.MouseMsg:
		if !a.leavesOut(msg) {
			return a.pointed(msg)
		}
	}
	return nil
}

// View is the screen. Nothing is drawn before the first size is known.
func (a *App) View() tea.View {
	v := tea.NewView(a.Screen())
	v.AltScreen = true
	v.WindowTitle = "termsheet"
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// component is what the application needs of a pane.
type component interface {
	Move(*session.Session, pane.Verb, pane.Size)
	View(pane.Context, pane.Size) pane.Box
}
