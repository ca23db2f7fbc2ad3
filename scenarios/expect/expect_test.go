package expect

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"termsheet/model/rules"
	"termsheet/scenarios"
)

func rulebook(t *testing.T) *rules.Rulebook {
	t.Helper()
	rb, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	return rb
}

// two instances of a type, 730 x 0.24 each a month.
const two = `title   = "Two" # kept
product = "northwind-ngfw"
start   = 2027-01-01
months  = 1

[instance."m5.large"]
running = 2

[variant."Three"]
[variant."Three".instance."m5.large"]
running = 3
`

const wants = `
[[expect]]
path   = "totals.software"
equals = "350.40"

[[expect]]
variant  = "Three"
path     = "totals.software"
at_least = "525.59"
at_most  = "525.61"

[[expect]]
path   = "charges.0.key"
equals = "m5.large"
`

// file writes a scenario, and says where.
func file(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func run(t *testing.T, update bool, refs ...string) (string, Count) {
	t.Helper()
	var b strings.Builder
	count, err := Suite{Book: rulebook(t), Update: update}.Run(&b, refs)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), count
}

func TestFailuresSayWhatWasWanted(t *testing.T) {
	for _, c := range []struct {
		name, from, to string
		want           string
	}{
		{"as wanted", "", "", ""},
		{"another amount", `equals = "350.40"`, `equals = "350.41"`, `two.toml:13:3: totals.software: wanted 350.41, got 350.40`},
		{"below a bound", `at_least = "525.59"`, `at_least = "525.605"`, `two.toml:17:3: variant "Three", totals.software: wanted at least 525.605 and at most 525.61, got 525.60`},
		{"above a bound", `at_most  = "525.61"`, `at_most  = "525.595"`, `wanted at least 525.59 and at most 525.595, got 525.60`},
		{"another text", `equals = "m5.large"`, `equals = "m5.xlarge"`, `charges.0.key: wanted m5.xlarge, got m5.large`},
		{"the seller's own", `path   = "charges.0.key"
equals = "m5.large"`, `path   = "seller.net"
equals = "280.32"`, ""},
		{"another of the seller's own", `path   = "charges.0.key"
equals = "m5.large"`, `path   = "seller.net"
equals = "280.31"`, `two.toml:23:3: seller.net: wanted 280.31, got 280.32`},
		{"no such path", `path   = "charges.0.key"`, `path   = "charges.9.key"`, `two.toml:23:3: charges.9.key: charges.9: there is no such part; use a number from 0 to`},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := file(t, t.TempDir(), "two.toml", strings.Replace(two+wants, c.from, c.to, 1))
			got, count := run(t, false, path)
			if c.want == "" {
				if got != "" || count != (Count{3, 0}) {
					t.Errorf("%s: %s", count, got)
				}
				return
			}
			if !strings.Contains(got, c.want) || strings.Count(got, "\n") != 1 || count != (Count{2, 1}) {
				t.Errorf("%s: got %s\nwant a line with %s", count, got, c.want)
			}
		})
	}
}

func TestFoldersHoldOtherFilesToo(t *testing.T) {
	dir := t.TempDir()
	file(t, dir, "two.toml", two+wants)
	file(t, dir, "deep/down/also.toml", two+strings.Replace(wants, "350.40", "1.00", 1))
	file(t, dir, "quiet.toml", two)
	file(t, dir, "product.toml", "models = [\"hourly\"]\n")
	file(t, dir, ".git/hidden.toml", two+strings.Replace(wants, "350.40", "2.00", 1))
	file(t, dir, "broken.toml", "expect = [")
	file(t, dir, "notes.txt", "[[expect]]")
	got, count := run(t, false, dir)
	if count != (Count{5, 2}) || !strings.Contains(got, "also.toml") || !strings.Contains(got, "broken.toml:1:") || strings.Contains(got, "hidden") {
		t.Errorf("%s: %s", count, got)
	}
	if got, count := run(t, false, filepath.Join(dir, "nobody.toml")); count != (Count{0, 1}) || !strings.Contains(got, "there is no such file") {
		t.Errorf("%s: %s", count, got)
	}
}

func TestBuiltinsAreTheDefault(t *testing.T) {
	if got, count := run(t, false); count.Passed < len(scenarios.Builtins()) || count.Failed > 0 {
		t.Errorf("%s: %s", count, got)
	}
}

func TestUpdateChangesOnlyWhatIsWanted(t *testing.T) {
	wrong := strings.NewReplacer(`"350.40"`, `"1.00"   # once`, `"525.61"`, `"3"`, `"m5.large"
`, `"m5.tiny"
`).Replace(wants)
	path := file(t, t.TempDir(), "two.toml", two+wrong)
	got, count := run(t, true, path)
	if count != (Count{3, 0}) {
		t.Fatalf("%s: %s", count, got)
	}
	for _, line := range []string{`-equals = "1.00"   # once`, `+equals = "350.40"   # once`, `-at_most  = "3"`, `+at_most  = "525.60"`} {
		if !strings.Contains(got, line+"\n") {
			t.Errorf("the difference lacks %s:\n%s", line, got)
		}
	}
	if strings.Contains(got, "-at_least") {
		t.Errorf("a bound that holds was changed:\n%s", got)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(text), two) {
		t.Errorf("the rest of the file was changed:\n%s", text)
	}
	if got, count := run(t, false, path); count != (Count{3, 0}) {
		t.Errorf("after the update: %s: %s", count, got)
	}
}

func TestUpdateLeavesWhatItCannotKnow(t *testing.T) {
	path := file(t, t.TempDir(), "two.toml", two+strings.NewReplacer("charges.0.key", "charges.9.key", "350.40", "1.00").Replace(wants))
	if got, count := run(t, true, path); count != (Count{2, 1}) || !strings.Contains(got, "charges.9: there is no such part") {
		t.Errorf("%s: %s", count, got)
	}
}

func TestUnpricedFails(t *testing.T) {
	text := strings.NewReplacer("northwind-ngfw", "dunmarrow-vpn-hourly", "running = 2", "running = 2\nannual = 1").Replace(two) + wants
	got, count := run(t, false, file(t, t.TempDir(), "two.toml", text))
	if count != (Count{0, 3}) || !strings.Contains(got, "two.toml:14:3: totals.software: cannot be priced: instance.\"m5.large\".annual") {
		t.Errorf("%s: %s", count, got)
	}
}
