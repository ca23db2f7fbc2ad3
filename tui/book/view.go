package book

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/money"
	"termsheet/model/whatif/book"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// View draws the pane.
func (p *Pane) View(ctx pane.Context, size pane.Size) pane.Box {
	th := ctx.Theme
	box := pane.Box{Title: "Book: " + th.Clean(p.name), Right: "stopped"}
	switch {
	case p.running:
		box.Right = p.share()
	case p.stale:
		box.Right = "called off, out of date"
	case p.kept != "":
		box.Right = p.kept + ", figures as read before"
	case p.err != nil:
	case p.report != nil:
		last := p.report.To - 1
		box.Right = p.report.From.Month() + " to " + last.Month()
	}
	switch {
	case p.report != nil:
		p.told(th, size, &box)
	case p.running:
		box.Lines = []string{p.bar(th, size.W)}
	case p.err != nil:
		box.Lines = append(pane.Paragraph(th, th.Bad, p.err.Error(), size.W), pane.Paragraph(th, th.Text, p.fix, size.W)...)
	default:
		box.Lines = []string{th.Text.Render(th.Fit("Called off before its end; :book goes through it again.", size.W))}
	}
	return box
}

// share is how far the run is, in words.
func (p *Pane) share() string {
	if p.size <= 0 {
		return "working it out"
	}
	return fmt.Sprintf("working it out: %d %%", min(p.read*100/p.size, 100))
}

// bar is how far the run is, as a bar.
func (p *Pane) bar(th *theme.Theme, w int) string {
	const most = 40
	cells := min(most, w/2)
	done := 0
	if p.size > 0 {
		done = int(min(p.read*int64(cells)/p.size, int64(cells)))
	}
	row := pane.NewRow(th).Add(th.Covered, strings.Repeat(th.Glyphs.Covered, done)).Add(th.Idle, strings.Repeat(th.Glyphs.Idle, cells-done))
	text := "  " + pane.Counted(p.rows, "row") + "  "
	row.Left(th.Text, text, min(len(text), w-row.Width()))
	if esc := "esc calls it off"; row.Width()+len(esc) <= w {
		row.Add(th.Key, esc[:3]).Add(th.Dim, esc[3:])
	}
	return row.Gap(w - row.Width()).String()
}

// The room that the parts need.
const (
	besideW    = 64 // from here on chart and list stand beside each other
	listW      = 40
	gapW       = 3
	leastChart = 5
	twoFacts   = 110 // from here on two facts stand on a line
	leftFacts  = 43  // percent of it
	nameWidth  = 12
)

// told is what the book says: the facts, the step by month, the worst hit.
func (p *Pane) told(th *theme.Theme, size pane.Size, box *pane.Box) {
	box.Lines = p.facts(th, size.W)
	room := size.H - len(box.Lines)
	if size.W < besideW {
		for _, l := range p.worst(th, pane.Size{W: size.W, H: room}, box) {
			box.Add(l)
		}
		return
	}
	if room < 2 {
		return
	}
	list := p.worst(th, pane.Size{W: listW, H: room}, box)
	left := pane.Size{W: size.W - listW - gapW, H: room}
	picture := p.steps(th, left)
	for i := range room {
		line := pane.Line{Text: strings.Repeat(" ", left.W), Row: -1}
		if i < len(picture) {
			line.Text = picture[i]
		}
		if i < len(list) {
			line.Text += strings.Repeat(" ", gapW) + list[i].Text
			line.Row, line.Cells = list[i].Row, []pane.Span{{From: left.W + gapW, To: size.W}}
		}
		box.Add(line)
	}
}

// facts are what is asked first: a line each, or two where there is room.
func (p *Pane) facts(th *theme.Theme, w int) []string {
	r := p.report
	write := func(style theme.Style, name, text string, w int) string {
		return pane.NewRow(th).Left(th.Dim, name, nameWidth).Left(style, th.Clean(text), w-nameWidth-1).Gap(1).String()
	}
	left, right := w, w
	if w >= twoFacts {
		left = w * leftFacts / 100
		right = w - left
	}
	out := []string{
		write(th.Text, "agreements", fmt.Sprintf("%s of %s", pane.Counted(r.Agreements, "row"), accounts(r.Accounts)), left),
		write(th.Text, "affected", affected(r, left-nameWidth-1), left),
	}
	beside := []string{
		write(th.Strong, "revenue", revenue(r, right-nameWidth), right),
		write(th.Text, "an account", fmt.Sprintf("p50 %s   p95 %s", r.P50.Signed(), r.P95.Signed()), right),
	}
	if left < w {
		out[0], out[1] = out[0]+beside[0], out[1]+beside[1]
	} else {
		out = append(out, beside...)
	}
	if r.Skipped > 0 {
		out = append(out, write(th.Warn, "left out", fmt.Sprintf("%s; %s", pane.Counted(r.Skipped, "row"), r.Bad[0]), w))
	}
	return out
}

// affected says how many accounts are, and from when on: each month where that
// fits.
func affected(r *book.Report, w int) string {
	if r.Affected == 0 {
		return "no account"
	}
	var months []string
	var most book.Month
	for _, m := range r.Months {
		if m.Affected > 0 {
			months = append(months, fmt.Sprintf("%s: %s", m.First.Month(), pane.Many(m.Affected)))
		}
		if m.Affected > most.Affected {
			most = m
		}
	}
	text := accounts(r.Affected)
	if all := text + ", from " + strings.Join(months, "  "); len(all) <= w {
		return all
	}
	text += ","
	if first := fmt.Sprintf(" from %s on,", months[0][:len("2026-01")]); len(text)+len(first)+len(" most from 2026-01 (100)") <= w {
		text += first
	}
	text += " most from " + most.First.Month()
	if share := fmt.Sprintf(" (%s)", pane.Many(most.Affected)); len(text)+len(share) <= w {
		text += share
	}
	return text
}

// revenue is the step in all, without cents where those have no room.
func revenue(r *book.Report, w int) string {
	step := (r.After - r.Before).Signed() + rise(r)
	text := fmt.Sprintf("%s, from %s to %s", step, r.Before.Grouped(), r.After.Grouped())
	if len(text) > w {
		text = fmt.Sprintf("%s, from %s to %s", step, pane.Dollars(r.Before, w), pane.Dollars(r.After, w))
	}
	if len(text) > w {
		return step
	}
	return text
}

// rise is the change as a share of what was, where there was anything.
func rise(r *book.Report) string {
	if r.Before == 0 {
		return ""
	}
	share := (r.After - r.Before).Decimal().Shift(2).DivRound(r.Before.Decimal(), 1)
	sign := ""
	if share.GreaterThan(decimal.Zero) {
		sign = "+"
	}
	return fmt.Sprintf(" (%s%s %%)", sign, share.StringFixed(1))
}

// steps draws what each month brings more.
func (p *Pane) steps(th *theme.Theme, size pane.Size) []string {
	if size.H < leastChart {
		return nil
	}
	head := th.Dim.Render(th.Fit("more each month, "+pane.InWhole, size.W))
	v := chart.Bars{Label: func(v int64) string { return pane.Whole(money.Amount(v), 9) }}
	for i, m := range p.report.Months {
		label, january := pane.MonthLabel(m.First)
		v.Bars = append(v.Bars, chart.Bar{Label: label, Major: i == 0 || january, Value: int64(m.After - m.Before)})
	}
	return append([]string{head}, v.Lines(size.W, size.H-1, th)...)
}

// worst lists the accounts with the largest rises, those around the cursor where
// not all fit.
func (p *Pane) worst(th *theme.Theme, size pane.Size, box *pane.Box) []pane.Line {
	const fromWidth, riseWidth = 9, 14
	list := p.report.Worst
	if size.H < 2 {
		return nil
	}
	if len(list) == 0 {
		return []pane.Line{{Text: th.Dim.Render(th.Fit("nobody pays more", size.W)), Row: -1}}
	}
	name := size.W - 2 - fromWidth - riseWidth
	head := pane.NewRow(th).Left(th.Dim, "  worst hit", name+2).Right(th.Dim, "more", riseWidth)
	out := []pane.Line{{Text: head.Right(th.Dim, "from", size.W-head.Width()).String(), Row: -1}}
	room := size.H - 1
	first := p.window.Scroll(p.at, p.at, len(list), room)
	box.First = first
	for i := first; i < min(first+room, len(list)); i++ {
		style, sign := th.Text, "  "
		if i == p.at {
			style, sign = th.Strong, th.Glyphs.Pointer+" "
		}
		row := pane.NewRow(th).Add(style, sign).Left(style, th.Clean(list[i].Name), name).Right(style, list[i].Delta.Signed(), riseWidth)
		out = append(out, pane.Line{Text: row.Right(style, list[i].First.Month(), size.W-row.Width()).String(), Row: i, Cells: []pane.Span{{From: 0, To: size.W}}})
	}
	return out
}
