package scenarios

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"termsheet/model/listing"
	"termsheet/model/rules"
)

// overlayFile writes a rulebook to lay over the built-in one.
func overlayFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "own.toml")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRulebookOverlay(t *testing.T) {
	rb, err := Rulebook(overlayFile(t, `
[settings]
first_of_month = "strict"

[rule.CHG-2]
notice_days = 60
text = "Sixty days."
read = 2027-01-02

[rule.FEE-1]
public.saas = "4%"

[source.HOUSE]
title = "Our own agreement"
where = "a drawer"
[rule.PAY-1]
source = ["HOUSE", "API"]
`))
	if err != nil {
		t.Fatal(err)
	}
	change, _ := rb.Rule("CHG-2")
	if !rb.Settings.StrictFirst || rb.Numbers.NoticeDays != 60 || change.Text != "Sixty days." || change.Read.String() != "2027-01-02" || change.Confidence != "A" {
		t.Errorf("settings %+v, notice %d, rule %+v", rb.Settings, rb.Numbers.NoticeDays, change)
	}
	if fees := rb.Numbers.Fees.Public; fees["saas"].String() != "0.04" || fees["ami"].String() != "0.2" {
		t.Errorf("fees %v", fees)
	}
	if pay, _ := rb.Rule("PAY-1"); pay.Source != "HOUSE, API" || rb.Numbers.Payments != 60 {
		t.Errorf("payments %+v", pay)
	}
	if s, ok := rb.Source("HOUSE"); !ok || s.Title != "Our own agreement" {
		t.Errorf("source %+v", s)
	}
}

// TestRulebookRefuses wants everything that is wrong with a file told at once,
// each with its place and what to write instead.
func TestRulebookRefuses(t *testing.T) {
	const text = `[settings]
strict = 1
first_of_month = "sometimes"
hours_per_month = 0
[rule.CHG-2]
notice = 3
notice_days = "90"
use = ["guessed"]
[rule.XXX-1]
text = "No such rule."
[rule.FEE-1]
public.saas = 3
[rule.FEE-5]
since = 2.5
[rule.FEE-2]
renewal = "101%"
brackets = [ { from = "5", rate = "3%" } ]
[rule.CON-1]
months = [3, 2]
source = ["NOWHERE"]
confidence = "D"
[rule.HRL-1]
use = ["priced"]
[rule.REN-3]
available_from = "2026-09-01"
[source.API]
page = 3
[prices]
a = 1
`
	path := overlayFile(t, text)
	_, err := Rulebook(path)
	if err == nil {
		t.Fatal("it is taken")
	}
	want := []string{
		`2:1: settings.strict cannot be "1"; write true or false`,
		`3:1: settings.first_of_month cannot be "sometimes"; write "lenient" or "strict"`,
		`4:1: settings.hours_per_month cannot be "0"; write a whole number from 1 to 100000`,
		`6:1: unknown key rule.CHG-2.notice; use notice_days`,
		`7:1: rule.CHG-2.notice_days cannot be "90"; write a whole number from 0 to 100000`,
		`8:1: rule.CHG-2.use cannot be "guessed"; write a list of ["priced" "checked" "shown" "not applicable"]`,
		`9:7: unknown rule XXX-1, or one without text, source, confidence or use; lay numbers over the rules that there are`,
		`12:8: rule.FEE-1.public.saas cannot be "3"; write a percentage in quotes, from "0%" to "100%" for each key`,
		`14:1: rule.FEE-5.since is a bare float; write numbers whole, percentages in quotes ("3%"), dates as 2026-02-01`,
		`16:1: rule.FEE-2.renewal cannot be "101%"; write a percentage in quotes, from "0%" to "100%"`,
		`17:1: rule.FEE-2.brackets cannot be "3% from 5"; write brackets in ascending order from "0": [ { from = "0", rate = "3%" }, ... ]`,
		`19:1: rule.CON-1.months cannot be "3, 2"; write whole numbers in ascending order: [1, 12]`,
		`20:1: there is no [source.NOWHERE]; add its title and where`,
		`21:1: rule.CON-1.confidence cannot be "D"; write one of A, B, C`,
		`23:1: rule HRL-1 is put to a use, and says why it is not applicable; leave its use as it is`,
		`25:1: rule.REN-3.available_from cannot be "2026-09-01"; write a date: 2026-02-01`,
		`27:1: source.API.page cannot be "3"; use title and where`,
		`29:1: unknown key prices.a; use read, [settings], [rule.ID] or [source.KEY]`,
	}
	got := strings.Split(strings.ReplaceAll(err.Error(), path+":", ""), "\n")
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Errorf("error %d\n%s\nwanted\n%s", i, strings.Join(got[min(i, len(got)):], "\n"), strings.Join(want[min(i, len(want)):], "\n"))
			break
		}
	}
}

func TestRulebookSyntax(t *testing.T) {
	path := overlayFile(t, "[settings\n")
	if _, err := Rulebook(path); err == nil || !strings.HasPrefix(err.Error(), path+":1:") {
		t.Errorf("%v", err)
	}
	if _, err := Rulebook(filepath.Join(t.TempDir(), "none.toml")); err == nil {
		t.Error("a missing file is taken")
	}
}

// TestBuiltinsBreakNoRule wants the catalogue and the built-in scenarios free
// of errors.
func TestBuiltinsBreakNoRule(t *testing.T) {
	rb, err := Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	known := func(id string) (*listing.Product, bool) {
		p, err := OpenProduct(id)
		if err != nil {
			return nil, false
		}
		return p.Product, true
	}
	var all []rules.Finding
	for _, p := range Products() {
		all = append(all, rules.CheckProduct(rb, p, known, 0)...)
	}
	for _, i := range Builtins() {
		d, err := Open(i.Name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, rules.CheckScenarios(rb, d.Scenarios())...)
	}
	for _, f := range all {
		if f.Severity == rules.Error {
			t.Errorf("%+v", f)
		}
	}
}
