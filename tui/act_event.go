package tui

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/pricing"
	"termsheet/tui/pane"
)

// eventFields are the terms of the deal that events come from. Other events
// belong to a type or dimension.
var eventFields = map[string]string{
	pricing.EventAccepted: pane.FieldAccepted, pricing.EventRefundUntil: pane.FieldAccepted, pricing.EventStart: pane.FieldStart, pricing.EventEnd: pane.FieldHorizon,
	pricing.EventLapse: pane.FieldRenew, pricing.EventRenewal: pane.FieldRenew, pricing.EventTrialEnds: pane.FieldTrial, pricing.EventOfferExpires: pane.FieldDiscount,
}

// keyFields are the fields of a type or dimension, the one to go to first.
var keyFields = []string{pane.FieldAnnual, pane.FieldQuantity, pane.FieldInUse}

// invoiced are the fields behind what is invoiced.
var invoiced = map[string][]string{
	pricing.ForAnnual: {pane.FieldAnnual}, pricing.ForContract: {pane.FieldTerm, pane.FieldQuantity}, pricing.ForInstallment: {pane.FieldDiscount},
	pricing.ForMetered: {pane.FieldRunning, pane.FieldInUse}, pricing.ForInfrastructure: {pane.FieldRunning},
}

var errNoField = errors.New("what happens on this day comes from no field of the deal")

// eventOff says why there is no field to go to.
func eventOff(a *App) string {
	if q := a.session.Quote(); q == nil || !slices.ContainsFunc(q.Events, func(e pricing.Event) bool { return e.Date == a.session.Day() }) {
		return "nothing happens on this day; " + a.keyFor("next-event") + " goes to the next event"
	}
	return ""
}

// goToEvent leaves the timeline for the field that what happens on the day of
// the cursor comes from.
func goToEvent(a *App, _ []string) (tea.Cmd, error) {
	q := a.session.Quote()
	today := slices.DeleteFunc(slices.Clone(q.Events), func(e pricing.Event) bool { return e.Date != a.session.Day() })
	slices.SortStableFunc(today, func(x, y pricing.Event) int { return invoiceLast(x) - invoiceLast(y) })
	for _, e := range today {
		if slices.ContainsFunc(a.eventSpots(e), a.goToSpot) {
			return nil, nil
		}
	}
	return nil, errNoField
}

func invoiceLast(e pricing.Event) int {
	if e.Kind == pricing.EventInvoice {
		return 1
	}
	return 0
}

// eventSpots are the fields that an event may come from, the likeliest first.
func (a *App) eventSpots(e pricing.Event) []pane.Spot {
	var spots []pane.Spot
	if e.Kind == pricing.EventInvoice {
		for _, field := range invoiced[e.Key] {
			spots = append(spots, pane.Spot{Field: field})
			for _, need := range a.session.Scenario().Instances {
				spots = append(spots, pane.Spot{Key: need.Type, Field: field})
			}
			for _, d := range a.session.Product().Dimensions {
				spots = append(spots, pane.Spot{Key: d.Key, Field: field})
			}
		}
		return spots
	}
	for _, field := range keyFields {
		if e.Key != "" {
			spots = append(spots, pane.Spot{Key: e.Key, Field: field})
		}
	}
	if field, ok := eventFields[e.Kind]; ok {
		spots = slices.Insert(spots, 0, pane.Spot{Field: field})
	}
	return spots
}
