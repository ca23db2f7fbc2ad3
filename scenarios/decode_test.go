package scenarios

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"termsheet/model/deal"
)

// doc reads a text that must read, with the files of a folder beside it.
func doc(t testing.TB, text string, files ...string) *Document {
	t.Helper()
	dir := ""
	if len(files) > 0 {
		dir = folder(t, files...)
	}
	d, err := Read("f.toml", []byte(text), dir)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// folder makes a folder of files, given as name and text in turn.
func folder(t testing.TB, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		if err := os.WriteFile(filepath.Join(dir, files[i]), []byte(files[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const everyProduct = `
id       = "every"
title    = "Every key"
seller   = "Seller"
delivery = "saas"
launched = 2025-03-01
models   = ["hourly", "annual", "usage", "contract"]
trial_days  = 14
paid_option = "other"
choose_one  = true
[instance."m5.large"]
hourly = "0.240"
annual = 1260
infrastructure = "0.096"
[instance.small]
[dimension.users]
title    = "Named users"
category = "users"
unit     = "user"
per      = "hour"
usage    = "0.014"
contract = { 12 = "120", 1 = "12", 36 = "300" }
[dimension.calls]
per      = "unit"
includes = "1.5"
`

func TestReadProduct(t *testing.T) {
	d, err := ReadProduct("p.toml", []byte(everyProduct))
	if err != nil {
		t.Fatal(err)
	}
	p := d.Product
	got := fmt.Sprintf("%+v", *p)
	want := "{ID:every Title:Every key Seller:Seller Delivery:saas Launched:2025-03-01 Models:[hourly annual usage contract] TrialDays:14 PaidOption:other ChooseOne:true " +
		"Instances:[{Type:m5.large InstanceRates:{Hourly:{Value:0.24 Set:true} Annual:{Value:1260 Set:true} Infrastructure:{Value:0.096 Set:true} Upfront:{Value:0 Set:false}}} " +
		"{Type:small InstanceRates:{Hourly:{Value:0 Set:false} Annual:{Value:0 Set:false} Infrastructure:{Value:0 Set:false} Upfront:{Value:0 Set:false}}}] " +
		"Dimensions:[{Key:users Title:Named users Category:users Unit:user Per:hour Includes:0 DimensionRates:{Usage:{Value:0.014 Set:true} Contract:[{Months:1 Rate:12} {Months:12 Rate:120} {Months:36 Rate:300}]}} " +
		"{Key:calls Title:calls Category: Unit:unit Per:unit Includes:1.5 DimensionRates:{Usage:{Value:0 Set:false} Contract:[]}}]}"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if e := p.Instances[0].Hourly.Value.Exponent(); e != -3 {
		t.Errorf("a rate keeps its scale: 0.240 has exponent %d", e)
	}
	for path, want := range map[string]string{"models": "p.toml:7:1", `instance."m5.large".annual`: "p.toml:13:1", "dimension.users.contract.36": "p.toml:22:36", "dimension.none": "p.toml:16:2", "trial": "p.toml:1:1"} {
		parsed, _ := deal.ParsePath(path)
		if got := d.Where(parsed).String(); got != want {
			t.Errorf("%s stands at %s, not %s", path, got, want)
		}
	}
}

const everyKey = `
title    = "Every key"
about    = "All of them."
product  = "every.toml"
accepted = 2026-01-15
start    = 2026-02-01
months   = 24
hours    = "calendar"
renew    = "auto"
trial    = true

[instance."m5.large"]
annual  = 8
running = [10, "2.5"]
[instance.small]
load = [ { running = 6, share = "0.30" }, { running = 2, share = "0.70" } ]

[contract]
months   = 36
quantity = { users = 100 }

[usage.users]
level  = 120
growth = "-3.5%"
[usage.calls]
monthly = ["2500000", 1_000]

[[price_change]]
announced = 2026-03-16
[price_change.instance."m5.large"]
hourly = "0.26"
annual = "1400"
infrastructure = "0.1"
[price_change.dimension.users]
usage = "0.015"
contract = { 24 = "200", 12 = "130" }

[[amendment]]
date   = 2026-08-01
add    = { "m5.large" = 1 }
remove = { small = "1.5" }

[offer]
months   = 36
expires  = 2026-01-31
accounts = 3
discount = "12.5%"
[offer.instance."m5.large"]
hourly  = "0.20"
upfront = "3000"
[offer.dimension.users]
usage    = "0.012"
contract = "250"
[offer.schedule]
every   = "quarter"
count   = 12
first   = 2026-02-01
initial = "5000"
[offer.renewal]
uplift = "10%"
times  = 2

[model_change]
requested = 2026-09-01
to = "contract"

[seller]
renewal   = true
reseller  = "8%"
country   = "US"
metering_loss = "0.5%"
floor     = "85%"
notes     = "Why."

[variant.Plain]
hours = 720
renew = "none"
trial = false
offer = false
contract = false
seller = false
model_change = false
amendment = []
price_change = false
usage = false
[variant.Plain.instance]
small = false

[variant.Days]
contract = false
[variant.Days.offer]
days = 400
[[variant.Days.offer.installment]]
date = 2026-02-01
amount = "5000.50"
[[expect]]
path   = "totals.software"
equals = "24480.00"
[[expect]]
variant  = "Days"
path     = "savings"
at_least = -5
at_most  = "1.50"
`

func TestReadEveryKey(t *testing.T) {
	d := doc(t, everyKey, "every.toml", everyProduct)
	s := d.Scenarios()
	check := func(what string, got any, want string) {
		t.Helper()
		if g := fmt.Sprintf("%+v", got); g != want {
			t.Errorf("%s\ngot  %s\nwant %s", what, g, want)
		}
	}
	if len(s) != 3 {
		t.Fatalf("%d scenarios", len(s))
	}
	b := s[0]
	check("top", []any{b.Title, b.About, b.File, b.Variant, b.Product.ID, b.Accepted, b.Start, b.Months, b.Hours, b.Renew, b.Trial},
		"[Every key All of them. f.toml base every 2026-01-15 2026-02-01 24 {Calendar:true Fixed:0} true true]")
	check("instances", b.Instances, "[{Type:m5.large Annual:8 Running:[10 2.5] Load:{Steps:[] Total:0 Profile: Hours:[]}} "+
		"{Type:small Annual:0 Running:[] Load:{Steps:[{Running:6 Weight:0.3} {Running:2 Weight:0.7}] Total:1 Profile: Hours:[]}}]")
	check("contract", *b.Contract, "{Months:36 Quantity:[{Key:users Units:100}]}")
	check("usage", b.Usage, "[{Key:users Level:[120] Monthly:[] Growth:-0.035} {Key:calls Level:[] Monthly:[2500000 1000] Growth:0}]")
	check("changes", b.Changes, "[{Announced:2026-03-16 Rates:{Instances:[{Type:m5.large InstanceRates:{Hourly:{Value:0.26 Set:true} Annual:{Value:1400 Set:true} Infrastructure:{Value:0.1 Set:true} Upfront:{Value:0 Set:false}}}] "+
		"Dimensions:[{Key:users DimensionRates:{Usage:{Value:0.015 Set:true} Contract:[{Months:12 Rate:130} {Months:24 Rate:200}]}}]}}]")
	check("amendments", b.Amendments, "[{Date:2026-08-01 Add:[{Key:m5.large Units:1}] Remove:[{Key:small Units:1.5}]}]")
	o := *b.Offer
	check("offer", []any{o.Months, o.Days, o.Expires, o.Accounts, o.Discount, *o.Schedule, o.Installments, *o.Renewal},
		"[36 0 2026-01-31 3 0.125 {Every:quarter Count:12 First:2026-02-01 Initial:{Value:5000 Set:true}} [] {Uplift:0.1 Times:2}]")
	check("offer rates", o.Rates, "{Instances:[{Type:m5.large InstanceRates:{Hourly:{Value:0.2 Set:true} Annual:{Value:0 Set:false} Infrastructure:{Value:0 Set:false} Upfront:{Value:3000 Set:true}}}] "+
		"Dimensions:[{Key:users DimensionRates:{Usage:{Value:0.012 Set:true} Contract:[{Months:0 Rate:250}]}}]}")
	check("model change", *b.Model, "{Requested:2026-09-01 To:contract}")
	check("seller", *b.Seller, "{Renewal:true Reseller:{Value:0.08 Set:true} Country:US MeteringLoss:0.005 Floor:{Value:0.85 Set:true} Notes:Why.}")

	p := s[1]
	check("taken away", []any{p.Variant, p.Title, p.Hours, p.Renew, p.Trial, p.Offer == nil, p.Contract == nil, p.Seller == nil, p.Model == nil, len(p.Amendments), len(p.Changes), len(p.Usage), len(p.Instances)},
		"[Plain Every key {Calendar:false Fixed:720} false false true true true true 0 0 0 1]")
	v := s[2].Offer
	check("displaced", []any{v.Months, v.Days, v.Schedule == nil, v.Installments, v.Discount, v.Renewal.Times}, "[0 400 true [{Date:2026-02-01 Amount:5000.5}] 0.125 2]")
	if b.Offer.Months != 36 || b.Offer.Schedule == nil || len(b.Instances) != 2 {
		t.Error("a variant changes the scenario itself")
	}
	check("expects", d.Expects(), "[{Variant:base Path:totals.software Equals:24480.00 AtLeast: AtMost: Pos:f.toml:96:3} {Variant:Days Path:savings Equals: AtLeast:-5 AtMost:1.50 Pos:f.toml:99:3}]")
}

func TestReadDefaults(t *testing.T) {
	s, _ := doc(t, machines+"[instance.\"m5.large\"]\nannual = 2\n[variant.A]\nstart = 2027-02-01\n").Scenario("A")
	if s.Accepted != s.Start || s.Accepted.String() != "2027-02-01" {
		t.Errorf("accepted is %s: it follows the variant's start", s.Accepted)
	}
	if s.Months != 0 || s.Hours != (deal.Hours{}) || s.Renew || !s.Instances[0].Running.At(0).IsZero() {
		t.Errorf("defaults: %+v", s)
	}
}

func TestReadOnTheBoundary(t *testing.T) {
	for _, text := range []string{
		"months = 120\n[offer]\nmonths = 120\n", "months = 1\n[offer]\ndays = 3652\n", "hours = 720\n", "start = 2025-01-01\naccepted = 2025-01-01\n",
		"[instance.\"m5.large\"]\nannual = 999_999_999_999_999\nrunning = \"0.123456789012\"\n", "[instance.\"m5.large\"]\nload = [{ running = 0, share = 0 }, { running = 1, share = \"1.00\" }]\n",
		"[offer]\nmonths = 1\ndiscount = \"100%\"\n[offer.renewal]\ntimes = 0\n", "[contract]\n", "[contract]\nquantity = {}\nmonths = 1\n", "offer = false\n", "variant = {}\n",
		"[[price_change]]\nannounced = 2025-03-16\n[price_change.instance.\"m5.large\"]\nhourly = 1\n[[price_change]]\nannounced = 2025-03-17\n[price_change.instance.\"m5.large\"]\nhourly = 2\n",
	} {
		head := "product = \"northwind-ngfw\"\n"
		if !strings.Contains(text, "start") {
			head += "start = 2025-01-01\n"
		}
		doc(t, head+text)
	}
}

func TestVariantsMerge(t *testing.T) {
	d := doc(t, `product = "brackenfold-observe"
start = 2027-01-01
[contract]
months = 12
quantity = { hosts = 40, logs = 4 }
[usage.hosts]
level = [38, 40]
growth = "4%"
[variant.A.contract]
quantity = { logs = 5, spans = 1 }
[variant.A.usage.hosts]
level = 7
[variant."B C".usage.spans]
monthly = 1
`)
	a, _ := d.Scenario("A")
	if got := fmt.Sprint(a.Contract.Months, a.Contract.Quantity, a.Usage); got != "12 [{hosts 40} {logs 5} {spans 1}] [{hosts [7] [] 0.04}]" {
		t.Errorf("A: %s", got)
	}
	b, _ := d.Scenario("B C")
	if got := fmt.Sprint(b.Contract.Quantity, b.Usage); got != "[{hosts 40} {logs 4}] [{hosts [38 40] [] 0.04} {spans [] [1] 0}]" {
		t.Errorf("B C: %s", got)
	}
	var names []string
	for _, s := range d.Scenarios() {
		names = append(names, s.Variant)
	}
	if !slices.Equal(names, []string{"base", "A", "B C"}) {
		t.Errorf("variants: %q", names)
	}
}

// TestDimensionsNamedLikeKeys: what displaces what depends on the table, not on
// the name alone.
func TestDimensionsNamedLikeKeys(t *testing.T) {
	product := "id = \"p\"\ndelivery = \"saas\"\nmodels = [\"usage\"]\n"
	for _, k := range []string{"months", "days", "running", "load", "variant"} {
		product += "[dimension." + k + "]\nper = \"hour\"\n"
	}
	d := doc(t, "product = \"p.toml\"\nstart = 2027-01-01\n[contract]\nmonths = 1\nquantity = { months = 1, running = 1, variant = 3 }\n[variant.A]\ncontract.quantity = { days = 2, load = 2 }\n", "p.toml", product)
	a, _ := d.Scenario("A")
	if got := fmt.Sprint(a.Contract.Quantity); got != "[{months 1} {running 1} {variant 3} {days 2} {load 2}]" {
		t.Errorf("got %s", got)
	}
}

func TestWhere(t *testing.T) {
	d := doc(t, machines+"[instance.\"m5.large\"]\nannual = 2\nrunning = 3\n[[price_change]]\nannounced = 2027-03-16\n[variant.A.instance.\"m5.large\"]\nannual = 1\n[variant.B]\nprice_change = []\n")
	for _, c := range []struct{ variant, path, want string }{
		{"base", `instance."m5.large".annual`, "4:1"}, {"", `instance."m5.large".annual`, "4:1"},
		{"A", `instance."m5.large".annual`, "9:1"}, {"A", `instance."m5.large".running`, "5:1"}, {"A", `instance."m5.large".load.0`, "8:21"},
		{"A", `offer.months`, "8:10"}, {"A", "price_change.0.announced", "7:1"}, {"base", "price_change.0.instance", "6:3"},
		{"B", "price_change.0.announced", "11:1"}, {"base", "offer", "1:1"}, {"none", "start", "2:1"},
	} {
		path, _ := deal.ParsePath(c.path)
		if got := d.Where(c.variant, path).String(); got != "f.toml:"+c.want {
			t.Errorf("%s in %q stands at %s, not %s", c.path, c.variant, got, c.want)
		}
	}
}
