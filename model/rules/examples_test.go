package rules_test

import (
	"slices"
	"testing"

	"termsheet/model/rules"
)

// examples are those of all chapters.
var examples = slices.Concat(annualExamples, usageExamples, contractExamples, freeExamples, changeExamples, modelExamples,
	offerExamples, paymentExamples, renewalExamples, amendmentExamples, sellerExamples)

// TestExamples checks every example: its rule says what it should, and no
// other rule calls it an error.
func TestExamples(t *testing.T) {
	for i, e := range examples {
		t.Run(e.rule+"/"+string(e.kind), func(t *testing.T) {
			list := e.check(t)
			for _, f := range list {
				if f.Rule == "" {
					t.Errorf("example %d\n%s%s\nis against no rule for %+v", i, e.product, e.scenario, f)
				}
			}
			if got := told(list, e.rule); got != e.want {
				t.Errorf("example %d\n%s%s\nfound  %q\nwanted %q", i, e.product, e.scenario, got, e.want)
			}
			if others := errorsBesides(list, e.rule); len(others) > 0 {
				t.Errorf("example %d\n%s%s\nis also an error for %+v", i, e.product, e.scenario, others)
			}
		})
	}
}

// TestEveryCheckHasExamples wants one that breaks each checked rule, one on its
// edge and one that keeps it, and a check behind every rule that has them.
func TestEveryCheckHasExamples(t *testing.T) {
	seen := map[string]map[kind]bool{}
	for _, e := range examples {
		if seen[e.rule] == nil {
			seen[e.rule] = map[kind]bool{}
		}
		seen[e.rule][e.kind] = true
		if e.kind == breaks && e.want == "" || e.kind == keeps && e.want != "" {
			t.Errorf("an example of %s that %s it wants %q", e.rule, e.kind, e.want)
		}
	}
	checked := rules.CheckedRules()
	for _, id := range checked {
		for _, k := range []kind{breaks, edge, keeps} {
			if !seen[id][k] {
				t.Errorf("%s has no example that %s it", id, k)
			}
		}
	}
	for id := range seen {
		if !slices.Contains(checked, id) {
			t.Errorf("%s has examples and no check", id)
		}
	}
}

// TestEveryRuleIsUsed wants every rule of the rulebook priced, checked or
// shown, or a reason why it is not applicable; a check behind every rule that
// is called checked; and no check without its rule.
func TestEveryRuleIsUsed(t *testing.T) {
	rb, checked := rulebook(t, ""), rules.CheckedRules()
	for _, r := range rb.Rules {
		if len(r.Use) == 0 || r.Is(rules.NotApplicable) && (r.Why == "" || len(r.Use) > 1) {
			t.Errorf("%s is used as %v, because %q", r.ID, r.Use, r.Why)
		}
		if r.Is(rules.Checked) != slices.Contains(checked, r.ID) {
			t.Errorf("%s is used as %v, and has a check: %v", r.ID, r.Use, slices.Contains(checked, r.ID))
		}
	}
	for _, id := range checked {
		if _, ok := rb.Rule(id); !ok {
			t.Errorf("the check of %s has no rule", id)
		}
	}
}
