package book

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"slices"

	"termsheet/model/money"
)

// run is one book on its way through.
type run struct {
	*Book
	Options
	agreements    int
	before, after []int64 // by month
	accounts      *accounts
	bad           []*BadRow
	skipped       int
}

func newRun(b *Book, o Options) *run {
	n := len(b.months)
	return &run{Book: b, Options: o, accounts: newAccounts(), before: make([]int64, n), after: make([]int64, n)}
}

// mostBad is how many bad rows are kept to be told where they are skipped.
const mostBad = 100

// kept is how many bad rows are kept.
func (o *Options) kept() int {
	if o.SkipBadRows {
		return mostBad
	}
	return MostTold
}

// stopped is why there is no report, nil where there is one: bad rows come before
// what has ended the book behind them.
func (r *run) stopped(err error) error {
	if r.SkipBadRows || len(r.bad) == 0 {
		return err
	}
	var last *BadRow
	if errors.As(err, &last) {
		r.bad = append(r.bad, last)
	}
	return BadRows(r.bad)
}

// sum adds a job that is priced to the run.
func (r *run) sum(ctx context.Context, j *job, read int64) error {
	for i := range j.bad {
		if bad := j.bad[i]; len(r.bad) < r.kept() {
			r.bad = append(r.bad, &bad)
		}
	}
	if !r.SkipBadRows && len(r.bad) == MostTold {
		return r.stopped(nil)
	}
	r.skipped += j.skipped
	for m := range j.before {
		r.before[m] += j.before[m]
		r.after[m] += j.after[m]
	}
	for i := range j.rows {
		r.accounts.add(j.rows[i].account, j.rows[i].delta, j.rows[i].first)
	}
	r.agreements += len(j.rows)
	if err := r.fits(); err != nil {
		return err
	}
	if r.Progress != nil && ctx.Err() == nil {
		r.Progress(r.agreements, read)
	}
	return ctx.Err()
}

// fits sees that the sums stay far enough from the end of 64 bits for the next
// block.
func (r *run) fits() error {
	const most = 1 << 61
	for m := range r.before {
		if max(r.before[m], r.after[m]) > most {
			return ErrTooLarge
		}
	}
	if r.accounts.full() {
		return ErrTooMany
	}
	return nil
}

// worst is how many of the largest rises are told.
const worst = 10

// report sums the run up.
func (r *run) report() *Report {
	out := &Report{From: r.from, To: r.to, Agreements: r.agreements, Accounts: r.accounts.count, Bad: r.bad, Skipped: r.skipped}
	for m, month := range r.months {
		before, after := money.Amount(r.before[m]), money.Amount(r.after[m])
		out.Months = append(out.Months, Month{First: month.from, Before: before, After: after})
		out.Before, out.After = out.Before+before, out.After+after
	}
	var rises []*accountSum
	for i := range r.accounts.count {
		s := r.accounts.at(i)
		if s.delta != 0 {
			out.Affected++
			out.Months[s.first].Affected++
		}
		if s.delta > 0 && (len(rises) < worst || r.less(s, rises[worst-1]) < 0) {
			at, _ := slices.BinarySearchFunc(rises, s, r.less)
			rises = slices.Insert(rises, at, s)
			rises = rises[:min(len(rises), worst)]
		}
	}
	for _, s := range rises {
		out.Worst = append(out.Worst, Account{string(r.accounts.name(s)), money.Amount(s.delta), r.months[s.first].from})
	}
	out.P50, out.P95 = r.accounts.percentile(50), r.accounts.percentile(95)
	return out
}

// less puts the larger rise first, and of equal ones the name that sorts first.
func (r *run) less(a, b *accountSum) int {
	return cmp.Or(cmp.Compare(b.delta, a.delta), bytes.Compare(r.accounts.name(a), r.accounts.name(b)))
}

// percentile is the smallest delta that at least so many percent do not exceed.
func (a *accounts) percentile(percent int) money.Amount {
	if a.count == 0 {
		return 0
	}
	return money.Amount(a.rank((a.count*percent + 99) / 100))
}
