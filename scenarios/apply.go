package scenarios

import (
	"errors"
	"fmt"
	"slices"

	"termsheet/model/deal"
	"termsheet/scenarios/syntax"
)

// Edit is one change to a document.
type Edit struct {
	Variant string    // deal.Base or "" for the scenario itself
	Path    deal.Path // the key, as the scenario has it: instance."m5.large".annual
	Value   string    // TOML source of the new value; "" removes the key or table
}

// style is how a scenario file is written by hand.
var style = syntax.Style{
	Lists:  matches(deal.P("price_change"), deal.P("amendment"), deal.P("offer", "installment"), deal.P("instance", "*", "load"), deal.P("expect")),
	Inline: matches(deal.P("contract", "quantity"), deal.P("instance", "*", "load"), deal.P("amendment", "*", "add"), deal.P("amendment", "*", "remove"), deal.P("price_change", "*", "dimension", "*", "contract")),
	Order:  []string{"instance", "contract", "usage", "price_change", "amendment", "offer", "model_change", "seller", "variant", "expect"},
}

// matches tells whether a path, in a variant or not, is one of these.
func matches(patterns ...deal.Path) func([]string) bool {
	return func(path []string) bool {
		if len(path) > 1 && path[0] == "variant" {
			path = path[2:]
		}
		return slices.ContainsFunc(patterns, func(p deal.Path) bool { return alike(p, path) })
	}
}

// Apply gives the document with edits made, in order. Only the bytes of the
// edited keys change. A key that says in another way what stands there displaces
// it, and an edit inside a list that a variant has from the scenario first gives
// the variant that list. Where the result does not read it is refused.
func (d *Document) Apply(edits ...Edit) (*Document, error) {
	tree := d.tree
	for _, e := range edits {
		var err error
		if tree, err = applied(tree, e); err != nil {
			return nil, fmt.Errorf("changing %s: %w", e.Path, err)
		}
	}
	return readAfter(d, &Document{name: d.name, path: d.path, text: tree.Text(), tree: tree, files: d.files.clone()})
}

// with is the document with another text, beside the same files.
func (d *Document) with(text []byte) (*Document, error) {
	return readAfter(d, &Document{name: d.name, path: d.path, text: text, files: d.files.clone()})
}

// again reads the text between two edits.
func again(text []byte) (*syntax.Tree, error) {
	tree, faults := syntax.Parse(text)
	if tree == nil || len(faults) > 0 {
		return nil, errors.New(faults[0].Message)
	}
	return tree, nil
}

var errNoKey = errors.New("an edit needs a key: add or remove a variant by its name")

// applied is the tree after one edit.
func applied(tree *syntax.Tree, e Edit) (*syntax.Tree, error) {
	if len(e.Path) == 0 {
		return nil, errNoKey
	}
	prefix, err := layerPath(tree, e.Variant)
	if err != nil {
		return nil, err
	}
	if tree, err = ownList(tree, prefix, e.Path); err != nil {
		return nil, err
	}
	full := prefix.With(e.Path...)
	if e.Value != "" {
		if tree, err = displace(tree, prefix, e); err != nil {
			return nil, err
		}
		if moved, ok := tree.Revalued(full, e.Value); ok {
			return moved, nil
		}
		text, err := tree.Set(full, e.Value, style)
		if err != nil {
			return nil, err
		}
		return again(text)
	}
	text, err := tree.Remove(full)
	switch {
	case err != nil && len(prefix) > 0:
		return nil, fmt.Errorf("variant %s has no %s of its own; to take it away there, set it to false or 0", Quoted(e.Variant), e.Path)
	case err != nil:
		return nil, err
	}
	return again(text)
}

// layerPath is where a variant's keys stand.
func layerPath(tree *syntax.Tree, variant string) (deal.Path, error) {
	if variant == "" || variant == deal.Base {
		return nil, nil
	}
	path := deal.P("variant", variant)
	if _, depth := tree.Root.Walk(path); depth < len(path) {
		return nil, noVariant(variant)
	}
	return path, nil
}

// ownList gives a variant a copy of the scenario's list that the path leads
// into, since a list is replaced and not merged.
func ownList(tree *syntax.Tree, prefix, path deal.Path) (*syntax.Tree, error) {
	if len(prefix) == 0 {
		return tree, nil
	}
	for i := 1; i < len(path); i++ {
		list, depth := tree.Root.Walk(path[:i])
		if depth < i {
			return tree, nil
		}
		if list.Kind != syntax.List {
			continue
		}
		own := prefix.With(path[:i]...)
		if _, depth := tree.Root.Walk(own); depth == len(own) {
			return tree, nil
		}
		text, err := tree.Copy(path[:i], own, style)
		if err != nil {
			return nil, err
		}
		return again(text)
	}
	return tree, nil
}

// displace takes out what says in another way what the edit says.
func displace(tree *syntax.Tree, prefix deal.Path, e Edit) (*syntax.Tree, error) {
	if e.Value == "false" {
		return tree, nil
	}
	for i, name := range e.Path {
		for _, rival := range rivals(e.Path[:i], name) {
			path := prefix.With(e.Path[:i]...).With(rival)
			if _, depth := tree.Root.Walk(path); depth < len(path) {
				continue
			}
			text, err := tree.Remove(path)
			if err != nil {
				return nil, err
			}
			if tree, err = again(text); err != nil {
				return nil, err
			}
		}
	}
	return tree, nil
}
