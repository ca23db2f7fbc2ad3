package pricing

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// amendment is one that is allowed, with a charge for each type it touches.
type amendment struct {
	date  calendar.Day
	run   span // the annual run it falls into: it is co-termed to its end (AMD-1)
	lines []amendLine
}

type amendLine struct {
	key    string
	units  decimal.Decimal // added less removed
	charge Charge
}

// amendedRule is the rule that an amendment is charged by.
const amendedRule = "AMD-2"

// planAmendments takes the allowed amendments in order of their dates. One
// that is not allowed is a problem, and nothing of it is applied.
func (p *plan) planAmendments() error {
	order := make([]int, len(p.s.Amendments))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(p.s.Amendments[a].Date, p.s.Amendments[b].Date)
	})
	for _, i := range order {
		path := deal.P("amendment", strconv.Itoa(i))
		a, problem, err := p.amend(p.s.Amendments[i], path)
		switch {
		case err != nil:
			return err
		case problem != nil:
			p.problems = append(p.problems, problem)
		case a.date >= p.s.Start && a.date < p.end:
			p.amendments = append(p.amendments, a)
		}
	}
	return nil
}

// amend works out one amendment, or why it is not allowed.
func (p *plan) amend(a deal.Amendment, path deal.Path) (out amendment, problem *Error, err error) {
	refuse := func(rule string, at deal.Path, fix, format string, args ...any) (amendment, *Error, error) {
		return amendment{}, &Error{Rule: rule, Path: at, Message: fmt.Sprintf(format, args...), Fix: fix}, nil
	}
	runs := p.agreement.annual
	i := slices.IndexFunc(runs, func(r span) bool { return r.from <= a.Date && a.Date < r.to })
	if i < 0 {
		return refuse("AMD-1", path.With("date"), fmt.Sprintf("choose a day from %s to %s", p.s.Start, runs[len(runs)-1].to-1),
			"no annual term runs on %s", a.Date)
	}
	if p.s.Offer.Scheduled() {
		return refuse("AMD-4", path, "make a new offer", "an agreement with a payment schedule cannot be amended")
	}
	if !slices.ContainsFunc(p.s.Instances, func(n deal.Need) bool { return !n.Annual.IsZero() }) {
		return refuse("AMD-1", path, "buy an annual at the start", "there is no annual agreement to amend")
	}
	out = amendment{date: a.Date, run: runs[i]}
	for _, removed := range a.Remove {
		running := p.amended(removed.Key, p.annuals(removed.Key))
		if have := running.units(running.index(a.Date)); removed.Units.GreaterThan(have) {
			return refuse("AMD-2", path.With("remove", removed.Key), "remove at most "+have.String(),
				"%s annuals of %s are removed, but there are %s", removed.Units, removed.Key, have)
		}
	}
	var net money.Amount
	for _, key := range touched(a) {
		line, err := p.amendLine(key, deal.Units(a.Add, key).Sub(deal.Units(a.Remove, key)), out, path)
		if err != nil {
			return out, nil, err
		}
		net += line.charge.Amount
		out.lines = append(out.lines, line)
	}
	if net < 0 || net == 0 && p.c.NetAboveZero {
		return refuse("AMD-3", path, "add annuals worth "+(-net).Grouped()+" more, or remove less",
			"the amendment's net amount is %s", net.Grouped())
	}
	return out, nil, nil
}

// touched lists the types of an amendment, each once, sorted.
func touched(a deal.Amendment) []string {
	var keys []string
	for _, q := range slices.Concat(a.Add, a.Remove) {
		keys = append(keys, q.Key)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// amendLine charges a change of annuals for what remains of the term (AMD-2).
func (p *plan) amendLine(key string, units decimal.Decimal, a amendment, path deal.Path) (amendLine, error) {
	if !units.IsNegative() {
		path = path.With("add", key)
	} else {
		path = path.With("remove", key)
	}
	rate := p.annualRate(key)
	if !rate.Set {
		return amendLine{}, missing("ANN-2", path, "annual rate", key, a.date, "leave the type out, or give it an annual rate")
	}
	times, per := p.remaining(a, rate)
	amount, err := money.Product(units, times, per, rate.Value)
	if err != nil {
		return amendLine{}, errAt(err, path)
	}
	return amendLine{key, units, Charge{
		Date: a.date, End: a.run.to, Kind: Annual, Key: key, Rate: rate.Value, Amount: amount, Rule: amendedRule,
		Basis: Basis{Units: units, Times: times, Per: per},
	}}, nil
}

// remaining is the share of an annual rate that the rest of a run costs: times
// / per. It counts whole months and then days of the month they begin in, or
// days of the whole run where the rulebook says so (AMD-5).
func (p *plan) remaining(a amendment, rate annualRate) (times, per int64) {
	if p.c.ProrateDays {
		run := int64(p.c.AnnualMonths)
		if o := p.s.Offer; o != nil {
			run = int64(o.Months + o.Days)
		}
		return int64(a.run.to-a.date) * run, int64(a.run.to-a.run.from) * rate.per
	}
	months, days := calendar.MonthsBetween(a.date, a.run.to)
	of := int64(a.date.AddMonths(months).DaysInMonth())
	times, per = int64(months)*of+int64(days), rate.per*of
	if rate.inDays { // a rate for so many days is one for 12 months x that / the days of a year
		times, per = times*int64(p.c.YearDays), per*int64(p.c.AnnualMonths)
	}
	return times, per
}

// annuals is the number of annuals of a type that the deal starts with.
func (p *plan) annuals(key string) decimal.Decimal {
	for _, n := range p.s.Instances {
		if n.Type == key {
			return n.Annual
		}
	}
	return decimal.Zero
}

// amended is the cover of a type with the amendments taken so far, each to the
// end of its run.
func (p *plan) amended(key string, annual decimal.Decimal) coverSteps {
	steps := covers(p.agreement.annual, annual, annual)
	for _, a := range p.amendments {
		for _, l := range a.lines {
			if l.key != key {
				continue
			}
			steps = steps.set(a.date, steps.units(steps.index(a.date)).Add(l.units))
			if !slices.ContainsFunc(steps, func(s coverStep) bool { return s.from == a.run.to }) {
				steps = steps.set(a.run.to, decimal.Zero)
			}
		}
	}
	return steps
}

// set puts a step at a day, replacing the one that stands there.
func (s coverSteps) set(day calendar.Day, units decimal.Decimal) coverSteps {
	i, found := slices.BinarySearchFunc(s, day, func(step coverStep, d calendar.Day) int { return cmp.Compare(step.from, d) })
	if found {
		s[i].units = units
		return s
	}
	return slices.Insert(s, i, coverStep{day, units})
}

// annualRate is a rate for an annual and how long it is for.
type annualRate struct {
	listing.Rate
	per    int64 // months, or days
	inDays bool
}

// annualRate is the agreement's rate for an annual of a type, from the day of
// acceptance.
func (p *plan) annualRate(key string) annualRate {
	public := p.annualList(key).on(p.s.Accepted)
	o := p.s.Offer
	if o == nil {
		return annualRate{public, int64(p.c.AnnualMonths), false}
	}
	named, _ := o.Rates.Instance(key)
	switch {
	case named.Upfront.Set && o.Days > 0:
		return annualRate{named.Upfront, int64(o.Days), true}
	case named.Upfront.Set:
		return annualRate{named.Upfront, int64(o.Months), false}
	case o.Days > 0:
		return annualRate{orDiscounted(named.Annual, public, o), int64(p.c.YearDays), true}
	}
	return annualRate{orDiscounted(named.Annual, public, o), int64(p.c.AnnualMonths), false}
}
