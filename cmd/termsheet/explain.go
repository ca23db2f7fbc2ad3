package main

import (
	"io"

	"github.com/spf13/cobra"

	"termsheet/model/deal"
	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios"
)

// explain tells where one figure of one variant comes from.
func explain(cmd *cobra.Command, doc *scenarios.Document, book *rules.Rulebook, variant, path string, own bool) error {
	if variant == "" {
		variant = deal.Base
	}
	quotes, err := price(doc, book.Conventions(), variant)
	if err != nil {
		return err
	}
	if own {
		if err := addSeller(doc, book, quotes); err != nil {
			return err
		}
	}
	e, err := report.Explain(quotes[0], book.Conventions(), path)
	if err != nil {
		return err
	}
	write := map[string]func(io.Writer, report.Explanation, *rules.Rulebook) error{"json": report.ExplainJSON}[cmd.Flag("format").Value.String()]
	if write == nil {
		write = report.ExplainText
	}
	return write(cmd.OutOrStdout(), e, book)
}
