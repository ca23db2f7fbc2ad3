// Package play drives the application with words for keys, without a terminal:
// for snapshots, scripts and tests. The same words give the same bytes on every
// machine: the size is fixed, and neither clock nor locale is asked.
package play

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/tui"
	"termsheet/tui/theme"
)

// Options are the fixed surroundings of a play.
type Options struct {
	Width, Height int
	Theme         string // a name of theme.Names; "" is dark
	ASCII         bool
	ANSI          bool // Snapshot gives colours as escape sequences
	Keys          string
	Book          *rules.Rulebook
	Plain         bool // line mode: plain text out, and files can be written
}

// playTheme is the theme where none is asked for: there is no terminal whose
// background could tell.
const playTheme = "dark"

// Stage is the application with nobody watching.
type Stage struct {
	app *tui.App
}

// New puts a document on the stage. Nothing is written to disk from there,
// except by line mode.
func New(doc *scenarios.Document, o Options) (*Stage, error) {
	if o.Theme == "" || o.Theme == theme.Auto {
		o.Theme = playTheme
	}
	app, err := tui.New(doc, tui.Options{
		Book: o.Book, Theme: o.Theme, ASCII: o.ASCII,
		Width: o.Width, Height: o.Height, ReadOnly: !o.Plain, Plain: o.Plain,
	})
	if err != nil {
		return nil, err
	}
	s := &Stage{app}
	return s, s.settle(app.Init())
}

// App is the application on the stage.
func (s *Stage) App() *tui.App { return s.app }

// Resize changes the size of the screen.
func (s *Stage) Resize(w, h int) { s.app.Update(tea.WindowSizeMsg{Width: w, Height: h}) }

// Line plays one line of a script: a command if it begins with a colon, keys
// otherwise.
func (s *Stage) Line(line string) error {
	line = strings.TrimSpace(line)
	if command, ok := strings.CutPrefix(line, ":"); ok && len(command) > 0 && !strings.HasPrefix(command, " ") {
		cmd, err := s.app.Do(command)
		if err != nil {
			return err
		}
		return errors.Join(s.settle(cmd), s.app.Failure())
	}
	return s.Keys(line)
}

// Keys presses keys that are written as words.
func (s *Stage) Keys(words string) error {
	keys, err := Keys(words)
	if err != nil {
		return err
	}
	for _, k := range keys {
		if err := s.Send(k); err != nil {
			return err
		}
	}
	return nil
}

// Send gives the application what else a terminal tells, such as a click.
func (s *Stage) Send(msg tea.Msg) error {
	_, cmd := s.app.Update(msg)
	return s.settle(cmd)
}

// settle runs what the application does in the background, to the end.
func (s *Stage) settle(cmd tea.Cmd) error {
	waiting := []tea.Cmd{cmd}
	for range mostCommands {
		if len(waiting) == 0 {
			return nil
		}
		cmd, waiting = waiting[0], waiting[1:]
		if cmd == nil {
			continue
		}
		switch msg := cmd().(type) {
		case tea.QuitMsg:
			return nil
		case tea.BatchMsg:
			waiting = append(waiting, msg...)
		default:
			_, next := s.app.Update(msg)
			waiting = append(waiting, next)
		}
	}
	return errors.New("the application does not come to rest")
}

// mostCommands is how many background tasks may follow from one another.
const mostCommands = 10

// Screen is what is shown, with colours as escape sequences.
func (s *Stage) Screen() string { return s.app.Screen() }

// Text is what is shown as plain text, without blanks at the ends of lines.
func (s *Stage) Text() string { return Plain(s.app.Screen()) }

// Plain takes the colours out of a screen.
func Plain(screen string) string {
	lines := strings.Split(ansi.Strip(screen), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// Snapshot is the screen after some keys.
func Snapshot(doc *scenarios.Document, o Options) (string, error) {
	if o.Width < 1 || o.Height < 1 {
		return "", fmt.Errorf("a screen of %dx%d cannot be drawn", o.Width, o.Height)
	}
	s, err := New(doc, o)
	if err != nil {
		return "", err
	}
	if err := s.Keys(o.Keys); err != nil {
		return "", err
	}
	if o.ANSI {
		return s.Screen() + "\n", nil
	}
	return s.Text(), nil
}
