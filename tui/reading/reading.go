// Package reading is a sheet with a plain text or a table: what the word show
// prints in line mode, on the screen.
package reading

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"termsheet/model/report"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// Sheet is a text that can be scrolled.
type Sheet struct {
	title string
	lines []string
	first int // the first line that is shown
}

// New puts a text on a sheet.
func New(title, text string) *Sheet {
	return &Sheet{title: title, lines: strings.Split(strings.TrimRight(text, "\n"), "\n")}
}

// Aligned writes a table with its columns below each other.
func Aligned(t pane.Table) string {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 1, 2, ' ', 0)
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		for i, cell := range row {
			if i > 0 {
				fmt.Fprint(w, "\t")
			}
			fmt.Fprint(w, report.Clean(cell))
		}
		fmt.Fprintln(w)
	}
	_ = w.Flush() // into memory
	lines := strings.Split(out.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// moves are the keys that scroll.
var moves = map[string]pane.Verb{
	"up": pane.Up, "down": pane.Down, "k": pane.Up, "j": pane.Down, "pgup": pane.PageUp, "pgdown": pane.PageDown,
	"space": pane.PageDown, "home": pane.Home, "end": pane.End, "g": pane.Home, "G": pane.End,
}

// Press scrolls; false where the key means nothing here.
func (s *Sheet) Press(key string, size pane.Size) bool {
	v, ok := moves[key]
	if ok {
		s.first = pane.Step(min(s.first, s.last(size)), s.last(size)+1, size.H, v)
	}
	return ok
}

// last is the first line on the last page.
func (s *Sheet) last(size pane.Size) int { return max(len(s.lines)-size.H, 0) }

// Rows is how many lines it could use.
func (s *Sheet) Rows(int) int { return len(s.lines) }

// View draws what of the text is in sight.
func (s *Sheet) View(th *theme.Theme, size pane.Size) pane.Box {
	box := pane.Box{Title: th.Clean(s.title)}
	first := min(s.first, s.last(size))
	for i := first; i < min(first+size.H, len(s.lines)); i++ {
		line := strings.ReplaceAll(s.lines[i], "\t", "    ")
		box.Lines = append(box.Lines, th.Text.Render(th.Fit(th.Clean(line), size.W)))
	}
	if len(s.lines) > size.H {
		box.Right = fmt.Sprintf("%d to %d of %d", first+1, min(first+size.H, len(s.lines)), len(s.lines))
	}
	return box
}

// Footer says how to go on and out.
func (s *Sheet) Footer() string { return "arrows scroll  esc back" }
