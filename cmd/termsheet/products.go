package main

import (
	"github.com/spf13/cobra"

	"termsheet/model/listing"
	"termsheet/model/report"
	"termsheet/scenarios"
)

func (p *program) products() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "products",
		Short: "List the built-in products",
		Example: `# The catalogue
termsheet products
# The same for a program
termsheet products --format json`,
		Args:              exactly(),
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	write := formats[[]*listing.Product]{{"text", report.Products}, {"json", report.ProductsJSON}}.on(cmd)
	cmd.RunE = p.does(func(*cobra.Command, []string) error { return write(scenarios.Products()) })
	return cmd
}
