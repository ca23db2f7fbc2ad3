package whatif

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// load is what runs of a type as the strip shows it: a level for each column of
// some cells, what the columns are, and labels under them.
type load struct {
	levels []int64
	how    string
	ticks  []tick
}

// tick is a label under a column.
type tick struct {
	at   int
	text string
}

// The lengths that hours are gone through by.
const (
	dayHours  = 24
	weekHours = 7 * dayHours
	yearLong  = 12 // months
	lastDays  = 3  // that stay in sight at the end
)

// leaps are the acts that go through the hours of a profile.
var leaps = map[Act]int{DayBefore: -dayHours, NextDay: dayHours, WeekBefore: -weekHours, NextWeek: weekHours}

// hourly tells whether an act is about those hours.
func hourly(act Act) bool { return act == Order || leaps[act] != 0 }

// hours is where a window into the hours of a profile begins.
type hours struct {
	first   int  // hour
	chosen  bool // else it is where most runs
	ordered bool // the hours in order of what runs in them instead
}

// profile is the load of a type hour by hour, empty where that is not known.
func profile(s *deal.Scenario, key string) []decimal.Decimal {
	if s == nil {
		return nil
	}
	need, _ := s.Need(key)
	return need.Load.Hours
}

// do goes through the hours of a profile, or puts them in order.
func (h *hours) do(act Act, of []decimal.Decimal) {
	switch {
	case len(of) == 0:
	case act == Order:
		h.ordered = !h.ordered
	case leaps[act] != 0:
		last := max((len(of)-1)/dayHours-lastDays+1, 0) * dayHours
		h.first, h.chosen, h.ordered = min(max(h.from(of)+leaps[act], 0), last), true, false
	}
}

// from is the hour that the window begins at: that of the day in which most
// runs, unless another was gone to.
func (h *hours) from(of []decimal.Decimal) int {
	if h.chosen {
		return min(h.first, len(of)-1)
	}
	most := 0
	for i := range of {
		if of[i].GreaterThan(of[most]) {
			most = i
		}
	}
	return most / dayHours * dayHours
}

// window is the hours that fit into some cells, each its own column.
func (h *hours) window(of []decimal.Decimal, w int) load {
	first := h.from(of)
	if first+w > len(of) { // the end stays in sight
		first = max((len(of)-w+dayHours-1)/dayHours*dayHours, 0)
	}
	last := min(first+w, len(of))
	l := load{how: fmt.Sprintf("by the hour, days %d to %d of %d", first/dayHours+1, (last-1)/dayHours+1, (len(of)-1)/dayHours+1)}
	for i := first; i < last; i++ {
		l.levels = append(l.levels, pane.Hundredths(of[i]))
		switch i % dayHours {
		case 0:
			l.ticks = append(l.ticks, tick{i - first, fmt.Sprintf("day %d", i/dayHours+1)})
		case dayHours / 2:
			l.ticks = append(l.ticks, tick{i - first, "12h"})
		}
	}
	return l
}

// loadOf is the load of a type: hour by hour, by month, or the hours in order of
// what runs in them, the most first.
func loadOf(s *deal.Scenario, key string, h *hours, w int) load {
	if s == nil {
		return load{}
	}
	need, in := s.Need(key)
	switch {
	case !in:
		return load{}
	case len(need.Load.Hours) > 0 && !h.ordered:
		return h.window(need.Load.Hours, w)
	case len(need.Load.Steps) > 0:
		return inOrder(need.Load, w)
	}
	l := load{how: "by month"}
	for k := range yearLong {
		l.levels = append(l.levels, pane.Hundredths(need.Running.At(k)))
		l.ticks = append(l.ticks, tick{k * (w / yearLong), s.Start.AddMonths(k).Month()[2:]})
	}
	return l
}

// inOrder is a load by share of hours.
func inOrder(of deal.Load, w int) load {
	l := load{how: "by share of hours"}
	steps := slices.Clone(of.Steps)
	slices.SortStableFunc(steps, func(a, b deal.Step) int { return b.Running.Cmp(a.Running) })
	sum := decimal.Zero
	for _, step := range steps {
		sum = sum.Add(step.Weight)
		edge := sum.Mul(decimal.NewFromInt(int64(w))).DivRound(of.Total, 0).IntPart()
		for int64(len(l.levels)) < edge {
			l.levels = append(l.levels, pane.Hundredths(step.Running))
		}
	}
	const every = 10 // percent
	for share := 0; share < 100; share += every {
		l.ticks = append(l.ticks, tick{share * w / 100, fmt.Sprintf("%d %%", share)})
	}
	return l
}

// wholeLevel is one that runs, as the strip measures it.
const wholeLevel = 100

// strip draws the load against X with labels under it, where there is room for
// those. What runs in a column can be pointed at: the X that covers it.
func (l load) strip(th *theme.Theme, x int64, size pane.Size) ([]string, func(x, y int) (spot, bool)) {
	h := size.H
	if h > leastStrip {
		h--
	}
	v := chart.Strip{Levels: l.levels, Threshold: pane.Hundredths(decimal.NewFromInt(x))}
	out := v.Lines(size.W, h, th)
	if h < size.H {
		out = append(out, l.labels(th, size.W))
	}
	return out, func(x, _ int) (spot, bool) {
		level, ok := v.At(x, size.W)
		return spot{at: [2]int{int((level + wholeLevel - 1) / wholeLevel)}}, ok
	}
}

// labels are the ticks that fit.
func (l load) labels(th *theme.Theme, w int) string {
	row := pane.NewRow(th)
	for _, t := range l.ticks {
		if t.at > 0 && t.at <= row.Width() || t.at+len(t.text) > w {
			continue
		}
		row.Gap(t.at-row.Width()).Add(th.Dim, t.text)
	}
	return row.Gap(w - row.Width()).String()
}
