package field

import (
	"fmt"
	"strings"
	"testing"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/scenarios"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/session/begun"
)

const fleet = `product = "northwind-ngfw"
start   = 2027-01-01
months  = 12

[instance."m5.large"]
annual  = 8 # covered
running = 10
[instance."m5.2xlarge"]
load = [ { running = 6, share = "0.30" }, { running = 2, share = "0.70" } ]

[variant.Lean.instance."m5.large"]
running = 9
`

const desk = `product = "brackenfold-observe"
start   = 2027-01-01

[contract]
months   = 12
quantity = { hosts = 40 }

[usage.hosts]
level = [38, 40]

[variant."No contract"]
contract = false
`

// changed are the lines of b that a has not, with their number in it.
func changed(a, b string) string {
	had := map[string]int{}
	for _, line := range strings.Split(a, "\n") {
		had[strings.TrimSpace(line)]++
	}
	var out []string
	for _, line := range strings.Split(b, "\n") {
		line = strings.TrimSpace(line)
		if had[line]--; had[line] < 0 && line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, " / ")
}

// TestSet types values into cells that are named, and looks at what the file
// says then.
func TestSet(t *testing.T) {
	for _, c := range []struct {
		text, variant, words string
		want                 string // the lines that are new; "!" and a part of the error
	}{
		{fleet, "", "m5.large annual 10", `annual  = 10 # covered`},
		{fleet, "", "m5.large annual +10%", `annual  = 9 # covered`},
		{fleet, "", "m5.large running 10 12 14", `running = [10, 12, 14]`},
		{fleet, "", "m5.large running 6@30% 2@70%", `load = [ { running = 6, share = "0.3" }, { running = 2, share = "0.7" } ]`},
		{fleet, "", "m5.2xlarge running 4", `running = 4`},
		{fleet, "", "m5.2xlarge running +1", `load = [ { running = 7, share = "0.3" }, { running = 3, share = "0.7" } ]`},
		{fleet, "Lean", "m5.large annual 7", `annual = 7`},
		{fleet, "Lean", "m5.2xlarge running 5", `[variant.Lean.instance."m5.2xlarge"] / running = 5`},
		{fleet, "", "c6i.large running 3", `[instance."c6i.large"] / running = 3`},
		{fleet, "", "m5.large annual -20", "!the least is 0"},
		{fleet, "", "m5.large colour red", "!annual and running"},
		{fleet, "", "t9.huge annual 1", "!has no t9.huge"},
		{fleet, "", "m5.large annual", "!write set m5.large FIELD VALUE"},
		{fleet, "", "term 24", "!not sold by contract"},
		{fleet, "", "horizon 24", `months  = 24`},
		{fleet, "", "horizon +1", `months  = 24`},
		{fleet, "", "renew auto", `renew = "auto"`},
		{fleet, "", "renew sometimes", "!one of none, auto"},
		{fleet, "", "hours calendar", `hours = "calendar"`},
		{fleet, "", "start +1m", `start   = 2027-02-01`},
		{fleet, "", "accepted 2026-12-15", `accepted = 2026-12-15`},
		{fleet, "", "discount 15%", `[offer] / months = 12 / discount = "15%"`},
		{fleet, "", "discount 115%", "!more than 100%"},
		{fleet, "", "trial yes", "!offers no free trial"},
		{desk, "", "hosts quantity +2", `quantity = { hosts = 42 }`},
		{desk, "", "logs quantity 4", `quantity = { hosts = 40, logs = 4 }`},
		{desk, "", "hosts level +5%", `level = [40, 42]`},
		{desk, "", "logs monthly 1800", `[usage.logs] / monthly = 1800`},
		{desk, "", "hosts growth 3%", `growth = "3%"`},
		{desk, "", "hosts level 1@30% 2@70%", "!by share of hours"},
		{desk, "", "term 36", `months   = 36`},
		{desk, "", "term +1", `months   = 24`},
		{desk, "No contract", "hosts quantity 10", `[variant."No contract".contract] / months = 12 / quantity = { hosts = 10 }`},
	} {
		t.Run(c.variant+" "+c.words, func(t *testing.T) {
			s := begun.In(t, c.text)
			if c.variant != "" {
				s.ShowVariant(c.variant)
			}
			err := setWords(s, strings.Fields(c.words))
			part, fails := strings.CutPrefix(c.want, "!")
			switch got := changed(c.text, string(s.Document().Text())); {
			case fails && (err == nil || !strings.Contains(err.Error(), part)):
				t.Errorf("got %q and %v, want an error with %q", got, err, part)
			case !fails && (err != nil || squeezed(got) != squeezed(c.want)):
				t.Errorf("got %q and %v, want %q", got, err, c.want)
			}
			if current := s.Current(); current.Err != nil {
				t.Errorf("the deal cannot be priced: %v", current.Err)
			}
		})
	}
}

// squeezed leaves out how a file aligns its values.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

func setWords(s *session.Session, words []string) error {
	cell, rest, err := Find(s, words)
	if err != nil {
		return err
	}
	return put(s, cell, strings.Join(rest, " "))
}

func put(s *session.Session, cell pane.Cell, value string) error {
	if cell.Off != "" {
		return fmt.Errorf("%s", cell.Off)
	}
	change, err := cell.Change(value)
	if err != nil {
		return err
	}
	return s.Apply(cell.Name, change.Edits...)
}

func TestAddAndRemove(t *testing.T) {
	for _, c := range []struct{ text, variant, add, remove, want string }{
		{fleet, "", "c6i.large", "", `[instance."c6i.large"] / annual = 0 / running = 1`},
		{fleet, "Lean", "c6i.large", "", `[variant.Lean.instance."c6i.large"] / annual = 0 / running = 1`},
		{fleet, "", "m5.large", "", "!in the mix already"},
		{fleet, "", "nothing", "", "!has no nothing"},
		{fleet, "", "", "m5.large", ``},
		{fleet, "Lean", "", "m5.large", `running = 0 / annual = 0`},
		{fleet, "", "", "c6i.large", "!not in the deal"},
		{desk, "", "logs", "", `quantity = { hosts = 40, logs = 1 }`},
		{desk, "", "", "hosts", `quantity = { }`},
		{desk, "No contract", "spans", "", `[variant."No contract".contract] / months = 12 / quantity = { spans = 1 }`},
	} {
		t.Run(c.variant+" "+c.add+c.remove, func(t *testing.T) {
			s := begun.In(t, c.text)
			if c.variant != "" {
				s.ShowVariant(c.variant)
			}
			var edits []scenarios.Edit
			var err error
			if c.add != "" {
				edits, _, err = Add(s, c.add)
			} else {
				edits, _, err = Remove(s, c.remove)
			}
			if err == nil {
				err = s.Apply("it", edits...)
			}
			part, fails := strings.CutPrefix(c.want, "!")
			switch got := changed(c.text, string(s.Document().Text())); {
			case fails && (err == nil || !strings.Contains(err.Error(), part)):
				t.Errorf("got %q and %v, want an error with %q", got, err, part)
			case !fails && (err != nil || squeezed(got) != squeezed(c.want)):
				t.Errorf("got %q and %v, want %q:\n%s", got, err, c.want, s.Document().Text())
			}
			if c.remove != "" && err == nil {
				if need, in := s.Need(c.remove); in && !need.Annual.IsZero() {
					t.Errorf("%s is still bought", c.remove)
				}
			}
		})
	}
}

// TestPrice announces a price on the day of the cursor, or names it in the
// offer.
func TestPrice(t *testing.T) {
	s := begun.In(t, fleet)
	s.StepDay(10)
	price := func(key, word, value string) {
		t.Helper()
		cell, err := Price(s, key, word)
		if err == nil {
			err = put(s, cell, value)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	price("m5.large", "hourly", "+5%")
	price("m5.large", "annual", "1300")
	if cell, _ := Price(s, "m5.large", "annual"); cell.Text != "1,300" {
		t.Errorf("the new annual rate is %s", cell.Text)
	} else if change, err := cell.Change("1400"); err != nil || change.To != "1,400" {
		t.Errorf("the annual rate goes to %s (%v)", change.To, err)
	}
	price("m5.large", "hourly", "+0.008")
	changes := s.Scenario().Changes
	if len(changes) != 1 || changes[0].Announced.String() != "2027-01-11" {
		t.Fatalf("the price changes are %+v", changes)
	}
	rates, _ := changes[0].Rates.Instance("m5.large")
	if rates.Hourly.Value.String() != "0.26" || rates.Annual.Value.String() != "1300" {
		t.Errorf("the announced rates are %+v", rates)
	}
	if err := put(s, Discount(s), "10%"); err != nil {
		t.Fatal(err)
	}
	price("m5.large", "hourly", "-50%")
	named, _ := s.Scenario().Offer.Rates.Instance("m5.large")
	if named.Hourly.Value.String() != "0.108" {
		t.Errorf("half of 0.24 less 10 %% is named %s", named.Hourly.Value)
	}
	for _, words := range [][2]string{{"m5.large", "monthly"}, {"t9.huge", "hourly"}} {
		if _, err := Price(s, words[0], words[1]); err == nil {
			t.Errorf("%v has a price", words)
		}
	}
}

func TestNoOffer(t *testing.T) {
	s := begun.In(t, desk)
	if err := put(s, Discount(s), "20%"); err != nil {
		t.Fatal(err)
	}
	if s.Scenario().Offer == nil || s.Scenario().Offer.Months != 12 {
		t.Fatalf("the offer is %+v", s.Scenario().Offer)
	}
	if err := s.Apply("on public terms", NoOffer(s)...); err != nil || s.Scenario().Offer != nil {
		t.Errorf("the offer is still there (%v)", err)
	}
	if s.Current().Err != nil {
		t.Errorf("it cannot be priced: %v", s.Current().Err)
	}
}

func TestNext(t *testing.T) {
	for _, c := range []struct {
		text    string
		choices []string
		want    string
	}{
		{"12", []string{"1", "12", "24"}, "24"},
		{"24", []string{"1", "12", "24"}, "1"},
		{"18", []string{"12", "24"}, "24"},
		{"none", []string{"none", "auto"}, "auto"},
		{"auto", []string{"none", "auto"}, "none"},
	} {
		if got := Next(pane.Cell{Text: c.text, Choices: c.choices}); got != c.want {
			t.Errorf("after %s of %v comes %s, want %s", c.text, c.choices, got, c.want)
		}
	}
}

func TestTermsOfAnOffer(t *testing.T) {
	s := &deal.Scenario{Product: &listing.Product{}, Offer: &deal.Offer{Days: 400}}
	if got := TermMonths(s); got != 0 {
		t.Errorf("an offer in days has %d months", got)
	}
}
