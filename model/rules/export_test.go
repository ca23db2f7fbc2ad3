package rules

import "slices"

// CheckedRules lists the rules that have a check, each once.
func CheckedRules() []string {
	var list []string
	for _, k := range checks {
		if !slices.Contains(list, k.rule) {
			list = append(list, k.rule)
		}
	}
	return list
}
