package scenarios

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
)

// AddVariant gives the document with a new variant at its end: a copy of another
// one, or, from deal.Base or "", one that so far is the scenario itself.
func (d *Document) AddVariant(name, from string) (*Document, error) {
	if err := d.freeName(name); err != nil {
		return nil, err
	}
	to := deal.P("variant", name)
	if from == "" || from == deal.Base {
		text, err := d.tree.Set(to, "{}", style)
		if err != nil {
			return nil, err
		}
		return d.with(text)
	}
	if d.layerOf(from) < 0 {
		return nil, noVariant(from)
	}
	text, err := d.tree.Copy(deal.P("variant", from), to, style)
	if err != nil {
		return nil, err
	}
	return d.with(text)
}

// Returning are the edits that give a variant the offer of the scenario itself,
// of which it goes without by offer = false; none where that is not so. A term and
// a renewal of the variant's own make way for those of the offer.
func (d *Document) Returning(variant string) []Edit {
	s, ok := d.Scenario(variant)
	base := d.scenarios[0]
	if !ok || s == base || s.Offer != nil || base.Offer == nil {
		return nil
	}
	edits := []Edit{{Variant: variant, Path: deal.P("offer")}}
	for _, own := range []deal.Path{deal.P("contract", "months"), deal.P("renew")} {
		if _, depth := d.tree.Root.Walk(append(deal.P("variant", variant), own...)); depth == 2+len(own) {
			edits = append(edits, Edit{Variant: variant, Path: own})
		}
	}
	return edits
}

// Returned is a variant with the offer that Returning gives it, before a discount;
// nil where that is none.
func (d *Document) Returned(variant string) *deal.Scenario {
	edits := d.Returning(variant)
	if edits == nil {
		return nil
	}
	next, err := d.Apply(append(edits, Edit{Variant: variant, Path: deal.P("offer", "discount"), Value: Percent(decimal.Zero)})...)
	if err != nil {
		return nil
	}
	s, _ := next.Scenario(variant)
	return s
}

// RenameVariant gives the document with a variant under another name, in its
// expectations too.
func (d *Document) RenameVariant(name, to string) (*Document, error) {
	if err := d.freeName(to); err != nil {
		return nil, err
	}
	text, err := d.tree.Rename(deal.P("variant", name), to)
	if err != nil {
		return nil, err
	}
	tree, err := again(text)
	if err != nil {
		return nil, err
	}
	for i, e := range d.expects {
		if e.Variant != name {
			continue
		}
		if text, err = tree.Set(deal.P("expect", strconv.Itoa(i), "variant"), Text(to), style); err != nil {
			return nil, err
		}
		if tree, err = again(text); err != nil {
			return nil, err
		}
	}
	return d.with(text)
}

// RemoveVariant gives the document without a variant and its expectations.
func (d *Document) RemoveVariant(name string) (*Document, error) {
	text, err := d.tree.Remove(deal.P("variant", name))
	if err != nil {
		return nil, noVariant(name)
	}
	for i := len(d.expects) - 1; i >= 0; i-- {
		if d.expects[i].Variant != name {
			continue
		}
		tree, err := again(text)
		if err != nil {
			return nil, err
		}
		if text, err = tree.Remove(deal.P("expect", strconv.Itoa(i))); err != nil {
			return nil, err
		}
	}
	return d.with(text)
}

// freeName refuses a name that no new variant can have.
func (d *Document) freeName(name string) error {
	switch {
	case name == "":
		return errors.New("a variant needs a name")
	case d.layerOf(name) >= 0:
		return fmt.Errorf("the name %s is taken", Quoted(name))
	}
	return nil
}
