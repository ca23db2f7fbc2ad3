package field

import (
	"slices"

	"termsheet/model/deal"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// DealTerm is one of the deal's own terms: it belongs to no type or dimension.
type DealTerm struct {
	Field string // its name
	Cell  func(*session.Session) pane.Cell

	words []string    // that name it, too
	keys  []deal.Path // under which it is written
}

// DealTerms are the deal's own terms in the order they are shown.
var DealTerms = []DealTerm{
	{pane.FieldTerm, Term, []string{"length", "contract"}, []deal.Path{deal.P("offer", "months"), deal.P("offer", "days"), deal.P("contract", "months")}},
	{pane.FieldHorizon, Horizon, []string{"months"}, []deal.Path{deal.P("months")}},
	{pane.FieldRenew, Renew, nil, []deal.Path{deal.P("renew")}},
	{pane.FieldStart, Start, nil, []deal.Path{deal.P("start")}},
	{pane.FieldAccepted, Accepted, nil, []deal.Path{deal.P("accepted")}},
	{pane.FieldDiscount, Discount, nil, []deal.Path{deal.P("offer", "discount")}},
	{pane.FieldHours, Hours, nil, []deal.Path{deal.P("hours")}},
	{pane.FieldTrial, Trial, nil, []deal.Path{deal.P("trial")}},
}

// DealWords are the words that name a term of the deal, for completion.
func DealWords() []string {
	var words []string
	for _, t := range DealTerms {
		words = append(words, t.Field)
	}
	return words
}

// dealTerm finds one of the deal's own terms by a word for it.
func dealTerm(word string) (DealTerm, bool) {
	i := slices.IndexFunc(DealTerms, func(t DealTerm) bool { return t.Field == word || slices.Contains(t.words, word) })
	if i < 0 {
		return DealTerm{}, false
	}
	return DealTerms[i], true
}

// Keys are those of the scenario that a field is written under, one or another:
// a field of a type or dimension, or with no key one of the deal's own terms.
func Keys(field, key string) []deal.Path {
	if key == "" {
		t, _ := dealTerm(field)
		return t.keys
	}
	switch field {
	case pane.FieldAnnual:
		return []deal.Path{deal.P("instance", key, "annual")}
	case pane.FieldRunning:
		return []deal.Path{deal.P("instance", key, "running"), deal.P("instance", key, "load"), deal.P("instance", key, "profile")}
	case pane.FieldQuantity:
		return []deal.Path{deal.P("contract", "quantity", key)}
	case pane.FieldInUse:
		return []deal.Path{deal.P("usage", key, "level"), deal.P("usage", key, "monthly")}
	}
	return []deal.Path{deal.P("usage", key, "growth")}
}
