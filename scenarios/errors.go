package scenarios

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"termsheet/model/deal"
)

// Position is a place in a file, from 1; columns count characters. A line of
// zero means the file as a whole.
type Position struct {
	File         string
	Line, Column int
}

// String writes the position as file:line:column.
func (p Position) String() string {
	if p.Line == 0 {
		return printable(p.File)
	}
	return fmt.Sprintf("%s:%d:%d", printable(p.File), p.Line, p.Column)
}

// Error is one thing that is wrong with a file, and what to write instead.
type Error struct {
	Position
	Message, Fix string
}

// Error writes "file:line:column: message; fix" on one line.
func (e *Error) Error() string {
	s := e.Position.String() + ": " + printable(e.Message)
	if e.Fix != "" {
		s += "; " + printable(e.Fix)
	}
	return s
}

// Errors is all that is wrong with a scenario file and the files it names.
type Errors []*Error

// Error writes the errors a line each.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, one := range e {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

// sorted puts the errors of the named file first, each file's by position, and
// leaves out what is said twice.
func (e Errors) sorted(first string) Errors {
	slices.SortStableFunc(e, func(a, b *Error) int {
		if a.File != b.File && (a.File == first || b.File == first) {
			return cmp.Compare(rank(a.File, first), rank(b.File, first))
		}
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.CompactFunc(e, func(a, b *Error) bool { return *a == *b })
}

func rank(file, first string) int {
	if file == first {
		return 0
	}
	return 1
}

// printable writes what a terminal would act on as an escape, so that a file
// cannot change the message about it.
func printable(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return !strconv.IsPrint(r) }) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if strconv.IsPrint(r) && r != utf8.RuneError {
			b.WriteRune(r)
			continue
		}
		q := strconv.QuoteRuneToASCII(r)
		b.WriteString(q[1 : len(q)-1])
	}
	return b.String()
}

// inVariant begins a message that names a variant.
const inVariant = "in variant "

// InVariant names the variant that a message is about, where it is none about the
// scenario itself and does not name it already.
func InVariant(variant, message string) string {
	if variant == "" || variant == deal.Base || strings.HasPrefix(message, inVariant) {
		return message
	}
	return inVariant + strconv.Quote(variant) + ", " + message
}

// noVariant is the error of a variant that is not there.
func noVariant(name string) error { return fmt.Errorf("there is no variant %s", Quoted(name)) }

// quotedMost is how much of a value a message repeats.
const quotedMost = 40

// Quoted repeats a value of a file in a message.
func Quoted(s string) string {
	if utf8.RuneCountInString(s) > quotedMost {
		s = string([]rune(s)[:quotedMost]) + "…"
	}
	return strconv.Quote(s)
}

// shown repeats the source of a value in a message.
func shown(s string) string {
	if utf8.RuneCountInString(s) > quotedMost {
		s = string([]rune(s)[:quotedMost]) + "…"
	}
	return printable(s)
}

// listed joins words for a message: a, b and c.
func listed[T ~string](words []T, last string) string {
	var b strings.Builder
	for i, w := range words {
		switch {
		case i > 0 && i == len(words)-1:
			b.WriteString(" " + last + " ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(string(w))
	}
	return b.String()
}

// Nearest is the word that was probably meant, or "".
func Nearest(typed string, words []string) string {
	best, least := "", max(len(typed)/3, 1)+1
	for _, w := range words {
		if d := distance(typed, w, least); d < least {
			best, least = w, d
		}
	}
	return best
}

// distance counts the characters to change, add, drop or swap to get from one
// word to the other, as far as it matters.
func distance(a, b string, most int) int {
	if len(a) > len(b)+most || len(b) > len(a)+most {
		return most
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := last[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
