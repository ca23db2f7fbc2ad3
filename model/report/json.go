package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"

	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/model/pricing"
)

// The structures below are the JSON, in the order of its keys. Paths of
// expectations and explanations are paths into quoteJSON.
type reportJSON struct {
	Schema   string        `json:"schema"`
	Scenario scenarioJSON  `json:"scenario"`
	Product  productRef    `json:"product"`
	Currency string        `json:"currency"`
	Hours    string        `json:"hours"`
	Quotes   []quoteJSON   `json:"quotes"`
	Findings []findingJSON `json:"findings"`
}

type scenarioJSON struct {
	Title string `json:"title"`
	File  string `json:"file"`
}

type productRef struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

type quoteJSON struct {
	Variant        string          `json:"variant"`
	Accepted       calendar.Day    `json:"accepted"`
	Start          calendar.Day    `json:"start"`
	End            calendar.Day    `json:"end"`
	Totals         totalsJSON      `json:"totals"`
	HourlyOnly     *money.Amount   `json:"hourly_only"`
	Savings        *money.Amount   `json:"savings"`
	SavingsPercent *string         `json:"savings_percent"`
	Charges        []chargeJSON    `json:"charges"`
	Months         []monthJSON     `json:"months"`
	Invoices       []invoiceJSON   `json:"invoices"`
	BreakEven      []breakEvenJSON `json:"break_even"`
	Events         []eventJSON     `json:"events"`
	Seller         *sellerJSON     `json:"seller,omitempty"`
}

type totalsJSON struct {
	Annual         money.Amount `json:"annual"`
	Hourly         money.Amount `json:"hourly"`
	Contract       money.Amount `json:"contract"`
	Usage          money.Amount `json:"usage"`
	Software       money.Amount `json:"software"`
	Infrastructure money.Amount `json:"infrastructure"`
	Total          money.Amount `json:"total"`
}

type chargeJSON struct {
	Date     calendar.Day `json:"date"`
	Kind     pricing.Kind `json:"kind"`
	Key      string       `json:"key"`
	Quantity string       `json:"quantity"`
	Rate     string       `json:"rate"`
	Amount   money.Amount `json:"amount"`
	Rule     string       `json:"rule"`
}

type monthJSON struct {
	Month          string       `json:"month"`
	Software       money.Amount `json:"software"`
	Infrastructure money.Amount `json:"infrastructure"`
	Total          money.Amount `json:"total"`
}

type invoiceJSON struct {
	Date   calendar.Day `json:"date"`
	Amount money.Amount `json:"amount"`
	What   string       `json:"what"`
}

type breakEvenJSON struct {
	Key         string `json:"key"`
	Hours       string `json:"hours_per_year"`
	Utilisation string `json:"utilisation_percent"`
	Best        int64  `json:"best"`
}

type eventJSON struct {
	Date   calendar.Day `json:"date"`
	Kind   string       `json:"kind"`
	Key    string       `json:"key"`
	Detail string       `json:"detail"`
}

type sellerJSON struct {
	Fee     money.Amount `json:"fee"`
	Net     money.Amount `json:"net"`
	Percent string       `json:"fee_percent"`
	Margin  money.Amount `json:"margin"`
}

// JSON writes a report as one object, termsheet.quote/1.
func JSON(w io.Writer, r Report) error {
	out := reportJSON{
		Schema:   schema("quote"),
		Scenario: scenarioJSON{r.Scenario.Title, r.Scenario.File},
		Product:  productRef{r.Scenario.Product.ID, r.Scenario.Product.Title},
		Currency: currency,
		Hours:    r.Quotes[0].HoursBasis,
		Findings: findingsJSON(r.Findings),
	}
	for _, q := range r.Quotes {
		out.Quotes = append(out.Quotes, quoteOf(q))
	}
	return writeJSON(w, out)
}

// schema names the JSON of a command and its version.
func schema(command string) string { return "termsheet." + command + "/1" }

// writeJSON indents v and leaves < > & as they are. What a terminal could act
// on is escaped beyond what JSON asks for.
func writeJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	var safe bytes.Buffer
	for _, r := range b.String() {
		if r >= 0x7f && r < 0xa0 || r <= 0xffff && unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) {
			fmt.Fprintf(&safe, `\u%04x`, r)
			continue
		}
		safe.WriteRune(r)
	}
	_, err := w.Write(safe.Bytes())
	return err
}

// quoteOf is a quote as JSON tells it.
func quoteOf(q Priced) quoteJSON {
	t := q.Totals
	out := quoteJSON{
		Variant: q.Variant, Accepted: q.Accepted, Start: q.Start, End: q.End,
		Totals:    totalsJSON{t.Annual, t.Hourly, t.Contract, t.Usage, t.Software, t.Infrastructure, t.Total},
		Charges:   make([]chargeJSON, len(q.Charges)),
		Months:    make([]monthJSON, len(q.Months)),
		Invoices:  make([]invoiceJSON, len(q.Invoices)),
		BreakEven: make([]breakEvenJSON, len(q.BreakEven)),
		Events:    eventsJSON(q.Events),
	}
	if c := q.Comparison; c != nil {
		out.HourlyOnly, out.Savings = &c.HourlyOnly, &c.Savings
		if c.Percent != nil {
			percent := c.Percent.StringFixed(2)
			out.SavingsPercent = &percent
		}
	}
	for i, c := range q.Charges {
		out.Charges[i] = chargeJSON{c.Date, c.Kind, c.Key, c.Quantity().String(), money.Scaled(c.Rate), c.Amount, c.Rule}
	}
	for i, m := range q.Months {
		out.Months[i] = monthJSON{m.First.Month(), m.Software, m.Infrastructure, m.Total()}
	}
	for i, v := range q.Invoices {
		out.Invoices[i] = invoiceJSON{v.Date, v.Amount, v.What}
	}
	for i, b := range q.BreakEven {
		out.BreakEven[i] = breakEvenJSON{b.Key, b.HoursPerYear.StringFixed(2), b.Utilisation.StringFixed(2), b.Best}
	}
	if s := q.Seller; s != nil {
		out.Seller = &sellerJSON{s.Fee, s.Net, s.Percent.String(), s.Margin}
	}
	return out
}

func eventsJSON(events []pricing.Event) []eventJSON {
	list := make([]eventJSON, len(events))
	for i, e := range events {
		list[i] = eventJSON{e.Date, e.Kind, e.Key, e.Detail}
	}
	return list
}
