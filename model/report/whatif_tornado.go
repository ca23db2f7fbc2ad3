package report

import (
	"io"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/whatif"
)

// Swung is how far each input moves the metric when it swings.
type Swung struct {
	Scenario *deal.Scenario
	Metric   string
	Swing    string // 20%
	Now      money.Amount
	Inputs   []whatif.Swing
}

// TornadoText writes a tornado for a terminal: the widest first, what it takes
// off the metric to the left, what it adds to the right.
func TornadoText(w io.Writer, s Swung) error {
	var p page
	p.about(s.Scenario)
	u := unitOf(s.Metric)
	p.section(s.Metric + " is " + u.shown(s.Now) + "; what each input makes of it " + s.Swing + " lower and higher")
	t := &table{head: []string{"input", "now", "lower", "higher", ""}, left: 1, last: true}
	widest := money.Amount(0)
	for _, in := range s.Inputs {
		widest = max(widest, away(in.Low, s.Now), away(in.High, s.Now))
	}
	for i := range s.Inputs {
		in := &s.Inputs[i]
		t.add(in.Path.String(), in.Now(nowWidth), u.shown(in.Low), u.shown(in.High), drawn(*in, s.Now, widest))
	}
	t.most = columns - indent
	for _, n := range t.widths()[1:4] {
		t.most -= n + gap
	}
	t.most = min(max(t.most-gap-2*half-1, leastPath), wordWidth)
	p.table(t)
	p.offSchedule(whatif.SwungOff(s.Inputs))
	return p.flush(w)
}

// The cells of a bar to either side of the middle, and those that an input has for
// its value and at least for its path.
const half, nowWidth, leastPath = 5, 12, 16

// away is how far a value is from the metric as it is.
func away(v, now money.Amount) money.Amount {
	if v == whatif.None {
		return 0
	}
	return max(v-now, now-v)
}

// drawn is a swing as a bar to either side of the middle.
func drawn(in whatif.Swing, now, widest money.Amount) string {
	left, right := money.Amount(0), money.Amount(0)
	for _, v := range []money.Amount{in.Low, in.High} {
		if v == whatif.None {
			continue
		}
		left, right = max(left, now-v), max(right, v-now)
	}
	less := bar(left, widest, half)
	return strings.Repeat(".", half-len(less)) + less + "|" + bar(right, widest, half)
}

type swingJSON struct {
	Path  string  `json:"path"`
	Value string  `json:"value"`
	Low   *string `json:"low"`
	High  *string `json:"high"`
}

// TornadoJSON writes a tornado as one object, termsheet.tornado/1.
func TornadoJSON(w io.Writer, s Swung) error {
	list, u := make([]swingJSON, len(s.Inputs)), unitOf(s.Metric)
	for i, in := range s.Inputs {
		list[i] = swingJSON{in.Path.String(), in.Value, u.value(in.Low), u.value(in.High)}
	}
	return writeJSON(w, struct {
		Schema string      `json:"schema"`
		Metric string      `json:"metric"`
		Swing  string      `json:"swing"`
		Now    *string     `json:"now"`
		Inputs []swingJSON `json:"inputs"`
	}{schema("tornado"), s.Metric, s.Swing, u.value(s.Now), list})
}

// TornadoCSV writes a tornado, a row an input.
func TornadoCSV(w io.Writer, s Swung) error {
	rows, u := [][]string{{"path", "value", "low", "high"}}, unitOf(s.Metric)
	for _, in := range s.Inputs {
		rows = append(rows, []string{cell(in.Path.String()), cell(in.Value), u.bare(in.Low), u.bare(in.High)})
	}
	return writeCSV(w, rows)
}
