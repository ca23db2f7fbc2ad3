package syntax

import (
	"slices"
	"strings"
)

// insertTables adds a key to a table that headers make, and the headers that are
// missing on the way to it.
func (e *edit) insertTables(under *Node, depth int) ([]byte, error) {
	made, err := e.newTables(under, depth)
	if err != nil {
		return nil, err
	}
	if made > depth {
		return e.insertSection(under, depth, made)
	}
	if under.form == implied {
		return e.insertHeader(under, depth)
	}
	return e.insertLine(under, e.lastOf(under), []string{e.path[depth]}, depth+1)
}

// newTables is how many parts of the path get a header: the rest is a key and
// what stands on its line. A whole table as the new value gets one of its own.
func (e *edit) newTables(under *Node, depth int) (int, error) {
	if under.Kind == List {
		if e.path[depth] != itoa(len(under.Items)) {
			return 0, e.gap(depth, len(under.Items))
		}
		depth++
	} else if under.inlineSiblings() {
		return depth, nil
	}
	made := depth
	for made < len(e.path) && !e.style.Inline(e.path[:made+1]) {
		list := e.style.Lists(e.path[:made+1])
		if made == len(e.path)-1 && (list || e.wanted.Kind != Table) {
			break
		}
		made++
		if list {
			if e.path[made] != "0" {
				return 0, e.gap(made, 0)
			}
			made++
		}
	}
	return made, nil
}

// inlineSiblings tells whether a table's tables are written on lines of their
// own: "m5.large" = { annual = 0 }.
func (n *Node) inlineSiblings() bool {
	return n.form == header && n.parent != nil && slices.ContainsFunc(n.Fields, func(f *Node) bool { return f.Kind == Table && f.form == assigned })
}

// insertHeader writes the header of a table that so far only longer headers
// made, with the new key under it, before the first of those.
func (e *edit) insertHeader(table *Node, depth int) ([]byte, error) {
	source, err := e.literal(depth + 1)
	if err != nil {
		return nil, err
	}
	at := e.above(e.firstInside(table))
	nl := e.newline()
	lines := "[" + Join(e.names(depth)) + "]" + nl + Key(e.path[depth]) + " = " + source + nl + nl
	return e.patched(patch{Span{at, at}, lines}), nil
}

// names are the keys of a header for the first parts of the path: the path
// without the numbers of items.
func (e *edit) names(parts int) []string {
	var names []string
	n := e.Root
	list := false
	for i, part := range e.path[:parts] {
		if !list {
			names = append(names, part)
		}
		if n != nil {
			n = n.Step(part)
		}
		list = !list && e.style.Lists(e.path[:i+1]) || n != nil && n.Kind == List
	}
	return names
}

// insertSection writes new tables: [a.b], or [[a]] and then [a.b], with the key
// or the fields of the value under the last.
func (e *edit) insertSection(under *Node, depth, made int) ([]byte, error) {
	body, err := e.body(made)
	if err != nil {
		return nil, err
	}
	nl := e.newline()
	var b strings.Builder
	for i := depth + 1; i <= made; i++ {
		switch {
		case e.isItem(under, depth, i):
			b.WriteString("[[" + Join(e.names(i)) + "]]" + nl)
		case i == made:
			b.WriteString("[" + Join(e.names(i)) + "]" + nl)
		}
	}
	for _, line := range body {
		b.WriteString(line + nl)
	}
	return e.section(b.String(), made)
}

// isItem tells whether the i-th part of the path is the number of a new item.
func (e *edit) isItem(under *Node, depth, i int) bool {
	if i == depth+1 {
		return under.Kind == List
	}
	return e.style.Lists(e.path[:i-1])
}

// body is the lines under a new header.
func (e *edit) body(made int) ([]string, error) {
	type pair struct{ key, source string }
	var pairs []pair
	if made < len(e.path) {
		source, err := e.literal(made + 1)
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, pair{Key(e.path[made]), source})
	} else {
		if e.wanted.Kind != Table {
			return nil, errTableWanted(e.path)
		}
		for _, line := range fieldLines(e.wanted, nil) {
			stub := len("x = ")
			pairs = append(pairs, pair{Join(line.keys), e.source[line.node.Value.Start-stub : line.node.Value.End-stub]})
		}
	}
	width := 0
	for _, p := range pairs {
		width = max(width, len([]rune(p.key)))
	}
	if !e.aligns() {
		width = 0
	}
	lines := make([]string, len(pairs))
	for i, p := range pairs {
		lines[i] = p.key + strings.Repeat(" ", max(width-len([]rune(p.key)), 0)) + " = " + p.source
	}
	return lines, nil
}

type fieldLine struct {
	keys []string
	node *Node
}

// fieldLines are the fields of a table in braces, with their dotted keys.
func fieldLines(table *Node, prefix []string) []fieldLine {
	var lines []fieldLine
	for _, f := range table.Fields {
		keys := append(slices.Clone(prefix), f.Name)
		if f.form == dotted {
			lines = append(lines, fieldLines(f, keys)...)
			continue
		}
		lines = append(lines, fieldLine{keys, f})
	}
	return lines
}

// section puts new tables where a person would look for them.
func (e *edit) section(lines string, parts int) ([]byte, error) {
	anchor, blank := e.anchor(parts)
	nl := e.newline()
	if anchor < 0 {
		at := e.lines[0]
		if len(e.text) > at {
			lines += nl
		}
		return e.patched(patch{Span{at, at}, lines}), nil
	}
	at := e.below(anchor)
	before := ""
	if at == len(e.text) && e.text[at-1] != '\n' {
		before, lines = nl, strings.TrimSuffix(lines, nl)
	}
	if blank {
		before += nl
		if at < len(e.text) && !blankLine(e.text[at:e.nextLine(at)]) {
			lines += nl
		}
	}
	return e.patched(patch{Span{at, at}, before + lines}), nil
}

// anchor is the expression after which a new table goes, -1 for the top, and
// whether a blank line goes between. It goes after the last table of its kind,
// else after the last that is usually written before it.
func (e *edit) anchor(parts int) (after int, blank bool) {
	for k := parts - 1; k > 0; k-- {
		near, depth := e.Root.Walk(e.path[:k])
		if depth < k {
			continue
		}
		if i := e.lastInside(near); i >= 0 {
			return e.lastOf(e.expressions[i].section), e.spaced(near, parts)
		}
	}
	mine := e.rank(e.path[0])
	after = e.lastOf(e.Root)
	for i := range e.expressions {
		if x := &e.expressions[i]; x.header && e.rank(x.node.path()[0]) <= mine {
			after = e.lastOf(x.section)
		}
	}
	return after, true
}

func (e *edit) rank(name string) int {
	if i := slices.Index(e.style.Order, name); i >= 0 {
		return i
	}
	return len(e.style.Order)
}

// spaced tells whether tables like the new one are set apart by a blank line: as
// the last such table near it is, else as the last in the file; without one to
// go by, all but the tables inside a list's item.
func (e *edit) spaced(near *Node, parts int) bool {
	length, item := len(e.names(parts)), e.style.Lists(e.path[:parts]) || e.style.Lists(e.path[:parts-1])
	model := -1
	for i := len(e.expressions) - 1; i > 0; i-- {
		x := &e.expressions[i]
		if !x.header || len(x.keys) != length || (x.node.parent.Kind == List) != item || x.node.path()[0] != e.path[0] {
			continue
		}
		if model = max(model, i); x.node.inside(near) {
			model = i
			break
		}
	}
	if model > 0 {
		at := e.above(model)
		return at == e.lines[0] || blankLine(e.text[e.lineStart(at-1):at])
	}
	return near.parent == nil || near.parent.Kind != List
}
