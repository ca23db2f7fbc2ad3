package costs

import (
	"strings"

	"termsheet/tui/session"
)

// Row is a figure of the pane by the name that tells it from the others.
type Row struct{ Name, Text string }

// Rows are the figures of the pane from top to bottom. Those of a type carry its
// name, as they do in the comparison.
func (p *Pane) Rows(s *session.Session, key string) []Row {
	var out []Row
	of := ""
	for _, l := range lines(s, key) {
		row := Row{Name: l.label}
		switch {
		case !l.figure:
			words := l.words()
			row.Text = words[len(words)-1]
			row.Name += " " + row.Text
		case strings.HasPrefix(l.label, " "):
			row.Name, row.Text = of+l.label, l.amount.Grouped()
		default:
			row.Text = l.amount.Grouped()
			if of = l.label; l.part {
				row.Name += " together"
			}
		}
		out = append(out, row)
	}
	return out
}

// Go puts the cursor on a row.
func (p *Pane) Go(row int) { p.row = row }
