package scenarios

import (
	"errors"
	"fmt"
	"os"
	"strconv"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/rules"
	"termsheet/scenarios/syntax"
	"termsheet/seeds"
)

// builtinRulebook is how messages name the rulebook that is built in.
const builtinRulebook = "rulebook.toml"

// Rulebook reads the built-in rulebook with the keys of a file laid over it;
// "" lays nothing over it. The file may hold any of the built-in keys and no
// others.
func Rulebook(overlay string) (*rules.Rulebook, error) {
	base, err := readRulebook(builtinRulebook, seeds.Rulebook)
	if err != nil {
		return nil, err
	}
	if overlay == "" {
		return base.make()
	}
	text, err := os.ReadFile(overlay)
	if err != nil {
		return nil, fmt.Errorf("reading the rulebook: %w", err)
	}
	return overlaid(base, overlay, text)
}

// overlaid lays the text of a file over a rulebook.
func overlaid(base *rulebookFile, name string, text []byte) (*rules.Rulebook, error) {
	over, err := readRulebook(name, text)
	if err != nil {
		return nil, err
	}
	over.entries = rules.Overlay(base.entries, over.entries)
	return over.make()
}

// rulebookFile is a rulebook as its keys, with where they stand.
type rulebookFile struct {
	name    string
	tree    *syntax.Tree
	entries []rules.Entry
	errs    Errors
}

// make turns the keys into a rulebook.
func (f *rulebookFile) make() (*rules.Rulebook, error) {
	rb, problems := rules.New(f.entries)
	for _, p := range problems {
		node, _ := f.tree.Root.Walk(p.Path)
		f.refuse(node, p.Message, p.Fix)
	}
	if len(f.errs) > 0 {
		return nil, f.errs.sorted(f.name)
	}
	return rb, nil
}

// refuse says what is wrong with a key.
func (f *rulebookFile) refuse(n *syntax.Node, message, fix string) {
	line, column := f.tree.Position(n.At())
	f.errs = append(f.errs, &Error{Position{f.name, line, column}, message, fix})
}

func readRulebook(name string, text []byte) (*rulebookFile, error) {
	tree, faults := syntax.Parse(text)
	f := &rulebookFile{name: name, tree: tree}
	for _, fault := range faults {
		f.errs = append(f.errs, &Error{Position{name, fault.Line, fault.Column}, fault.Message, fault.Fix})
	}
	if tree == nil {
		return nil, f.errs
	}
	f.flatten(nil, tree.Root)
	return f, nil
}

// flatten lists the keys of a table, those of the tables in it with their
// whole paths.
func (f *rulebookFile) flatten(path deal.Path, table *syntax.Node) {
	for _, n := range table.Fields {
		at := path.With(n.Name)
		if n.Kind == syntax.Table {
			f.flatten(at, n)
			continue
		}
		value, err := plain(n)
		if err != nil {
			f.refuse(n, fmt.Sprintf("%s %v", at, err), `write numbers whole, percentages in quotes ("3%"), dates as 2026-02-01`)
			continue
		}
		f.entries = append(f.entries, rules.Entry{Path: at, Value: value})
	}
}

// plain is the value of a node as a rulebook takes it.
func plain(n *syntax.Node) (any, error) {
	switch n.Kind {
	case syntax.String:
		return n.Text, nil
	case syntax.Bool:
		return n.Text == "true", nil
	case syntax.Integer:
		i, err := strconv.ParseInt(n.Text, 10, 64)
		if err != nil {
			return nil, errors.New("is not a plain whole number")
		}
		return i, nil
	case syntax.Date:
		return calendar.Parse(n.Text)
	case syntax.List:
		list := make([]any, len(n.Items))
		for i, item := range n.Items {
			var err error
			if list[i], err = plain(item); err != nil {
				return nil, err
			}
		}
		return list, nil
	case syntax.Table:
		table := map[string]any{}
		for _, field := range n.Fields {
			v, err := plain(field)
			if err != nil {
				return nil, err
			}
			table[field.Name] = v
		}
		return table, nil
	}
	return nil, fmt.Errorf("is %s", n.Kind)
}
