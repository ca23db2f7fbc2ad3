package main

import (
	"strings"

	"github.com/spf13/cobra"

	"termsheet/model/listing"
	"termsheet/model/report"
	"termsheet/scenarios"
)

func (p *program) products() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "products [ID]",
		Short: "List the built-in products, or print the file of one",
		Example: `# The catalogue
termsheet products
# The same for a program
termsheet products --format json
# One of them as a file to start from
termsheet products northwind-ngfw > mine.toml`,
		Args:              atMost(1),
		ValidArgsFunction: productIDs,
	}
	write := shelfFormats(report.Products, report.ProductsJSON).on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		all := shelf[*listing.Product]{list: scenarios.Products()}
		if len(args) > 0 {
			err := all.pick(cmd, args[0], func(p *listing.Product) string { return p.ID }, func(id string) ([]byte, error) {
				doc, err := scenarios.OpenProduct(id)
				if err != nil {
					return nil, err
				}
				return doc.Text(), nil
			})
			if err != nil {
				return err
			}
		}
		return write(all)
	})
	return cmd
}

// productIDs completes the id of a built-in product.
func productIDs(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	var found []string
	for _, p := range scenarios.Products() {
		if len(args) == 0 && strings.HasPrefix(p.ID, typed) {
			found = append(found, cobra.CompletionWithDesc(p.ID, p.Title))
		}
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}
