package syntax

import (
	"bytes"
	"fmt"
	"strings"
)

// escapes are what a key or text in quotes cannot hold as it is.
var escapes = map[rune]string{'"': `\"`, '\\': `\\`, '\n': `\n`, '\r': `\r`, '\t': `\t`}

// Quote writes text as TOML source.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch escape, ok := escapes[r]; {
		case ok:
			b.WriteString(escape)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Key writes a name as a key, in quotes only where they are needed.
func Key(name string) string {
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c != '-' && c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return Quote(name)
		}
	}
	if name == "" {
		return `""`
	}
	return name
}

// Join writes a path as a dotted key.
func Join(path []string) string {
	parts := make([]string, len(path))
	for i, p := range path {
		parts[i] = Key(p)
	}
	return strings.Join(parts, ".")
}

// newline is how the file ends its lines.
func (t *Tree) newline() string {
	if i := bytes.IndexByte(t.text, '\n'); i > 0 && t.text[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// lineStart is where the line of a byte begins.
func (t *Tree) lineStart(at int) int {
	line, _ := t.Position(at)
	return t.lines[line-1]
}

// lineEnd is where the text of a byte's line ends, before what ends the line.
func (t *Tree) lineEnd(at int) int {
	end := len(t.text)
	if i := bytes.IndexByte(t.text[at:], '\n'); i >= 0 {
		end = at + i
		if end > at && t.text[end-1] == '\r' {
			end--
		}
	}
	return end
}

// nextLine is where the line after a byte's begins, or the end of the text.
func (t *Tree) nextLine(at int) int {
	if i := bytes.IndexByte(t.text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(t.text)
}

func (t *Tree) blank(at int) int {
	for at < len(t.text) && (t.text[at] == ' ' || t.text[at] == '\t') {
		at++
	}
	return at
}

func blankLine(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

func commentLine(line []byte) bool { return bytes.HasPrefix(bytes.TrimSpace(line), []byte{'#'}) }

// above is where the comments begin that stand directly over an expression, and
// so belong to it; where there are none, its own line.
func (t *Tree) above(i int) int {
	least := t.lines[0]
	if i > 0 {
		least = t.nextLine(t.expressions[i-1].End)
	}
	at := t.lineStart(t.expressions[i].Start)
	for at > least {
		before := t.lineStart(at - 1)
		if !commentLine(t.text[before:at]) {
			break
		}
		at = before
	}
	return at
}

// below is where what belongs to an expression ends: its line, and the comments
// directly under it unless they run on into the next expression.
func (t *Tree) below(i int) int {
	own := t.nextLine(t.expressions[i].End)
	at := own
	for at < len(t.text) && commentLine(t.text[at:t.nextLine(at)]) {
		at = t.nextLine(at)
	}
	if at < len(t.text) && !blankLine(t.text[at:t.nextLine(at)]) {
		return own
	}
	return at
}

// lastInside is the last expression of what stands in a node, or -1.
func (t *Tree) lastInside(n *Node) int {
	for i := len(t.expressions) - 1; i >= 0; i-- {
		if t.expressions[i].node.inside(n) {
			return i
		}
	}
	return -1
}

// lastLine is the last `key = value` of a section that stands in a node, or -1.
func (t *Tree) lastLine(n, section *Node) int {
	for i := len(t.expressions) - 1; i >= 0; i-- {
		if x := &t.expressions[i]; !x.header && x.section == section && x.node.inside(n) {
			return i
		}
	}
	return -1
}

// firstInside is the first expression of what stands in a node, or -1.
func (t *Tree) firstInside(n *Node) int {
	for i := range t.expressions {
		if t.expressions[i].node.inside(n) {
			return i
		}
	}
	return -1
}

// lastOf is the last expression of a section, its header among them; -1 for a
// root without keys.
func (t *Tree) lastOf(section *Node) int {
	for i := len(t.expressions) - 1; i >= 0; i-- {
		if t.expressions[i].section == section {
			return i
		}
	}
	return -1
}
