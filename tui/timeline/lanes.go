package timeline

import (
	"cmp"
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/pricing"
	"termsheet/tui/chart"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// span is a half-open time.
type span struct{ from, to calendar.Day }

// terms are the runs of the commitments of a quote, each once.
func terms(q *pricing.Quote) []span {
	var list []span
	for _, c := range q.Charges {
		if each := (span{c.Date, c.End}); !c.Kind.Metered() && !slices.Contains(list, each) {
			list = append(list, each)
		}
	}
	slices.SortFunc(list, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	return list
}

// clocks are the three lanes of a deal that run apart: when it is agreed, when
// it is used and when it is invoiced.
func clocks(s *session.Session, th *theme.Theme, q *pricing.Quote, runs []span, w int) []chart.Lane {
	return []chart.Lane{agreement(s, th, q, runs, w), use(s, th, q, runs), invoices(s, th, q, w)}
}

func agreement(s *session.Session, th *theme.Theme, q *pricing.Quote, runs []span, w int) chart.Lane {
	lane := chart.Lane{Label: "agreement", Spans: termSpans(s, th, runs, w)}
	if len(lane.Spans) == 0 {
		lane.Spans = []chart.Span{{From: int(s.Scenario().Start), To: int(q.End) - 1, Fill: chart.Dashed, Style: th.Dim, Label: "no commitment"}}
	}
	review := chart.Span{Fill: chart.Hatch, Style: th.Warn, Label: "review"}
	g := th.Glyphs
	for i := range q.Events {
		e := &q.Events[i]
		event := chart.Event{Day: int(e.Date)}
		switch e.Kind {
		case pricing.EventAccepted:
			event.Glyph, event.Style, event.Label = g.Triangle, th.Accent, "accepted"
		case pricing.EventOfferExpires:
			event.Glyph, event.Style, event.Label = g.Diamond, th.Warn, "offer expires"
		case pricing.EventLapse:
			event.Glyph, event.Style, event.Label = g.Diamond, th.Warn, "lapse"
		case pricing.EventAmendment:
			event.Glyph, event.Style, event.Label = g.Bullet, th.Accent, "amended"
		case pricing.EventTrialEnds:
			event.Glyph, event.Style, event.Label = g.Diamond, th.Warn, "trial ends"
		case pricing.EventReviewEarliest:
			review.From = int(e.Date)
			continue
		case pricing.EventReviewLatest:
			review.To = int(e.Date)
			lane.Spans = append(lane.Spans, review)
			continue
		default:
			continue
		}
		if !slices.ContainsFunc(lane.Events, func(other chart.Event) bool { return other.Day == event.Day && other.Label == event.Label }) {
			lane.Events = append(lane.Events, event)
		}
	}
	explain(s, &lane, w)
	return lane
}

// use shows the horizon: covered while a commitment runs, before and after that
// what is metered, if anything is.
func use(s *session.Session, th *theme.Theme, q *pricing.Quote, runs []span) chart.Lane {
	lane := chart.Lane{Label: "use"}
	at := q.Start
	for _, t := range runs {
		if t.to <= at || t.from >= q.End {
			continue
		}
		if t.from > at {
			lane.Spans = append(lane.Spans, uncovered(th, q, at, t.from))
		}
		from, to := max(t.from, at), min(t.to, q.End)
		if n := len(lane.Spans); n > 0 && lane.Spans[n-1].Fill == chart.Line && lane.Spans[n-1].To == int(from)-1 {
			lane.Spans[n-1].To = int(to) - 1
		} else {
			lane.Spans = append(lane.Spans, chart.Span{From: int(from), To: int(to) - 1, Fill: chart.Line, Style: th.Covered, Label: cover(s)})
		}
		at = to
	}
	if at < q.End {
		lane.Spans = append(lane.Spans, uncovered(th, q, at, q.End))
	}
	return lane
}

// cover says what use is covered by.
func cover(s *session.Session) string {
	switch scenario := s.Scenario(); {
	case scenario.Offer != nil:
		return "under the private offer"
	case scenario.Contract != nil:
		return "under contract"
	}
	return "annuals in force"
}

// uncovered is a time without a commitment: what is used is metered, unless
// nothing is or nothing is charged for it.
func uncovered(th *theme.Theme, q *pricing.Quote, from, to calendar.Day) chart.Span {
	bare := chart.Span{From: int(from), To: int(to) - 1, Fill: chart.Dashed, Style: th.Dim, Label: "no software charge"}
	if from > q.Start {
		bare.Label = "nothing more"
	}
	for _, c := range q.Charges {
		if c.Kind.Metered() && c.Kind != pricing.Infrastructure && c.Date >= from && c.Date < to {
			bare.Style, bare.Label = th.Uncovered, "metered only"
			break
		}
	}
	return bare
}

// invoices marks each day with an invoice, the large ones with their amount as
// far as that fits into a month of the lane.
func invoices(s *session.Session, th *theme.Theme, q *pricing.Quote, w int) chart.Lane {
	const month, label = 30, 24
	first, last := s.Span()
	room := max((w-label)*month/max(int(last-first), 1)-2, 5)
	lane := chart.Lane{Label: "invoices"}
	days := invoiced(q)
	most := int64(0)
	for _, day := range days {
		most = max(most, day.sum)
	}
	lane.Events = make([]chart.Event, 0, len(days))
	for _, big := range []bool{true, false} {
		for _, day := range days {
			if isBig := day.sum*4 >= most; isBig != big {
				continue
			}
			event := chart.Event{Day: int(day.date), Glyph: th.Glyphs.Ring, Style: th.Dim}
			if big {
				event.Glyph, event.Style, event.Whole = th.Glyphs.Bullet, th.Strong, true
				event.Label = pane.Dollars(amount(day.sum), min(room, 9))
			}
			lane.Events = append(lane.Events, event)
		}
	}
	return lane
}

// dayOf is what is invoiced on one day.
type dayOf struct {
	date calendar.Day
	sum  int64
}

// invoiced adds up the invoices, which are by date, of each day; those of the
// machines are another's.
func invoiced(q *pricing.Quote) []dayOf {
	days := make([]dayOf, 0, len(q.Invoices))
	for _, i := range q.Invoices {
		if i.What == pricing.ForInfrastructure {
			continue
		}
		if n := len(days); n == 0 || days[n-1].date != i.Date {
			days = append(days, dayOf{date: i.Date})
		}
		days[len(days)-1].sum += int64(i.Amount)
	}
	return days
}

// The ranks of a price among those to show.
const (
	own   = iota // changes, and is worked on
	still        // does not, but is worked on
	other        // changes
	hidden
)

// priced tells whether a lane has any price to show: an annual or a contract
// that is not bought has none.
func priced(l *pricing.Lane) bool {
	if !l.Kind.Metered() && len(l.Yours) == 0 {
		return false
	}
	has := func(s pricing.LaneStep) bool { return s.Rate.Set }
	return slices.ContainsFunc(l.New, has) || slices.ContainsFunc(l.Yours, has)
}

// chosen are the prices to show: those of the key worked on, then others that
// change, at most so many.
func chosen(lanes []pricing.Lane, key string, most int) []pricing.Lane {
	metered := false
	for i := range lanes {
		l := &lanes[i]
		metered = metered || l.Key == key && l.Kind.Metered() && priced(l)
	}
	rank := func(l *pricing.Lane) int {
		switch {
		case !priced(l):
			return hidden
		case l.Key == key && l.Changes():
			return own
		case l.Changes():
			return other
		case l.Key == key && l.Kind.Metered() == metered:
			return still
		}
		return hidden
	}
	ranks := make([]int, len(lanes))
	for i := range lanes {
		ranks[i] = rank(&lanes[i])
	}
	most = max(most, 1)
	if !slices.Contains(ranks, own) && slices.Contains(ranks, still) {
		most = 1
	}
	list := make([]pricing.Lane, 0, min(most, len(lanes)))
	for want := range hidden {
		for i := range lanes {
			if ranks[i] == want && len(list) < most {
				list = append(list, lanes[i])
			}
		}
	}
	return list
}

// prices are two lanes for each chosen rate: a customer that accepts on the
// day, and this one.
func prices(th *theme.Theme, lanes []pricing.Lane, single bool, c pricing.Conventions) []chart.Lane {
	var out []chart.Lane
	for _, l := range lanes {
		name := l.Key + " " + l.Kind.String()
		fresh := chart.Lane{Label: "new: " + name, Style: th.Text, Levels: levels(l.New)}
		yours := chart.Lane{Label: "yours: " + name, Style: th.Accent, Levels: levels(l.Yours)}
		if ends := l.Lapses(); ends != 0 {
			yours.Levels[len(yours.Levels)-1].Text = "" // the line ends
			yours.Events = append(yours.Events, chart.Event{Day: int(ends), Glyph: th.Glyphs.Diamond, Style: th.Warn, Label: "lapsed"})
		}
		if single {
			fresh.Label, yours.Label = "new price", "your price"
		}
		for _, step := range l.New {
			if step.Announced != 0 {
				fresh.Events = append(fresh.Events, chart.Event{Day: int(step.From), Glyph: th.Glyphs.Triangle, Style: th.Warn})
			}
		}
		for _, step := range l.Yours {
			yours.Spans = append(yours.Spans, notice(th, l.Kind, step, c)...)
		}
		if len(l.Yours) == 0 || same(l) { // nothing of it is bought, or all pay alike
			fresh.Label = "list: " + name
			if single {
				fresh.Label = "price"
			}
			out = append(out, fresh)
			continue
		}
		out = append(out, fresh, yours)
	}
	return out
}

// notice is the time between the announcement of a price and its effect on this
// buyer: hatched as long as notice has to be given, and then a wait for the day,
// which for what is bought upfront is that of the renewal.
func notice(th *theme.Theme, kind pricing.Kind, step pricing.LaneStep, c pricing.Conventions) []chart.Span {
	if step.Announced == 0 || step.From <= step.Announced {
		return nil
	}
	days, until := c.NoticeDays, ""
	switch kind {
	case pricing.Annual:
		days, until = c.CutoffDays, "until renewal"
	case pricing.Contract:
		until = "until renewal"
	}
	over := min(step.Announced+calendar.Day(days), step.From)
	list := []chart.Span{{From: int(step.Announced), To: int(over) - 1, Fill: chart.Hatch, Style: th.Warn, Label: "notice"}}
	if over < step.From {
		list = append(list, chart.Span{From: int(over), To: int(step.From) - 1, Fill: chart.Wait, Style: th.Dim, Label: until})
	}
	return list
}

// same tells whether this buyer pays what new customers pay, all the time.
func same(l pricing.Lane) bool {
	return len(l.New) == 1 && len(l.Yours) == 1 && l.New[0].Rate.Value.Equal(l.Yours[0].Rate.Value)
}

func levels(steps []pricing.LaneStep) []chart.Level {
	var out []chart.Level
	for _, s := range steps {
		text := "no rate"
		if s.Rate.Set {
			text = rate(s.Rate)
		}
		out = append(out, chart.Level{Day: max(int(s.From), -1<<20), Text: text})
	}
	return out
}
