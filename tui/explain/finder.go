package explain

import (
	"errors"
	"fmt"

	"termsheet/model/pricing"
)

// Finder tells where a figure comes from, once it is known what to look it up in.
type Finder func(Source) (*Page, error)

// ErrNowhere is that of a figure which comes from nothing else.
var ErrNowhere = errors.New("there is nothing more to tell about this figure")

// FigureAt finds the figure at a path into the quote.
func FigureAt(path string) Finder {
	return func(s Source) (*Page, error) { return s.Figure(path) }
}

// ChargesOf finds the sum of a key's charges of the kinds that fit.
func ChargesOf(name, key string, fits func(pricing.Kind) bool) Finder {
	return func(s Source) (*Page, error) {
		return s.Charges(name, func(c *pricing.Charge) bool { return c.Key == key && fits(c.Kind) })
	}
}

// EvenOf finds the break-even of a type, or with the end of a path, such as .best,
// a figure that belongs to it.
func EvenOf(key, end string) Finder {
	return func(s Source) (*Page, error) {
		i := s.Quote.EvenOf(key)
		if i < 0 {
			return nil, ErrNowhere
		}
		return s.Figure(evenPath(i) + end)
	}
}

// evenPath is the path of a break-even by its place in the quote.
func evenPath(i int) string { return fmt.Sprintf("break_even.%d", i) }

// Commitments explains what is paid for terms.
func (s Source) Commitments() (*Page, error) {
	return s.sum("paid when a term begins, or by the schedule", "totals.annual", "totals.contract")
}

// Metered explains what is paid by use.
func (s Source) Metered() (*Page, error) {
	return s.sum("paid by use", "totals.hourly", "totals.usage")
}
