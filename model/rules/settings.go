package rules

import (
	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/pricing"
)

// Settings are the readings of the texts that a user can change.
type Settings struct {
	StrictFirst         bool            // CHG-5
	DecreasesWait       bool            // CHG-2b
	HoursPerMonth       int             // HRL-4
	HorizonMonths       int             // how far to look, where nothing says
	InvoiceOnAcceptance bool            // FDA-4
	ProrateDays         bool            // AMD-5: by days instead of months
	NetZeroAmendment    bool            // AMD-3: a net of zero is allowed
	RemainderFirst      bool            // PAY-2: odd cents go to the first payment
	MarginalFee         bool            // FEE-2: each bracket for its own part
	FeeCliffWithin      decimal.Decimal // FEE-2: how near below a bracket is worth a note
	OneAgreement        bool            // CON-11: one active contract for each account
	Strict              bool            // what is in doubt is an error
}

// hoursPerDay turns the refund window, which the market gives in hours, into
// the days that everything here counts in.
const hoursPerDay = 24

// Conventions are the numbers and readings that pricing needs.
func (rb *Rulebook) Conventions() pricing.Conventions {
	n, s := &rb.Numbers, &rb.Settings
	return pricing.Conventions{
		NoticeDays:        n.NoticeDays,
		CutoffDays:        n.RenewalCutoff,
		StrictFirst:       s.StrictFirst,
		DecreasesWait:     s.DecreasesWait,
		HoursPerMonth:     s.HoursPerMonth,
		HoursPerYear:      n.HoursPerYear,
		AnnualMonths:      n.AnnualMonths,
		YearDays:          n.DaysPerYear,
		DefaultMonths:     s.HorizonMonths,
		InvoiceOnAccepted: s.InvoiceOnAcceptance,
		ProrateDays:       s.ProrateDays,
		NetAboveZero:      !s.NetZeroAmendment,
		RemainderFirst:    s.RemainderFirst,
		FreezeDays:        n.FreezeDays,
		RenewalNoticeDays: n.RenewalMail,
		RefundDays:        n.RefundHours / hoursPerDay,
		PaidOptionDays:    n.PaidOptionDays,
		ReviewMinDays:     n.Review.Min,
		ReviewMaxDays:     n.Review.Max,
	}
}

// Notice is when to announce a price for it to hold from a wanted day.
type Notice struct {
	Wanted    calendar.Day
	Effective calendar.Day // the first of a month on which it would take effect: not after Wanted
	Safe      calendar.Day // the last day by the strict reading (CHG-14)
	Last      calendar.Day // the last day by the reading that the rulebook takes (CHG-5)
	Cautious  calendar.Day // the last day by which every reading gives Effective or earlier (CHG-4)
}

// AnnounceBy works backwards from the day on which a price is to hold for
// existing customers.
func (rb *Rulebook) AnnounceBy(wanted calendar.Day) Notice {
	notice := rb.Numbers.NoticeDays
	n := Notice{
		Wanted:    wanted,
		Effective: wanted.FirstOfMonth(),
		Safe:      calendar.AnnounceBy(wanted, notice, true),
		Last:      calendar.AnnounceBy(wanted, notice, rb.Settings.StrictFirst),
	}
	for n.Cautious = n.Safe; rb.byMonths(n.Cautious) > n.Effective; n.Cautious-- {
	}
	return n
}

// effective is the day a change takes effect for existing customers, by each
// reading.
type effective struct{ lenient, strict, months calendar.Day }

func (rb *Rulebook) effective(announced calendar.Day) effective {
	return effective{
		lenient: calendar.Effective(announced, rb.Numbers.NoticeDays, false),
		strict:  calendar.Effective(announced, rb.Numbers.NoticeDays, true),
		months:  rb.byMonths(announced),
	}
}

// byMonths counts the notice in calendar months; the month of effect has to
// follow it.
func (rb *Rulebook) byMonths(announced calendar.Day) calendar.Day {
	return announced.AddMonths(rb.Numbers.NoticeMonths).NextMonth()
}
