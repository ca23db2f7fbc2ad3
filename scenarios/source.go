package scenarios

import (
	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/money"
	"termsheet/scenarios/syntax"
)

// Number writes an amount as TOML source: whole numbers bare, others in quotes
// with the scale they have.
func Number(d decimal.Decimal) string {
	if d.Exponent() >= 0 {
		return d.StringFixed(0)
	}
	return `"` + money.Scaled(d) + `"`
}

// Percent writes a share as TOML source: 0.15 is "15%".
func Percent(d decimal.Decimal) string { return `"` + money.Percent(d) + `"` }

// Date writes a day as TOML source.
func Date(d calendar.Day) string { return d.String() }

// Text writes a string as TOML source.
func Text(s string) string { return syntax.Quote(s) }
