package syntax

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Style is what an edit has to know of a kind of file to write a new key where
// a person would.
type Style struct {
	Lists  func(path []string) bool // the path is a list of tables: [[a.b]]
	Inline func(path []string) bool // the path is a table or list that fits on its key's line
	Order  []string                 // the tables of a file, in the order they are written
}

// errSource refuses source that is more or less than one value.
var errSource = errors.New("the new value is not one TOML value")

// one reads source that must be a single value.
func one(source string) (*Node, error) {
	const stub = "x = "
	tree, faults := Parse([]byte(stub + source))
	switch {
	case tree == nil:
		return nil, fmt.Errorf("%w: %s", errSource, faults[0].Message)
	case len(faults) > 0:
		return nil, fmt.Errorf("%w: %s", errSource, faults[0].Message)
	case len(tree.expressions) != 1 || tree.expressions[0].End != len(stub)+len(source):
		return nil, errSource
	}
	return tree.expressions[0].node, nil
}

// Set gives the text in which a path has a value, which is TOML source. All else
// keeps its bytes. Tables that are missing on the way are made.
func (t *Tree) Set(path []string, source string, style Style) ([]byte, error) {
	source = strings.TrimSpace(source)
	wanted, err := one(source)
	if err != nil {
		return nil, err
	}
	t = t.settled()
	e := &edit{Tree: t, style: style, path: path, source: source, wanted: wanted}
	node, depth := t.Root.Walk(path)
	if depth == len(path) {
		return e.replace(node)
	}
	return e.insert(node, depth)
}

// edit is one new value on its way into the text.
type edit struct {
	*Tree
	style  Style
	path   []string
	source string
	wanted *Node // what source holds
}

func (e *edit) replace(n *Node) ([]byte, error) {
	switch {
	case n.form == assigned:
		return e.patched(patch{n.Value, e.source}), nil
	case n.parent == nil:
		return nil, errors.New("a file cannot be replaced by a value")
	case n.parent.Kind == List:
		return nil, fmt.Errorf("%s is a table of a list: change its keys one by one", Join(e.path))
	}
	return e.instead(n)
}

// instead takes out what stands in the way and sets the value then.
func (e *edit) instead(n *Node) ([]byte, error) {
	text, err := e.Remove(n.path())
	if err != nil {
		return nil, err
	}
	without, faults := Parse(text)
	if without == nil || len(faults) > 0 {
		return nil, fmt.Errorf("%s cannot be replaced", Join(e.path))
	}
	return without.Set(e.path, e.source, e.style)
}

// insert adds what is missing of the path under the last node that is there.
func (e *edit) insert(under *Node, depth int) ([]byte, error) {
	switch {
	case under.Kind == Bool && under.Text == "false":
		return e.instead(under) // the table was taken away
	case under.Kind == List && under.form == assigned:
		return e.insertItem(under, depth)
	case under.Kind == List:
		return e.insertTables(under, depth)
	case under.Kind != Table:
		return nil, fmt.Errorf("%s is %s and has no keys", Join(e.path[:depth]), under.Kind)
	}
	home, prefix := under.home()
	if home.form == assigned {
		return e.insertField(home, prefix, depth)
	}
	if under.form == dotted {
		return e.insertLine(home, e.lastLine(under, home), append(prefix, e.path[depth]), depth+1)
	}
	return e.insertTables(under, depth)
}

// home is the table in whose section or braces the keys of a table are written,
// and the dotted way from it.
func (n *Node) home() (home *Node, prefix []string) {
	for n.form == dotted {
		prefix = append(prefix, n.Name)
		n = n.parent
	}
	slices.Reverse(prefix)
	return n, prefix
}

// literal is the source of what stands at the first parts of the path, with the
// rest of it inside.
func (e *edit) literal(parts int) (string, error) {
	if parts == len(e.path) {
		return e.source, nil
	}
	inner, err := e.literal(parts + 1)
	if err != nil || !e.style.Lists(e.path[:parts]) {
		return "{ " + Key(e.path[parts]) + " = " + inner + " }", err
	}
	if e.path[parts] != "0" {
		return "", e.gap(parts, 0)
	}
	return "[" + inner + "]", nil
}

// gap refuses a number of an item that leaves some out.
func (e *edit) gap(parts, has int) error {
	return fmt.Errorf("%s has %d items: the next is %d, not %s", Join(e.path[:parts]), has, has, Key(e.path[parts]))
}

// insertField adds a key inside braces.
func (e *edit) insertField(table *Node, prefix []string, depth int) ([]byte, error) {
	source, err := e.literal(depth + 1)
	if err != nil {
		return nil, err
	}
	field := Join(append(prefix, e.path[depth])) + " = " + source
	if len(table.Fields) == 0 {
		at := table.Value.Start + 1
		if len(strings.TrimSpace(string(e.text[at:table.Value.End-1]))) == 0 {
			return e.patched(patch{table.Value, "{ " + field + " }"}), nil
		}
		return e.patched(patch{Span{at, at}, " " + field + ", "}), nil
	}
	at := 0
	for _, f := range table.Fields {
		at = max(at, f.end())
	}
	return e.patched(patch{Span{at, at}, ", " + field}), nil
}

// end is where the last value of a field ends.
func (n *Node) end() int {
	if n.form == assigned {
		return n.Value.End
	}
	end := 0
	for _, f := range n.Fields {
		end = max(end, f.end())
	}
	return end
}

// insertItem adds an item to a list in brackets.
func (e *edit) insertItem(list *Node, depth int) ([]byte, error) {
	if e.path[depth] != fmt.Sprint(len(list.Items)) {
		return nil, e.gap(depth, len(list.Items))
	}
	source, err := e.literal(depth + 1)
	if err != nil {
		return nil, err
	}
	if len(list.Items) == 0 {
		at := list.Value.Start + 1
		if blankLine(e.text[at : list.Value.End-1]) {
			return e.patched(patch{list.Value, "[" + source + "]"}), nil
		}
		return e.patched(patch{Span{at, at}, source + ", "}), nil
	}
	last := list.Items[len(list.Items)-1].Value
	start := e.lineStart(last.Start)
	indent := e.text[start:last.Start]
	if !blankLine(indent) {
		return e.patched(patch{Span{last.End, last.End}, ", " + source}), nil
	}
	// One item a line: the comma goes behind the last item, the new one behind
	// that line's comment.
	end, comma := e.lineEnd(last.End), e.blank(last.End)
	line := e.newline() + string(indent) + source
	if e.text[comma] == ',' {
		return e.patched(patch{Span{end, end}, line + ","}), nil
	}
	if end >= list.Value.End {
		end = last.End
	}
	return e.patched(patch{Span{last.End, last.End}, ","}, patch{Span{end, end}, line}), nil
}

// patch replaces a range of the text.
type patch struct {
	Span
	with string
}

// patched is the text with patches, which are in order and do not overlap.
func (t *Tree) patched(patches ...patch) []byte {
	var out []byte
	at := 0
	for _, p := range patches {
		out = append(append(out, t.text[at:p.Start]...), p.with...)
		at = p.End
	}
	return append(out, t.text[at:]...)
}
