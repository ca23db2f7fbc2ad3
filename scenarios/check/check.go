// Package check holds files against the rulebook: it says where in a file the
// findings stand, and leaves out what a comment in the file allows.
package check

import (
	"cmp"
	"slices"

	"termsheet/model/deal"
	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios"
)

// Placed is a finding with its place in a file.
type Placed struct {
	report.Finding
	Of rules.Finding // what it is about; nothing where a comment allows nothing
}

// Scenario holds a scenario with its variants, and its product, against the
// rulebook. Findings that tell the seller's own figures come only if asked for.
func Scenario(d *scenarios.Document, book *rules.Rulebook, seller bool) []report.Finding {
	return reported(InScenario(d, book, seller))
}

// InScenario is Scenario with what each finding is about.
func InScenario(d *scenarios.Document, book *rules.Rulebook, seller bool) []Placed {
	var list []Placed
	found := rules.CheckScenarios(book, d.Scenarios())
	for _, f := range found {
		if !f.SellerOnly || seller {
			list = append(list, placed(f, where(d, f, found)))
		}
	}
	list = allowed(list, d.Name(), d.Comments(), book, seller)
	var seen []*scenarios.ProductDocument
	for _, s := range d.Scenarios() {
		p := d.ProductOf(s.Variant)
		if p == nil || slices.Contains(seen, p) {
			continue
		}
		seen = append(seen, p)
		list = append(list, inProduct(p, book, rules.CheckProductOf(book, s, scenarios.Product))...)
	}
	return list
}

// where a finding stands: what only a variant brings about stands in the
// variant, on the key of it that comes nearest, and all else where it is
// written.
func where(d *scenarios.Document, f rules.Finding, all []rules.Finding) scenarios.Position {
	paths := append([]deal.Path{f.Path}, f.Or...)
	alike := func(g rules.Finding) bool {
		return g.Variant == deal.Base && g.Rule == f.Rule && slices.Equal(g.Path, f.Path)
	}
	if f.Variant != deal.Base && !slices.ContainsFunc(all, alike) {
		if at, ok := d.WhereOwn(f.Variant, paths...); ok {
			return at
		}
	}
	return d.WhereFirst(f.Variant, paths...)
}

// ofProduct holds a product against the rulebook.
func ofProduct(d *scenarios.ProductDocument, book *rules.Rulebook) []report.Finding {
	return reported(inProduct(d, book, rules.CheckProduct(book, d.Product, scenarios.Product, 0)))
}

func inProduct(d *scenarios.ProductDocument, book *rules.Rulebook, found []rules.Finding) []Placed {
	var list []Placed
	for _, f := range found {
		list = append(list, placed(f, d.Where(f.Path)))
	}
	return allowed(list, d.Name(), d.Comments(), book, true)
}

func reported(list []Placed) []report.Finding {
	var out []report.Finding
	for _, p := range list {
		out = append(out, p.Finding)
	}
	return out
}

// placed is a finding with its place; what is found in a variant names it.
func placed(f rules.Finding, at scenarios.Position) Placed {
	message := scenarios.InVariant(f.Variant, f.Message)
	return Placed{report.Finding{Rule: f.Rule, Severity: f.Severity, Message: message, Fix: f.Fix, File: at.File, Line: at.Line, Column: at.Column}, f}
}

// ordered sorts the findings of a file by their place.
func ordered(list []Placed) []Placed {
	slices.SortStableFunc(list, func(a, b Placed) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Rule, b.Rule))
	})
	return list
}
