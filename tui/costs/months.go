package costs

import (
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// The room of the table of months: what it takes at least, and how wide the
// pane has to be for it to stand beside the figures.
const (
	monthsLeast  = 5 // lines
	monthsBeside = 96
	figuresWidth = 54
	monthWidth   = 10 // the mark and the month
	monthMost    = 16 // a figure
)

// byMonth are figures of a deal by month, each with its name.
type byMonth struct {
	months []calendar.Day // the first of each in which anything is charged
	heads  []string
	of     [][]money.Amount // for each head, of every month
}

// monthly lines up what the deal costs by month with the same need by the hour;
// what has come together by then stands last.
func monthly(q *pricing.Quote) byMonth {
	compared := q.Comparison != nil && q.Comparison.Savings != 0
	var hourly []pricing.Month
	if compared {
		hourly = q.Comparison.Months
	}
	var t byMonth
	for _, m := range slices.Concat(q.Months, hourly) {
		t.months = append(t.months, m.First)
	}
	slices.Sort(t.months)
	t.months = slices.Compact(t.months)
	software := func(m pricing.Month) money.Amount { return m.Software }
	t.add("this deal", q.Months, software)
	if compared {
		t.add("hourly only", hourly, software)
	}
	if q.Totals.Infrastructure != 0 {
		t.add("EC2 apart", q.Months, func(m pricing.Month) money.Amount { return m.Infrastructure })
	}
	soFar, sum := make([]money.Amount, len(t.months)), money.Amount(0)
	for i, a := range t.of[0] {
		sum += a
		soFar[i] = sum
	}
	t.heads, t.of = append(t.heads, "so far"), append(t.of, soFar)
	return t
}

func (t *byMonth) add(head string, months []pricing.Month, figure func(pricing.Month) money.Amount) {
	column := make([]money.Amount, len(t.months))
	for _, m := range months {
		i, _ := slices.BinarySearch(t.months, m.First)
		column[i] = figure(m)
	}
	t.heads, t.of = append(t.heads, head), append(t.of, column)
}

// months draws what each month costs, the month of the day cursor among them.
func months(ctx pane.Context, w, room int) []string {
	th, q := ctx.Theme, ctx.Session.Quote()
	if q == nil || room < monthsLeast || len(q.Months) == 0 {
		return nil
	}
	t := monthly(q)
	each := min((w-monthWidth)/len(t.heads), monthMost)
	if each < amountLeast {
		return nil
	}
	head := pane.NewRow(th).Left(th.Dim, "  month", monthWidth)
	for _, h := range t.heads {
		head.Right(th.Dim, h, each)
	}
	out := []string{head.String()}
	after, on := slices.BinarySearch(t.months, ctx.Session.Day())
	at := after
	if !on {
		at = max(after-1, 0)
	}
	first := pane.Scroll(at, len(t.months), room-1)
	for i := first; i < min(len(t.months), first+room-1); i++ {
		mark, style := "  ", th.Text
		if i == at {
			mark, style = th.Glyphs.Pointer+" ", th.Strong
		}
		r := pane.NewRow(th).Left(style, mark+t.months[i].String()[:len("2006-01")], monthWidth)
		for _, column := range t.of {
			r.Right(style, pane.Money(column[i], each-1), each)
		}
		out = append(out, r.String())
	}
	return out
}

// beside puts lines to the right of others, which are w cells wide.
func beside(th *theme.Theme, left []string, w int, right []string) []string {
	out := make([]string, max(len(left), len(right)))
	for i := range out {
		if i < len(left) {
			out[i] = left[i]
		}
		if i < len(right) {
			out[i] = th.Fit(out[i], w) + right[i]
		}
	}
	return out
}
