package main

import (
	"github.com/spf13/cobra"

	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/scenarios/check"
)

// quoteFormats are those of a whole quote; CSV is its charges.
var quoteFormats = formats[report.Report]{{"text", report.Text}, {"json", report.JSON}, {"csv", report.CSV}, {"markdown", report.Markdown}}

func (p *program) quote() *cobra.Command {
	var variant, path string
	var own bool
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
	cmd.Flags().StringVar(&variant, "variant", "", "only this variant; base is the scenario itself")
	cmd.Flags().BoolVar(&own, "seller", false, "add the seller's own view: listing fee, margin, net")
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
			return explain(cmd, doc, book, variant, path, own)
		}
		r, err := reported(doc, book, variant, own)
		if err != nil {
			return err
		}
		return write(r)
	})
	return cmd
}

// read opens the scenario and the rulebook.
func (p *program) read(args []string) (*scenarios.Document, *rules.Rulebook, error) {
	doc, err := open(args)
	if err != nil {
		return nil, nil, err
	}
	book, err := p.book()
	return doc, book, err
}

// reported prices a document for a report.
func reported(doc *scenarios.Document, book *rules.Rulebook, variant string, own bool) (report.Report, error) {
	quotes, err := price(doc, book.Conventions(), variant)
	if err != nil {
		return report.Report{}, err
	}
	if own {
		if err := addSeller(doc, book, quotes); err != nil {
			return report.Report{}, err
		}
	}
	head, _ := doc.Scenario(quotes[0].Variant)
	return report.Report{Scenario: head, Quotes: quotes, Findings: check.Scenario(doc, book, own)}, nil
}
