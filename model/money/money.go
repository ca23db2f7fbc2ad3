// Package money holds exact amounts: cents in an Amount, everything finer in
// a decimal. Nothing here is ever a float.
package money

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"
)

// Amount is a sum of US dollars in whole cents. Every charge is rounded to an
// Amount once, so that totals are plain sums.
type Amount int64

// ErrTooLarge says that a figure does not fit into an Amount.
var ErrTooLarge = errors.New("the amount is too large to be priced")

// centPlaces is the number of decimals of an Amount.
const centPlaces = 2

// Round turns an exact figure in dollars into an Amount, half away from zero;
// ErrTooLarge where it does not fit.
func Round(d decimal.Decimal) (Amount, error) {
	return fromBig(d.Round(centPlaces).Shift(centPlaces).BigInt())
}

func fromBig(b *big.Int) (Amount, error) {
	if !b.IsInt64() {
		return 0, ErrTooLarge
	}
	return Amount(b.Int64()), nil
}

// Product is the one formula behind every charge: units x times / per x rate,
// rounded once, half away from zero; ErrTooLarge where that does not fit. It
// multiplies first and divides last; per must be positive.
func Product(units decimal.Decimal, times, per int64, rate decimal.Decimal) (Amount, error) {
	if a, ok := productSmall(units, times, per, rate); ok {
		return a, nil
	}
	cents := new(big.Int).Mul(units.Coefficient(), rate.Coefficient())
	cents.Mul(cents, big.NewInt(times))
	denominator := big.NewInt(per)
	if scale := int64(units.Exponent()) + int64(rate.Exponent()) + centPlaces; scale < 0 {
		denominator.Mul(denominator, power(-scale))
	} else {
		cents.Mul(cents, power(scale))
	}
	quotient, rest := cents.QuoRem(cents, denominator, new(big.Int))
	if rest.Abs(rest).Lsh(rest, 1).Cmp(denominator) >= 0 {
		quotient.Add(quotient, big.NewInt(int64(units.Sign()*rate.Sign())))
	}
	return fromBig(quotient)
}

// Quotient divides a sum in dollars and rounds once, half away from zero;
// ErrTooLarge where that does not fit. The divisor must be positive.
func Quotient(sum, by decimal.Decimal) (Amount, error) {
	places := max(-sum.Exponent(), 0) + max(-by.Exponent(), 0) + int32(by.NumDigits())
	return Round(sum.DivRound(by, max(places, centPlaces)+2))
}

// Share is a part of an amount, from 0 to 1, rounded once.
func Share(a Amount, part decimal.Decimal) Amount {
	return Amount(a.Decimal().Mul(part).Round(centPlaces).Shift(centPlaces).IntPart())
}

// power is ten to the n-th; the result is not to be changed.
func power(n int64) *big.Int {
	if n < int64(len(bigTens)) {
		return bigTens[n]
	}
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil)
}

// bigTens holds the powers that a growth over 120 months asks for.
var bigTens = func() (t [256]*big.Int) {
	t[0] = big.NewInt(1)
	for i := 1; i < len(t); i++ {
		t[i] = new(big.Int).Mul(t[i-1], big.NewInt(10))
	}
	return t
}()

// Sum adds amounts: ErrTooLarge instead of wrapping.
func Sum(amounts ...Amount) (Amount, error) {
	var total Amount
	for _, a := range amounts {
		next := total + a
		if (a > 0 && next < total) || (a < 0 && next > total) {
			return 0, ErrTooLarge
		}
		total = next
	}
	return total, nil
}

// Split divides an amount into n payments of whole cents that add up to it;
// what is left over goes to the last (PAY-2). n must be positive.
func (a Amount) Split(n int) []Amount {
	parts := make([]Amount, n)
	each := a / Amount(n)
	for i := range parts {
		parts[i] = each
	}
	parts[n-1] += a - each*Amount(n)
	return parts
}

// Decimal is the amount in dollars, with two places.
func (a Amount) Decimal() decimal.Decimal { return decimal.New(int64(a), -centPlaces) }

// String writes the amount in dollars with two decimals: "1234.50".
func (a Amount) String() string { return a.written(false) }

// Grouped writes the amount for people, with commas: "-1,234.50".
func (a Amount) Grouped() string { return a.written(true) }

// Signed is Grouped with a plus before what is above zero: a difference, whose sign
// says which way it goes.
func (a Amount) Signed() string {
	if a > 0 {
		return "+" + a.Grouped()
	}
	return a.Grouped()
}

// Dollars is the amount in whole dollars, half a dollar away from zero.
func (a Amount) Dollars() int64 {
	dollars, cents := int64(a/100), a%100
	switch {
	case cents >= 50:
		dollars++
	case cents <= -50:
		dollars--
	}
	return dollars
}

// AppendGrouped appends what Grouped writes.
func (a Amount) AppendGrouped(to []byte) []byte {
	var buf [amountBytes]byte
	return append(to, a.write(&buf, true)...)
}

func (a Amount) written(grouped bool) string {
	var buf [amountBytes]byte
	return string(a.write(&buf, grouped))
}

const amountBytes = 32 // -92,233,720,368,547,758.08 has 26

// write writes the amount from its last digit, since thousands are counted
// from there.
func (a Amount) write(buf *[amountBytes]byte, grouped bool) []byte {
	cents := uint64(a)
	if a < 0 {
		cents = -cents
	}
	at := len(buf)
	for n := 0; n <= centPlaces || cents > 0; n++ {
		switch {
		case n == centPlaces:
			at--
			buf[at] = '.'
		case grouped && n > centPlaces && (n-centPlaces)%3 == 0:
			at--
			buf[at] = ','
		}
		at--
		buf[at] = '0' + byte(cents%10)
		cents /= 10
	}
	if a < 0 {
		at--
		buf[at] = '-'
	}
	return buf[at:]
}

// MarshalText writes the amount as a JSON string with two decimals.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// ParseAmount reads a sum in dollars that has at most two decimals; the error says
// what is wrong with another.
func ParseAmount(s string) (Amount, error) {
	d, err := decimal.NewFromString(s)
	if err != nil {
		return 0, fmt.Errorf("%q is not an amount", s)
	}
	if d.Exponent() < -centPlaces && !d.Equal(d.Round(centPlaces)) {
		return 0, fmt.Errorf("%q has more than two decimals", s)
	}
	return Round(d)
}

// Group puts commas between the thousands of a written number.
func Group(s string) string {
	from := 0
	if strings.HasPrefix(s, "-") {
		from = 1
	}
	to := strings.IndexByte(s, '.')
	if to < 0 {
		to = len(s)
	}
	if to-from <= 3 {
		return s
	}
	grouped := make([]byte, 0, len(s)+(to-from)/3)
	for i := range len(s) {
		if i > from && i < to && (to-i)%3 == 0 {
			grouped = append(grouped, ',')
		}
		grouped = append(grouped, s[i])
	}
	return string(grouped)
}

// Scaled writes a decimal with the scale it was given: 0.20 stays "0.20".
func Scaled(d decimal.Decimal) string {
	if text, ok := short(d, false); ok {
		return text
	}
	return d.StringFixed(max(-d.Exponent(), 0))
}

// Plain writes a decimal without zeros at its end: 0.20 is "0.2".
func Plain(d decimal.Decimal) string {
	if text, ok := short(d, true); ok {
		return text
	}
	return d.String()
}

// Percent writes a share as people do: 0.15 is "15%".
func Percent(share decimal.Decimal) string { return Plain(share.Shift(2)) + "%" }

// short writes what fits into a machine word, as nearly everything does: it takes
// a fraction of what the decimals need.
func short(d decimal.Decimal, trimmed bool) (string, bool) {
	const most = 18 // digits
	places := -int(d.Exponent())
	if places < 0 || places > most || d.NumDigits() > most {
		return "", false
	}
	left := d.CoefficientInt64()
	negative := left < 0
	if negative {
		left = -left
	}
	for ; trimmed && places > 0 && left%10 == 0; places-- {
		left /= 10
	}
	var buf [most + 3]byte
	at := len(buf)
	for n := 0; n <= places || left > 0; n++ {
		if n > 0 && n == places {
			at--
			buf[at] = '.'
		}
		at--
		buf[at] = '0' + byte(left%10)
		left /= 10
	}
	if negative {
		at--
		buf[at] = '-'
	}
	return string(buf[at:]), true
}

// Trimmed drops trailing zeros of a worked-out decimal, but keeps at least
// `places` of them.
func Trimmed(d decimal.Decimal, places int32) decimal.Decimal {
	for d.Exponent() < -places {
		shorter := d.Truncate(-d.Exponent() - 1)
		if !shorter.Equal(d) {
			break
		}
		d = shorter
	}
	return d
}
