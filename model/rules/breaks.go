package rules

import "termsheet/model/deal"

// Breaks makes the question which rules a scenario that came of another breaks:
// every error, and the warnings that the other has not had.
func Breaks(rb *Rulebook, before *deal.Scenario) func(*deal.Scenario) []string {
	had := map[string]bool{}
	for _, f := range checkScenario(rb, before) {
		had[f.Rule+f.Path.String()] = true
	}
	return func(s *deal.Scenario) []string {
		var list []string
		told := map[string]bool{}
		for _, f := range checkScenario(rb, s) {
			fresh := f.Severity == Error || f.Severity == Warning && !had[f.Rule+f.Path.String()]
			if fresh && !told[f.Rule] {
				told[f.Rule] = true
				list = append(list, f.Rule)
			}
		}
		return list
	}
}
