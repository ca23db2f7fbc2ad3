// Package report writes quotes, timelines, findings and lists: as text for a
// terminal, as JSON and CSV for programs, and as Markdown. The writers add
// nothing to a quote but sums of its lines.
package report

import (
	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/seller"
)

// Report is what is told about one scenario file.
type Report struct {
	Scenario *deal.Scenario // its title, file and product head the report
	Quotes   []Priced       // base first, then variants as written
	Findings []Finding
}

// Priced is the quote of one variant.
type Priced struct {
	*pricing.Quote
	Seller *seller.View // nil unless it was asked for
}

// currency is what every figure is in (CUR-1).
const currency = "USD"

// upfront is what is paid for commitments, whatever is used.
func (q Priced) upfront() money.Amount { return q.Totals.Annual + q.Totals.Contract }

// metered is what use costs, infrastructure apart.
func (q Priced) metered() money.Amount { return q.Totals.Hourly + q.Totals.Usage }

// dearestMonth is the most that metered software costs in a calendar month.
func (q Priced) dearestMonth() money.Amount {
	var dearest, sum money.Amount
	month := -1
	for _, c := range q.Charges {
		if !c.Kind.Metered() || c.Kind == pricing.Infrastructure {
			continue
		}
		if m := c.Date.MonthIndex(); m != month {
			month, sum = m, 0
		}
		sum += c.Amount
		dearest = max(dearest, sum)
	}
	return dearest
}
