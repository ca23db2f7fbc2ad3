package rules

import (
	"fmt"
	"strconv"
	"strings"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/pricing"
)

// changeChecks hold a plan of price changes against chapter 7.
var changeChecks = []check{
	{rule: "CHG-4", deal: readingsDiffer},
	{rule: "CHG-6", deal: annualInterval},
	{rule: "CHG-8", deal: lateForRenewal},
	{rule: "CHG-9", deal: frozenTypes},
	{rule: "CHG-11", deal: lockedTerm},
	{rule: "CHG-12", deal: mixedRequest},
}

// pricingTerm is what the Catalog API changes as one.
type pricingTerm uint8

const (
	meteredTerm pricingTerm = iota // hourly and usage rates
	annualTerm
	contractTerm
)

// move is one rate that a price change sets.
type move struct {
	path          deal.Path
	key           string // instance type or dimension
	term          pricingTerm
	before, after listing.Rate
}

func (m move) added() bool { return !m.before.Set }
func (m move) rises() bool { return m.before.Set && m.after.Value.GreaterThan(m.before.Value) }
func (m move) falls() bool { return m.before.Set && m.after.Value.LessThan(m.before.Value) }
func (m move) moves() bool { return m.added() || m.rises() || m.falls() }

// moves lists what a step changes; the seller's rates only, not EC2's.
func (s step) moves() []move {
	var list []move
	add := func(path deal.Path, key string, term pricingTerm, before, after listing.Rate) {
		if m := (move{path, key, term, before, after}); after.Set && m.moves() {
			list = append(list, m)
		}
	}
	for _, i := range s.change.Rates.Instances {
		before, _ := s.before.Instance(i.Type)
		at := s.path.With("instance", i.Type)
		add(at.With("hourly"), i.Type, meteredTerm, before.Hourly, i.Hourly)
		add(at.With("annual"), i.Type, annualTerm, before.Annual, i.Annual)
	}
	for _, d := range s.change.Rates.Dimensions {
		before, _ := s.before.Dimension(d.Key)
		at := s.path.With("dimension", d.Key)
		add(at.With("usage"), d.Key, meteredTerm, before.Usage, d.Usage)
		for _, t := range d.Contract {
			add(at.With("contract", strconv.Itoa(t.Months)), d.Key, contractTerm, before.ContractFor(t.Months), listing.Of(t.Rate))
		}
	}
	return list
}

func (s step) announced() deal.Path { return s.path.With("announced") }

// readingsDiffer warns where the ways to count the notice give different days.
func readingsDiffer(c *onDeal) {
	for _, s := range c.plan {
		if s.waits() {
			c.readings(s)
		}
	}
}

// waits tells whether a step has a rate that existing customers wait for.
func (s step) waits() bool {
	for _, m := range s.moves() {
		if m.term != annualTerm {
			return true
		}
	}
	return false
}

func (c *onDeal) readings(s step) {
	day, rb := s.change.Announced, c.rb
	days, months := rb.Numbers.NoticeDays, rb.Numbers.NoticeMonths
	by := rb.effective(day)
	taken, other, reading := by.lenient, by.strict, "the strict reading"
	if rb.Settings.StrictFirst {
		taken, other, reading = by.strict, by.lenient, "the lenient reading"
	}
	var others []string
	if other != taken {
		others = append(others, fmt.Sprintf("on %s by %s", other, reading))
	}
	if by.months != taken {
		others = append(others, fmt.Sprintf("on %s by %d calendar months", by.months, months))
	}
	if len(others) == 0 {
		return
	}
	safe := rb.AnnounceBy(taken)
	fix := fmt.Sprintf("announce by %s to be safe by the strict reading", safe.Safe)
	if safe.Cautious != safe.Safe {
		fix += fmt.Sprintf(", by %s to be safe by every reading", safe.Cautious)
	}
	c.warn(s.announced(), fix, "announced on %s, it takes effect for existing customers on %s, as we read %d days; %s", day, taken, days, strings.Join(others, ", "))
}

// annualInterval finds annual prices that change again too soon.
func annualInterval(c *onDeal) {
	interval, lock := calendar.Day(c.rb.Numbers.AnnualInterval), calendar.Day(c.rb.Numbers.IncreaseLock)
	last, free := map[string]calendar.Day{}, map[string]calendar.Day{} // free: the first day on which the next change is possible
	var latest, anyFree calendar.Day
	for _, s := range c.plan {
		day, again, soon := s.change.Announced, "", ""
		for _, m := range s.annuals() {
			if before, ok := last[m.key]; ok && day-before < interval {
				again = m.key
			} else if latest != 0 && day > latest && day-latest < interval {
				soon = m.key
			}
		}
		switch {
		case again != "":
			c.error(s.announced(), fmt.Sprintf("announce it on %s or later", free[again]),
				"the annual price of %s changed on %s, and can change once every %d days", again, last[again], interval)
		case soon != "":
			c.warn(s.announced(), fmt.Sprintf("announce it on %s, or on %s or later", latest, anyFree),
				"another annual price changed on %s, and annual prices can change once every %d days", latest, interval)
		}
		for _, m := range s.annuals() {
			next := day + interval
			if m.rises() { // CHG-11 locks it, too
				next = max(next, day+lock)
			}
			last[m.key], latest = day, day
			free[m.key], anyFree = next, max(anyFree, next)
		}
	}
}

// annuals are the moves of annual prices in a step.
func (s step) annuals() []move {
	var list []move
	for _, m := range s.moves() {
		if m.term == annualTerm {
			list = append(list, m)
		}
	}
	return list
}

// lateForRenewal warns of an annual price announced too late for a renewal in
// the deal.
func lateForRenewal(c *onDeal) {
	if c.quote == nil || c.Offer != nil {
		return
	}
	cutoff := calendar.Day(c.rb.Numbers.RenewalCutoff)
	for _, s := range c.plan {
		day := s.change.Announced
		if day <= c.Accepted {
			continue
		}
		for _, m := range s.annuals() {
			if on, ok := c.renewal(m.key, day); ok && on-day < cutoff {
				c.warn(s.announced(), fmt.Sprintf("announce it by %s", on-cutoff),
					"the annual price of %s is announced %d days before the renewal on %s, which keeps the old one: %d are needed", m.key, on-day, on, cutoff)
				break
			}
		}
	}
}

// renewal is the first renewal of a key's annuals on or after a day.
func (c *onDeal) renewal(key string, day calendar.Day) (calendar.Day, bool) {
	for _, e := range c.quote.Events {
		if e.Kind == pricing.EventRenewal && e.Key == key && e.Date >= day {
			return e.Date, true
		}
	}
	return 0, false
}

// frozenTypes finds types that get a price they did not have while an annual
// price is under notice.
func frozenTypes(c *onDeal) {
	freeze := calendar.Day(c.rb.Numbers.FreezeDays)
	var since calendar.Day
	for _, s := range c.plan {
		day := s.change.Announced
		for _, m := range s.moves() {
			if _, isType := s.change.Rates.Instance(m.key); isType && m.added() && since != 0 && day > since && day-since < freeze {
				c.error(m.path, fmt.Sprintf("announce it on %s or later", since+freeze),
					"%s gets a new price while instance types are frozen, %d days from %s", m.key, freeze, since)
			}
		}
		if len(s.annuals()) > 0 {
			since = day
		}
	}
}

// rateKey is one rate of the list: what the Catalog API changes, and for what.
type rateKey struct {
	term pricingTerm
	key  string
}

// card stands for every key of a pricing term.
const card = ""

// lockedTerm finds rates that change again too soon after an increase. The text
// locks the whole pricing term; of another key than the one that was raised it
// leaves room for doubt.
func lockedTerm(c *onDeal) {
	interval := calendar.Day(c.rb.Numbers.AnnualInterval)
	raised := map[rateKey]calendar.Day{}
	last := map[string]calendar.Day{} // of annual prices
	for _, s := range c.plan {
		day := s.change.Announced
		var again []move
		for _, m := range s.moves() {
			if before, ok := last[m.key]; !ok || m.term != annualTerm || day-before >= interval { // else CHG-6
				again = append(again, m)
			}
		}
		if !c.locked(s, again, raised, true) {
			c.locked(s, again, raised, false)
		}
		for _, m := range s.moves() {
			if m.rises() {
				raised[rateKey{m.term, m.key}], raised[rateKey{m.term, card}] = day, day
			}
			if m.term == annualTerm {
				last[m.key] = day
			}
		}
	}
}

// locked tells of the first of some moves that comes too soon after an increase
// of its own key, or of any key of its pricing term.
func (c *onDeal) locked(s step, moves []move, raised map[rateKey]calendar.Day, own bool) bool {
	lock, day := calendar.Day(c.rb.Numbers.IncreaseLock), s.change.Announced
	for _, m := range moves {
		of, tell, what := rateKey{m.term, card}, c.doubt, "another rate of the same pricing term as "+m.key+"'s"
		if own {
			of, tell, what = rateKey{m.term, m.key}, c.error, "the rate of "+m.key
		}
		if since, ok := raised[of]; ok && day != since && day-since < lock {
			tell(s.announced(), fmt.Sprintf("announce it on %s or later", since+lock),
				"%s was raised on %s and is locked for %d days", what, since, lock)
			return true
		}
	}
	return false
}

// mixedRequest finds what cannot be asked for in one request.
func mixedRequest(c *onDeal) {
	for _, s := range c.plan {
		var first, rise *move
		for _, m := range s.moves() {
			if m.term != meteredTerm || m.added() {
				continue
			}
			if first == nil {
				first = &m
			}
			if m.rises() && rise == nil {
				rise = &m
			}
			if m.rises() != first.rises() {
				c.error(m.path, "announce the decrease first, in a change of its own",
					"one change cannot raise some usage rates and lower others: %s and %s", first.key, m.key)
				break
			}
		}
		for _, m := range s.moves() {
			if rise != nil && m.term == meteredTerm && m.added() {
				c.error(m.path, "announce the new rate first, in a change of its own",
					"one change cannot raise a usage rate and add another: %s and %s", rise.key, m.key)
				break
			}
		}
	}
}
