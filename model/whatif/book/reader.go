package book

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// columns of a book, in the order the contract gives them; a file may order
// them otherwise.
var columns = []string{"account", "accepted", "start", "months", "renew", "key", "annual", "running", "commit", "level"}

// The columns by index.
const (
	account = iota
	accepted
	start
	months
	renew
	keyColumn
	annual
	running
	commit
	level
	columnCount
)

// blockSize is how much is read at once; longestLine bounds a line.
const (
	blockSize   = 256 << 10
	longestLine = 64 << 10
)

// reader takes a CSV apart in blocks of whole lines.
type reader struct {
	in    io.Reader
	tail  []byte // an unfinished line, to be moved to the head of the next block
	rest  []byte // what the header's block has left
	ended bool
	read  int64
	line  int              // lines handed out
	place [columnCount]int // column of the file by column
}

func newReader(r io.Reader) *reader {
	return &reader{in: r}
}

// block reads whole lines into the room, nil at the end.
func (r *reader) block(room []byte) ([]byte, error) {
	if r.rest != nil {
		rest := r.rest
		r.rest = nil
		r.line += bytes.Count(rest, []byte("\n"))
		return rest, nil
	}
	for !r.ended {
		kept := copy(room, r.tail)
		n, err := io.ReadAtLeast(r.in, room[kept:], blockSize-longestLine)
		r.read += int64(n)
		if r.ended = errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF); err != nil && !r.ended {
			return nil, fmt.Errorf("reading the book: %w", err)
		}
		have := room[:kept+n]
		end := bytes.LastIndexByte(have, '\n') + 1
		if r.ended {
			end = len(have)
		}
		if r.tail = have[end:]; len(r.tail) > longestLine {
			return nil, &BadRow{Line: r.line + bytes.Count(have, []byte("\n")) + 1, Message: "the line is longer than 64 KiB"}
		}
		if end > 0 {
			r.line += bytes.Count(have[:end], []byte("\n"))
			return have[:end], nil
		}
	}
	return nil, nil
}

// header reads the first line, which names the columns. What follows is the next
// block, in the same room.
func (r *reader) header(room []byte) error {
	block, err := r.block(room)
	if err != nil {
		return err
	}
	block = bytes.TrimPrefix(block, []byte("\xef\xbb\xbf"))
	line, rest, _ := bytes.Cut(block, []byte("\n"))
	r.line, r.rest = 1, rest
	names := strings.Split(strings.ToLower(strings.TrimSpace(string(line))), ",")
	for i := range names {
		names[i] = strings.Trim(strings.TrimSpace(names[i]), `"`)
	}
	for i, c := range columns {
		if r.place[i] = slices.Index(names, c); r.place[i] < 0 {
			return &BadRow{Line: 1, Message: headless(c, line)}
		}
	}
	if len(names) > len(columns) {
		return &BadRow{Line: 1, Message: "the header has more columns than " + strings.Join(columns, ",")}
	}
	return nil
}

// headless says that a header lacks a column, and why where columns are parted
// by another sign.
func headless(column string, header []byte) string {
	for sign, called := range map[string]string{";": "semicolons", "\t": "tabs"} {
		if bytes.Count(header, []byte(sign)) >= columnCount-1 {
			return "the columns are parted by " + called + "; part them by commas"
		}
	}
	return fmt.Sprintf("the header has no column %s; write %s", column, strings.Join(columns, ","))
}

// errColumns says that a row has another number of columns than the header.
var errColumns = fmt.Errorf("the row does not have %d columns", columnCount)

// fields takes a line apart, in the order of columns.
func (r *reader) fields(line []byte, out *[columnCount][]byte) error {
	var parts [columnCount][]byte
	if bytes.IndexByte(line, '"') >= 0 {
		return r.quoted(line, out)
	}
	n := 0
	for ; n < columnCount-1; n++ {
		comma := bytes.IndexByte(line, ',')
		if comma < 0 {
			return errColumns
		}
		parts[n], line = line[:comma], line[comma+1:]
	}
	if bytes.IndexByte(line, ',') >= 0 {
		return errColumns
	}
	parts[n] = line
	for i := range out {
		out[i] = bytes.TrimSpace(parts[r.place[i]])
	}
	return nil
}

// column is where the field begins in a line that an error is about, counted in
// characters from 1; 0 where it is about no single field.
func (r *reader) column(line []byte, err error) int {
	var wrong fieldError
	if !errors.As(err, &wrong) {
		return 0
	}
	end, inside := 0, false
	for i, before := 0, r.place[wrong.column]; before > 0 && i < len(line); i++ {
		switch {
		case line[i] == '"':
			inside = !inside
		case line[i] == ',' && !inside:
			end, before = i+1, before-1
		}
	}
	return utf8.RuneCount(line[:end]) + 1
}

// quoted takes a line apart that has quotes; a quoted field ends on its line.
func (r *reader) quoted(line []byte, out *[columnCount][]byte) error {
	in := csv.NewReader(bytes.NewReader(line))
	in.FieldsPerRecord = -1
	record, err := in.Read()
	if err != nil {
		return errors.New("a quote is not closed, or stands inside a field")
	}
	if len(record) != columnCount {
		return errColumns
	}
	for i := range out {
		out[i] = []byte(strings.TrimSpace(record[r.place[i]]))
	}
	return nil
}
