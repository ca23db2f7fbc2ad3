// Package book is the pane that shows what the deal's price changes do to a book
// of agreements: who is affected when, the step of the revenue by month, and who
// is hit worst. Package model/whatif/book works it out.
package book

import (
	"fmt"

	"termsheet/model/calendar"
	"termsheet/model/whatif/book"
	"termsheet/tui/explain"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// Pane shows a book. The zero value is one that is closed.
type Pane struct {
	name   string // of the file; empty: closed
	report *book.Report
	err    error
	fix    string // how to go on after err
	at     int    // the account at the cursor
	window pane.Window

	running    bool
	stale      bool   // the report is of the price changes before
	kept       string // what is wrong with the file that the report is of
	rows       int
	read, size int64
}

// Open shows a file that is about to be read.
func (p *Pane) Open(name string) { *p = Pane{name: name} }

// Opened tells whether there is anything to show.
func (p *Pane) Opened() bool { return p.name != "" }

// Close takes the book away.
func (p *Pane) Close() { *p = Pane{} }

// Begin tells that the file is being gone through; what is known of it from
// before stays until there is more.
func (p *Pane) Begin() {
	p.running, p.stale, p.rows, p.read, p.size = true, p.report != nil, 0, 0, 0
}

// Progress tells how far that is; a size of 0 is not known.
func (p *Pane) Progress(rows int, read, size int64) { p.rows, p.read, p.size = rows, read, size }

// Done shows what came of it.
func (p *Pane) Done(r *book.Report) {
	p.running, p.stale, p.kept, p.report, p.err = false, false, "", r, nil
	p.at = min(p.at, max(len(r.Worst)-1, 0))
}

// Fail shows why nothing came of it, and how to go on.
func (p *Pane) Fail(err error, fix string) {
	p.running, p.stale, p.kept, p.report, p.err, p.fix = false, false, "", nil, err, fix
}

// Keep leaves what is known of a file that cannot be read any more, and says in a
// few words what is wrong with it; false where nothing is known, and it fails.
func (p *Pane) Keep(err error, what, fix string) bool {
	if p.report == nil {
		p.Fail(err, fix)
		return false
	}
	p.running, p.stale, p.kept = false, false, what
	return true
}

// CallOff tells that it was ended before its end; false where nothing runs.
func (p *Pane) CallOff() bool {
	was := p.running
	p.running = false
	return was
}

// Move goes through the accounts that are hit worst.
func (p *Pane) Move(_ *session.Session, v pane.Verb, size pane.Size) {
	if p.report != nil {
		p.at = pane.Step(p.at, len(p.report.Worst), size.H/2, v)
	}
}

// Cursor is the account at the cursor.
func (p *Pane) Cursor(*session.Session, pane.Size) (row, cell int) { return p.at, 0 }

// Point puts the cursor on an account; beside the list it stays.
func (p *Pane) Point(row, cell, first int) {
	if cell >= 0 {
		p.at, p.window = row, pane.Pointed(row, first)
	}
}

// Need is how many lines the pane could use.
const Need = 18

// Table is the accounts that are hit worst as plain values.
func (p *Pane) Table() pane.Table {
	t := pane.Table{Head: []string{"account", "more", "from"}, At: -1}
	if p.report == nil {
		return t
	}
	for _, a := range p.report.Worst {
		t.Rows = append(t.Rows, []string{a.Name, a.Delta.String(), a.First.Month()})
	}
	if len(t.Rows) > 0 {
		t.At, t.Figure = p.at, t.Rows[p.at][1]
	}
	return t
}

// Explain tells where the figure at the cursor comes from; nothing where there is
// none.
func (p *Pane) Explain(from explain.Source) (*explain.Page, error) {
	if p.report == nil || p.at >= len(p.report.Worst) {
		return nil, nil
	}
	a := p.report.Worst[p.at]
	return from.Account(explain.Account{Name: a.Name, File: p.name, More: a.Delta, From: a.First, Months: len(p.report.Months)})
}

// Summary is what came of it in a line.
func Summary(r *book.Report) string {
	return fmt.Sprintf("%s of %s affected, %s over %s",
		pane.Many(r.Affected), accounts(r.Accounts), (r.After - r.Before).Signed(), calendar.Months(len(r.Months)))
}

func accounts(n int) string { return pane.Counted(n, "account") }
