package main

import (
	"errors"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"termsheet/model/report"
	"termsheet/scenarios"
	"termsheet/scenarios/quote"
	"termsheet/tui"
	"termsheet/tui/theme"
)

// root is the whole command line.
func (p *program) root() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "termsheet [FILE]",
		Short: "Model what a deal on AWS Marketplace costs",
		Long: "Model what a deal on AWS Marketplace costs: annual against hourly, who pays which price when, and what the buyer is invoiced. " +
			"FILE is a scenario file, the name of a built-in scenario, or - for standard input; without it the file that was open last, or else the first built-in scenario. " +
			"Where there is no terminal, the quote is printed.",
		Example: `# Open the application on a built-in scenario
termsheet
# Open it on a file of your own
termsheet deals/acme.toml
# Price it for a script
termsheet quote deals/acme.toml --format json`,
		Args:                       oneFile,
		ValidArgsFunction:          scenarioFiles,
		SuggestionsMinimumDistance: suggestWithin,
	}
	var screen tui.Options
	theme := choose(cmd, "theme", "the colours of the application", theme.Auto, theme.Choices()...)
	cmd.Flags().BoolVar(&screen.ASCII, "ascii", false, "draw the application without box and braille characters")
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		screen.Theme = theme.value
		return p.openOrPrint(cmd, args, screen)
	})
	cmd.SetFlagErrorFunc(unknownFlag)
	cmd.PersistentFlags().StringVar(&p.rulebook, "rulebook", "", "a file of rules and settings, laid over the built-in rulebook")
	cmd.AddCommand(p.quote(), p.check(), p.timeline(), p.snapshot(), p.play(), p.test(), p.scenarios(), p.products(), p.rules(), p.settings(),
		p.best(), p.seek(), p.sweep(), p.tornado(), p.agreements(), p.diff())
	return cmd
}

// openOrPrint opens the application, or prints the quote where it cannot.
func (p *program) openOrPrint(cmd *cobra.Command, args []string, screen tui.Options) error {
	if interactive() {
		return p.launch(cmd, args, screen)
	}
	doc, err := open(args)
	if err != nil {
		return suggested(cmd, args, err)
	}
	book, err := p.book()
	if err != nil {
		return err
	}
	r, err := quote.Of(doc, book, quote.Options{})
	if err != nil {
		return err
	}
	return report.Text(cmd.OutOrStdout(), r)
}

// interactive tells whether there is a terminal on both sides that can move its
// cursor.
func interactive() bool {
	return term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()) && os.Getenv("TERM") != "dumb"
}

// oneFile lets one FILE through. Of several words the first was probably meant for
// a command.
func oneFile(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		if names := cmd.SuggestionsFor(args[0]); len(names) > 0 {
			return noCommand(args[0], names)
		}
	}
	return atMost(1)(cmd, args)
}

// suggested adds the command that was probably meant by a word that names no
// file.
func suggested(cmd *cobra.Command, args []string, err error) error {
	if len(args) == 0 {
		return err
	}
	var unread scenarios.Errors
	names := cmd.SuggestionsFor(args[0])
	if !errors.As(err, &unread) || len(unread) != 1 || unread[0].Line > 0 || len(names) == 0 {
		return err
	}
	unread[0].Fix = meant("termsheet ", names, "")
	return unread
}
