package explain

import (
	"fmt"
	"slices"
	"strings"

	"termsheet/model/calendar"
	"termsheet/model/pricing"
	"termsheet/tui/pane"
)

// Day explains a day: what happens on it, and the charges for a time that it
// lies in.
func (s Source) Day(day calendar.Day) (*Page, error) {
	p := &Page{title: "Where it comes from", value: day.String(), what: "what happens on this day, and what is paid for it"}
	for i, e := range s.Quote.Events {
		if e.Date == day {
			p.items = append(p.items, s.event(todaySection, i))
		}
	}
	for i, c := range s.Quote.Charges {
		if c.Date <= day && day < c.End {
			p.items = append(p.items, s.charge(forceSection, nameOf(c), i))
		}
	}
	if len(p.items) == 0 {
		p.formula = "nothing happens, and nothing is charged"
	}
	return p, nil
}

// event is a line of a page that opens an event; that of an invoice opens the
// invoice.
func (s Source) event(section string, i int) item {
	e := s.Quote.Events[i]
	path := fmt.Sprintf("events.%d", i)
	if n := s.invoiceOf(e); n >= 0 {
		path = fmt.Sprintf("invoices.%d", n)
	}
	return item{section: section, label: strings.TrimSpace(strings.ReplaceAll(e.Kind, "_", " ") + " " + e.Key), value: e.Detail,
		open: func() (*Page, error) { return s.Figure(path) }}
}

func (s Source) invoiceOf(e pricing.Event) int {
	return slices.IndexFunc(s.Quote.Invoices, func(v pricing.Invoice) bool {
		return e.Kind == pricing.EventInvoice && v.Date == e.Date && v.What == e.Key
	})
}

// terms says of each of the deal's own terms what it is, which events follow
// from it and which rules speak of it.
var terms = map[string]struct {
	what   string
	events []string
	rules  []string
	offers []string // in place of those, under a private offer
}{
	pane.FieldStart:    {"the day use begins", []string{pricing.EventStart}, []string{"FDA-1", "FDA-2"}, nil},
	pane.FieldAccepted: {"the day the buyer accepts", []string{pricing.EventAccepted, pricing.EventOfferExpires, pricing.EventRefundUntil}, []string{"FDA-1"}, []string{"FDA-1", "PRV-5"}},
	pane.FieldTerm:     {"how long the commitment runs", []string{pricing.EventEnd, pricing.EventLapse, pricing.EventRenewal}, []string{"CON-1", "CON-4"}, []string{"PRV-3", "CON-2", "ANN-11"}},
	pane.FieldHorizon:  {"how far the figures look", []string{pricing.EventEnd}, nil, nil},
	pane.FieldRenew: {"what happens when a term ends inside the horizon",
		[]string{pricing.EventLapse, pricing.EventRenewal, pricing.EventRenewalCutoff, pricing.EventRenewalNotice}, []string{"ANN-9", "REN-1"}, []string{"PRV-9", "REN-3"}},
	pane.FieldDiscount: {"what a private offer takes off every list rate that it does not name", nil, []string{"PRV-1"}, nil},
	pane.FieldHours:    {"the hours of a month that metered use is charged for", nil, []string{"HRL-4"}, nil},
	pane.FieldTrial:    {"whether the buyer takes the free trial", []string{pricing.EventTrialEnds}, []string{"TRL-1", "TRL-3", "TRL-4"}, nil},
}

// Term explains one of the deal's own terms, on public terms or under a private
// offer; at says where it is written.
func (s Source) Term(field, value, at string, private bool) (*Page, error) {
	t := terms[field]
	cited := t.rules
	if private && len(t.offers) > 0 {
		cited = t.offers
	}
	p := &Page{title: "Where it comes from", value: value, what: t.what, formula: at}
	for i, e := range s.Quote.Events {
		if slices.Contains(t.events, e.Kind) {
			it := s.event(followsSection, i)
			it.label = e.Date.String() + "  " + it.label
			p.items = append(p.items, it)
		}
	}
	p.items = append(p.items, s.rules(cited)...)
	return p, nil
}
