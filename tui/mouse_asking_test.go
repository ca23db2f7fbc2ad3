package tui_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestClickQuestions goes where the pointer is in each question, and does on the
// second click what there is to do.
func TestClickQuestions(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for _, c := range []struct {
			name, scenario, keys string
			click                string
			dx                   int
			one, two             []string
		}{
			{"best, a bar", "covered-baseline", "w", "★10", 1, []string{"X 8 → [10]"}, []string{"m5.large annual 10; this deal", "X 10"}},
			{"best, the load", "covered-baseline", "w", "▲▲▲▲", 2, []string{"X 8 → [10]"}, []string{"m5.large annual 10; this deal"}},
			{"best, as it is", "covered-baseline", "w", "▲─", 0, []string{"that is what the deal has"}, nil},
			{"seek, an answer", "covered-baseline", "w tab 9 0 0 0 0", "89,634.40", 2, []string{"▸             3%"}, []string{"discount 3%; this deal"}},
			{"seek, a line", "covered-baseline", "w tab 9 0 0 0 0", "m5.large hourly", 3, []string{"▸ m5.large hourly"}, []string{"1 line held"}},
			{"sweep, a bar", "covered-baseline", "w tab tab y ctrl+u enter", " 10 ", 1, []string{"at m5.large annual 10"}, []string{"m5.large annual 10; this deal"}},
			{"tornado", "covered-baseline", "w tab tab tab", "m5.xlarge running", 40, []string{"▸ m5.xlarge running"}, []string{"▸ m5.xlarge "}},
		} {
			t.Run(fmt.Sprintf("%s %dx%d", c.name, size[0], size[1]), func(t *testing.T) {
				p := withMouse(t, c.scenario, size[0], size[1], c.keys)
				x, y := p.where(c.click)
				p.at(x+c.dx, y)
				p.sees(c.one...)
				p.at(x+c.dx, y)
				p.sees(c.two...)
			})
		}
	}
}

// TestClickGrid takes the point in hand that is pointed at, where the grid does
// not fit, too: it stays where it is, so that a second click meets the same.
func TestClickGrid(t *testing.T) {
	for _, size := range [][2]int{{70, 18}, {80, 24}, {120, 40}} {
		p := withMouse(t, "covered-baseline", size[0], size[1], "w tab tab")
		x, y := p.where("[░")
		for _, d := range [][2]int{{2, 2}, {12, -3}, {-9, 1}} {
			before := p.head("0  1 ", "0    1 ")
			p.at(x+d[0], y+d[1])
			if after := p.head("0  1 ", "0    1 "); after != before {
				t.Errorf("%v: the grid moves from %q to %q", size, before, after)
			}
			if now, at := strings.Split(p.Text(), "\n")[y+d[1]], "["; !strings.Contains(now, at) {
				t.Errorf("%v: the point is not where the pointer is: %q", size, now)
			}
		}
		point, _, _ := strings.Cut(p.told(), ",")
		p.at(x-9, y+1)
		p.sees("✓ " + point)
	}
}

// head is the line of the screen that has one of some texts.
func (p pointer) head(texts ...string) string {
	for _, line := range strings.Split(p.Text(), "\n") {
		for _, text := range texts {
			if strings.Contains(line, text) {
				return line
			}
		}
	}
	return ""
}

// told is what the screen says about the point in hand.
func (p pointer) told() string {
	p.Helper()
	_, behind, found := strings.Cut(p.Text(), "  at ")
	if !found {
		p.Fatalf("no point is in hand:\n%s", p.Text())
	}
	text, _, _ := strings.Cut(behind, "  ")
	return text
}

// TestClickHints presses the key of a hint that is clicked, each of several.
func TestClickHints(t *testing.T) {
	p := withMouse(t, "covered-baseline", 120, 40, "w")
	p.click("left right X", 5)
	p.sees("X 8 → [9]")
	p.click("left right X", 0)
	p.click("left right X", 1)
	p.sees("X 8 → [7]")
	p.click("left right X", 11)
	p.click("b cheapest", 3)
	p.sees("X 8 → [10]")
	press(t, p.Stage, "tab tab")
	p.click("[ ] across", 2)
	p.sees("across  m5.xlarge annual")
	p.click("[ ] across", 0)
	p.sees("across  m5.large annual")
}

// TestClickBook goes to an account that is hit, and not beside the list.
func TestClickBook(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {60, 20}} {
		p := pointer{t, laid(t, size[0], size[1], "")}
		line(t, p.Stage, ":mouse on")
		p.click("cedar", 1)
		p.sees("▸ cedar")
		p.click("cedar", 1)
		p.sees("▸ cedar")
		x, y := p.where("▸ cedar")
		p.at(x, y+1)
		p.lacks("▸ cedar")
		if size[0] >= 80 {
			p.at(4, y)
			p.lacks("▸ cedar")
		}
	}
}
