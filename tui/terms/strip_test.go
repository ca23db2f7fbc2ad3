package terms

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"termsheet/model/calendar"
	"termsheet/tui/pane"
	"termsheet/tui/session/begun"
	"termsheet/tui/theme"
)

func on(t *testing.T, name string) pane.Context {
	t.Helper()
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	return pane.Context{Session: begun.On(t, name), Theme: &th}
}

// TestByMonth has the use of each billing month as it is charged.
func TestByMonth(t *testing.T) {
	s := on(t, "overage").Session
	for _, d := range InDeal(s) {
		months := byMonth(s, d)
		if len(months) != 12 {
			t.Fatalf("%s has %d months", d.Key, len(months))
		}
		for _, c := range s.Quote().Charges {
			if c.Key == d.Key && c.Kind.Metered() && !months[c.Basis.Month].Round(6).Equal(c.Basis.Need.Round(6)) {
				t.Errorf("%s in month %d is %s, and %s is charged", d.Key, c.Basis.Month, months[c.Basis.Month], c.Basis.Need)
			}
		}
	}
}

// TestStrip is drawn where use changes, against what is covered on the day.
func TestStrip(t *testing.T) {
	ctx := on(t, "overage")
	hosts := InDeal(ctx.Session)[0]
	text := func(room int) string { return ansi.Strip(strings.Join(strip(ctx, hosts, 60, room), "\n")) }
	if got := text(8); !strings.HasPrefix(got, "hosts by month: 38 to 58.5 in use, 40 covered") || !strings.Contains(got, "▲") {
		t.Errorf("the strip is\n%s", got)
	}
	if got := text(3); got != "" {
		t.Errorf("in three lines it is\n%s", got)
	}
	lapsed := on(t, "overage")
	lapsed.Session.MoveTo(calendar.Date(2028, 1, 1))
	if got := coveredOn(lapsed.Session, hosts, lapsed.Session.Day()); !got.IsZero() {
		t.Errorf("after the term %s are covered", got)
	}
	still := on(t, "month-to-month") // used as committed
	if got := strip(still, InDeal(still.Session)[0], 60, 8); got != nil {
		t.Errorf("of use that stays there is a picture: %q", got)
	}
}

// TestRatesWords names the rate of the deal first, and as many others as have
// room.
func TestRatesWords(t *testing.T) {
	ctx := on(t, "overage")
	hosts := InDeal(ctx.Session)[0]
	for _, c := range []struct {
		w, room int
		want    string
	}{
		{200, 1, "0.03 a host-hour, 180 for 12 months, 18 for a month, 336 for 24 months, 468 for 36 months."},
		{64, 1, "0.03 a host-hour, 180 for 12 months and more."},
		{20, 1, "0.03 a host-hour."},
	} {
		if got := ratesWords(ctx, hosts, c.w, c.room); got != c.want {
			t.Errorf("in %d lines of %d cells: %q, want %q", c.room, c.w, got, c.want)
		}
	}
}
