package scenarios

import (
	"slices"

	"termsheet/model/deal"
	"termsheet/scenarios/syntax"
)

// overlay lays a variant's table over the scenario's: tables key by key, all
// else replaces, and what the variant says in one way displaces what the
// scenario said in another.
func overlay(base, over *syntax.Node, path deal.Path) *syntax.Node {
	if base == nil || base.Kind != syntax.Table || over.Kind != syntax.Table {
		return over
	}
	fields := make([]*syntax.Node, 0, len(base.Fields)+len(over.Fields))
	for _, f := range base.Fields {
		switch mine := over.Field(f.Name); {
		case mine != nil:
			fields = append(fields, overlay(f, mine, append(path, f.Name)))
		case !displaced(over, path, f.Name):
			fields = append(fields, f)
		}
	}
	for _, f := range over.Fields {
		if base.Field(f.Name) == nil {
			fields = append(fields, f)
		}
	}
	return over.With(fields)
}

func displaced(over *syntax.Node, table deal.Path, name string) bool {
	return slices.ContainsFunc(rivals(table, name), func(rival string) bool {
		f := over.Field(rival)
		return f != nil && !absent(f)
	})
}

// ofVariant turns the faults of a variant into errors. Those that the scenario
// has itself are said once; those that lie in its text but only matter in the
// variant are told where the variant brings them about.
func ofVariant(name string, over *syntax.Node, base, faults []fault) []fault {
	var kept []fault
	for _, f := range faults {
		same := func(b fault) bool {
			return f.message == b.message && slices.Equal(f.path, b.path) && (f.whole || f.node == b.node)
		}
		if f.file != nil {
			kept = append(kept, f)
			continue
		}
		if slices.ContainsFunc(base, same) {
			continue
		}
		if _, depth := over.Walk(f.path); depth < len(f.path) {
			f.node, f.key = cause(over, f), true
			f.message = inVariant + Quoted(name) + ": " + f.message
		}
		kept = append(kept, f)
	}
	return kept
}

// cause is the key of a variant that brings a fault about in the scenario's own
// text: what it contradicts, else another product, else the nearest table.
func cause(over *syntax.Node, f fault) *syntax.Node {
	if f.other != nil {
		if node, depth := over.Walk(f.other); depth == len(f.other) {
			return node
		}
	}
	node, depth := over.Walk(f.path)
	if product := over.Field("product"); depth == 0 && product != nil {
		return product
	}
	return node
}
