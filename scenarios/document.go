// Package scenarios is the TOML codec: scenario and product files become the
// types of the model, every key with its place, and edits change only the bytes
// they must. It also holds the built-in scenarios.
package scenarios

import (
	"bytes"
	"fmt"
	"slices"

	"termsheet/model/deal"
	"termsheet/scenarios/syntax"
)

// Document is a scenario file: its text is the single truth, every edit is a
// change of text and a new Document.
type Document struct {
	name, path string
	files      *files
	text       []byte
	tree       *syntax.Tree
	products   []*ProductDocument // of each scenario
	scenarios  []*deal.Scenario
	layers     []*syntax.Node // of each scenario, with the variant's keys laid over
	expects    []Expect
}

// Expect is what a file says its quote must hold.
type Expect struct {
	Variant string // deal.Base or the name of a variant
	Path    string // into that variant's quote: totals.software
	Equals  string // one of the three is set, or both bounds
	AtLeast string
	AtMost  string
	Pos     Position
}

// Read reads the text of a scenario file. Products and profiles with a relative
// path are sought in dir; where it is "" only the catalogue's products are there.
func Read(name string, text []byte, dir string) (*Document, error) {
	return read(&Document{name: name, text: slices.Clone(text), files: newFiles(dir)})
}

// read fills a document from its text, or from the tree of it where there is one.
func read(d *Document) (*Document, error) { return readAfter(nil, d) }

// readAfter is read of a document that was made from another one: the scenarios
// whose keys still say the same are those of that one.
func readAfter(before, d *Document) (*Document, error) {
	var errs Errors
	if d.tree == nil {
		tree, twice := syntax.Parse(d.text)
		if errs = syntaxErrors(d.name, twice); tree == nil {
			return nil, errs
		}
		d.tree = tree
	}
	own := without(d.tree.Root, "variant", "expect")
	base := d.layer(before, deal.Base, own, d.tree.Root, baseKeys)
	var faults []fault
	variants := d.variants(base)
	if len(variants) > mostVariants {
		return nil, Errors{tooManyVariants(variants).at(d.name, d.tree)}
	}
	for _, over := range variants {
		laid := overlay(own, over, make(deal.Path, 0, 4))
		layer := d.layer(before, over.Name, laid, laid, scenarioKeys)
		faults = append(faults, ofVariant(over.Name, over, base.faults, layer.faults)...)
	}
	if f, found := d.tooManyLines(); found {
		faults = append(faults, f)
	}
	d.readExpects(before, base)
	for _, f := range append(faults, base.faults...) {
		errs = append(errs, f.at(d.name, d.tree))
	}
	if len(errs) > 0 {
		return nil, errs.sorted(d.name)
	}
	return d, nil
}

// layer reads one complete scenario: its own keys, and the root of the file
// where that has more.
func (d *Document) layer(before *Document, variant string, own, root *syntax.Node, schema []key[deal.Scenario]) *reader {
	d.layers = append(d.layers, own)
	r := newReader(d.text)
	r.files = d.files
	last := before.layerOf(variant)
	if last >= 0 && before.layers[last].Same(own) { // it read without a fault, or there would be no document
		d.products = append(d.products, before.products[last])
		d.scenarios = append(d.scenarios, before.scenarios[last])
		r.product = before.products[last].Product
		return r
	}
	at := &place{Node: root}
	product := r.findProduct(at, d.files)
	if product != nil {
		r.product = product.Product
	}
	d.products = append(d.products, product)
	if last >= 0 && before.products[last] == product {
		r.before, r.was = before.scenarios[last], before.layers[last]
	}
	s := r.scenario(at, own, schema)
	s.File, s.Variant = d.name, variant
	d.scenarios = append(d.scenarios, s)
	return r
}

// variants are the tables that are laid over the scenario.
func (d *Document) variants(r *reader) []*syntax.Node {
	var found []*syntax.Node
	root := &place{Node: d.tree.Root}
	entries(func(r *reader, p *place, name string, _ *struct{}) {
		switch {
		case p.Kind != syntax.Table:
			r.refuse(p, fmt.Sprintf("variant %s is %s, not a table", Quoted(name), p.Kind), `write its keys under [variant."name"]`)
		case name == deal.Base || name == "":
			r.refuseKey(p, fmt.Sprintf("a variant cannot be called %s", Quoted(name)), "write another name")
		default:
			found = append(found, p.Node)
		}
	})(r, root.at("variant").orNone(), nil)
	return found
}

func without(n *syntax.Node, names ...string) *syntax.Node {
	return n.With(slices.DeleteFunc(slices.Clone(n.Fields), func(f *syntax.Node) bool { return slices.Contains(names, f.Name) }))
}

// Name is how messages name the document: its path or the built-in's name.
func (d *Document) Name() string { return d.name }

// Path is the file on disk, "" for a built-in or standard input.
func (d *Document) Path() string { return d.path }

// Text is the source of the document.
func (d *Document) Text() []byte { return slices.Clone(d.text) }

// Scenarios are the scenario itself and then its variants as written, each
// complete.
func (d *Document) Scenarios() []*deal.Scenario { return slices.Clone(d.scenarios) }

// Scenario finds a variant, or the scenario itself by deal.Base or "".
func (d *Document) Scenario(variant string) (*deal.Scenario, bool) {
	i := d.layerOf(variant)
	if i < 0 {
		return nil, false
	}
	return d.scenarios[i], true
}

// layerOf is the place of a variant, -1 where there is none, or no document.
func (d *Document) layerOf(variant string) int {
	if d == nil {
		return -1
	}
	if variant == "" {
		variant = deal.Base
	}
	return slices.IndexFunc(d.scenarios, func(s *deal.Scenario) bool { return s.Variant == variant })
}

// Product is the product of the scenario itself; a variant may name another.
func (d *Document) Product() *ProductDocument { return d.ProductOf(deal.Base) }

// ProductOf is the product of a variant, nil where there is no such variant.
func (d *Document) ProductOf(variant string) *ProductDocument {
	i := d.layerOf(variant)
	if i < 0 {
		return nil
	}
	return d.products[i]
}

// SameText tells whether two documents have the same source.
func (d *Document) SameText(other *Document) bool { return bytes.Equal(d.text, other.text) }

// Expects are the document's expectations as written.
func (d *Document) Expects() []Expect { return slices.Clone(d.expects) }

// Where is the place of a key as the variant sees it: its own, else the
// scenario's, else the nearest parent that is written out.
func (d *Document) Where(variant string, p deal.Path) Position {
	root := d.tree.Root
	if i := d.layerOf(variant); i >= 0 {
		root = d.layers[i]
	}
	node, _ := root.Walk(p)
	return positionIn(d.name, d.tree, node)
}

// WhereFirst is the place of the first of some keys that is written out, as the
// variant sees them; where none is, Where of the first.
func (d *Document) WhereFirst(variant string, paths ...deal.Path) Position {
	root := d.tree.Root
	if i := d.layerOf(variant); i >= 0 {
		root = d.layers[i]
	}
	for _, p := range paths {
		if node, depth := root.Walk(p); depth == len(p) {
			return positionIn(d.name, d.tree, node)
		}
	}
	return d.Where(variant, paths[0])
}

// WhereOwn is the place in a variant's own text of the first of some keys that
// the variant gives; where it gives none, of the key nearest to one of them, and
// of the only one there where it has no other. A variant that is not there has
// no place.
func (d *Document) WhereOwn(variant string, paths ...deal.Path) (at Position, ok bool) {
	over, depth := d.tree.Root.Walk(deal.P("variant", variant))
	if depth < 2 {
		return Position{}, false
	}
	nearest, most := over, 0
	for _, p := range paths {
		switch node, depth := over.Walk(p); {
		case depth == len(p):
			return positionIn(d.name, d.tree, node), true
		case depth > most:
			nearest, most = node, depth
		}
	}
	for nearest.Kind == syntax.Table && len(nearest.Fields) == 1 {
		nearest = nearest.Fields[0]
	}
	return positionIn(d.name, d.tree, nearest), true
}

// Comments are the document's comments, in order.
func (d *Document) Comments() []syntax.Comment { return d.tree.Comments() }
