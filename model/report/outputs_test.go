package report

import (
	"io"
	"strings"
	"testing"

	"termsheet/model/listing"
	"termsheet/model/pricing"
	"termsheet/model/rules"
)

func findings() []Finding {
	return []Finding{
		{"ANN-3", rules.Error, "m5.xlarge has no hourly rate", `write hourly = "0.48"`, "deals/a b,c:d.toml", 12, 3},
		{"CHG-4", rules.Warning, "100 % of\nreadings differ\x1b[0m", "", "deals/acme.toml", 7, 1},
		{"ANN-3", rules.Note, "the same rule again", "look twice", "/abs/acme.toml", 0, 0},
		{"", rules.Error, "no rule stands behind this", "write one", "acme.toml", 1, 1},
	}
}

func TestFindings(t *testing.T) {
	sentence := func(rule string) string {
		if rule == "ANN-3" {
			return "Every annual type needs an hourly price."
		}
		return ""
	}
	for name, write := range map[string]func(io.Writer) error{
		"text":   func(w io.Writer) error { return Findings(w, findings()) },
		"json":   func(w io.Writer) error { return FindingsJSON(w, findings()) },
		"none":   func(w io.Writer) error { return FindingsJSON(w, nil) },
		"github": func(w io.Writer) error { return FindingsGitHub(w, findings()) },
		"sarif":  func(w io.Writer) error { return FindingsSARIF(w, findings(), sentence) },
		"clean":  func(w io.Writer) error { return FindingsSARIF(w, nil, sentence) },
	} {
		t.Run(name, func(t *testing.T) { equalsGolden(t, write) })
	}
}

func conventions() pricing.Conventions {
	return pricing.Conventions{NoticeDays: 90, HoursPerYear: 8760}
}

func TestTimeline(t *testing.T) {
	q := hourlyQuote("Hourly only")
	wanted := day("2027-01-01")
	for name, write := range map[string]func(io.Writer) error{
		"base":     func(w io.Writer) error { return Timeline(w, scenario(), baseQuote()) },
		"variant":  func(w io.Writer) error { return Timeline(w, scenario(), q) },
		"json":     func(w io.Writer) error { return TimelineJSON(w, q.Events) },
		"announce": func(w io.Writer) error { return AnnounceText(w, wanted, Announce(notice(), rules.Settings{})) },
	} {
		t.Run(name, func(t *testing.T) { equalsGolden(t, write) })
	}
}

func notice() rules.Notice {
	return rules.Notice{Wanted: day("2027-01-01"), Effective: day("2027-01-01"), Safe: day("2026-10-02"), Last: day("2026-10-03"), Cautious: day("2026-09-30")}
}

func TestAnnounceNamesTheReadings(t *testing.T) {
	same := notice()
	same.Cautious = same.Safe
	for _, c := range []struct {
		notice   rules.Notice
		settings rules.Settings
		keys     string
	}{
		{notice(), rules.Settings{}, "strict lenient months"},
		{notice(), rules.Settings{StrictFirst: true}, "strict strict months"},
		{same, rules.Settings{}, "strict lenient"},
	} {
		var keys []string
		for _, e := range Announce(c.notice, c.settings) {
			keys = append(keys, e.Key)
		}
		if got := strings.Join(keys, " "); got != c.keys {
			t.Errorf("got %s, want %s", got, c.keys)
		}
	}
}

func TestLists(t *testing.T) {
	scenarios := []ScenarioInfo{
		{"covered-baseline", "The baseline covered, the peaks by the hour", "Two m5.large more than annuals: watch their hourly line, then the July step and the December renewal.", "northwind-ngfw"},
		{"lapse", "A lapse", "Nobody renews.\nWatch December.", "northwind-ngfw"},
	}
	products := []*listing.Product{
		{ID: "northwind-ngfw", Title: "Northwind Next-Gen Firewall", Delivery: listing.AMI, Models: []listing.Model{listing.Hourly, listing.Annual}},
		{ID: "quillmere-desk", Title: "Quillmere \x1b]0;Desk", Delivery: listing.SaaS, Models: []listing.Model{listing.Contract}},
	}
	for name, write := range map[string]func(io.Writer) error{
		"scenarios":      func(w io.Writer) error { return Scenarios(w, scenarios) },
		"scenarios-json": func(w io.Writer) error { return ScenariosJSON(w, scenarios) },
		"products":       func(w io.Writer) error { return Products(w, products) },
		"products-json":  func(w io.Writer) error { return ProductsJSON(w, products) },
		"rules":          func(w io.Writer) error { return Rules(w, book().Rules) },
		"rules-json":     func(w io.Writer) error { return RulesJSON(w, book().Rules) },
		"rule":           func(w io.Writer) error { return Rule(w, book().Rules[0], book()) },
	} {
		t.Run(name, func(t *testing.T) { equalsGolden(t, write) })
	}
}

// book is a rulebook of two rules.
func book() *rules.Rulebook {
	return &rules.Rulebook{
		Rules: []rules.Rule{
			{ID: "ANN-5", Text: "Of Y running instances, those beyond the X annuals are charged by the hour.", Reading: "Never below zero.",
				Source: "SEED-ID", Sources: []string{"SEED-ID", "SG-annual"}, Confidence: "A", Read: day("2026-09-20"),
				Use: []rules.Use{rules.Priced, rules.Shown}, Numbers: []rules.Number{{Key: "hours_per_year", Value: "8760"}}},
			{ID: "HRL-1", Text: "Started hours are rounded up.", Source: "OLD", Sources: []string{"OLD"}, Confidence: "B", Read: day("2026-09-20"),
				Use: []rules.Use{rules.NotApplicable}, Why: "we model loads, not single runs"},
		},
		Sources: []rules.Source{{Key: "SG-annual", Title: "Annual pricing", Where: "https://docs.example.com/annual"}},
	}
}

func TestExplain(t *testing.T) {
	q := Priced{Quote: baseQuote(), Seller: sellerView()}
	for _, path := range []string{"totals.hourly", "totals.software", "totals.usage", "hourly_only", "savings_percent", "charges.1.amount", "charges.0",
		"months.0.infrastructure", "invoices.0", "invoices.2.amount", "break_even.0.hours_per_year", "break_even.0.utilisation_percent",
		"break_even.0.best", "events.3", "seller.fee", "start"} {
		t.Run(path, func(t *testing.T) {
			e, err := Explain(q, conventions(), path)
			if err != nil {
				t.Fatal(err)
			}
			equalsGolden(t, func(w io.Writer) error { return ExplainText(w, e, book()) })
		})
	}
	e, err := Explain(q, conventions(), "charges.1.amount")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("json", func(t *testing.T) { equalsGolden(t, func(w io.Writer) error { return ExplainJSON(w, e, book()) }) })
	bare := Priced{Quote: bareQuote("base")}
	for _, path := range []string{"hourly_only", "savings"} {
		if e, err := Explain(bare, conventions(), path); err != nil || e.Value != "null" || !strings.Contains(e.Formula, "not known") {
			t.Errorf("%s: %v, %v", path, e, err)
		}
	}
}

// TestEveryEventHasItsRule keeps the table of rules beside the kinds of event.
func TestEveryEventHasItsRule(t *testing.T) {
	for _, kind := range strings.Fields(`accepted start end price_announced price_effective freeze_ends lapse renewal renewal_price_cutoff
		renewal_notice trial_ends amendment offer_expires refund_until paid_option_due review_earliest review_latest`) {
		if eventRules[kind] == "" {
			t.Errorf("%s has no rule", kind)
		}
	}
}

func TestLookup(t *testing.T) {
	tree, err := TreeOf(Priced{Quote: baseQuote()})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, want, fails string }{
		{"totals.software", "10810.00", ""},
		{"charges.0.amount", "10080.00", ""},
		{"charges.1.rate", "0.240", ""},
		{"charges.1.quantity", "1460", ""},
		{"savings_percent", "-151.06", ""},
		{"break_even.0.best", "10", ""},
		{`events."3".date`, "2026-03-01", ""},
		{"start", "2026-02-01", ""},
		{"totals", "", "totals is not one figure; go on with annual, contract,"},
		{"charges", "", "charges is not one figure; go on with a number from 0 to 4"},
		{"charges.5", "", "charges.5: there is no such part; use a number from 0 to 4"},
		{"charges.-1", "", "there is no such part"},
		{"totals.softwear", "", "use annual, contract, hourly, infrastructure, software, total, usage"},
		{"start.year", "", "nothing is inside a figure"},
		{"", "", "write it as TOML does"},
		{"seller.fee", "", "there is no such part"},
	} {
		got, err := tree.At(c.path)
		if c.fails != "" {
			if err == nil || !strings.Contains(err.Error(), c.fails) {
				t.Errorf("%s: got %q, %v; want an error with %q", c.path, got, err, c.fails)
			}
			if _, err := Explain(Priced{Quote: baseQuote()}, conventions(), c.path); err == nil && c.path != "charges.5" {
				t.Errorf("%s is explained", c.path)
			}
			continue
		}
		if err != nil || got != c.want {
			t.Errorf("%s: got %q, %v; want %q", c.path, got, err, c.want)
		}
	}
}

func TestHolds(t *testing.T) {
	tree, err := TreeOf(Priced{Quote: baseQuote()})
	if err != nil {
		t.Fatal(err)
	}
	bare, err := TreeOf(Priced{Quote: bareQuote("base")})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		in   Tree
		want Want
		ok   bool
	}{
		{tree, Want{Path: "totals.software", Equals: "10810.00"}, true},
		{tree, Want{Path: "totals.software", Equals: "10810"}, true},
		{tree, Want{Path: "totals.software", Equals: "10810.01"}, false},
		{tree, Want{Path: "totals.software", Equals: "1.081e4"}, false},
		{tree, Want{Path: "charges.0.kind", Equals: "annual"}, true},
		{tree, Want{Path: "charges.0.kind", Equals: "hourly"}, false},
		{tree, Want{Path: "savings", AtMost: "-7160"}, true},
		{tree, Want{Path: "savings", AtMost: "-7160.01"}, false},
		{tree, Want{Path: "break_even.0.best", AtLeast: "9"}, true}, // as numbers, not as text
		{tree, Want{Path: "break_even.0.best", AtLeast: "11"}, false},
		{tree, Want{Path: "break_even.0.best", AtLeast: "9", AtMost: "11"}, true},
		{tree, Want{Path: "break_even.0.best", AtLeast: "11", AtMost: "12"}, false},
		{tree, Want{Path: "break_even.0.best", AtLeast: "8", AtMost: "9"}, false},
		{tree, Want{Path: "start", AtLeast: "2026-01-31"}, true},
		{tree, Want{Path: "start", AtMost: "2026-01-31"}, false},
		{tree, Want{Path: "start", AtLeast: "1"}, false},
		{bare, Want{Path: "savings", Equals: "null"}, true},
		{bare, Want{Path: "savings", Equals: "0"}, false},
		{bare, Want{Path: "savings", AtMost: "zzz"}, false},
	} {
		if _, ok, err := c.in.Holds(c.want); ok != c.ok || err != nil {
			t.Errorf("%s %s: got %v, %v", c.want.Path, c.want, ok, err)
		}
	}
	if _, _, err := tree.Holds(Want{Path: "nothing.here", Equals: "1"}); err == nil {
		t.Error("a path to nothing holds")
	}
}
