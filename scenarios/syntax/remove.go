package syntax

import (
	"fmt"
	"slices"
)

// Remove gives the text without a key or table and the comments that stand
// directly over it.
func (t *Tree) Remove(path []string) ([]byte, error) {
	t = t.settled()
	n, depth := t.Root.Walk(path)
	if depth < len(path) || n.parent == nil {
		return nil, fmt.Errorf("there is no %s to remove", Join(path))
	}
	var patches []patch
	for i := 0; i < len(t.expressions); i++ {
		if !t.expressions[i].node.inside(n) {
			continue
		}
		last := i
		for last+1 < len(t.expressions) && t.expressions[last+1].node.inside(n) {
			last++
		}
		patches = append(patches, patch{t.run(i, last), ""})
		i = last
	}
	if patches == nil {
		return t.removeInside(n, path)
	}
	return t.patched(patches...), nil
}

// removeInside takes something out of braces or brackets: what dotted keys make
// goes key by key.
func (t *Tree) removeInside(n *Node, path []string) ([]byte, error) {
	if n.form != dotted {
		return t.patched(patch{t.between(n), ""}), nil
	}
	leaf := fieldLines(n, nil)[0].node
	text := t.patched(patch{t.between(leaf), ""})
	rest, _ := Parse(text)
	if rest == nil {
		return nil, fmt.Errorf("%s cannot be removed", Join(path))
	}
	if _, depth := rest.Root.Walk(path); depth < len(path) {
		return text, nil
	}
	return rest.Remove(path)
}

// run is the text of some expressions in a row with what belongs to them.
func (t *Tree) run(first, last int) Span {
	s := Span{t.above(first), t.nextLine(t.expressions[last].End)}
	if !t.expressions[first].header {
		return s
	}
	s.End = t.below(last)
	for s.End == len(t.text) && s.Start > t.lines[0] && blankLine(t.text[t.lineStart(s.Start-1):s.Start]) {
		s.Start = t.lineStart(s.Start - 1)
	}
	if s.Start == t.lines[0] || blankLine(t.text[t.lineStart(s.Start-1):s.Start]) {
		for s.End < len(t.text) && blankLine(t.text[s.End:t.nextLine(s.End)]) {
			s.End = t.nextLine(s.End)
		}
	}
	return s
}

// between is the range to cut for a field in braces or an item in brackets: its
// lines where it has its own, else as far as the comma that sets it apart.
func (t *Tree) between(n *Node) Span {
	s := Span{n.start(), n.Value.End}
	siblings := n.siblings()
	i := slices.Index(siblings, n)
	if lines, ok := t.ownLines(s); ok {
		return lines
	}
	switch {
	case i > 0:
		s.Start = siblings[i-1].Value.End
	case len(siblings) > 1:
		s.End = siblings[1].start()
	default:
		if at := skipBlank(t.text, s.End); t.text[at] == ',' {
			s.End = at + 1
		}
	}
	return s
}

// ownLines is the lines of a field or item that shares them only with its comma
// and a comment.
func (t *Tree) ownLines(s Span) (Span, bool) {
	start, end := t.lineStart(s.Start), t.nextLine(s.End)
	rest := t.text[s.End:end]
	if at := t.blank(s.End); at < len(t.text) && t.text[at] == ',' {
		rest = t.text[at+1 : end]
	}
	alone := blankLine(t.text[start:s.Start]) && (blankLine(rest) || commentLine(rest))
	return Span{start, end}, alone
}

// siblings are the values between the same braces or brackets.
func (n *Node) siblings() []*Node {
	if n.parent.Kind == List {
		return n.parent.Items
	}
	home, _ := n.parent.home()
	lines := fieldLines(home, nil)
	all := make([]*Node, len(lines))
	for i, line := range lines {
		all[i] = line.node
	}
	slices.SortFunc(all, func(a, b *Node) int { return a.from - b.from })
	return all
}

// start is where a field's key or an item begins.
func (n *Node) start() int {
	if n.parent.Kind == List {
		return n.Value.Start
	}
	return n.from
}

func skipBlank(text []byte, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n') {
		at++
	}
	return at
}
