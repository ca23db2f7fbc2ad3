package book

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/whatif/internal/draw"
)

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func rate(s string) listing.Rate { return listing.Of(d(s)) }

// rise is a firewall at 0.24 an hour and 1,260 a year, with hosts at 0.10 an
// hour, that becomes dearer: 0.26, 1,400 and 0.12 announced on 16 March 2026.
func rise() *deal.Scenario {
	p := &listing.Product{ID: "firewall", Delivery: listing.AMI,
		Instances: []listing.Instance{{Type: "m5.large", InstanceRates: listing.InstanceRates{Hourly: rate("0.24"), Annual: rate("1260"), Infrastructure: rate("0.096")}}},
		Dimensions: []listing.Dimension{{Key: "hosts", Per: listing.PerHour,
			DimensionRates: listing.DimensionRates{Usage: rate("0.10"), Contract: []listing.TermRate{{Months: 12, Rate: d("500")}}}}}}
	change := deal.PriceChange{Announced: calendar.Date(2026, 3, 16), Rates: listing.Rates{
		Instances:  []listing.Instance{{Type: "m5.large", InstanceRates: listing.InstanceRates{Hourly: rate("0.26"), Annual: rate("1400")}}},
		Dimensions: []listing.DimensionEntry{{Key: "hosts", DimensionRates: listing.DimensionRates{Usage: rate("0.12")}}}}}
	return &deal.Scenario{Product: p, Changes: []deal.PriceChange{change}}
}

func bookOf(t testing.TB, window int) *Book {
	t.Helper()
	b, err := New(rise(), draw.Readings(), window)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

const header = "account,accepted,start,months,renew,key,annual,running,commit,level\n"

// TestRun works a small book out by hand. The window is March 2026 to February
// 2027; the new hourly rates hold for existing customers from 1 July.
//
//	acme  2 of 10 uncovered: 1,460 h a month, 0.02 more from July on; its 8
//	      annuals renew on 1 May, before the 90 days are over, at 1,260
//	late  bought on 1 July 2025: renews on 1 July 2026, 107 days after the
//	      announcement, at 1,400
//	zeta  12 hosts over 40: 8,760 a month, 0.02 more from July to November,
//	      then all 52, as the contract ends on 20 November
//	new   accepted on the day of the announcement: pays 0.26 at once
func TestRun(t *testing.T) {
	rows := header +
		"acme,2025-05-01,2025-05-01,12,auto,m5.large,8,10,,\n" +
		"late,2025-07-01,2025-07-01,12,auto,m5.large,1,1,,\r\n" +
		"\n" +
		"zeta,2025-11-20,2025-11-20,12,none,hosts,,,40,52\n" +
		"new,2026-03-16,2026-04-01,,,m5.large,,1,,\n" +
		"gone,2027-03-01,,,,m5.large,,1,,"
	rows = strings.Replace(rows, "gone,2027-03-01,,", "gone,2027-03-01,2027-03-01,", 1)
	got, err := bookOf(t, 12).Run(context.Background(), strings.NewReader(rows), Options{})
	if err != nil {
		t.Fatal(err)
	}
	// zeta: 4.67 months of 12 hosts and 3.33 of 52 from July; 175.20 a month and
	// in November 12 x 730 x 19/30 x 0.02 = 110.96 and 52 x 730 x 11/30 x 0.02 = 278.37
	want := "acme 233.60 2026-07 late 140.00 2026-07 zeta 3367.73 2026-07 new 160.60 2026-04"
	var lines []string
	for _, name := range []string{"acme", "late", "zeta", "new"} {
		for _, a := range got.Worst {
			if a.Name == name {
				lines = append(lines, fmt.Sprintf("%s %s %s", a.Name, a.Delta, a.First.Month()))
			}
		}
	}
	if strings.Join(lines, " ") != want {
		t.Errorf("got %s\nwant %s", strings.Join(lines, " "), want)
	}
	if got.Agreements != 5 || got.Accounts != 5 || got.Affected != 4 || got.P50.String() != "160.60" || got.P95.String() != "3367.73" {
		t.Errorf("%+v", got)
	}
	if got.After-got.Before != got.Worst[0].Delta+got.Worst[1].Delta+got.Worst[2].Delta+got.Worst[3].Delta || len(got.Months) != 12 {
		t.Errorf("before %s, after %s, %d months", got.Before, got.After, len(got.Months))
	}
	if got.Worst[0].Name != "zeta" || got.Worst[3].Name != "late" {
		t.Errorf("worst are %v", got.Worst)
	}
	// May: acme's renewal and hours, late's nothing, zeta, new
	if m := got.Months[2]; m.First.Month() != "2026-05" || m.Before.String() != "11481.60" || m.After.String() != "11496.20" {
		t.Errorf("May is %s to %s", m.Before, m.After)
	}
	for i, want := range map[int]int{0: 0, 1: 1, 2: 0, 4: 3, 5: 0} { // new in April, the others in July
		if n := got.Months[i].Affected; n != want {
			t.Errorf("%d accounts are affected from %s on, want %d", n, got.Months[i].First.Month(), want)
		}
	}
}

func TestBadRows(t *testing.T) {
	good := "a,2026-01-01,2026-01-01,12,auto,m5.large,8,10,,\n"
	for _, c := range []struct {
		row, why string
		column   int
	}{
		{"a,2026-01-01,2026-01-01,12,auto,m5.huge,8,10,,", "no instance type", 33},
		{"a,2026-13-01,2026-01-01,12,auto,m5.large,8,10,,", "accepted", 3},
		{"a,2026-01-01,2026-02-29,12,auto,m5.large,8,10,,", "start", 14},
		{"a,2026-01-01,,12,auto,m5.large,8,10,,", "start", 14},
		{"a,2026-01-01,2026-01-01,24,auto,m5.large,8,10,,", "annual is for 12", 25},
		{"a,2026-01-01,2026-01-01,x,auto,m5.large,8,10,,", "months", 25},
		{"a,2026-01-01,2026-01-01,12,yes,m5.large,8,10,,", "renew", 28},
		{"a,2026-01-01,2026-01-01,12,auto,m5.large,-8,10,,", "annual", 42},
		{"a,2026-01-01,2026-01-01,12,auto,m5.large,8,1e3,,", "running", 44},
		{"a,2026-01-01,2026-01-01,12,auto,m5.large,8,10,4,", "commit", 47},
		{"a,2026-01-01,2026-01-01,12,auto,hosts,8,,4,", "annual", 39},
		{"a,2026-01-01,2026-01-01,24,auto,hosts,,,4,", "no contract rate", 25},
		{"a,2026-01-01,2026-01-01,,auto,hosts,,,4,", "no contract rate", 25},
		{",2026-01-01,2026-01-01,12,auto,m5.large,8,10,,", "account", 1},
		{"a,2026-01-01,2026-01-01,12,auto,m5.large,8,10,", "columns", 0},
		{"a,2026-01-01,2026-01-01,12,auto,m5.large,8,10,,,", "columns", 0},
		{`"a,2026-01-01,2026-01-01,12,auto,m5.large,8,10,,`, "quote", 0},
		{"a,2026-01-01,2026-01-01,12,auto,m5.large,8,999999999999999999999999,,", "too large", 0},
		{"a,2026-01-02,2026-01-01,12,auto,m5.large,8,10,,", "use starts on 2026-01-01, before the buyer accepts on 2026-01-02", 14},
		{"Müller,2026-01-01,2026-01-01,12,auto,m5.huge,8,10,,", "no instance type", 38},
		{`"Müller, Inc.",2026-01-01,2026-01-01,12,auto,m5.huge,8,10,,`, "no instance type", 46},
	} {
		row, why := c.row, c.why
		text := header + good + row + "\n" + good
		_, err := bookOf(t, 12).Run(context.Background(), strings.NewReader(text), Options{})
		var bad *BadRow
		if !errors.As(err, &bad) || bad.Line != 3 || bad.Column != c.column || !strings.Contains(bad.Message, why) {
			t.Errorf("%s: got %+v (%v), want line 3 at %d and %q", row, bad, err, c.column, why)
		}
		got, err := bookOf(t, 12).Run(context.Background(), strings.NewReader(text), Options{SkipBadRows: true})
		if err != nil || got.Agreements != 2 || got.Skipped != 1 || len(got.Bad) != 1 || got.Bad[0].Line != 3 {
			t.Errorf("%s: skipped, got %+v (%v)", row, got, err)
		}
	}
}

// TestBadRowsOfManyBlocks wants bad rows by their lines, in order, however many
// blocks are priced at once, also where the disk ends the run behind them.
func TestBadRowsOfManyBlocks(t *testing.T) {
	const good = "a,2026-01-01,2026-01-01,12,auto,m5.large,8,10,,\n"
	text := header + strings.Repeat(good, 9000) + "x\n\n" + strings.Repeat(good, 20000) + "y\n" + strings.Repeat(good, 9000) + "z"
	want := []int{9002, 29004, 38005}
	broken := io.MultiReader(strings.NewReader(text), iotest.ErrReader(errors.New("the disk is gone")))
	_, err := bookOf(t, 12).Run(context.Background(), broken, Options{})
	var bad BadRows
	if !errors.As(err, &bad) || bad.Error() != "line 9002: the row does not have 10 columns; also line 29004" { // the last one does not come to its end
		t.Errorf("got %v, want the first two of the lines %d", err, want)
	}
	got, err := bookOf(t, 12).Run(context.Background(), strings.NewReader(text), Options{SkipBadRows: true})
	if err != nil || got.Agreements != 38000 || got.Skipped != len(want) || len(got.Bad) != len(want) {
		t.Fatalf("got %+v (%v)", got, err)
	}
	for i, line := range want {
		if got.Bad[i].Line != line {
			t.Errorf("bad row %d is in line %d, want %d", i, got.Bad[i].Line, line)
		}
	}
}

// TestBadRowsAreMany tells the first of many bad rows, and looks for no more.
func TestBadRowsAreMany(t *testing.T) {
	text := header + strings.Repeat("x\n", 30000)
	_, err := bookOf(t, 12).Run(context.Background(), io.MultiReader(strings.NewReader(text), endless{}), Options{})
	var bad BadRows
	if !errors.As(err, &bad) || len(bad) != MostTold || bad[MostTold-1].Line != MostTold+1 {
		t.Errorf("got %v", err)
	}
	for n, want := range map[int]string{1: "line 2: no", 2: "line 2: no; also line 3", 4: "line 2: no; also lines 3, 4 and 5"} {
		rows := make(BadRows, n)
		for i := range rows {
			rows[i] = &BadRow{Line: i + 2, Message: "no"}
		}
		if got := rows.Error(); got != want {
			t.Errorf("%d rows: %q, want %q", n, got, want)
		}
	}
}

// endless is a book without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '\n'
	}
	return len(p), nil
}

func TestHeader(t *testing.T) {
	for text, why := range map[string]string{
		"":                            "no column account",
		"account,start\n":             "no column accepted",
		header[:len(header)-1] + ",x": "more columns",
	} {
		if _, err := bookOf(t, 12).Run(context.Background(), strings.NewReader(text), Options{}); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%q: got %v, want %q", text, err, why)
		}
	}
	turned := "\xef\xbb\xbflevel,commit,running,annual,key,renew,months,start,accepted,account\r\n,,10,8,m5.large,auto,12,2026-01-01,2026-01-01,\"Acme, Inc.\"\r\n"
	got, err := bookOf(t, 12).Run(context.Background(), strings.NewReader(turned), Options{})
	if err != nil || len(got.Worst) != 1 || got.Worst[0].Name != "Acme, Inc." {
		t.Errorf("%+v (%v)", got, err)
	}
}

func TestNothingToLay(t *testing.T) {
	s := rise()
	s.Changes = nil
	if _, err := New(s, draw.Readings(), 12); !errors.Is(err, ErrNoChange) {
		t.Errorf("no price change: %v", err)
	}
	for _, months := range []int{0, -1, Longest + 1} {
		if _, err := New(rise(), draw.Readings(), months); err == nil {
			t.Errorf("a window of %d months is taken", months)
		}
	}
}

func TestCalledOff(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	rows, told := 0, 0
	o := Options{Progress: func(n int, bytes int64) {
		rows, told = n, told+1
		cancel()
	}}
	in := io.MultiReader(strings.NewReader(header), strings.NewReader(strings.Repeat("a,2026-01-01,2026-01-01,12,auto,m5.large,8,10,,\n", 20000)))
	_, err := bookOf(t, 12).Run(ctx, in, o)
	if !errors.Is(err, context.Canceled) || rows == 0 || rows == 20000 || told != 1 {
		t.Errorf("called off at %d rows, told %d times: %v", rows, told, err)
	}
	broken := iotest.ErrReader(errors.New("the disk is gone"))
	if _, err := bookOf(t, 12).Run(context.Background(), broken, Options{}); err == nil || !strings.Contains(err.Error(), "the disk is gone") {
		t.Errorf("got %v", err)
	}
}

// TestAnyBlocks reads a book of many accounts, each with several rows, in any
// pieces, and holds the summary against plain sums.
func TestAnyBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, err := New(rise(), draw.Readings(), 12)
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		text.WriteString(header)
		sums, total := map[string]money.Amount{}, money.Amount(0)
		accounts := rapid.IntRange(1, 9000).Draw(t, "accounts")
		for n := range rapid.IntRange(0, 12000).Draw(t, "rows") {
			name := fmt.Sprintf("account-%d", n*7919%accounts)
			fmt.Fprintf(&text, "%s,2026-01-01,2026-01-01,12,auto,m5.large,,%d,,\n", name, n%17)
			rise := money.Amount(n%17) * 8 * 1460 // 730 h x 0.02, July to February
			sums[name], total = sums[name]+rise, total+rise
		}
		var in io.Reader = strings.NewReader(text.String())
		if rapid.Bool().Draw(t, "half reads") {
			in = iotest.HalfReader(in)
		}
		got, err := b.Run(context.Background(), in, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var deltas []money.Amount
		var names []string
		for name, sum := range sums {
			deltas, names = append(deltas, sum), append(names, name)
		}
		slices.Sort(deltas)
		slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(sums[b], sums[a]), strings.Compare(a, b)) })
		names = slices.DeleteFunc(names, func(n string) bool { return sums[n] == 0 })
		if got.After-got.Before != total || got.Accounts != len(deltas) || got.Affected != len(names) {
			t.Fatalf("%d accounts, %d affected, by %s; want %d, %d, %s", got.Accounts, got.Affected, got.After-got.Before, len(deltas), len(names), total)
		}
		if n := len(deltas); n > 0 && (got.P50 != deltas[(n+1)/2-1] || got.P95 != deltas[(n*19+19)/20-1]) {
			t.Fatalf("p50 is %s, p95 %s", got.P50, got.P95)
		}
		for i, a := range got.Worst {
			if a.Name != names[i] || a.Delta != sums[names[i]] {
				t.Fatalf("worst %d is %s by %s, want %s by %s", i, a.Name, a.Delta, names[i], sums[names[i]])
			}
		}
		if len(got.Worst) != min(10, len(names)) {
			t.Fatalf("%d worst of %d", len(got.Worst), len(names))
		}
	})
}

func TestLongLine(t *testing.T) {
	text := header + strings.Repeat("x", 400<<10) + "\n"
	if _, err := bookOf(t, 12).Run(context.Background(), strings.NewReader(text), Options{}); err == nil {
		t.Error("a line of 400 KiB is read")
	}
}
