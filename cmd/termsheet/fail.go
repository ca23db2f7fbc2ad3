package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"termsheet/model/report"
	"termsheet/scenarios"
)

// How the process ends: a check or a test that failed, and what could not be
// read, understood or priced.
const (
	exitFailed     = 1
	exitUnreadable = 2
)

// errFailed ends a command whose output says already what failed.
var errFailed = errors.New("failed")

// does wraps a command so that it tells its own errors.
func (p *program) does(run func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		err := emptyFlag(cmd)
		if err == nil {
			err = run(cmd, args)
		}
		if err != nil {
			p.fail(cmd.ErrOrStderr(), err)
		}
		return nil
	}
}

// emptyFlag refuses a flag that is given without a value, as that of a variable of
// a script that is not set. No keys are keys, too.
func emptyFlag(cmd *cobra.Command) (err error) {
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if err == nil && f.Value.Type() == "string" && f.Value.String() == "" && f.Name != "keys" {
			err = fmt.Errorf("--%s is empty; give it a value, or leave it out", f.Name)
		}
	})
	return err
}

// fail tells an error, a line each, and remembers how the process ends.
func (p *program) fail(w io.Writer, err error) {
	if errors.Is(err, errFailed) {
		p.code = exitFailed
		return
	}
	p.code = exitUnreadable
	prefix := "termsheet: "
	var placed scenarios.Errors
	if errors.As(err, &placed) {
		prefix = ""
	}
	for _, line := range strings.Split(err.Error(), "\n") {
		fmt.Fprintln(w, prefix+report.Clean(line))
	}
}

// unknownFlag adds to an unknown flag those that were probably meant.
func unknownFlag(cmd *cobra.Command, err error) error {
	if words := cmd.Flags().Args(); !cmd.HasParent() && len(words) > 0 {
		if names := cmd.SuggestionsFor(words[0]); len(names) > 0 { // its flags are those of another command
			return noCommand(words[0], names)
		}
	}
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) || len(unknown.GetSpecifiedName()) < 2 {
		return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
	}
	// cobra suggests commands only, so the flags pose as commands.
	names := &cobra.Command{SuggestionsMinimumDistance: suggestWithin}
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		names.AddCommand(&cobra.Command{Use: f.Name, Run: func(*cobra.Command, []string) {}})
	})
	return fmt.Errorf("%w; %s", err, meant("--", names.SuggestionsFor(unknown.GetSpecifiedName()), "see "+cmd.CommandPath()+" --help"))
}

// suggestWithin is how many letters a name may be off to be suggested.
const suggestWithin = 2

// meant asks for the names that were probably meant, or says something else.
func meant(prefix string, names []string, otherwise string) string {
	if len(names) == 0 {
		return otherwise
	}
	return "did you mean " + prefix + strings.Join(names, " or "+prefix) + "?"
}

// noCommand says that a word is no command, and which was probably meant.
func noCommand(word string, names []string) error {
	return fmt.Errorf("there is no command %s; %s", word, meant("termsheet ", names, ""))
}

// exactly is cobra.ExactArgs with words a user can act on.
func exactly(what ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == len(what) {
			return nil
		}
		if len(args) < len(what) {
			return fmt.Errorf("%s needs %s; see %s --help", cmd.Name(), strings.Join(what[len(args):], " and "), cmd.CommandPath())
		}
		return tooMany(cmd, args[len(what):])
	}
}

// oneOrMore is cobra.MinimumNArgs(1) with words a user can act on.
func oneOrMore(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return fmt.Errorf("%s needs %s; see %s --help", cmd.Name(), what, cmd.CommandPath())
		}
		return nil
	}
}

// atMost is cobra.MaximumNArgs with words a user can act on.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return tooMany(cmd, args[n:])
		}
		return nil
	}
}

func tooMany(cmd *cobra.Command, extra []string) error {
	return fmt.Errorf("%s does not take %q as well; see %s --help", cmd.Name(), strings.Join(extra, " "), cmd.CommandPath())
}
