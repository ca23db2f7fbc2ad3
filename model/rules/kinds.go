package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
)

// A put stores the value of a key in a rulebook, or says what to write
// instead. sub is the rest of the key, for tables inside a rule.
type put func(rb *Rulebook, sub string, value any) (fix string)

// whole takes a count or a period that is at least least.
func whole(at func(*Rulebook) *int, least int) put {
	return func(rb *Rulebook, _ string, value any) string {
		n, ok := value.(int64)
		if !ok || n < int64(least) || n > largest {
			return fmt.Sprintf("write a whole number from %d to %d", least, largest)
		}
		*at(rb) = int(n)
		return ""
	}
}

// largest bounds what is counted, so that dates stay within their range.
const largest = 100_000

func wholes(at func(*Rulebook) *[]int) put {
	return func(rb *Rulebook, _ string, value any) string {
		const fix = "write whole numbers in ascending order: [1, 12]"
		list, _ := value.([]any)
		var numbers []int
		for _, v := range list {
			n, ok := v.(int64)
			if !ok || n < 1 || n > largest {
				return fix
			}
			numbers = append(numbers, int(n))
		}
		if len(numbers) == 0 || !slices.IsSorted(numbers) {
			return fix
		}
		*at(rb) = numbers
		return ""
	}
}

func words(at func(*Rulebook) *[]string) put {
	return func(rb *Rulebook, _ string, value any) string {
		list, ok := stringsOf(value)
		if !ok || len(list) == 0 {
			return `write words: ["users", "hosts"]`
		}
		*at(rb) = list
		return ""
	}
}

// stringsOf reads a list of strings.
func stringsOf(value any) ([]string, bool) {
	list, ok := value.([]any)
	var out []string
	for _, v := range list {
		s, isString := v.(string)
		ok = ok && isString && s != ""
		out = append(out, s)
	}
	return out, ok
}

func date(at func(*Rulebook) *calendar.Day) put {
	return func(rb *Rulebook, _ string, value any) string {
		day, ok := value.(calendar.Day)
		if !ok {
			return "write a date: 2026-02-01"
		}
		*at(rb) = day
		return ""
	}
}

const percentFix = `write a percentage in quotes, from "0%" to "100%"`

// percent takes a share that is written "3%".
func percent(at func(*Rulebook) *decimal.Decimal) put {
	return func(rb *Rulebook, _ string, value any) string {
		share, ok := percentOf(value)
		if !ok {
			return percentFix
		}
		*at(rb) = share
		return ""
	}
}

// percents takes one share for each key of a table.
func percents(at func(*Rulebook) *map[string]decimal.Decimal) put {
	return func(rb *Rulebook, sub string, value any) string {
		share, ok := percentOf(value)
		if !ok || sub == "" {
			return percentFix + " for each key"
		}
		if *at(rb) == nil {
			*at(rb) = map[string]decimal.Decimal{}
		}
		(*at(rb))[sub] = share
		return ""
	}
}

func percentOf(value any) (decimal.Decimal, bool) {
	s, _ := value.(string)
	number, signed := strings.CutSuffix(s, "%")
	d, err := decimal.NewFromString(strings.TrimSpace(number))
	ok := signed && err == nil && !d.IsNegative() && d.LessThanOrEqual(decimal.NewFromInt(100))
	return d.Shift(-2), ok
}

// brackets takes the fee table, each bracket with where it begins.
func brackets(at func(*Rulebook) *[]Bracket) put {
	return func(rb *Rulebook, _ string, value any) string {
		const fix = `write brackets in ascending order from "0": [ { from = "0", rate = "3%" }, ... ]`
		list, _ := value.([]any)
		var out []Bracket
		for _, v := range list {
			table, _ := v.(map[string]any)
			from, _ := table["from"].(string)
			amount, err := decimal.NewFromString(from)
			rate, ok := percentOf(table["rate"])
			if err != nil || !ok || len(table) != 2 {
				return fix
			}
			if n := len(out); n == 0 && !amount.IsZero() || n > 0 && !amount.GreaterThan(out[n-1].From) {
				return fix
			}
			out = append(out, Bracket{From: amount, Rate: rate})
		}
		if len(out) == 0 {
			return fix
		}
		*at(rb) = out
		return ""
	}
}

func flag(at func(*Rulebook) *bool) put {
	return func(rb *Rulebook, _ string, value any) string {
		b, ok := value.(bool)
		if !ok {
			return "write true or false"
		}
		*at(rb) = b
		return ""
	}
}

// choice takes one of two words; the second one sets the flag.
func choice(at func(*Rulebook) *bool, usual, other string) put {
	return func(rb *Rulebook, _ string, value any) string {
		if value != usual && value != other {
			return fmt.Sprintf("write %q or %q", usual, other)
		}
		*at(rb) = value == other
		return ""
	}
}

// written is a value as text, for people.
func written(value any) string {
	switch v := value.(type) {
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = written(v[i])
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		return fmt.Sprintf("%v from %v", v["rate"], v["from"])
	}
	return fmt.Sprint(value)
}
