package calendar

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func on(s string) Day {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// TestNotice is the table of notices under the readings of 90 days (CHG-4).
func TestNotice(t *testing.T) {
	for _, c := range []struct{ notice, strict, lenient string }{
		{"2025-03-16", "2025-07-01", "2025-07-01"},
		{"2025-03-02", "2025-06-01", "2025-06-01"},
		{"2025-03-03", "2025-07-01", "2025-06-01"},
		{"2024-01-01", "2024-04-01", "2024-04-01"},
		{"2025-01-01", "2025-05-01", "2025-04-01"},
		{"2025-12-01", "2026-04-01", "2026-03-01"},
		{"2025-10-02", "2026-01-01", "2026-01-01"},
		{"2025-10-03", "2026-02-01", "2026-01-01"},
	} {
		for strict, want := range map[bool]string{true: c.strict, false: c.lenient} {
			if got := Effective(on(c.notice), 90, strict); got != on(want) {
				t.Errorf("notice on %s, strict %v: effective %s, want %s", c.notice, strict, got, want)
			}
		}
	}
}

// TestAnnounceBy holds the way back against the way there.
func TestAnnounceBy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wanted := Day(rapid.IntRange(10000, 40000).Draw(t, "day")).FirstOfMonth()
		strict := rapid.Bool().Draw(t, "strict")
		last := AnnounceBy(wanted, 90, strict)
		if got := Effective(last, 90, strict); got > wanted {
			t.Fatalf("announced on %s it holds from %s, after %s", last, got, wanted)
		}
		if got := Effective(last+1, 90, strict); got <= wanted {
			t.Fatalf("%s would do as well as %s for %s", last+1, last, wanted)
		}
	})
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2026-01-31", 2, "2026-03-31"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2026-12-15", 1, "2027-01-15"},
		{"2026-03-31", -1, "2026-02-28"},
	} {
		if got := on(c.from).AddMonths(c.n); got != on(c.want) {
			t.Errorf("%s + %d months: %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

// TestCivil holds days against the standard library.
func TestCivil(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.IntRange(-20000, 60000).Draw(t, "day"))
		want := time.Unix(0, 0).UTC().AddDate(0, 0, int(d))
		y, m, dd := d.Civil()
		if y != want.Year() || m != int(want.Month()) || dd != want.Day() || Date(y, m, dd) != d || on(d.String()) != d {
			t.Fatalf("%d is %d-%d-%d, want %s", d, y, m, dd, want)
		}
		if first := d.FirstOfMonth(); first > d || !first.IsFirst() || d.NextMonth()-first != Day(d.DaysInMonth()) {
			t.Fatalf("%s: month from %s, %d days", d, first, d.DaysInMonth())
		}
	})
}

func TestMonthsBetween(t *testing.T) {
	for _, c := range []struct {
		from, to     string
		months, days int
	}{
		{"2024-07-01", "2025-01-01", 6, 0},
		{"2024-07-15", "2025-01-01", 5, 17},
		{"2026-01-31", "2026-02-28", 1, 0},
		{"2026-01-15", "2026-01-20", 0, 5},
		{"2026-01-31", "2026-03-30", 1, 30},
		{"2026-01-20", "2026-01-15", 0, -5},
		{"2026-03-20", "2026-01-15", 0, -64},
	} {
		if m, d := MonthsBetween(on(c.from), on(c.to)); m != c.months || d != c.days {
			t.Errorf("%s to %s: %d months %d days, want %d and %d", c.from, c.to, m, d, c.months, c.days)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{"2026-02-30", "2026-2-3", "tomorrow", ""} {
		if d, err := Parse(s); err == nil {
			t.Errorf("%q is read as %s", s, d)
		}
	}
}

func TestLength(t *testing.T) {
	from := Date(2027, 1, 31)
	for to, want := range map[Day]string{
		Date(2027, 2, 28): "1 month", Date(2029, 1, 31): "24 months", Date(2027, 2, 1): "1 day", Date(2027, 3, 17): "45 days", from: "0 months",
	} {
		if got := Length(from, to); got != want {
			t.Errorf("from %s to %s it is %s, want %s", from, to, got, want)
		}
	}
}
