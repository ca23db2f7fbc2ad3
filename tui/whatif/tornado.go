package whatif

import (
	"context"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/money"
	"termsheet/model/rules"
	"termsheet/model/whatif"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// tornadoTab ranks the inputs by how far a swing moves the figure.
type tornadoTab struct {
	noField
	by     int // of swings, counted from the usual one
	swings []whatif.Swing
	misfit whatif.OffSchedule // where the offer's schedule does not fit
	now    money.Amount
	err    error
	at     int
	window pane.Window

	names, figures int // how wide the widest of them is
}

// swings are the shares that inputs can be swung by, in percent.
var swings = []int64{20, 25, 30, 40, 50, 1, 2, 5, 10, 15}

func (t *tornadoTab) swing() decimal.Decimal { return decimal.New(swings[t.by], -2) }

func (t *tornadoTab) asks() string { return t.swing().String() }

func (t *tornadoTab) job(v *View, e whatif.Engine, _ *rules.Rulebook) job {
	s, swing := v.scenario, t.swing()
	return func(ctx context.Context, a *Answer) { a.now, a.swings, a.err = e.Tornado(ctx, s, swing) }
}

func (t *tornadoTab) waits(act Act) bool {
	_, moves := verbs[act]
	return moves || act == Take
}

func (t *tornadoTab) off(*View, Act) string { return "" }

func (t *tornadoTab) hear(a Answer) {
	t.swings, t.now, t.err = a.swings, a.now, a.err
	t.misfit = whatif.SwungOff(a.swings)
	t.at = min(t.at, max(len(t.swings)-1, 0))
	t.names, t.figures = 0, leastFigure
	for _, s := range t.swings {
		t.names = max(t.names, theme.Width(spoken(s.Path)))
		t.figures = max(t.figures, theme.Width(t.moved(s.Low)), theme.Width(t.moved(s.High)))
	}
}

// listPage is how many rows the page keys go by.
const listPage = 10

func (t *tornadoTab) do(_ *View, act Act) Intent {
	if verb, ok := verbs[act]; ok {
		t.at = pane.Step(t.at, len(t.swings), listPage, verb)
		return Intent{}
	}
	switch act {
	case Left, Right, Less, More:
		t.by = (t.by + len(swings) + signs[act]) % len(swings)
	case Take:
		if t.at < len(t.swings) {
			return Intent{Do: Go, Path: t.swings[t.at].Path}
		}
	}
	return Intent{}
}

func (t *tornadoTab) draw(v *View, ctx *pane.Context, size pane.Size) (d drawing) {
	th := ctx.Theme
	switch {
	case t.err != nil:
		d.add(plainly(th, th.Bad, size, t.err.Error())...)
		return d
	case len(t.swings) == 0 && v.behind:
		return d
	case len(t.swings) == 0:
		d.add(plainly(th, th.Text, size, "The deal has no number to swing.")...)
		return d
	}
	head := fmt.Sprintf("%s %s, each input %d %% lower and higher", v.heardName(), t.now.Grouped(), swings[t.by])
	cols := t.columns(size.W)
	d.add(th.Text.Render(th.Fit(head, size.W)), cols.legend(th, size.W))
	if t.misfit.Points > 0 && size.H > 12 {
		d.add(offSchedule(th, &t.misfit, size.W))
	}
	room := max(size.H-len(d.lines), 1)
	first := t.window.Scroll(t.at, t.at, len(t.swings), room)
	most := money.Amount(1)
	for _, s := range t.swings {
		most = max(most, abs(t.delta(s.Low)), abs(t.delta(s.High)))
	}
	for i := first; i < min(first+room, len(t.swings)); i++ {
		d.addRow(t.row(th, i, most, cols, size.W), i, first)
	}
	return d
}

// click goes to an input; a second click goes to its field.
func (t *tornadoTab) click(v *View, s spot) Intent {
	if t.at == s.at[0] {
		return v.try(Take)
	}
	t.at, t.window = s.at[0], pane.Pointed(s.at[0], s.first)
	return Intent{}
}

// legend heads the columns, those of the figures with the marks of their bars.
func (c *columns) legend(th *theme.Theme, w int) string {
	row := pane.NewRow(th).Gap(markWidth + c.name)
	if c.value > 0 {
		row.Gap(columnGap).Right(th.Dim, "now", c.value)
	}
	for _, each := range [...]struct {
		style theme.Style
		glyph string
		name  string
	}{{th.Idle, th.Glyphs.Uncovered, "lower"}, {th.Accent, th.Glyphs.Covered, "higher"}} {
		name := " " + each.name
		row.Gap(columnGap+c.figure-len(name)-1).Add(each.style, each.glyph).Add(th.Dim, name)
	}
	return row.Gap(w - row.Width()).String()
}

// delta is how far a swing moves the figure; nothing where it has no price.
func (t *tornadoTab) delta(to money.Amount) money.Amount {
	if to == whatif.None {
		return 0
	}
	return to - t.now
}

func abs(a money.Amount) money.Amount { return max(a, -a) }

// The widths of the mark before a row, of the gap between two columns, of the
// heading of a figure and of a name that is still told from others.
const markWidth, columnGap, leastFigure, leastName = 2, 2, 8, 20

// columns are how wide the parts of a row are: the name of an input, its value
// as it is, each of its two figures and the bar to either side of the middle.
type columns struct{ name, value, figure, half int }

// columns shares a row out. Figures are never cut; values give way where there
// would be no telling the names apart.
func (t *tornadoTab) columns(w int) columns {
	c := columns{figure: t.figures}
	const least = 3 // its heading
	for i := range t.swings {
		s := &t.swings[i]
		c.value = max(c.value, least, min(theme.Width(s.Now(w/8)), w/8))
	}
	const middle = 2
	rest := w - markWidth - 2*(columnGap+c.figure) - middle
	room := rest - 2*(w/12)
	if room-columnGap-c.value < min(t.names, leastName) {
		c.value = 0
	} else {
		room, rest = room-columnGap-c.value, rest-columnGap-c.value
	}
	c.name = max(min(t.names, room), 0)
	c.half = (rest - c.name) / 2
	return c
}

// row is an input with what it moves the figure by, lower and higher, and the
// two bars of that around the figure as it is.
func (t *tornadoTab) row(th *theme.Theme, i int, most money.Amount, cols columns, w int) string {
	s := &t.swings[i]
	low, high := t.delta(s.Low), t.delta(s.High)
	half := cols.half
	style, sign := th.Text, "  "
	if i == t.at {
		style, sign = th.Selection, th.Glyphs.Pointer+" "
	}
	row := pane.NewRow(th).Add(style, sign).Left(style, th.Clean(spoken(s.Path)), cols.name)
	if cols.value > 0 {
		row.Add(style, strings.Repeat(" ", columnGap)).Right(style, th.Clean(s.Now(w/8)), cols.value)
	}
	for _, to := range []money.Amount{s.Low, s.High} {
		row.Gap(columnGap).Right(th.Text, t.moved(to), cols.figure)
	}
	if half > 0 {
		left := bars(th, min(low, 0), min(high, 0), most, half)
		right := bars(th, max(low, 0), max(high, 0), most, half)
		row.Gap(1+half-left.n).Add(left.far, strings.Repeat(left.farGlyph, left.n-left.m)).Add(left.near, strings.Repeat(left.nearGlyph, left.m))
		row.Add(th.Border, th.Glyphs.Vertical)
		row.Add(right.near, strings.Repeat(right.nearGlyph, right.m)).Add(right.far, strings.Repeat(right.farGlyph, right.n-right.m))
	}
	return row.Gap(w - row.Width()).String()
}

// moved writes how far a swing moves the figure.
func (t *tornadoTab) moved(to money.Amount) string {
	switch to {
	case whatif.None:
		return "no price"
	case t.now:
		return "nothing"
	}
	return (to - t.now).Signed()
}

// stretch is one side of a row: what reaches farther shows behind what does
// not.
type stretch struct {
	n, m                int // cells of the farther, of the nearer
	far, near           theme.Style
	farGlyph, nearGlyph string
}

func bars(th *theme.Theme, low, high, most money.Amount, cells int) stretch {
	a, b := barCells(abs(low), most, cells), barCells(abs(high), most, cells)
	if a > b {
		return stretch{a, b, th.Idle, th.Accent, th.Glyphs.Uncovered, th.Glyphs.Covered}
	}
	return stretch{b, a, th.Accent, th.Idle, th.Glyphs.Covered, th.Glyphs.Uncovered}
}

// barCells is how many cells a figure fills; what is there fills one.
func barCells(a, most money.Amount, cells int) int {
	if a == 0 {
		return 0
	}
	return max(int(a.Decimal().Mul(decimal.NewFromInt(int64(cells))).DivRound(most.Decimal(), 0).IntPart()), 1)
}
