package main

import (
	"github.com/spf13/cobra"

	"termsheet/model/report"
	"termsheet/scenarios/quote"
)

// quoteFormats are those of a whole quote; CSV is its charges.
var quoteFormats = formats[report.Report]{{"text", report.Text}, {"json", report.JSON}, {"csv", report.CSV}, {"markdown", report.Markdown}}

func (p *program) quote() *cobra.Command {
	var o quote.Options
	var path string
	cmd := &cobra.Command{
		Use:   "quote FILE",
		Short: "Price a scenario and its variants",
		Long: "Price a scenario and its variants: totals, the comparison with hourly only, invoices, break-even and dated events. " +
			"With --explain, tell where one figure comes from, down to the rule and its source.",
		Example: `# Every variant side by side
termsheet quote covered-baseline
# One variant, for a program
termsheet quote deals/acme.toml --variant "Hourly only" --format json
# The charges as a table for a spreadsheet
termsheet quote deals/acme.toml --format csv
# Where a figure comes from
termsheet quote covered-baseline --explain totals.hourly
# With the listing fee and what the seller keeps
termsheet quote negotiated-three-years --seller`,
		Args:              exactly("a FILE"),
		ValidArgsFunction: scenarioFiles,
	}
	cmd.Flags().StringVar(&o.Variant, "variant", "", "only this variant; base is the scenario itself")
	cmd.Flags().BoolVar(&o.Seller, "seller", false, "add the seller's own view: listing fee, margin, net")
	cmd.Flags().StringVar(&path, "explain", "", "tell where the figure at this path comes from, such as charges.0.amount")
	complete(cmd, "variant", variants)
	complete(cmd, "explain", cobra.FixedCompletions(report.Explained(), cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveNoSpace))
	write := quoteFormats.on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		doc, book, err := p.read(args)
		if err != nil {
			return err
		}
		if path != "" {
			return explain(cmd, doc, book, o, path)
		}
		r, err := quote.Of(doc, book, o)
		if err != nil {
			return err
		}
		return write(r)
	})
	return cmd
}
