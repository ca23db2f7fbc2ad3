package whatif

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"termsheet/model/money"
	"termsheet/model/report"
	"termsheet/model/whatif"
)

// Text writes the answer to the question that is open in plain text, as the
// commands of the shell do.
func (v *View) Text(w io.Writer) error { return v.current().text(v, w) }

// figurePath names the figure of the answer: its path in a quote, where it has
// one.
func (v *View) figurePath() string {
	if fig := &figures[v.heard[v.tab]]; fig.path != "" {
		return fig.path
	}
	return v.heardName()
}

func (t *seekTab) text(v *View, w io.Writer) error {
	if t.err != nil {
		return t.err
	}
	return report.SeekText(w, report.Sought{Scenario: v.scenario, Found: t.found, Kept: t.keptTo(v), Rules: t.broken, Public: v.public})
}

// keptTo says what the answers keep to.
func (t *seekTab) keptTo(v *View) (list []string) {
	for i := range t.rates {
		l := &t.rates[i]
		name := l.path.String()
		share, floored := t.floors[name]
		switch {
		case t.holding(l):
			list = append(list, lineName(l)+" is held")
		case floored && !share.IsZero() && !v.public:
			list = append(list, lineName(l)+" from "+money.Percent(share)+" of list")
		}
	}
	if share, ok := t.least(forAll, v.floor); ok && !v.public {
		list = append(list, "nothing under "+money.Percent(share)+" of list")
	}
	return list
}

func (t *sweepTab) text(v *View, w io.Writer) error {
	if t.err != nil {
		return t.err
	}
	grid := *t.grid
	grid.Metric = v.figurePath()
	return report.SweepText(w, report.Swept{Scenario: v.scenario, Grid: &grid, Assumed: t.made, Now: t.now, Off: t.misfit})
}

func (t *tornadoTab) text(v *View, w io.Writer) error {
	if t.err != nil {
		return t.err
	}
	return report.TornadoText(w, report.Swung{Scenario: v.scenario, Metric: v.figurePath(), Swing: strconv.FormatInt(swings[t.by], 10) + "%", Now: t.now, Inputs: t.swings})
}

func (t *bestTab) text(v *View, w io.Writer) error {
	if t.err != nil {
		return t.err
	}
	types := t.types
	if t.only {
		types = slices.DeleteFunc(slices.Clone(types), func(b whatif.Best) bool { return b.Key != t.key })
	}
	if t.only && len(types) == 0 {
		return fmt.Errorf("%s does not have both an hourly and an annual rate", t.key)
	}
	return report.BestText(w, report.Best{Scenario: v.scenario, Types: types})
}
