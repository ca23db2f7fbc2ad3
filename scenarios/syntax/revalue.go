package syntax

import (
	"bytes"
	"slices"
	"strings"
)

// Revalued is the tree of the text that Set makes where one plain value takes the
// place of another on its line: everything else only moves, and is not read again.
// Where it is not as simple as that, it is false. The tree must have been read
// without faults: what they refuse is in no tree.
func (t *Tree) Revalued(path []string, source string) (*Tree, bool) {
	n, depth := t.Root.Walk(path)
	if depth < len(path) || n.form != assigned || !n.plain() || bytes.IndexByte(t.text[n.Value.Start:n.Value.End], '\n') >= 0 {
		return nil, false
	}
	source = strings.TrimSpace(source)
	wanted, err := whole(source)
	if err != nil || !wanted.plain() || strings.IndexByte(source, '\n') >= 0 {
		return nil, false
	}
	text := t.patched(patch{n.Value, source})
	if len(text) > MaxBytes {
		return nil, false
	}
	by := len(text) - len(t.text)
	if by == 0 {
		return t.with(text, path, wanted), true
	}
	m := move{from: n.Value.End, by: by}
	moved := m.tree(t, text)
	m.nodes[n.number].revalue(wanted)
	return moved, true
}

func (n *Node) revalue(wanted *Node) { n.Kind, n.Text = wanted.Kind, wanted.Text }

// with is the tree of a text in which a value that is as long stands at a path. Only
// the nodes on the way there are new: nothing has moved.
func (t *Tree) with(text []byte, path []string, wanted *Node) *Tree {
	root := *t.Root
	n := &root
	for _, part := range path {
		n = n.own(n.Step(part))
	}
	n.revalue(wanted)
	return &Tree{Root: &root, text: text, nodes: t.nodes, expressions: t.expressions, lines: t.lines, shares: true}
}

// own exchanges a field or an item for a copy, beside the same others as before.
func (n *Node) own(of *Node) *Node {
	list := &n.Fields
	if n.Kind == List {
		list = &n.Items
	}
	*list = slices.Clone(*list)
	own := *of
	(*list)[slices.Index(*list, of)] = &own
	if n.index != nil {
		n.reindex()
	}
	return &own
}

// settled is the tree with nodes of its own, which edits of tables look for in its
// lines and beside their parents.
func (t *Tree) settled() *Tree {
	if !t.shares {
		return t
	}
	m := move{from: len(t.text) + 1}
	return m.tree(t, t.text)
}

// whole is one, quicker where the source is a short whole number, as it mostly is.
func whole(source string) (*Node, error) {
	const most = 9 // digits
	if len(source) == 0 || len(source) > most || source[0] == '0' && len(source) > 1 || strings.Trim(source, "0123456789") != "" {
		return one(source)
	}
	return &Node{Kind: Integer, Text: source}, nil
}

// plain tells whether a value is neither a table nor a list.
func (n *Node) plain() bool { return n.Kind != Table && n.Kind != List }

// move makes a tree of another, of which all that stands behind a byte of the text
// has moved.
type move struct {
	from, by int
	nodes    []Node  // by their numbers
	children []*Node // of all of them
}

// tree moves a whole tree into a text.
func (m *move) tree(t *Tree, text []byte) *Tree {
	m.nodes, m.children = make([]Node, t.nodes), make([]*Node, 0, t.nodes)
	moved := &Tree{text: text, nodes: t.nodes, Root: m.node(t.Root, nil)}
	moved.lines = make([]int, len(t.lines))
	for i, line := range t.lines {
		moved.lines[i] = m.at(line)
	}
	moved.expressions = make([]expression, len(t.expressions))
	for i := range t.expressions {
		moved.expressions[i] = m.expression(&t.expressions[i])
	}
	return moved
}

func (m *move) at(at int) int {
	if at >= m.from {
		return at + m.by
	}
	return at
}

func (m *move) span(s Span) Span { return Span{m.at(s.Start), m.at(s.End)} }

func (m *move) node(n, parent *Node) *Node {
	moved := &m.nodes[n.number]
	*moved = *n
	moved.parent = parent
	moved.Key, moved.Value, moved.from = m.span(n.Key), m.span(n.Value), m.at(n.from)
	moved.Fields, moved.Items = m.list(n.Fields, moved), m.list(n.Items, moved)
	if n.index != nil {
		moved.reindex()
	}
	return moved
}

func (m *move) list(nodes []*Node, parent *Node) []*Node {
	if nodes == nil {
		return nil
	}
	first, after := len(m.children), len(m.children)+len(nodes)
	m.children = m.children[:after]
	moved := m.children[first:after:after]
	for i, n := range nodes {
		moved[i] = m.node(n, parent)
	}
	return moved
}

func (m *move) expression(x *expression) expression {
	moved := *x
	moved.node, moved.section, moved.Span = &m.nodes[x.node.number], &m.nodes[x.section.number], m.span(x.Span)
	if m.by != 0 && x.End >= m.from {
		moved.keys = make([]Span, len(x.keys))
		for i, key := range x.keys {
			moved.keys[i] = m.span(key)
		}
	}
	return moved
}

// Text is the source.
func (t *Tree) Text() []byte { return t.text }
