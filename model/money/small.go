package money

import (
	"math/bits"

	"github.com/shopspring/decimal"
)

// tens holds the powers of ten that fit into 64 bits.
var tens = func() (t [19]uint64) {
	t[0] = 1
	for i := 1; i < len(t); i++ {
		t[i] = t[i-1] * 10
	}
	return t
}()

// int64Digits is the number of digits that always fit into an int64.
const int64Digits = 18

// productSmall is Product in 128-bit integers, for the figures of nearly every
// deal; ok is false where they do not fit, and the decimals take over.
func productSmall(units decimal.Decimal, times, per int64, rate decimal.Decimal) (Amount, bool) {
	if units.NumDigits() > int64Digits || rate.NumDigits() > int64Digits || times < 0 || per <= 0 {
		return 0, false
	}
	negative, a, b := false, units.CoefficientInt64(), rate.CoefficientInt64()
	if a < 0 {
		negative, a = !negative, -a
	}
	if b < 0 {
		negative, b = !negative, -b
	}
	hi, numerator := bits.Mul64(uint64(a), uint64(b))
	if hi != 0 {
		return 0, false
	}
	hi, lo := bits.Mul64(numerator, uint64(times))
	denominator := uint64(per)
	scale := units.Exponent() + rate.Exponent() + centPlaces
	switch {
	case scale > 18 || scale < -18:
		return 0, false
	case scale > 0:
		if hi != 0 {
			return 0, false
		}
		hi, lo = bits.Mul64(lo, tens[scale])
	case scale < 0:
		over, wide := bits.Mul64(denominator, tens[-scale])
		if over != 0 {
			return 0, false
		}
		denominator = wide
	}
	if hi >= denominator {
		return 0, false
	}
	quotient, rest := bits.Div64(hi, lo, denominator)
	if rest >= denominator-rest {
		quotient++
	}
	if quotient > 1<<62 {
		return 0, false
	}
	if negative {
		return -Amount(quotient), true
	}
	return Amount(quotient), true
}
