package compare

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/scenarios"
	"termsheet/tui/session"
)

// all stands behind a file for every variant of it.
const all = "*"

// Files opens what a word names: a file, which stands for its base; FILE:VARIANT,
// or FILE:* for all of its variants.
func Files(ref string, c pricing.Conventions) ([]Column, error) {
	doc, err := scenarios.Open(ref)
	if err == nil {
		return []Column{File(doc, deal.Base, c)}, nil
	}
	at := strings.LastIndex(ref, ":")
	if at <= 0 {
		return nil, err
	}
	if doc, err = scenarios.Open(ref[:at]); err != nil {
		return nil, err
	}
	var list []Column
	var names []string
	for _, s := range doc.Scenarios() {
		names = append(names, s.Variant)
		if want := ref[at+1:]; want == all || strings.EqualFold(want, s.Variant) {
			list = append(list, File(doc, s.Variant, c))
		}
	}
	if len(list) == 0 {
		return nil, &Absent{ref[:at], ref[at+1:], names}
	}
	return list, nil
}

// Absent is the error of a variant that a file does not have.
type Absent struct {
	File, Variant string
	Has           []string // what it has instead
}

// Error names the variants that there are instead.
func (e *Absent) Error() string {
	return fmt.Sprintf("%s has no variant %s; it has %s", e.File, e.Variant, strings.Join(e.Has, ", "))
}

// Short says it without the name of a variant, as of one that is hidden.
func (e *Absent) Short() string { return e.File + " has no variant of that name" }

// File prices a variant of a document as a column of its own.
func File(doc *scenarios.Document, variant string, c pricing.Conventions) Column {
	s, _ := doc.Scenario(variant)
	name := strings.TrimSuffix(filepath.Base(doc.Name()), ".toml")
	if variant != deal.Base {
		name += ": " + variant
	}
	col := Column{Name: name, Doc: doc}
	col.price(s, c)
	return col
}

func (col *Column) price(s *deal.Scenario, c pricing.Conventions) {
	quote, err := pricing.Price(s, c)
	col.Priced = session.Priced{Scenario: s, Quote: quote, Err: err}
}

// Documents are the files that columns are of, each once.
func (c *Sheet) Documents() []*scenarios.Document {
	var docs []*scenarios.Document
	for _, col := range c.files {
		if !slices.ContainsFunc(docs, func(d *scenarios.Document) bool { return d.Name() == col.Doc.Name() }) {
			docs = append(docs, col.Doc)
		}
	}
	return docs
}

// Reread takes over a document that has changed on disk. Where it cannot be
// read, or has lost a variant, the last good figures stay, with a mark.
func (c *Sheet) Reread(name string, doc *scenarios.Document) {
	for i := range c.files {
		col := &c.files[i]
		if col.Doc.Name() != name {
			continue
		}
		col.broken = true
		if doc == nil {
			continue
		}
		if s, ok := doc.Scenario(col.Scenario.Variant); ok {
			col.Doc, col.broken = doc, false
			col.price(s, c.s.Conventions())
		}
	}
	c.of = key{}
}
