package check

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios"
)

func book(t *testing.T) *rules.Rulebook {
	t.Helper()
	rb, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	return rb
}

// product sells a year of a type that has no hourly price (ANN-3), on line 11.
const product = `id       = "acme-tool"
title    = "Acme Tool"
seller   = "Acme"
delivery = "ami"
launched = 2025-01-01
models   = ["hourly", "annual"]
[instance."m5.large"]
hourly = "0.24"
annual = "1260"
[instance."m5.xlarge"]
annual = "2310" # two
`

const onProduct = `title = "Two"
product = "acme.toml"
start = 2027-01-01
[instance."m5.large"]
running = 2
`

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func lines(t *testing.T, path string) string {
	t.Helper()
	found, err := File(path, book(t))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := report.Findings(&b, found); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(b.String(), filepath.Dir(path)+string(filepath.Separator), "")
}

func TestFindingsStandWhereTheyAre(t *testing.T) {
	dir := folder(t, map[string]string{"acme.toml": product, "deal.toml": onProduct})
	if got := lines(t, filepath.Join(dir, "acme.toml")); !strings.HasPrefix(got, "acme.toml:11:1: error ANN-3 ") {
		t.Errorf("a product: %s", got)
	}
	if got := lines(t, filepath.Join(dir, "deal.toml")); !strings.Contains(got, "acme.toml:11:1: error ANN-3 ") {
		t.Errorf("a scenario's product: %s", got)
	}
}

func TestAllow(t *testing.T) {
	for _, c := range []struct{ name, comment, want string }{
		{"nothing", "", "acme.toml:11:1: error ANN-3 "},
		{"allowed", "# termsheet: allow ANN-3 sold by phone", ""},
		{"small letters", "#termsheet:allow ann-3 by phone", ""},
		{"two rules, one of them idle", "# termsheet: allow ANN-3, ANN-4 sold by phone", "acme.toml:11:17: note ANN-4 this comment allows ANN-4, but nothing on its line is against it"},
		{"a comma before the reason", "# termsheet: allow ANN-3, sold by phone", ""},
		{"no reason", "# termsheet: allow ANN-3", "acme.toml:11:17: note ANN-3 this comment allows ANN-3, but does not say why; write the reason behind the rule"},
		{"another rule", "# termsheet: allow ANN-4 sold by phone", "acme.toml:11:1: error ANN-3 "},
		{"idle", "# termsheet: allow ANN-4 sold by phone", "acme.toml:11:17: note ANN-4 this comment allows ANN-4, but nothing on its line is against it"},
		{"unknown", "# termsheet: allow ZZZ-4", "acme.toml:11:17: note ZZZ-4 this comment allows ZZZ-4, but there is no such rule"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"acme.toml": strings.Replace(product, "# two", c.comment, 1)})
			got := lines(t, filepath.Join(dir, "acme.toml"))
			if c.want == "" && got != "" || !strings.Contains(got, c.want) || strings.Contains(c.comment, "ANN-3") && strings.Contains(got, "error") {
				t.Errorf("got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestACommentOnAnotherLineAllowsNothing(t *testing.T) {
	text := strings.Replace(product, `hourly = "0.24"`, `hourly = "0.24" # termsheet: allow ANN-3 not here`, 1)
	dir := folder(t, map[string]string{"acme.toml": text})
	got := lines(t, filepath.Join(dir, "acme.toml"))
	if !strings.Contains(got, "acme.toml:11:1: error ANN-3 ") || !strings.Contains(got, "acme.toml:8:17: note ANN-3 ") {
		t.Errorf("got %s", got)
	}
}

func TestACommentInsideAStringIsNone(t *testing.T) {
	text := strings.Replace(product, "Acme Tool", "# termsheet: allow ANN-3 in a title", 1)
	dir := folder(t, map[string]string{"acme.toml": text})
	if got := lines(t, filepath.Join(dir, "acme.toml")); strings.Contains(got, "allows") || !strings.Contains(got, "ANN-3") {
		t.Errorf("got %s", got)
	}
}

// TestBuiltinsBreakNoRule holds what is built in against the rulebook.
func TestBuiltinsBreakNoRule(t *testing.T) {
	for _, b := range scenarios.Builtins() {
		found, err := File(b.Name, book(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if f.Severity == rules.Error {
				t.Error(f)
			}
		}
	}
}

func TestSellerOnlyFindings(t *testing.T) {
	text := `title = "Too cheap"
product = "northwind-ngfw"
start = 2027-01-01
[instance."m5.large"]
running = 2
[offer]
months = 12
discount = "30%" # termsheet: allow OWN-2 idle
[seller]
floor = "85%"
`
	doc, err := scenarios.Read("cheap.toml", []byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	rb := book(t)
	told := func(list []report.Finding) string {
		var b strings.Builder
		if err := report.Findings(&b, list); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if got := told(Scenario(doc, rb, false)); strings.Contains(got, "OWN-") || strings.Contains(got, "85%") {
		t.Errorf("the buyer sees %s", got)
	}
	if got := told(Scenario(doc, rb, true)); !strings.Contains(got, "cheap.toml:8:1: warning OWN-1") || !strings.Contains(got, "allows OWN-2") {
		t.Errorf("the seller sees %s", got)
	}
}

func TestUnreadable(t *testing.T) {
	dir := folder(t, map[string]string{"broken.toml": "models = [", "odd.toml": "title = 1\n"})
	for name, want := range map[string]string{"broken.toml": "broken.toml:1:", "odd.toml": "odd.toml:1:", "none.toml": "there is no such file", "": "is a folder"} {
		if _, err := File(filepath.Join(dir, name), book(t)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWhatVariantsShare is told once, with the variants that have it too.
func TestWhatVariantsShare(t *testing.T) {
	text := `title = "Idle"
product = "northwind-ngfw"
start = 2027-01-01
[instance."m5.large"]
annual = 4
running = 0
[instance."m5.xlarge"]
annual = 30
running = 34
[variant.Longer]
months = 24
[variant.Used.instance."m5.large"]
running = 4
`
	doc, err := scenarios.Read("idle.toml", []byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	found := InScenario(doc, book(t), true)
	if len(found) != 1 || found[0].Rule != "ANN-6" || found[0].Of.Path.String() != `instance."m5.large".annual` {
		t.Fatalf("found %+v", found)
	}
	if of := found[0].Of; of.Variant != "base" || len(of.Shared) != 1 || of.Shared[0] != "Longer" {
		t.Errorf("it is told of %s and %v", of.Variant, of.Shared)
	}
}
