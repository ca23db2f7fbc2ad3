package scenarios

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// hour is one that a profile gives, as it is written and as it is counted.
type hour struct {
	line    int
	written string
	at      int64
}

// spelling is a way to write hours: how one is read, how far two that follow each
// other lie apart, and what to write where one is missing.
type spelling struct {
	read func(string) (int64, bool)
	step int64
	fix  string
}

// spellings are the ways whose gaps are seen, each for a whole profile. Other names
// of hours stand for themselves.
var spellings = [...]spelling{
	{func(s string) (int64, bool) { n, err := strconv.ParseInt(s, 10, 32); return n, err == nil }, 1,
		"write a line for each hour, with 0 where nothing runs"},
	timed("2006-01-02T15:04"), timed("2006-01-02 15:04"), timed("2006-01-02T15:04:05"), timed(time.DateTime), timed(time.RFC3339),
}

// timed is a day with its time in a layout, as spreadsheets and exports write it.
func timed(layout string) spelling {
	read := func(s string) (int64, bool) {
		t, err := time.Parse(layout, s)
		return t.Unix(), err == nil
	}
	return spelling{read, int64(time.Hour / time.Second), "write a line for each hour, in UTC, with 0 where nothing runs"}
}

// missing refuses the hours between the first and the last that a profile does
// not give: as shares of those that it gives they would be left out unseen.
func missing(hours []hour, refuse func(line, column int, message, fix string)) {
	way := slices.IndexFunc(spellings[:], func(c spelling) bool {
		for i := range hours {
			at, ok := c.read(hours[i].written)
			if !ok {
				return false
			}
			hours[i].at = at
		}
		return true
	})
	if way < 0 {
		return
	}
	slices.SortStableFunc(hours, func(a, b hour) int { return cmp.Compare(a.at, b.at) })
	for i := 1; i < len(hours); i++ {
		if before, next := hours[i-1], hours[i]; next.at-before.at > spellings[way].step {
			refuse(next.line, 1, fmt.Sprintf("the hours between %s and %s are missing", shown(before.written), shown(next.written)), spellings[way].fix)
		}
	}
}
