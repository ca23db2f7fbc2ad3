package report

import (
	"encoding/csv"
	"io"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/whatif"
)

// unit writes the values of a what-if: amounts, unless its metric counts.
type unit struct{ counts bool }

// unitOf tells by its path in a quote what a metric is.
func unitOf(metric string) unit { return unit{strings.HasSuffix(metric, ".best")} }

// value is one for JSON: null where there is no price.
func (u unit) value(a money.Amount) *string {
	if a == whatif.None {
		return nil
	}
	text := u.bare(a)
	return &text
}

// shown is one for people.
func (u unit) shown(a money.Amount) string {
	if a == whatif.None {
		return none
	}
	return u.of(a.Grouped())
}

// bare is one for a spreadsheet: empty where there is none.
func (u unit) bare(a money.Amount) string {
	if a == whatif.None {
		return ""
	}
	return u.of(a.String())
}

// of takes the cents away from what is none.
func (u unit) of(amount string) string {
	if u.counts {
		return strings.TrimSuffix(amount, ".00")
	}
	return amount
}

// writeCSV writes rows as RFC 4180 has it. Texts are made safe; figures are
// left as they are.
func writeCSV(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return out.WriteAll(rows)
}

// about heads a what-if with the scenario that it is about.
func (p *page) about(s *deal.Scenario) {
	title := oneLine(s.Title)
	if s.Variant != deal.Base && s.Variant != "" {
		title += ", " + s.Variant
	}
	p.line(title)
}

// bar is a share of a width, drawn; what is more than nothing shows.
func bar(part, whole money.Amount, width int) string {
	if whole <= 0 || part <= 0 {
		return ""
	}
	return strings.Repeat("#", max(int((part*money.Amount(width)+whole/2)/whole), 1))
}

// label is a metric's name for people: savings_percent becomes savings percent.
func label(metric string) string {
	name := metric[strings.LastIndexByte(metric, '.')+1:]
	return strings.ReplaceAll(name, "_", " ")
}
