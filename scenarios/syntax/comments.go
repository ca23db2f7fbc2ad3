package syntax

import "github.com/pelletier/go-toml/v2/unstable"

// Comment is a comment of a file, from its # to the end of its line.
type Comment struct {
	Line, Column int
	Text         string
}

// Comments are the file's comments in order. What looks like one inside of text
// is none.
func (t *Tree) Comments() []Comment {
	p := unstable.Parser{KeepComments: true}
	p.Reset(t.text[t.lines[0]:])
	var found []Comment
	var gather func(n *unstable.Node)
	gather = func(n *unstable.Node) {
		if n.Kind == unstable.Comment {
			line, column := t.Position(t.lines[0] + int(n.Raw.Offset))
			found = append(found, Comment{line, column, string(n.Data)})
		}
		for it := n.Children(); it.Next(); {
			gather(it.Node())
		}
	}
	for p.NextExpression() {
		for n := p.Expression(); n.Valid(); n = n.Next() {
			gather(n)
		}
	}
	return found
}
