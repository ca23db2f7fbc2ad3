package syntax

import (
	"fmt"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Limits keep a file to a size that a person can have meant.
const (
	MaxBytes   = 1 << 20
	MaxEntries = 10_000
)

// Fault is something wrong with a file and where it is.
type Fault struct {
	Line, Column int
	Message, Fix string
}

// Parse reads a file. Where the tree is nil the one fault is a syntax error or
// a size; otherwise the faults are keys and tables that are given twice, of
// which the first stands.
func Parse(text []byte) (*Tree, []Fault) {
	if len(text) > MaxBytes {
		return nil, []Fault{{1, 1, "the file is larger than 1 MiB", "split it: a deal fits into a few kilobytes"}}
	}
	if wide(text) {
		return nil, []Fault{{1, 1, "the file is not UTF-8, but UTF-16", "save the file as UTF-8"}}
	}
	// A full slice, so that an offset can be told from a capacity.
	text = text[:len(text):len(text)]
	b := &builder{Tree: Tree{Root: &Node{form: header}, text: text, lines: lineStarts(text)}, source: string(text)}
	b.base = b.lines[0]
	b.section = b.Root
	b.parser.Reset(text[b.base:])
	for b.parser.NextExpression() {
		b.expression(b.parser.Expression())
		if b.entries > MaxEntries {
			return nil, []Fault{b.fault(b.last, fmt.Sprintf("the file has more than %d entries", MaxEntries), "split it")}
		}
	}
	if err := b.parser.Error(); err != nil {
		return nil, []Fault{b.syntaxFault(err)}
	}
	b.nodes = 1 + b.entries
	return &b.Tree, b.faults
}

type builder struct {
	Tree
	parser  unstable.Parser
	source  string // text, so that keys and values need no copies
	base    int    // where the parser's data begins in text
	section *Node
	faults  []Fault
	entries int
	last    int // where the newest entry begins
}

func (b *builder) fault(at int, message, fix string) Fault {
	line, column := b.Position(at)
	return Fault{line, column, message, fix}
}

func (b *builder) refuse(at int, message, fix string) {
	b.faults = append(b.faults, b.fault(at, message, fix))
}

func (b *builder) node(kind Kind, f form, key Span) *Node {
	b.entries++
	b.last = key.Start
	return &Node{Kind: kind, form: f, Key: key, number: int32(b.entries)}
}

func (b *builder) expression(e *unstable.Node) {
	switch e.Kind {
	case unstable.KeyValue:
		made, keys, end := b.keyValue(b.section, e)
		b.expressions = append(b.expressions, expression{node: made, section: b.section, keys: keys, Span: Span{keys[0].Start, end}})
	case unstable.Table, unstable.ArrayTable:
		b.header(e)
	}
}

// keys reads the parts of a key.
func (b *builder) keys(it unstable.Iterator) (names []string, spans []Span) {
	for it.Next() {
		n := it.Node()
		s := Span{b.base + int(n.Raw.Offset), b.base + int(n.Raw.Offset+n.Raw.Length)}
		names = append(names, b.slice(s, n.Data))
		spans = append(spans, s)
	}
	return names, spans
}

// slice is the text of a token: cut out of the source where nothing had to be
// unescaped.
func (b *builder) slice(s Span, data []byte) string {
	switch s.End - s.Start - len(data) {
	case 0:
		return b.source[s.Start:s.End]
	case 2:
		return b.source[s.Start+1 : s.End-1]
	}
	return string(data)
}

// keyValue adds `key = value` to a table and tells where the value ends.
func (b *builder) keyValue(table *Node, kv *unstable.Node) (*Node, []Span, int) {
	names, spans := b.keys(kv.Key())
	last := len(names) - 1
	for i, name := range names[:last] {
		next := table.Field(name)
		if next == nil {
			next = b.node(Table, dotted, spans[i])
			next.Name = name
			table.add(next)
		} else if next.form != dotted {
			b.twice(next, spans[i])
			next = &Node{Kind: Table, form: dotted}
		}
		table = next
	}
	made, end := b.value(kv.Value(), b.afterEquals(spans[last].End))
	made.Name, made.Key, made.from = names[last], spans[last], spans[0].Start
	if earlier := table.Field(made.Name); earlier != nil {
		b.twice(earlier, made.Key)
	} else {
		table.add(made)
	}
	return made, spans, end
}

func (b *builder) twice(earlier *Node, at Span) {
	line, _ := b.Position(earlier.At())
	b.refuse(at.Start, fmt.Sprintf("%s is given twice, first in line %d", b.source[at.Start:at.End], line), "keep one of the two")
}

// afterEquals is where the value begins whose key ends there.
func (b *builder) afterEquals(at int) int { return b.blank(b.blank(at) + 1) }

var kinds = map[unstable.Kind]Kind{
	unstable.Array: List, unstable.InlineTable: Table, unstable.String: String, unstable.Bool: Bool,
	unstable.Integer: Integer, unstable.Float: Float, unstable.LocalDate: Date,
	unstable.LocalTime: Moment, unstable.LocalDateTime: Moment, unstable.DateTime: Moment,
}

// value reads what begins at start and tells where it ends.
func (b *builder) value(v *unstable.Node, start int) (*Node, int) {
	made := b.node(kinds[v.Kind], assigned, Span{})
	b.last = start
	made.Value = Span{start, start + int(v.Raw.Length)}
	if made.Kind != Table && made.Kind != List {
		made.Text = b.slice(made.Value, v.Data)
		return made, made.Value.End
	}
	end := start + 1
	for it := v.Children(); it.Next(); {
		if made.Kind == Table {
			_, _, end = b.keyValue(made, it.Node())
			continue
		}
		item, after := b.value(it.Node(), skipTrivia(b.text, end))
		made.push(item)
		end = after
	}
	made.Value.End = skipTrivia(b.text, end) + 1
	return made, made.Value.End
}

// skipTrivia passes over what may stand between the items of a list.
func skipTrivia(text []byte, at int) int {
	for at < len(text) {
		switch text[at] {
		case ' ', '\t', '\r', '\n', ',':
			at++
		case '#':
			for at < len(text) && text[at] != '\n' {
				at++
			}
		default:
			return at
		}
	}
	return at
}

// header opens the table of [a.b] or a new item of [[a.b]].
func (b *builder) header(e *unstable.Node) {
	names, spans := b.keys(e.Key())
	last := len(names) - 1
	table, ok := b.Root, true
	for i := 0; i < last && ok; i++ {
		table, ok = b.through(table, names[i], spans[i])
	}
	if ok && e.Kind == unstable.Table {
		table = b.open(table, names[last], spans[last])
	} else if ok {
		table = b.item(table, names[last], spans[last])
	} else {
		table = nil
	}
	if table == nil { // refused: what follows is read, but goes nowhere
		table = &Node{Kind: Table, form: header, Key: spans[last]}
	}
	b.section = table
	start, end := spans[0].Start-1, b.blank(spans[last].End)+1
	for b.text[start] != '[' {
		start--
	}
	if e.Kind == unstable.ArrayTable {
		start, end = start-1, end+1
	}
	b.expressions = append(b.expressions, expression{node: table, section: table, keys: spans, Span: Span{start, end}, header: true})
}

// through steps into a table on the way to the one that a header opens.
func (b *builder) through(table *Node, name string, at Span) (*Node, bool) {
	next := table.Field(name)
	switch {
	case next == nil:
		next = b.node(Table, implied, at)
		next.Name = name
		return table.add(next), true
	case next.form == assigned:
		b.notTable(next, at)
		return nil, false
	case next.Kind == List:
		return next.Items[len(next.Items)-1], true
	}
	return next, true
}

func (b *builder) notTable(earlier *Node, at Span) {
	line, _ := b.Position(earlier.At())
	b.refuse(at.Start, fmt.Sprintf("%s is already %s in line %d", b.source[at.Start:at.End], earlier.Kind, line), "keep one of the two")
}

func (b *builder) open(table *Node, name string, at Span) *Node {
	next := table.Field(name)
	switch {
	case next == nil:
		next = b.node(Table, header, at)
		next.Name = name
		return table.add(next)
	case next.form == implied:
		next.form, next.Key = header, at
		return next
	case next.form == assigned:
		b.notTable(next, at)
	default:
		b.twice(next, at)
	}
	return nil
}

func (b *builder) item(table *Node, name string, at Span) *Node {
	list := table.Field(name)
	switch {
	case list == nil:
		list = b.node(List, header, at)
		list.Name = name
		table.add(list)
	case list.Kind != List || list.form != header:
		b.notTable(list, at)
		return nil
	}
	return list.push(b.node(Table, header, at))
}
