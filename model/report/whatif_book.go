package report

import (
	"fmt"
	"io"

	"termsheet/model/deal"
	"termsheet/model/money"
	agreements "termsheet/model/whatif/book"
)

// Laid is what the price changes of a scenario do to a book of agreements.
type Laid struct {
	Scenario *deal.Scenario
	*agreements.Report
}

// BookText writes a book for a terminal: the revenue step by month, whom it
// hits and how hard.
func BookText(w io.Writer, b Laid) error {
	var p page
	p.about(b.Scenario)
	p.section(fmt.Sprintf("%s of %s, %s to %s, in %s", counted(b.Agreements, "agreement"), counted(b.Accounts, "account"), b.From, b.To-1, currency))
	t := &table{head: []string{"month", "before", "after", "difference", ""}, left: 1, last: true}
	most := money.Amount(0)
	for _, m := range b.Months {
		most = max(most, m.After-m.Before)
	}
	const width = 10
	for _, m := range b.Months {
		t.add(m.First.Month(), m.Before.Grouped(), m.After.Grouped(), (m.After - m.Before).Signed(), bar(m.After-m.Before, most, width))
	}
	t.add(rule...)
	t.add("together", b.Before.Grouped(), b.After.Grouped(), (b.After - b.Before).Signed(), "")
	p.table(t)
	p.section(fmt.Sprintf("%s affected, of %d", counted(b.Affected, "account"), b.Accounts))
	t = &table{head: []string{"", ""}, left: 1}
	t.add("half of all change by at most", b.P50.Signed())
	t.add("95 % by at most", b.P95.Signed())
	p.table(t)
	if len(b.Worst) > 0 {
		p.section("Largest rises")
		t = &table{head: []string{"account", "from", "rise"}, left: 2}
		for _, a := range b.Worst {
			t.add(oneLine(a.Name), a.First.Month(), a.Delta.Signed())
		}
		p.table(t)
	}
	p.skipped(b)
	return p.flush(w)
}

// skipped tells the rows that were left out.
func (p *page) skipped(b Laid) {
	if b.Skipped == 0 {
		return
	}
	p.section(counted(b.Skipped, "row") + " left out")
	for _, bad := range b.Bad {
		p.item("  ", bad.Error())
	}
	if more := b.Skipped - len(b.Bad); more > 0 {
		p.item("  ", fmt.Sprintf("and %d more", more))
	}
}

type bookJSON struct {
	Schema     string        `json:"schema"`
	Agreements int           `json:"agreements"`
	Affected   int           `json:"affected"`
	Before     money.Amount  `json:"before"`
	After      money.Amount  `json:"after"`
	Delta      money.Amount  `json:"delta"`
	Months     []bookMonth   `json:"months"`
	P50        money.Amount  `json:"p50"`
	P95        money.Amount  `json:"p95"`
	Worst      []bookAccount `json:"worst"`
	Skipped    int           `json:"skipped,omitempty"`
	Bad        []badRow      `json:"bad_rows,omitempty"`
}

type bookMonth struct {
	Month  string       `json:"month"`
	Before money.Amount `json:"before"`
	After  money.Amount `json:"after"`
}

type bookAccount struct {
	Account string       `json:"account"`
	Delta   money.Amount `json:"delta"`
	First   string       `json:"first_month"`
}

type badRow struct {
	Line    int    `json:"line"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
}

// BookJSON writes a book as one object, termsheet.book/1.
func BookJSON(w io.Writer, b Laid) error {
	out := bookJSON{Schema: schema("book"), Agreements: b.Agreements, Affected: b.Affected, Before: b.Before, After: b.After, Delta: b.After - b.Before,
		Months: make([]bookMonth, len(b.Months)), P50: b.P50, P95: b.P95, Worst: make([]bookAccount, len(b.Worst)), Skipped: b.Skipped}
	for i, m := range b.Months {
		out.Months[i] = bookMonth{m.First.Month(), m.Before, m.After}
	}
	for i, a := range b.Worst {
		out.Worst[i] = bookAccount{a.Name, a.Delta, a.First.Month()}
	}
	for _, bad := range b.Bad {
		out.Bad = append(out.Bad, badRow{bad.Line, bad.Column, bad.Message})
	}
	return writeJSON(w, out)
}

// BookCSV writes the months of a book, a row each.
func BookCSV(w io.Writer, b Laid) error {
	rows := [][]string{{"month", "before", "after", "difference"}}
	for _, m := range b.Months {
		rows = append(rows, []string{m.First.Month(), m.Before.String(), m.After.String(), (m.After - m.Before).String()})
	}
	return writeCSV(w, rows)
}
