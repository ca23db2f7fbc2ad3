package scenarios

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/scenarios/syntax"
)

// Numbers are kept to a size at which every product of them stays exact and
// quick. Years are kept to those in which a deal can lie.
const (
	digitsBefore = 15
	digitsAfter  = 12
	firstYear    = 2000
	lastYear     = 2199
)

// wrong refuses a value that is not of the kind its key wants.
func (r *reader) wrong(p *place, want, fix string) {
	r.refuse(p, fmt.Sprintf("%s is %s, not %s", p.name(), p.Kind, want), fix)
}

// sample is what a message shows for a key: its own value where that would do.
func sample(p *place, instead string) string {
	if p.up != nil && p.up.Kind == syntax.List {
		return instead
	}
	return deal.Quoted(p.part) + " = " + instead
}

// number reads an exact amount that is not negative: a whole number, or any
// other in quotes.
func (r *reader) number(p *place) (decimal.Decimal, bool) {
	switch p.Kind {
	case syntax.Integer:
		return r.decimal(p, strings.ReplaceAll(p.Text, "_", ""), p.Text, "")
	case syntax.String:
		return r.decimal(p, p.Text, Quoted(p.Text), `"`)
	case syntax.Float:
		r.refuse(p, fmt.Sprintf("%s is a bare float, which loses digits", p.name()), "write the amount in quotes: "+sample(p, `"`+floatText(p.Text)+`"`))
	default:
		r.wrong(p, "an amount", "write "+sample(p, `"0.25"`))
	}
	return decimal.Decimal{}, false
}

// decimal reads digits with at most one point. quote is what the source has
// around them.
func (r *reader) decimal(p *place, s, said, quote string) (decimal.Decimal, bool) {
	if strings.HasPrefix(s, "-") && isDecimal(s[1:]) {
		r.refuse(p, fmt.Sprintf("%s is negative: %s", p.name(), said), "write 0 or more")
		return decimal.Decimal{}, false
	}
	if !isDecimal(s) {
		r.refuse(p, fmt.Sprintf("%s is not an amount: %s", p.name(), said), "write "+sample(p, numberHint(p, s)))
		return decimal.Decimal{}, false
	}
	whole, fraction, _ := strings.Cut(s, ".")
	if len(strings.TrimLeft(whole, "0")) > digitsBefore || len(fraction) > digitsAfter {
		r.refuse(p, fmt.Sprintf("%s has too many digits: %s%s%s", p.name(), quote, shown(s), quote),
			fmt.Sprintf("write at most %d digits before the point and %d after it", digitsBefore, digitsAfter))
		return decimal.Decimal{}, false
	}
	if fraction == "" && len(whole) <= digitsBefore {
		n, _ := strconv.ParseInt(whole, 10, 64)
		return decimal.NewFromInt(n), true
	}
	d, err := decimal.NewFromString(s)
	return d, err == nil
}

// isDecimal tells whether s is digits, and after a point digits again.
func isDecimal(s string) bool {
	whole, fraction, point := strings.Cut(s, ".")
	return isDigits(whole) && (!point || isDigits(fraction))
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// percents is a range of percentages. Said is what a message names instead,
// where a rule keeps to less.
type percents struct{ least, most, said int64 }

// percent reads "15%" as 0.15. Only growth may be below zero.
func (r *reader) percent(p *place, within percents) (decimal.Decimal, bool) {
	digits, signed := strings.CutSuffix(p.Text, "%")
	bare := strings.TrimPrefix(digits, "-")
	switch {
	case p.Kind != syntax.String && p.Kind != syntax.Integer && p.Kind != syntax.Float:
		r.wrong(p, "a percentage", "write "+sample(p, `"15%"`))
	case !isDecimal(bare):
		r.refuse(p, fmt.Sprintf("%s is not a percentage: %s", p.name(), Quoted(p.Text)), "write "+sample(p, percentHint(p.Text)))
	case !signed || p.Kind != syntax.String:
		r.refuse(p, fmt.Sprintf("%s is a percentage without its sign: %s", p.name(), r.source(p.Node)), "write "+sample(p, percentHint(p.Text)))
	default:
		return r.percentIn(p, digits, bare, within)
	}
	return decimal.Decimal{}, false
}

func (r *reader) percentIn(p *place, digits, bare string, within percents) (decimal.Decimal, bool) {
	d, ok := r.decimal(p, bare, Quoted(p.Text), "")
	if !ok {
		return d, false
	}
	if digits != bare {
		d = d.Neg()
	}
	if d.LessThan(decimal.NewFromInt(within.least)) || d.GreaterThan(decimal.NewFromInt(within.most)) {
		r.refuse(p, fmt.Sprintf("%s is out of range: %s", p.name(), Quoted(p.Text)), fmt.Sprintf("write %d%% to %d%%", within.least, cmp.Or(within.said, within.most)))
		return d, false
	}
	return d.Shift(-2), true
}

// text reads a string.
func text[T any](at func(*T) *string) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if p.Kind != syntax.String {
			r.wrong(p, "text", "write it in quotes: "+sample(p, Text(p.Text)))
			return
		}
		*at(into) = p.Text
	}
}

// flag reads true or false.
func flag[T any](at func(*T) *bool) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if p.Kind != syntax.Bool {
			r.wrong(p, "true or false", "write "+sample(p, "true")+" or "+sample(p, "false"))
			return
		}
		*at(into) = p.Text == "true"
	}
}

// count reads a whole number of something.
func count[T any](least, most int, at func(*T) *int) func(*reader, *place, *T) {
	return counted(least, most, fmt.Sprintf("write %d to %d", least, most), at)
}

// counted is count where a rule keeps to less than what is read, so that the
// fix does not name the range.
func counted[T any](least, most int, fix string, at func(*T) *int) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if p.Kind != syntax.Integer {
			r.wrong(p, "a whole number", "write "+sample(p, wholeHint(p, least)))
			return
		}
		n, err := strconv.Atoi(strings.ReplaceAll(p.Text, "_", ""))
		if err != nil || n < least || n > most {
			r.refuse(p, fmt.Sprintf("%s is out of range: %s", p.name(), shown(p.Text)), fix)
			return
		}
		*at(into) = n
	}
}

// day reads a local date that exists.
func day[T any](at func(*T) *calendar.Day) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		switch p.Kind {
		case syntax.Date:
			if d, ok := r.date(p); ok {
				*at(into) = d
			}
		case syntax.String:
			if _, err := calendar.Parse(p.Text); err == nil {
				r.refuse(p, p.name()+" is a date in quotes", "write it without them: "+sample(p, p.Text))
				return
			}
			fallthrough
		default:
			r.wrong(p, "a date", "write "+sample(p, "2026-02-01"))
		case syntax.Moment:
			r.refuse(p, p.name()+" is a date with a time", "write the day only: all days are UTC days")
		}
	}
}

func (r *reader) date(p *place) (calendar.Day, bool) {
	d, err := calendar.Parse(p.Text)
	if err != nil {
		r.refuse(p, fmt.Sprintf("%s is a day that does not exist: %s", p.name(), shown(p.Text)), "write a day of the calendar"+lastDay(p.Text))
		return 0, false
	}
	if y, _, _ := d.Civil(); y < firstYear || y > lastYear {
		r.refuse(p, fmt.Sprintf("%s is out of range: %s", p.name(), p.Text), fmt.Sprintf("write a year from %d to %d", firstYear, lastYear))
		return 0, false
	}
	return d, true
}

// lastDay names the last day of the month in which a day was sought.
func lastDay(s string) string {
	if len(s) != len("2026-02-30") {
		return ""
	}
	first, err := calendar.Parse(s[:8] + "01")
	if err != nil {
		return ": months go from 01 to 12"
	}
	return ": the month ends on " + (first.NextMonth() - 1).String()
}

// word reads one of a few words.
func word[T any, W ~string](words []W, at func(*T) *W) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if w, ok := oneWord(r, p, words); ok {
			*at(into) = w
		}
	}
}

func oneWord[W ~string](r *reader, p *place, words []W) (W, bool) {
	if p.Kind == syntax.String {
		for _, w := range words {
			if string(w) == p.Text {
				return w, true
			}
		}
		r.refuse(p, fmt.Sprintf("%s cannot be %s", p.name(), Quoted(p.Text)), "write "+choices(words))
		return "", false
	}
	r.wrong(p, "one of its words", "write "+choices(words))
	return "", false
}

func choices[W ~string](words []W) string {
	inQuotes := make([]string, len(words))
	for i, w := range words {
		inQuotes[i] = strconv.Quote(string(w))
	}
	return listed(inQuotes, "or")
}

// rate reads a price.
func rate[T any](at func(*T) *listing.Rate) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if d, ok := r.number(p); ok {
			*at(into) = listing.Of(d)
		}
	}
}

// units reads a quantity.
func units[T any](at func(*T) *decimal.Decimal) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if d, ok := r.number(p); ok {
			*at(into) = d
		}
	}
}

// share reads a percentage.
func share[T any](within percents, at func(*T) *decimal.Decimal) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if d, ok := r.percent(p, within); ok {
			*at(into) = d
		}
	}
}

// series reads a number, or a list of numbers by billing month.
func series[T any](at func(*T) *deal.Series) func(*reader, *place, *T) {
	return func(r *reader, p *place, into *T) {
		if p.Kind != syntax.List {
			if d, ok := r.number(p); ok {
				*at(into) = deal.Series{d}
			}
			return
		}
		if len(p.Items) == 0 {
			r.refuse(p, p.name()+" is an empty list", "write a number, or one for each billing month")
			return
		}
		made := make(deal.Series, 0, len(p.Items))
		for i := range p.Items {
			if d, ok := r.number(p.item(i)); ok {
				made = append(made, d)
			}
		}
		*at(into) = made
	}
}
