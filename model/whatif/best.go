package whatif

import (
	"cmp"
	"errors"
	"slices"
	"sort"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/whatif/kernel"
)

// Best is the number of annuals of an instance type that is cheapest over the
// first 12 months, and what it costs to be wrong.
type Best struct {
	Key          string
	X            int64
	Cost         money.Amount
	From, To     int64        // the range of X that costs within Near percent more
	Fewer, More  Point        // Off annuals too few and too many
	Own          Point        // what the scenario buys, rounded down
	HoursPerYear string       // break-even: instance-hours a year
	Utilisation  string       // break-even: percent of a year
	Pays         calendar.Day // when an instance that runs throughout has cost an annual by the hour; 0: not within the 12 months
	Curve        []Point

	w *weighing
}

// Point is a number of annuals and what it costs with the hours it leaves
// uncovered.
type Point struct {
	X         int64        `json:"x"`
	Cost      money.Amount `json:"cost"`
	Uncovered money.Amount `json:"-"` // the part of it that runs by the hour
}

// What the neighbourhood of the best is.
const (
	Near = 1 // percent
	Off  = 3 // annuals
)

// mostCurve is how many points a curve has at most, its marked ones apart.
const mostCurve = 200

// BestAll works out the best X of each type that has an annual and an hourly
// rate. It fails where the scenario has no price.
func BestAll(s *deal.Scenario, c pricing.Conventions) ([]Best, error) {
	quote, err := pricing.Price(s, c)
	if err != nil {
		return nil, err
	}
	years, err := pricing.Years(s, c)
	if err != nil {
		return nil, err
	}
	list := make([]Best, len(years))
	for i := range years {
		even := quote.BreakEven[i]
		list[i] = Best{Key: even.Key, HoursPerYear: even.HoursPerYear.StringFixed(2), Utilisation: even.Utilisation.StringFixed(2), Pays: years[i].Pays}
		w := weigh(&years[i], even.Best)
		list[i].w = w
		if list[i].neighbourhood(w, owned(s, even.Key)); w.err != nil {
			return nil, w.err
		}
	}
	return list, nil
}

// owned is how many annuals of a type the scenario buys, whole ones.
func owned(s *deal.Scenario, key string) int64 {
	need, _ := s.Need(key)
	return need.Annual.IntPart()
}

// weighing is the cost of any number of annuals of a type, by the kernel where
// it is within the bounds.
type weighing struct {
	*pricing.Year
	kernel *kernel.Year // nil: in decimals
	best   int64
	top    int64 // more annuals cover nothing more
	err    error
}

// weigh readies a type; best is the reference's, for where the kernel cannot
// say.
func weigh(y *pricing.Year, best int64) *weighing {
	w := &weighing{Year: y, best: best}
	if k, ok := kernel.CompileYear(y); ok {
		w.kernel, w.best, w.top = k, k.Best(), k.Top()
		return w
	}
	for i := range y.Hours.Pieces {
		w.top = max(w.top, y.Hours.Pieces[i].Need.Ceil().IntPart())
	}
	for _, step := range y.Hours.Load {
		w.top = max(w.top, step.Running.Ceil().IntPart())
	}
	return w
}

// cost of X annuals. The first that cannot be worked out is kept in err.
func (w *weighing) cost(x int64) money.Amount {
	if w.kernel != nil && w.kernel.Turns(x) {
		return money.Amount(w.kernel.Cost(x))
	}
	sum, err := w.share(x)
	for _, piece := range w.Hours.Pieces {
		piece.Cover = decimal.NewFromInt(x)
		amount, failed := w.Hours.Amount(&piece)
		if err = errors.Join(err, failed); err != nil || amount > mostCost/money.Amount(piece.Count) || sum > mostCost {
			err = errors.Join(err, money.ErrTooLarge)
			break
		}
		sum += amount * money.Amount(piece.Count)
	}
	w.err = cmp.Or(w.err, err)
	return sum
}

// mostCost keeps what is multiplied by a percentage within 64 bits.
const mostCost money.Amount = 1 << 55

func (w *weighing) point(x int64) Point {
	if w.kernel != nil && w.kernel.Turns(x) {
		annual, hourly := w.kernel.Split(x)
		return Point{x, money.Amount(annual + hourly), money.Amount(hourly)}
	}
	cost := w.cost(x)
	share, err := w.share(x)
	w.err = cmp.Or(w.err, err)
	return Point{x, cost, cost - share}
}

// share is what X annuals cost of themselves.
func (w *weighing) share(x int64) (money.Amount, error) {
	return money.Quotient(w.Share.Mul(decimal.NewFromInt(x)), decimal.NewFromInt(w.Per))
}

// At is what any number of annuals costs, on the curve or between its points;
// money.ErrTooLarge where that does not fit. It is not for several goroutines at once.
func (b *Best) At(x int64) (Point, error) {
	b.w.err = nil
	p := b.w.point(x)
	return p, b.w.err
}

// neighbourhood works out what lies around the best.
func (b *Best) neighbourhood(w *weighing, own int64) {
	b.X, b.Cost = w.best, w.cost(w.best)
	within := func(x int64) bool { return w.cost(x)*100 <= b.Cost*(100+Near) }
	b.From = b.X - int64(reach(int(b.X), func(d int) bool { return within(b.X - int64(d)) }))
	b.To = b.X + int64(reach(int(max(w.top-b.X, 0)+b.X/10+Off), func(d int) bool { return within(b.X + int64(d)) }))
	b.Fewer, b.More, b.Own = w.point(max(b.X-Off, 0)), w.point(b.X+Off), w.point(own)
	marks := []int64{0, b.X, b.From, b.To, b.Fewer.X, b.More.X, own}
	end := max(w.top, slices.Max(marks))
	for i := range int64(mostCurve) + 1 {
		if end <= mostCurve && i > end {
			break
		}
		marks = append(marks, i*max(end, mostCurve)/mostCurve)
	}
	slices.Sort(marks)
	for _, x := range slices.Compact(marks) {
		b.Curve = append(b.Curve, w.point(x))
	}
}

// reach is how far from the best the cost stays near, at most so far. The curve
// is convex up to rounding: close by, every number is looked at.
func reach(most int, near func(d int) bool) int {
	const close = 1024
	d := 0
	for d < min(most, close) && near(d+1) {
		d++
	}
	if d < close || d == most {
		return d
	}
	return d + sort.Search(most-d, func(more int) bool { return !near(d + more + 1) })
}
