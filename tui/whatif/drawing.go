package whatif

import (
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// drawing is a question as it is drawn: its lines, and what can be pointed at in
// them.
type drawing struct {
	lines []string
	areas []area
}

// area is a run of lines in which something can be pointed at.
type area struct {
	pane.Span
	at func(x, y int) (spot, bool) // y counted from the first of them
}

// spot is what can be pointed at: a row, an X, or a point across and down.
type spot struct {
	at    [2]int
	first int             // the first row that is shown
	kept  [2]chart.Window // what is shown of a picture
}

func (d *drawing) add(lines ...string) { d.lines = append(d.lines, lines...) }

// addArea adds lines in which something can be pointed at.
func (d *drawing) addArea(lines []string, at func(x, y int) (spot, bool)) {
	from := len(d.lines)
	d.add(lines...)
	d.areas = append(d.areas, area{pane.Span{From: from, To: len(d.lines)}, at})
}

// addRow adds a line that is a row as a whole.
func (d *drawing) addRow(line string, row, first int) {
	d.addArea([]string{line}, func(int, int) (spot, bool) { return spot{at: [2]int{row}, first: first}, true })
}

// at is what stands at a place.
func (d *drawing) at(x, y int) (spot, bool) {
	for _, a := range d.areas {
		if a.Has(y) && y < len(d.lines) {
			return a.at(x, y-a.From)
		}
	}
	return spot{}, false
}

// Click is the left button at a place inside the frame: it goes to a question by
// its name, to a row or a point of a picture, and does what there is to do on the
// second click.
func (v *View) Click(ctx pane.Context, w, h, x, y int) Intent {
	if v.Typing() {
		return Intent{}
	}
	if y == 0 {
		return v.clickTab(ctx.Theme, x)
	}
	if v.behind || v.off {
		return Intent{}
	}
	iw, ih := theme.PanelInner(w, h)
	d := v.current().draw(v, &ctx, pane.Size{W: iw, H: ih - 1})
	s, ok := d.at(x, y-1)
	if !ok || x < 0 || x >= iw || y >= ih {
		return Intent{}
	}
	return v.current().click(v, s)
}

// clickTab goes to the question whose name is at a column of the first line.
func (v *View) clickTab(th *theme.Theme, x int) Intent {
	_, places := v.tabs(th)
	for i, p := range places {
		if p.Has(x) && Tab(i) != v.tab {
			return v.turn(Tab(i) - v.tab)
		}
	}
	return Intent{}
}

// try does what an act stands for, or says why it cannot.
func (v *View) try(act Act) Intent {
	if why := v.Off(act); why != "" {
		return Intent{Do: Refuse, What: why}
	}
	return v.Do(act)
}
