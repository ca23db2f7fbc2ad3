package timeline

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/pricing"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// kinds says in words what an event is.
var kinds = map[string]string{
	pricing.EventAccepted:       "the buyer accepts",
	pricing.EventStart:          "use begins",
	pricing.EventEnd:            "the horizon ends",
	pricing.EventPriceAnnounced: "price announced",
	pricing.EventPriceEffective: "new price in effect",
	pricing.EventFreezeEnds:     "instance types can change again",
	pricing.EventLapse:          "lapse",
	pricing.EventRenewal:        "renewal",
	pricing.EventRenewalCutoff:  "renewal price cutoff",
	pricing.EventRenewalNotice:  "renewal notice",
	pricing.EventTrialEnds:      "free trial ends",
	pricing.EventAmendment:      "amendment",
	pricing.EventInvoice:        "invoice",
	pricing.EventOfferExpires:   "offer expires",
	pricing.EventRefundUntil:    "refund window ends",
	pricing.EventPaidOptionDue:  "paid option due",
	pricing.EventReviewEarliest: "review of the model change, earliest",
	pricing.EventReviewLatest:   "review of the model change, latest",
}

// words says what holds on the day of the cursor, in so many lines: where in
// the deal it lies, what happens, what the prices are and what comes next.
func words(ctx pane.Context, q *pricing.Quote, runs []span, rates []pricing.Lane, w, room int) []string {
	if room <= 0 {
		return nil
	}
	s, th := ctx.Session, ctx.Theme
	happens := onDay(q, s.Day())
	first := s.Day().String() + "  " + phase(s, q, runs)
	if p := priceWords(rates, s.Day()); p != "" {
		first += "; " + p
	}
	if room == 1 {
		if happens != "" {
			first = s.Day().String() + "  " + happens
		}
		return []string{th.Cursor.Render(th.Fit(th.Clean(first), w))}
	}
	out := []string{th.Cursor.Render(th.Fit(th.Clean(first), w))}
	if happens == "" {
		happens = "nothing happens on this day"
	}
	for _, line := range pane.Wrap(th.Clean(happens), w) {
		if len(out) < room-1 || room == 2 && len(out) < room {
			out = append(out, th.Text.Render(th.Fit(line, w)))
		}
	}
	if next := comingUp(s, q); next != "" && len(out) < room {
		out = append(out, th.Dim.Render(th.Fit(th.Clean(next), w)))
	}
	return out
}

// phase says where in the deal a day lies.
func phase(s *session.Session, q *pricing.Quote, runs []span) string {
	day := s.Day()
	switch {
	case day < s.Scenario().Accepted:
		return "before acceptance"
	case day < q.Start:
		return fmt.Sprintf("agreed, use begins in %s", days(int(q.Start-day)))
	case day >= q.End:
		return "after the horizon"
	}
	months, _ := calendar.MonthsBetween(q.Start, q.End)
	at, _ := calendar.MonthsBetween(q.Start, day)
	text := "month " + strconv.Itoa(at+1) + " of " + strconv.Itoa(max(months, 1))
	for _, t := range runs {
		if t.from <= day && day < t.to {
			return text + ", term ends in " + days(int(t.to-day))
		}
	}
	return text + ", nothing committed"
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return pane.Quantity(decimal.NewFromInt(int64(n))) + " days"
}

// priceWords says what the shown rates are on a day.
func priceWords(rates []pricing.Lane, day calendar.Day) string {
	var parts []string
	for _, l := range rates {
		fresh, ok := at(l.New, day)
		if !ok {
			continue
		}
		text := l.Key + " " + l.Kind.String() + " " + fresh
		if ends := l.Lapses(); ends != 0 && ends <= day {
			text = fmt.Sprintf("%s %s lapsed, new customers %s", l.Key, l.Kind, fresh)
		} else if yours, ok := at(l.Yours, day); ok && yours != fresh {
			text = fmt.Sprintf("%s %s %s, new customers %s", l.Key, l.Kind, yours, fresh)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

func at(steps []pricing.LaneStep, day calendar.Day) (string, bool) {
	text := ""
	for i, s := range steps {
		if i == 0 || s.From <= day {
			text = rate(s.Rate)
		}
	}
	return text, text != ""
}

// group is events of one kind on one day.
type group struct {
	kind, detail string
	keys         []string
	routine      bool // it comes every month
}

// onDay says what happens on a day, the keys of one kind together, what comes
// every month last.
func onDay(q *pricing.Quote, day calendar.Day) string {
	var groups []group
	for i := range q.Events {
		e := &q.Events[i]
		if e.Date != day {
			continue
		}
		if n := len(groups); n > 0 && groups[n-1].kind == e.Kind && e.Kind != pricing.EventInvoice {
			groups[n-1].keys = append(groups[n-1].keys, e.Key)
			continue
		}
		g := group{kind: e.Kind, detail: e.Detail, routine: e.Routine()}
		if e.Key != "" {
			g.keys = []string{e.Key}
		}
		groups = append(groups, g)
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		switch {
		case a.routine == b.routine:
			return 0
		case b.routine:
			return -1
		}
		return 1
	})
	var parts []string
	for _, g := range groups {
		text := kinds[g.kind]
		switch {
		case g.kind == pricing.EventInvoice && len(g.keys) == 1:
			text = g.keys[0] + " invoice " + g.detail
		case len(g.keys) == 1:
			text += " " + g.keys[0] + ": " + g.detail
		case len(g.keys) > 1:
			text += fmt.Sprintf(" %s: %s, and %d more", g.keys[0], g.detail, len(g.keys)-1)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

func comingUp(s *session.Session, q *pricing.Quote) string {
	next := s.NextEvent(1)
	if next == s.Day() {
		return ""
	}
	return "next, in " + days(int(next-s.Day())) + ": " + next.String() + "  " + onDay(q, next)
}

// Told says in plain text what holds on the day of the cursor: where in the
// deal it lies and what happens.
func Told(s *session.Session) string {
	q := s.Quote()
	if q == nil {
		return s.Day().String()
	}
	happens := onDay(q, s.Day())
	if happens == "" {
		happens = "nothing happens on this day"
	}
	text := s.Day().String() + ": " + phase(s, q, terms(q)) + "; " + happens
	if next := comingUp(s, q); next != "" {
		text += "; " + next
	}
	return text
}
