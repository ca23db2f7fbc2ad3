package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"termsheet/scenarios"
	"termsheet/tui"
	"termsheet/tui/recovery"
	"termsheet/tui/settings"
	"termsheet/tui/state"
)

// framesPerSecond is how often the screen may be written. A key waits for the
// next of these beats, which is most of the time from key to screen, so they
// come as often as Bubble Tea lets them; a beat without a change costs nothing.
const framesPerSecond = 120

// heapGrowth is by how many percent the memory in use may grow before what is no
// longer used is collected. An open deal takes a few megabytes, and the screens
// drawn of it as much again in no time: collected as often as usual, that would
// take a quarter of the work for a key.
const heapGrowth = 400

// launch opens the application until the user leaves it.
func (p *program) launch(cmd *cobra.Command, args []string, screen tui.Options) error {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
	book := sync.OnceValues(p.book)
	go book() // takes longer than to open the file
	configure(cmd, &screen)
	doc, err := p.resume(args, &screen)
	if err != nil {
		return suggested(cmd, args, err)
	}
	if screen.Book, err = book(); err != nil {
		return err
	}
	app, err := tui.New(doc, screen)
	if err != nil {
		return err
	}
	_, err = tea.NewProgram(app, tea.WithContext(cmd.Context()), tea.WithFPS(framesPerSecond)).Run()
	if errors.Is(err, tea.ErrInterrupted) {
		return nil
	}
	return err
}

// configure takes over the user's settings; what the command line says goes
// before them.
func configure(cmd *cobra.Command, screen *tui.Options) {
	set, err := settings.Load(tui.Bindable())
	if err != nil { // nobody is kept from a deal by a letter too many in there
		screen.Notice = unused(err)
	}
	if !cmd.Flags().Changed("theme") {
		screen.Theme = set.Theme
	}
	if !cmd.Flags().Changed("ascii") {
		screen.ASCII = set.ASCII || plainTerminal(os.Getenv)
	}
	screen.Live, screen.Mouse, screen.Keys = true, set.Mouse, set.Bindings()
	dir, err := state.Dir()
	if err != nil {
		if set.Autosave {
			screen.Notice = notices(screen.Notice, "unsaved edits are not kept for after a crash: "+err.Error()+"; name a folder in "+state.Variable)
		}
		return
	}
	screen.Recent = state.In(dir)
	if set.Autosave {
		screen.Drafts = recovery.In(filepath.Join(dir, "drafts"))
	}
}

// plainTerminal tells a terminal that has no boxes and braille: the console of
// Linux, and where the locale names another encoding than UTF-8. Where nothing
// is named, terminals can do it these days.
func plainTerminal(env func(string) string) bool {
	locale := cmp.Or(env("LC_ALL"), env("LC_CTYPE"), env("LANG"))
	utf8 := strings.Contains(strings.ToLower(strings.ReplaceAll(locale, "-", "")), "utf8")
	return env("TERM") == "linux" || locale != "" && !utf8
}

// notices joins what has to be said at the start.
func notices(first, second string) string { return strings.TrimPrefix(first+"; "+second, "; ") }

// resume opens what is asked for where its user was in it; where nothing is, the
// file that was open last, if it is still there.
func (p *program) resume(args []string, screen *tui.Options) (*scenarios.Document, error) {
	if screen.Recent == nil {
		return open(args)
	}
	if len(args) == 0 {
		last, ok := screen.Recent.Last()
		if !ok {
			return open(args)
		}
		doc, err := scenarios.Open(last.Path)
		if err != nil {
			screen.Notice = notices(screen.Notice, "not opened again: "+err.Error())
			if _, err := os.Stat(last.Path); errors.Is(err, fs.ErrNotExist) {
				_ = screen.Recent.Forget(last.Path) // said once more at worst
			}
			return open(args)
		}
		screen.Resume = last
		return doc, nil
	}
	screen.Resume, _ = screen.Recent.Find(args[0])
	return open(args)
}
