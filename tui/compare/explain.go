package compare

import (
	"termsheet/model/pricing"
	"termsheet/tui/explain"
)

// Explain tells where the figure at the cursor comes from, given where the
// figures of its column are looked up.
func (c *Sheet) Explain(from func(Column) explain.Source) (*explain.Page, error) {
	col, ok := c.Chosen()
	if !ok || col.Quote == nil || col.Err != nil {
		return nil, explain.ErrNowhere
	}
	r := c.table.rows[c.line()]
	switch {
	case !r.values[c.at()].known:
		return nil, explain.ErrNowhere
	case r.path != "":
		return from(col).Figure(r.path)
	case r.page != nil:
		return r.page(from(col))
	}
	return nil, explain.ErrNowhere
}

func theYear(from explain.Source) (*explain.Page, error) {
	over := from.Quote.Start.AddMonths(monthsOfYear)
	return from.Charges("the first year", func(c *pricing.Charge) bool { return c.Kind != pricing.Infrastructure && c.Date < over })
}
