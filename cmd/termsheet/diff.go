package main

import (
	"github.com/spf13/cobra"

	"termsheet/model/deal"
	"termsheet/model/report"
	"termsheet/scenarios"
)

var diffFormats = formats[report.Differs]{{"text", report.DiffText}, {"json", report.DiffJSON}, {"csv", report.DiffCSV}}

func (p *program) diff() *cobra.Command {
	var q question
	var from, to string
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "Tell what changed between two scenarios, in dollars",
		Long: "Tell what changed between two scenarios, input by input, in dollars that add up: the inputs of A are changed into those of B one after the other, " +
			"in the order of the file format, and each is told with what it moves when those before it have changed.",
		Example: `# What a new version of a deal changes
termsheet diff deals/acme.toml deals/acme-new.toml
# Two variants of one file
termsheet diff covered-baseline covered-baseline --to "Hourly only"`,
		Args:              exactly("A", "B"),
		ValidArgsFunction: twoScenarios,
	}
	cmd.Flags().StringVar(&from, "from", deal.Base, "the variant of A")
	cmd.Flags().StringVar(&to, "to", deal.Base, "the variant of B")
	complete(cmd, "from", variants)
	complete(cmd, "to", variants)
	q.metricFlag(cmd)
	write := diffFormats.on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		book, err := p.book()
		if err != nil {
			return err
		}
		if err := q.ready(book); err != nil {
			return err
		}
		var both [2]*deal.Scenario
		for i, variant := range []string{from, to} {
			doc, err := scenarios.Open(args[i])
			if err != nil {
				return err
			}
			q.variant = variant
			if both[i], err = q.scenario(doc); err != nil {
				return err
			}
		}
		d, err := q.engine.Diff(both[0], both[1])
		if err != nil {
			return err
		}
		return write(report.Differs{From: both[0], To: both[1], Difference: d})
	})
	return cmd
}

// twoScenarios completes two scenarios.
func twoScenarios(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 1 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return manyFiles(cmd, args, typed)
}
