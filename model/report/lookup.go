package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
)

// Tree is a quote as its JSON tells it, in which paths find values:
// totals.software, charges.0.amount.
type Tree struct{ root any }

// TreeOf makes the tree of a quote from the very JSON that is written.
func TreeOf(q Priced) (Tree, error) {
	text, err := json.Marshal(quoteOf(q))
	if err != nil {
		return Tree{}, fmt.Errorf("write the quote: %w", err)
	}
	in := json.NewDecoder(bytes.NewReader(text))
	in.UseNumber()
	var t Tree
	if err := in.Decode(&t.root); err != nil {
		return Tree{}, fmt.Errorf("read the quote back: %w", err)
	}
	return t, nil
}

// At is the value at a path, as it is written; null is "null".
func (t Tree) At(path string) (string, error) {
	parts, found, err := t.find(path)
	if err != nil {
		return "", err
	}
	value, ok := figureOf(found)
	if !ok {
		return "", notFigure(parts, found)
	}
	return value, nil
}

// find goes along a path.
func (t Tree) find(path string) (parts deal.Path, found any, err error) {
	if parts, err = deal.ParsePath(path); err != nil {
		return nil, nil, err
	}
	found = t.root
	for i, part := range parts {
		if found, err = step(found, part); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", parts[:i+1], err)
		}
	}
	return parts, found, nil
}

// figureOf writes a value that is no list and no table.
func figureOf(v any) (string, bool) {
	switch v := v.(type) {
	case nil:
		return "null", true
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	}
	return "", false
}

func notFigure(path deal.Path, v any) error {
	return fmt.Errorf("%s is not one figure; go on with %s", path, inside(v))
}

// step goes one part further into a value.
func step(at any, part string) (any, error) {
	switch v := at.(type) {
	case map[string]any:
		if next, ok := v[part]; ok {
			return next, nil
		}
	case []any:
		if i, err := strconv.Atoi(part); err == nil && i >= 0 && i < len(v) {
			return v[i], nil
		}
	default:
		return nil, fmt.Errorf("nothing is inside a figure")
	}
	return nil, fmt.Errorf("there is no such part; use %s", inside(at))
}

// inside names the parts of a value.
func inside(at any) string {
	switch v := at.(type) {
	case map[string]any:
		return strings.Join(slices.Sorted(maps.Keys(v)), ", ")
	case []any:
		if len(v) == 0 {
			return "another path: this list is empty"
		}
		return fmt.Sprintf("a number from 0 to %d", len(v)-1)
	}
	return "nothing"
}

// Want is what is expected of a figure: a value, or one bound or two.
type Want struct {
	Path                    string
	Equals, AtLeast, AtMost string
}

// String writes the wanted value with its relation.
func (w Want) String() string {
	var bounds []string
	if w.AtLeast != "" {
		bounds = append(bounds, "at least "+w.AtLeast)
	}
	if w.AtMost != "" {
		bounds = append(bounds, "at most "+w.AtMost)
	}
	if len(bounds) == 0 {
		return w.Equals
	}
	return strings.Join(bounds, " and ")
}

// Holds tells the value at the path, and whether it is as wanted.
func (t Tree) Holds(w Want) (got string, ok bool, err error) {
	if got, err = t.At(w.Path); err != nil {
		return "", false, err
	}
	return got, w.Met(got), nil
}

// Met tells whether a value is as wanted.
func (w Want) Met(got string) bool {
	if w.AtLeast == "" && w.AtMost == "" {
		order, comparable := compare(got, w.Equals)
		return comparable && order == 0 || got == w.Equals
	}
	return within(got, w.AtLeast, 1) && within(got, w.AtMost, -1)
}

// within tells whether a value lies on the side of a bound, or there is none.
func within(got, bound string, side int) bool {
	if bound == "" {
		return true
	}
	order, comparable := compare(got, bound)
	return comparable && order*side >= 0
}

// compare orders two figures by value, and anything else, such as dates, as
// text; a figure and a text cannot be compared.
func compare(a, b string) (order int, comparable bool) {
	x, isX := number(a)
	y, isY := number(b)
	if isX && isY {
		return x.Cmp(y), true
	}
	return cmp.Compare(a, b), !isX && !isY && a != "null"
}

// number reads a plain decimal; one with an exponent could be of any length.
func number(s string) (decimal.Decimal, bool) {
	d, err := decimal.NewFromString(s)
	return d, err == nil && !strings.ContainsAny(s, "eE")
}
