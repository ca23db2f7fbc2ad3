package syntax

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

func itoa(i int) string { return strconv.Itoa(i) }

func errTableWanted(path []string) error {
	return fmt.Errorf("%s is a table: write { key = value }", Join(path))
}

// insertLine adds `keys = value` to a section, after one of its expressions; -1
// is a root without keys. Parts are those of the path that the keys reach.
func (e *edit) insertLine(section *Node, after int, keys []string, parts int) ([]byte, error) {
	source, err := e.literal(parts)
	if err != nil {
		return nil, err
	}
	nl := e.newline()
	if after < 0 {
		at, line := e.lines[0], Join(keys)+" = "+source+nl
		if len(e.expressions) > 0 {
			at, line = e.above(0), line+nl
		}
		return e.patched(patch{Span{at, at}, line}), nil
	}
	x := &e.expressions[after]
	line := e.line(section, after, Join(keys), source)
	at := e.nextLine(x.End)
	if at == len(e.text) && e.text[at-1] != '\n' {
		return e.patched(patch{Span{at, at}, nl + line}), nil
	}
	return e.patched(patch{Span{at, at}, line + nl}), nil
}

// line writes a key and its value as the section's other lines are written:
// their indent, their equals sign.
func (e *edit) line(section *Node, after int, key, source string) string {
	x := &e.expressions[after]
	indent := string(e.text[e.lineStart(x.Start):x.Start])
	if !x.header && string(e.text[x.keys[len(x.keys)-1].End:x.node.Value.Start]) == "=" {
		return indent + key + "=" + source
	}
	return indent + key + e.padding(section, key) + " = " + source
}

// equalsAt is how far right of its key an expression has its equals sign, and
// how many blanks stand before it.
func (t *Tree) equalsAt(x *expression) (column, blanks int) {
	end := x.keys[len(x.keys)-1].End
	equals := t.blank(end)
	return utf8.RuneCount(t.text[x.Start:equals]), equals - end
}

// padding is the blanks, beyond the one, that align a key with its siblings.
func (e *edit) padding(section *Node, key string) string {
	column, aligned, sure := e.alignment(section)
	if !sure {
		aligned = e.aligns()
	}
	if !aligned {
		return ""
	}
	return strings.Repeat(" ", max(column-1-utf8.RuneCountInString(key), 0))
}

// alignment tells whether a section aligns its equals signs, at which column,
// and whether that is sure.
func (t *Tree) alignment(section *Node) (column int, aligned, sure bool) {
	first := true
	for i := range t.expressions {
		x := &t.expressions[i]
		if x.header || x.section != section {
			continue
		}
		at, blanks := t.equalsAt(x)
		switch {
		case first:
			column, first = at, false
		case at != column:
			return 0, false, true
		}
		if blanks > 1 {
			aligned, sure = true, true
		}
	}
	return column, aligned, sure
}

// aligns tells whether most sections of the file align their equals signs.
func (t *Tree) aligns() bool {
	votes := 0
	for i := range t.expressions {
		x := &t.expressions[i]
		if i > 0 && x.section == t.expressions[i-1].section {
			continue
		}
		if _, aligned, sure := t.alignment(x.section); aligned {
			votes++
		} else if sure {
			votes--
		}
	}
	return votes > 0
}
