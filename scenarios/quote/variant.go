package quote

import (
	"termsheet/model/deal"
	"termsheet/scenarios"
)

// Variant is the named scenario of a document, whether or not it has a price.
func Variant(doc *scenarios.Document, name string) (*deal.Scenario, error) {
	s, ok := doc.Scenario(name)
	if !ok {
		return nil, noVariant(doc, name)
	}
	return s, nil
}
