package compare

import (
	"fmt"
	"strings"

	"termsheet/model/money"
	"termsheet/tui/pane"
	"termsheet/tui/reading"
)

// Text is the comparison in plain text: a column for each scenario, a star
// behind the best of a line, and what the difference is made of. Of many columns
// it has those of a screen, and the names of the others.
func (c *Sheet) Text() string {
	c.refresh()
	w := c.scroll(Most)
	text := reading.Aligned(c.tableOf(w.show))
	if names := c.unseen(w); len(names) > 0 {
		text += fmt.Sprintf("%d of %d columns; not shown: %s; column NAME goes to one\n", len(w.show), len(c.table.columns), strings.Join(names, ", "))
	}
	return text + "\n" + c.splitText()
}

// Table is the comparison as plain values, all columns of it.
func (c *Sheet) Table() pane.Table {
	c.refresh()
	all := make([]int, len(c.table.columns))
	for i := range all {
		all[i] = i
	}
	return c.tableOf(all)
}

// tableOf is the comparison of some columns as plain values.
func (c *Sheet) tableOf(show []int) pane.Table {
	t := pane.Table{Head: []string{"figure"}, At: -1}
	for _, i := range show {
		col := c.table.columns[i]
		name := col.Name
		if c.table.pins[i] {
			name += " (pinned)"
		}
		if col.broken {
			name += " (" + broken + ")"
		}
		t.Head = append(t.Head, name)
	}
	for _, r := range c.table.rows {
		cells := []string{strings.TrimSpace(r.id)}
		if r.head {
			continue
		}
		for _, i := range show {
			cells = append(cells, c.plainCell(r, r.values[i])+star(r.winner[i]))
		}
		if r.id == c.row && len(r.values) > 0 {
			t.At, t.Figure = len(t.Rows), plain(r.figure, r.values[c.at()])
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// plainCell is a figure, or, where differences are asked for, by how much it is
// off the baseline's.
func (c *Sheet) plainCell(r row, v value) string {
	if !c.differs || !v.known || !r.base.known || r.unit == words {
		return plain(r.figure, v)
	}
	d := v.n.Sub(r.base.n)
	if r.unit == dollars {
		return pane.Signed(money.Amount(d.IntPart()))
	}
	return signed(d, r.unit)
}

func plain(f figure, v value) string {
	switch {
	case !v.known:
		return "-"
	case f.unit == dollars:
		return v.amount().String()
	}
	return v.text
}

func star(winner bool) string {
	if winner {
		return "*"
	}
	return ""
}

// splitText says in words what lies between the baseline and the column at the
// cursor.
func (c *Sheet) splitText() string {
	name, from, quote := c.base()
	to := c.target(name)
	if quote == nil || to.Quote == nil || to.Err != nil || quote == to.Quote || name == to.Name {
		return ""
	}
	b := c.bridge(from, quote, to)
	if b.err != nil {
		return b.err.Error() + "\n"
	}
	falls := Waterfall(b.Bridge, name, to.Name).Falls
	lines := []string{fmt.Sprintf("From %s to %s: %s", name, to.Name, c.splitOf())}
	t := pane.Table{Head: []string{"", ""}}
	for _, f := range falls {
		t.Rows = append(t.Rows, []string{f.Label, money.Amount(f.Value).String()})
	}
	lines = append(lines, strings.TrimLeft(reading.Aligned(t), "\n"))
	return strings.Join(append(lines, b.changes...), "\n")
}
