package check

import (
	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios"
)

// File checks a scenario or a product, told apart by their keys: "-" is
// standard input, otherwise a path, otherwise the name of what is built in.
func File(ref string, book *rules.Rulebook) ([]report.Finding, error) {
	d, p, err := scenarios.OpenEither(ref)
	switch {
	case err != nil:
		return nil, err
	case p != nil:
		return ofProduct(p, book), nil
	}
	return Scenario(d, book, true), nil
}
