package rules

import (
	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
)

// Numbers are the limits, periods and rates of the rules, by the rule that
// holds them.
type Numbers struct {
	AnnualMonths  int // ANN-1
	HoursPerYear  int // ANN-13
	DaysPerYear   int
	OfferMonths   int // ANN-11: longest offer of a machine image
	OfferDays     int
	Categories    []string // USG-1
	Dimensions    int      // USG-2
	RateCard      int
	UsageDecimals int // USG-10

	ContractMonths      []int // CON-1
	OfferContractMonths int   // CON-2
	ContractDecimals    int   // CON-7
	TitleLength         int   // CON-8
	NameLength          int
	KeyLength           int
	ConcurrentFrom      calendar.Day // CON-11
	ConcurrentRequired  calendar.Day

	PaidOptionDays   int    // BYL-2
	ServerTrial      Period // TRL-1
	ServerTrialWarn  int
	TrialReminder    int    // TRL-3
	SaaSTrial        Period // TRL-4
	LearningTrial    Period // TRL-5
	TrialRefundDays  int    // TRL-7
	NoticeDays       int    // CHG-2
	NoticeMonths     int    // CHG-4: the other way to count the notice
	AnnualInterval   int    // CHG-6
	RenewalCutoff    int    // CHG-8
	FreezeDays       int    // CHG-9
	RenewalMail      int    // CHG-10
	IncreaseLock     int    // CHG-11
	Review           Period // MOD-1
	OfferHourly      int    // PRV-3, in months
	OfferHourlyDays  int
	AccountsWarn     int
	AccountsMax      int
	OfferName        int // PRV-7
	OfferDescription int

	Payments           int // PAY-1
	PaymentsUpToExpiry int // PAY-4
	PaymentDecimals    int // PAY-6
	FutureMonths       int // FDA-5
	UpliftMin          decimal.Decimal
	UpliftMax          decimal.Decimal // REN-3: a share, 1 for 100 %
	UpliftDecimals     int
	OfferRenewsFrom    calendar.Day
	OfferRenewals      int // REN-5, at least
	RefundHours        int // REF-2
	Fees               Fees
}

// Period is a range of days, both ends included.
type Period struct{ Min, Max int }

// Holds tells whether a number of days lies in the period.
func (p Period) Holds(days int) bool { return days >= p.Min && days <= p.Max }

// Fees is the table of listing fees. Rates are shares: 0.03 for 3 %.
type Fees struct {
	Public     map[string]decimal.Decimal // FEE-1, by delivery
	Brackets   []Bracket                  // FEE-2, ascending
	Renewal    decimal.Decimal
	Reseller   decimal.Decimal // FEE-3: added
	Services   decimal.Decimal // FEE-4
	ServicesTo decimal.Decimal // for offers from ServicesOn
	ServicesOn calendar.Day
	Country    map[string]decimal.Decimal // FEE-5: added, by country
	CountryOn  calendar.Day
}

// Bracket is the fee of private offers whose value is From or more.
type Bracket struct{ From, Rate decimal.Decimal }
