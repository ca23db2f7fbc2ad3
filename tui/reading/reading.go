// Package reading is a sheet with a plain text or a table: what the word show
// prints in line mode, on the screen.
package reading

import (
	"fmt"
	"strings"

	"termsheet/model/report"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// Sheet is a text that can be scrolled.
type Sheet struct {
	title string
	head  []string // stays above the lines
	lines []string
	first int // the first line that is shown
}

// New puts a text on a sheet.
func New(title, text string) *Sheet {
	return &Sheet{title: title, lines: strings.Split(strings.TrimRight(text, "\n"), "\n")}
}

// Table puts a table on a sheet, its heading always in sight.
func Table(title, text string) *Sheet {
	s := New(title, text)
	s.head, s.lines = s.lines[:1], s.lines[1:]
	return s
}

// gap parts the columns of a table.
const gap = "  "

// Aligned writes a table with its columns below each other: figures end in one
// line, words begin in one.
func Aligned(t pane.Table) string {
	rows := make([][]string, 0, len(t.Rows)+1)
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		clean := make([]string, len(row))
		for i, cell := range row {
			clean[i] = report.Clean(cell)
		}
		rows = append(rows, clean)
	}
	columns := columnsOf(rows)
	var out strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			blanks := strings.Repeat(" ", columns[i].width-theme.Width(cell))
			if columns[i].figures {
				cell, blanks = blanks, cell
			}
			line.WriteString(cell + blanks + gap)
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return out.String()
}

// column is how a column of a table is written.
type column struct {
	width   int
	figures bool // nothing but figures below its heading
}

func columnsOf(rows [][]string) []column {
	var list []column
	for n, row := range rows {
		for i, cell := range row {
			if i == len(list) {
				list = append(list, column{figures: true})
			}
			list[i].width = max(list[i].width, theme.Width(cell))
			list[i].figures = list[i].figures && (n == 0 || figure(cell))
		}
	}
	return list
}

// figure tells whether a cell is a number, a percentage, or nothing.
func figure(cell string) bool {
	return strings.Trim(cell, "0123456789.,-+%*") == "" && strings.Count(cell, "-") < 2 // a date has two
}

// Press scrolls; false where the key means nothing here.
func (s *Sheet) Press(key string, size pane.Size) bool {
	v, ok := pane.VerbOf(key)
	if ok {
		s.first = pane.Step(min(s.first, s.last(size)), s.last(size)+1, s.room(size), v)
	}
	return ok
}

// last is the first line on the last page.
func (s *Sheet) last(size pane.Size) int { return max(len(s.lines)-s.room(size), 0) }

// room is how many lines can be seen at once below the heading.
func (s *Sheet) room(size pane.Size) int { return max(size.H-len(s.head), 1) }

// Rows is how many lines it could use.
func (s *Sheet) Rows(int) int { return len(s.head) + len(s.lines) }

// View draws what of the text is in sight.
func (s *Sheet) View(th *theme.Theme, size pane.Size) pane.Box {
	box := pane.Box{Title: th.Clean(s.title)}
	for _, line := range s.head {
		box.Lines = append(box.Lines, th.Title.Render(th.Fit(th.Clean(line), size.W)))
	}
	first := min(s.first, s.last(size))
	over := min(first+s.room(size), len(s.lines))
	for i := first; i < over; i++ {
		line := strings.ReplaceAll(s.lines[i], "\t", "    ")
		box.Lines = append(box.Lines, th.Text.Render(th.Fit(th.Clean(line), size.W)))
	}
	if len(s.lines) > s.room(size) {
		box.Right = fmt.Sprintf("%d to %d of %d", first+1, over, len(s.lines))
	}
	return box
}

// Footer says how to go on and out.
func (s *Sheet) Footer() string { return "arrows scroll  esc back" }
