package tui

import (
	tea "charm.land/bubbletea/v2"

	"termsheet/model/calendar"
	"termsheet/tui/compare"
	"termsheet/tui/input"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// setMouse takes the mouse from the terminal, or gives it back: on, off, or the
// other.
func setMouse(a *App, args []string) (tea.Cmd, error) {
	on, err := onOrOff("mouse", args, a.mouse)
	if err != nil {
		return nil, err
	}
	a.mouse, a.drag = on, nil
	if on {
		a.say(done, "the mouse works here: click, again to change, drag in time; %s gives it back", a.keyFor("mouse"))
	} else {
		a.say(done, "the mouse is the terminal's again, to select and copy")
	}
	return nil, nil
}

// drag is a button that is held down where time is drawn: the pane, and the line
// in it, whatever line the pointer is on by now.
type drag struct {
	pane Pane
	line int
}

// wheels are the buttons of the wheel as moves.
var wheels = map[tea.MouseButton]pane.Verb{
	tea.MouseWheelUp: pane.Up, tea.MouseWheelDown: pane.Down, tea.MouseWheelLeft: pane.Left, tea.MouseWheelRight: pane.Right,
}

// pointed routes what the mouse does. What stands at a place is told by what
// drew it there.
func (a *App) pointed(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	l := a.layout()
	if !a.mouse || l.small {
		return nil
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		if v, ok := wheels[m.Button]; ok {
			a.wheel(l, v, m.X, m.Y)
		}
	case tea.MouseClickMsg:
		if m.Button == tea.MouseLeft {
			return a.click(l, m.X, m.Y)
		}
	case tea.MouseMotionMsg:
		a.dragTo(l, m.X)
	case tea.MouseReleaseMsg:
		a.drag = nil
	}
	return nil
}

// click is a press of the left button.
func (a *App) click(l layout, x, y int) tea.Cmd {
	a.drag, a.count = nil, 0
	last := y == a.h-1
	switch {
	case a.overlay != nil && last && !a.overlaySays():
		return a.clickHint(a.overlayHints(a.w), x)
	case a.overlay != nil:
		return a.clickOverlay(x, y)
	case a.spreads() && y >= a.h-2:
		a.message = message{} // which covers what stands there
		return nil
	case l.footer != l.status && l.footer.has(x, y):
		return a.clickHint(a.hints(l.footer.w), x)
	case l.status.has(x, y):
		hints := a.status(l.status.w, l.status != l.footer)
		a.message = message{} // the hints come back where it stood
		return a.clickHint(hints, x)
	case y == l.header.y:
		return a.clickHint(a.titleLine(l.header.w), x)
	case y < l.header.y+l.header.h:
		a.clickVariant(l, x)
		return nil
	case a.asking:
		a.message = message{}
		a.carryOut(a.whatif.Click(a.askingContext(), l.body.w, l.body.h, x-l.body.x-theme.PanelLeft, y-l.body.y-theme.PanelTop))
		return nil
	case l.paged && l.tabs.has(x, y):
		if p, ok := a.tabs(l.tabs.w).find(x); ok && a.keepsTyped() {
			a.message = message{}
			a.focusOn(Pane(p.at))
		}
		return nil
	}
	if p, ok := l.at(x, y); ok {
		return a.clickPane(l, p, x, y)
	}
	return nil
}

// clickHint presses the key of a hint.
func (a *App) clickHint(b bar, x int) tea.Cmd {
	if p, ok := b.find(x); ok {
		if key, ok := input.Named(p.key); ok {
			return a.press(key)
		}
	}
	return nil
}

// clickVariant shows the variant that is named in the second line.
func (a *App) clickVariant(l layout, x int) {
	p, ok := a.variantLine(l.header.w).find(x)
	if !ok || !a.keepsTyped() {
		return
	}
	if a.asking && a.session.Trying() { // what is tried belongs to the variant before
		a.session.EndPreview()
		a.whatif.Reset()
	}
	a.session.ShowVariant(a.session.Variants()[p.at].Scenario.Variant)
	a.sayVariant()
}

// keepsTyped keeps a value that is being typed, as moving on with a key does;
// false where it is refused.
func (a *App) keepsTyped() bool { return a.typing == nil || a.keepTyped() }

// rowed is a pane with a cursor in rows and cells.
type rowed interface {
	Cursor(*session.Session, pane.Size) (row, cell int)
	Point(row, cell, first int)
}

// seconds is what a click on the place of the cursor does: what enter does there,
// if anything.
var seconds = map[Pane]string{Mix: "type", Terms: "type", Costs: "explain"}

// clickPane focuses a pane and puts its cursor where the pointer is. On a place
// where both are already it opens what stands there.
func (a *App) clickPane(l layout, p Pane, x, y int) tea.Cmd {
	box, dx, dy := a.boxAt(l, p)
	row, cell, onRow := box.At(x-dx, y-dy)
	rows, hasRows := a.pane(p).(rowed)
	if p == a.focus && onRow && hasRows {
		atRow, atCell := rows.Cursor(a.session, a.inner(p))
		if row == atRow && cell == atCell {
			if does := seconds[p]; does != "" && a.typing == nil {
				return a.run(a.byID(does), nil)
			}
			return nil
		}
	}
	if !a.keepsTyped() {
		return nil
	}
	said := a.message
	a.message = message{}
	if onRow && hasRows {
		rows.Point(row, cell, box.First)
	}
	a.focusOn(p)
	if day, inside := dayAt(box, x-dx, y-dy); inside {
		a.drag = &drag{p, y - dy}
		a.moveDay(p, day)
		return nil
	}
	if said.tone == done { // what was typed and kept
		a.message = said
	}
	return nil
}

// focusOn puts the focus on a pane.
func (a *App) focusOn(p Pane) {
	a.focus = p
	a.moves[p]++
	a.noteKey()
}

// boxAt is a pane as it is drawn, and where on the screen its inside begins.
func (a *App) boxAt(l layout, p Pane) (box *pane.Box, x, y int) {
	r := l.pane[p]
	a.draw(p, r)
	w, h := theme.PanelInner(r.w, r.h)
	dx, dy := a.margin(p, pane.Size{W: w, H: h})
	return &a.cache[p].box, r.x + theme.PanelLeft + dx, r.y + theme.PanelTop + dy
}

func dayAt(box *pane.Box, x, y int) (calendar.Day, bool) {
	if box.Days == nil {
		return 0, false
	}
	return box.Days(x, y)
}

// moveDay puts the day cursor on a day of the timeline, or on a month of a chart.
func (a *App) moveDay(p Pane, day calendar.Day) {
	if p == Chart {
		day = day.FirstOfMonth()
	}
	a.session.MoveTo(day)
	a.sayDay()
}

// dragTo moves the day cursor with a button that is held down.
func (a *App) dragTo(l layout, x int) {
	if a.drag == nil || l.pane[a.drag.pane].h == 0 || a.overlay != nil {
		return
	}
	box, dx, _ := a.boxAt(l, a.drag.pane)
	if box.Days != nil {
		day, _ := box.Days(x-dx, a.drag.line)
		a.moveDay(a.drag.pane, day)
	}
}

// wheel moves in what is under the pointer. A value that is being typed stays.
func (a *App) wheel(l layout, v pane.Verb, x, y int) {
	switch p, onPane := l.at(x, y); {
	case a.overlay != nil && a.overlay.sheet != nil:
		lines := wheelLines
		if _, points := a.overlay.sheet.(pointing); points {
			lines = 1 // its cursor
		}
		if _, compared := a.overlay.sheet.(*compare.Sheet); compared {
			a.move(v)
			return
		}
		for range lines {
			a.overlay.sheet.Press(verbKeys[v], a.overlaySize())
		}
	case a.overlay != nil:
		a.overlay.list.Move(v, a.overlayPage())
	case a.asking:
		if !a.whatif.Typing() && !a.whatif.Behind() {
			a.run(a.byID(verbKeys[v]), nil)
		}
	case onPane && a.typing == nil:
		a.count, a.message = 0, message{}
		a.focus = p
		a.move(v)
	}
}

// wheelLines is how far the wheel scrolls a text.
const wheelLines = 3

// verbKeys are the keys that stand for the moves of a wheel.
var verbKeys = map[pane.Verb]string{pane.Up: "up", pane.Down: "down", pane.Left: "left", pane.Right: "right"}

// pointing is a list or a sheet that the pointer can put a cursor in; again
// tells that it stood there already.
type pointing interface {
	Point(row, cell, first int) (again bool)
}

// clickOverlay puts the cursor of an overlay where the pointer is, and on a place
// where it is already does what enter does. Beside it the overlay is left, but
// for one that holds something typed.
func (a *App) clickOverlay(x, y int) tea.Cmd {
	o, r := a.overlay, a.overlayRect()
	if !r.has(x, y) {
		if o.list == nil || o.list.Text() == "" {
			return a.pressNamed("esc")
		}
		return nil
	}
	box := a.overlayBox()
	row, cell, ok := box.At(x-r.x-theme.PanelLeft, y-r.y-theme.PanelTop)
	if in, points := o.face().(pointing); ok && points {
		a.message = message{}
		if in.Point(row, cell, box.First) {
			return a.pressNamed("enter")
		}
	}
	return nil
}

// pressNamed presses a key by its name.
func (a *App) pressNamed(name string) tea.Cmd {
	key, _ := input.Named(name)
	return a.press(key)
}
