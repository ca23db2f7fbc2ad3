package terms

import (
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// The columns of the pane as they are copied: those of the dimensions, or of
// the deal's terms, whichever the cursor is among.
var (
	dimensionHead = []string{"dimension", "committed", "in use", "growth", "a month", "usage rate", "per"}
	termHead      = []string{"term", "value"}
)

// Table is the contract as plain values. The figure is the one at the cursor.
func (p *Pane) Table(s *session.Session, size pane.Size) pane.Table {
	r := rowsOf(s, size.W)
	row, col := p.at(r)
	if row < len(r.dimensions) {
		return dimensionTable(s, r.dimensions, row, col)
	}
	return termTable(r.terms, r.first(row)+col)
}

// Tables are all there is in the contract: its dimensions, where it has any, and
// the terms of the deal.
func (p *Pane) Tables(s *session.Session) []pane.Table {
	r := rowsOf(s, 0)
	if len(r.dimensions) == 0 {
		return []pane.Table{termTable(r.terms, -1)}
	}
	return []pane.Table{dimensionTable(s, r.dimensions, -1, 0), termTable(r.terms, -1)}
}

func termTable(list []entry, at int) pane.Table {
	out := pane.Table{Head: termHead, At: at}
	for i, t := range list {
		if i == at {
			out.Figure = t.cell.Text
		}
		out.Rows = append(out.Rows, []string{t.label, t.cell.Text})
	}
	return out
}

func dimensionTable(s *session.Session, list []listing.Dimension, row, col int) pane.Table {
	out := pane.Table{Head: dimensionHead, At: row}
	lines := s.Lines()
	for i, d := range list {
		cells := []string{d.Key}
		for _, cell := range dimensionCells {
			cells = append(cells, cell(s, d).Text)
		}
		if i == row {
			out.Figure = cells[1+col]
		}
		month, rate := "", ""
		if q := s.Quote(); q != nil {
			month = session.PerMonth(q, lines[d.Key].Software()).String()
		}
		if d.Usage.Set {
			rate = money.Scaled(d.Usage.Value)
		}
		out.Rows = append(out.Rows, append(cells, month, rate, d.Measure()))
	}
	return out
}
