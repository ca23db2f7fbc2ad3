package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"termsheet/model/listing"
	"termsheet/model/rules"
	"termsheet/scenarios"
)

// kind says what an example shows of its rule.
type kind string

const (
	breaks kind = "breaks"
	edge   kind = "edge" // the last that is allowed, or the first that is in doubt
	keeps  kind = "keeps"
)

// example is a product, or a scenario of one, and what the check of one rule
// has to say about it. No other rule may call it an error.
type example struct {
	rule     string
	kind     kind
	product  string
	scenario string
	want     string // severity and path, several with a comma between; empty: nothing is found
	settings string // a rulebook to lay over the built-in one
}

// catalogue is what the examples know besides their own product.
func catalogue(id string) (*listing.Product, bool) {
	for _, p := range scenarios.Products() {
		if p.ID == id {
			return p, true
		}
	}
	return nil, false
}

// rulebook reads the built-in rulebook, with settings over it.
func rulebook(t *testing.T, settings string) *rules.Rulebook {
	t.Helper()
	path := ""
	if settings != "" {
		path = filepath.Join(t.TempDir(), "rules.toml")
		if err := os.WriteFile(path, []byte(settings), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	rb, err := scenarios.Rulebook(path)
	if err != nil {
		t.Fatal(err)
	}
	return rb
}

// check holds an example against the rulebook: its scenario if it has one,
// else its product.
func (e example) check(t *testing.T) []rules.Finding {
	t.Helper()
	rb := rulebook(t, e.settings)
	if e.scenario == "" {
		product, err := scenarios.ReadProduct("product.toml", []byte(e.product))
		if err != nil {
			t.Fatal(err)
		}
		return rules.CheckProduct(rb, product.Product, catalogue, 0)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "product.toml"), []byte(e.product), 0o644); err != nil {
		t.Fatal(err)
	}
	doc, err := scenarios.Read("scenario.toml", []byte("product = \"product.toml\"\n"+e.scenario), dir)
	if err != nil {
		t.Fatal(err)
	}
	return rules.CheckScenarios(rb, doc.Scenarios())
}

// told writes what is found of a rule as an example wants it.
func told(list []rules.Finding, rule string) string {
	var parts []string
	for _, f := range list {
		if f.Rule == rule {
			parts = append(parts, f.Severity.String()+" "+f.Path.String())
		}
	}
	return strings.Join(parts, ", ")
}

// but changes a text in places that have to be there.
func but(text string, changes ...string) string {
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(text, changes[i]) {
			panic("the example does not have " + changes[i])
		}
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	return text
}

// errorsBesides lists the errors that other rules find.
func errorsBesides(list []rules.Finding, rule string) []rules.Finding {
	var out []rules.Finding
	for _, f := range list {
		if f.Severity == rules.Error && f.Rule != rule {
			out = append(out, f)
		}
	}
	return out
}

const (
	ami = `id = "firewall"
delivery = "ami"
launched = 2024-01-01
models = ["hourly", "annual"]
[instance."m5.large"]
hourly = "0.24"
annual = "1260"
[instance."m5.xlarge"]
hourly = "0.48"
annual = "2520"
`
	hourlyOnly = `id = "gateway"
delivery = "ami"
launched = 2024-01-01
models = ["hourly"]
[instance."m5.large"]
hourly = "0.24"
[instance."m5.xlarge"]
hourly = "0.48"
`
	contract = `id = "desk"
delivery = "saas"
launched = 2024-01-01
models = ["contract"]
[dimension.agents]
category = "users"
per = "hour"
contract = { 1 = "29", 12 = "290", 24 = "540", 36 = "750" }
[dimension.devices]
category = "units"
per = "hour"
contract = { 1 = "3", 12 = "30", 24 = "58", 36 = "80" }
`
	consumption = `id = "monitor"
delivery = "saas"
launched = 2024-01-01
models = ["contract", "usage"]
[dimension.hosts]
category = "hosts"
per = "hour"
usage = "0.07"
contract = { 1 = "30", 12 = "300", 24 = "560", 36 = "790" }
[dimension.gb]
category = "data"
per = "unit"
includes = 1000
usage = "0.00125"
contract = { 1 = "5", 12 = "50", 24 = "90", 36 = "120" }
`
	metered = `id = "api"
delivery = "saas"
launched = 2024-01-01
models = ["usage"]
[dimension.seats]
category = "users"
per = "hour"
usage = "0.014"
[dimension.calls]
category = "requests"
per = "unit"
usage = "0.00000425"
`
	byol = `id = "vpn-byol"
delivery = "ami"
launched = 2026-01-01
models = ["byol"]
paid_option = "dunmarrow-vpn-hourly"
[instance."m5.large"]
hourly = 0
`
	free = `id = "shipper"
delivery = "ami"
launched = 2024-01-01
models = ["free"]
[instance."m5.large"]
hourly = 0
infrastructure = "0.096"
`
	learning = `id = "model"
delivery = "ml"
launched = 2024-01-01
models = ["hourly"]
trial_days = 30
[instance."ml.m5.large"]
hourly = "0.5"
`
)

// container is the contract with consumption as a container.
var container = but(consumption, `"saas"`, `"container"`)

// The deals that examples begin with.
const (
	running = `start = 2026-10-01
[instance."m5.large"]
annual = 4
running = 4
`
	agents = `start = 2026-10-01
contract.quantity = { agents = 10 }
`
	offer = `start = 2026-10-01
[instance."m5.large"]
annual = 4
running = 4
[offer]
months = 36
expires = 2026-10-15
discount = "10%"
`
	contractOffer = `start = 2026-10-01
contract.quantity = { agents = 10 }
[offer]
months = 24
expires = 2026-10-15
`
)
