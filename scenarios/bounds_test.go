package scenarios

import (
	"fmt"
	"strings"
	"testing"
)

// manyTypes is a file with so many types, and the product that has them beside
// it.
func manyTypes(t testing.TB, types int) (text, dir string) {
	product, deal := "id = \"p\"\ndelivery = \"ami\"\nmodels = [\"hourly\"]\n", "product = \"p.toml\"\nstart = 2027-01-01\nmonths = 120\n"
	for i := range types {
		product += fmt.Sprintf("[instance.x%d]\nhourly = 1\n", i)
		deal += fmt.Sprintf("[instance.x%d]\nrunning = 1\n", i)
	}
	return deal, folder(t, "p.toml", product)
}

func variants(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[variant.v%d]\n", i)
	}
	return b.String()
}

func TestTooMuchToPrice(t *testing.T) {
	if _, err := Read("f.toml", []byte(machines+variants(mostVariants)), ""); err != nil {
		t.Errorf("%d variants: %v", mostVariants, err)
	}
	if got, want := refused(t, machines+variants(3000), ""), `103:10: the file has 3,000 variants, and at most 100 are compared; split it into several files`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	text, dir := manyTypes(t, 500)
	if _, err := Read("f.toml", []byte(text+variants(7)), dir); err != nil {
		t.Errorf("960,000 charges: %v", err)
	}
	if got, want := refused(t, text+variants(8), dir), `1011:10: the file can come to 1,080,000 charges, and at most 1,000,000 are priced; look fewer months ahead, or split the file: fewer variants, fewer instance types`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := refused(t, text+"[variant.A]\nmonths = 12\n"+variants(8), dir), "1013:10: "; !strings.HasPrefix(got, want) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
