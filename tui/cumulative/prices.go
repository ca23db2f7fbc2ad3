package cumulative

import (
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// prices draws what new customers and this buyer pay for the type or dimension
// that is worked on: the metered rate, and, where there is room or no other, what
// is bought upfront.
func (p *Pane) prices(ctx pane.Context, size pane.Size) pane.Box {
	s, th := ctx.Session, ctx.Theme
	box := pane.Box{Title: "Prices"}
	list := priced(s.Lanes(), ctx.Key)
	if s.Quote() == nil || len(list) == 0 {
		box.Lines = []string{th.Dim.Render(th.Fit("there is no price to draw", size.W))}
		return box
	}
	box.Title = "Prices: " + title(th, list[0])
	if len(list) > 1 && size.H < 2*leastPrices+1 {
		i := slices.IndexFunc(list, func(l pricing.Lane) bool { return l.Changes() })
		list = list[max(i, 0):][:1]
		box.Title = "Prices: " + title(th, list[0])
	}
	if size.H < withLegend {
		box.Right = legend(th, cohorts(list[0], 0))
	}
	var parts []part
	picture := func(l pricing.Lane, h int) {
		c := pricesOf(s, l)
		c.Sheet = &p.sheet
		parts = append(parts, stepDays(c, th, len(box.Lines), size.W, h))
		box.Lines = append(box.Lines, c.Lines(size.W, h, th)...)
	}
	picture(list[0], (size.H-len(list)+1)/len(list))
	for _, l := range list[1:] {
		box.Lines = append(box.Lines, th.Title.Render(th.Fit(title(th, l), size.W)))
		picture(l, size.H-len(box.Lines))
	}
	box.Days = days(parts...)
	return box
}

// leastPrices is the fewest lines in which a second price is drawn.
const leastPrices = 8

func title(th *theme.Theme, l pricing.Lane) string { return th.Clean(l.Key) + " " + l.Kind.String() }

// priced are the lanes of a key that have a price, or of the first one that has,
// the metered one first.
func priced(lanes []pricing.Lane, key string) []pricing.Lane {
	has := func(steps []pricing.LaneStep) bool {
		return slices.ContainsFunc(steps, func(s pricing.LaneStep) bool { return s.Rate.Set })
	}
	var list []pricing.Lane
	for _, l := range lanes {
		bought := l.Kind.Metered() || len(l.Yours) > 0
		if bought && (has(l.New) || has(l.Yours)) {
			list = append(list, l)
		}
	}
	if len(list) > 0 && !slices.ContainsFunc(list, func(l pricing.Lane) bool { return l.Key == key }) {
		key = list[0].Key
	}
	return slices.DeleteFunc(list, func(l pricing.Lane) bool { return l.Key != key })
}

// pricesOf is the chart of the prices of a lane.
func pricesOf(s *session.Session, l pricing.Lane) chart.Steps {
	q := s.Quote()
	places := scale(l)
	c := chart.Steps{
		Axis: Axis(chart.Axis{}, s, q.Start, q.End), Boxes: true, Series: cohorts(l, places),
		Label: func(v int64) string { return money.Group(money.Trimmed(decimal.New(v, -places), 2).String()) },
	}
	for _, step := range l.Yours {
		if step.Announced != 0 {
			c.Marks = append(c.Marks, chart.Mark{Day: int(step.From), Label: step.From.String()})
		}
	}
	return c
}

// cohorts are the lines of a price: who bought before a change pays the old one
// for longer. All pay alike where there is only one line.
func cohorts(l pricing.Lane, places int32) []chart.Series {
	yours, fresh := points(l.Yours, places), points(l.New, places)
	switch {
	case len(yours) == 0:
		return []chart.Series{{Name: "new customers", Short: "new", Points: fresh}}
	case l.Lapses() == 0 && alike(yours, fresh):
		return []chart.Series{{Name: "everybody", Points: fresh}}
	}
	name := "this buyer, existing"
	if !l.Kind.Metered() {
		name = "this buyer, renewing"
	}
	if l.Lapses() != 0 {
		name = "this buyer, until it lapses"
	}
	return []chart.Series{{Name: name, Short: "buyer", Points: yours, End: int(l.Lapses())}, {Name: "new customers", Short: "new", Points: fresh}}
}

// alike tells whether two lines are the same, wherever they begin.
func alike(a, b []chart.Point) bool {
	return len(a) > 0 && len(a) == len(b) && a[0].Value == b[0].Value && slices.Equal(a[1:], b[1:])
}

func points(steps []pricing.LaneStep, places int32) []chart.Point {
	var list []chart.Point
	for _, s := range steps {
		if s.Rate.Set {
			list = append(list, chart.Point{Day: int(max(s.From, earliest)), Value: s.Rate.Value.Shift(places).IntPart()})
		}
	}
	return list
}

// earliest stands for a price that held since ever.
const earliest = -1 << 20

// The most decimals of a rate, and the most digits that a chart counts in.
const (
	mostPlaces = 8
	mostDigits = 17
)

// scale is the number of decimals in which all rates of a lane are whole, as far
// as a chart counts.
func scale(l pricing.Lane) int32 {
	var places int32
	digits := 1
	for _, s := range append(slices.Clone(l.New), l.Yours...) {
		places = max(places, -s.Rate.Value.Exponent())
		digits = max(digits, len(s.Rate.Value.Truncate(0).String()))
	}
	return max(min(places, mostPlaces, int32(mostDigits-digits)), 0)
}
