package timeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"termsheet/model/calendar"
	"termsheet/model/pricing"
	"termsheet/scenarios"
	"termsheet/tui/chart"
	"termsheet/tui/session"
	"termsheet/tui/session/begun"
	"termsheet/tui/theme"
)

// TestWhatHolds says of a day where it lies, what happens and what the prices
// are, for a customer that met a price rise.
func TestWhatHolds(t *testing.T) {
	s := begun.On(t, "price-rise-existing")
	for _, c := range []struct{ day, phase, happens, prices string }{
		{"2027-01-01", "month 1 of 18, term ends in 365 days", "the buyer accepts; annual invoice 7,560.00; use begins", "m5.large hourly 0.24; m5.large annual 1,260"},
		{"2027-03-16", "month 3 of 18, term ends in 291 days", "price announced m5.large: hourly 0.24 to 0.28, annual 1260 to 1470", "m5.large hourly 0.24, new customers 0.28; m5.large annual 1,260, new customers 1,470"},
		{"2027-06-30", "month 6 of 18, term ends in 185 days", "", "m5.large hourly 0.24, new customers 0.28; m5.large annual 1,260, new customers 1,470"},
		{"2027-07-01", "month 7 of 18, term ends in 184 days", "new price in effect m5.large: hourly 0.24 to 0.28; infrastructure invoice 560.64; metered invoice 350.40", "m5.large hourly 0.28; m5.large annual 1,260, new customers 1,470"},
		{"2027-12-31", "month 12 of 18, term ends in 1 day", "renewal notice m5.large: the buyer is told the price from 2028-01-01", "m5.large hourly 0.28; m5.large annual 1,260, new customers 1,470"},
		{"2028-01-01", "month 13 of 18, term ends in 366 days", "annual invoice 8,820.00; renewal m5.large: 6 annual at 1470; infrastructure invoice 560.64; metered invoice 408.80", "m5.large hourly 0.28; m5.large annual 1,470"},
		{"2028-07-01", "after the horizon", "the horizon ends; infrastructure invoice 560.64; metered invoice 408.80", "m5.large hourly 0.28; m5.large annual 1,470"},
	} {
		day, err := calendar.Parse(c.day)
		if err != nil {
			t.Fatal(err)
		}
		s.MoveTo(day)
		q := s.Quote()
		if got := phase(s, q, terms(q)); got != c.phase {
			t.Errorf("%s is %q, want %q", c.day, got, c.phase)
		}
		if got := onDay(q, day); got != c.happens {
			t.Errorf("on %s %q happens, want %q", c.day, got, c.happens)
		}
		if got := priceWords(chosen(s.Lanes(), "m5.large", 4), day); got != c.prices {
			t.Errorf("on %s the prices are %q, want %q", c.day, got, c.prices)
		}
	}
}

func TestPhases(t *testing.T) {
	s := begun.On(t, "future-start")
	s.MoveTo(calendar.Date(2026, 12, 20))
	if got := phase(s, s.Quote(), terms(s.Quote())); got != "agreed, use begins in 43 days" {
		t.Errorf("before the start it is %q", got)
	}
	lapse := begun.On(t, "lapse")
	for day, want := range map[calendar.Day]string{
		calendar.Date(2027, 12, 31): "m5.large hourly 0.24; m5.large annual 1,260",
		calendar.Date(2028, 1, 1):   "m5.large hourly 0.24; m5.large annual lapsed, new customers 1,260",
	} {
		if got := priceWords(lapse.Lanes(), day); got != want {
			t.Errorf("on %s the prices are %q, want %q", day, got, want)
		}
	}
	lapse.MoveTo(calendar.Date(2028, 1, 1))
	if got := phase(lapse, lapse.Quote(), terms(lapse.Quote())); got != "month 13 of 24, nothing committed" {
		t.Errorf("after the lapse it is %q", got)
	}
}

// TestKinds has words for every kind of event that a quote can hold.
func TestKinds(t *testing.T) {
	for _, info := range scenarios.Builtins() {
		s := begun.On(t, info.Name)
		for _, p := range s.Priced() {
			if p.Quote == nil {
				continue
			}
			for _, e := range p.Quote.Events {
				if kinds[e.Kind] == "" {
					t.Errorf("%s: an event of kind %s has no words", info.Name, e.Kind)
				}
			}
		}
	}
}

// TestChosen shows the prices of the key that is worked on, then those that
// change, and one that stays where nothing changes.
func TestChosen(t *testing.T) {
	for _, c := range []struct {
		scenario, key string
		most          int
		want          string
	}{
		{"covered-baseline", "m5.large", 1, "m5.large hourly"},
		{"covered-baseline", "m5.large", 2, "m5.large hourly, m5.large annual"},
		{"covered-baseline", "m5.xlarge", 3, "m5.xlarge hourly, m5.large hourly, m5.large annual"},
		{"covered-baseline", "c6i.xlarge", 1, "c6i.xlarge hourly"},
		{"covered-baseline", "gone", 1, "m5.large hourly"},
		{"late-for-renewal", "m5.large", 1, "m5.large annual"},
		{"overage", "logs", 2, "logs usage"},
		{"month-to-month", "agents", 2, "agents contract"},
		{"free-software", "", 2, ""},
	} {
		var got []string
		for _, l := range chosen(begun.On(t, c.scenario).Lanes(), c.key, c.most) {
			got = append(got, l.Key+" "+l.Kind.String())
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s at %s: %v, want %s", c.scenario, c.key, got, c.want)
		}
	}
}

// TestNotice hatches a price as long as notice has to be given, and lets it wait
// for the day that it holds from.
func TestNotice(t *testing.T) {
	book := begun.On(t, "covered-baseline").Conventions()
	th, err := theme.ByName("dark")
	if err != nil {
		t.Fatal(err)
	}
	on := calendar.Date
	for _, c := range []struct {
		name            string
		kind            pricing.Kind
		announced, from calendar.Day
		want            string
	}{
		{"an hourly rate", pricing.Hourly, on(2027, 3, 16), on(2027, 7, 1), "2027-03-16 to 2027-06-13 notice, 2027-06-14 to 2027-06-30 "},
		{"an annual", pricing.Annual, on(2027, 3, 16), on(2028, 1, 1), "2027-03-16 to 2027-06-13 notice, 2027-06-14 to 2027-12-31 until renewal"},
		{"a contract", pricing.Contract, on(2027, 3, 16), on(2028, 1, 1), "2027-03-16 to 2027-06-13 notice, 2027-06-14 to 2027-12-31 until renewal"},
		{"just in time", pricing.Annual, on(2027, 3, 16), on(2027, 6, 14), "2027-03-16 to 2027-06-13 notice"},
		{"a fall at once", pricing.Hourly, on(2027, 3, 16), on(2027, 4, 1), "2027-03-16 to 2027-03-31 notice"},
		{"known at acceptance", pricing.Annual, on(2027, 3, 16), on(2027, 3, 16), ""},
		{"not announced", pricing.Annual, 0, on(2027, 3, 16), ""},
	} {
		var got []string
		for i, span := range notice(&th, c.kind, pricing.LaneStep{From: c.from, Announced: c.announced}, book) {
			if want := [...]chart.Fill{chart.Hatch, chart.Wait}[i]; span.Fill != want {
				t.Errorf("%s: span %d is filled with %d, want %d", c.name, i+1, span.Fill, want)
			}
			got = append(got, fmt.Sprintf("%s to %s %s", calendar.Day(span.From), calendar.Day(span.To), span.Label))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, strings.Join(got, ", "), c.want)
		}
	}
	if book.NoticeDays != 90 || book.CutoffDays != 90 {
		t.Errorf("the rulebook has %d and %d days, and this test counts on 90", book.NoticeDays, book.CutoffDays)
	}
}

// TestUse says what use is without a commitment: metered, or no more than what was
// committed, or nothing that is charged for.
func TestUse(t *testing.T) {
	const ends = "title = \"Ends\"\nproduct = \"quillmere-desk\"\nstart = 2027-03-01\nmonths = 24\n[contract]\nmonths = 12\nquantity = { agents = 10 }\n"
	for _, c := range []struct {
		s    *session.Session
		want []string
	}{
		{begun.On(t, "lapse"), []string{"annuals in force", "metered only"}},
		{begun.On(t, "free-trial"), []string{"metered only"}},
		{begun.On(t, "free-software"), []string{"no software charge"}},
		{begun.In(t, ends), []string{"under contract", "nothing more"}},
	} {
		var got []string
		for _, span := range use(c.s, &theme.Theme{}, c.s.Quote(), terms(c.s.Quote())).Spans {
			got = append(got, span.Label)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: use is %q, want %q", c.s.Scenario().Title, got, c.want)
		}
	}
}
