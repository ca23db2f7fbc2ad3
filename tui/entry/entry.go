// Package entry reads what is typed into a cell: a value (10, 1,260.50, 2.5m)
// or a change to the value that stands there (+2, -15%, *1.1, /2). All of it is
// exact; nothing here is ever a float.
package entry

import (
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/money"
)

// Limits of what can be typed. They keep a slip of the finger from becoming a
// number that fills the screen.
const (
	maxLength = 200
	maxDigits = 12 // before the point
	maxPlaces = 8  // as many as a rate can have
)

var hundred = decimal.NewFromInt(100)

// Kind is what a cell holds.
type Kind uint8

// The kinds of number that are typed.
const (
	Whole   Kind = iota // annuals, months: no fraction
	Number              // quantities in use
	Rate                // dollars
	Percent             // 15%: relative input counts in points
)

// Resolve is the value that an input makes of the one that stood there.
func Resolve(input string, old decimal.Decimal, kind Kind) (decimal.Decimal, error) {
	value, err := resolve(input, old, kind)
	if err != nil {
		return decimal.Zero, err
	}
	switch {
	case value.IsNegative():
		return decimal.Zero, fmt.Errorf("%s would make it %s; the least is 0", strings.TrimSpace(input), plain(value))
	case kind == Whole && !value.IsInteger():
		return decimal.Zero, fmt.Errorf("%s is not a whole number", plain(value))
	case value.NumDigits()+int(value.Exponent()) > maxDigits:
		return decimal.Zero, fmt.Errorf("%s has more than %d digits", plain(value), maxDigits)
	}
	return value, nil
}

func resolve(input string, old decimal.Decimal, kind Kind) (decimal.Decimal, error) {
	text := strings.TrimSpace(input)
	if text == "" {
		return decimal.Zero, errors.New("type a value, or a change such as +2, -15% or *1.1")
	}
	op, rest := text[0], strings.TrimSpace(text[1:])
	switch op {
	case '+', '-':
		return shift(op, rest, old, kind)
	case '*', 'x', '/':
		factor, err := parse(rest)
		if err != nil {
			return decimal.Zero, err
		}
		if op != '/' {
			return settled(old.Mul(factor), old, kind), nil
		}
		if factor.IsZero() {
			return decimal.Zero, errors.New("nothing can be divided by 0")
		}
		return settled(old.DivRound(factor, maxPlaces), old, kind), nil
	case '=':
		text = rest
	}
	if percent, ok := strings.CutSuffix(text, "%"); ok {
		if kind != Percent {
			return decimal.Zero, fmt.Errorf("%s is a share; to change by it write +%s or -%s", text, text, text)
		}
		text = percent
	}
	return parse(text)
}

// shift adds or takes away a number, or a percentage of what stood there.
func shift(op byte, rest string, old decimal.Decimal, kind Kind) (decimal.Decimal, error) {
	number, share := strings.CutSuffix(rest, "%")
	by, err := parse(number)
	if err != nil {
		return decimal.Zero, err
	}
	if share && kind != Percent {
		by = old.Mul(by).DivRound(hundred, maxPlaces+2)
	}
	if op == '-' {
		by = by.Neg()
	}
	if share {
		return settled(old.Add(by), old, kind), nil
	}
	return old.Add(by), nil
}

// settled rounds what a factor or a percentage made of a value: a whole number
// stays whole, a rate keeps at most the places that a rate can have.
func settled(value, old decimal.Decimal, kind Kind) decimal.Decimal {
	if kind == Whole || kind == Number && old.IsInteger() {
		return value.Round(0)
	}
	return trim(value.Round(maxPlaces))
}

// suffixes are the short ways to write large numbers.
var suffixes = map[byte]int32{'k': 3, 'm': 6, 'b': 9}

// parse reads a number without a sign: 10, 1,260.50, 2.5m.
func parse(text string) (decimal.Decimal, error) {
	s := strings.TrimSpace(text)
	clean := strings.TrimPrefix(strings.ReplaceAll(s, "_", ""), "$")
	shift := int32(0)
	if n := len(clean); n > 1 {
		if by, ok := suffixes[clean[n-1]|0x20]; ok {
			shift, clean = by, clean[:n-1]
		}
	}
	if s == "" {
		return decimal.Zero, errors.New("the number is missing")
	}
	clean, err := money.Ungrouped(clean)
	if err != nil {
		return decimal.Zero, err
	}
	if !isNumber(clean) {
		return decimal.Zero, fmt.Errorf("%q is not a number", clip(s))
	}
	d, err := decimal.NewFromString(clean)
	if err != nil {
		return decimal.Zero, fmt.Errorf("%q is not a number", clip(s))
	}
	d = d.Shift(shift)
	if d.Exponent() < -maxPlaces {
		return decimal.Zero, fmt.Errorf("%s has more than %d decimals", clip(s), maxPlaces)
	}
	if d.Exponent() > 0 {
		d = d.Truncate(0)
	}
	return d, nil
}

// isNumber admits digits and one point, and so neither signs nor exponents.
func isNumber(s string) bool {
	digits, points := 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '.':
			points++
		default:
			return false
		}
	}
	return digits > 0 && points <= 1 && len(s) <= 2*maxDigits
}

func clip(s string) string {
	const most = 24
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "..."
	}
	return s
}

// trim drops the zeros that working out has left at the end.
func trim(d decimal.Decimal) decimal.Decimal {
	text := d.String()
	t, err := decimal.NewFromString(text)
	if err != nil {
		return d
	}
	return t
}

func plain(d decimal.Decimal) string { return trim(d).String() }

// Share writes a share as a percentage: 0.15 as "15%".
func Share(d decimal.Decimal) string { return plain(d.Mul(hundred)) + "%" }

// ResolveShare is Resolve for a share of one that is typed as a percentage.
func ResolveShare(input string, old decimal.Decimal, most int64) (decimal.Decimal, error) {
	value, err := Resolve(input, old.Mul(hundred), Percent)
	if err != nil {
		return decimal.Zero, err
	}
	if value.GreaterThan(decimal.NewFromInt(most)) {
		return decimal.Zero, fmt.Errorf("%s%% is more than %d%%", plain(value), most)
	}
	return trim(value.Shift(-2)), nil
}
