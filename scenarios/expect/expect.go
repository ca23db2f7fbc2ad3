// Package expect holds scenario files against what they say they cost: the
// [[expect]] tables.
package expect

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/model/seller"
	"termsheet/scenarios"
)

// Result is how one expectation came out.
type Result struct {
	scenarios.Expect
	Got string
	OK  bool
	Err error // why the figure could not be looked at
}

// String is a line that says where something else was wanted than came out.
func (r Result) String() string {
	of := r.Path
	if r.Variant != deal.Base {
		of = fmt.Sprintf("variant %q, %s", r.Variant, r.Path)
	}
	if r.Err != nil {
		// A path that leads nowhere is named by the error itself.
		why := strings.TrimPrefix(r.Err.Error(), r.Path+": ")
		return report.Clean(fmt.Sprintf("%s: %s: %s", r.Pos, of, why))
	}
	return report.Clean(fmt.Sprintf("%s: %s: wanted %s, got %s", r.Pos, of, r.want(), r.Got))
}

func (r Result) want() report.Want {
	return report.Want{Path: r.Path, Equals: r.Equals, AtLeast: r.AtLeast, AtMost: r.AtMost}
}

// resultsOf checks every expectation of a document, in the order of the file. Each
// variant is priced once, and once more where the seller's own figures are
// expected; one that cannot be priced fails its expectations.
func resultsOf(d *scenarios.Document, book *rules.Rulebook) []Result {
	type of struct {
		variant string
		seller  bool
	}
	trees := map[of]priced{}
	var list []Result
	for _, e := range d.Expects() {
		of := of{e.Variant, strings.HasPrefix(e.Path, "seller")}
		p, known := trees[of]
		if !known {
			p = price(d, of.variant, of.seller, book)
			trees[of] = p
		}
		r := Result{Expect: e, Err: p.err}
		if p.err == nil {
			r.Got, r.OK, r.Err = p.tree.Holds(r.want())
		}
		list = append(list, r)
	}
	return list
}

// priced is the quote of a variant, or why there is none.
type priced struct {
	tree report.Tree
	err  error
}

func price(d *scenarios.Document, variant string, own bool, book *rules.Rulebook) priced {
	s, ok := d.Scenario(variant)
	if !ok {
		return priced{err: fmt.Errorf("there is no variant %q", variant)}
	}
	q, err := pricing.Price(s, book.Conventions())
	if err != nil {
		return priced{err: fmt.Errorf("cannot be priced: %w", err)}
	}
	told := report.Priced{Quote: q}
	if own {
		if told.Seller, err = seller.Of(q, s, seller.FeesOf(book)); err != nil {
			return priced{err: fmt.Errorf("the seller's view: %w", err)}
		}
	}
	tree, err := report.TreeOf(told)
	return priced{tree, err}
}

// failed are the results that are not as wanted.
func failed(results []Result) []Result {
	return slices.DeleteFunc(slices.Clone(results), func(r Result) bool { return r.OK })
}

// updated writes what came out in the place of what was wanted. What could not
// be looked at stays as it is.
func updated(d *scenarios.Document, results []Result) (*scenarios.Document, error) {
	var edits []scenarios.Edit
	for i, r := range results {
		if r.OK || r.Err != nil {
			continue
		}
		at := deal.P("expect", strconv.Itoa(i))
		for key, want := range map[string]report.Want{
			"equals": {Equals: r.Equals}, "at_least": {AtLeast: r.AtLeast}, "at_most": {AtMost: r.AtMost},
		} {
			if want != (report.Want{}) && !want.Met(r.Got) {
				edits = append(edits, scenarios.Edit{Path: at.With(key), Value: scenarios.Text(r.Got)})
			}
		}
	}
	return d.Apply(edits...)
}
