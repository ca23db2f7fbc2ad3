package tui_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"termsheet/tui/play"
)

// pointer is a mouse over a stage.
type pointer struct {
	*testing.T
	*play.Stage
}

// withMouse puts a scenario on a screen with the mouse taken.
func withMouse(t *testing.T, scenario string, w, h int, keys string) pointer {
	t.Helper()
	s := stage(t, open(t, scenario), w, h)
	press(t, s, keys)
	if err := s.Line(":mouse on"); err != nil {
		t.Fatal(err)
	}
	return pointer{t, s}
}

// where looks for the first of some texts on the screen as it is drawn.
func (p pointer) where(text string) (x, y int) {
	p.Helper()
	for y, line := range strings.Split(p.Text(), "\n") {
		if before, _, found := strings.Cut(line, text); found {
			return ansi.StringWidth(before), y
		}
	}
	p.Fatalf("%q is not on the screen:\n%s", text, p.Text())
	return 0, 0
}

// click presses the left button dx cells behind the beginning of a text.
func (p pointer) click(text string, dx int) {
	p.Helper()
	x, y := p.where(text)
	p.at(x+dx, y)
}

func (p pointer) at(x, y int) {
	p.Helper()
	p.tell(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	p.tell(tea.MouseReleaseMsg{X: x, Y: y})
}

func (p pointer) tell(msg tea.Msg) {
	p.Helper()
	if err := p.Send(msg); err != nil {
		p.Fatal(err)
	}
}

func (p pointer) wheel(text string, button tea.MouseButton) {
	p.Helper()
	x, y := p.where(text)
	p.tell(tea.MouseWheelMsg{X: x, Y: y, Button: button})
}

func (p pointer) sees(texts ...string) {
	p.Helper()
	wantOn(p.T, p.Stage, texts...)
}

func (p pointer) lacks(text string) {
	p.Helper()
	if strings.Contains(p.Text(), text) {
		p.Errorf("%q is on the screen:\n%s", text, p.Text())
	}
}

// mouseScreens are the arrangements whose places differ: three sizes, one pane
// alone, and the wider spaces of the presenter view.
var mouseScreens = []struct {
	name string
	w, h int
	keys string
}{
	{"80x24", 80, 24, ""}, {"120x40", 120, 40, ""}, {"200x60", 200, 60, ""}, {"60x15", 60, 15, ""}, {"70x50", 70, 50, ""},
	{"80x24 zoomed", 80, 24, "z"}, {"120x40 zoomed", 120, 40, "z"}, {"200x60 zoomed", 200, 60, "z"},
	{"120x40 presenter", 120, 40, "f5"}, {"200x60 presenter", 200, 60, "f5"},
}

// TestClickCells puts the cursor on the row and the cell that the pointer is on,
// and opens the field with a second click.
func TestClickCells(t *testing.T) {
	for _, c := range mouseScreens {
		t.Run(c.name, func(t *testing.T) {
			p := withMouse(t, "covered-baseline", c.w, c.h, c.keys)
			p.click("6|2", 1)
			p.sees("▸ m5.2xlarge", "[6|2]")
			p.click("c6i.xlarge", 3) // beside all cells: the row alone
			p.sees("▸ c6i.xlarge")
			p.lacks("[6|2]")
			p.click("6|2", 0)
			p.click("[6|2]", 2)
			p.sees("m5.2xlarge running is 6@30% 2@70%; ")
			press(t, p.Stage, "7")
			p.click("7_]", 0) // into the field that is typed into
			p.sees("this deal would be")
			p.click("m5.large", 1) // elsewhere: the value is kept
			p.sees("m5.2xlarge running 6@30% 2@70% → 7", "▸ m5.large")
		})
	}
}

// TestClickTerms does so in the contract, whose rows are of several kinds.
func TestClickTerms(t *testing.T) {
	for _, c := range mouseScreens {
		t.Run(c.name, func(t *testing.T) {
			p := withMouse(t, "overage", c.w, c.h, c.keys+" tab shift+tab")
			p.click("horizon", 2)
			p.sees("▸", "[12 months]")
			p.click("hosts", 2)
			p.sees("▸ hosts")
			p.click(" 4%", 1)
			p.sees("[4%]")
		})
	}
}

// TestRefusedStays keeps a value that is refused in its field, wherever the
// pointer goes.
func TestRefusedStays(t *testing.T) {
	p := withMouse(t, "covered-baseline", 120, 40, "")
	press(t, p.Stage, "enter - 9")
	p.click("Timeline", 1)
	p.sees("-9 would make it -1", "-9_]", "╭▸ Instance mix")
	p.wheel("m5.2xlarge", tea.MouseWheelDown)
	p.sees("-9_]")
	p.click("leave it", 1)
	p.sees("[8]", "kept as it was")
}

// TestClickFigures selects a figure, and tells with a second click where it
// comes from.
func TestClickFigures(t *testing.T) {
	p := withMouse(t, "covered-baseline", 120, 40, "")
	p.click("commitments", 1)
	p.sees("╭▸ Cost")
	p.click("commitments", 1)
	p.sees("paid when a term begins")
}

// TestClickTime moves the day cursor to where the pointer is, column by column:
// its head stands there then.
func TestClickTime(t *testing.T) {
	for _, c := range []struct {
		w, h int
		keys string
	}{{80, 24, ""}, {120, 40, ""}, {200, 60, ""}, {120, 40, ": type:\"focus timeline\" enter z"}, {200, 60, ": type:\"focus timeline\" enter f5"}} {
		t.Run(fmt.Sprintf("%dx%d %s", c.w, c.h, c.keys), func(t *testing.T) {
			p := withMouse(t, "covered-baseline", c.w, c.h, c.keys)
			x0, y := p.where("use  ")
			shown := 0
			for x := x0; x < c.w; x++ {
				before := p.App().Session().Day()
				p.at(x, y)
				day := p.App().Session().Day()
				if line := strings.Split(p.Text(), "\n")[y-2]; day != before {
					if head, _, found := strings.Cut(line, "▼"); found && ansi.StringWidth(head) != x {
						t.Errorf("a click at column %d puts the cursor at %d", x, ansi.StringWidth(head))
					} else if found {
						shown++
					}
				}
			}
			if shown < c.w/3 {
				t.Errorf("the head of the cursor is seen at %d columns", shown)
			}
		})
	}
}

// TestDrag follows the button that is held down, also beside the lanes.
func TestDrag(t *testing.T) {
	p := withMouse(t, "covered-baseline", 120, 40, "")
	x, y := p.where("use  ")
	p.tell(tea.MouseClickMsg{X: x + 40, Y: y, Button: tea.MouseLeft})
	first := p.App().Session().Day()
	p.tell(tea.MouseMotionMsg{X: x + 60, Y: y - 20, Button: tea.MouseLeft})
	second := p.App().Session().Day()
	p.tell(tea.MouseMotionMsg{X: 0, Y: y, Button: tea.MouseLeft})
	left := p.App().Session().Day()
	p.tell(tea.MouseReleaseMsg{X: 0, Y: y})
	p.tell(tea.MouseMotionMsg{X: x + 60, Y: y, Button: tea.MouseLeft})
	start, _ := p.App().Session().Span()
	if !(first < second && left == start && p.App().Session().Day() == left) {
		t.Errorf("dragging goes to %s, %s, %s and stays at %s", first, second, left, p.App().Session().Day())
	}
	p.sees(left.String(), "╭▸ Timeline")
}

// TestClickCharts goes to the month at the pointer: a label of the axis begins
// at the first of its month, and below a bar stands its own.
func TestClickCharts(t *testing.T) {
	for _, c := range []struct {
		w, h        int
		scenario    string
		keys, label string
		want        string
	}{
		{120, 40, "covered-baseline", "", "Jul", "2027-07-01"},
		{200, 60, "covered-baseline", "", "2028", "2028-01-01"},
		{80, 24, "covered-baseline", ": type:\"focus chart\" enter z", "2028", "2028-01-01"},
		{120, 40, "covered-baseline", "i", "2028", "2028-01-01"},
		{200, 60, "price-rise-existing", "i i", "Jul", "2027-07-01"},
	} {
		t.Run(fmt.Sprintf("%dx%d %s", c.w, c.h, c.keys), func(t *testing.T) {
			p := withMouse(t, c.scenario, c.w, c.h, c.keys)
			p.click(c.label, 0)
			if day := p.App().Session().Day().String(); day != c.want {
				t.Errorf("a click at %s goes to %s, want %s\n%s", c.label, day, c.want, p.Text())
			}
			p.sees("╭▸ ", c.want)
		})
	}
	// In the tall chart pane the invoices stand below, with an axis of their own.
	p := withMouse(t, "covered-baseline", 200, 60, "")
	_, y := p.where("Invoices by month")
	for i, line := range strings.Split(p.Text(), "\n") {
		if before, _, found := strings.Cut(line, "2028"); i > y && found {
			p.at(ansi.StringWidth(before), i)
			break
		}
	}
	if day := p.App().Session().Day().String(); day != "2028-01-01" {
		t.Errorf("a click on the bars goes to %s", day)
	}
}

// TestClickBars does what the hints say, shows the variants of the second line,
// and goes to the panes of the tabs.
func TestClickBars(t *testing.T) {
	p := withMouse(t, "covered-baseline", 120, 40, "")
	press(t, p.Stage, "esc")
	p.click("more  - less", 1)
	p.sees("m5.large annual 8 → 9")
	p.click("Hourly only", 3)
	p.sees("▸Hourly only", "Hourly only (2 of 4)")
	p.click("? help", 0)
	p.sees("╭▸ Keys and commands")
	p.click("esc back", 1)
	p.lacks("Keys and commands")

	p = withMouse(t, "covered-baseline", 80, 24, "z")
	p.click("timeline", 1)
	p.sees("▸timeline", "╭▸ Timeline")
	press(t, p.Stage, "z")
	p.click("compare", 0) // in the only line there is, but for a message
	p.sees("╭▸ Compare")
	press(t, p.Stage, "esc +")
	p.sees("no value at the cursor")
	p.click("no value", 1) // and come back with a click on the message
	p.sees("arrows move")

	p = withMouse(t, "covered-baseline", 80, 24, "+")
	p.click("base 1/4", 0)
	p.sees("Hourly only (2 of 4)")

	p = withMouse(t, "a-new-model", 120, 40, "")
	p.click("finding", 2)
	p.sees("╭▸ Findings")
}

// TestClickOverlay goes through lists and sheets; beside one nothing that is
// typed is lost.
func TestClickOverlay(t *testing.T) {
	p := withMouse(t, "covered-baseline", 120, 40, "")
	press(t, p.Stage, "o")
	p.click("Month to month against 36 months", 2)
	p.sees("▸ Month to month against 36 months")
	p.wheel("Month to month against 36 months", tea.MouseWheelDown)
	p.lacks("▸ Month to month against 36 months")
	p.click("Month to month against 36 months", 2)
	p.click("Month to month against 36 months", 2)
	p.sees("Month to month against 36 months")

	// What is off says so, and another can be chosen.
	p = withMouse(t, "covered-baseline", 120, 40, "? type:undo")
	p.click("off: nothing", 0)
	p.click("off: nothing", 0)
	p.sees("! undo: nothing has been changed", "filter: undo_")

	// What was scrolled stays where it is, so that a second click meets the same.
	p = withMouse(t, "covered-baseline", 80, 24, "? pgdown pgdown")
	_, last := p.where("esc back")
	p.at(20, last-8)
	p.at(20, last-8)
	p.lacks("Keys and commands")

	p = withMouse(t, "covered-baseline", 120, 40, "")
	press(t, p.Stage, `: type:"set m5.large"`)
	p.at(1, 1)
	p.sees(": set m5.large_")
	press(t, p.Stage, "ctrl+u")
	p.at(1, 1)
	p.lacks("╭▸ Command")

	press(t, p.Stage, "e")
	p.sees("╭▸")
	p.wheel("charges", tea.MouseWheelDown)
	p.at(0, 3)
	p.sees("╭▸ Instance mix")

	press(t, p.Stage, "c")
	p.click("Hourly only", 2)
	p.click("commitments", 2)
	p.sees("▸ commitments", "▸Hourly only")
	p.click("enter show", 2)
	p.sees("▸Hourly only 131")
}

// TestClickWhatIf goes to another question, and does what the hints say.
func TestClickWhatIf(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		p := withMouse(t, "covered-baseline", size[0], size[1], "w")
		p.click("Goal seek", 3)
		p.sees("▸Goal seek")
		p.click("esc back", 1)
		p.lacks("Goal seek")
	}
}

// TestWheel goes through the rows of the pane under the pointer.
func TestWheel(t *testing.T) {
	p := withMouse(t, "covered-baseline", 120, 40, "")
	p.wheel("m5.large", tea.MouseWheelDown)
	p.wheel("m5.large", tea.MouseWheelDown)
	p.sees("▸ m5.2xlarge")
	p.wheel("m5.large", tea.MouseWheelUp)
	p.sees("▸ m5.xlarge")
	p.wheel("commitments", tea.MouseWheelDown)
	p.sees("╭▸ Cost")
	press(t, p.Stage, `: type:"show charges" enter`)
	p.wheel("2026-12-01", tea.MouseWheelDown)
	p.sees("4 to ") // three lines of a text at a time
}

// TestMouseOff leaves the mouse to the terminal until it is asked for.
func TestMouseOff(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 120, 40)
	mode := func() tea.MouseMode { return s.App().View().MouseMode }
	p := pointer{t, s}
	p.click("Timeline", 1)
	p.sees("╭▸ Instance mix")
	if mode() != tea.MouseModeNone {
		t.Error("the mouse is taken at the start")
	}
	press(t, s, "m")
	p.sees("the mouse works here", "m gives it back")
	if mode() == tea.MouseModeNone {
		t.Error("m does not take the mouse")
	}
	press(t, s, "m")
	p.sees("the mouse is the terminal's again")
	if mode() != tea.MouseModeNone {
		t.Error("m does not give the mouse back")
	}
	for line, want := range map[string]string{":mouse on": "works here", ":mouse off": "terminal's again", ":mouse perhaps": "write mouse on or mouse off, not perhaps"} {
		if err := s.Line(line); err != nil {
			t.Fatal(err)
		}
		p.sees(want)
	}
}

// TestMouseAnywhere clicks and turns the wheel at every place of some screens:
// nothing breaks.
func TestMouseAnywhere(t *testing.T) {
	for _, c := range mouseScreens[:4] {
		for _, keys := range []string{"", "f5", "c", "w", "?", "e", ": type:x", "12", "i i", "$"} {
			p := withMouse(t, "just-below-the-bracket", c.w, c.h, keys)
			for y := 0; y < c.h; y += 3 {
				for x := y % 5; x < c.w; x += 11 {
					p.at(x, y)
					p.tell(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown})
				}
			}
			if lines := strings.Split(strings.TrimSuffix(p.Screen(), "\n"), "\n"); len(lines) != c.h {
				t.Errorf("%s after %q: %d lines", c.name, keys, len(lines))
			}
		}
	}
}
