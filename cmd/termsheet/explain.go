package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"termsheet/model/deal"
	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/scenarios/quote"
)

// explain tells where one figure of one variant comes from, as JSON or as text.
func explain(cmd *cobra.Command, doc *scenarios.Document, book *rules.Rulebook, o quote.Options, path string) error {
	o.Variant = cmp.Or(o.Variant, deal.Base)
	r, err := quote.Of(doc, book, o)
	if err != nil {
		return err
	}
	if first, _, _ := strings.Cut(path, "."); first == "seller" && !o.Seller {
		return fmt.Errorf("--explain: %s is the seller's own; add --seller", path)
	}
	e, err := report.Explain(r.Quotes[0], book.Conventions(), path)
	if err != nil {
		if near := scenarios.Nearest(path, report.Explained()); near != "" && near != path {
			return fmt.Errorf("--explain: there is no figure %s; did you mean %s?", path, near)
		}
		return fmt.Errorf("--explain: %w", err)
	}
	if cmd.Flag("format").Value.String() == "json" {
		return report.ExplainJSON(cmd.OutOrStdout(), e, book)
	}
	return report.ExplainText(cmd.OutOrStdout(), e, book)
}
