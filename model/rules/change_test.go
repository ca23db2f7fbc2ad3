package rules_test

import (
	"strings"
	"testing"

	"termsheet/model/calendar"
	"termsheet/model/rules"
)

// change is a price change on a day: key = price, with the table before it.
func change(day string, rates ...string) string {
	s := "[[price_change]]\nannounced = " + day + "\n"
	for _, r := range rates {
		s += "[price_change." + strings.Replace(r, ":", "]\n", 1) + "\n"
	}
	return s
}

// What the changes of the examples set.
const (
	largeUp    = `instance."m5.large":hourly = "0.26"`
	largeUp2   = `instance."m5.large":hourly = "0.28"`
	largeDown  = `instance."m5.large":hourly = "0.22"`
	xlargeUp   = `instance."m5.xlarge":hourly = "0.50"`
	xlargeDown = `instance."m5.xlarge":hourly = "0.40"`
	yearUp     = `instance."m5.large":annual = "1400"`
	yearUp2    = `instance."m5.large":annual = "1500"`
	yearDown   = `instance."m5.large":annual = "1200"`
	yearUpX    = `instance."m5.xlarge":annual = "2600"`
)

// bareXlarge is the firewall with a type that has no price yet.
var bareXlarge = but(ami, `hourly = "0.48"`, "", `annual = "2520"`, `infrastructure = "0.192"`)

var changeExamples = []example{
	{rule: "CHG-4", kind: breaks, product: ami, scenario: running + change("2027-03-03", largeUp), want: "warning price_change.0.announced"},
	{rule: "CHG-4", kind: breaks, product: ami, scenario: running + change("2027-03-02", largeUp), want: "warning price_change.0.announced"}, // only three months differ
	{rule: "CHG-4", kind: edge, product: ami, scenario: running + change("2027-03-04", largeUp)},
	{rule: "CHG-4", kind: keeps, product: ami, scenario: running + change("2027-03-16", largeUp)},
	{rule: "CHG-4", kind: keeps, product: ami, scenario: running + change("2027-03-03", yearUp)},
	{rule: "CHG-4", kind: breaks, product: ami, scenario: running + change("2027-03-03", largeUp), settings: `settings.first_of_month = "strict"`,
		want: "warning price_change.0.announced"},

	{rule: "CHG-6", kind: breaks, product: ami, scenario: running + change("2027-03-16", yearUp) + change("2027-06-13", yearUp2), want: "error price_change.1.announced"},
	{rule: "CHG-6", kind: edge, product: ami, scenario: running + change("2027-03-16", yearDown) + change("2027-06-14", yearUp2)},
	{rule: "CHG-6", kind: breaks, product: ami, scenario: running + change("2027-06-13", yearUp2) + change("2027-03-16", yearUp), want: "error price_change.0.announced"},
	{rule: "CHG-6", kind: edge, product: ami, scenario: running + change("2027-03-16", yearDown) + change("2027-06-13", yearUpX), want: "warning price_change.1.announced"},
	{rule: "CHG-6", kind: keeps, product: ami, scenario: running + change("2027-03-16", yearUp) + change("2027-09-16", yearUp2)},
	{rule: "CHG-6", kind: keeps, product: ami, scenario: running + change("2027-03-16", yearUp) + change("2027-03-17", `instance."m5.large":annual = "1400.00"`)},

	{rule: "CHG-8", kind: breaks, product: ami, scenario: "renew = \"auto\"\nmonths = 24\n" + running + change("2027-07-04", yearUp), want: "warning price_change.0.announced"},
	{rule: "CHG-8", kind: edge, product: ami, scenario: "renew = \"auto\"\nmonths = 24\n" + running + change("2027-07-03", yearUp)},
	{rule: "CHG-8", kind: breaks, product: ami, scenario: "renew = \"auto\"\nmonths = 24\n" + running + change("2027-10-01", yearUp), want: "warning price_change.0.announced"},
	{rule: "CHG-8", kind: keeps, product: ami, scenario: "renew = \"auto\"\nmonths = 24\n" + running + change("2027-10-02", yearUp)},
	{rule: "CHG-8", kind: keeps, product: ami, scenario: "months = 24\n" + running + change("2027-07-04", yearUp)},

	{rule: "CHG-9", kind: breaks, product: bareXlarge, scenario: running + change("2027-03-16", yearUp) + change("2027-06-13", xlargeUp),
		want: `error price_change.1.instance."m5.xlarge".hourly`},
	{rule: "CHG-9", kind: edge, product: bareXlarge, scenario: running + change("2027-03-16", yearUp) + change("2027-06-14", xlargeUp)},
	{rule: "CHG-9", kind: keeps, product: ami, scenario: running + change("2027-03-16", yearUp) + change("2027-05-13", xlargeUp)},

	{rule: "CHG-11", kind: breaks, product: ami, scenario: running + change("2027-03-16", largeUp) + change("2027-07-13", largeUp2), want: "error price_change.1.announced"},
	{rule: "CHG-11", kind: edge, product: ami, scenario: running + change("2027-03-16", largeUp) + change("2027-07-14", largeUp2)},
	{rule: "CHG-11", kind: breaks, product: ami, scenario: running + change("2027-03-16", largeUp) + change("2027-05-16", xlargeDown), want: "warning price_change.1.announced"},
	{rule: "CHG-11", kind: breaks, product: ami, scenario: running + change("2027-03-16", largeUp) + change("2027-05-16", xlargeDown), settings: "settings.strict = true", want: "error price_change.1.announced"},
	{rule: "CHG-11", kind: breaks, product: ami, scenario: running + change("2027-03-16", largeUp) + change("2027-05-16", xlargeUp, largeUp2), want: "error price_change.1.announced"},
	{rule: "CHG-11", kind: keeps, product: ami, scenario: running + change("2027-03-16", largeDown) + change("2027-05-16", largeUp2)},
	{rule: "CHG-11", kind: keeps, product: ami, scenario: running + change("2027-03-16", largeUp) + change("2027-05-16", yearUp)},
	{rule: "CHG-11", kind: breaks, product: ami, scenario: running + change("2027-03-16", yearUp) + change("2027-06-14", yearUp2), want: "error price_change.1.announced"},
	{rule: "CHG-11", kind: keeps, product: ami, scenario: running + change("2027-03-16", largeUp) + change("2027-03-16", xlargeUp)},

	{rule: "CHG-12", kind: breaks, product: ami, scenario: running + change("2027-03-16", largeUp, xlargeDown), want: `error price_change.0.instance."m5.xlarge".hourly`},
	{rule: "CHG-12", kind: breaks, product: bareXlarge, scenario: running + change("2027-03-16", largeUp, xlargeUp), want: `error price_change.0.instance."m5.xlarge".hourly`},
	{rule: "CHG-12", kind: edge, product: bareXlarge, scenario: running + change("2027-03-16", largeDown, xlargeUp)},
	{rule: "CHG-12", kind: edge, product: ami, scenario: running + change("2027-03-16", largeDown) + change("2027-03-17", xlargeUp)},
	{rule: "CHG-12", kind: keeps, product: ami, scenario: running + change("2027-03-16", largeUp, xlargeUp)},
	{rule: "CHG-12", kind: keeps, product: ami, scenario: running + change("2027-03-16", yearDown, xlargeUp)},
}

func day(t *testing.T, s string) calendar.Day {
	t.Helper()
	d, err := calendar.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestAnnualAdvice follows the advice on an annual price that changes too soon, and
// finds nothing against the day that it names.
func TestAnnualAdvice(t *testing.T) {
	for _, c := range []struct{ first, second, want string }{
		{yearUp, yearUp2, "2027-07-14"}, // CHG-11 keeps a raised one longer than CHG-6
		{yearDown, yearUp2, "2027-06-14"},
		{yearUp, yearUpX, "2027-03-16, or on 2027-07-14"},
	} {
		found := example{product: ami, scenario: running + change("2027-03-16", c.first) + change("2027-06-01", c.second)}.check(t)
		if len(found) == 0 || found[0].Rule != "CHG-6" || found[0].Fix != "announce it on "+c.want+" or later" {
			t.Errorf("%s, then %s: %+v, want the advice %s", c.first, c.second, found, c.want)
		}
		later := c.want[len(c.want)-len("2027-07-14"):]
		if found := (example{product: ami, scenario: running + change("2027-03-16", c.first) + change(later, c.second)}).check(t); len(found) > 0 {
			t.Errorf("%s, then %s on %s as advised: %+v", c.first, c.second, later, found)
		}
	}
}

// TestReadings holds the warning about a notice's readings against the
// notice-date table of chapter 7.
func TestReadings(t *testing.T) {
	for _, c := range []struct{ announced, strict, lenient, months string }{
		{"2025-03-16", "2025-07-01", "2025-07-01", "2025-07-01"},
		{"2025-03-02", "2025-06-01", "2025-06-01", "2025-07-01"},
		{"2025-03-03", "2025-07-01", "2025-06-01", "2025-07-01"},
		{"2024-01-01", "2024-04-01", "2024-04-01", "2024-05-01"},
		{"2025-01-01", "2025-05-01", "2025-04-01", "2025-05-01"},
		{"2025-12-01", "2026-04-01", "2026-03-01", "2026-04-01"},
		{"2025-10-02", "2026-01-01", "2026-01-01", "2026-02-01"},
		{"2025-10-03", "2026-02-01", "2026-01-01", "2026-02-01"},
	} {
		for _, strict := range []bool{false, true} {
			settings, taken, other := "", c.lenient, c.strict
			if strict {
				settings, taken, other = `settings.first_of_month = "strict"`, c.strict, c.lenient
			}
			e := example{product: but(ami, "2024-01-01", "2023-01-01"), scenario: "start = 2023-10-01\n" + change(c.announced, largeUp), settings: settings}
			var said *rules.Finding
			for _, f := range e.check(t) {
				if f.Rule == "CHG-4" {
					said = &f
				}
			}
			if differ := other != taken || c.months != taken; differ != (said != nil) {
				t.Errorf("%s, strict %v: warning %+v", c.announced, strict, said)
			}
			if said == nil {
				continue
			}
			for _, date := range []string{taken, other, c.months} {
				if !strings.Contains(said.Message, date) {
					t.Errorf("%s, strict %v: %q does not name %s", c.announced, strict, said.Message, date)
				}
			}
			if by := rulebook(t, settings).AnnounceBy(day(t, taken)); !strings.Contains(said.Fix, by.Safe.String()) || !strings.Contains(said.Fix, by.Cautious.String()) {
				t.Errorf("%s, strict %v: %q does not name %s and %s", c.announced, strict, said.Fix, by.Safe, by.Cautious)
			}
		}
	}
}

// TestAnnounceBy works the notice-date table backwards.
func TestAnnounceBy(t *testing.T) {
	for _, c := range []struct{ wanted, effective, safe, last, cautious string }{
		{"2026-01-01", "2026-01-01", "2025-10-02", "2025-10-03", "2025-09-30"},
		{"2026-01-31", "2026-01-01", "2025-10-02", "2025-10-03", "2025-09-30"},
		{"2025-07-01", "2025-07-01", "2025-04-01", "2025-04-02", "2025-03-31"},
		{"2025-06-01", "2025-06-01", "2025-03-02", "2025-03-03", "2025-02-28"},
		{"2024-04-01", "2024-04-01", "2024-01-01", "2024-01-02", "2023-12-31"},
		{"2025-04-01", "2025-04-01", "2024-12-31", "2025-01-01", "2024-12-31"},
		{"2026-03-01", "2026-03-01", "2025-11-30", "2025-12-01", "2025-11-30"},
		{"2027-01-01", "2027-01-01", "2026-10-02", "2026-10-03", "2026-09-30"},
	} {
		got := rulebook(t, "").AnnounceBy(day(t, c.wanted))
		want := rules.Notice{Wanted: day(t, c.wanted), Effective: day(t, c.effective), Safe: day(t, c.safe), Last: day(t, c.last), Cautious: day(t, c.cautious)}
		if got != want {
			t.Errorf("to hold from %s: safe %s, last %s, cautious %s, effective %s", c.wanted, got.Safe, got.Last, got.Cautious, got.Effective)
		}
		strict := rulebook(t, `settings.first_of_month = "strict"`).AnnounceBy(day(t, c.wanted))
		if strict.Last != want.Safe {
			t.Errorf("to hold from %s, read strictly: last %s", c.wanted, strict.Last)
		}
	}
}
