package whatif

import (
	"fmt"
	"strings"

	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/whatif"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// nameWidth is how wide the words before the fields are.
const nameWidth = 10

func (t *seekTab) draw(v *View, ctx *pane.Context, size pane.Size) (d drawing) {
	th := ctx.Theme
	d.add(t.targetLine(v, th, size.W), t.byLine(th, size.W), t.keepLine(v, ctx, size.W))
	room := func() pane.Size { return pane.Size{W: size.W, H: size.H - len(d.lines)} }
	switch {
	case t.err != nil:
		d.add(plainly(th, th.Bad, room(), t.err.Error())...)
	case t.found == nil:
		return d
	default:
		d.add(t.notes(th, size.W)...)
		t.answerLines(v, th, size.W, &d)
		d.add(t.ruleLines(th, room())...)
	}
	if left := size.H - len(d.lines); len(t.rates) > 0 && left > 3 {
		d.add("")
		t.rateLines(v, th, room(), &d)
	}
	return d
}

// click goes to an answer or a line. A second click takes the answer over, or
// holds the line.
func (t *seekTab) click(v *View, s spot) Intent {
	_, onLine := t.lineAt()
	switch again := t.row == s.at[0]; {
	case again && onLine:
		return v.try(Hold)
	case again:
		return v.try(Take)
	}
	t.row = s.at[0]
	if t.row < t.answers() {
		t.at = t.row
	}
	t.window = pane.Pointed(t.row, s.first)
	return Intent{}
}

// targetLine names the figure and what it is to come to.
func (t *seekTab) targetLine(v *View, th *theme.Theme, w int) string {
	row := pane.NewRow(th).Left(th.Dim, "reach", nameWidth)
	name := v.metricName() + " "
	row.Left(th.Text, name, min(theme.Width(name), w-row.Width()))
	target := t.target
	switch {
	case target == "" && t.found != nil:
		target = t.found.Target.Grouped() + ", as it is; type another"
	case target == "":
		target = "as it is; type another"
	}
	room := w - row.Width()
	row.Add(th.Input, th.Fit("["+target+" ]", min(theme.Width(target)+3, room)))
	if t.found != nil && t.target != "" && v.heard[Seek] == v.metric {
		if now := "now " + t.found.Now.Grouped(); row.Width()+len(now)+2 <= w {
			return row.Right(th.Dim, now, w-row.Width()).String()
		}
	}
	return row.Gap(w - row.Width()).String()
}

// byLine names what is sought, and its place among what could be.
func (t *seekTab) byLine(th *theme.Theme, w int) string {
	name := th.Clean(spoken(t.by()))
	row := pane.NewRow(th).Left(th.Dim, "by", nameWidth)
	row.Add(th.Selection, th.Fit("["+name+"]", min(theme.Width(name)+2, w-nameWidth)))
	if t.found != nil && t.found.Value != "" {
		if now := "  now " + t.found.Value; row.Width()+len(now) <= w {
			row.Add(th.Text, now)
		}
	}
	if place := fmt.Sprintf("%d of %d", t.way+1, len(t.ways)); len(t.ways) > 1 && row.Width()+len(place)+2 <= w {
		row.Right(th.Dim, place, w-row.Width())
	}
	return row.Gap(w - row.Width()).String()
}

// keepLine tells the conditions with the keys that change them, or has one of
// them typed.
func (t *seekTab) keepLine(v *View, ctx *pane.Context, w int) string {
	th := ctx.Theme
	row := pane.NewRow(th)
	if t.field != nil {
		name := th.Clean(t.about.name) + " "
		row.Left(th.Dim, name, min(theme.Width(name), w/2))
		return row.Left(th.Input, t.field.Typed().Window(th, w-row.Width()), w-row.Width()).String()
	}
	row.Left(th.Dim, "keep to", nameWidth)
	step := "usual steps"
	if t.found != nil {
		step = "steps of " + t.found.Step
	}
	parts := [][2]string{{step, ctx.KeyFor("round")}}
	if !v.public {
		floor := "no floor"
		if share, ok := t.least(forAll, v.floor); ok {
			floor = "floor " + money.Percent(share) + " of list"
		}
		parts = append(parts, [2]string{floor, ctx.KeyFor("floor")})
	}
	if n := t.heldLines(); n > 0 {
		parts = append(parts, [2]string{pane.Counted(n, "line") + " held", ctx.KeyFor("hold")})
	} else if t.byDiscount() {
		parts = append(parts, [2]string{"no line held", ctx.KeyFor("hold")})
	}
	for i, part := range parts {
		if need := len(part[0]) + len(part[1]) + 4; row.Width()+need <= w {
			if i > 0 {
				row.Gap(3)
			}
			row.Add(th.Text, part[0]).Gap(1).Add(th.Key, part[1])
		}
	}
	return row.Gap(w - row.Width()).String()
}

// heldLines is how many lines are held against the discount.
func (t *seekTab) heldLines() (n int) {
	for i := range t.rates {
		if t.holding(&t.rates[i]) {
			n++
		}
	}
	return n
}

// notes say what to know before an answer is taken over; there is always a
// line, so that what stands below does not jump.
func (t *seekTab) notes(th *theme.Theme, w int) []string {
	text := makes(t.found.Assumed, t.found.Now)
	style := th.Dim
	switch {
	case t.found.Within:
	case t.target == "": // nobody has asked for anything yet
		text = "Type what to reach."
		if t.found.Made != "" {
			text += " " + strings.ToUpper(t.found.Made[:1]) + t.found.Made[1:] + ", nothing off: " + t.found.Alone.Grouped() + "."
		}
	case t.found.Made != "": // what the offer comes to by itself may be why
		sum := ", nothing off: " + t.found.Alone.Grouped() + "."
		if text, style = "Target out of reach; "+t.found.Made+sum, th.Warn; theme.Width(text) > w {
			text = "Target out of reach; the offer" + sum
		}
	default:
		text, style = "Target out of reach; nearest first.", th.Warn
	}
	return []string{style.Render(th.Fit(text, w))}
}

// makes says which offer a deal on public terms is given, and what that does to
// the figure before anything is taken off.
func makes(a whatif.Assumed, now money.Amount) string {
	verb := "Makes "
	if a.Returned {
		verb = "Takes "
	}
	switch {
	case a.Made == "":
		return ""
	case a.Alone == now:
		return verb + a.Made + "."
	}
	return verb + a.Made + "; " + a.Before() + " it comes to " + a.Alone.Grouped() + "."
}

// The widths of the answers' columns.
const valueWidth, sumWidth = 14, 18

// answerLines are the nearest, each with what it misses and breaks.
func (t *seekTab) answerLines(v *View, th *theme.Theme, w int, d *drawing) {
	head := pane.NewRow(th).Gap(2).Right(th.Dim, "value", valueWidth).Right(th.Dim, v.heardName(), sumWidth).Right(th.Dim, "off by", sumWidth).Gap(2)
	over := "breaks"
	if v.public {
		over = ""
	}
	d.add(head.Left(th.Dim, over, w-head.Width()).String())
	for i, a := range t.found.Answers {
		style, sign := th.Text, "  "
		if i == t.at {
			sign = th.Glyphs.Pointer + " "
		}
		breaks, tone := "no rule", th.Good
		if len(a.Breaks) > 0 {
			breaks, tone = strings.Join(a.Breaks, ", "), th.Bad
		}
		if v.public {
			breaks = ""
		}
		if i == t.at {
			style = th.Strong
		}
		if i == t.row {
			style, tone = th.Selection, th.Selection
		}
		row := pane.NewRow(th).Add(style, sign).Right(style, a.Value, valueWidth).Right(style, a.Total.Grouped(), sumWidth).Right(style, miss(a.Miss), sumWidth).Add(style, "  ")
		d.addRow(row.Left(tone, breaks, w-row.Width()).String(), i, 0)
	}
}

// why is what a rule says that an answer breaks, or by how much it does.
func (t *seekTab) why(a *whatif.Answer, rule string) string {
	if a.Off != nil && a.Off.Rule == rule {
		return a.Off.Message
	}
	return t.broken[rule]
}

// ruleLines say what the rules are about that the marked answer breaks. They take
// as many lines whichever is marked, so that what stands below does not jump.
func (t *seekTab) ruleLines(th *theme.Theme, size pane.Size) []string {
	var out []string
	most := 0
	for i := range t.found.Answers {
		var lines []string
		a := &t.found.Answers[i]
		for _, id := range a.Breaks {
			for _, line := range pane.Wrap(th.Clean(id+": "+t.why(a, id)), size.W-2) {
				lines = append(lines, th.Text.Render(th.Fit("  "+line, size.W)))
			}
		}
		if most = max(most, len(lines)); i == t.at {
			out = lines
		}
	}
	for len(out) < most {
		out = append(out, "")
	}
	return out[:max(min(most, size.H), 0)]
}

func miss(a money.Amount) string {
	if a == 0 {
		return "exact"
	}
	return a.Signed()
}

// The widths of the lines' columns behind their names.
const rateWidth, shareWidth, keptWidth, mostName = 11, 9, 11, 30

// rateLines are the lines of the deal with what the marked answer makes of them,
// those around the cursor where not all fit.
func (t *seekTab) rateLines(v *View, th *theme.Theme, size pane.Size, d *drawing) {
	name := min(max(size.W-2-3*rateWidth-shareWidth-keptWidth, 8), mostName)
	head := pane.NewRow(th).Gap(2).Left(th.Dim, "line", name).Right(th.Dim, "list", rateWidth).Right(th.Dim, "now", rateWidth).
		Right(th.Dim, "then", rateWidth).Right(th.Dim, "of list", shareWidth).Gap(2)
	d.add(head.Left(th.Dim, "kept", size.W-head.Width()).String())
	room := size.H - 2
	at := t.row - t.head()
	first := t.window.Scroll(t.row, max(at, 0), len(t.rates), room)
	for i := first; i < min(first+room, len(t.rates)); i++ {
		l := &t.rates[i]
		style, sign := th.Text, "  "
		if i == at {
			style, sign = th.Selection, th.Glyphs.Pointer+" "
		}
		var then listing.Rate
		if t.at < len(l.then) {
			then = l.then[t.at]
		}
		moves := style
		if i != at && then.Set && !then.Value.Equal(l.now.Value) {
			moves = th.Strong
		}
		row := pane.NewRow(th).Add(style, sign).Left(style, th.Clean(lineName(l)), name).Right(style, rate(l.list), rateWidth).Right(style, rate(l.now), rateWidth).
			Right(moves, rate(then), rateWidth).Right(style, l.ofList(then), shareWidth).Add(style, "  ")
		d.addRow(row.Left(style, t.kept(v, l), size.W-row.Width()).String(), t.head()+i, first)
	}
	if rest := len(t.rates) - room; rest > 0 {
		d.add(th.Dim.Render(th.Fit(fmt.Sprintf("  lines %d to %d of %d", first+1, first+room, len(t.rates)), size.W)))
	}
}

// lineName is a line in words.
func lineName(l *line) string { return strings.TrimSuffix(spoken(l.path), " rate") }

// rate writes a rate at its own scale, without zeros at its end where that is
// too wide.
func rate(r listing.Rate) string {
	if !r.Set {
		return ""
	}
	text := money.Group(money.Scaled(r.Value))
	if len(text) >= rateWidth {
		text = money.Group(money.Scaled(money.Trimmed(r.Value, 0)))
	}
	return text
}

// kept says what a line is kept to.
func (t *seekTab) kept(v *View, l *line) string {
	switch name := l.path.String(); {
	case t.holding(l):
		return "held"
	case t.byDiscount() && l.named:
		return "named"
	case !t.byDiscount() && t.by().String() != name:
		return ""
	default:
		if share, ok := t.least(name, v.floor); ok && !v.public {
			return "from " + money.Percent(share)
		}
	}
	return ""
}
