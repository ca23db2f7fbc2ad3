package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// formats are the ways a command can write what it has to say; the first is
// the default.
type formats[T any] []format[T]

type format[T any] struct {
	name  string
	write func(io.Writer, T) error
}

// on gives a command its --format flag, and returns how to write in it.
func (f formats[T]) on(cmd *cobra.Command) func(T) error {
	names := make([]string, len(f))
	for i := range f {
		names[i] = f[i].name
	}
	chosen := choose(cmd, "format", "how to write it", names[0], names...)
	return func(v T) error { return f[slices.Index(names, chosen.value)].write(cmd.OutOrStdout(), v) }
}

// choice is a flag that takes one of a few words.
type choice struct {
	value string
	among []string
}

// choose gives a command a flag that takes one of a few words, at first the
// usual one.
func choose(cmd *cobra.Command, name, usage, usual string, among ...string) *choice {
	c := &choice{usual, among}
	cmd.Flags().Var(c, name, usage+": "+strings.Join(among, ", "))
	complete(cmd, name, cobra.FixedCompletions(among, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// String is the word that was chosen.
func (c *choice) String() string { return c.value }

// Type is what a help text calls the value.
func (c *choice) Type() string { return "word" }

// Set takes a word if it is one of the choice.
func (c *choice) Set(s string) error {
	if !slices.Contains(c.among, s) {
		return fmt.Errorf("use %s", strings.Join(c.among, ", "))
	}
	c.value = s
	return nil
}
