package rules

import (
	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
)

// key ties a key of the rulebook file to the number it holds. A rulebook has
// all of these keys and no others.
type key struct {
	rule, name string // an empty rule: a setting
	put        put
}

func days(at func(*Numbers) *int) put {
	return whole(func(rb *Rulebook) *int { return at(&rb.Numbers) }, 0)
}

func count(at func(*Numbers) *int) put {
	return whole(func(rb *Rulebook) *int { return at(&rb.Numbers) }, 1)
}

func on(at func(*Numbers) *calendar.Day) put {
	return date(func(rb *Rulebook) *calendar.Day { return at(&rb.Numbers) })
}

func share(at func(*Numbers) *decimal.Decimal) put {
	return percent(func(rb *Rulebook) *decimal.Decimal { return at(&rb.Numbers) })
}

func shares(at func(*Numbers) *map[string]decimal.Decimal) put {
	return percents(func(rb *Rulebook) *map[string]decimal.Decimal { return at(&rb.Numbers) })
}

func either(at func(*Settings) *bool, usual, other string) put {
	return choice(func(rb *Rulebook) *bool { return at(&rb.Settings) }, usual, other)
}

func yes(at func(*Settings) *bool) put {
	return flag(func(rb *Rulebook) *bool { return at(&rb.Settings) })
}

// keys lists every number of the rulebook, in the order of its file.
var keys = []key{
	{"", "first_of_month", either(func(s *Settings) *bool { return &s.StrictFirst }, "lenient", "strict")},
	{"", "decreases_wait", yes(func(s *Settings) *bool { return &s.DecreasesWait })},
	{"", "hours_per_month", whole(func(rb *Rulebook) *int { return &rb.Settings.HoursPerMonth }, 1)},
	{"", "horizon_months", whole(func(rb *Rulebook) *int { return &rb.Settings.HorizonMonths }, 1)},
	{"", "future_dated_invoice", either(func(s *Settings) *bool { return &s.InvoiceOnAcceptance }, "start", "acceptance")},
	{"", "proration", either(func(s *Settings) *bool { return &s.ProrateDays }, "months", "days")},
	{"", "net_zero_amendment", yes(func(s *Settings) *bool { return &s.NetZeroAmendment })},
	{"", "remainder", either(func(s *Settings) *bool { return &s.RemainderFirst }, "last", "first")},
	{"", "fee_bracket", either(func(s *Settings) *bool { return &s.MarginalFee }, "whole", "marginal")},
	{"", "fee_cliff_within", percent(func(rb *Rulebook) *decimal.Decimal { return &rb.Settings.FeeCliffWithin })},
	{"", "concurrent_agreements", either(func(s *Settings) *bool { return &s.OneAgreement }, "allowed", "one")},
	{"", "strict", yes(func(s *Settings) *bool { return &s.Strict })},

	{"ANN-1", "term_months", count(func(n *Numbers) *int { return &n.AnnualMonths })},
	{"ANN-11", "offer_months_max", count(func(n *Numbers) *int { return &n.OfferMonths })},
	{"ANN-11", "offer_days_max", count(func(n *Numbers) *int { return &n.OfferDays })},
	{"ANN-13", "hours_per_year", count(func(n *Numbers) *int { return &n.HoursPerYear })},
	{"ANN-13", "days_per_year", count(func(n *Numbers) *int { return &n.DaysPerYear })},
	{"USG-1", "categories", words(func(rb *Rulebook) *[]string { return &rb.Numbers.Categories })},
	{"USG-2", "dimensions_max", count(func(n *Numbers) *int { return &n.Dimensions })},
	{"USG-2", "rates_max", count(func(n *Numbers) *int { return &n.RateCard })},
	{"USG-10", "decimals_max", days(func(n *Numbers) *int { return &n.UsageDecimals })},
	{"CON-1", "months", wholes(func(rb *Rulebook) *[]int { return &rb.Numbers.ContractMonths })},
	{"CON-2", "offer_months_max", count(func(n *Numbers) *int { return &n.OfferContractMonths })},
	{"CON-7", "decimals_max", days(func(n *Numbers) *int { return &n.ContractDecimals })},
	{"CON-8", "title_max", count(func(n *Numbers) *int { return &n.TitleLength })},
	{"CON-8", "name_max", count(func(n *Numbers) *int { return &n.NameLength })},
	{"CON-8", "key_max", count(func(n *Numbers) *int { return &n.KeyLength })},
	{"CON-11", "concurrent_from", on(func(n *Numbers) *calendar.Day { return &n.ConcurrentFrom })},
	{"CON-11", "required_from", on(func(n *Numbers) *calendar.Day { return &n.ConcurrentRequired })},
	{"BYL-2", "paid_option_days", days(func(n *Numbers) *int { return &n.PaidOptionDays })},
	{"TRL-1", "days_min", count(func(n *Numbers) *int { return &n.ServerTrial.Min })},
	{"TRL-1", "days_max", count(func(n *Numbers) *int { return &n.ServerTrial.Max })},
	{"TRL-1", "warn_at", count(func(n *Numbers) *int { return &n.ServerTrialWarn })},
	{"TRL-3", "reminder_days", days(func(n *Numbers) *int { return &n.TrialReminder })},
	{"TRL-4", "days_min", count(func(n *Numbers) *int { return &n.SaaSTrial.Min })},
	{"TRL-4", "days_max", count(func(n *Numbers) *int { return &n.SaaSTrial.Max })},
	{"TRL-5", "days_min", count(func(n *Numbers) *int { return &n.LearningTrial.Min })},
	{"TRL-5", "days_max", count(func(n *Numbers) *int { return &n.LearningTrial.Max })},
	{"TRL-7", "refund_days", days(func(n *Numbers) *int { return &n.TrialRefundDays })},
	{"CHG-2", "notice_days", days(func(n *Numbers) *int { return &n.NoticeDays })},
	{"CHG-4", "notice_months", days(func(n *Numbers) *int { return &n.NoticeMonths })},
	{"CHG-6", "interval_days", days(func(n *Numbers) *int { return &n.AnnualInterval })},
	{"CHG-8", "cutoff_days", days(func(n *Numbers) *int { return &n.RenewalCutoff })},
	{"CHG-9", "freeze_days", days(func(n *Numbers) *int { return &n.FreezeDays })},
	{"CHG-10", "mail_days", days(func(n *Numbers) *int { return &n.RenewalMail })},
	{"CHG-11", "lock_days", days(func(n *Numbers) *int { return &n.IncreaseLock })},
	{"MOD-1", "days_min", days(func(n *Numbers) *int { return &n.Review.Min })},
	{"MOD-1", "days_max", days(func(n *Numbers) *int { return &n.Review.Max })},
	{"PRV-2", "warn_above", count(func(n *Numbers) *int { return &n.AccountsWarn })},
	{"PRV-2", "accounts_max", count(func(n *Numbers) *int { return &n.AccountsMax })},
	{"PRV-3", "offer_months_max", count(func(n *Numbers) *int { return &n.OfferHourly })},
	{"PRV-3", "offer_days_max", count(func(n *Numbers) *int { return &n.OfferHourlyDays })},
	{"PRV-7", "name_max", count(func(n *Numbers) *int { return &n.OfferName })},
	{"PRV-7", "description_max", count(func(n *Numbers) *int { return &n.OfferDescription })},
	{"PAY-1", "payments_max", count(func(n *Numbers) *int { return &n.Payments })},
	{"PAY-4", "before_expiry_max", days(func(n *Numbers) *int { return &n.PaymentsUpToExpiry })},
	{"PAY-6", "decimals_max", days(func(n *Numbers) *int { return &n.PaymentDecimals })},
	{"FDA-5", "months_max", count(func(n *Numbers) *int { return &n.FutureMonths })},
	{"REN-3", "uplift_min", share(func(n *Numbers) *decimal.Decimal { return &n.UpliftMin })},
	{"REN-3", "uplift_max", share(func(n *Numbers) *decimal.Decimal { return &n.UpliftMax })},
	{"REN-3", "decimals_max", days(func(n *Numbers) *int { return &n.UpliftDecimals })},
	{"REN-3", "available_from", on(func(n *Numbers) *calendar.Day { return &n.OfferRenewsFrom })},
	{"REN-5", "times_min", days(func(n *Numbers) *int { return &n.OfferRenewals })},
	{"REF-2", "refund_hours", days(func(n *Numbers) *int { return &n.RefundHours })},
	{"FEE-1", "public", shares(func(n *Numbers) *map[string]decimal.Decimal { return &n.Fees.Public })},
	{"FEE-2", "brackets", brackets(func(rb *Rulebook) *[]Bracket { return &rb.Numbers.Fees.Brackets })},
	{"FEE-2", "renewal", share(func(n *Numbers) *decimal.Decimal { return &n.Fees.Renewal })},
	{"FEE-3", "reseller_points", share(func(n *Numbers) *decimal.Decimal { return &n.Fees.Reseller })},
	{"FEE-4", "rate", share(func(n *Numbers) *decimal.Decimal { return &n.Fees.Services })},
	{"FEE-4", "new_rate", share(func(n *Numbers) *decimal.Decimal { return &n.Fees.ServicesTo })},
	{"FEE-4", "new_since", on(func(n *Numbers) *calendar.Day { return &n.Fees.ServicesOn })},
	{"FEE-5", "points", shares(func(n *Numbers) *map[string]decimal.Decimal { return &n.Fees.Country })},
	{"FEE-5", "since", on(func(n *Numbers) *calendar.Day { return &n.Fees.CountryOn })},
}
