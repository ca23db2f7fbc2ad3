// Package book lays the price changes of a scenario over a book of agreements:
// who is affected when, and by how much. The agreements stream through; what is
// kept is a sum for each month and each account.
package book

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/pricing"
)

// ErrNoChange says that there is nothing to lay over the book.
var ErrNoChange = errors.New("the scenario announces no price change to lay over the book")

// ErrTooLarge says that the sums of a book do not fit.
var ErrTooLarge = errors.New("the book's amounts are too large to be added up")

// ErrTooMany says that the accounts of a book cannot be kept apart.
var ErrTooMany = errors.New("the book has more accounts than can be kept apart, 33 million or 4 GB of names")

// Book is a price list with its changes, ready for agreements. Each is priced
// on public terms from its start to the window's end, without and with the
// changes; what is dated inside the window counts, infrastructure apart.
type Book struct {
	c         pricing.Conventions
	product   *listing.Product
	changes   []deal.PriceChange
	hours     deal.Hours
	announced []calendar.Day // when changes are announced, ascending: they divide customers into cohorts
	from, to  calendar.Day   // the window
	months    []month
	keys      map[string]*key
}

// month is a calendar month of the window.
type month struct {
	from, to calendar.Day
	days     int64
	index    int   // counted from year 0
	hours    int64 // of the whole month
}

// Longest is the longest window, in months.
const Longest = 120

// New readies the price changes of a scenario, ErrNoChange where it has none. The
// window begins with the month of the earliest announcement, and is as many months
// long, up to Longest.
func New(s *deal.Scenario, c pricing.Conventions, months int) (*Book, error) {
	if len(s.Changes) == 0 {
		return nil, ErrNoChange
	}
	if months < 1 || months > Longest {
		return nil, fmt.Errorf("a book is looked at for 1 to %d months, not for %d", Longest, months)
	}
	b := &Book{c: c, product: s.Product, changes: s.Changes, hours: s.Hours}
	if !b.hours.Calendar && b.hours.Fixed == 0 {
		b.hours.Fixed = c.HoursPerMonth
	}
	b.announced = announcements(s.Changes)
	b.from = b.announced[0].FirstOfMonth()
	b.to = b.from.AddMonths(months)
	for first := b.from; first < b.to; first = first.NextMonth() {
		m := month{from: first, to: first.NextMonth(), days: int64(first.DaysInMonth()), index: first.MonthIndex(), hours: int64(b.hours.Fixed)}
		if b.hours.Calendar {
			m.hours = 24 * m.days
		}
		b.months = append(b.months, m)
	}
	b.keys = b.compile()
	return b, nil
}

// Options say how a run goes.
type Options struct {
	SkipBadRows bool                        // go on after a row that cannot be priced
	Progress    func(rows int, bytes int64) // told now and then
}

// Report is what the changes do to a book.
type Report struct {
	From, To      calendar.Day
	Agreements    int // rows
	Accounts      int
	Affected      int // accounts whose sum changes
	Before, After money.Amount
	Months        []Month
	P50, P95      money.Amount // the change of an account, by nearest rank
	Worst         []Account    // the largest rises
	Bad           []*BadRow    // the first that were skipped
	Skipped       int
}

// Month is what the book costs in a month.
type Month struct {
	First         calendar.Day
	Before, After money.Amount
	Affected      int // accounts whose first month that differs is this one
}

// Account is what the changes do to one.
type Account struct {
	Name  string
	Delta money.Amount
	First calendar.Day // the first month that differs
}

// BadRow is a row that cannot be read or priced.
type BadRow struct {
	Line    int
	Column  int // where the field at fault begins, in characters; 0: no single one is
	Message string
}

// Error writes "line 3: message".
func (b *BadRow) Error() string { return fmt.Sprintf("line %d: %s", b.Line, b.Message) }

// MostTold is how many bad rows a run looks for that they end.
const MostTold = 10

// BadRows are what ends a run unless they are skipped: the first MostTold of a
// book, in their order.
type BadRows []*BadRow

// Error tells the first, and where the others are.
func (b BadRows) Error() string {
	text, also := b[0].Error(), "; also line "
	for i, row := range b[1:] {
		switch {
		case i == 0 && len(b) > 2:
			also = "; also lines "
		case i > 0 && i == len(b)-2:
			also = " and "
		case i > 0:
			also = ", "
		}
		text += also + strconv.Itoa(row.Line)
	}
	return text
}

// Unwrap lists them.
func (b BadRows) Unwrap() []error {
	list := make([]error, len(b))
	for i, row := range b {
		list[i] = row
	}
	return list
}

// Run prices every agreement that r lists as CSV. It ends early when ctx does.
// Bad rows that are not to be skipped are looked for up to the end, and there is no
// report.
func (b *Book) Run(ctx context.Context, r io.Reader, o Options) (*Report, error) {
	run := newRun(b, o)
	if err := run.through(ctx, newReader(r)); err != nil {
		return nil, err
	}
	return run.report(), nil
}
