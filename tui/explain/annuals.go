package explain

import (
	"fmt"

	"termsheet/model/whatif"
)

// Annuals explains what a number of annuals of a type costs over the first 12
// months.
func (s Source) Annuals(key string, at whatif.Point) (*Page, error) {
	p := &Page{title: "Where it comes from", value: at.Cost.Grouped(),
		what:    fmt.Sprintf("what X = %d of %s costs over the first 12 months, with what it leaves to be paid by the hour", at.X, key),
		formula: fmt.Sprintf("%s + %s by the hour", (at.Cost - at.Uncovered).Grouped(), at.Uncovered.Grouped())}
	p.items = append(s.even(inputsSection, key), s.rules([]string{"ANN-1", "ANN-5"})...)
	return p, nil
}
