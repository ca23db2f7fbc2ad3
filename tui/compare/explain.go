package compare

import (
	"errors"
	"fmt"
	"slices"

	"termsheet/model/pricing"
	"termsheet/tui/explain"
)

// page is where a figure comes from that is not one of the quote's.
type page func(explain.Source) (*explain.Page, error)

var errNowhere = errors.New("there is nothing more to tell about this figure")

// Explain tells where the figure at the cursor comes from, given where the
// figures of its column are looked up.
func (c *Sheet) Explain(from func(Column) explain.Source) (*explain.Page, error) {
	col, ok := c.Chosen()
	if !ok || col.Quote == nil || col.Err != nil {
		return nil, errNowhere
	}
	r := c.table.rows[c.line()]
	switch {
	case !r.values[c.at()].known:
		return nil, errNowhere
	case r.path != "":
		return from(col).Figure(r.path)
	case r.page != nil:
		return r.page(from(col))
	}
	return nil, errNowhere
}

func theMonth(from explain.Source) (*explain.Page, error) { return from.Month() }

func theYear(from explain.Source) (*explain.Page, error) {
	over := from.Quote.Start.AddMonths(monthsOfYear)
	return from.Charges("the first year", func(c *pricing.Charge) bool { return c.Kind != pricing.Infrastructure && c.Date < over })
}

func sum(what string, paths ...string) page {
	return func(from explain.Source) (*explain.Page, error) { return from.Sum(what, paths...) }
}

// charged is the sum of a key's charges of some kinds.
func charged(name, key string, fits func(pricing.Kind) bool) page {
	return func(from explain.Source) (*explain.Page, error) {
		return from.Charges(name, func(c *pricing.Charge) bool { return c.Key == key && fits(c.Kind) })
	}
}

// evenAt is the break-even of a type, or a figure that belongs to it.
func evenAt(key, of string) page {
	return func(from explain.Source) (*explain.Page, error) {
		i := slices.IndexFunc(from.Quote.BreakEven, func(b pricing.BreakEven) bool { return b.Key == key })
		if i < 0 {
			return nil, errNowhere
		}
		return from.Figure(fmt.Sprintf("break_even.%d%s", i, of))
	}
}
