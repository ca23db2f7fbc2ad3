package scenarios

import (
	"fmt"
	"slices"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/scenarios/syntax"
)

// reader turns one tree into one value and collects what is wrong on the way.
type reader struct {
	product *listing.Product // what the scenario is about; nil while unknown
	files   *files
	source  func(*syntax.Node) string // the text of a value
	faults  []fault
	before  *deal.Scenario // of the same variant and product, in the document before
	was     *syntax.Node   // its keys; nil where there is none
}

// fault is something wrong, told by path so that it can be looked up in every
// variant, and by node so that it can be found in the text.
type fault struct {
	path         deal.Path
	node         *syntax.Node
	message, fix string
	whole        bool      // about a table and not one of its values
	key          bool      // about a key and not its value
	other        deal.Path // the other key of a contradiction, if that is what it is
	file         *Error    // it lies in a file that the scenario names
}

// place is a node and the way to it. The way is a chain, so that a path is
// only built where there is something to say.
type place struct {
	*syntax.Node
	up   *place
	part string
}

func (p *place) step(n *syntax.Node, part string) *place {
	return &place{Node: n, up: p, part: part}
}

func (p *place) field(n *syntax.Node) *place { return p.step(n, n.Name) }

func (p *place) item(i int) *place { return p.step(p.Items[i], fmt.Sprint(i)) }

func (p *place) path() deal.Path {
	var path deal.Path
	for ; p.up != nil; p = p.up {
		path = append(path, p.part)
	}
	slices.Reverse(path)
	return path
}

// name is the place as a message writes it.
func (p *place) name() string {
	if p.up == nil {
		return "the file"
	}
	return p.path().String()
}

// refuse is for what is wrong with a value.
func (r *reader) refuse(p *place, message, fix string) {
	r.faults = append(r.faults, fault{path: p.path(), node: p.Node, message: message, fix: fix})
}

// refuseKey is for a key that may not stand where it stands.
func (r *reader) refuseKey(p *place, message, fix string) {
	r.faults = append(r.faults, fault{path: p.path(), node: p.Node, message: message, fix: fix, key: true})
}

// refuseTable is for what is wrong with a table as a whole.
func (r *reader) refuseTable(p *place, message, fix string) {
	r.faults = append(r.faults, fault{path: p.path(), node: p.Node, message: message, fix: fix, whole: true})
}

// key is one key of a table's schema: how it is read into the table's value.
type key[T any] struct {
	name    string
	read    func(r *reader, p *place, into *T)
	example string // of a key that must be given
}

// absent tells whether a table is taken away by `name = false`.
func absent(n *syntax.Node) bool { return n.Kind == syntax.Bool && n.Text == "false" }

// table reads a table by its schema. Keys are read in the order of the file;
// those that the schema does not know are refused.
func table[T any](r *reader, p *place, schema []key[T], into *T) bool {
	if p.Kind != syntax.Table {
		r.refuse(p, fmt.Sprintf("%s is %s, not a table", p.name(), p.Kind), "write its keys under ["+p.path().String()+"]")
		return false
	}
	for _, f := range p.Fields {
		at := slices.IndexFunc(schema, func(k key[T]) bool { return k.name == f.Name })
		if at >= 0 {
			schema[at].read(r, p.field(f), into)
			continue
		}
		names := make([]string, len(schema))
		for i, k := range schema {
			names[i] = k.name
		}
		r.refuseKey(p.field(f), "unknown key "+Quoted(f.Name), Suggestion(f.Name, names, "the keys here are "))
	}
	for _, k := range schema {
		if k.example != "" && p.Field(k.name) == nil {
			r.refuseTable(p, fmt.Sprintf("%s has no %s", p.name(), k.name), "write "+k.example)
		}
	}
	return true
}

// Suggestion names the word that was probably meant, or all of them.
func Suggestion(typed string, words []string, all string) string {
	if near := Nearest(typed, words); near != "" {
		return "write " + deal.Quoted(near)
	}
	shown := make([]string, len(words))
	for i, w := range words {
		shown[i] = deal.Quoted(w)
	}
	return all + listed(shown, "and")
}

// sub reads a table that may be taken away into a new value.
func sub[T, U any](schema []key[U], at func(*T) **U, check func(*reader, *place, *U)) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if absent(p.Node) {
			return
		}
		made := new(U)
		if table(r, p, schema, made) {
			if check != nil {
				check(r, p, made)
			}
			*at(into) = made
		}
	}
}

// entries reads a table whose keys are names the product gives: an instance
// type or a dimension each.
func entries[T any](read func(r *reader, p *place, name string, into *T)) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if absent(p.Node) {
			return
		}
		if p.Kind != syntax.Table {
			r.refuse(p, fmt.Sprintf("%s is %s, not a table", p.name(), p.Kind), "write its keys under ["+p.path().String()+`."name"]`)
			return
		}
		for _, f := range p.Fields {
			if !absent(f) {
				read(r, p.field(f), f.Name, into)
			}
		}
	}
}

// items reads a list of tables.
func items[T any](read func(r *reader, p *place, into *T)) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if absent(p.Node) {
			return
		}
		if p.Kind != syntax.List {
			r.refuse(p, fmt.Sprintf("%s is %s, not a list of tables", p.name(), p.Kind), "write [["+p.path().String()+"]]")
			return
		}
		for i := range p.Items {
			read(r, p.item(i), into)
		}
	}
}

// exclusive are the keys that say one thing in two ways: only one of each group
// may stand in a table.
var exclusive = []struct {
	table deal.Path // "*" is any name
	keys  []string
}{
	{deal.P("instance", "*"), []string{"running", "load", "profile"}},
	{deal.P("offer"), []string{"months", "days"}},
	{deal.P("offer"), []string{"schedule", "installment"}},
	{deal.P("offer", "instance", "*"), []string{"annual", "upfront"}},
}

// alike tells whether a path fits a pattern.
func alike(pattern, path deal.Path) bool {
	return slices.EqualFunc(pattern, path, func(want, part string) bool { return want == "*" || want == part })
}

// rivals are the keys that may not stand in the table beside this one.
func rivals(table deal.Path, name string) []string {
	var found []string
	for _, e := range exclusive {
		if alike(e.table, table) && slices.Contains(e.keys, name) {
			for _, k := range e.keys {
				if k != name {
					found = append(found, k)
				}
			}
		}
	}
	return found
}

// oneOf refuses the second of two keys that say the same thing.
func (r *reader) oneOf(p *place) {
	if len(p.Fields) < 2 {
		return
	}
	path := p.path()
	for i, f := range p.Fields {
		for _, rival := range rivals(path, f.Name) {
			said := func(earlier *syntax.Node) bool { return earlier.Name == rival && !absent(earlier) }
			if !absent(f) && slices.ContainsFunc(p.Fields[:i], said) {
				r.refuseKey(p.field(f), fmt.Sprintf("%s and %s say the same thing in two ways", rival, f.Name), "keep one of them")
				break
			}
		}
	}
}

// known refuses a name that the product does not have.
func (r *reader) known(p *place, what string, has []string) bool {
	if slices.Contains(has, p.part) {
		return true
	}
	if len(has) == 0 {
		r.refuseKey(p, fmt.Sprintf("%s has no %ss, so no %s", r.product.ID, what, Quoted(p.part)), "take it out, or name another product")
		return false
	}
	r.refuseKey(p, fmt.Sprintf("%s has no %s %s", r.product.ID, what, Quoted(p.part)), Suggestion(p.part, has, "it has "))
	return false
}

func (r *reader) knownInstance(p *place) bool {
	if r.product == nil {
		return true
	}
	if _, ok := r.product.Instance(p.part); ok {
		return true
	}
	var has []string
	for _, i := range r.product.Instances {
		has = append(has, i.Type)
	}
	return r.known(p, "instance type", has)
}

func (r *reader) knownDimension(p *place) bool {
	if r.product == nil {
		return true
	}
	if _, ok := r.product.Dimension(p.part); ok {
		return true
	}
	var has []string
	for _, d := range r.product.Dimensions {
		has = append(has, d.Key)
	}
	return r.known(p, "dimension", has)
}
