package book

import (
	"bytes"
	"context"
	"errors"
	"math"
	"runtime"
	"sync"
)

// job is a block of the book on its way: one goroutine prices its rows while
// others price theirs, and the run sums the jobs up in their order.
type job struct {
	room          []byte
	text          []byte // whole lines
	line          int    // the lines before it
	rows          []outcome
	before, after []int64 // by month
	bad           []BadRow
	skipped       int
	done          chan bool // one is sent when it is priced
	row           row
	one           priced
}

// outcome is what the changes do to one agreement.
type outcome struct {
	account []byte
	delta   int64
	first   int // the first month that differs, -1 for none
}

func newJob(months int) *job {
	return &job{room: make([]byte, blockSize+longestLine), before: make([]int64, months), after: make([]int64, months),
		one: priced{make([]int64, months), make([]int64, months)}, done: make(chan bool, 1)}
}

// through prices the book block by block, some ahead of the one that is summed.
func (r *run) through(ctx context.Context, in *reader) error {
	workers := min(runtime.GOMAXPROCS(0), mostWorkers)
	jobs := make([]*job, workers+2)
	for i := range jobs {
		jobs[i] = newJob(len(r.months))
	}
	if err := in.header(jobs[0].room); err != nil {
		return err
	}
	work := make(chan *job, len(jobs))
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for j := range work {
				r.block(in, j)
				j.done <- true
			}
		})
	}
	defer group.Wait()
	defer close(work)
	var ended error
	for sent, summed, more := 0, 0, true; more || summed < sent; {
		if j := jobs[sent%len(jobs)]; more && sent-summed < len(jobs) {
			if more, ended = j.read(in); more {
				sent++
				work <- j
			}
			continue
		}
		j := jobs[summed%len(jobs)]
		<-j.done
		summed++
		if err := r.sum(ctx, j, in.read); err != nil {
			return err
		}
	}
	return r.stopped(ended)
}

// mostWorkers keeps memory small on a machine of many cores: what sums the jobs up
// cannot follow more.
const mostWorkers = 4

// read takes the next block; false where there is none.
func (j *job) read(in *reader) (more bool, err error) {
	j.line = in.line
	j.text, err = in.block(j.room)
	return err == nil && j.text != nil, err
}

// block prices the rows of a job.
func (r *run) block(in *reader, j *job) {
	clear(j.before)
	clear(j.after)
	j.rows, j.bad, j.skipped = j.rows[:0], nil, 0
	var fields [columnCount][]byte
	block := j.text
	for line := j.line + 1; len(block) > 0; line++ {
		text := block
		if end := bytes.IndexByte(block, '\n'); end >= 0 {
			text, block = block[:end], block[end+1:]
		} else {
			block = nil
		}
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		err := in.fields(bytes.TrimSuffix(text, []byte("\r")), &fields)
		if err == nil {
			err = r.agreement(&fields, j)
		}
		if err == nil {
			continue
		}
		if j.skipped++; len(j.bad) < r.kept() {
			j.bad = append(j.bad, BadRow{line, in.column(text, err), err.Error()})
		} else if !r.SkipBadRows {
			return
		}
	}
}

// agreement prices a row.
func (r *run) agreement(fields *[columnCount][]byte, j *job) error {
	if err := r.parse(fields, &j.row); err != nil {
		return err
	}
	if len(j.row.account) > math.MaxUint16 {
		return errors.New("the account's name is too long")
	}
	if !r.price(&j.row, &j.one) {
		if err := r.reference(&j.row, &j.one); err != nil {
			return err
		}
	}
	delta, first := int64(0), -1
	for m, before := range j.one.before {
		after := j.one.after[m]
		j.before[m] += before
		j.after[m] += after
		if before != after {
			delta += after - before
			if first < 0 {
				first = m
			}
		}
	}
	j.rows = append(j.rows, outcome{j.row.account, delta, first})
	return nil
}
