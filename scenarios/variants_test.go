package scenarios

import (
	"strings"
	"testing"
)

func TestRefusedVariants(t *testing.T) {
	runBad(t, machines, []badInput{
		{"unknown key", "[variant.A]\nmoths = 1\n", `4:1: unknown key "moths"; write months`},
		{"a key of the file", "[variant.A]\nexpect = []\n", `4:1: unknown key "expect"; the keys here are title, about, product, accepted, start, months, hours, renew, trial, instance, contract, usage, price_change, amendment, offer, model_change and seller`},
		{"a value of its own", "months = 12\n[variant.A]\nmonths = 500\n", `5:10: months is out of range: 500; write 1 to 120`},
		{"a fault of the scenario is told once", "months = 500\n[variant.A]\nrenew = \"auto\"\n[variant.B.offer]\nmonths = 1\n", `3:10: months is out of range: 500; write 1 to 120`},
		{"a missing key is told once", "[offer]\ndiscount = \"1%\"\n[variant.A.offer]\nexpires = 2027-01-01\n[variant.B]\nmonths = 1\n", `3:2: the offer has no term; write months = 36, or days = 400`},
		{"the same fault twice is told twice", "months = 500\n[variant.A]\nmonths = 500\n", "3:10: months is out of range: 500; write 1 to 120\n5:10: months is out of range: 500; write 1 to 120"},
		{"the fault that a variant takes away", "months = 500\n[variant.A]\nmonths = 1\n", `3:10: months is out of range: 500; write 1 to 120`},
		{"a contradiction by the offer", "[contract]\nmonths = 12\n[variant.A.offer]\nmonths = 24\n", `6:1: in variant "A": contract.months is 12, but the offer's term is 24 months; write the same number, or take contract.months out`},
		{"a contradiction by the acceptance", "[variant.A]\naccepted = 2027-01-02\n", `4:1: in variant "A": use starts on 2027-01-01, before the buyer accepts on 2027-01-02; write a start on the day of acceptance or later`},
		{"a contradiction by the start", "accepted = 2027-01-01\n[variant.A]\nstart = 2026-12-31\n", `5:9: use starts on 2026-12-31, before the buyer accepts on 2027-01-01; write a start on the day of acceptance or later`},
		{"another product without the type", "[instance.\"m5.large\"]\nannual = 1\n[variant.A]\nproduct = \"quillmere-desk\"\n", `6:1: in variant "A": quillmere-desk has no instance types, so no "m5.large"; take it out, or name another product`},
		{"an unknown product", "[variant.A]\nproduct = \"quilmere-desk\"\n", `4:11: unknown product "quilmere-desk"; write quillmere-desk`},
		{"an offer taken away that gave the term", "[offer]\nmonths = 12\n[variant.A]\noffer = false\ncontract.quantity = {}\n", `7:1: contract has quantities, but no months; write months = 12, or the offer that gives the term`},
		{"false for what is no table", "[variant.A]\nstart = false\n", `4:9: start is true or false, not a date; write start = 2026-02-01`},
		{"the scenario's own name", "[variant.base]\n", `3:10: a variant cannot be called "base"; write another name`},
		{"no name", "[variant.\"\"]\n", `3:10: a variant cannot be called ""; write another name`},
		{"not a table", "variant = { A = 1 }\n", `3:17: variant "A" is a whole number, not a table; write its keys under [variant."name"]`},
		{"no variants at all", "variant = 1\n", `3:11: variant is a whole number, not a table; write its keys under [variant."name"]`},
		{"an expectation of no variant", "[variant.Plain]\n[[expect]]\nvariant = \"Plan\"\npath = \"x\"\nequals = 1\n", `5:11: there is no variant "Plan"; write Plain`},
		{"an expectation of nothing", "[[expect]]\npath = \"x\"\n", `3:3: expect.0 expects nothing; write equals = "24480.00", or at_least or at_most`},
		{"an expectation without a path", "[[expect]]\nequals = 1\n", `3:3: expect.0 has no path; write path = "totals.software"`},
		{"an expectation of two things", "[[expect]]\npath = \"x\"\nequals = 1\nat_most = 2\n", `5:1: equals leaves no room for at_least or at_most; keep one of them`},
		{"an expectation of a float", "[[expect]]\npath = \"x\"\nequals = 1.5\n", `5:10: expect.0.equals is a bare float, which loses digits; write the amount in quotes: equals = "1.5"`},
		{"a bound that is no number", "[[expect]]\npath = \"x\"\nat_least = \"much\"\n", `5:12: expect.0.at_least is not an amount: "much"; write at_least = "0.25"`},
		{"expectations that are no list", "expect = 1\n", `3:10: expect is a whole number, not a list of tables; write [[expect]]`},
	})
}

func TestRefusedProducts(t *testing.T) {
	const head = "id = \"p\"\ndelivery = \"saas\"\nmodels = [\"usage\"]\n"
	for _, c := range []badInput{
		{"nothing", "", "1:1: the file has no id; write id = \"northwind-ngfw\"\n1:1: the file has no delivery; write delivery = \"ami\"\n1:1: the file has no models; write models = [\"hourly\", \"annual\"]"},
		{"unknown delivery", strings.Replace(head, "saas", "disk", 1), `2:12: delivery cannot be "disk"; write "ami", "container", "saas", "ml", "data" or "services"`},
		{"unknown model", strings.Replace(head, "usage", "rent", 1), `3:11: models.0 cannot be "rent"; write "free", "byol", "hourly", "annual", "usage" or "contract"`},
		{"a model twice", strings.Replace(head, `["usage"]`, `["usage", "usage"]`, 1), `3:20: models has "usage" twice; take one out`},
		{"no models", strings.Replace(head, `["usage"]`, `[]`, 1), `3:10: models is not a list of pricing models; write a list of "free", "byol", "hourly", "annual", "usage" or "contract"`},
		{"byol without a launch", strings.Replace(head, "usage", "byol", 1), `1:1: a byol product has no day of launch, from which its paid option is due; write launched = 2025-03-01`},
		{"a negative trial", head + "trial_days = -1\n", `4:14: trial_days is out of range: -1; write 0 to 3660`},
		{"unknown key", head + "[dimension.users]\nper = \"hour\"\nrate = 1\n", `6:1: unknown key "rate"; the keys here are title, category, unit, per, usage, contract and includes`},
		{"no per", head + "[dimension.users]\n", `4:12: dimension.users has no per; write per = "hour" or per = "unit"`},
		{"unknown per", head + "[dimension.users]\nper = \"day\"\n", `5:7: dimension.users.per cannot be "day"; write "hour" or "unit"`},
		{"includes per hour", head + "[dimension.users]\nincludes = 1\nper = \"hour\"\n", `5:1: dimension.users is metered per hour, where nothing is included by the month; take includes out, or write per = "unit"`},
		{"upfront", head + "[instance.x]\nupfront = 1\n", `5:1: unknown key "upfront"; the keys here are hourly, annual and infrastructure`},
		{"a bare float", head + "[instance.x]\nhourly = 0.0000125\n", `5:10: instance.x.hourly is a bare float, which loses digits; write the amount in quotes: hourly = "0.0000125"`},
		{"a contract price for no term", head + "[dimension.users]\nper = \"hour\"\ncontract = { 0 = 1 }\n", `6:14: "0" is not a number of months; write the months of the term: 12 = "120"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadProduct("f.toml", []byte(c.text))
			if err == nil {
				t.Fatal("it reads")
			}
			if got := strings.ReplaceAll(err.Error(), "f.toml:", ""); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
