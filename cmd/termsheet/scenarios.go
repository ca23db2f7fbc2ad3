package main

import (
	"github.com/spf13/cobra"

	"termsheet/model/report"
	"termsheet/scenarios"
)

func (p *program) scenarios() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "scenarios",
		Short: "List the built-in scenarios",
		Example: `# What each one teaches
termsheet scenarios
# Their names, for a script
termsheet scenarios --format json`,
		Args:              exactly(),
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	write := formats[[]report.ScenarioInfo]{{"text", report.Scenarios}, {"json", report.ScenariosJSON}}.on(cmd)
	cmd.RunE = p.does(func(*cobra.Command, []string) error {
		var list []report.ScenarioInfo
		for _, b := range scenarios.Builtins() {
			list = append(list, report.ScenarioInfo{Name: b.Name, Title: b.Title, About: b.About, Product: b.ProductID})
		}
		return write(list)
	})
	return cmd
}
