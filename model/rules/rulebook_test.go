package rules_test

import (
	"fmt"
	"slices"
	"testing"

	"termsheet/model/pricing"
	"termsheet/model/rules"
)

// TestRulebookIsComplete wants every rule of every chapter.
func TestRulebookIsComplete(t *testing.T) {
	rb := rulebook(t, "")
	var want []string
	for _, c := range []struct {
		chapter string
		rules   int
	}{
		{"ANN", 15}, {"HRL", 10}, {"USG", 12}, {"CON", 11}, {"CCP", 6}, {"BYL", 3}, {"FRE", 2}, {"TRL", 7}, {"CHG", 14}, {"MOD", 5},
		{"PRV", 12}, {"PAY", 13}, {"FDA", 14}, {"REN", 8}, {"AMD", 9}, {"REF", 4}, {"FEE", 10}, {"TAX", 1}, {"CUR", 1}, {"OWN", 2},
	} {
		for i := range c.rules {
			want = append(want, fmt.Sprintf("%s-%d", c.chapter, i+1))
		}
	}
	want = append(want, "CHG-2b")
	for _, id := range want {
		r, ok := rb.Rule(id)
		if !ok || r.ID != id || r.Text == "" || r.Source == "" || r.Read == 0 || !slices.Contains(rules.Confidences, r.Confidence) {
			t.Errorf("%s: %+v", id, r)
		}
	}
	if len(rb.Rules) != len(want) {
		t.Errorf("%d rules, want %d", len(rb.Rules), len(want))
	}
}

// TestConventions wants every reading to reach pricing.
func TestConventions(t *testing.T) {
	usual := pricing.Conventions{NoticeDays: 90, CutoffDays: 90, DecreasesWait: true, HoursPerMonth: 730, HoursPerYear: 8760, AnnualMonths: 12, YearDays: 365,
		DefaultMonths: 12, FreezeDays: 90, RenewalNoticeDays: 1, RefundDays: 2, PaidOptionDays: 90, ReviewMinDays: 30, ReviewMaxDays: 90}
	if got := rulebook(t, "").Conventions(); got != usual {
		t.Errorf("built in: %+v", got)
	}
	const other = `
[settings]
first_of_month = "strict"
decreases_wait = false
hours_per_month = 720
horizon_months = 24
future_dated_invoice = "acceptance"
proration = "days"
net_zero_amendment = false
remainder = "first"
[rule.CHG-2]
notice_days = 91
[rule.CHG-8]
cutoff_days = 92
[rule.ANN-1]
term_months = 6
[rule.ANN-13]
hours_per_year = 8784
days_per_year = 366
[rule.CHG-9]
freeze_days = 30
[rule.CHG-10]
mail_days = 14
[rule.REF-2]
refund_hours = 72
[rule.BYL-2]
paid_option_days = 60
[rule.MOD-1]
days_min = 10
days_max = 20
`
	want := pricing.Conventions{NoticeDays: 91, CutoffDays: 92, StrictFirst: true, HoursPerMonth: 720, HoursPerYear: 8784, AnnualMonths: 6, YearDays: 366,
		DefaultMonths: 24, InvoiceOnAccepted: true, ProrateDays: true, NetAboveZero: true, RemainderFirst: true, FreezeDays: 30,
		RenewalNoticeDays: 14, RefundDays: 3, PaidOptionDays: 60, ReviewMinDays: 10, ReviewMaxDays: 20}
	if got := rulebook(t, other).Conventions(); got != want {
		t.Errorf("laid over: %+v", got)
	}
}

// TestVariants wants what a variant shares with the base told once, at the
// base, and what is its own at the variant.
func TestVariants(t *testing.T) {
	e := example{product: contract, scenario: contractOffer + `accounts = 27
[variant."Too long".offer]
months = 61
dimension.agents.contract = 900
[variant."As it was"]
title = "The same"
[variant."On public terms"]
offer = false
contract.months = 6
`}
	var got []string
	for _, f := range e.check(t) {
		if f.Severity == rules.Error {
			got = append(got, f.Variant+" "+f.Rule)
		}
	}
	if want := []string{"base PRV-2", "Too long CON-2", "On public terms CON-1"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// TestSellerOnly wants the seller's own figures marked.
func TestSellerOnly(t *testing.T) {
	e := example{product: ami, scenario: but(floored(""), `"10%"`, `"20%"`)}
	for _, f := range e.check(t) {
		if f.SellerOnly != (f.Rule == "OWN-1") {
			t.Errorf("%s for the seller only: %v", f.Rule, f.SellerOnly)
		}
	}
}

// TestRuleNumbers wants the numbers of a rule as its file has them.
func TestRuleNumbers(t *testing.T) {
	for _, c := range []struct{ id, want string }{
		{"CHG-2", "[{notice_days 90}]"},
		{"CON-1", "[{months 1, 12, 24, 36}]"},
		{"FEE-2", "[{brackets 3% from 0, 2% from 1000000, 1.5% from 10000000} {renewal 1.5%}]"},
		{"fee-5", "[{points.KR 1%} {since 2025-04-01}]"},
		{"CHG-7", "[]"},
	} {
		r, _ := rulebook(t, "").Rule(c.id)
		if got := fmt.Sprint(r.Numbers); got != c.want {
			t.Errorf("%s: %s", c.id, got)
		}
	}
}

// TestFeeCliff wants the step of the worked case: a dollar more nets 10,000.97
// more.
func TestFeeCliff(t *testing.T) {
	e := example{product: contract, scenario: worth("999.999")}
	for _, f := range e.check(t) {
		if f.Rule == "FEE-2" {
			const want = "3 % of 999,999.00 is the listing fee, 29,999.97; from 1,000,000.00 it is 2 %, 20,000.00, and the seller nets 10,000.97 more"
			if f.Message != want || !f.SellerOnly {
				t.Errorf("%+v", f)
			}
			return
		}
	}
	t.Error("no note")
}
