package report

import (
	"io"
	"strings"
)

// Markdown writes a report as headings and tables.
func Markdown(w io.Writer, r Report) error {
	var m markdown
	m.heading(1, oneLine(r.Scenario.Title))
	if r.Scenario.About != "" {
		m.paragraph(oneLine(r.Scenario.About))
	}
	m.table(heading(r))
	m.heading(2, "Totals in "+currency)
	m.table(comparison(r.Quotes))
	for _, n := range comparisonNotes(r.Quotes) {
		m.paragraph(n)
	}
	if len(invoiceMonths(r.Quotes)) > 0 {
		m.heading(2, "Invoices by month")
		m.table(invoiced(r.Quotes))
	}
	for _, n := range notes(r.Quotes) {
		m.paragraph(n)
	}
	m.variants("What the seller nets", r.Quotes, func(_ int, q Priced) *table {
		if q.Seller == nil {
			return &table{}
		}
		return proceeds(q.Seller)
	})
	m.variants("Break-even of an annual", r.Quotes, func(i int, q Priced) *table {
		if i > 0 && sameBreakEven(r.Quotes[0], q) {
			return &table{}
		}
		return breakEven(q)
	})
	m.variants("Events", r.Quotes, func(i int, q Priced) *table {
		if i > 0 {
			return eventTable(otherEvents(r.Quotes[0], q))
		}
		return eventTable(happens(q))
	})
	if len(r.Findings) > 0 {
		m.heading(2, "Findings")
		m.block()
		for _, f := range r.Findings {
			m.WriteString("- " + plain(f.String()) + "\n")
		}
	}
	_, err := io.WriteString(w, m.String())
	return err
}

// markdown gathers a text that is written at once.
type markdown struct{ strings.Builder }

// block begins a heading, a paragraph or a table with a blank line above.
func (m *markdown) block() {
	if m.Len() > 0 {
		m.WriteString("\n")
	}
}

func (m *markdown) heading(level int, title string) {
	m.block()
	m.WriteString(strings.Repeat("#", level) + " " + plain(title) + "\n")
}

func (m *markdown) paragraph(s string) {
	m.block()
	m.WriteString(plain(s) + "\n")
}

// variants writes a table for each quote for which there is one.
func (m *markdown) variants(title string, quotes []Priced, of func(int, Priced) *table) {
	for i, q := range quotes {
		t := of(i, q)
		if len(t.rows) == 0 {
			continue
		}
		m.heading(2, titled(title, i, q))
		m.table(t)
	}
}

// table writes a grid; lines above rows have no place in Markdown.
func (m *markdown) table(t *table) {
	m.block()
	m.row(t.head)
	marks := make([]string, len(t.head))
	for i := range marks {
		marks[i] = "---:"
		if t.words(i) {
			marks[i] = "---"
		}
	}
	m.WriteString("| " + strings.Join(marks, " | ") + " |\n")
	for _, row := range t.rows {
		if !blank(row) {
			m.row(row)
		}
	}
}

func (m *markdown) row(cells []string) {
	for _, c := range cells {
		m.WriteString("| " + plain(c) + " ")
	}
	m.WriteString("|\n")
}

// special are the characters that Markdown or HTML would act on.
const special = "\\`*_[]<>#|~&"

// plain escapes text so that Markdown shows it as it is.
func plain(s string) string {
	var b strings.Builder
	for _, r := range Clean(s) {
		if strings.ContainsRune(special, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
