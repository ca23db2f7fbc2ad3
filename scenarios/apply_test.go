package scenarios

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/scenarios/syntax"
)

// edit reads an edit as a test writes it: "variant|path = value"; without a
// value the path is removed.
func edit(t testing.TB, s string) Edit {
	t.Helper()
	variant, rest, ok := strings.Cut(s, "|")
	if !ok {
		variant, rest = "", s
	}
	written, value, _ := strings.Cut(rest, " = ")
	path, err := deal.ParsePath(written)
	if err != nil {
		t.Fatal(err)
	}
	return Edit{variant, path, value}
}

func edits(t testing.TB, list []string) []Edit {
	var made []Edit
	for _, s := range list {
		made = append(made, edit(t, s))
	}
	return made
}

// changed is the lines by which a text differs from another: "-" was, "+" is.
func changed(was, is string) string {
	a, b := strings.SplitAfter(was, "\n"), strings.SplitAfter(is, "\n")
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var out strings.Builder
	for _, l := range a {
		out.WriteString("-" + l)
	}
	for _, l := range b {
		out.WriteString("+" + l)
	}
	return out.String()
}

const applied1 = `product = "northwind-ngfw" # the firewall
start   = 2027-01-01
months  = 24

# Eight of ten.
[instance."m5.large"]
annual  = 8  # X
running = 10

[[price_change]]
announced = 2027-03-16
[price_change.instance."m5.large"]
hourly = "0.26"

[variant."A \"b\""]
renew = "auto"
[variant."A \"b\"".instance."m5.large"]
load = [ { running = 6, share = "0.3" }, { running = 2, share = "0.7" } ]

[variant.Plain.offer]
months = 12
`

func TestApply(t *testing.T) {
	const quote = `A "b"|`
	for _, c := range []struct {
		name  string
		edits []string
		want  string
	}{
		{"nothing", nil, ""},
		{"a value", []string{`instance."m5.large".annual = 9`}, "-annual  = 8  # X\n+annual  = 9  # X\n"},
		{"the product", []string{`product = "dunmarrow-vpn-hourly"`, `price_change = []`}, "-product = \"northwind-ngfw\" # the firewall\n-start   = 2027-01-01\n-months  = 24\n-\n-# Eight of ten.\n-[instance.\"m5.large\"]\n-annual  = 8  # X\n-running = 10\n-\n-[[price_change]]\n-announced = 2027-03-16\n-[price_change.instance.\"m5.large\"]\n-hourly = \"0.26\"\n+product = \"dunmarrow-vpn-hourly\" # the firewall\n+start   = 2027-01-01\n+months  = 24\n+price_change = []\n+\n+# Eight of ten.\n+[instance.\"m5.large\"]\n+annual  = 8  # X\n+running = 10\n"},
		{"a new key", []string{`renew = "auto"`}, "+renew   = \"auto\"\n"},
		{"a new type", []string{`instance."m5.xlarge".annual = 1`, `instance."m5.xlarge".running = "1.5"`}, "+[instance.\"m5.xlarge\"]\n+annual = 1\n+running = \"1.5\"\n+\n"},
		{"an offer", []string{`offer.months = 36`, `offer.discount = "5%"`, `offer.instance."m5.large".upfront = 1`}, "+[offer]\n+months = 36\n+discount = \"5%\"\n+\n+[offer.instance.\"m5.large\"]\n+upfront = 1\n+\n"},
		{"a rival", []string{`instance."m5.large".load = [{ running = 1, share = 1 }]`}, "-running = 10\n+load    = [{ running = 1, share = 1 }]\n"},
		{"a rival within", []string{quote + `instance."m5.large".running = 3`}, "-load = [ { running = 6, share = \"0.3\" }, { running = 2, share = \"0.7\" } ]\n+running = 3\n"},
		{"false is no rival", []string{`Plain|offer.days = 30`, `Plain|offer.months = 10`, `Plain|offer.schedule = false`}, "-months = 12\n+months = 10\n+schedule = false\n"},
		{"false is no rival of what is there", []string{`Plain|offer.installment.0 = { date = 2027-01-01, amount = 5 }`, `Plain|offer.schedule = false`}, "+schedule = false\n+\n+[[variant.Plain.offer.installment]]\n+date   = 2027-01-01\n+amount = 5\n"},
		{"a load step", []string{quote + `instance."m5.large".load.1.running = 0`}, "-load = [ { running = 6, share = \"0.3\" }, { running = 2, share = \"0.7\" } ]\n+load = [ { running = 6, share = \"0.3\" }, { running = 0, share = \"0.7\" } ]\n"},
		{"a variant's new key", []string{quote + `months = 12`}, "+months = 12\n"},
		{"a variant's first key", []string{`Plain|months = 6`}, "+[variant.Plain]\n+months = 6\n+\n"},
		{"a variant's new table", []string{quote + `offer.months = 12`}, "+[variant.\"A \\\"b\\\"\".offer]\n+months = 12\n+\n"},
		{"a variant's own list", []string{quote + `price_change.0.instance."m5.large".hourly = "0.3"`}, "+[[variant.\"A \\\"b\\\"\".price_change]]\n+announced = 2027-03-16\n+[variant.\"A \\\"b\\\"\".price_change.instance.\"m5.large\"]\n+hourly = \"0.3\"\n+\n"},
		{"a table away", []string{`Plain|offer = false`}, "-[variant.Plain.offer]\n-months = 12\n+[variant.Plain]\n+offer = false\n"},
		{"and back", []string{`Plain|offer = false`, `Plain|offer.months = 12`}, "+[variant.Plain]\n+\n"},
		{"less a type", []string{`instance."m5.large"`}, "-# Eight of ten.\n-[instance.\"m5.large\"]\n-annual  = 8  # X\n-running = 10\n-\n"},
		{"less a price change", []string{`price_change.0`}, "-[[price_change]]\n-announced = 2027-03-16\n-[price_change.instance.\"m5.large\"]\n-hourly = \"0.26\"\n-\n"},
		{"less a key", []string{`months`}, "-months  = 24\n"},
		{"installments", []string{`Plain|offer.installment.0.date = 2027-01-01`, `Plain|offer.installment.0.amount = "10.50"`, `Plain|offer.installment.1 = { date = 2027-02-01, amount = 5 }`},
			"+\n+[[variant.Plain.offer.installment]]\n+date = 2027-01-01\n+amount = \"10.50\"\n+\n+[[variant.Plain.offer.installment]]\n+date   = 2027-02-01\n+amount = 5\n"},
		{"an amendment", []string{`amendment.0 = { date = 2027-08-01 }`, `amendment.0.add."m5.large" = 1`, `amendment.0.remove."m5.large" = 1`, `amendment.0.add."m5.xlarge" = 2`},
			"+[[amendment]]\n+date = 2027-08-01\n+add  = { \"m5.large\" = 1, \"m5.xlarge\" = 2 }\n+remove = { \"m5.large\" = 1 }\n+\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := doc(t, applied1)
			n, err := d.Apply(edits(t, c.edits)...)
			if err != nil {
				t.Fatal(err)
			}
			if got := changed(applied1, string(n.Text())); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if string(d.Text()) != applied1 {
				t.Error("the document itself is changed")
			}
		})
	}
}

func TestRefusedEdits(t *testing.T) {
	d := doc(t, applied1)
	for s, want := range map[string]string{
		`instance."m5.large".annual = 0.5`:   `f.toml:7:11: instance."m5.large".annual is a bare float, which loses digits; write the amount in quotes: annual = "0.5"`,
		`instance."m5.larg".annual = 1`:      `f.toml:10:11: northwind-ngfw has no instance type "m5.larg"; write "m5.large"`,
		`months = 1 # c`:                     "changing months: the new value is not one TOML value",
		`months = `:                          "changing months: the new value is not one TOML value: not TOML: expected value, not end of input",
		`start`:                              `f.toml:1:1: the file has no start; write start = 2026-02-01`,
		`hours`:                              "changing hours: there is no hours to remove",
		`Plain|months`:                       `changing months: variant "Plain" has no months of its own; to take it away there, set it to false or 0`,
		`None|months = 1`:                    `changing months: there is no variant "None"`,
		`months.x = 1`:                       "changing months.x: months is a whole number and has no keys",
		`price_change.2.announced = 1`:       "changing price_change.2.announced: price_change has 1 items: the next is 1, not 2",
		`price_change.1.announced = "never"`: `f.toml:16:13: price_change.1.announced is text, not a date; write announced = 2026-02-01`,
	} {
		e := edit(t, s)
		if s == "months = " {
			e.Value = " "
		}
		n, err := d.Apply(e)
		if err == nil || n != nil || err.Error() != want {
			t.Errorf("%s\ngot  %v\nwant %s", s, err, want)
		}
	}
	if _, err := d.Apply(Edit{Value: "1"}); err == nil {
		t.Error("an edit without a key")
	}
}

func TestVariants(t *testing.T) {
	d := doc(t, applied1+"\n[[expect]]\nvariant = \"A \\\"b\\\"\"\npath = \"x\"\nequals = 1\n")
	n, err := d.AddVariant("New one", "")
	if err != nil {
		t.Fatal(err)
	}
	if got := changed(string(d.Text()), string(n.Text())); got != "+[variant.\"New one\"]\n+\n" {
		t.Errorf("new: %s", got)
	}
	if n, err = d.AddVariant("Like A", `A "b"`); err != nil {
		t.Fatal(err)
	}
	if got := changed(string(d.Text()), string(n.Text())); got != "+[variant.\"Like A\"]\n+renew = \"auto\"\n+[variant.\"Like A\".instance.\"m5.large\"]\n+load = [ { running = 6, share = \"0.3\" }, { running = 2, share = \"0.7\" } ]\n+\n" {
		t.Errorf("copied: %s", got)
	}
	if n, err = d.RenameVariant(`A "b"`, "C"); err != nil {
		t.Fatal(err)
	}
	if want := strings.NewReplacer(`variant."A \"b\""`, "variant.C", `"A \"b\""`, `"C"`).Replace(string(d.Text())); string(n.Text()) != want {
		t.Errorf("renamed: %s", n.Text())
	}
	if n, err = n.RemoveVariant("C"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(n.Text()), "C") || strings.Contains(string(n.Text()), "expect") || len(n.Scenarios()) != 2 {
		t.Errorf("removed: %s", n.Text())
	}
	for _, name := range []string{"", "base", "Plain"} {
		if _, err := d.AddVariant(name, ""); err == nil {
			t.Errorf("a variant called %q", name)
		}
		if _, err := d.RenameVariant(`A "b"`, name); err == nil {
			t.Errorf("a variant renamed to %q", name)
		}
	}
	for _, err := range []error{second(d.AddVariant("x", "none")), second(d.RenameVariant("none", "x")), second(d.RemoveVariant("none"))} {
		if err == nil || !strings.Contains(err.Error(), "none") {
			t.Error(err)
		}
	}
}

func second(_ *Document, err error) error { return err }

func TestSource(t *testing.T) {
	for got, want := range map[string]string{
		Number(decimal.RequireFromString("10")):       `10`,
		Number(decimal.RequireFromString("1e3")):      `1000`,
		Number(decimal.RequireFromString("0.20")):     `"0.20"`,
		Number(decimal.RequireFromString("-1.5")):     `"-1.5"`,
		Percent(decimal.RequireFromString("0.15")):    `"15%"`,
		Percent(decimal.RequireFromString("0.12500")): `"12.5%"`,
		Percent(decimal.RequireFromString("1")):       `"100%"`,
		Percent(decimal.RequireFromString("-0.001")):  `"-0.1%"`,
		Date(calendar.Date(2027, 2, 1)):               `2027-02-01`,
		Text("a \"b\" \\ \n\x00\x7fé"):                `"a \"b\" \\ \n\u0000\u007Fé"`,
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestEditsReadBack: what is written is what is read, the rest of the text stays
// as it was, and so does every comment.
func TestEditsReadBack(t *testing.T) {
	base := doc(t, everyKey, "every.toml", everyProduct)
	baseline, _ := Open(firstBuiltin)
	rapid.Check(t, func(t *rapid.T) {
		d := []*Document{base, baseline}[rapid.IntRange(0, 1).Draw(t, "document")]
		s := d.scenarios[rapid.IntRange(0, len(d.scenarios)-1).Draw(t, "scenario")]
		types := s.Product.Instances
		kind := types[rapid.IntRange(0, len(types)-1).Draw(t, "type")].Type
		units := decimal.New(rapid.Int64Range(0, 99_999_999).Draw(t, "units"), -rapid.Int32Range(0, 4).Draw(t, "places"))
		title := rapid.String().Draw(t, "title")
		n, err := d.Apply(
			Edit{s.Variant, deal.P("instance", kind, "annual"), Number(units)},
			Edit{s.Variant, deal.P("instance", kind, "running"), "[1, " + Number(units) + "]"},
			Edit{s.Variant, deal.P("offer"), "{ months = 12 }"},
			Edit{s.Variant, deal.P("offer", "discount"), Percent(units.Shift(-8))},
			Edit{s.Variant, deal.P("title"), Text(title)},
			Edit{s.Variant, deal.P("contract"), "false"},
		)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := n.Scenario(s.Variant)
		need := got.Instances[slices.IndexFunc(got.Instances, func(n deal.Need) bool { return n.Type == kind })]
		if !need.Annual.Equal(units) || !need.Running.At(1).Equal(units) || need.Load.Steps != nil ||
			!got.Offer.Discount.Equal(units.Shift(-8)) || got.Title != strings.ToValidUTF8(title, "\ufffd") || got.Contract != nil {
			t.Fatalf("%+v\n%s", got, n.Text())
		}
	})
}

// TestEditsKeepTheText: a new scalar changes the bytes of the old one and no
// others.
func TestEditsKeepTheText(t *testing.T) {
	var docs []*Document
	for _, name := range builtinNames() {
		d, _ := Open(name)
		docs = append(docs, d)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := docs[rapid.IntRange(0, len(docs)-1).Draw(t, "document")]
		all := scalars(d.tree.Root, nil)
		leaf := all[rapid.IntRange(0, len(all)-1).Draw(t, "leaf")]
		value := map[syntax.Kind]string{syntax.Integer: "11", syntax.String: `"12"`, syntax.Date: "2027-12-31", syntax.Bool: "true"}[leaf.node.Kind]
		e := Edit{Path: leaf.path, Value: value}
		if leaf.path[0] == "variant" {
			e.Variant, e.Path = leaf.path[1], leaf.path[2:]
		}
		n, err := d.Apply(e)
		if err != nil {
			return
		}
		text, at := string(d.text), leaf.node.Value
		if want := text[:at.Start] + value + text[at.End:]; string(n.text) != want {
			t.Fatalf("%v\n%s", e, changed(want, string(n.text)))
		}
	})
}

type leaf struct {
	path deal.Path
	node *syntax.Node
}

func scalars(n *syntax.Node, path deal.Path) []leaf {
	var all []leaf
	for _, f := range n.Fields {
		all = append(all, scalars(f, path.With(f.Name))...)
	}
	for i, item := range n.Items {
		all = append(all, scalars(item, path.With(fmt.Sprint(i)))...)
	}
	if n.Kind != syntax.Table && n.Kind != syntax.List {
		all = append(all, leaf{path, n})
	}
	return all
}
