package compare

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/seller"
	"termsheet/scenarios"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

func open(t *testing.T, name string) *scenarios.Document {
	t.Helper()
	doc, err := scenarios.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func begin(t *testing.T, name string) (*session.Session, *seller.Fees) {
	t.Helper()
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	fees := seller.FeesOf(book)
	return session.New(open(t, name), book.Conventions()), &fees
}

// told is a row as its columns have it, winners starred.
func told(c *Sheet, id string) string {
	c.refresh()
	for _, r := range c.table.rows {
		if r.id != id {
			continue
		}
		var parts []string
		for i, v := range r.values {
			text := v.text
			if r.unit == dollars {
				text = v.amount().String()
			}
			if !v.known {
				text = "-"
			}
			if r.winner[i] {
				text += "*"
			}
			parts = append(parts, text)
		}
		return strings.Join(parts, " ")
	}
	return "no such row"
}

func names(c *Sheet) string {
	c.refresh()
	var list []string
	for _, col := range c.table.columns {
		list = append(list, col.Name)
	}
	return strings.Join(list, ", ")
}

// steps are the keys that move the cursor.
var steps = map[string]pane.Verb{
	"up": pane.Up, "down": pane.Down, "left": pane.Left, "right": pane.Right, "pgup": pane.PageUp, "pgdown": pane.PageDown, "home": pane.Home, "end": pane.End, "tab": pane.Right,
}

// does is what the application does for a key.
var does = map[string]func(*Sheet){
	"s": (*Sheet).Sort, "d": (*Sheet).Differ, "w": (*Sheet).Split, "n": func(c *Sheet) { c.Net() },
	"x": func(c *Sheet) { _, _ = c.LeaveOut() }, "a": (*Sheet).BringBack,
	"<": func(c *Sheet) { _ = c.Move(-1) }, ">": func(c *Sheet) { _ = c.Move(1) },
}

func press(c *Sheet, keys string) {
	for _, key := range strings.Fields(keys) {
		if do, ok := does[key]; ok {
			do(c)
			continue
		}
		c.Step(steps[key], pane.Size{W: 116, H: 37})
	}
}

func TestFigures(t *testing.T) {
	s, _ := begin(t, "covered-baseline") // base, Hourly only, One annual more, Peaks covered too
	c := New(s, nil, nil, nil)
	for id, want := range map[string]string{
		" this deal":           "95015.60 131020.40 93222.60* 111396.40",
		" hourly only":         "131020.40 131020.40 131020.40 131020.40",
		" saved":               "36004.80 0.00 37797.80* 19624.00",
		" saved %":             "27.48% 0.00% 28.85%* 14.98%",
		" commitments":         "52880.00 0.00* 55540.00 86080.00",
		" a month":             "3958.98 5459.18 3884.28* 4641.52",
		" first year":          "46641.20 64794.80 45725.80* 54831.60",
		" cheaper from":        "2027-07* - 2027-07* 2027-09",
		" horizon":             "24 months 24 months 24 months 24 months",
		" annuals":             "no such row", // all that is committed
		"m5.large X annual":    "8 0 9 8",
		"m5.large annuals":     "21280.00 0.00* 23940.00 21280.00",
		"m5.large by the hour": "8906.00 44530.00 4453.00* 8906.00",
		"m5.large together":    "30186.00 44530.00 28393.00* 30186.00",
		"m5.large pays from":   "438 h 438 h 438 h 438 h",
		"m5.2xlarge Y running": "6|2 6|2 6|2 6|2",
		"c6i.xlarge X annual":  "3* 0 3* 3*", // the cheapest number, not the least
		"seller net":           "no such row",
	} {
		if got := told(c, id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
}

// TestSeller shows the seller's side only where it may be seen.
func TestSeller(t *testing.T) {
	s, fees := begin(t, "month-to-month")
	blind := New(s, nil, nil, nil)
	press(blind, "n")
	if got := told(blind, "seller net"); got != "no such row" {
		t.Errorf("without fees the net is %s", got)
	}
	c := New(s, nil, nil, fees)
	if got := told(c, "seller net"); got != "no such row" {
		t.Errorf("unasked, the net is %s", got)
	}
	press(c, "n")
	if got, want := told(c, "seller net"), "48364.20* 40303.50 34687.20"; got != want {
		t.Errorf("the net is %s, want %s", got, want)
	}
}

func TestSort(t *testing.T) {
	s, _ := begin(t, "covered-baseline")
	c := New(s, nil, nil, nil)
	written := "base, Hourly only, One annual more, Peaks covered too"
	for _, step := range []struct{ keys, want string }{
		{"", written},
		{"s", "One annual more, base, Peaks covered too, Hourly only"},
		{"s", "Hourly only, Peaks covered too, base, One annual more"},
		{"s", written},
		{"down down s", "One annual more, base, Peaks covered too, Hourly only"}, // saved: the most first
		{"s", "Hourly only, Peaks covered too, base, One annual more"},
		{"down down down down down down down down s", "base, One annual more, Peaks covered too, Hourly only"}, // cheaper from: what never is comes last
		{"s", "Peaks covered too, base, One annual more, Hourly only"},
	} {
		press(c, step.keys)
		if got := names(c); got != step.want {
			t.Errorf("after %q: %s, want %s", step.keys, got, step.want)
		}
	}
	if col, _ := c.Chosen(); col.Name != "base" {
		t.Errorf("sorting moved the cursor to %s", col.Name)
	}
}

// TestLengths names no winner of sums over different times.
func TestLengths(t *testing.T) {
	s, _ := begin(t, "covered-baseline")
	if err := s.Apply("shorter", scenarios.Edit{Variant: "Hourly only", Path: deal.P("months"), Value: "12"}); err != nil {
		t.Fatal(err)
	}
	c := New(s, nil, nil, nil)
	if got, want := told(c, " this deal"), "95015.60 64794.80 93222.60 111396.40"; got != want {
		t.Errorf("this deal is %s, want %s", got, want)
	}
	if got, want := told(c, " a month"), "3958.98 5399.57 3884.28* 4641.52"; got != want {
		t.Errorf("a month is %s, want %s", got, want)
	}
}

// TestColumns has the pinned baseline among them once it is none of the
// variants any more.
func TestColumns(t *testing.T) {
	s, _ := begin(t, "covered-baseline")
	c := New(s, nil, nil, nil)
	edit := scenarios.Edit{Path: deal.P("instance", "m5.large", "annual"), Value: "10"}
	if err := s.Apply("to 10", edit); err != nil {
		t.Fatal(err)
	}
	if want := "as opened, base, Hourly only, One annual more, Peaks covered too"; names(c) != want {
		t.Errorf("after an edit there are %s, want %s", names(c), want)
	}
	s.PinTo("pinned", s.Priced()[0])
	if want := "base, Hourly only, One annual more, Peaks covered too"; names(c) != want {
		t.Errorf("pinned anew there are %s, want %s", names(c), want)
	}
	press(c, "right x")
	if want := "base, One annual more, Peaks covered too"; names(c) != want {
		t.Errorf("with one left out there are %s, want %s", names(c), want)
	}
	if col, _ := c.Chosen(); col.Name != "One annual more" {
		t.Errorf("the cursor is on %s", col.Name)
	}
	press(c, "x x x x")
	if names(c) != "base" {
		t.Errorf("the last column can be left out: %s", names(c))
	}
}

// TestFiles lays files beside variants, each with a name of its own.
func TestFiles(t *testing.T) {
	s, _ := begin(t, "covered-baseline")
	file := func(name string) Column { return File(open(t, name), deal.Base, s.Conventions()) }
	c := New(s, []string{"base"}, []Column{file("one-too-many"), file("overage"), file("one-too-many")}, nil)
	if want := "base, one-too-many, overage, one-too-many (2)"; names(c) != want {
		t.Errorf("there are %s, want %s", names(c), want)
	}
	if got, want := told(c, "hosts committed"), "- - 40 -"; got != want {
		t.Errorf("hosts are %s, want %s", got, want)
	}
	press(c, "right")
	if col, _ := c.Chosen(); col.Doc == nil || col.Doc.Name() != "one-too-many" {
		t.Errorf("the column is of no document: %+v", col.Name)
	}
}

// TestNoPrice has a column for what cannot be priced, without figures.
func TestNoPrice(t *testing.T) {
	s, _ := begin(t, "covered-baseline")
	priced := s.Priced()[1]
	broken := Column{Name: "broken", Priced: session.Priced{Scenario: priced.Scenario, Err: &pricing.Error{Message: "no rate"}}}
	c := New(s, []string{"base"}, []Column{broken}, nil)
	if got, want := told(c, " this deal"), "95015.60 -"; got != want {
		t.Errorf("this deal is %s, want %s", got, want)
	}
	th := look(t)
	press(c, "right")
	text := ansi.Strip(strings.Join(c.View(&th, pane.Size{W: 116, H: 37}).Lines, "\n"))
	for _, want := range []string{"no price", "There is no price to split."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func look(t *testing.T) theme.Theme {
	t.Helper()
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// TestSplit leads from the baseline to the column at the cursor, and from there
// to the cheapest.
func TestSplit(t *testing.T) {
	s, fees := begin(t, "covered-baseline")
	th := look(t)
	c := New(s, nil, nil, fees)
	for _, step := range []struct{ keys, want string }{
		{"", "From base to One annual more: what the buyer pays"},
		{"right", "From base to Hourly only: what the buyer pays"},
		{"", "▲ 36,004.80"},
		{"", "131,020.40"},
		{"right", "m5.large annual: 8 to 9  -1,793.00"},
		{"n", "what the seller keeps"},
		{"", "▲ 358.60"}, // 20 % of 1,793.00
	} {
		press(c, step.keys)
		text := ansi.Strip(strings.Join(c.View(&th, pane.Size{W: 116, H: 57}).Lines, "\n"))
		if !strings.Contains(text, step.want) {
			t.Errorf("after %q there is no %q in\n%s", step.keys, step.want, text)
		}
	}
}

// TestForTheBetter has the style of a difference say whether it is one for the
// better, whatever its direction, which the sign says.
func TestForTheBetter(t *testing.T) {
	s, _ := begin(t, "covered-baseline")
	c := New(s, nil, nil, nil)
	c.refresh()
	th, err := theme.ByName("dark")
	if err != nil {
		t.Fatal(err)
	}
	change := func(id string, column int) string {
		c.row = id
		r := pane.NewRow(&th)
		c.delta(&th, r, c.table.rows[c.line()], column, 14)
		return r.String()
	}
	hourly, nine := 1, 2
	for _, want := range []struct {
		id     string
		column int
		style  theme.Style
		text   string
	}{
		{" this deal", hourly, th.Worse, "▲ +36,004.80"},
		{" this deal", nine, th.Better, "▼ -1,793.00"},
		{" saved", hourly, th.Worse, "▼ -36,004.80"},
		{" saved", nine, th.Better, "▲ +1,793.00"},
		{" saved %", nine, th.Better, "▲ +1.37%"},
		{" saved %", hourly, th.Worse, "▼ -27.48%"},
		{"m5.large X annual", hourly, th.Text, "▼ -8"},
		{"m5.large X annual", nine, th.Text, "▲ +1"},
	} {
		if got, drawn := change(want.id, want.column), pane.NewRow(&th).Right(want.style, want.text, 14).String(); got != drawn {
			t.Errorf("%s is %q, want %q", want.id, got, drawn)
		}
	}
	if err := s.Apply("shorter", scenarios.Edit{Variant: "Hourly only", Path: deal.P("months"), Value: "12"}); err != nil {
		t.Fatal(err)
	}
	c.refresh()
	if got, drawn := change(" this deal", hourly), pane.NewRow(&th).Right(th.Text, "▼ -30,220.80", 14).String(); got != drawn {
		t.Errorf("over another time it is %q, want %q", got, drawn)
	}
}

// TestSplitForTheBetter has less to pay for the better, and less to keep for the
// worse.
func TestSplitForTheBetter(t *testing.T) {
	s, fees := begin(t, "covered-baseline")
	c := New(s, nil, nil, fees)
	th, err := theme.ByName("dark")
	if err != nil {
		t.Fatal(err)
	}
	press(c, "right right") // One annual more
	for _, want := range []struct {
		style theme.Style
		text  string
	}{{th.Better, "▼ 1,793.00"}, {th.Worse, "▼ 1,793.00"}} {
		if text := strings.Join(c.View(&th, pane.Size{W: 116, H: 57}).Lines, "\n"); !strings.Contains(text, want.style.Render(want.text)) {
			t.Errorf("%q is not in\n%s", want.style.Render(want.text), text)
		}
		press(c, "n")
	}
}

// TestCopied has figures that a sheet takes for numbers, and names the best in a
// column of its own.
func TestCopied(t *testing.T) {
	s, _ := begin(t, "covered-baseline")
	edit := scenarios.Edit{Path: deal.P("instance", "m5.xlarge", "annual"), Value: "1200"}
	if err := s.Apply("1200", edit); err != nil {
		t.Fatal(err)
	}
	s.PinTo("base", s.Priced()[0])
	c := New(s, nil, nil, nil)
	row := func(name string) string {
		for _, r := range c.Table().Rows {
			if r[0] == name {
				return strings.Join(r, "|")
			}
		}
		return "no such row"
	}
	hold := func(want map[string]string) {
		t.Helper()
		for name, cells := range want {
			if got := row(name); got != name+"|"+cells {
				t.Errorf("%s is %s, want %s", name, got, cells)
			}
		}
	}
	if got, want := strings.Join(c.Table().Head, "|"), "figure|base (pinned)|Hourly only|One annual more|Peaks covered too|best"; got != want {
		t.Errorf("the heading is %s, want %s", got, want)
	}
	hold(map[string]string{
		"m5.large together":   "30186.00|44530.00|28393.00|30186.00|One annual more",
		"m5.large X annual":   "8|0|9|8|",
		"m5.xlarge X annual":  "1200|0|1200|1200|",
		"horizon":             "24 months|24 months|24 months|24 months|",
		"c6i.xlarge X annual": "3|0|3|3|base, One annual more, Peaks covered too",
	})
	for _, line := range strings.Split(c.Table().String(), "\n") {
		if strings.ContainsAny(line, "*+") {
			t.Errorf("no sheet takes this for numbers: %s", line)
		}
	}
	press(c, "d")
	hold(map[string]string{
		"m5.large together": "0.00|14344.00|-1793.00|0.00|One annual more",
		"m5.large X annual": "0|-8|1|0|",
	})
	if text := c.Text(); !strings.Contains(text, "-1,793.00*") {
		t.Errorf("in plain text the best has no star:\n%s", text)
	}
}
