package play

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"termsheet/model/report"
)

// Talk is how line mode talks.
type Talk struct {
	Prompt string // before each line
	Echo   bool   // each line is repeated before its answer, for recordings
}

// Tally is how the lines of line mode came out.
type Tally struct {
	Refused int // lines that were not understood or not done
	Failed  int // expectations that do not hold
}

// echoed stands before a line that is repeated.
const echoed = "> "

// mostLine is how long a line may be.
const mostLine = 64 << 10

// Lines reads command lines and answers each in plain text, until they end or
// one of them quits. Empty lines and those that begin with # are passed over; a
// colon before the word is allowed.
func (s *Stage) Lines(in io.Reader, out io.Writer, talk Talk) (Tally, error) {
	var tally Tally
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, mostLine)
	for n := 1; !s.app.Ended(); n++ {
		if _, err := io.WriteString(out, talk.Prompt); err != nil {
			return tally, err
		}
		if !lines.Scan() {
			if talk.Prompt != "" {
				fmt.Fprintln(out) // below the last prompt
			}
			break
		}
		line := strings.TrimPrefix(strings.TrimSpace(lines.Text()), ":")
		if talk.Echo {
			if _, err := fmt.Fprintln(out, echoed+report.Clean(lines.Text())); err != nil {
				return tally, err
			}
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		answer, err := s.answer(line, &tally)
		if err != nil {
			return tally, fmt.Errorf("line %d: %w", n, err)
		}
		if answer == "" {
			continue
		}
		if _, err := fmt.Fprintln(out, answer); err != nil {
			return tally, err
		}
	}
	return tally, lines.Err()
}

// answer runs a line and gives what is said to it.
func (s *Stage) answer(line string, tally *Tally) (string, error) {
	cmd, err := s.app.Do(line)
	if err != nil {
		tally.Refused++
		return "refused: " + err.Error(), nil
	}
	if err := s.settle(cmd); err != nil {
		return "", err
	}
	reply := s.app.Reply()
	switch {
	case reply.Failed:
		tally.Failed++
		return "failed: " + reply.Text, nil
	case reply.Refused:
		tally.Refused++
		return "refused: " + reply.Text, nil
	}
	return reply.Text, nil
}
