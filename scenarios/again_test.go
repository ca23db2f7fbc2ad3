package scenarios

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFilesAndAgain(t *testing.T) {
	const product = "id = \"p\"\ndelivery = \"ami\"\nmodels = [\"hourly\"]\n[instance.x]\nhourly = 1\n"
	dir := folder(t, "p.toml", product, "hours.csv", "1\n2\n",
		"deal.toml", "product = \"p.toml\"\nstart = 2027-01-01\n[instance.x]\nprofile = \"hours.csv\"\n")
	in := func(name string) string { return filepath.Join(dir, name) }
	d, err := Open(in("deal.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := d.Files(), []string{in("deal.toml"), in("hours.csv"), in("p.toml")}; !slices.Equal(got, want) {
		t.Errorf("it was read from %q, want %q", got, want)
	}
	edited, err := d.Apply(Edit{Path: []string{"months"}, Value: "3"})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(in("p.toml"), []byte(product+"annual = 9\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := edited.Again()
	if err != nil {
		t.Fatal(err)
	}
	if i, _ := again.Product().Product.Instance("x"); !i.Annual.Set || again.Scenarios()[0].Months != 3 || again.Path() != d.Path() {
		t.Error("the edits are gone, or the product is as it was")
	}
	if i, _ := edited.Product().Product.Instance("x"); i.Annual.Set {
		t.Error("the document before has another product now")
	}
	byHand := []byte(strings.Replace(string(edited.Text()), "months = 3", "months = 5", 1))
	rewritten, err := edited.Rewrite(byHand)
	if err != nil || rewritten.Scenarios()[0].Months != 5 || rewritten.Path() != d.Path() || rewritten.Product() != edited.Product() {
		t.Errorf("rewritten: %v", err)
	}
	byHand[0] = 'x'
	if rewritten.Text()[0] == 'x' {
		t.Error("the document shares its text with others")
	}
	if os.Remove(in("hours.csv")) != nil {
		t.Fatal("there was no profile")
	}
	if _, err := edited.Again(); err == nil {
		t.Error("a profile that is gone is still read")
	}
	if builtin, _ := Open("lapse"); len(builtin.Files()) != 0 {
		t.Errorf("a built-in scenario was read from %q", builtin.Files())
	}
}
