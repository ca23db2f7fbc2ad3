package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/whatif"
)

// Swept is the metric over the values of one or two inputs.
type Swept struct {
	Scenario *deal.Scenario
	*whatif.Grid
	whatif.Assumed
	Now money.Amount       // the metric as it is; told where an offer is assumed
	Off whatif.OffSchedule // where the offer's schedule does not fit
}

// What a terminal gets of a sweep; CSV and JSON have every point.
const (
	mostRows    = 60
	mostColumns = 7
)

// SweepText writes a sweep for a terminal: a line with bars, or a grid. The
// scenario's own point is marked; long axes are thinned out.
func SweepText(w io.Writer, s Swept) error {
	var p page
	p.about(s.Scenario)
	if s.Made != "" {
		p.line("With " + AssumedOffer(s.Assumed, s.Now) + ".")
	}
	p.section(s.Metric + " by " + axes(s.Grid))
	if s.Y == nil {
		p.table(line(s.Grid))
	} else {
		p.table(grid(s.Grid))
	}
	if s.First != nil {
		p.line("- where there is no price: " + s.First.Error())
	}
	p.offSchedule(s.Off)
	return p.flush(w)
}

func axes(g *whatif.Grid) string {
	if g.Y == nil {
		return g.X.Input.Path.String()
	}
	return g.X.Input.Path.String() + " (across) and " + g.Y.Input.Path.String() + " (down)"
}

// thinned are the indexes of at most so many values, evenly spread; the first,
// the last and the scenario's own are among them.
func thinned(n, most, own int) (list []int) {
	step := max((n+most-1)/most, 1)
	for i := range n {
		if i%step == 0 || i == n-1 || i == own {
			list = append(list, i)
		}
	}
	return list
}

// line is a sweep of one input, with bars above its least value.
func line(g *whatif.Grid) *table {
	t := &table{head: []string{g.X.Input.Path[len(g.X.Input.Path)-1], label(g.Metric), "", ""}, left: 0, last: true}
	var least, most money.Amount
	first := true
	for _, v := range g.Rows[0] {
		if v != whatif.None && (first || v < least) {
			least = v
		}
		if v != whatif.None && (first || v > most) {
			most = v
		}
		first = first && v == whatif.None
	}
	const width = 40
	for _, i := range thinned(len(g.X.Values), mostRows, g.Here[0]) {
		mark, drawn := "", ""
		if i == g.Here[0] {
			mark = "<"
		}
		if v := g.At(i, 0); v != whatif.None {
			drawn = bar(v-least+(most-least)/width, most-least, width)
		}
		t.add(g.X.Input.Format(g.X.Values[i]), unitOf(g.Metric).shown(g.At(i, 0)), mark, drawn)
	}
	return t
}

// grid is a sweep of two inputs.
func grid(g *whatif.Grid) *table {
	columns := thinned(len(g.X.Values), mostColumns, g.Here[0])
	t := &table{head: []string{""}, left: 1}
	for _, x := range columns {
		t.head = append(t.head, g.X.Input.Format(g.X.Values[x]))
	}
	for _, y := range thinned(len(g.Y.Values), mostRows, g.Here[1]) {
		row := []string{g.Y.Input.Format(g.Y.Values[y])}
		for _, x := range columns {
			value := unitOf(g.Metric).shown(g.At(x, y))
			if g.Here == [2]int{x, y} {
				value = ">" + value
			}
			row = append(row, value)
		}
		t.add(row...)
	}
	return t
}

// SweepCSV writes a sweep, a row a point.
func SweepCSV(w io.Writer, s Swept) error {
	out := bufio.NewWriter(w)
	head := []string{cell(s.X.Input.Path.String())}
	if s.Y != nil {
		head = append(head, cell(s.Y.Input.Path.String()))
	}
	if err := writeCSV(out, [][]string{append(head, s.Metric)}); err != nil {
		return err
	}
	u := unitOf(s.Metric)
	s.each(func(x, y string, v money.Amount) {
		if s.Y != nil {
			x += "," + y
		}
		fmt.Fprintf(out, "%s,%s\r\n", x, u.bare(v))
	})
	return out.Flush()
}

// each goes through the points with their values as written.
func (s *Swept) each(do func(x, y string, v money.Amount)) {
	for j, row := range s.Rows {
		y := ""
		if s.Y != nil {
			y = s.Y.Input.Format(s.Y.Values[j])
		}
		for i, v := range row {
			do(s.X.Input.Format(s.X.Values[i]), y, v)
		}
	}
}

// SweepJSON writes a sweep as one object, termsheet.sweep/1, point by point:
// there may be millions.
func SweepJSON(w io.Writer, s Swept) error {
	out := bufio.NewWriter(w)
	text := func(v any) []byte {
		b, _ := json.Marshal(v) // of texts and amounts, which cannot fail
		return b
	}
	fmt.Fprintf(out, "{\n  \"schema\": %s,\n  \"metric\": %s,\n  \"x\": %s,\n", text(schema("sweep")), text(s.Metric), text(Clean(s.X.Input.Path.String())))
	if s.Y != nil {
		fmt.Fprintf(out, "  \"y\": %s,\n", text(Clean(s.Y.Input.Path.String())))
	}
	if s.Made != "" {
		fmt.Fprintf(out, "  \"now\": %s,\n  \"assumed_offer\": %s,\n  \"assumed_offer_total\": %s,\n", text(s.Now), text(s.Made), text(s.Alone))
	}
	fmt.Fprint(out, "  \"points\": [")
	comma, u := "", unitOf(s.Metric)
	s.each(func(x, y string, v money.Amount) {
		down := []byte("null")
		if s.Y != nil {
			down = text(y)
		}
		fmt.Fprintf(out, "%s\n    {\"x\": %s, \"y\": %s, \"value\": %s}", comma, text(x), down, text(u.value(v)))
		comma = ","
	})
	fmt.Fprint(out, "\n  ]\n}\n")
	return out.Flush()
}
