package terms

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/listing"
	"termsheet/model/pricing"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// The lines of a strip: its heading, and the least and the most of the picture.
const (
	stripHeading = 1
	stripLeast   = 3
	stripMost    = 10
)

// strip draws the use of a dimension month by month against what the commitment
// covers on the day of the cursor. Of use that stays as it is there is nothing
// to draw.
func strip(ctx pane.Context, d listing.Dimension, w, room int) []string {
	s, th := ctx.Session, ctx.Theme
	months := byMonth(s, d)
	if room < stripHeading+stripLeast || len(months) == 0 || slices.MinFunc(months, decimal.Decimal.Cmp).Equal(slices.MaxFunc(months, decimal.Decimal.Cmp)) {
		return nil
	}
	covered := coveredOn(s, d, s.Day())
	v := chart.Strip{Threshold: pane.Hundredths(covered)}
	for _, use := range months {
		v.Levels = append(v.Levels, pane.Hundredths(use))
	}
	least, most := slices.MinFunc(months, decimal.Decimal.Cmp), slices.MaxFunc(months, decimal.Decimal.Cmp)
	told := func(write func(decimal.Decimal) string) string {
		return fmt.Sprintf("%s by month: %s to %s in use, %s covered", th.Clean(d.Key),
			write(least.Round(shownPlaces)), write(most.Round(shownPlaces)), write(covered))
	}
	head := told(pane.Quantity)
	if theme.Width(head) > w {
		head = told(func(d decimal.Decimal) string { return pane.Short(d, shortUse) })
	}
	out := []string{th.Title.Render(th.Fit(head, w))}
	return append(out, v.Lines(w, min(room-stripHeading, stripMost), th)...)
}

// shortUse is how many cells a use has where room is scarce.
const shortUse = 6

// shownPlaces is how many decimals of a grown use are told.
const shownPlaces = 1

// byMonth is the use of every billing month, growth included.
func byMonth(s *session.Session, d listing.Dimension) []decimal.Decimal {
	q := s.Quote()
	use, given := s.Scenario().Use(d.Key)
	if q == nil || !given {
		return nil
	}
	values := use.Per(d.Per)
	factor, by := decimal.NewFromInt(1), decimal.NewFromInt(1).Add(use.Growth)
	var list []decimal.Decimal
	for month := q.Start; month < q.End; month = month.NextMonth() {
		list = append(list, values.At(len(list)).Mul(factor))
		factor = factor.Mul(by).Round(factorPlaces)
	}
	return list
}

// factorPlaces is the scale of a growth over many months; a picture needs no
// more.
const factorPlaces = 12

// coveredOn is what the commitment covers on a day: units, or those included in
// a month; nothing once it has lapsed.
func coveredOn(s *session.Session, d listing.Dimension, day calendar.Day) decimal.Decimal {
	committed := s.Scenario().Contract.Covers(d)
	q := s.Quote()
	if day < q.Start {
		return committed
	}
	for _, c := range q.Charges {
		if c.Kind == pricing.Contract && c.Key == d.Key && c.Date <= day && day < c.End {
			return committed
		}
	}
	return decimal.Zero
}
