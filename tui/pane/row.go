package pane

import (
	"math"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/shopspring/decimal"

	"termsheet/model/money"
	"termsheet/tui/input"
	"termsheet/tui/theme"
)

// Row writes one line, run by run, and knows how wide it is by now.
type Row struct {
	th *theme.Theme
	b  strings.Builder
	w  int

	fields []Span
	few    [2]Span // room for as many as most rows have
}

// NewRow begins a line.
func NewRow(th *theme.Theme) *Row {
	r := &Row{th: th}
	r.fields = r.few[:0]
	r.b.Grow(rowBytes)
	return r
}

// rowBytes is what most rows take, paint and all.
const rowBytes = 256

// Left writes text in w cells, padded on the right.
func (r *Row) Left(style theme.Style, text string, w int) *Row {
	if w > 0 {
		text, blanks := r.th.Fitted(text, w)
		style.Write(&r.b, text, blanks)
		r.w += w
	}
	return r
}

// Right writes text in w cells, padded on the left.
func (r *Row) Right(style theme.Style, text string, w int) *Row {
	if w > 0 {
		text, blanks := r.th.Fitted(text, w)
		style.Write(&r.b, blanks, text)
		r.w += w
	}
	return r
}

// Add writes text as wide as it is.
func (r *Row) Add(style theme.Style, text string) *Row {
	style.Write(&r.b, text)
	r.w += theme.Width(text)
	return r
}

// Gap writes n blanks.
func (r *Row) Gap(n int) *Row {
	if n > 0 {
		_, blanks := r.th.Fitted("", n)
		r.b.WriteString(blanks)
		r.w += n
	}
	return r
}

// Width is how many cells are written.
func (r *Row) Width() int { return r.w }

// String is the line.
func (r *Row) String() string { return r.b.String() }

// Fields are the cells that changeable values were written in, from the left.
func (r *Row) Fields() []Span { return r.fields }

// Either is the first where that is so, else the second.
func Either[T any](so bool, a, b T) T {
	if so {
		return a
	}
	return b
}

// Mark is how a cell is drawn.
type Mark struct {
	Style   theme.Style // where it is not focused
	Focused bool
	Typing  *input.Typed
	Flag    Flag // stands before the value
}

// Field writes a changeable value, right-aligned with a cell of margin on each
// side; the focused one stands in brackets there, so that it is seen without
// colour. A text that is longer than its cell shows the cursor while it is typed.
func (r *Row) Field(m Mark, text string, w int) *Row {
	r.fields = append(r.fields, Span{r.w, r.w + w})
	switch {
	case w < 3:
		return r.Gap(w)
	case m.Focused && m.Typing != nil:
		return r.Add(r.th.Input, "["+r.th.FitRight(m.Typing.Window(r.th, w-2), w-2)+"]")
	case m.Focused:
		inner := r.th.Fit(text, min(theme.Width(text), w-2))
		bracket := r.flag(m.Flag, w-2-theme.Width(inner), "[")
		return r.Add(r.th.Selection, bracket+inner+"]")
	}
	if m.Flag.Glyph == "" {
		return r.Gap(1).Right(m.Style, text, w-2).Gap(1)
	}
	inner := r.th.Fit(text, min(theme.Width(text), w-2))
	margin := r.flag(m.Flag, w-2-theme.Width(inner), " ")
	return r.Add(m.Style, margin+inner).Gap(1)
}

// flag writes the n cells before a value's margin, the sign last among them.
// Where there are none it takes the place of the margin; what is left of that
// is given back.
func (r *Row) flag(f Flag, n int, margin string) string {
	switch {
	case f.Glyph == "":
		r.Gap(n)
	case n > 0:
		r.Gap(n-1).Add(f.Style, f.Glyph)
	default:
		r.Add(f.Style, f.Glyph)
		return ""
	}
	return margin
}

// Delta is Change for what a buyer pays.
func (r *Row) Delta(diff money.Amount, known bool, w int) *Row {
	return r.Change(diff, theme.Less, known, w)
}

// Change writes the signed difference of a figure from the baseline in w cells:
// a sign for the eye and the amount with its sign, in the style that says whether
// it is one for the better.
func (r *Row) Change(diff money.Amount, want theme.Want, known bool, w int) *Row {
	if !known || diff == 0 {
		text := ""
		if known {
			text = r.th.Glyphs.Dot
		}
		return r.Right(r.th.Dim, text, w)
	}
	style, sign := r.th.Change(int64(diff), want)
	return r.Right(style, deltaText(sign, diff, w-1), w)
}

// deltaText writes a difference with its signs in at most w cells: with cents
// and room between, else without, else with nothing but + or -, else shortened.
func deltaText(sign string, diff money.Amount, w int) string {
	text := sign + " " + diff.Signed()
	if theme.Width(text) <= w {
		return text
	}
	whole := dollars(diff, "+", math.MaxInt32)
	for _, text := range []string{sign + " " + whole, sign + whole, whole} {
		if theme.Width(text) <= w {
			return text
		}
	}
	return sign + dollars(diff, "+", w-1)
}

// Many writes a whole number for people.
func Many[N int | int64](n N) string { return money.Group(strconv.FormatInt(int64(n), 10)) }

// Counted is Many with what is counted: 1 row, 2 rows.
func Counted[N int | int64](n N, what string) string {
	if n != 1 {
		what += "s"
	}
	return Many(n) + " " + what
}

// Quantity writes a count for people: grouped, without trailing zeros.
func Quantity(d decimal.Decimal) string { return money.Group(money.Plain(d)) }

// Short writes a quantity in at most w cells where that is possible: grouped, else
// with fewer decimals, else in thousands, millions or billions, marked where that
// rounds.
func Short(d decimal.Decimal, w int) string {
	if text := Quantity(d); len(text) <= w {
		return text
	}
	if d.Exponent() == 0 && d.NumDigits() <= mostDigits && !d.IsNegative() {
		return shortWhole(d.CoefficientInt64(), w)
	}
	if text := marked(d, w); len(text) <= w {
		return text
	}
	for _, unit := range units {
		exact := d.Shift(-unit.places)
		if exact.Round(0).LessThan(thousand) {
			return marked(exact, w-len(unit.suffix)) + unit.suffix
		}
	}
	return d.String()
}

var (
	thousand = decimal.NewFromInt(1000)
	units    = []struct {
		places int32
		suffix string
	}{{3, "k"}, {6, "M"}, {9, "G"}, {12, "T"}, {15, "P"}} // no m and b: those read as months and bytes
)

// mostDigits leave room in 64 bits.
const mostDigits = 15

// shortWhole does the same for a whole number, as all amounts in dollars are, in a
// fraction of the time.
func shortWhole(n int64, w int) string {
	size := int64(1)
	for _, unit := range units {
		size *= 1000
		if (n+size/2)/size >= 1000 {
			continue
		}
		for step := size / 1000; ; step *= 10 {
			rest := n % step
			near := n - rest
			if 2*rest >= step {
				near += step
			}
			text := strconv.FormatInt(near/size, 10)
			if part := near % size; part > 0 {
				text += strings.TrimRight("."+strconv.FormatInt(size+part, 10)[1:], "0")
			}
			if near != n {
				text = rounded + text
			}
			if len(text)+len(unit.suffix) <= w || step == size {
				return text + unit.suffix
			}
		}
	}
	return strconv.FormatInt(n, 10)
}

// marked writes a number with as many decimals as fit, and a mark before it where
// that leaves something out.
func marked(d decimal.Decimal, w int) string {
	for places := int32(3); places >= 0; places-- {
		short := d.Round(places)
		text := Quantity(short)
		if !short.Equal(d) {
			text = rounded + text
		}
		if len(text) <= w || places == 0 {
			return text
		}
	}
	return ""
}

// rounded stands before a figure that says less than there is to it, for want of
// room: cents that are left out, a shortened number.
const rounded = "~"

// Money writes an amount in at most w cells: with cents where they fit, in
// whole dollars where those do, else shortened as a quantity is.
func Money(a money.Amount, w int) string {
	if text := a.Grouped(); len(text) <= w {
		return text
	}
	return Dollars(a, w)
}

// Dollars is Money without cents where there is room for them, too.
func Dollars(a money.Amount, w int) string { return dollars(a, "", w) }

// InWhole heads a picture whose labels are Whole.
const InWhole = "whole dollars"

// Whole is Dollars for a label in a picture, where the heading says that cents are
// left out everywhere.
func Whole(a money.Amount, w int) string {
	return dollars(money.Amount(a.Dollars()*100), "", w)
}

// dollars writes an amount without its cents, a plus before it that is above
// zero, and marks it where that rounds.
func dollars(a money.Amount, plus string, w int) string {
	whole, mark, sign := a.Dollars(), "", ""
	if money.Amount(whole*100) != a {
		mark = rounded
	}
	switch {
	case whole < 0:
		whole, sign = -whole, "-"
	case whole > 0:
		sign = plus
	}
	text := money.Group(strconv.FormatInt(whole, 10))
	if room := w - len(mark) - len(sign); len(text) > room {
		exact := decimal.NewFromInt(whole)
		text = Short(exact, w-len(sign))
		if mark != "" && !strings.HasPrefix(text, rounded) {
			text = Short(exact, room)
		}
		if short, ok := strings.CutPrefix(text, rounded); ok {
			text, mark = short, rounded
		}
	}
	return mark + sign + strings.Replace(text, "G", "B", 1) // billions, as dollars are counted
}

// then stands between the counts of a series, wherever one is written.
const then = ">"

// Trail writes a count by month in few cells: 10, or 20>24>30 with what repeats
// left out, or from the least to the most, or the first with a mark that it
// does not stay.
func Trail(values []decimal.Decimal, w int) string {
	if len(values) == 0 {
		return "0"
	}
	low, high, last := values[0], values[0], values[0]
	text := Quantity(last)
	for _, v := range values[1:] {
		low, high = decimal.Min(low, v), decimal.Max(high, v)
		if !v.Equal(last) {
			text += then + Quantity(v)
			last = v
		}
	}
	if low.Equal(high) {
		return Short(low, w)
	}
	if theme.Width(text) <= w {
		return text
	}
	half := max((w-1)/2, 1)
	if text = Short(low, half) + "-" + Short(high, half); !strings.Contains(text, rounded) && len(text) <= w {
		return text
	}
	return Short(values[0], w-1) + then
}

// Over writes a line of w cells at column x over another of `all` cells. What
// is left to see of that one steps back: it loses its colours.
func Over(th *theme.Theme, under, line string, x, w, all int) string {
	plain := ansi.Strip(under)
	left := ansi.Truncate(plain, x, "")
	right := ansi.TruncateLeft(plain, x+w, "")
	if ansi.StringWidth(right) > all-x-w { // the edge cuts a wide character
		right = " " + ansi.TruncateLeft(plain, x+w+1, "")
	}
	return th.Dim.Render(th.Fit(left, x)) + line + th.Dim.Render(th.Fit(right, all-x-w))
}

// Hundredths is a count as pictures count it, finer than whole units: what is finer
// still is cut off. A profile has thousands of counts, most of them whole.
func Hundredths(d decimal.Decimal) int64 {
	const places = 2
	if d.Exponent() == 0 && d.NumDigits() <= mostDigits {
		return d.CoefficientInt64() * 100
	}
	return d.Shift(places).IntPart()
}
