package scenarios

import (
	"fmt"
	"strconv"

	"termsheet/model/deal"
	"termsheet/scenarios/syntax"
)

// These bounds keep a file to what can be priced while somebody waits for it,
// and shown on a screen.
const (
	mostVariants = 100
	mostLines    = 1_000_000 // of charges, in all variants together
)

// usualMonths is how far a scenario is taken to look that does not say.
const usualMonths = 12

// chargeLines is how many charges a scenario can come to: each month hours and
// infrastructure of a type, and the use of a dimension.
func chargeLines(s *deal.Scenario) int {
	types, dimensions := len(s.Instances), len(s.Usage)
	for _, a := range s.Amendments {
		types += len(a.Add)
	}
	if s.Contract != nil {
		dimensions += len(s.Contract.Quantity)
	}
	return monthsAhead(s) * (2*types + dimensions)
}

// monthsAhead is how far a scenario looks, in months begun.
func monthsAhead(s *deal.Scenario) int {
	switch o := s.Offer; {
	case s.Months > 0:
		return s.Months
	case o != nil:
		return (o.End(s.Start) - 1).MonthIndex() - s.Start.MonthIndex() + 1
	case s.Contract != nil && s.Contract.Months > 0:
		return s.Contract.Months
	}
	return usualMonths
}

// tooManyLines refuses a file whose variants together are too much to price, at
// the variant with which they are.
func (d *Document) tooManyLines() (f fault, found bool) {
	total := 0
	for i, s := range d.scenarios {
		total += chargeLines(s)
		if found || total <= mostLines {
			continue
		}
		found = true
		f = fault{node: d.tree.Root, key: true, fix: "look fewer months ahead, or split the file: fewer variants, fewer instance types"}
		if over, depth := d.tree.Root.Walk(deal.P("variant", s.Variant)); i > 0 && depth > 1 {
			f.node = over
		} else if months := d.tree.Root.Field("months"); months != nil {
			f.node = months
		}
	}
	if found {
		f.message = fmt.Sprintf("the file can come to %s charges, and at most %s are priced", grouped(total), grouped(mostLines))
	}
	return f, found
}

// grouped writes a count with commas between its thousands.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// tooManyVariants refuses the first variant above the limit.
func tooManyVariants(variants []*syntax.Node) fault {
	return fault{node: variants[mostVariants], key: true, fix: "split it into several files",
		message: fmt.Sprintf("the file has %s variants, and at most %d are compared", grouped(len(variants)), mostVariants)}
}
