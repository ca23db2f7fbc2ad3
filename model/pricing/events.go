package pricing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// eventList gathers events in any order.
type eventList []Event

func (l *eventList) add(day calendar.Day, kind, key, detail string) {
	*l = append(*l, Event{day, kind, key, detail})
}

func (e *Event) compare(other *Event) int {
	if e.Date != other.Date { // nearly all differ in that, and words take longer to compare
		return cmp.Compare(e.Date, other.Date)
	}
	return cmp.Or(cmp.Compare(e.Kind, other.Kind), cmp.Compare(e.Key, other.Key))
}

// ordered sorts the events, those of the invoices, which are in order, among them,
// and makes one of what happens to one key on one day in one way.
func (l eventList) ordered(invoices []Invoice) []Event {
	order := make([]int32, len(l)) // numbers are cheaper to move than events
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int { return cmp.Or(l[i].compare(&l[j]), cmp.Compare(i, j)) })
	merged := make([]Event, 0, len(l)+len(invoices))
	add := func(e *Event) {
		n := len(merged)
		if n == 0 || merged[n-1].compare(e) != 0 {
			merged = append(merged, *e)
		} else if last := &merged[n-1]; e.Kind == EventAmendment || !strings.Contains(last.Detail, e.Detail) {
			last.Detail += ", " + e.Detail
		}
	}
	amounts := amountsOf(invoices)
	for i := range invoices {
		invoice := Event{invoices[i].Date, EventInvoice, invoices[i].What, amounts[i]}
		for len(order) > 0 && l[order[0]].compare(&invoice) <= 0 {
			add(&l[order[0]])
			order = order[1:]
		}
		add(&invoice)
	}
	for _, i := range order {
		add(&l[i])
	}
	return merged
}

// amountsOf are the amounts of invoices as events tell them. They are written one
// behind the other, which takes less time than a text for each.
func amountsOf(invoices []Invoice) []string {
	var all []byte
	ends := make([]int, len(invoices))
	for i := range invoices {
		all = invoices[i].Amount.AppendGrouped(all)
		ends[i] = len(all)
	}
	text, from := string(all), 0
	amounts := make([]string, len(invoices))
	for i, end := range ends {
		amounts[i], from = text[from:end], end
	}
	return amounts
}

// events lists what happens on which day around the deal.
func (p *plan) events(invoices []Invoice) []Event {
	l := make(eventList, 0, 8*(1+len(p.instances)+len(p.dimensions)))
	l.add(p.s.Accepted, EventAccepted, "", "the buyer accepts")
	l.add(p.s.Start, EventStart, "", "use begins")
	l.add(p.end, EventEnd, "", "the horizon ends")
	p.priceEvents(&l)
	p.termEvents(&l)
	p.dealEvents(&l)
	return l.ordered(invoices)
}

// dealEvents are the days of the offer, the trial, the amendments and the
// product's own deadlines.
func (p *plan) dealEvents(l *eventList) {
	if o := p.s.Offer; o != nil {
		if o.Expires != 0 {
			l.add(o.Expires, EventOfferExpires, "", "the last day to accept the offer")
		}
	} else if len(p.upfront) > 0 {
		l.add(p.s.Accepted+calendar.Day(p.c.RefundDays), EventRefundUntil, "", "cancel until then for a full refund")
	}
	if p.trialEnd != 0 {
		l.add(p.trialEnd, EventTrialEnds, "", "the first day that is charged in full")
	}
	for _, a := range p.amendments {
		for _, line := range a.lines {
			l.add(a.date, EventAmendment, line.key, signed(line.units)+" annual, "+line.charge.Amount.Grouped())
		}
	}
	if p.s.Product.Has(listing.BYOL) && p.s.Product.Launched != 0 {
		l.add(p.s.Product.Launched+calendar.Day(p.c.PaidOptionDays), EventPaidOptionDue, "", "from then the product needs a paid option")
	}
	if m := p.s.Model; m != nil {
		l.add(m.Requested+calendar.Day(p.c.ReviewMinDays), EventReviewEarliest, "", "the change to "+string(m.To)+" may be reviewed from then")
		l.add(m.Requested+calendar.Day(p.c.ReviewMaxDays), EventReviewLatest, "", "the change to "+string(m.To)+" is reviewed by then")
	}
}

func signed(d decimal.Decimal) string {
	if d.IsPositive() {
		return "+" + d.String()
	}
	return d.String()
}

// termEvents are renewals, with the last day for a new price to reach them,
// and lapses.
func (p *plan) termEvents(l *eventList) {
	for i := range p.instances {
		plan := &p.instances[i]
		if !plan.need.Annual.IsZero() {
			p.renewalEvents(l, p.agreement.annual, Annual, plan.need.Type, plan.need.Annual)
		}
		for _, run := range p.agreement.annual { // amendments change what ends, and may be all there was
			if last, next := plan.cover.index(run.to-1), plan.cover.index(run.to); plan.cover.units(next).IsZero() {
				p.lapse(l, run.to, Annual, plan.need.Type, plan.cover.units(last), plan.hourly)
			}
		}
	}
	for i := range p.dimensions {
		if d, runs := &p.dimensions[i], p.agreement.contract; d.committed {
			units := p.s.Contract.Committed(d.key)
			p.renewalEvents(l, runs, Contract, d.key, units)
			p.lapse(l, runs[len(runs)-1].to, Contract, d.key, units, d.usage)
		}
	}
}

// commitmentNames says what a kind of charge commits to.
var commitmentNames = map[Kind]string{Annual: "annual", Contract: "committed"}

func (p *plan) renewalEvents(l *eventList, runs []span, kind Kind, key string, units decimal.Decimal) {
	bought := units.String() + " " + commitmentNames[kind]
	for _, r := range runs[1:] {
		day := r.from.String()
		l.add(r.from, EventRenewal, key, bought+" at "+p.rateOn(kind, key, r.from))
		l.add(r.from-calendar.Day(p.c.RenewalNoticeDays), EventRenewalNotice, key, "the buyer is told the price from "+day)
		if kind == Annual && p.s.Offer == nil {
			l.add(r.from-calendar.Day(p.c.CutoffDays), EventRenewalCutoff, key, "last day to announce a price for "+day)
		}
	}
}

// lapse is the end of units of a key within the horizon, with nothing after them but
// use at a rate, if there is one.
func (p *plan) lapse(l *eventList, day calendar.Day, kind Kind, key string, units decimal.Decimal, metered rateSteps) {
	if units.IsZero() || day >= p.end {
		return
	}
	detail := units.String() + " " + commitmentNames[kind] + " end"
	if metered.at(day).Set {
		detail += "; use is metered from then"
	}
	l.add(day, EventLapse, key, detail)
}

// rateOn is the rate of the upfront charge of a key on a day.
func (p *plan) rateOn(kind Kind, key string, day calendar.Day) string {
	for i := range p.upfront {
		if c := p.upfront[i]; c.Kind == kind && c.Key == key && c.Date == day && c.Rule != amendedRule {
			return money.Scaled(c.Rate)
		}
	}
	return "0"
}

// rateMove is one rate of one key in a price change, with where it comes from.
type rateMove struct {
	key, what     string
	waits         bool // existing customers get it after the notice, not at a renewal
	before, after listing.Rate
}

// priceEvents are announcements and the days they take effect for a customer
// that accepted before.
func (p *plan) priceEvents(l *eventList) {
	changes := slices.Clone(p.s.Changes)
	slices.SortStableFunc(changes, func(a, b deal.PriceChange) int { return cmp.Compare(a.Announced, b.Announced) })
	for n, c := range changes {
		for _, m := range p.moves(changes[:n], c) {
			detail := m.what + " " + written(m.before) + " to " + written(m.after)
			l.add(c.Announced, EventPriceAnnounced, m.key, detail)
			if !m.waits {
				l.add(c.Announced+calendar.Day(p.c.FreezeDays), EventFreezeEnds, "", "instance types can be changed again (CHG-9)")
			} else if from := p.c.effective(c.Announced, m.before, m.after); p.reaches(m, c.Announced, from) {
				l.add(from, EventPriceEffective, m.key, detail)
			}
		}
	}
}

// reaches tells whether a change takes effect for this buyer inside the
// horizon: not where its first rate has it already, nor while an offer holds,
// which leaves infrastructure alone.
func (p *plan) reaches(m rateMove, announced, from calendar.Day) bool {
	held := p.s.Offer != nil && from < p.agreement.offerEnd && m.what != infrastructureName
	return announced > p.s.Accepted && from < p.end && !held
}

func written(r listing.Rate) string {
	if !r.Set {
		return "none"
	}
	return money.Scaled(r.Value)
}

// moves lists the rates that a change sets, with what was announced before it.
func (p *plan) moves(before []deal.PriceChange, c deal.PriceChange) []rateMove {
	var list []rateMove
	add := func(key, what string, waits bool, base listing.Rate, pick func(listing.Rates) listing.Rate) {
		if after := pick(c.Rates); after.Set {
			list = append(list, rateMove{key, what, waits, listOf(base, before, pick).on(c.Announced), after})
		}
	}
	for _, i := range c.Rates.Instances {
		listed, _ := p.s.Product.Instance(i.Type)
		for _, f := range instanceRates {
			add(i.Type, f.name, f.waits, f.of(listed.InstanceRates), func(r listing.Rates) listing.Rate {
				found, _ := r.Instance(i.Type)
				return f.of(found)
			})
		}
	}
	for _, d := range c.Rates.Dimensions {
		listed, _ := p.s.Product.Dimension(d.Key)
		add(d.Key, "usage", true, listed.Usage, func(r listing.Rates) listing.Rate {
			found, _ := r.Dimension(d.Key)
			return found.Usage
		})
		for _, t := range d.Contract {
			add(d.Key, fmt.Sprintf("contract for %d months", t.Months), true, listed.ContractFor(t.Months), func(r listing.Rates) listing.Rate {
				found, _ := r.Dimension(d.Key)
				return found.ContractFor(t.Months)
			})
		}
	}
	return list
}

const infrastructureName = "infrastructure"

// instanceRates names the rates of an instance type that can change, and
// whether existing customers wait for the notice to end (CHG-2, CHG-7).
var instanceRates = []struct {
	name  string
	waits bool
	of    func(listing.InstanceRates) listing.Rate
}{
	{"hourly", true, func(r listing.InstanceRates) listing.Rate { return r.Hourly }},
	{"annual", false, func(r listing.InstanceRates) listing.Rate { return r.Annual }},
	{infrastructureName, true, func(r listing.InstanceRates) listing.Rate { return r.Infrastructure }},
}
