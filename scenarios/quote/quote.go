// Package quote prices a scenario file: its scenario, its variants, and what
// the rulebook has to say of them, as one report.
package quote

import (
	"errors"
	"fmt"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/model/seller"
	"termsheet/scenarios"
	"termsheet/scenarios/check"
)

// Options say how much is told.
type Options struct {
	Variant string // only this one; "" is all
	Seller  bool   // the seller's own view as well
}

// Of prices a document. Where a variant cannot be priced, the errors say at
// which place of the file.
func Of(doc *scenarios.Document, book *rules.Rulebook, o Options) (report.Report, error) {
	quotes, err := price(doc, book.Conventions(), o.Variant)
	if err != nil {
		return report.Report{}, err
	}
	if o.Seller {
		if err := addSeller(doc, book, quotes); err != nil {
			return report.Report{}, err
		}
	}
	head, _ := doc.Scenario(quotes[0].Variant)
	return report.Report{Scenario: head, Quotes: quotes, Findings: check.Scenario(doc, book, o.Seller)}, nil
}

// price prices the named variant of a document, or all.
func price(doc *scenarios.Document, c pricing.Conventions, only string) ([]report.Priced, error) {
	list := doc.Scenarios()
	if only != "" {
		s, ok := doc.Scenario(only)
		if !ok {
			return nil, noVariant(doc, only)
		}
		list = []*deal.Scenario{s}
	}
	var quotes []report.Priced
	var failed scenarios.Errors
	told := map[string]bool{} // what is told of the scenario itself is not told of each variant
	for _, s := range list {
		q, err := pricing.Price(s, c)
		if err == nil {
			quotes = append(quotes, report.Priced{Quote: q})
			continue
		}
		for _, e := range reasons(err) {
			if told[e.Error()] {
				continue
			}
			told[e.Error()] = s.Variant == deal.Base
			failed = append(failed, placed(doc, s.Variant, e))
		}
	}
	if len(failed) > 0 {
		return nil, failed
	}
	return quotes, nil
}

// reasons lists all that keeps a scenario from being priced.
func reasons(err error) []error {
	list := []error{err}
	var first *pricing.Error
	if errors.As(err, &first) {
		for _, e := range first.More {
			list = append(list, e)
		}
	}
	return list
}

// placed says where in the file stands what cannot be priced: what a variant brings
// about, on the key of it that comes nearest.
func placed(doc *scenarios.Document, variant string, err error) *scenarios.Error {
	var at *pricing.Error
	if !errors.As(err, &at) {
		return &scenarios.Error{Position: scenarios.Position{File: doc.Name()}, Message: err.Error()}
	}
	told := &scenarios.Error{Position: doc.Where(variant, at.Path), Message: scenarios.InVariant(variant, at.Message), Fix: at.Fix}
	if variant != deal.Base {
		if own, ok := doc.WhereOwn(variant, at.Path); ok {
			told.Position = own
		}
	}
	return told
}

func noVariant(doc *scenarios.Document, name string) error {
	var names []string
	for _, s := range doc.Scenarios() {
		names = append(names, fmt.Sprintf("%q", s.Variant))
	}
	return scenarios.Errors{{Position: scenarios.Position{File: doc.Name()},
		Message: fmt.Sprintf("there is no variant %q", name), Fix: "use " + strings.Join(names, ", ")}}
}

// addSeller works out what the seller keeps of each quote.
func addSeller(doc *scenarios.Document, book *rules.Rulebook, quotes []report.Priced) error {
	fees := seller.FeesOf(book)
	for i := range quotes {
		s, _ := doc.Scenario(quotes[i].Variant)
		view, err := seller.Of(quotes[i].Quote, s, fees)
		if err != nil {
			return scenarios.Errors{placed(doc, s.Variant, fmt.Errorf("the seller's view: %w", err))}
		}
		quotes[i].Seller = view
	}
	return nil
}
