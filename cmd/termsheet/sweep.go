package main

import (
	"errors"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"termsheet/model/deal"
	"termsheet/model/report"
	"termsheet/model/whatif"
)

var sweepFormats = formats[report.Swept]{{"text", report.SweepText}, {"csv", report.SweepCSV}, {"json", report.SweepJSON}}

func (p *program) sweep() *cobra.Command {
	var q question
	var x, y string
	cmd := &cobra.Command{
		Use:   "sweep FILE --x PATH=FROM..TO[/STEP]",
		Short: "Price a scenario over the values of one or two inputs",
		Long: "Price a scenario over the values of one or two inputs: a line with one, a grid with two. A step that is not given is one in the last place written; " +
			"that of a percentage is one percent, that of a date a day. " +
			"A deal without a private offer is given one, for its contract's term or the whole horizon, to sweep what belongs to an offer.",
		Example: `# Annuals from none to twelve
termsheet sweep covered-baseline --x 'instance."m5.large".annual=0..12'
# Annuals against what runs, for a spreadsheet
termsheet sweep deals/acme.toml --x months=12..36/12 --y 'instance."m5.large".annual=0..12' --format csv
# What a discount does to the seller's net
termsheet sweep negotiated-three-years --x offer.discount=0%..30%/5% --metric seller.net`,
		Args:              exactly("a FILE"),
		ValidArgsFunction: scenarioFiles,
	}
	cmd.Flags().StringVar(&x, "x", "", "the input across, with its range")
	cmd.Flags().StringVar(&y, "y", "", "a second input, down")
	complete(cmd, "x", inputs)
	complete(cmd, "y", inputs)
	q.flags(cmd)
	write := sweepFormats.on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		s, err := q.read(p, args)
		if err != nil {
			return err
		}
		if x == "" {
			return errors.New("sweep needs --x; see termsheet sweep --help")
		}
		out := report.Swept{}
		if out.Now, err = q.engine.Value(s); err != nil {
			return err
		}
		if s, out.Assumed, err = q.engine.WithOffer(s, whatif.AxisInput(x), whatif.AxisInput(y)); err != nil {
			return err
		}
		across, err := whatif.ParseAxis(s, x)
		if err != nil {
			return fmt.Errorf("--x: %w", err)
		}
		down, err := second(s, y)
		if err != nil {
			return fmt.Errorf("--y: %w", err)
		}
		if out.Grid, err = q.engine.Sweep(cmd.Context(), s, across, down, runtime.GOMAXPROCS(0)); err != nil {
			return err
		}
		out.Scenario = s
		if out.Off, err = q.engine.OffSchedule(cmd.Context(), s, out.Grid, runtime.GOMAXPROCS(0)); err != nil {
			return err
		}
		noteSchedule(cmd, out.Off)
		noteOffer(cmd, out.Assumed, out.Now)
		return write(out)
	})
	return cmd
}

// second reads the second axis, if there is one.
func second(s *deal.Scenario, text string) (*whatif.Axis, error) {
	if text == "" {
		return nil, nil
	}
	a, err := whatif.ParseAxis(s, text)
	return &a, err
}
