package syntax

import (
	"fmt"
	"strings"
)

// Copy gives the text in which a key or table also stands at another path, with
// its comments. Nothing may stand there yet; items of lists are not copied.
func (t *Tree) Copy(from, to []string, style Style) ([]byte, error) {
	t = t.settled()
	n, depth := t.Root.Walk(from)
	if depth < len(from) || n.parent == nil || n.parent.Kind == List {
		return nil, fmt.Errorf("there is no %s to copy", Join(from))
	}
	if _, depth := t.Root.Walk(to); depth == len(to) {
		return nil, fmt.Errorf("there is already a %s", Join(to))
	}
	if n.form == assigned {
		return t.Set(to, string(t.text[n.Value.Start:n.Value.End]), style)
	}
	if text, ok := t.copied(n, to); ok {
		wanted, _ := one("{}")
		e := &edit{Tree: t, style: style, path: to, source: "{}", wanted: wanted}
		return e.section(text, len(to))
	}
	return t.copyKeys(n, from, to, style)
}

// copied is the sections of a node with the first keys of their headers
// exchanged; ok is false where the node is written in the sections of others.
func (t *Tree) copied(n *Node, to []string) (text string, ok bool) {
	parts := n.depth()
	var b strings.Builder
	at := -1
	for i := range t.expressions {
		x := &t.expressions[i]
		if !x.node.inside(n) {
			at = -1
			continue
		}
		if !x.section.inside(n) || x.header && len(x.keys) < parts {
			return "", false
		}
		if at < 0 {
			at = t.above(i)
			if b.Len() > 0 {
				b.WriteString(t.newline())
			}
		}
		if x.header {
			b.Write(t.text[at:x.keys[0].Start])
			b.WriteString(Join(to))
			at = x.keys[parts-1].End
		}
		end := t.nextLine(x.End)
		if i+1 < len(t.expressions) && t.expressions[i+1].node.inside(n) {
			end = t.above(i + 1)
			end = max(end, t.nextLine(x.End))
		}
		b.Write(t.text[at:end])
		at = end
	}
	text = b.String()
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += t.newline()
	}
	return text, text != ""
}

// depth is the number of keys in a header that leads to a node.
func (n *Node) depth() int {
	keys := 0
	for ; n.parent != nil; n = n.parent {
		if n.parent.Kind != List {
			keys++
		}
	}
	return keys
}

// copyKeys copies a table that dotted keys make, key by key.
func (t *Tree) copyKeys(n *Node, from, to []string, style Style) ([]byte, error) {
	text := t.text
	for _, line := range fieldLines(n, nil) {
		tree, _ := Parse(text)
		if tree == nil || line.node.form != assigned {
			return nil, fmt.Errorf("%s cannot be copied", Join(from))
		}
		path := append(append([]string{}, to...), line.keys...)
		next, err := tree.Set(path, string(t.text[line.node.Value.Start:line.node.Value.End]), style)
		if err != nil {
			return nil, err
		}
		text = next
	}
	return text, nil
}

// Rename gives the text in which the last key of a path has another name.
func (t *Tree) Rename(path []string, name string) ([]byte, error) {
	t = t.settled()
	n, depth := t.Root.Walk(path)
	if depth < len(path) || n.parent == nil || n.parent.Kind == List {
		return nil, fmt.Errorf("there is no %s to rename", Join(path))
	}
	if n.parent.Field(name) != nil {
		return nil, fmt.Errorf("there is already a %s", Join(append(path[:len(path)-1:len(path)-1], name)))
	}
	var patches []patch
	for i := range t.expressions {
		x := &t.expressions[i]
		part := n.depth() - 1
		if !x.header {
			part -= x.section.depth()
		}
		if x.node.inside(n) && part >= 0 && part < len(x.keys) {
			patches = append(patches, patch{x.keys[part], Key(name)})
		}
	}
	if patches == nil && n.form == dotted {
		return nil, fmt.Errorf("%s is written in dotted keys inside braces: rename it by hand", Join(path))
	}
	if patches == nil { // inside braces
		patches = append(patches, patch{n.Key, Key(name)})
	}
	return t.patched(patches...), nil
}
