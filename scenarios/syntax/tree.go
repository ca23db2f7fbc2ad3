// Package syntax reads TOML as a tree that knows where everything stands, and
// changes TOML text without touching a byte that is not asked for. It knows
// TOML, not what the keys mean.
package syntax

import (
	"bytes"
	"slices"
	"sort"
	"strconv"
	"unicode/utf8"
)

// Kind is what a value is.
type Kind uint8

// The kinds of a value. Moment is every date or time that is not a local date.
const (
	Table Kind = iota
	List
	String
	Integer
	Float
	Bool
	Date
	Moment
)

var kindNames = [...]string{"a table", "a list", "text", "a whole number", "a bare float", "true or false", "a date", "a time"}

// String names the kind for messages: "a whole number".
func (k Kind) String() string { return kindNames[k] }

// form is how a table or list was written, which decides what may extend it
// and how an edit adds to it.
type form uint8

const (
	assigned form = iota // on the right of an equals sign
	header               // [a.b], or [[a.b]] for a list and its items
	implied              // by a longer header: a in [a.b]
	dotted               // by a dotted key: a in a.b = 1
)

// Span is a range of bytes of the text.
type Span struct{ Start, End int }

// Node is a value of a file: a scalar, a list or a table.
type Node struct {
	Kind   Kind
	Name   string  // its key, empty for an item of a list
	Text   string  // what a string says; any other scalar as written
	Key    Span    // where its key stands, in `key = value` or in a header
	Value  Span    // the source of the value; empty for what headers and dotted keys make
	Fields []*Node // of a table, in the order of the file
	Items  []*Node // of a list

	parent *Node
	number int32 // among the nodes of its tree; the root is 0
	form   form
	from   int              // of a key with a value: where its first dotted part stands
	index  map[string]*Node // of Fields, where there are many
}

// indexFrom is the number of fields from which a table is indexed.
const indexFrom = 16

// Field finds a key of a table, or nil.
func (n *Node) Field(name string) *Node {
	if n.index != nil {
		return n.index[name]
	}
	for _, f := range n.Fields {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// With is a table of the same place that has other fields.
func (n *Node) With(fields []*Node) *Node {
	w := *n
	w.Fields, w.index = fields, nil
	if len(fields) >= indexFrom {
		w.reindex()
	}
	return &w
}

// Same tells whether two nodes say the same, wherever they stand and however
// their tables are written.
func (n *Node) Same(other *Node) bool {
	return n == other || n.Kind == other.Kind && n.Name == other.Name && n.Text == other.Text &&
		slices.EqualFunc(n.Fields, other.Fields, (*Node).Same) && slices.EqualFunc(n.Items, other.Items, (*Node).Same)
}

func (n *Node) reindex() {
	n.index = make(map[string]*Node, 2*len(n.Fields))
	for _, f := range n.Fields {
		n.index[f.Name] = f
	}
}

func (n *Node) add(f *Node) *Node {
	f.parent = n
	n.Fields = append(n.Fields, f)
	switch {
	case n.index != nil:
		n.index[f.Name] = f
	case len(n.Fields) >= indexFrom:
		n.reindex()
	}
	return f
}

func (n *Node) push(item *Node) *Node {
	item.parent = n
	n.Items = append(n.Items, item)
	return item
}

// At is the byte where the node begins: its key, or its value where it has none.
func (n *Node) At() int {
	if n.Key != (Span{}) {
		return n.Key.Start
	}
	return n.Value.Start
}

// Step is the node that one part of a path leads to, or nil: a key of a table,
// or the number of an item of a list.
func (n *Node) Step(part string) *Node {
	switch n.Kind {
	case Table:
		return n.Field(part)
	case List:
		if i, ok := itemIndex(part); ok && i < len(n.Items) {
			return n.Items[i]
		}
	}
	return nil
}

// Walk follows a path as far as it goes and says how many parts that was.
func (n *Node) Walk(path []string) (*Node, int) {
	for i, part := range path {
		next := n.Step(part)
		if next == nil {
			return n, i
		}
		n = next
	}
	return n, len(path)
}

// inside tells whether the node is the other or stands somewhere in it.
func (n *Node) inside(other *Node) bool {
	for ; n != nil; n = n.parent {
		if n == other {
			return true
		}
	}
	return false
}

// path is the way from the root to the node.
func (n *Node) path() []string {
	var p []string
	for ; n.parent != nil; n = n.parent {
		if n.parent.Kind == List {
			p = append(p, strconv.Itoa(slices.Index(n.parent.Items, n)))
		} else {
			p = append(p, n.Name)
		}
	}
	slices.Reverse(p)
	return p
}

func itemIndex(part string) (int, bool) {
	i, err := strconv.Atoi(part)
	return i, err == nil && i >= 0 && strconv.Itoa(i) == part
}

// expression is a header or a `key = value` line of a file.
type expression struct {
	node    *Node  // the table of a header, or the value
	section *Node  // the table whose header stands above; the root at the top
	keys    []Span // the parts of its key
	Span           // from the key or bracket to the end of the value or bracket
	header  bool
}

// Tree is a file that was read.
type Tree struct {
	Root *Node

	text        []byte
	nodes       int
	expressions []expression
	lines       []int // where each line begins
	shares      bool  // nodes with an earlier tree, whose parents and expressions they have
}

// Position turns a byte of the text into line and column, both from 1; columns
// count characters.
func (t *Tree) Position(at int) (line, column int) {
	return position(t.text, t.lines, at)
}

func position(text []byte, lines []int, at int) (line, column int) {
	at = min(max(at, lines[0]), len(text))
	for n := 1; n < utf8.UTFMax && at > lines[0] && at < len(text) && !utf8.RuneStart(text[at]); n++ {
		at-- // the parser points into a character here and there
	}
	line = sort.SearchInts(lines, at+1)
	return line, utf8.RuneCount(text[lines[line-1]:at]) + 1
}

// mark is what some editors put at the start of a file to say it is UTF-8.
var mark = []byte("\xef\xbb\xbf")

func lineStarts(text []byte) []int {
	first := 0
	if bytes.HasPrefix(text, mark) {
		first = len(mark)
	}
	lines := make([]int, 1, 1+bytes.Count(text, []byte{'\n'}))
	lines[0] = first
	for at := first; ; {
		next := bytes.IndexByte(text[at:], '\n')
		if next < 0 {
			return lines
		}
		at += next + 1
		lines = append(lines, at)
	}
}
