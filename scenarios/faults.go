package scenarios

import (
	"termsheet/scenarios/syntax"
)

func newReader(text []byte) *reader {
	return &reader{source: func(n *syntax.Node) string { return string(text[n.Value.Start:n.Value.End]) }}
}

// at is the fault as an error of the file.
func (f fault) at(name string, tree *syntax.Tree) *Error {
	if f.file != nil {
		return f.file
	}
	at := f.node.At()
	if !f.key && !f.whole && f.node.Value != (syntax.Span{}) {
		at = f.node.Value.Start
	}
	line, column := tree.Position(at)
	return &Error{Position{name, line, column}, f.message, f.fix}
}

func positionIn(name string, tree *syntax.Tree, node *syntax.Node) Position {
	line, column := tree.Position(node.At())
	return Position{name, line, column}
}

func syntaxErrors(name string, faults []syntax.Fault) Errors {
	var errs Errors
	for _, f := range faults {
		errs = append(errs, &Error{Position{name, f.Line, f.Column}, f.Message, f.Fix})
	}
	return errs
}

// orNone is the place, or one where nothing stands.
func (p *place) orNone() *place {
	if p == nil {
		return &place{Node: &syntax.Node{Kind: syntax.Table}}
	}
	return p
}
