package scenarios

import (
	"reflect"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"termsheet/model/deal"
)

// TestUnchangedScenarios: an edit leaves the scenarios alone that it does not
// reach, and those it reaches are read anew.
func TestUnchangedScenarios(t *testing.T) {
	d, err := Open(firstBuiltin)
	if err != nil {
		t.Fatal(err)
	}
	x := deal.P("instance", "m5.large", "annual")
	for _, c := range []struct {
		edit    Edit
		changed []string
	}{
		{Edit{Path: x, Value: "7"}, []string{deal.Base, "Peaks covered too"}},
		{Edit{Variant: "Hourly only", Path: x, Value: "1"}, []string{"Hourly only"}},
		{Edit{Path: deal.P("months"), Value: "36"}, []string{deal.Base, "Hourly only", "One annual more", "Peaks covered too"}},
		{Edit{Path: x, Value: "8"}, nil},
	} {
		n, err := d.Apply(c.edit)
		if err != nil {
			t.Fatal(err)
		}
		var changed []string
		for i, s := range n.Scenarios() {
			if s != d.Scenarios()[i] {
				changed = append(changed, s.Variant)
			}
		}
		if !reflect.DeepEqual(changed, c.changed) {
			t.Errorf("%s = %s changes %q, want %q", c.edit.Path, c.edit.Value, changed, c.changed)
		}
	}
}

// TestEditedAsReadAnew: a document that was edited again and again holds what its
// text does when it is read on its own.
func TestEditedAsReadAnew(t *testing.T) {
	names := builtinNames()
	var products []string
	for _, p := range Products() {
		products = append(products, p.ID)
	}
	rapid.Check(t, func(t *rapid.T) {
		d, _ := Open(rapid.SampledFrom(names).Draw(t, "document"))
		for range rapid.IntRange(1, 6).Draw(t, "edits") {
			s := rapid.SampledFrom(d.scenarios).Draw(t, "scenario")
			e := Edit{Variant: s.Variant, Path: deal.P("months"), Value: strconv.Itoa(rapid.IntRange(1, 48).Draw(t, "months"))}
			switch types := s.Product.Instances; rapid.IntRange(0, 4).Draw(t, "key") {
			case 1, 2:
				if len(types) > 0 {
					e.Path = deal.P("instance", rapid.SampledFrom(types).Draw(t, "type").Type, rapid.SampledFrom([]string{"annual", "running"}).Draw(t, "X or Y"))
				}
			case 3:
				if len(types) > 0 {
					e.Path = deal.P("price_change", "0", "instance", rapid.SampledFrom(types).Draw(t, "changed").Type, "hourly")
				}
			case 4:
				e.Path, e.Value = deal.P("product"), `"`+rapid.SampledFrom(products).Draw(t, "product")+`"`
			}
			if rapid.IntRange(0, 4).Draw(t, "value") == 0 {
				e.Value = ""
			}
			if n, err := d.Apply(e); err == nil {
				d = n
			}
		}
		anew, err := Read(d.name, d.text, d.files.dir)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(anew.scenarios, d.scenarios) || !reflect.DeepEqual(anew.expects, d.expects) || !anew.tree.Root.Same(d.tree.Root) {
			t.Fatalf("edited, it holds something else than its text:\n%s", d.text)
		}
		for _, leaf := range scalars(anew.tree.Root, nil) {
			if now, _ := d.tree.Root.Walk(leaf.path); now.Key != leaf.node.Key || now.Value != leaf.node.Value {
				t.Fatalf("%s stands at %d, want %d", leaf.path, now.At(), leaf.node.At())
			}
		}
		gone := rapid.SampledFrom(scalars(anew.tree.Root, nil)).Draw(t, "gone").path
		got, failed := d.tree.Remove(gone)
		if want, wrong := anew.tree.Remove(gone); !slices.Equal(got, want) || (failed == nil) != (wrong == nil) {
			t.Fatalf("without %s it is\n%s (%v), want\n%s (%v)", gone, got, failed, want, wrong)
		}
	})
}
