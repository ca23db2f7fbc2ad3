package scenarios

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/money"
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
func Percent(d decimal.Decimal) string {
	return `"` + money.Scaled(money.Trimmed(d.Shift(2), 0)) + `%"`
}

// Date writes a day as TOML source.
func Date(d calendar.Day) string { return d.String() }

// textEscapes are what TOML cannot hold in quotes as it is.
var textEscapes = map[rune]string{'"': `\"`, '\\': `\\`, '\n': `\n`, '\r': `\r`, '\t': `\t`}

// Text writes a string as TOML source.
func Text(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch escape, ok := textEscapes[r]; {
		case ok:
			b.WriteString(escape)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// key writes a name as a key of TOML source.
func keySource(name string) string {
	bare := name != ""
	for i := 0; i < len(name) && bare; i++ {
		c := name[i]
		bare = c == '-' || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	if bare && utf8.ValidString(name) {
		return name
	}
	return Text(name)
}
