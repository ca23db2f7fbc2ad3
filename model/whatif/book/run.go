package book

import (
	"bytes"
	"cmp"
	"errors"
	"math"
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
	row           row
	one           priced
}

func newRun(b *Book, o Options) *run {
	n := len(b.months)
	return &run{Book: b, Options: o, accounts: newAccounts(), before: make([]int64, n), after: make([]int64, n),
		one: priced{make([]int64, n), make([]int64, n)}}
}

// block prices the rows of a block.
func (r *run) block(in *reader, block []byte) error {
	var fields [columnCount][]byte
	for len(block) > 0 {
		line := block
		if end := bytes.IndexByte(block, '\n'); end >= 0 {
			line, block = block[:end], block[end+1:]
		} else {
			block = nil
		}
		in.line++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		err := in.fields(bytes.TrimSuffix(line, []byte("\r")), &fields)
		if err == nil {
			err = r.agreement(&fields)
		}
		if err != nil {
			if err := r.refuse(in.line, err); err != nil {
				return err
			}
		}
	}
	return r.fits()
}

// mostBad is how many bad rows are kept to be told.
const mostBad = 100

// refuse ends the run at a bad row, or skips it.
func (r *run) refuse(line int, err error) error {
	bad := &BadRow{line, err.Error()}
	if !r.SkipBadRows {
		return bad
	}
	if r.skipped++; len(r.bad) < mostBad {
		r.bad = append(r.bad, bad)
	}
	return nil
}

// agreement prices a row and adds it to its account.
func (r *run) agreement(fields *[columnCount][]byte) error {
	if err := r.parse(fields, &r.row); err != nil {
		return err
	}
	if len(r.row.account) > math.MaxUint16 {
		return errors.New("the account's name is too long")
	}
	if !r.price(&r.row, &r.one) {
		if err := r.reference(&r.row, &r.one); err != nil {
			return err
		}
	}
	delta, first := int64(0), -1
	for m := range r.one.before {
		before, after := r.one.before[m], r.one.after[m]
		r.before[m] += before
		r.after[m] += after
		if before != after {
			delta += after - before
			if first < 0 {
				first = m
			}
		}
	}
	r.accounts.add(r.row.account, delta, first)
	r.agreements++
	return nil
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
