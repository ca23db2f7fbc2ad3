package cumulative

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"termsheet/model/calendar"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/session/begun"
	"termsheet/tui/theme"
)

// TestPictures goes through them on one key, and to one by the beginning of its
// name.
func TestPictures(t *testing.T) {
	var p Pane
	var seen []string
	for range 4 {
		seen = append(seen, p.Next(1))
	}
	if got := strings.Join(seen, " "); got != "invoices prices cumulative invoices" || p.Next(-1) != "cumulative" {
		t.Errorf("one key goes through %s", got)
	}
	if !p.Show("pri") || p.Next(1) != "cumulative" || p.Show("nothing") || p.Show("") {
		t.Error("a picture is not found by its name, or found without")
	}
}

// TestCohorts draws this buyer and new customers apart where they pay another
// price at any time.
func TestCohorts(t *testing.T) {
	lines := func(list []chart.Series) string {
		var parts []string
		for _, each := range list {
			text := each.Name
			for _, p := range each.Points {
				text += fmt.Sprintf(" %d", p.Value)
			}
			if each.End != 0 {
				text += " to " + calendar.Day(each.End).String()
			}
			parts = append(parts, text)
		}
		return strings.Join(parts, ", ")
	}
	for _, c := range []struct{ scenario, key, want string }{
		{"covered-baseline", "m5.large", "hourly: this buyer, existing 24 26, new customers 24 26; annual: this buyer, renewing 1260 1400, new customers 1260 1400"},
		{"covered-baseline", "c6i.xlarge", "hourly: everybody 48; annual: everybody 2500"},
		{"covered-baseline", "m5.xlarge", "hourly: this buyer, existing 44 48, new customers 44 48"}, // no annual is bought
		{"late-for-renewal", "m5.large", "hourly: everybody 24; annual: this buyer, renewing 1260, new customers 1260 1400"},
		{"lapse", "m5.large", "hourly: everybody 24; annual: this buyer, until it lapses 1260 to 2028-01-01, new customers 1260"},
		{"overage", "hosts", "usage: everybody 3; contract: everybody 180"},
		{"overage", "gone", "usage: everybody 3; contract: everybody 180"}, // the first that has a price
	} {
		var got []string
		for _, l := range priced(begun.On(t, c.scenario).Lanes(), c.key) {
			got = append(got, l.Kind.String()+": "+lines(cohorts(l, scale(l))))
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%s %s:\n got %s\nwant %s", c.scenario, c.key, text, c.want)
		}
	}
}

// TestPrices shows the metered rate, and the annual below it where there is
// room.
func TestPrices(t *testing.T) {
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	ctx := pane.Context{Session: begun.On(t, "covered-baseline"), Theme: &th, Key: "m5.large"}
	for _, c := range []struct {
		h          int
		has, lacks string
	}{
		{30, "m5.large annual", "there is no price"},
		{8, "2027-07-01", "m5.large annual"},
		{3, "0.26", "existing"}, // named in the frame instead
	} {
		box := new(Pane).prices(ctx, pane.Size{W: 52, H: c.h})
		text := ansi.Strip(strings.Join(box.Lines, "\n"))
		if len(box.Lines) > c.h || !strings.Contains(text, c.has) || strings.Contains(text, c.lacks) {
			t.Errorf("in %d lines there should be %q and no %q:\n%s", c.h, c.has, c.lacks, text)
		}
	}
	if box := new(Pane).prices(ctx, pane.Size{W: 33, H: 3}); !strings.Contains(ansi.Strip(box.Right), "● buyer  ○ new") {
		t.Errorf("the frame says %q", box.Right)
	}
	free := pane.Context{Session: begun.On(t, "free-software"), Theme: &th}
	if box := new(Pane).prices(free, pane.Size{W: 52, H: 8}); len(box.Lines) == 0 {
		t.Error("without a price nothing is said")
	}
}

// TestInvoices sums them by month, from the first on, and tells that of the day.
func TestInvoices(t *testing.T) {
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	s := begun.On(t, "prepaid-installments")
	ctx := pane.Context{Session: s, Theme: &th}
	box := new(Pane).monthly(ctx, pane.Size{W: 60, H: 10})
	table := invoiceTable(s, "")
	if got, want := box.Right, s.Day().Month()+"  "+table.Figure; strings.ReplaceAll(got, ",", "") != want {
		t.Errorf("the frame says %q, the table %q", got, want)
	}
	if table.Rows[0][0] != s.Quote().Invoices[0].Date.Month() {
		t.Errorf("the first month is %s", table.Rows[0][0])
	}
}

// TestLeftOut says how many lines a chart has no colours for.
func TestLeftOut(t *testing.T) {
	text := "product = \"northwind-ngfw\"\nstart = 2027-01-01\n[instance.\"m5.large\"]\nannual = 0\nrunning = 9\n"
	for x := range 8 {
		text += fmt.Sprintf("[variant.\"V%d\".instance.\"m5.large\"]\nannual = %d\n", x+1, x+1)
	}
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	var p Pane
	box := p.View(pane.Context{Session: begun.In(t, text), Theme: &th}, pane.Size{W: 76, H: 20})
	if !strings.Contains(box.Right, "3 more not drawn") {
		t.Errorf("of 9 lines 6 are drawn, and the frame says %q", box.Right)
	}
}
