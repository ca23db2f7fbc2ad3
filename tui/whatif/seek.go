package whatif

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/whatif"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// seekTab looks for what reaches a target.
type seekTab struct {
	target string // as typed; empty: the figure as it is
	way    int    // of ways
	ways   []deal.Path
	found  *whatif.Found
	err    error
	at     int // the answer at the cursor
}

func (t *seekTab) typing() bool { return false }

// by is the input that is sought.
func (t *seekTab) by() deal.Path {
	if t.way >= len(t.ways) {
		return discount
	}
	return t.ways[t.way]
}

func (t *seekTab) hear(a Answer) {
	t.found, t.err = a.found, a.err
	if a.ways != nil {
		t.ways = a.ways
	}
	if t.found != nil {
		t.at = min(t.at, max(len(t.found.Answers)-1, 0))
	}
}

// mostTarget is how many characters a target can have.
const mostTarget = 18

func (t *seekTab) press(v *View, key tea.KeyPressMsg) (Intent, bool) {
	n := len(t.ways)
	switch name := key.String(); name {
	case "left", "right", "h", "l":
		step := 1
		if name == "left" || name == "h" {
			step = n - 1
		}
		if n > 0 {
			t.way, t.at = (t.way+step)%n, 0
		}
		return Intent{}, true
	case "up", "k":
		t.at = max(t.at-1, 0)
		return Intent{}, true
	case "down", "j":
		if t.found != nil {
			t.at = min(t.at+1, max(len(t.found.Answers)-1, 0))
		}
		return Intent{}, true
	case "backspace":
		if t.target == "" {
			return Intent{}, false
		}
		t.target = t.target[:len(t.target)-1]
		return Intent{}, true
	case "ctrl+u":
		t.target = ""
		return Intent{}, true
	case "enter":
		return t.keep(v), true
	default:
		if len(name) == 1 && strings.Contains("0123456789.,", name) {
			if len(t.target) < mostTarget {
				t.target, t.at = t.target+name, 0
			}
			return Intent{}, true
		}
	}
	return Intent{}, false
}

// keep takes the answer at the cursor over.
func (t *seekTab) keep(v *View) Intent {
	switch {
	case v.behind:
		return Intent{Do: Refuse, What: "the answers are still being worked out"}
	case t.found == nil || len(t.found.Answers) == 0:
		return Intent{Do: Refuse, What: "there is no answer to take over"}
	}
	edits, err := v.reach(t.found.By, t.found.Answers[t.at].Value)
	if err != nil {
		return Intent{Do: Refuse, What: err.Error()}
	}
	return Intent{Do: Keep, What: spoken(t.found.By) + " " + t.found.Answers[t.at].Value, Edits: edits}
}

func (t *seekTab) hints(*View) [][2]string {
	return [][2]string{{"0-9", "target"}, {"enter", "take it over"}, {"left right", "by what"}, {"up down", "answer"}, {"ctrl+u", "clear"}}
}

func (t *seekTab) lines(v *View, th *theme.Theme, size pane.Size) []string {
	const nameWidth = 10
	target := t.target
	if target == "" && t.found != nil {
		target = t.found.Target.Grouped() + ", as it is; type another"
	}
	row := func(name string) *pane.Row { return pane.NewRow(th).Left(th.Dim, name, nameWidth) }
	field := row("target").Add(th.Input, "["+th.Fit(target, min(theme.Width(target)+1, size.W-nameWidth-2))+"]")
	by := row("by").Add(th.Selection, th.Fit("["+th.Clean(t.by().String())+"]", min(theme.Width(th.Clean(t.by().String()))+2, size.W-nameWidth)))
	if place := fmt.Sprintf("%d of %d", t.way+1, len(t.ways)); len(t.ways) > 1 && by.Width()+len(place)+2 <= size.W {
		by.Right(th.Dim, place, size.W-by.Width())
	}
	out := []string{row("figure").Left(th.Text, v.metricName(), size.W-nameWidth).String(),
		field.Gap(size.W - field.Width()).String(), by.Gap(size.W - by.Width()).String()}
	room := pane.Size{W: size.W, H: size.H - len(out)}
	switch {
	case t.err != nil:
		return append(out, plainly(th, th.Bad, room, t.err.Error())...)
	case t.found == nil:
		return out
	}
	return append(out, t.answers(v, th, room)...)
}

// answers are the nearest, each with what it misses and breaks.
func (t *seekTab) answers(v *View, th *theme.Theme, size pane.Size) []string {
	now := fmt.Sprintf("Now %s.", t.found.Now.Grouped())
	if t.found.Value != "" {
		now = fmt.Sprintf("Now %s at %s.", t.found.Now.Grouped(), t.found.Value)
	}
	now += " Goes by " + t.found.Step + "."
	if t.found.Made != "" {
		now += " Taken over as " + t.found.Made + "."
	}
	if s := v.scenario.Seller; s != nil && s.Floor.Set {
		now += " No rate under " + s.Floor.Value.Shift(2).String() + "% of list."
	}
	out := append([]string{""}, plainly(th, th.Text, pane.Size{W: size.W, H: 3}, now)...)
	const valueWidth, sumWidth = 14, 18
	head := pane.NewRow(th).Gap(2).Right(th.Dim, "value", valueWidth).Right(th.Dim, v.metricName(), sumWidth).Right(th.Dim, "off by", sumWidth).Gap(2)
	out = append(out, "", head.Left(th.Dim, "breaks", size.W-head.Width()).String())
	for i, a := range t.found.Answers {
		style, sign := th.Text, "  "
		if i == t.at {
			style, sign = th.Selection, th.Glyphs.Pointer+" "
		}
		breaks, tone := "no rule", th.Good
		if len(a.Breaks) > 0 {
			breaks, tone = strings.Join(a.Breaks, ", "), th.Bad
		}
		if i == t.at {
			tone = style
		}
		row := pane.NewRow(th).Add(style, sign).Right(style, a.Value, valueWidth).Right(style, a.Total.Grouped(), sumWidth).Right(style, miss(a.Miss), sumWidth).Add(style, "  ")
		out = append(out, row.Left(tone, breaks, size.W-row.Width()).String())
	}
	if !t.found.Within {
		out = append(out, "")
		out = append(out, plainly(th, th.Warn, pane.Size{W: size.W, H: 2}, "The target is out of reach; these come nearest.")...)
	}
	return out
}

func miss(a money.Amount) string {
	if a == 0 {
		return "exact"
	}
	return pane.Signed(a)
}
