// Package pricing turns a scenario into a quote: terms, segments, charges,
// invoices, totals and events, in that order.
package pricing

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/money"
)

// Kind is what a charge is for. The kinds sort as their names do.
type Kind uint8

// The kinds of charge.
const (
	Annual Kind = iota
	Contract
	Hourly
	Infrastructure
	Usage
)

var kindNames = [...]string{"annual", "contract", "hourly", "infrastructure", "usage"}

// String is the kind's name in every output.
func (k Kind) String() string { return kindNames[k] }

// MarshalText writes the kind's name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Metered tells whether the charge depends on use, and so is invoiced after
// its month.
func (k Kind) Metered() bool { return k >= Hourly }

// Charge is one rounded amount with everything it came from:
//
//	Amount = round(Units x Times / Per x Rate)
type Charge struct {
	Date, End calendar.Day // the segment or term that is charged, half open
	Kind      Kind
	Key       string // instance type or dimension
	Rate      decimal.Decimal
	Amount    money.Amount
	Rule      string // the rule of domain.md that the amount follows
	Basis     Basis
}

// Basis holds the inputs of a charge.
type Basis struct {
	Units      decimal.Decimal // uncovered instances, annuals bought, units over the commitment ...
	Times, Per int64           // hours, months, days: multiplied first, divided last
	Need       decimal.Decimal // Y, level or monthly use, before cover; zero for commitments
	Cover      decimal.Decimal // X or the committed or included units in force
	Month      int             // billing month, from 0
}

// Quantity is what the rate is multiplied by: units for a commitment,
// instance-hours or unit(-hours), to 6 places, for metered use.
func (c *Charge) Quantity() decimal.Decimal {
	if !c.Kind.Metered() {
		return c.Basis.Units
	}
	q := c.Basis.Units.Mul(decimal.NewFromInt(c.Basis.Times)).DivRound(decimal.NewFromInt(c.Basis.Per), quantityPlaces)
	return money.Trimmed(q, 0)
}

const quantityPlaces = 6

// Totals are sums of rounded charges.
type Totals struct {
	Annual, Hourly, Contract, Usage, Infrastructure money.Amount
	Software                                        money.Amount // all but infrastructure
	Total                                           money.Amount
}

// Of is the total of one kind.
func (t *Totals) Of(k Kind) *money.Amount {
	return [...]*money.Amount{&t.Annual, &t.Contract, &t.Hourly, &t.Infrastructure, &t.Usage}[k]
}

// Quote is what a scenario costs.
type Quote struct {
	Variant              string
	Accepted, Start, End calendar.Day // the horizon is [Start, End)
	HoursBasis           string       // "730", "720" or "calendar"
	Totals               Totals
	Comparison           *Comparison // nil where hourly only would mislead
	Charges              []*Charge   // never changed, since quotes share them; by date, then kind, then key
	Months               []Month
	Invoices             []Invoice
	BreakEven            []BreakEven // by key
	Events               []Event     // by date, then kind, then key
	Lanes                []Lane      // as Lanes draws them
	Problems             []*Error    // what is refused and left out; the rest is priced without it

	plan *plan // what it was worked out from, for one after it
}

// EvenOf is the place of a type's break-even, -1 where it has none.
func (q *Quote) EvenOf(key string) int {
	return slices.IndexFunc(q.BreakEven, func(b BreakEven) bool { return b.Key == key })
}

// Comparison sets the deal against the same need with no commitment.
type Comparison struct {
	HourlyOnly money.Amount
	Savings    money.Amount     // hourly only less the deal's software
	Percent    *decimal.Decimal // of hourly only, two places; nil where that is zero
	Months     []Month          // the hourly-only charges by month
}

// Month sums the charges dated in a calendar month.
type Month struct {
	First          calendar.Day // the first of the month
	Software       money.Amount
	Infrastructure money.Amount
}

// Total is software and infrastructure together.
func (m Month) Total() money.Amount { return m.Software + m.Infrastructure }

// Invoice is a sum that the buyer is invoiced on a day.
type Invoice struct {
	Date   calendar.Day
	Amount money.Amount
	What   string // one of ForAnnual and so on
	Note   string // an assumption that the date rests on, if any
}

// BreakEven tells, for an instance type with both rates, from how many hours
// an annual pays, and how many annuals are cheapest.
type BreakEven struct {
	Key          string
	HoursPerYear decimal.Decimal // instance-hours, two places
	Utilisation  decimal.Decimal // percent of a year, two places
	Best         int64           // X with the least cost over the first 12 months; the smallest on a tie
	Annual       decimal.Decimal // the 12 months' share of an annual, USD, on the first day
	Hourly       decimal.Decimal // USD per instance-hour on the first day
}

// What an event is, as outputs name it.
const (
	EventAccepted       = "accepted"
	EventStart          = "start"
	EventEnd            = "end"
	EventPriceAnnounced = "price_announced"
	EventPriceEffective = "price_effective"
	EventFreezeEnds     = "freeze_ends"
	EventLapse          = "lapse"
	EventRenewal        = "renewal"
	EventRenewalCutoff  = "renewal_price_cutoff"
	EventRenewalNotice  = "renewal_notice"
	EventTrialEnds      = "trial_ends"
	EventAmendment      = "amendment"
	EventInvoice        = "invoice"
	EventOfferExpires   = "offer_expires"
	EventRefundUntil    = "refund_until"
	EventPaidOptionDue  = "paid_option_due"
	EventReviewEarliest = "review_earliest"
	EventReviewLatest   = "review_latest"
)

// HoursPerMonth is from how many instance-hours a month an annual pays, in whole hours.
func (b *BreakEven) HoursPerMonth() decimal.Decimal {
	return b.HoursPerYear.DivRound(decimal.NewFromInt(monthsOfYear), 0)
}

const monthsOfYear = 12

// Event is something that happens on a day.
type Event struct {
	Date   calendar.Day
	Kind   string // one of those above
	Key    string
	Detail string
}

// Routine tells whether the event is an invoice that comes every month.
func (e *Event) Routine() bool {
	return e.Kind == EventInvoice && (e.Key == ForMetered || e.Key == ForInfrastructure)
}

// Error is a reason why a scenario cannot be priced.
type Error struct {
	Rule    string    // the rule that it breaks, or that asks for a rate that is missing
	Path    deal.Path // the key that is at fault
	Message string
	Fix     string   // what to write instead
	More    []*Error // the other rates that are missing, where one is
}

// Error writes "path: message; fix".
func (e *Error) Error() string { return fmt.Sprintf("%s: %s; %s", e.Path, e.Message, e.Fix) }

// Conventions are the numbers of the rulebook that pricing needs: limits,
// periods and the readings that a user can change.
type Conventions struct {
	NoticeDays        int  // CHG-2: days between announcement and effect
	CutoffDays        int  // CHG-8: days before a renewal by which its annual price is announced
	StrictFirst       bool // CHG-5: a notice that ends exactly on a first of month waits for the next
	DecreasesWait     bool // CHG-2b: a lower rate waits like a higher one
	HoursPerMonth     int  // HRL-4
	HoursPerYear      int  // ANN-13
	AnnualMonths      int  // ANN-1: length of an annual subscription
	YearDays          int  // days that an annual rate is for, where an offer's term is in days
	DefaultMonths     int  // horizon of a scenario that gives none
	InvoiceOnAccepted bool // FDA-4: upfront money without a schedule, at acceptance instead of at the start
	ProrateDays       bool // AMD-5: what remains of an amended term counts in days instead of months
	NetAboveZero      bool // AMD-3: an amendment must cost something
	RemainderFirst    bool // PAY-2: the first even payment takes the odd cents instead of the last
	FreezeDays        int  // CHG-9: instance types are locked after an annual price is announced
	RenewalNoticeDays int  // CHG-10: days between the e-mail and the renewal it announces
	RefundDays        int  // REF-2: cancel a public purchase for a full refund
	PaidOptionDays    int  // BYL-2: days from launch until a BYOL product needs its paid twin
	ReviewMinDays     int  // MOD-1: the earliest day a change of the pricing model is reviewed
	ReviewMaxDays     int  // MOD-1: the latest
}
