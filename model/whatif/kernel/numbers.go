package kernel

import (
	"math/bits"

	"github.com/shopspring/decimal"
)

// maxDigits is the number of digits that always fit into 64 bits.
const maxDigits = 18

// maxPlaces is the most decimals that units are counted in; numbers with more,
// as growth makes them, are left to the decimals.
const maxPlaces = 8

// centPlaces is the number of decimals of a charge.
const centPlaces = 2

var tens = func() (t [maxDigits + 1]uint64) {
	t[0] = 1
	for i := 1; i < len(t); i++ {
		t[i] = t[i-1] * 10
	}
	return t
}()

// trimmed is a number without its trailing zeros: coefficient / 10^places.
func trimmed(d decimal.Decimal) (coefficient int64, places int32, ok bool) {
	if d.NumDigits() > maxDigits {
		return 0, 0, false
	}
	coefficient, places = d.CoefficientInt64(), -d.Exponent()
	for ; places > 0 && coefficient%10 == 0; places-- {
		coefficient /= 10
	}
	return coefficient, places, true
}

// places is how many decimals a number needs, if that is not too many to count
// units in.
func places(d decimal.Decimal) int32 {
	if d.Exponent() >= 0 {
		return 0
	}
	_, p, ok := trimmed(d)
	if !ok || p > maxPlaces {
		return 0
	}
	return max(p, 0)
}

// whole is a number of units that is not negative, counted in so many decimals.
func whole(d decimal.Decimal, places int32) (int64, bool) {
	if d.Exponent() == -places && d.NumDigits() <= maxDigits { // as nearly all are
		n := d.CoefficientInt64()
		return n, n >= 0
	}
	coefficient, p, ok := trimmed(d)
	if !ok || p > places || coefficient < 0 {
		return 0, false
	}
	if coefficient == 0 {
		return 0, true
	}
	if places-p > maxDigits {
		return 0, false
	}
	hi, lo := bits.Mul64(uint64(coefficient), tens[places-p])
	return int64(lo), hi == 0 && lo <= mostUnits
}

// times multiplies two numbers of units.
func times(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	return int64(lo), hi == 0 && lo <= mostUnits
}

// ratio is the charge of units that are counted in so many decimals: cents =
// units x factor / divisor, in lowest terms.
func ratio(times, per int64, rate decimal.Decimal, places int32) (c charge, ok bool) {
	coefficient, p, ok := trimmed(rate)
	if !ok || coefficient < 0 || times < 0 || per <= 0 {
		return c, false
	}
	over, factor := bits.Mul64(uint64(coefficient), uint64(times))
	divisor := uint64(per)
	if factor == 0 && over == 0 {
		return charge{divisor: 1}, true
	}
	common := gcd(factor, divisor)
	factor, divisor = factor/common, divisor/common
	more := uint64(0)
	switch scale := places + p - centPlaces; {
	case over != 0 || scale > maxDigits || scale < -maxDigits:
		return c, false
	case scale > 0:
		common = gcd(factor, tens[scale])
		factor /= common
		more, divisor = bits.Mul64(divisor, tens[scale]/common)
	case scale < 0:
		common = gcd(tens[-scale], divisor)
		divisor /= common
		more, factor = bits.Mul64(factor, tens[-scale]/common)
	}
	return charge{factor: factor, divisor: divisor}, more == 0
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
