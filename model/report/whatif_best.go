package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/whatif"
)

// Best is how many annuals of each instance type are cheapest.
type Best struct {
	Scenario *deal.Scenario
	Types    []whatif.Best
}

// BestText writes the best number of annuals for a terminal: the table, and
// each type in a sentence that can be said aloud.
func BestText(w io.Writer, b Best) error {
	var p page
	p.about(b.Scenario)
	if len(b.Types) == 0 {
		p.line("No type of the deal has both an hourly and an annual rate.")
		return p.flush(w)
	}
	p.section("Cheapest number of annuals over the first 12 months, in " + currency)
	t := &table{head: []string{"type", "best X", fmt.Sprintf("within %d %%", whatif.Near), "cost",
		fmt.Sprintf("%d too few cost more", whatif.Off), fmt.Sprintf("%d too many cost more", whatif.Off)}, left: 1}
	for _, best := range b.Types {
		t.add(best.Key, many(best.X), many(best.From)+" to "+many(best.To), best.Cost.Grouped(),
			(best.Fewer.Cost - best.Cost).Grouped(), (best.More.Cost - best.Cost).Grouped())
	}
	p.table(t)
	for _, best := range b.Types {
		p.section(best.Key)
		p.item("  ", aloud(best))
		p.item("  ", pays(best))
		p.table(around(best))
	}
	return p.flush(w)
}

func count(n int64) string { return strconv.FormatInt(n, 10) }

// many is a number for people.
func many(n int64) string { return money.Group(count(n)) }

// aloud says what to buy.
func aloud(b whatif.Best) string {
	best := fmt.Sprintf("Buy %s: that is %s for 12 months.", many(b.X), b.Cost.Grouped())
	if over := b.Own.Cost - b.Cost; over > 0 {
		return best + fmt.Sprintf(" The deal buys %s, which costs %s more.", many(b.Own.X), over.Grouped())
	}
	return best + " That is what the deal buys, or costs as little."
}

// pays says when an annual pays.
func pays(b whatif.Best) string {
	text := fmt.Sprintf("An annual pays from %s instance-hours a year, %s %% of them", money.Group(b.HoursPerYear), b.Utilisation)
	if b.Pays == 0 {
		return text + "; not within 12 months, even for an instance that always runs."
	}
	return text + "; for an instance that always runs, on " + b.Pays.String() + "."
}

// around is the piece of the curve near the best, with what it has that
// matters, and a bar for what it costs more.
func around(b whatif.Best) *table {
	t := &table{head: []string{"X", "cost", "more", ""}, left: 0, last: true}
	marks := []int64{0, b.From, b.X - 1, b.X, b.X + 1, b.To, b.Fewer.X, b.More.X, b.Own.X}
	dearest := money.Amount(0)
	var points []whatif.Point
	for _, p := range b.Curve {
		if slices.Contains(marks, p.X) {
			points, dearest = append(points, p), max(dearest, p.Cost-b.Cost)
		}
	}
	const width = 36
	for _, p := range points {
		note := bar(p.Cost-b.Cost, dearest, width)
		switch {
		case p.X == b.X:
			note = "best"
		case p.X == b.Own.X:
			note += " the deal"
		}
		t.add(many(p.X), p.Cost.Grouped(), (p.Cost - b.Cost).Grouped(), note)
	}
	return t
}

type bestJSON struct {
	Key       string         `json:"key"`
	Best      int64          `json:"best"`
	Within    [2]int64       `json:"within_1_percent"`
	Cost      money.Amount   `json:"cost"`
	Fewer     whatif.Point   `json:"too_few"`
	More      whatif.Point   `json:"too_many"`
	Own       whatif.Point   `json:"deal"`
	BreakEven breakEvenDay   `json:"break_even"`
	Curve     []whatif.Point `json:"curve"`
}

type breakEvenDay struct {
	Hours       string        `json:"hours_per_year"`
	Utilisation string        `json:"utilisation_percent"`
	Date        *calendar.Day `json:"date"` // null: not within 12 months
}

// BestJSON writes the best number of annuals as one object, termsheet.best/1.
func BestJSON(w io.Writer, b Best) error {
	types := make([]bestJSON, len(b.Types))
	for i, best := range b.Types {
		types[i] = bestJSON{best.Key, best.X, [2]int64{best.From, best.To}, best.Cost, best.Fewer, best.More, best.Own,
			breakEvenDay{best.HoursPerYear, best.Utilisation, nil}, best.Curve}
		if best.Pays != 0 {
			types[i].BreakEven.Date = &best.Pays
		}
	}
	return writeJSON(w, struct {
		Schema string     `json:"schema"`
		Types  []bestJSON `json:"types"`
	}{schema("best"), types})
}

// BestCSV writes the curve of each type, a row a point.
func BestCSV(w io.Writer, b Best) error {
	rows := [][]string{{"key", "x", "cost", "more"}}
	for _, best := range b.Types {
		for _, p := range best.Curve {
			rows = append(rows, []string{cell(best.Key), count(p.X), p.Cost.String(), (p.Cost - best.Cost).String()})
		}
	}
	return writeCSV(w, rows)
}
