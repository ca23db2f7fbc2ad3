package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"termsheet/tui/play"
)

// linePrompt stands before a line that is typed.
const linePrompt = "> "

// Line mode works on a screen that nobody sees.
const playWidth, playHeight = 120, 40

func (p *program) play() *cobra.Command {
	var talk play.Talk
	cmd := &cobra.Command{
		Use:   "play FILE",
		Short: "Work on a deal by words, without a screen",
		Long: "Read the command words of the application from standard input, one to a line, and answer each in plain text: for screen readers, pipes and recordings. " +
			"Lines that begin with # are passed over. help lists the words, show prints figures, charges, events and more, expect holds a figure against a value. " +
			"Ends with 1 where an expectation does not hold, and 2 where a line is refused.",
		Example: `# Type the words, and hear what they do
termsheet play covered-baseline
# From a file, into another
termsheet play deals/acme.toml --echo <what-we-agreed.txt >recording.txt
# One question
echo "show totals.software" | termsheet play deals/acme.toml`,
		Args:              exactly("a FILE"),
		ValidArgsFunction: scenarioFiles,
	}
	cmd.Flags().BoolVar(&talk.Echo, "echo", false, "repeat each line before its answer, for a recording")
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		if args[0] == "-" {
			return errors.New("the words come from standard input, so FILE is a file or the name of a built-in scenario")
		}
		doc, book, err := p.read(args)
		if err != nil {
			return err
		}
		stage, err := play.New(doc, play.Options{Width: playWidth, Height: playHeight, Plain: true, Book: book})
		if err != nil {
			return err
		}
		if in, ok := cmd.InOrStdin().(*os.File); ok && term.IsTerminal(in.Fd()) {
			talk.Prompt, talk.Echo = linePrompt, false
			fmt.Fprintln(cmd.OutOrStdout(), stage.App().Greeting())
		}
		tally, err := stage.Lines(cmd.InOrStdin(), cmd.OutOrStdout(), talk)
		return p.played(tally, err)
	})
	return cmd
}

// played ends line mode: lines that were refused weigh more than expectations
// that do not hold, since those were about another deal then.
func (p *program) played(tally play.Tally, err error) error {
	switch {
	case err != nil:
		return err
	case tally.Refused > 0:
		p.code = exitUnreadable
	case tally.Failed > 0:
		p.code = exitFailed
	}
	return nil
}
