package check

import (
	"path/filepath"
	"strings"
	"testing"
)

// inTime is an offer that is in time, for variants to come late.
const inTime = `product = "northwind-ngfw"
start = 2027-03-01
[instance."m5.large"]
annual = 2
running = 2
[offer]
months = 12
expires = 2027-03-31
`

// TestWhereFindingsStand puts what only a variant brings about into the
// variant, on the key of it that comes nearest, and all else where it is
// written.
func TestWhereFindingsStand(t *testing.T) {
	const meters = "product = \"brackenfold-observe\"\nstart = 2027-03-01\ncontract.quantity = { hosts = 10 }\n[offer]\nmonths = 12\n" +
		"dimension.hosts.contract = 100\n[[offer.installment]]\ndate = 2027-03-01\namount = 1000\n"
	for _, c := range []struct{ name, text, want string }{
		{"the day an offer expires", strings.Replace(inTime, "2027-03-31", "2027-02-28", 1), "8:1: error PRV-5"},
		{"and not the day that is the same as the start", "accepted = 2027-03-01\n" + strings.Replace(inTime, "2027-03-31", "2027-02-28", 1), "9:1: error PRV-5"},
		{"a variant that expires earlier", inTime + "[variant.A]\nmonths = 24\n[variant.A.offer]\nexpires = 2027-02-28\n", "12:1: error PRV-5"},
		{"a variant that starts later", inTime + "[variant.A]\nmonths = 24\nstart = 2027-05-01\n", "11:1: error PRV-5"},
		{"a variant that is accepted later", inTime + "[variant.A]\nstart = 2027-05-01\naccepted = 2027-05-01\n", "11:1: error PRV-5"},
		{"before the launch, without a day of acceptance", strings.Replace(inTime, "start = 2027", "start = 2024", 1), "2:1: error PRV-7"},
		{"before the launch, with one", "accepted = 2024-03-01\n" + strings.Replace(inTime, "start = 2027", "start = 2024", 1), "1:1: error PRV-7"},
		{"payments for a variant's only key", meters + "[variant.A.contract.quantity]\nhosts = 20\n", "11:1: error PAY-2"},
		{"payments for one of a variant's keys", meters + "[variant.A]\nmonths = 12\n[variant.A.contract.quantity]\nhosts = 20\n", "10:10: error PAY-2"},
		{"payments that never add up", strings.Replace(meters, "amount = 1000", "amount = 900", 1) + "[variant.A.contract.quantity]\nhosts = 20\n", "7:9: error PAY-2 in variant"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"deal.toml": c.text})
			if got := lines(t, filepath.Join(dir, "deal.toml")); !strings.Contains(got, "deal.toml:"+c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestProductsOfVariants checks the product that a variant names like the one
// of the scenario itself, and each once.
func TestProductsOfVariants(t *testing.T) {
	dir := folder(t, map[string]string{"acme.toml": product, "other.toml": strings.Replace(product, "acme-tool", "other-tool", 1),
		"deal.toml": onProduct + "[variant.A]\nproduct = \"other.toml\"\n[variant.B]\nproduct = \"other.toml\"\nmonths = 24\n"})
	got := lines(t, filepath.Join(dir, "deal.toml"))
	for _, want := range []string{"acme.toml:11:1: error ANN-3", "other.toml:11:1: error ANN-3"} {
		if strings.Count(got, want) != 1 {
			t.Errorf("got %s, want %s once", got, want)
		}
	}
}

// TestPaidOptionOfADeal judges the time that a product has left by the day a
// deal is accepted, and says once that it is over.
func TestPaidOptionOfADeal(t *testing.T) {
	const own = "id = \"own\"\ndelivery = \"ami\"\nlaunched = 2026-01-01\nmodels = [\"byol\"]\n[instance.\"m5.large\"]\nhourly = 0\n"
	for start, want := range map[string]string{
		"2026-04-01": "own.toml:4:1: warning BYL-2 the product has no paid option yet; it is due on 2026-04-01",
		"2026-04-02": "deal.toml:1:1: error BYL-2 the product's paid option was due on 2026-04-01",
	} {
		dir := folder(t, map[string]string{"own.toml": own, "deal.toml": "product = \"own.toml\"\nstart = " + start + "\n[instance.\"m5.large\"]\nrunning = 1\n"})
		if got := lines(t, filepath.Join(dir, "deal.toml")); !strings.HasPrefix(got, want) || strings.Count(got, "BYL-2") != 1 {
			t.Errorf("on %s: %s", start, got)
		}
	}
}
