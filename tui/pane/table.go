package pane

import (
	"strings"

	"termsheet/model/report"
)

// Table is what a pane shows as plain values, to be copied into a sheet or read
// out: figures without marks for thousands, and nothing shortened.
type Table struct {
	Head   []string
	Rows   [][]string
	At     int    // the row at the cursor; -1: none
	Figure string // the figure at the cursor; empty: none
}

// Row is the row at the cursor, its cells parted by tabs; empty where there is
// none.
func (t Table) Row() string {
	if t.At < 0 || t.At >= len(t.Rows) {
		return ""
	}
	return tabbed(t.Rows[t.At])
}

// String is the whole table under its heading, a line a row.
func (t Table) String() string {
	lines := []string{tabbed(t.Head)}
	for _, row := range t.Rows {
		lines = append(lines, tabbed(row))
	}
	return strings.Join(lines, "\n")
}

// tabbed joins cells; what a file could have put into one stays in it.
func tabbed(cells []string) string {
	clean := make([]string, len(cells))
	for i, cell := range cells {
		clean[i] = report.Clean(cell)
	}
	return strings.Join(clean, "\t")
}
