package main

import (
	"github.com/spf13/cobra"

	"termsheet/model/deal"
	"termsheet/model/report"
	"termsheet/model/whatif"
)

var bestFormats = formats[report.Best]{{"text", report.BestText}, {"json", report.BestJSON}, {"csv", report.BestCSV}}

func (p *program) best() *cobra.Command {
	q := question{metric: whatif.Software}
	cmd := &cobra.Command{
		Use:   "best FILE",
		Short: "Find how many annuals of each type are cheapest",
		Long: "Find how many annuals of each instance type are cheapest over the first 12 months: the number, the range that costs within 1 % more, " +
			"what three too many or too few cost, and when an annual pays.",
		Example: `# What to buy, in a sentence each
termsheet best covered-baseline
# The curves, for a spreadsheet
termsheet best deals/acme.toml --format csv`,
		Args:              exactly("a FILE"),
		ValidArgsFunction: scenarioFiles,
	}
	cmd.Flags().StringVar(&q.variant, "variant", deal.Base, "the variant that is asked about")
	complete(cmd, "variant", variants)
	write := bestFormats.on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		s, err := q.read(p, args)
		if err != nil {
			return err
		}
		types, err := whatif.BestAll(s, q.engine.Conventions)
		if err != nil {
			return err
		}
		return write(report.Best{Scenario: s, Types: types})
	})
	return cmd
}
