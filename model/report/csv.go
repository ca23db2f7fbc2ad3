package report

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/money"
)

// CSV writes the charges, a row each, as RFC 4180 has it: with a heading and
// lines that end in CR LF.
func CSV(w io.Writer, r Report) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	rows := [][]string{{"variant", "date", "kind", "key", "quantity", "rate", "amount", "rule"}}
	for _, q := range r.Quotes {
		for _, c := range q.Charges {
			rows = append(rows, []string{cell(q.Variant), c.Date.String(), c.Kind.String(), cell(c.Key),
				c.Quantity().String(), money.Scaled(c.Rate), c.Amount.String(), cell(c.Rule)})
		}
	}
	return out.WriteAll(rows)
}

// formula are the characters that make a spreadsheet take a text for a formula.
const formula = "=+-@"

// cell is a text that no spreadsheet runs: a quote stands before what it would
// take for a formula. A number, such as the name -10%, is none.
func cell(s string) string {
	s = Clean(s)
	if strings.IndexAny(s, formula) == 0 && !isNumber(s) {
		return "'" + s
	}
	return s
}

// isNumber tells whether a text is a number with its sign, or a percentage.
func isNumber(s string) bool {
	_, err := decimal.NewFromString(strings.TrimSuffix(s, "%"))
	return err == nil
}
