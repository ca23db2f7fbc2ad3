package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"termsheet/scenarios/expect"
	"termsheet/tui/script"
)

func (p *program) test() *cobra.Command {
	var update bool
	cmd := &cobra.Command{
		Use:   "test [PATH...]",
		Short: "Check what scenario files and scripts expect",
		Long: "Check the [[expect]] tables of scenario files, and the scripts (*.txtar), also those in folders: a line for each that fails, and at the end how many passed and failed. " +
			"Without a PATH the built-in scenarios are tested. Ends with 1 where one fails.",
		Example: `# The built-in scenarios
termsheet test
# A folder of your own
termsheet test deals/
# Write what comes out in the place of what was wanted, and show the difference
termsheet test deals/ --update`,
		ValidArgsFunction: manyFiles,
	}
	cmd.Flags().BoolVar(&update, "update", false, "write what comes out in the place of what was wanted, and show the difference")
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		book, err := p.book()
		if err != nil {
			return err
		}
		suite := expect.Suite{Book: book, Update: update, Script: script.Runner(book)}
		count, err := suite.Run(cmd.OutOrStdout(), args)
		if err != nil {
			return err
		}
		fmt.Fprintln(cmd.OutOrStdout(), count)
		if count.Failed > 0 {
			return errFailed
		}
		return nil
	})
	return cmd
}
