package compare

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/seller"
	"termsheet/tui/explain"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// unit is how the values of a figure are written and told apart.
type unit uint8

const (
	dollars unit = iota
	percent
	count
	words
)

// value is a figure of one column.
type value struct {
	known bool
	n     decimal.Decimal // what it is sorted and compared by; of dollars, the cents
	text  string          // how it reads, except for dollars
	short string          // the same in fewer cells; may be empty
	best  bool            // it is the right number, whatever others have
}

func (v value) amount() money.Amount { return money.Amount(v.n.IntPart()) }

// figure is a line of the comparison.
type figure struct {
	label  string
	beside string // only where that figure is there, too: else it is the sum above it
	unit   unit
	want   theme.Want
	length bool // grows with the time that is looked at
	of     func(*source) value
	path   string         // of the quote, where it comes from
	page   explain.Finder // where it comes from otherwise
	cell   string         // which value of the scenario it is, where it is one
	key    string         // and of which type or dimension; empty: of the deal itself
}

// source is a column with what its figures are read from.
type source struct {
	Column
	lines map[string]session.Line
	view  *seller.View
}

// row is a figure with the value of each column.
type row struct {
	figure
	id     string // its label behind that of its heading
	head   bool   // names the rows below it
	values []value
	base   value // of the pinned baseline
	winner []bool
}

// table is the comparison worked out.
type table struct {
	columns []Column
	pins    []bool // which of them are the baseline
	rows    []row
	lengths bool // they do not all cover the same time
}

// tabulate works the figures of columns out and sorts them.
func (c *Sheet) tabulate(columns []Column) table {
	t := table{columns: columns}
	sources := make([]*source, len(columns))
	for i, col := range columns {
		sources[i] = c.source(col)
	}
	pin := c.s.Pinned()
	base := c.source(Column{Priced: session.Priced{Scenario: pin.Scenario, Quote: pin.Quote}})
	at := baseline(columns, pin)
	for i, col := range columns {
		t.pins = append(t.pins, i == at)
		t.lengths = t.lengths || col.Quote != nil && columns[0].Quote != nil && length(col.Quote) != length(columns[0].Quote)
	}
	add := func(head string, figures []figure) {
		rows := []row{{figure: figure{label: head}, id: head, head: true}}
		if head == "" {
			rows = nil
		}
		for _, f := range figures {
			if r, any := makeRow(head, f, sources, base); any {
				r.winner = r.winners(t.lengths)
				rows = append(rows, r)
			}
		}
		rows = slices.DeleteFunc(rows, func(r row) bool { return r.beside != "" && !has(rows, r.beside) })
		if len(rows) > 1 {
			t.rows = append(t.rows, rows...)
		}
	}
	add("", totals)
	if c.net {
		add("seller", kept)
	}
	types, dimensions := keys(columns)
	for _, key := range types {
		add(key, ofType(key))
	}
	for _, key := range dimensions {
		add(key, ofDimension(key))
	}
	t.sort(c.by, c.falling)
	return t
}

func has(rows []row, label string) bool {
	return slices.ContainsFunc(rows, func(r row) bool { return r.label == label })
}

func (c *Sheet) source(col Column) *source {
	s := &source{Column: col, lines: session.Lines(col.Quote)}
	if c.net && c.fees != nil && col.Quote != nil {
		if view, err := seller.Of(col.Quote, col.Scenario, *c.fees); err == nil {
			s.view = view
		}
	}
	return s
}

// makeRow reads a figure off every column; any tells whether one has it.
func makeRow(head string, f figure, sources []*source, base *source) (r row, any bool) {
	r = row{figure: f, id: head + " " + f.label}
	for _, s := range sources {
		v := value{}
		if s.Quote != nil && s.Err == nil {
			v = f.of(s)
		}
		any = any || v.known && (v.unlike(f))
		r.values = append(r.values, v)
	}
	if base.Quote != nil && base.Scenario != nil {
		r.base = f.of(base)
	}
	return r, any
}

// unlike tells whether a value is more than an amount of nothing.
func (v value) unlike(f figure) bool { return f.unit != dollars || !v.n.IsZero() }

// wanted is which values of a row are the better ones: of sums over times of
// different lengths none.
func (r *row) wanted(lengths bool) theme.Want {
	if r.length && lengths {
		return theme.Neither
	}
	return r.want
}

// winners marks the best values of a row, none where all are alike.
func (r *row) winners(lengths bool) []bool {
	out := make([]bool, len(r.values))
	if r.wanted(lengths) == theme.Neither {
		for i, v := range r.values {
			out[i] = v.known && v.best
		}
		return out
	}
	var best decimal.Decimal
	found, differ := false, false
	for _, v := range r.values {
		switch {
		case !v.known:
		case !found:
			best, found = v.n, true
		case !v.n.Equal(best):
			differ = true
			if (r.want == theme.Less) == v.n.LessThan(best) {
				best = v.n
			}
		}
	}
	for i, v := range r.values {
		out[i] = differ && v.known && v.n.Equal(best)
	}
	return out
}

// sort puts the columns in the order of a figure, its best values first, or
// last when falling; columns without it come last either way.
func (t *table) sort(by string, falling bool) {
	at := slices.IndexFunc(t.rows, func(r row) bool { return !r.head && r.id == by })
	if at < 0 {
		return
	}
	r := t.rows[at]
	order := make([]int, len(t.columns))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := r.values[i], r.values[j]
		if a.known != b.known {
			return cmp.Compare(boolInt(b.known), boolInt(a.known))
		}
		d := a.n.Cmp(b.n)
		if (r.want == theme.More) != falling {
			d = -d
		}
		return d
	})
	t.columns, t.pins = permute(t.columns, order), permute(t.pins, order)
	for i := range t.rows {
		if r := &t.rows[i]; !r.head {
			r.values, r.winner = permute(r.values, order), permute(r.winner, order)
		}
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func permute[T any](list []T, order []int) []T {
	out := make([]T, len(list))
	for i, from := range order {
		out[i] = list[from]
	}
	return out
}

// keys are the instance types and the dimensions of columns, each once.
func keys(columns []Column) (types, dimensions []string) {
	add := func(list *[]string, key string) {
		if !slices.Contains(*list, key) {
			*list = append(*list, key)
		}
	}
	for _, col := range columns {
		if col.Scenario == nil {
			continue
		}
		for _, n := range col.Scenario.Instances {
			add(&types, n.Type)
		}
		for _, d := range col.Scenario.Product.Dimensions {
			if col.Scenario.Involves(d.Key) {
				add(&dimensions, d.Key)
			}
		}
	}
	return types, dimensions
}

// length is the time that a quote covers, in days.
func length(q *pricing.Quote) int { return int(q.End - q.Start) }
