package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/report"
	"termsheet/scenarios/quote"
)

// dated is what a timeline is written from: the events of a quote, or the days
// by which to announce a price.
type dated struct {
	scenario *deal.Scenario
	quote    *pricing.Quote
	wanted   calendar.Day
	days     []pricing.Event
}

var timelineFormats = formats[dated]{{"text", timelineText}, {"json", timelineJSON}}

func timelineText(w io.Writer, d dated) error {
	if d.quote == nil {
		return report.AnnounceText(w, d.wanted, d.days)
	}
	return report.Timeline(w, d.scenario, d.quote)
}

func timelineJSON(w io.Writer, d dated) error {
	if d.quote == nil {
		return report.TimelineJSON(w, d.days)
	}
	return report.TimelineJSON(w, d.quote.Events)
}

func (p *program) timeline() *cobra.Command {
	var variant, wanted string
	cmd := &cobra.Command{
		Use:   "timeline FILE",
		Short: "List what happens on which day",
		Long: "List what happens on which day: acceptance, prices announced and in effect, renewals and the last day to change their price, invoices. " +
			"With --effective-by, work backwards: by which day a price must be announced to hold for existing customers on a wanted day.",
		Example: `# Every dated event of the deal
termsheet timeline covered-baseline
# Those of a variant, for a program
termsheet timeline deals/acme.toml --variant "Hourly only" --format json
# By when to announce a price for the new year
termsheet timeline deals/acme.toml --effective-by 2027-01-01`,
		Args:              exactly("a FILE"),
		ValidArgsFunction: scenarioFiles,
	}
	cmd.Flags().StringVar(&variant, "variant", deal.Base, "the variant whose events are listed")
	cmd.Flags().StringVar(&wanted, "effective-by", "", "the day on which a new price is to hold, as 2027-01-01")
	complete(cmd, "variant", variants)
	complete(cmd, "effective-by", cobra.NoFileCompletions)
	write := timelineFormats.on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		doc, book, err := p.read(args)
		if err != nil {
			return err
		}
		if wanted != "" {
			day, err := calendar.Parse(wanted)
			if err != nil {
				return fmt.Errorf("--effective-by: %w", err)
			}
			return write(dated{wanted: day, days: report.Announce(book.AnnounceBy(day), book.Settings)})
		}
		r, err := quote.Of(doc, book, quote.Options{Variant: variant})
		if err != nil {
			return err
		}
		return write(dated{scenario: r.Scenario, quote: r.Quotes[0].Quote})
	})
	return cmd
}
