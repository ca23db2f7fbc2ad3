package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"termsheet/model/report"
	"termsheet/model/whatif"
)

var tornadoFormats = formats[report.Swung]{{"text", report.TornadoText}, {"json", report.TornadoJSON}, {"csv", report.TornadoCSV}}

func (p *program) tornado() *cobra.Command {
	var q question
	swing := "20%"
	cmd := &cobra.Command{
		Use:   "tornado FILE",
		Short: "Rank the inputs by how far they move the total",
		Long: "Swing every quantity, rate and percentage that the scenario gives lower and higher by a share of itself, and rank them by how far that moves the total. " +
			"A monthly list or a load swings as a whole; days and terms do not.",
		Example: `# What matters most
termsheet tornado covered-baseline
# What moves the saving, by 5 % either way
termsheet tornado deals/acme.toml --swing 5% --metric savings`,
		Args:              exactly("a FILE"),
		ValidArgsFunction: scenarioFiles,
	}
	cmd.Flags().StringVar(&swing, "swing", swing, "how far each input swings")
	complete(cmd, "swing", cobra.NoFileCompletions)
	q.flags(cmd)
	write := tornadoFormats.on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		s, err := q.read(p, args)
		if err != nil {
			return err
		}
		by, err := share(swing)
		if err != nil {
			return fmt.Errorf("--swing: %w", err)
		}
		now, inputs, err := q.engine.Tornado(cmd.Context(), s, by)
		if err != nil {
			return err
		}
		noteSchedule(cmd, whatif.SwungOff(inputs))
		return write(report.Swung{Scenario: s, Metric: q.metric, Swing: swing, Now: now, Inputs: inputs})
	})
	return cmd
}
