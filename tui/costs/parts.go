package costs

import (
	"slices"

	"termsheet/model/pricing"
	"termsheet/tui/explain"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// kinds are the parts of what a type or a dimension costs.
var kinds = []struct {
	kind  pricing.Kind
	label string
}{{pricing.Annual, " annuals"}, {pricing.Contract, " contract"}, {pricing.Hourly, " by the hour"}, {pricing.Usage, " by use"}}

// mostParts is of how many types and dimensions the cost is told one by one.
const mostParts = 12

// parts says where the money goes: what each type and dimension costs, and of
// what that is made up. In a deal on one of them the lines above say the same.
func parts(s *session.Session, pinned *pricing.Quote) []line {
	now, base := s.Lines(), s.PinnedLines()
	keys := costing(s, now)
	if len(keys) < 2 {
		return nil
	}
	var out []line
	for i, key := range keys {
		if i == mostParts {
			break
		}
		out = append(out, line{label: key, part: true, want: theme.Less, figure: true, amount: now[key].Software(), base: base[key].Software(), has: pinned != nil,
			key: key, find: softwareOf})
		var made []line
		for _, k := range kinds {
			if amount := now[key].ByKind[k.kind]; amount != 0 {
				made = append(made, line{label: k.label, want: theme.Less, figure: true, tone: faint, amount: amount, base: base[key].ByKind[k.kind], has: pinned != nil,
					key: key, kind: k.kind, find: kindOf})
			}
		}
		if len(made) > 1 {
			out = append(out, made...)
		}
	}
	return out
}

func softwareOf(l *line) explain.Finder {
	return explain.ChargesOf(l.key, l.key, func(k pricing.Kind) bool { return k != pricing.Infrastructure })
}

func kindOf(l *line) explain.Finder {
	return explain.ChargesOf(l.key+l.label, l.key, func(k pricing.Kind) bool { return k == l.kind })
}

// costing are the types and dimensions of the deal that cost something.
func costing(s *session.Session, lines map[string]session.Line) []string {
	var keys []string
	add := func(key string) {
		if lines[key].Software() != 0 {
			keys = append(keys, key)
		}
	}
	for _, n := range s.Scenario().Instances {
		add(n.Type)
	}
	for _, d := range s.Product().Dimensions {
		add(d.Key)
	}
	return keys
}

// widest is how wide the labels of the figures are: as the longest of them needs,
// where there is room. Without the blank behind them, which amounts that are short
// leave anyway, more differences have their sign.
func widest(th *theme.Theme, list []line, w int) int {
	width := max(min(labelWidth, w-amountLeast-deltaLeast), min(labelLeast, w/2))
	if w < labelRoom {
		if width == labelWidth && w-width-amountLeast < deltaSigned && !slices.ContainsFunc(list, long) {
			return labelLeast
		}
		return width
	}
	for _, l := range list {
		if l.figure {
			width = max(width, theme.Width(th.Clean(l.label))+1)
		}
	}
	return min(width, w/3)
}

// long tells whether an amount leaves no blank before it where room is scarce.
func long(l line) bool {
	return l.figure && theme.Width(pane.Money(l.amount, amountLeast)) == amountLeast
}

// labelRoom is the width from which labels get what they need.
const labelRoom = 44
