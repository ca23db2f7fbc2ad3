package scenarios

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// The heads are two lines, so that what a case adds begins in line 3.
const (
	machines = "product = \"northwind-ngfw\"\nstart = 2027-01-01\n"
	meters   = "product = \"brackenfold-observe\"\nstart = 2027-01-01\n"
)

// refused reads a text that must not read and gives its errors without the
// file's name.
func refused(t *testing.T, text, dir string) string {
	t.Helper()
	_, err := Read("f.toml", []byte(text), dir)
	var errs Errors
	if !errors.As(err, &errs) {
		t.Fatalf("it reads: %v", err)
	}
	return strings.ReplaceAll(errs.Error(), "f.toml:", "")
}

type badInput struct{ name, text, want string }

func runBad(t *testing.T, head string, cases []badInput) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := refused(t, head+c.text, ""); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestRefusedKeys(t *testing.T) {
	runBad(t, "", []badInput{
		{"nothing", "", "1:1: the file has no product; write product = \"northwind-ngfw\"\n1:1: the file has no start; write start = 2026-02-01"},
		{"no start", "product = \"northwind-ngfw\"\n", "1:1: the file has no start; write start = 2026-02-01"},
		{"no product", "start = 2027-01-01\n", `1:1: the file has no product; write product = "northwind-ngfw"`},
		{"unknown product", "product = \"northwind-ngwf\"\nstart = 2027-01-01\n", `1:11: unknown product "northwind-ngwf"; write northwind-ngfw`},
		{"product of a wrong type", "product = 1\nstart = 2027-01-01\n", `1:11: product is a whole number, not a product; write product = "northwind-ngfw"`},
		{"product taken away", "product = false\nstart = 2027-01-01\n", `1:11: product is true or false, not a product; write product = "northwind-ngfw"`},
	})
	runBad(t, machines, []badInput{
		{"unknown key, near", "moths = 12\n", `3:1: unknown key "moths"; write months`},
		{"unknown key, far", "[offer]\nmonths = 1\nbananas = 12\n", `5:1: unknown key "bananas"; the keys here are months, days, expires, accounts, discount, instance, dimension, schedule, installment and renewal`},
		{"unknown key of an instance", "[instance.\"m5.large\"]\nanual = 12\n", `4:1: unknown key "anual"; write annual`},
		{"a key with control characters", "\"a\\u001b[31m\" = 1\n", `3:1: unknown key "a\x1b[31m"; the keys here are title, about, product, accepted, start, months, hours, renew, trial, instance, contract, usage, price_change, amendment, offer, model_change, seller, variant and expect`},
		{"a key twice", "months = 1\nmonths = 2\n", `4:1: months is given twice, first in line 3; keep one of the two`},
		{"unknown type", "[instance.\"m5.larg\"]\nannual = 1\n", `3:11: northwind-ngfw has no instance type "m5.larg"; write "m5.large"`},
		{"unknown type, far", "[instance.\"z1\"]\nannual = 1\n", `3:11: northwind-ngfw has no instance type "z1"; it has "m5.large", "m5.xlarge", "m5.2xlarge", "m5.4xlarge", "c6i.large", "c6i.xlarge", "c6i.2xlarge", "c6i.4xlarge", "c5n.xlarge", "c5n.2xlarge", "c5n.4xlarge" and "c5n.9xlarge"`},
		{"a dimension of a product without", "[contract]\nmonths = 1\nquantity = { users = 1 }\n", `5:14: northwind-ngfw has no dimensions, so no "users"; take it out, or name another product`},
		{"unknown type in a price change", "[[price_change]]\nannounced = 2027-03-16\n[price_change.instance.\"m5.tiny\"]\nhourly = 1\n", `5:24: northwind-ngfw has no instance type "m5.tiny"; it has "m5.large", "m5.xlarge", "m5.2xlarge", "m5.4xlarge", "c6i.large", "c6i.xlarge", "c6i.2xlarge", "c6i.4xlarge", "c5n.xlarge", "c5n.2xlarge", "c5n.4xlarge" and "c5n.9xlarge"`},
		{"unknown type in an amendment", "[[amendment]]\ndate = 2027-03-16\nadd = { \"m5.xlrge\" = 1 }\n", `5:9: northwind-ngfw has no instance type "m5.xlrge"; write "m5.xlarge"`},
		{"running and load", "[instance.\"m5.large\"]\nrunning = 1\nload = [{ running = 1, share = 1 }]\n", `5:1: running and load say the same thing in two ways; keep one of them`},
		{"months and days", "[offer]\ndays = 30\nmonths = 1\n", `5:1: days and months say the same thing in two ways; keep one of them`},
		{"annual and upfront", "[offer]\nmonths = 1\n[offer.instance.\"m5.large\"]\nannual = 1\nupfront = 1\n", `7:1: annual and upfront say the same thing in two ways; keep one of them`},
		{"schedule and installment", "[offer]\nmonths = 1\n[offer.schedule]\nevery = \"month\"\ncount = 1\nfirst = 2027-01-01\n[[offer.installment]]\ndate = 2027-01-01\namount = 1\n", `9:9: schedule and installment say the same thing in two ways; keep one of them`},
		{"upfront outside an offer", "[[price_change]]\nannounced = 2027-03-16\n[price_change.instance.\"m5.large\"]\nupfront = 1\n", `6:1: unknown key "upfront"; the keys here are hourly, annual and infrastructure`},
		{"infrastructure in an offer", "[offer]\nmonths = 1\n[offer.instance.\"m5.large\"]\ninfrastructure = 1\n", `6:1: infrastructure is never part of an offer; take it out`},
		{"an offer without a term", "[offer]\ndiscount = \"1%\"\n", `3:2: the offer has no term; write months = 36, or days = 400`},
		{"two changes on a day", "[[price_change]]\nannounced = 2027-03-16\n[price_change.instance.\"m5.large\"]\nhourly = 1\n[[price_change]]\nannounced = 2027-03-16\n[price_change.instance.\"m5.large\"]\nannual = 1\n", `9:24: a second change to "m5.large" on 2027-03-16; write one change with all its rates`},
		{"a change without a day", "[[price_change]]\n", `3:3: price_change.0 has no announced; write announced = 2026-03-16`},
		{"an amendment without a day", "[[amendment]]\nremove = { \"m5.large\" = 1 }\n", `3:3: amendment.0 has no date; write date = 2026-08-01`},
		{"an amendment of nothing", "[[amendment]]\ndate = 2027-03-16\n", `3:3: amendment.0 adds and removes nothing; write add = { "m5.xlarge" = 1 }, or remove`},
		{"a schedule without anything", "[offer]\nmonths = 1\n[offer.schedule]\n", "5:8: offer.schedule has no every; write every = \"quarter\"\n5:8: offer.schedule has no count; write count = 12\n5:8: offer.schedule has no first; write first = 2026-02-01"},
		{"an installment without anything", "[offer]\nmonths = 1\n[[offer.installment]]\n", "5:9: offer.installment.0 has no date; write date = 2026-02-01\n5:9: offer.installment.0 has no amount; write amount = \"5000\""},
		{"a renewal without times", "[offer]\nmonths = 1\n[offer.renewal]\nuplift = \"10%\"\n", "5:8: offer.renewal has no times; write times = 2"},
		{"a model change without anything", "[model_change]\n", "3:2: model_change has no requested; write requested = 2026-09-01\n3:2: model_change has no to; write to = \"contract\""},
		{"a load step without a share", "[instance.\"m5.large\"]\nload = [{ running = 1 }]\n", `4:9: instance."m5.large".load.0 has no share; write share = "0.30"`},
		{"a table that is a value", "offer = 36\n", `3:9: offer is a whole number, not a table; write its keys under [offer]`},
		{"a list of tables that is a table", "[price_change]\nannounced = 2027-03-16\n", `3:2: price_change is a table, not a list of tables; write [[price_change]]`},
		{"types that are a value", "instance = 36\n", `3:12: instance is a whole number, not a table; write its keys under [instance."name"]`},
	})
	runBad(t, meters, []badInput{
		{"unknown dimension", "[usage.host]\nlevel = 1\n", `3:8: brackenfold-observe has no dimension "host"; write hosts`},
		{"unknown dimension of a contract", "[contract]\nmonths = 1\nquantity = { users = 1 }\n", `5:14: brackenfold-observe has no dimension "users"; it has hosts, logs and spans`},
		{"monthly for what is metered per hour", "[usage.hosts]\nmonthly = 1\n", `4:1: hosts is metered per hour, so its use is not given as monthly; write level`},
		{"level for what is metered per unit", "[usage.logs]\nlevel = 1\n", `4:1: logs is metered per unit, so its use is not given as level; write monthly`},
		{"neither", "[usage.logs]\ngrowth = \"1%\"\n", `3:8: usage.logs has no monthly; write monthly = 2500`},
		{"a contract without months", "[contract]\nquantity = { hosts = 1 }\n", `3:2: contract has quantities, but no months; write months = 12, or the offer that gives the term`},
		{"a contract beside another term", "[contract]\nmonths = 12\n[offer]\nmonths = 24\n", `4:10: contract.months is 12, but the offer's term is 24 months; write the same number, or take contract.months out`},
		{"a contract beside days", "[contract]\nmonths = 12\n[offer]\ndays = 365\n", `4:10: contract.months is 12, but the offer's term is 365 days; take contract.months out`},
		{"contract prices by months in an offer", "[offer]\nmonths = 12\n[offer.dimension.hosts]\ncontract = { 12 = 1 }\n", `6:12: offer.dimension.hosts.contract is a price by months, but an offer has one term; write one price for all of it: contract = "250"`},
		{"one contract price in a change", "[[price_change]]\nannounced = 2027-03-16\n[price_change.dimension.hosts]\ncontract = 1\n", `6:12: price_change.0.dimension.hosts.contract is a whole number, not prices by months; write contract = { 12 = "120" }`},
		{"a term that is no number", "[[price_change]]\nannounced = 2027-03-16\n[price_change.dimension.hosts]\ncontract = { year = 1, 012 = 1, 121 = 1 }\n", "6:14: \"year\" is not a number of months; write the months of the term: 12 = \"120\"\n6:24: \"012\" is not a number of months; write the months of the term: 12 = \"120\"\n6:33: \"121\" is not a number of months; write the months of the term: 12 = \"120\""},
	})
}

func TestRefusedValues(t *testing.T) {
	digits16 := strings.Repeat("1", 16)
	runBad(t, machines+"[instance.\"m5.large\"]\n", []badInput{
		{"a bare float", "annual = 0.25\n", `4:10: instance."m5.large".annual is a bare float, which loses digits; write the amount in quotes: annual = "0.25"`},
		{"a bare float with an exponent", "annual = 1e3\n", `4:10: instance."m5.large".annual is a bare float, which loses digits; write the amount in quotes: annual = "1000"`},
		{"a bare float in a list", "running = [1, 2.5]\n", `4:15: instance."m5.large".running.1 is a bare float, which loses digits; write the amount in quotes: "2.5"`},
		{"infinity", "annual = inf\n", `4:10: instance."m5.large".annual is a bare float, which loses digits; write the amount in quotes: annual = "0.25"`},
		{"negative", "annual = -1\n", `4:10: instance."m5.large".annual is negative: -1; write 0 or more`},
		{"negative in quotes", "annual = \"-0.5\"\n", `4:10: instance."m5.large".annual is negative: "-0.5"; write 0 or more`},
		{"with commas", "annual = \"1,260\"\n", `4:10: instance."m5.large".annual is not an amount: "1,260"; write annual = "1260"`},
		{"with a currency", "annual = \"$ .5\"\n", `4:10: instance."m5.large".annual is not an amount: "$ .5"; write annual = "0.5"`},
		{"with an exponent", "annual = \"1e3\"\n", `4:10: instance."m5.large".annual is not an amount: "1e3"; write annual = "1000"`},
		{"in hexadecimal", "annual = 0x10\n", `4:10: instance."m5.large".annual is not an amount: 0x10; write annual = "16"`},
		{"empty", "annual = \"\"\n", `4:10: instance."m5.large".annual is not an amount: ""; write annual = "0.25"`},
		{"a table", "annual = {}\n", `4:10: instance."m5.large".annual is a table, not an amount; write annual = "0.25"`},
		{"control characters", "annual = \"\\u001b[2J\"\n", `4:10: instance."m5.large".annual is not an amount: "\x1b[2J"; write annual = "0.25"`},
		{"16 digits", "annual = " + digits16 + "\n", `4:10: instance."m5.large".annual has too many digits: ` + digits16 + `; write at most 15 digits before the point and 12 after it`},
		{"13 decimals", "annual = \"0.1234567890123\"\n", `4:10: instance."m5.large".annual has too many digits: "0.1234567890123"; write at most 15 digits before the point and 12 after it`},
		{"long nonsense", "annual = \"" + strings.Repeat("x", 100) + "\"\n", `4:10: instance."m5.large".annual is not an amount: "` + strings.Repeat("x", 40) + `…"; write annual = "0.25"`},
		{"an empty list", "running = []\n", `4:11: instance."m5.large".running is an empty list; write a number, or one for each billing month`},
		{"shares short of one", "load = [{ running = 1, share = \"0.3\" }, { running = 2, share = \"0.6\" }]\n", `4:8: the shares of instance."m5.large".load add up to 0.9, not 1; write shares that add up to 1`},
		{"no shares", "load = []\n", `4:8: the shares of instance."m5.large".load add up to 0, not 1; write shares that add up to 1`},
		{"a share with a sign", "load = [{ running = 1, share = \"100%\" }]\n", `4:32: instance."m5.large".load.0.share is not an amount: "100%"; write share = "1.00"`},
		{"a profile without a folder", "profile = \"x.csv\"\n", `4:11: there is no folder here in which "x.csv" could be; write load, or save the scenario as a file`},
		{"a profile that is a number", "profile = 1\n", `4:11: instance."m5.large".profile is a whole number, not the name of a CSV file; write profile = "hours.csv"`},
	})
	runBad(t, "product = \"northwind-ngfw\"\n", []badInput{
		{"a day that is not there", "start = 2027-02-29\n", `2:9: start is a day that does not exist: 2027-02-29; write a day of the calendar: the month ends on 2027-02-28`},
		{"a month that is not there", "start = 2027-13-01\n", `2:9: start is a day that does not exist: 2027-13-01; write a day of the calendar: months go from 01 to 12`},
		{"a day cut short", "start = 2027-1-1\n", `2:9: start is a day that does not exist: 2027-1-1; write a day of the calendar`},
		{"a date in quotes", "start = \"2027-02-01\"\n", `2:9: start is a date in quotes; write it without them: start = 2027-02-01`},
		{"text for a date", "start = \"soon\"\n", `2:9: start is text, not a date; write start = 2026-02-01`},
		{"a time", "start = 2027-02-01T00:00:00Z\n", `2:9: start is a date with a time; write the day only: all days are UTC days`},
		{"a year long ago", "start = 1970-01-01\n", `2:9: start is out of range: 1970-01-01; write a year from 2000 to 2199`},
		{"a start before acceptance", "accepted = 2027-02-02\nstart = 2027-02-01\n", `3:9: use starts on 2027-02-01, before the buyer accepts on 2027-02-02; write a start on the day of acceptance or later`},
	})
	runBad(t, "product = \"northwind-ngfw\"\nstart = 2025-01-01\n", []badInput{
		{"too many days of this offer", "[offer]\ndays = 3653\n", `4:8: offer.days is out of range: 3653; write 1 to 3652, which is 120 months`},
	})
	runBad(t, machines, []badInput{
		{"text without quotes is told by the parser", "title = Acme\n", `3:9: not TOML: unexpected character U+0041 'A' at start of value; write text in quotes: "text"`},
		{"a title that is a number", "title = 5\n", `3:9: title is a whole number, not text; write it in quotes: title = "5"`},
		{"no months", "months = 0\n", `3:10: months is out of range: 0; write 1 to 120`},
		{"too many months", "months = 121\n", `3:10: months is out of range: 121; write 1 to 120`},
		{"far too many months", "months = 99999999999999999999\n", `3:10: months is out of range: 99999999999999999999; write 1 to 120`},
		{"months in quotes", "months = \"12\"\n", `3:10: months is text, not a whole number; write months = 12`},
		{"too many months of an offer", "[offer]\nmonths = 121\n", `4:10: offer.months is out of range: 121; write 1 to 120`},
		{"too many days of any offer", "[offer]\ndays = 3654\n", `4:8: offer.days is out of range: 3654; write 1 to 3653`},
		{"hours that no month has", "hours = 744\n", `3:9: hours is not a length that a month can have: 744; write 730, 720 or "calendar"`},
		{"hours in quotes", "hours = \"730\"\n", `3:9: hours is not a length that a month can have: "730"; write 730, 720 or "calendar"`},
		{"unknown renewal", "renew = \"yes\"\n", `3:9: renew cannot be "yes"; write "none" or "auto"`},
		{"renewal of a wrong type", "renew = true\n", `3:9: renew is true or false, not one of its words; write "none" or "auto"`},
		{"a trial that is a word", "trial = \"yes\"\n", `3:9: trial is text, not true or false; write trial = true or trial = false`},
		{"no percent sign", "[offer]\nmonths = 1\ndiscount = \"15\"\n", `5:12: offer.discount is a percentage without its sign: "15"; write discount = "15%"`},
		{"a percentage without quotes", "[offer]\nmonths = 1\ndiscount = 0.15\n", `5:12: offer.discount is a percentage without its sign: 0.15; write discount = "15%"`},
		{"a percentage that is none", "[offer]\nmonths = 1\ndiscount = \"much%\"\n", `5:12: offer.discount is not a percentage: "much%"; write discount = "15%"`},
		{"a percentage above all", "[offer]\nmonths = 1\ndiscount = \"101%\"\n", `5:12: offer.discount is out of range: "101%"; write 0% to 100%`},
		{"a percentage below nothing", "[offer]\nmonths = 1\ndiscount = \"-5%\"\n", `5:12: offer.discount is out of range: "-5%"; write 0% to 100%`},
		{"no accounts", "[offer]\nmonths = 1\naccounts = 0\n", `5:12: offer.accounts is out of range: 0; write to how many accounts it is extended: 1`},
		{"unknown period", "[offer]\nmonths = 1\n[offer.schedule]\nevery = \"week\"\ncount = 1\nfirst = 2027-01-01\n", `6:9: offer.schedule.every cannot be "week"; write "month", "quarter" or "year"`},
		{"unknown model", "[model_change]\nrequested = 2027-01-01\nto = \"rental\"\n", `5:6: model_change.to cannot be "rental"; write "free", "byol", "hourly", "annual", "usage" or "contract"`},
		{"no country", "[seller]\ncountry = \"usa\"\n", `4:11: seller.country is not a country: "usa"; write its two letters: "US"`},
	})
}

func TestEveryFaultAtOnce(t *testing.T) {
	got := refused(t, machines+"moths = 1\nstart = 2027-01-02\n[instance.\"m5.large\"]\nannual = 0.5\nrunning = -1\n", "")
	want := []string{
		`3:1: unknown key "moths"; write months`,
		`4:1: start is given twice, first in line 2; keep one of the two`,
		`6:10: instance."m5.large".annual is a bare float, which loses digits; write the amount in quotes: annual = "0.5"`,
		`7:11: instance."m5.large".running is negative: -1; write 0 or more`,
	}
	if got != strings.Join(want, "\n") {
		t.Errorf("got %s", got)
	}
	if got := refused(t, machines+"moths = 1\nstart = \n", ""); got != "4:9: not TOML: unexpected character U+000A at start of value; write text in quotes: \"text\"" {
		t.Errorf("a syntax error stops the reading: %s", got)
	}
}

func TestErrorsPrint(t *testing.T) {
	e := &Error{Position{"a\x1b[2J.toml", 3, 4}, "it says \"a\u202eb\" \xff", "write less\n"}
	if got, want := fmt.Sprint(e), `a\x1b[2J.toml:3:4: it says "a\u202eb" \ufffd; write less\n`; got != want {
		t.Errorf("got %s", got)
	}
	if got := (&Error{Position: Position{File: "x"}, Message: "m"}).Error(); got != "x: m" {
		t.Errorf("got %s", got)
	}
}
