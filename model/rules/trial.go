package rules

import (
	"slices"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
)

// trialChecks hold free trials against chapter 6.
var trialChecks = []check{
	{rule: "TRL-1", product: trialFor(listing.AMI, listing.Container), deal: noTrialFor(listing.AMI, listing.Container)},
	{rule: "TRL-3", deal: trialTurns},
	{rule: "TRL-4", product: trialFor(listing.SaaS), deal: noTrialFor(listing.SaaS)},
	{rule: "TRL-5", product: trialFor(listing.ML), deal: noTrialFor(listing.ML)},
}

// trialPeriod is how long a trial of a delivery may run, and from which day on
// the texts disagree, 0 for never.
func (n *Numbers) trialPeriod(d listing.Delivery) (p Period, warnAt int, ok bool) {
	switch d {
	case listing.AMI, listing.Container:
		return n.ServerTrial, n.ServerTrialWarn, true
	case listing.SaaS:
		return n.SaaSTrial, 0, true
	case listing.ML:
		return n.LearningTrial, 0, true
	}
	return Period{}, 0, false
}

// trialFor finds trials that are too short, too long or of what cannot be
// tried.
func trialFor(deliveries ...listing.Delivery) func(*onProduct) {
	return func(c *onProduct) {
		period, warnAt, _ := c.rb.Numbers.trialPeriod(c.Delivery)
		if c.TrialDays == 0 || !slices.Contains(deliveries, c.Delivery) {
			return
		}
		at := deal.P("trial_days")
		switch {
		case period.Holds(c.TrialDays) && warnAt > 0 && c.TrialDays >= warnAt:
			c.warn(at, "stay below", "the texts disagree whether a trial may run %d days", c.TrialDays)
		case c.Delivery == listing.Container && !period.Holds(c.TrialDays):
			c.warn(at, "choose a length in that range, or ask the operator", "a trial of a machine image runs %d to %d days, not %d; of containers no text speaks", period.Min, period.Max, c.TrialDays)
		case !period.Holds(c.TrialDays):
			c.error(at, "choose a length in that range", "a trial here runs %d to %d days, not %d", period.Min, period.Max, c.TrialDays)
		case c.Delivery == listing.ML && !c.Has(listing.Hourly):
			c.error(at, "take the trial out, or sell by the hour", "machine learning can be tried only where it is sold by the hour")
		}
	}
}

// noTrialFor finds a scenario that takes a trial of a product without one.
func noTrialFor(deliveries ...listing.Delivery) func(*onDeal) {
	return func(c *onDeal) {
		if c.Trial && c.Product.TrialDays == 0 && slices.Contains(deliveries, c.Product.Delivery) {
			c.error(deal.P("trial"), "write trial = false", "%s offers no free trial", c.Product.ID)
		}
	}
}

// trialTurns notes when a trial turns into a paid subscription.
func trialTurns(c *onDeal) {
	if !c.Trial || c.Product.TrialDays == 0 {
		return
	}
	n := &c.rb.Numbers
	end := c.Start + calendar.Day(c.Product.TrialDays)
	c.note(deal.P("trial"), "",
		"the trial turns into a paid subscription on %s; the buyer is reminded on %s, and charges up to %s may be refunded",
		end, end-calendar.Day(n.TrialReminder), end+calendar.Day(n.TrialRefundDays))
}
