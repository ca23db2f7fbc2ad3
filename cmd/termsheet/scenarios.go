package main

import (
	"github.com/spf13/cobra"

	"termsheet/model/report"
	"termsheet/scenarios"
)

func (p *program) scenarios() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "scenarios [NAME]",
		Short: "List the built-in scenarios, or print the file of one",
		Example: `# What each one teaches
termsheet scenarios
# Their names, for a script
termsheet scenarios --format json
# One of them as a file to start from
termsheet scenarios negotiated-three-years > mine.toml`,
		Args:              atMost(1),
		ValidArgsFunction: builtinNames,
	}
	write := shelfFormats(report.Scenarios, report.ScenariosJSON).on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		var all shelf[report.ScenarioInfo]
		for _, b := range scenarios.Builtins() {
			all.list = append(all.list, report.ScenarioInfo{Name: b.Name, Title: b.Title, About: b.About, Product: b.ProductID})
		}
		if len(args) > 0 {
			err := all.pick(cmd, args[0], func(s report.ScenarioInfo) string { return s.Name }, scenarios.BuiltinText)
			if err != nil {
				return err
			}
		}
		return write(all)
	})
	return cmd
}

// builtinNames completes the name of a built-in scenario.
func builtinNames(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return builtins(typed), cobra.ShellCompDirectiveNoFileComp
}
