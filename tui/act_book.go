package tui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	"termsheet/model/report"
	agreements "termsheet/model/whatif/book"
	"termsheet/tui/book"
	"termsheet/tui/paths"
)

// usualMonths is how far a book is looked at where nothing is said.
const usualMonths = 12

// books is what is asked about a book of agreements.
type books struct {
	file   string // the last one, kept when its pane is closed
	months int
	skip   bool           // rows that cannot be priced are left out
	of     *deal.Scenario // whose price changes are laid over it
	number int            // of the run; what an earlier one tells is dropped
	asked  bool           // by a command, so that its end is told
	again  bool           // its file has changed
	run    *bookRun
}

// bookRun is a book on its way through. The background counts, the screen reads.
type bookRun struct {
	cancel           context.CancelFunc
	rows, read, size atomic.Int64
}

// laidMsg tells what came of a book.
type laidMsg struct {
	number int
	report *agreements.Report
	err    error
}

// bookTickMsg has the progress of a book looked at.
type bookTickMsg struct{ number int }

// bookTick is how often that is.
const bookTick = 100 * time.Millisecond

// asks reads what follows the word: a file, else the last one; months; skip.
func (b *books) asks(args []string) (books, error) {
	next := books{file: b.file, months: cmp.Or(b.months, usualMonths), number: b.number, asked: true}
	for _, arg := range args {
		n, err := strconv.Atoi(arg)
		switch {
		case arg == "skip":
			next.skip = true
		case err != nil:
			next.file, next.months = arg, usualMonths
		case n < 1 || n > agreements.Longest:
			return next, fmt.Errorf("%d months are not within 1 to %d", n, agreements.Longest)
		default:
			next.months = n
		}
	}
	if next.file == "" {
		return next, errors.New("write :book FILE.csv: a row an agreement, as termsheet book --help tells")
	}
	return next, nil
}

// openBook lays the price changes of the deal over a book of agreements.
func openBook(a *App, args []string) (tea.Cmd, error) {
	if slices.Equal(args, []string{"off"}) {
		a.closeBook()
		return nil, nil
	}
	next, err := a.books.asks(args)
	if err != nil {
		return nil, err
	}
	a.endBook()
	if a.asking {
		a.closeWhatIf()
	}
	a.books = next
	a.book.Open(next.file)
	a.book.Begin()
	a.focus = Book
	return a.lay(), nil
}

// lay has the book gone through where the price changes are others than before;
// a run that is under way ends.
func (a *App) lay() tea.Cmd {
	scenario, ok := a.session.Untried()
	b := &a.books
	if !ok || !a.book.Opened() || a.bookUnread() || b.of != nil && sameChanges(b.of, scenario) {
		return nil
	}
	a.endBook()
	b.of = scenario
	a.moves[Book]++
	list, err := agreements.New(scenario, a.session.Conventions(), b.months)
	if err != nil {
		a.book.Fail(err, ":price KEY RATE VALUE announces one on the day of the cursor.")
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	run := &bookRun{cancel: cancel}
	b.run, b.number = run, b.number+1
	a.book.Begin()
	number, file, skip := b.number, b.file, b.skip
	work := func() tea.Msg {
		report, err := run.through(ctx, list, file, skip)
		return laidMsg{number, report, err}
	}
	return tea.Batch(work, a.tickBook())
}

// sameChanges tells whether two deals do the same to a book: of a deal only the
// product, its hours and the price changes count.
func sameChanges(a, b *deal.Scenario) bool {
	return a.Product == b.Product && a.Hours == b.Hours && reflect.DeepEqual(a.Changes, b.Changes)
}

// through goes through the file.
func (r *bookRun) through(ctx context.Context, list *agreements.Book, name string, skip bool) (*agreements.Report, error) {
	name = paths.Expand(name)
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file", name)
	}
	r.size.Store(info.Size())
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return list.Run(ctx, file, agreements.Options{SkipBadRows: skip, Progress: func(rows int, read int64) {
		r.rows.Store(int64(rows))
		r.read.Store(read)
	}})
}

// tickBook looks at the progress after a while. Without a person before it
// there is nobody to see it.
func (a *App) tickBook() tea.Cmd {
	if !a.opts.Live {
		return nil
	}
	number := a.books.number
	return tea.Tick(bookTick, func(time.Time) tea.Msg { return bookTickMsg{number} })
}

func (msg bookTickMsg) reach(a *App) tea.Cmd {
	run := a.books.run
	if msg.number != a.books.number || run == nil {
		return nil
	}
	a.book.Progress(int(run.rows.Load()), run.read.Load(), run.size.Load())
	a.moves[Book]++
	return a.tickBook()
}

// reach shows what came of a book.
func (msg laidMsg) reach(a *App) tea.Cmd {
	b := &a.books
	if msg.number != b.number || b.run == nil {
		return nil
	}
	a.endBook()
	a.moves[Book]++
	again := b.again && !b.asked
	b.again = false
	var bad *agreements.BadRow
	switch {
	case again:
		a.laidAgain(msg)
	case errors.As(msg.err, &bad):
		a.book.Fail(msg.err, "Correct the file and write :book again, or :book skip to leave such rows out.")
	case msg.err != nil:
		a.book.Fail(bookError(msg.err), "Write :book FILE.csv with another name.")
	default:
		a.book.Done(msg.report)
	}
	switch {
	case !b.asked:
	case msg.err != nil:
		a.say(refusal, "%s: %s", b.file, reason(bookError(msg.err)))
	default:
		a.say(done, "%s: %s", b.file, book.Summary(msg.report))
	}
	b.asked = false
	return nil
}

// bookError is why the file of a book cannot be read, in our own words.
func bookError(err error) error {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return errors.New("there is no such file")
	case errors.Is(err, os.ErrPermission):
		return errors.New("it is not yours to read")
	}
	return err
}

// endBook ends a run that is under way.
func (a *App) endBook() {
	if a.books.run != nil {
		a.books.run.cancel()
		a.books.run = nil
	}
}

// closeBook takes the pane away.
func (a *App) closeBook() {
	a.endBook()
	a.book.Close()
	a.books.of = nil
	if a.focus == Book {
		a.focus = Timeline
	}
}

// back leaves what can be left, one thing at a time: a book that is gone
// through, a pane on the whole screen, the pane of the book.
func (a *App) back() {
	switch {
	case a.book.CallOff():
		a.endBook()
		a.books.of, _ = a.session.Untried()
		a.moves[Book]++
		a.say(note, "called off; :book goes through it again")
	case a.zoom:
		a.zoom = false
	case a.focus == Book:
		a.closeBook()
	}
}

// bookOff is why no price change can be laid over a book.
func bookOff(a *App) string {
	if why := presenterOff(a); why != "" {
		return why
	}
	if len(a.session.Scenario().Changes) == 0 && !a.book.Opened() {
		return "the deal announces no price change; price KEY RATE VALUE makes one"
	}
	return ""
}

// bookPlain writes out what the price changes do to a book.
func bookPlain(a *App, args []string) (string, error) {
	if why := bookOff(a); why != "" {
		return "", errors.New(why)
	}
	next, err := a.books.asks(args)
	if err != nil {
		return "", err
	}
	scenario := a.session.Scenario()
	list, err := agreements.New(scenario, a.session.Conventions(), next.months)
	if err != nil {
		return "", err
	}
	laid, err := new(bookRun).through(context.Background(), list, next.file, next.skip)
	if err != nil {
		return "", fmt.Errorf("%s: %w", next.file, bookError(err))
	}
	a.books.file, a.books.months = next.file, next.months
	var b strings.Builder
	err = report.BookText(&b, report.Laid{Scenario: scenario, Report: laid})
	return strings.TrimSuffix(b.String(), "\n"), err
}

// bookHints stand in the footer while a book has the focus.
func (a *App) bookHints() [][2]string {
	leave := "close"
	if a.books.run != nil {
		leave = "call it off"
	}
	return [][2]string{{"arrows", "account"}, {"esc", leave}, {a.keyFor("next-pane"), "pane"}, {a.keyFor("zoom"), "whole screen"},
		{a.keyFor("copy-table"), "copy"}, {a.keyFor("commands"), "command"}, {a.keyFor("help"), "help"}, {a.keyFor("quit"), "quit"}}
}
