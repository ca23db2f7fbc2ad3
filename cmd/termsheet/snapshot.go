package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"termsheet/scenarios"
	"termsheet/tui/picture"
	"termsheet/tui/play"
	"termsheet/tui/theme"
)

// staged is a scenario that is put on a screen of its own.
type staged struct {
	doc     *scenarios.Document
	options play.Options
}

var snapshotFormats = formats[staged]{
	{"text", draw},
	{"ansi", func(w io.Writer, s staged) error {
		s.options.ANSI = true
		return draw(w, s)
	}},
	{"svg", painted(picture.SVG)},
	{"html", painted(picture.HTML)},
}

// painted writes the screen as a picture.
func painted(write func(io.Writer, picture.Screen) error) func(io.Writer, staged) error {
	return func(w io.Writer, s staged) error {
		colours, err := theme.ByName(s.options.Theme)
		if err != nil {
			return err
		}
		s.options.ANSI = true
		screen, err := play.Snapshot(s.doc, s.options)
		if err != nil {
			return err
		}
		title := "termsheet: " + s.doc.Scenarios()[0].Title
		return write(w, picture.Screen{Text: screen, Title: title, Theme: colours})
	}
}

func draw(w io.Writer, s staged) error {
	screen, err := play.Snapshot(s.doc, s.options)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, screen)
	return err
}

func (p *program) snapshot() *cobra.Command {
	var o play.Options
	size := screenSize{120, 40}
	cmd := &cobra.Command{
		Use:   "snapshot FILE",
		Short: "Print the screen of the application",
		Long: "Print the screen of the application as it looks after some keys: the same bytes every time and everywhere. " +
			"Keys are words: up down left right tab shift+tab enter esc space pgup pgdown home end backspace, ctrl+p and the like, single characters, or type:TEXT.",
		Example: `# The first screen
termsheet snapshot covered-baseline
# After some keys, on a small screen
termsheet snapshot deals/acme.toml --size 80x24 --keys "down + +"
# In colour
termsheet snapshot deals/acme.toml --theme light --format ansi
# As a picture for a page
termsheet snapshot deals/acme.toml --size 120x36 --format svg >deal.svg`,
		Args:              exactly("a FILE"),
		ValidArgsFunction: scenarioFiles,
	}
	cmd.Flags().Var(&size, "size", "columns and rows of the screen")
	cmd.Flags().StringVar(&o.Keys, "keys", "", "the keys that are pressed, as words")
	cmd.Flags().BoolVar(&o.ASCII, "ascii", false, "draw without box and braille characters")
	colours := choose(cmd, "theme", "the colours", "dark", theme.Names()...)
	complete(cmd, "size", cobra.FixedCompletions([]string{"80x24", "120x40", "200x60"}, cobra.ShellCompDirectiveNoFileComp))
	complete(cmd, "keys", cobra.NoFileCompletions)
	write := snapshotFormats.on(cmd)
	cmd.RunE = p.does(func(_ *cobra.Command, args []string) error {
		doc, book, err := p.read(args)
		if err != nil {
			return err
		}
		o.Width, o.Height = size.width, size.height
		o.Theme, o.Book = colours.value, book
		return write(staged{doc, o})
	})
	return cmd
}

// screenSize is a flag such as 120x40.
type screenSize struct{ width, height int }

// largest is how many columns or rows a screen has at most.
const largest = 1000

// String writes the size as it is typed.
func (s *screenSize) String() string { return fmt.Sprintf("%dx%d", s.width, s.height) }

// Type is what a help text calls the value.
func (s *screenSize) Type() string { return "size" }

// Set reads a size.
func (s *screenSize) Set(text string) error {
	var read screenSize
	if _, err := fmt.Sscanf(text, "%dx%d", &read.width, &read.height); err != nil || read.String() != text ||
		min(read.width, read.height) < 1 || max(read.width, read.height) > largest {
		return fmt.Errorf("write columns and rows, each up to %d, as 120x40", largest)
	}
	*s = read
	return nil
}
