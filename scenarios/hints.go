package scenarios

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/scenarios/syntax"
)

// sampleAmount is what a message shows where nobody can tell what was meant.
const sampleAmount = "0.25"

// floatText is a float as it would stand in quotes: without underscores or an
// exponent.
func floatText(s string) string {
	if d, ok := loose(s); ok {
		return d.String()
	}
	return sampleAmount
}

// loose reads a number in any notation of a sensible size.
func loose(s string) (decimal.Decimal, bool) {
	s = strings.ReplaceAll(s, "_", "")
	if len(s) >= 2*digitsBefore {
		return decimal.Decimal{}, false
	}
	if n, err := strconv.ParseInt(s, 0, 64); err == nil && len(s) > 2 && strings.ContainsAny(s[:2], "xob") {
		return decimal.NewFromInt(n), true
	}
	d, err := decimal.NewFromString(s)
	return d, err == nil && d.Exponent() > -2*digitsBefore && d.Exponent() < digitsBefore
}

// unmarked takes what people write around digits away, and writes their point as
// one: 1,260.00 and 1.260,00 are 1260.00, and 0,24 is 0.24.
func unmarked(s string) string {
	s = strings.NewReplacer("_", "", " ", "", "$", "", "+", "").Replace(s)
	comma, point := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	whole, fraction, _ := strings.Cut(s, ",")
	thousands := len(fraction) == 3 && strings.Trim(whole, "0") != "" || strings.Contains(fraction, ",")
	switch {
	case comma > point && (point >= 0 || !thousands):
		s = strings.ReplaceAll(s[:comma], ".", "") + "." + s[comma+1:]
	default:
		s = strings.ReplaceAll(s, ",", "")
	}
	if strings.HasPrefix(s, ".") {
		s = "0" + s
	}
	return strings.TrimSuffix(s, ".")
}

// numberHint is the amount that was probably meant; a share may have been
// written as a percentage.
func numberHint(p *place, s string) string {
	t := unmarked(s)
	share, isPercent := strings.CutSuffix(t, "%")
	switch d, ok := loose(t); {
	case len(t) > digitsBefore+digitsAfter+1:
		t = sampleAmount
	case isPercent && p.part == "share" && isDecimal(share):
		d = decimal.RequireFromString(share).Shift(-2)
		t = d.StringFixed(max(2, -d.Exponent()))
	case isDecimal(t):
	case ok && !d.IsNegative() && isDecimal(d.String()):
		t = d.String()
	default:
		t = sampleAmount
	}
	return `"` + t + `"`
}

// percentHint is the percentage that was probably meant: a fraction is a share.
func percentHint(s string) string {
	t := unmarked(strings.TrimSuffix(strings.TrimSpace(s), "%"))
	d, ok := loose(strings.TrimPrefix(t, "-"))
	if !ok || len(t) > digitsBefore || d.IsNegative() {
		return `"15%"`
	}
	if !strings.HasSuffix(s, "%") && d.LessThan(decimal.NewFromInt(1)) {
		d = d.Shift(2)
	}
	if strings.HasPrefix(t, "-") {
		d = d.Neg()
	}
	return `"` + d.String() + `%"`
}

// wholeHint is a text's or a float's number as a whole one, or the least there
// is.
func wholeHint(p *place, least int) string {
	if p.Kind != syntax.String && p.Kind != syntax.Float {
		return strconv.Itoa(least)
	}
	if d, ok := loose(p.Text); ok && d.GreaterThanOrEqual(decimal.NewFromInt(int64(least))) && d.LessThan(decimal.New(1, digitsBefore)) {
		return d.Truncate(0).String()
	}
	return strconv.Itoa(least)
}
