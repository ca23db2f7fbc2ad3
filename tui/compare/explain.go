package compare

import (
	"termsheet/model/pricing"
	"termsheet/tui/cumulative"
	"termsheet/tui/explain"
)

// Explain tells where the figure at the cursor comes from, given where the
// figures of its column are looked up, and where its values are written.
func (c *Sheet) Explain(from func(Column) explain.Source, written func(col Column, key, cell string) string) (*explain.Page, error) {
	col, ok := c.Chosen()
	if !ok || col.Quote == nil || col.Err != nil {
		return nil, explain.ErrNowhere
	}
	r := c.table.rows[c.line()]
	v, at := r.values[c.at()], ""
	if r.cell != "" && !col.was { // the text of what was pinned is gone
		at = written(col, r.key, r.cell)
	}
	switch {
	case !v.known:
		return nil, explain.ErrNowhere
	case r.cell != "" && r.key == "":
		return from(col).Term(r.cell, v.text, at, col.Scenario.Offer != nil)
	case r.cell != "":
		return from(col).Cell(r.key, r.cell, v.text, at)
	case r.path != "":
		return from(col).Figure(r.path)
	case r.page != nil:
		return r.page(from(col))
	}
	return nil, explain.ErrNowhere
}

func cheaper(from explain.Source) (*explain.Page, error) {
	day, ok := cumulative.Crossover(from.Quote.Quote)
	if !ok {
		return nil, explain.ErrNowhere
	}
	return from.Cheaper(day)
}

func theYear(from explain.Source) (*explain.Page, error) {
	over := from.Quote.Start.AddMonths(monthsOfYear)
	return from.Charges("the first year", func(c *pricing.Charge) bool { return c.Kind != pricing.Infrastructure && c.Date < over })
}
