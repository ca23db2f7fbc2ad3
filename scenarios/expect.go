package scenarios

import (
	"fmt"

	"termsheet/model/deal"
	"termsheet/scenarios/syntax"
)

var expectKeys = []key[Expect]{
	{name: "variant", read: text(func(e *Expect) *string { return &e.Variant })},
	{name: "path", example: `path = "totals.software"`, read: text(func(e *Expect) *string { return &e.Path })},
	{name: "equals", read: wanted(func(e *Expect) *string { return &e.Equals })},
	{name: "at_least", read: bound(func(e *Expect) *string { return &e.AtLeast })},
	{name: "at_most", read: bound(func(e *Expect) *string { return &e.AtMost })},
}

// wanted reads a value of a quote as its JSON writes it, without quotes.
func wanted(at func(*Expect) *string) func(*reader, *place, *Expect) {
	return func(r *reader, p *place, e *Expect) {
		switch p.Kind {
		case syntax.String, syntax.Integer, syntax.Bool, syntax.Date:
			*at(e) = p.Text
		case syntax.Float:
			r.number(p)
		default:
			r.wrong(p, "a value of a quote", "write "+sample(p, `"24480.00"`))
		}
	}
}

// bound reads a number, which may be negative.
func bound(at func(*Expect) *string) func(*reader, *place, *Expect) {
	return func(r *reader, p *place, e *Expect) {
		digits := p.Text
		if len(digits) > 1 && digits[0] == '-' {
			digits = digits[1:]
		}
		if (p.Kind == syntax.String || p.Kind == syntax.Integer) && isDecimal(digits) {
			*at(e) = p.Text
			return
		}
		r.number(p)
	}
}

func (d *Document) readExpects(before *Document, r *reader) {
	list := (&place{Node: d.tree.Root}).at("expect")
	if list == nil {
		return
	}
	if before != nil && before.tree.Root.Field("expect") == list.Node { // it has not even moved, nor has any name changed
		d.expects = before.expects
		return
	}
	items(func(r *reader, p *place, _ *struct{}) {
		e := Expect{Variant: deal.Base}
		if !table(r, p, expectKeys, &e) {
			return
		}
		e.Pos = positionIn(d.name, d.tree, p.Node)
		r.checkExpect(p, e, d)
		d.expects = append(d.expects, e)
	})(r, list, nil)
}

func (r *reader) checkExpect(p *place, e Expect, d *Document) {
	equals, least, most := p.Field("equals"), p.Field("at_least"), p.Field("at_most")
	switch {
	case equals == nil && least == nil && most == nil:
		r.refuseTable(p, p.name()+" expects nothing", `write equals = "24480.00", or at_least or at_most`)
	case equals != nil && (least != nil || most != nil):
		r.refuseKey(p.field(equals), "equals leaves no room for at_least or at_most", "keep one of them")
	}
	variant := p.Field("variant")
	if variant == nil || d.layerOf(e.Variant) >= 0 && e.Variant != "" {
		return
	}
	var names []string
	for _, s := range d.scenarios {
		names = append(names, s.Variant)
	}
	r.refuse(p.field(variant), fmt.Sprintf("there is no variant %s", Quoted(e.Variant)), Suggestion(e.Variant, names, "the variants are "))
}
