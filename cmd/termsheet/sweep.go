package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"termsheet/model/deal"
	"termsheet/model/report"
	"termsheet/model/whatif"
)

var sweepFormats = formats[report.Swept]{{"text", report.SweepText}, {"csv", report.SweepCSV}, {"json", report.SweepJSON}}

// swept are the flags of a sweep, as written.
type swept struct {
	question
	x, y string
}

func (p *program) sweep() *cobra.Command {
	var q swept
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
	cmd.Flags().StringVar(&q.x, "x", "", "the input across, with its range")
	cmd.Flags().StringVar(&q.y, "y", "", "a second input, down")
	complete(cmd, "x", inputs)
	complete(cmd, "y", inputs)
	q.flags(cmd)
	write := sweepFormats.on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		s, err := q.read(p, args)
		if err != nil {
			return err
		}
		out, err := q.answer(cmd.Context(), s)
		if err != nil {
			return err
		}
		noteSchedule(cmd, out.Off)
		noteOffer(cmd, out.Assumed, out.Now)
		return write(out)
	})
	return cmd
}

// answer prices the scenario at every point.
func (q *swept) answer(ctx context.Context, s *deal.Scenario) (out report.Swept, err error) {
	if q.x == "" {
		return out, errors.New("sweep needs --x; see termsheet sweep --help")
	}
	if out.Now, err = q.engine.Value(s); err != nil {
		return out, err
	}
	if s, out.Assumed, err = q.engine.WithOffer(s, whatif.AxisInput(q.x), whatif.AxisInput(q.y)); err != nil {
		return out, err
	}
	across, err := whatif.ParseAxis(s, q.x)
	if err != nil {
		return out, fmt.Errorf("--x: %w", err)
	}
	down, err := whatif.SecondAxis(s, q.y)
	if err != nil {
		return out, fmt.Errorf("--y: %w", err)
	}
	out.Scenario = s
	if out.Grid, err = q.engine.Sweep(ctx, s, across, down, runtime.GOMAXPROCS(0)); err != nil {
		return out, err
	}
	out.Off, err = q.engine.OffSchedule(ctx, s, out.Grid, runtime.GOMAXPROCS(0))
	return out, err
}
