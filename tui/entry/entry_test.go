package entry

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/calendar"
	"termsheet/model/deal"
)

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		input, old string
		kind       Kind
		want       string // or a part of the error, after "!"
	}{
		{"12", "8", Whole, "12"},
		{"+2", "8", Whole, "10"},
		{"-2", "8", Whole, "6"},
		{" + 2 ", "8", Whole, "10"},
		{"=5", "8", Whole, "5"},
		{"-15%", "100", Whole, "85"},
		{"-15%", "10", Whole, "9"}, // 8.5, and a whole number stays whole
		{"+10%", "41", Number, "45"},
		{"+10%", "0.5", Number, "0.55"},
		{"*1.1", "8", Whole, "9"},
		{"x2", "8", Whole, "16"},
		{"/3", "10", Number, "3"},
		{"/3", "1.00", Rate, "0.33333333"},
		{"+5%", "0.24", Rate, "0.252"},
		{"1,260.50", "0", Rate, "1260.5"},
		{"+1,260", "40", Whole, "1300"},
		{"$1,260k", "0", Number, "1260000"},
		{"3,5", "0", Rate, "!write 3.5 or 35"},
		{"4,5,6", "0", Number, "!write 456"},
		{"0,24", "0", Rate, "!write 0.24"},
		{"$0.0000125", "0", Rate, "0.0000125"},
		{"2.5m", "0", Number, "2500000"},
		{"3k", "0", Whole, "3000"},
		{"15%", "0", Percent, "15"},
		{"15", "0", Percent, "15"},
		{"+5", "15", Percent, "20"},
		{"+5%", "15", Percent, "20"},
		{"999999999999", "0", Number, "999999999999"},
		{"", "8", Whole, "!type a value"},
		{"+", "8", Whole, "!missing"},
		{"x", "8", Whole, "!missing"},
		{"abc", "8", Whole, "!not a number"},
		{"1e9", "8", Whole, "!not a number"},
		{"1.2.3", "8", Whole, "!not a number"},
		{"--1", "8", Whole, "!not a number"},
		{"٣", "8", Whole, "!not a number"},
		{"-9", "8", Whole, "!the least is 0"},
		{"-200%", "8", Number, "!the least is 0"},
		{"1.5", "8", Whole, "!not a whole number"},
		{"15%", "8", Whole, "!is a share"},
		{"/0", "8", Number, "!divided by 0"},
		{"1000000000000", "0", Number, "!more than 12 digits"},
		{"900b", "0", Number, "900000000000"},
		{"0.123456789", "0", Rate, "!more than 8 decimals"},
		{strings.Repeat("9", 300), "0", Number, "!not a number"},
	} {
		got, err := Resolve(c.input, d(c.old), c.kind)
		part, fails := strings.CutPrefix(c.want, "!")
		switch {
		case fails && (err == nil || !strings.Contains(err.Error(), part)):
			t.Errorf("%q on %s: got %s and %v, want an error with %q", c.input, c.old, got, err, part)
		case !fails && (err != nil || !got.Equal(d(c.want))):
			t.Errorf("%q on %s: got %s and %v, want %s", c.input, c.old, got, err, c.want)
		}
	}
}

// TestResolveHolds holds whatever is typed against what a cell can hold.
func TestResolveHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		input := rapid.StringMatching(`[-+*/x=]?[0-9.,kmb%$ ]{0,12}`).Draw(t, "input")
		kind := Kind(rapid.IntRange(0, 3).Draw(t, "kind"))
		old := decimal.New(rapid.Int64Range(0, 1e12).Draw(t, "old"), -rapid.Int32Range(0, 4).Draw(t, "places"))
		if kind == Whole {
			old = old.Truncate(0)
		}
		got, err := Resolve(input, old, kind)
		if err != nil {
			return
		}
		if got.IsNegative() || kind == Whole && !got.IsInteger() || got.Exponent() < -maxPlaces-4 {
			t.Fatalf("%q on %s gives %s", input, old, got)
		}
	})
}

func TestSeries(t *testing.T) {
	load := Series{Load: deal.Load{Total: d("1"), Steps: []deal.Step{{Running: d("6"), Weight: d("0.30")}, {Running: d("2"), Weight: d("0.70")}}}}
	months := Series{Months: deal.Series{d("20"), d("24"), d("30")}}
	profile := Series{Load: deal.Load{Total: d("2"), Profile: "acme.csv", Steps: []deal.Step{{Running: d("1"), Weight: d("1")}, {Running: d("2"), Weight: d("1")}}}}
	for _, c := range []struct {
		of    Series
		input string
		want  string
	}{
		{load, "", "!type a count"},
		{load, "+1", "7@30% 3@70%"},
		{load, "*2", "12@30% 4@70%"},
		{load, "10", "10"},
		{load, "-5", "!the least is 0"},
		{months, "+10%", "22 26 33"},
		{months, "10 12, 14", "10 12 14"},
		{months, "1,200", "1200"},
		{months, "4,5,6", `!"4,5,6" is not a number; write 456, or 4 5 6 by month`},
		{months, "6@30% 2@70%", "6@30% 2@70%"},
		{months, "6@30% 2", "!has no share"},
		{months, "6@30% 2@60%", "!add up to 90%"},
		{months, "6@130%", "!more than 100%"},
		{profile, "+1", "!come from acme.csv"},
		{profile, "4", "4"},
		{Series{}, "+3", "3"},
		{months, strings.Repeat("1 ", 101), "!longer than"},
	} {
		got, err := c.of.Resolve(c.input)
		part, fails := strings.CutPrefix(c.want, "!")
		switch {
		case fails && (err == nil || !strings.Contains(err.Error(), part)):
			t.Errorf("%q on %s: got %s and %v, want an error with %q", c.input, c.of.Text(), got.Text(), err, part)
		case !fails && (err != nil || got.Text() != c.want):
			t.Errorf("%q on %s: got %s and %v, want %s", c.input, c.of.Text(), got.Text(), err, c.want)
		}
	}
}

func TestResolveDay(t *testing.T) {
	day := calendar.Date(2026, 1, 31)
	for input, want := range map[string]string{
		"2026-07-01": "2026-07-01", "+1": "2026-02-01", "-31": "2025-12-31", "+1m": "2026-02-28", "-1m": "2025-12-31",
		"2026-02-30": "!not a date", "tomorrow": "!not a date", "+x": "!not a move", "+1.5": "!not a move", "1999-12-31": "!out of range", "+999999": "!not a move",
	} {
		got, err := ResolveDay(input, day)
		part, fails := strings.CutPrefix(want, "!")
		switch {
		case fails && (err == nil || !strings.Contains(err.Error(), part)):
			t.Errorf("%q: got %s and %v, want an error with %q", input, got, err, part)
		case !fails && (err != nil || got.String() != want):
			t.Errorf("%q: got %s and %v, want %s", input, got, err, want)
		}
	}
}
