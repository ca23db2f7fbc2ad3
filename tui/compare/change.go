package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"termsheet/scenarios"
)

// Sort sorts by the figure at the cursor: the best first, then the other way
// round, then as written.
func (c *Sheet) Sort() {
	switch {
	case c.by != c.row:
		c.by, c.falling = c.row, false
	case !c.falling:
		c.falling = true
	default:
		c.by, c.falling = "", false
	}
	c.ahead()
}

// SortBy sorts by a figure that is named, the best first, or the worst; without
// a name as written.
func (c *Sheet) SortBy(figure string, worst bool) error {
	id := ""
	if figure != "" {
		var err error
		if id, err = c.find(figure); err != nil {
			return err
		}
		c.row = id
	}
	c.by, c.falling = id, worst && id != ""
	c.ahead()
	return nil
}

// GoToFigure puts the cursor on a figure that is named.
func (c *Sheet) GoToFigure(name string) error {
	id, err := c.find(name)
	if err == nil {
		c.row = id
	}
	return err
}

// find is the row of a figure by its name: whole, or the beginning of one only.
func (c *Sheet) find(figure string) (id string, err error) {
	c.refresh()
	want := strings.ToLower(strings.Join(strings.Fields(figure), " "))
	var begin []string
	for _, r := range c.table.rows {
		name := strings.ToLower(strings.TrimSpace(r.id))
		switch {
		case r.head:
		case name == want:
			return r.id, nil
		case strings.HasPrefix(name, want):
			begin = append(begin, strings.TrimSpace(r.id))
			id = r.id
		}
	}
	switch len(begin) {
	case 0:
	case 1:
		return id, nil
	default:
		return "", fmt.Errorf("%s could be %s; write it whole", figure, strings.Join(begin, " or "))
	}
	if near := scenarios.Nearest(want, c.Figures()); near != "" {
		return "", fmt.Errorf("there is no figure %s; did you mean %s?", figure, near)
	}
	return "", fmt.Errorf("there is no figure %s; there are %s and more", figure, strings.Join(c.Figures()[:min(4, len(c.Figures()))], ", "))
}

// Figures are the names of the figures that can be sorted by.
func (c *Sheet) Figures() []string {
	c.refresh()
	var names []string
	for _, r := range c.table.rows {
		if !r.head {
			names = append(names, strings.TrimSpace(r.id))
		}
	}
	return names
}

// Names are the columns from left to right.
func (c *Sheet) Names() []string {
	c.refresh()
	var names []string
	for _, col := range c.table.columns {
		names = append(names, col.Name)
	}
	return names
}

// GoTo puts the cursor on a column that is named.
func (c *Sheet) GoTo(name string) error {
	names := c.Names()
	i := slices.IndexFunc(names, func(have string) bool { return strings.EqualFold(have, name) })
	if i < 0 {
		return fmt.Errorf("there is no column %s; there are %s", name, strings.Join(names, ", "))
	}
	c.column = names[i]
	return nil
}

// Move moves the column at the cursor to the left or the right. The columns keep
// the order that they have on the screen.
func (c *Sheet) Move(by int) error {
	names := c.Names()
	from := c.at()
	to := from + by
	if to < 0 || to >= len(names) {
		return fmt.Errorf("%s is the last column on that side", c.column)
	}
	names[from], names[to] = names[to], names[from]
	c.order, c.by, c.falling, c.of = names, "", false, key{}
	return nil
}

// ordered puts columns in the order that they were moved to; new ones come last.
func (c *Sheet) ordered(list []Column) []Column {
	if c.order == nil {
		return list
	}
	place := func(col Column) int {
		if i := slices.Index(c.order, col.Name); i >= 0 {
			return i
		}
		return len(c.order)
	}
	slices.SortStableFunc(list, func(a, b Column) int { return cmp.Compare(place(a), place(b)) })
	return list
}

// Differ shows differences in place of figures, or figures again, where there is
// no room for both.
func (c *Sheet) Differ() { c.differs = !c.differs }

// Split shows the split of a difference in place of the table, or the table
// again, where there is no room for both.
func (c *Sheet) Split() {
	if c.asked {
		c.asked = false
		return
	}
	c.split = !c.split
}

// ShowSplit shows the split, beside the table where there is room.
func (c *Sheet) ShowSplit() { c.split, c.asked = false, true }

// Net splits what the seller keeps in place of what the buyer pays, or the other
// way round, and tells which.
func (c *Sheet) Net() bool {
	c.net = !c.net && c.fees != nil
	return c.net
}

// LeaveOut takes the column at the cursor out of the comparison, but for the
// last.
func (c *Sheet) LeaveOut() (name string, err error) {
	c.refresh()
	if len(c.table.columns) < 2 {
		return "", fmt.Errorf("it is the only column")
	}
	at := c.at()
	name = c.table.columns[at].Name
	c.out[name] = true
	c.refresh()
	c.column = c.table.columns[min(at, len(c.table.columns)-1)].Name
	return name, nil
}

// Out is how many columns are left out.
func (c *Sheet) Out() int { return len(c.out) }

// BringBack brings the columns back that were left out.
func (c *Sheet) BringBack() { c.out, c.of = map[string]bool{}, key{} }
