package compare

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

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
	text := reading.Aligned(c.tableOf(w.show, c.starred))
	if names := c.unseen(w); len(names) > 0 {
		text += fmt.Sprintf("%d of %d columns; not shown: %s; column NAME goes to one\n", len(w.show), len(c.table.columns), strings.Join(names, ", "))
	}
	return text + "\n" + c.splitText()
}

// Table is the comparison as plain values: all columns, and behind them the names
// of those that are best.
func (c *Sheet) Table() pane.Table {
	c.refresh()
	all := make([]int, len(c.table.columns))
	for i := range all {
		all[i] = i
	}
	t := c.tableOf(all, c.copied)
	t.Head = append(t.Head, "best")
	for i, r := range slices.DeleteFunc(slices.Clone(c.table.rows), func(r row) bool { return r.head }) {
		var best []string
		for j, wins := range r.winner {
			if wins {
				best = append(best, c.table.columns[j].Name)
			}
		}
		t.Rows[i] = append(t.Rows[i], strings.Join(best, ", "))
	}
	return t
}

// tableOf is the comparison of some columns as plain text, their cells written in
// one way or another.
func (c *Sheet) tableOf(show []int, write func(row, int) string) pane.Table {
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
			cells = append(cells, write(r, i))
		}
		if r.id == c.row && len(r.values) > 0 {
			t.At, t.Figure = len(t.Rows), plain(r.figure, r.values[c.at()])
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// starred is a figure, or, where differences are asked for, by how much it is off
// the baseline's, with a star behind the best.
func (c *Sheet) starred(r row, i int) string {
	star := ""
	if r.winner[i] {
		star = "*"
	}
	switch d, differs := c.difference(r, i); {
	case !differs:
		return plain(r.figure, r.values[i]) + star
	case r.unit == dollars:
		return money.Amount(d.IntPart()).Signed() + star
	default:
		return signed(d, r.unit) + star
	}
}

// copied is the same as a sheet takes it for a number: without star and plus, and
// without marks for thousands.
func (c *Sheet) copied(r row, i int) string {
	v := r.values[i]
	if d, differs := c.difference(r, i); differs {
		v = value{known: true, n: d, text: d.StringFixed(2) + "%"}
	}
	return plain(r.figure, v)
}

// difference is by how much a figure is off the baseline's, where that is asked
// for.
func (c *Sheet) difference(r row, i int) (d decimal.Decimal, differs bool) {
	v := r.values[i]
	if !c.differs || !v.known || !r.base.known || r.unit == words {
		return d, false
	}
	return v.n.Sub(r.base.n), true
}

func plain(f figure, v value) string {
	switch {
	case !v.known:
		return "-"
	case f.unit == dollars:
		return v.amount().String()
	case f.unit == count:
		return money.Plain(v.n)
	}
	return v.text
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
