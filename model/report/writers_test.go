package report

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode"

	"termsheet/model/rules"
)

// formats are the writers of a whole report.
var formats = []struct {
	name  string
	write func(io.Writer, Report) error
}{
	{"text", Text}, {"json", JSON}, {"csv", CSV}, {"markdown", Markdown},
}

func TestReport(t *testing.T) {
	future := hourlyQuote("A year later, everything by the hour")
	future.Start, future.End = day("2027-02-01"), day("2027-04-15")
	seller := one(baseQuote())
	seller.Quotes[0].Seller = sellerView()
	seller.Findings = []Finding{{Rule: "ANN-3", Severity: rules.Error, Message: "m5.xlarge has an annual rate and no hourly rate",
		Fix: "write hourly = \"...\"", File: "deals/acme.toml", Line: 12, Column: 1}}
	many := one(baseQuote())
	for i := range 6 {
		many.Quotes = append(many.Quotes, Priced{Quote: hourlyQuote(fmt.Sprintf("Variant number %d with a long name", i+1))})
	}
	cases := []struct {
		name   string
		report Report
	}{
		{"one", one(baseQuote())},
		{"variants", one(baseQuote(), hourlyQuote("Hourly only"), future)},
		{"many", many},
		{"bare", one(bareQuote("base"), bareQuote("Nothing at all"))},
		{"seller", seller},
		{"hostile", hostile()},
	}
	for _, c := range cases {
		for _, f := range formats {
			t.Run(c.name+"/"+f.name, func(t *testing.T) {
				equalsGolden(t, func(w io.Writer) error { return f.write(w, c.report) })
			})
		}
	}
}

// FuzzText holds the text to 80 cells, and to what no terminal acts on, whatever
// a file says.
func FuzzText(f *testing.F) {
	f.Add("Red\x1b[2J \u202edeal", "Hourly only", "m5.large")
	f.Add(strings.Repeat("ファイアウォール", 20), strings.Repeat("x", 300), strings.Repeat("k ", 200))
	f.Add("e\u0301\u0301", "\u200b", "\xff\xfe")
	f.Fuzz(func(t *testing.T, title, variant, key string) {
		r := one(baseQuote(), hourlyQuote(variant))
		r.Scenario.Title, r.Scenario.About, r.Scenario.Product.ID = title, title, key
		r.Quotes[0].Totals.Software = usd("999999999999.99")
		r.Quotes[0].Events[1].Key, r.Quotes[0].Events[2].Detail = key, title
		for _, line := range strings.Split(string(written(t, func(w io.Writer) error { return Text(w, r) })), "\n") {
			if n := cells(line); n > columns {
				t.Errorf("%d cells: %s", n, line)
			}
			if strings.TrimRight(line, " ") != line {
				t.Errorf("blanks at the end: %q", line)
			}
			if strings.IndexFunc(line, unicode.IsControl) >= 0 {
				t.Errorf("a control character: %q", line)
			}
		}
	})
}

func TestJSONKeysInOrder(t *testing.T) {
	text := string(written(t, func(w io.Writer) error { return JSON(w, one(baseQuote())) }))
	at := 0
	for _, key := range []string{"schema", "scenario", "title", "file", "product", "id", "title", "currency", "hours", "quotes",
		"variant", "accepted", "start", "end", "totals", "annual", "hourly", "contract", "usage", "software", "infrastructure", "total",
		"hourly_only", "savings", "savings_percent", "charges", "date", "kind", "key", "quantity", "rate", "amount", "rule",
		"months", "month", "software", "infrastructure", "total", "invoices", "date", "amount", "what",
		"break_even", "key", "hours_per_year", "utilisation_percent", "best", "events", "date", "kind", "key", "detail", "findings"} {
		i := strings.Index(text[at:], `"`+key+`":`)
		if i < 0 {
			t.Fatalf("%s does not follow in %s", key, text[at:])
		}
		at += i + 1
	}
	if strings.Contains(text, `"seller"`) {
		t.Error("the seller's view was not asked for")
	}
}

func TestJSONNulls(t *testing.T) {
	var got struct {
		Quotes []map[string]any `json:"quotes"`
	}
	if err := json.Unmarshal(written(t, func(w io.Writer) error { return JSON(w, one(bareQuote("base"))) }), &got); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"hourly_only", "savings", "savings_percent"} {
		if v, there := got.Quotes[0][key]; !there || v != nil {
			t.Errorf("%s is %v, want null", key, v)
		}
	}
	for _, key := range []string{"charges", "months", "invoices", "break_even", "events"} {
		if list, ok := got.Quotes[0][key].([]any); !ok || len(list) != 0 {
			t.Errorf("%s is %v, want []", key, got.Quotes[0][key])
		}
	}
}

// TestCSVKeepsNumbers writes names as they are that a spreadsheet takes for numbers,
// and no formula.
func TestCSVKeepsNumbers(t *testing.T) {
	for name, want := range map[string]string{"-10%": "-10%", "+1": "+1", "-2.5": "-2.5", "-1+1": "'-1+1", "@x": "'@x", "=1": "'=1", "-": "'-", "base": "base"} {
		text := string(written(t, func(w io.Writer) error { return CSV(w, one(hourlyQuote(name))) }))
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := rows[1][0]; got != want {
			t.Errorf("the variant %q is written as %q, want %q", name, got, want)
		}
	}
}

func TestCSVReadsBack(t *testing.T) {
	text := string(written(t, func(w io.Writer) error { return CSV(w, hostile()) }))
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+5+2 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, row := range rows {
		for i, cell := range row {
			if strings.IndexAny(cell, "=+-@") == 0 && i != 6 {
				t.Errorf("a spreadsheet would run %q", cell)
			}
		}
	}
	if strings.Count(text, "\r\n") != len(rows) {
		t.Error("lines end in CR LF")
	}
}
