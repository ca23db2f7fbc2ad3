package scenarios

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/scenarios/syntax"
)

// mostHours is the longest profile: a leap year and some more.
const mostHours = syntax.MaxEntries

// readProfile reads the CSV file beside the scenario that gives the running
// count hour by hour.
func readProfile(r *reader, p *place, n *deal.Need) {
	if p.Kind != syntax.String {
		r.wrong(p, "the name of a CSV file", `write profile = "hours.csv"`)
		return
	}
	load, ok := r.files.profiles[p.Text]
	if !ok {
		load, ok = r.findProfile(p)
	}
	if ok {
		n.Load = load
	}
}

// findProfile reads the file beside the scenario, else takes the profile of that
// name that is built in: a copy of a built-in scenario keeps its load.
func (r *reader) findProfile(p *place) (load deal.Load, ok bool) {
	if r.files.dir == "" {
		if load, ok = builtinProfiles()[p.Text]; !ok {
			r.refuse(p, "there is no folder here in which "+Quoted(p.Text)+" could be", "write load, or save the scenario as a file")
		}
		return load, ok
	}
	if !filepath.IsLocal(p.Text) {
		r.refuse(p, "the profile "+Quoted(p.Text)+" lies outside the scenario's folder", "put it beside this file, and write its name")
		return load, false
	}
	path := r.files.path(p.Text)
	text, err := readLimited(path)
	if errors.Is(err, fs.ErrNotExist) {
		if load, ok = builtinProfiles()[p.Text]; ok {
			return load, true
		}
	}
	if err != nil {
		r.refuse(p, fmt.Sprintf("the profile %s cannot be read: %s", Quoted(p.Text), reason(err)), "write a path relative to this file")
		return load, false
	}
	load, errs := parseProfile(path, text)
	if errs != nil {
		r.alsoWrong(errs)
		return load, false
	}
	load.Profile = p.Text
	r.files.profiles[p.Text] = load
	return load, true
}

// builtinProfiles are the profiles beside the built-in scenarios, by name; they
// never change.
var builtinProfiles = sync.OnceValue(func() map[string]deal.Load {
	loads := make(map[string]deal.Load)
	names, _ := fs.Glob(builtins, "*.csv")
	for _, name := range names {
		text, err := builtins.ReadFile(name)
		if err != nil {
			continue
		}
		if load, errs := parseProfile(name, text); errs == nil {
			load.Profile = name
			loads[name] = load
		}
	}
	return loads
})

// mostFaults is how many of its wrong lines are told: a file that is no profile
// at all has nothing else.
const mostFaults = 3

// profileHeader begins a profile with two columns.
const profileHeader = "hour,running"

// profile is a profile that is being read.
type profile struct {
	name   string
	headed bool
	lines  map[string]int // an hour to its line
	given  []hour
	counts map[string]int // a count as written to its number of hours
	order  []string       // the counts, hour by hour
	errs   Errors
	more   int // errors that are only counted
}

// parseProfile counts the hours of each running count. A line is a count, or,
// under the header, an hour and its count.
func parseProfile(name string, text []byte) (deal.Load, error) {
	p := profile{name: name, lines: make(map[string]int), counts: make(map[string]int)}
	if len(text) > syntax.MaxBytes {
		p.refuse(1, 1, "the profile is larger than 1 MiB", "write one line an hour of a year")
		return deal.Load{}, p.errs
	}
	lines := strings.Split(string(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))), "\n")
	p.headed = strings.NewReplacer(" ", "", `"`, "").Replace(strings.TrimSpace(lines[0])) == profileHeader
	total := 0
	for i, line := range lines {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || p.headed && i == 0 {
			continue
		}
		if total++; total > mostHours {
			p.refuse(i+1, 1, fmt.Sprintf("the profile has more than %d hours", mostHours), "write one line an hour of a year")
			break
		}
		p.line(i+1, line)
	}
	if total == 0 {
		p.refuse(1, 1, "the profile has no hours", "write one line an hour")
	}
	if p.errs == nil { // else a line that is wrong could be the one that is missing
		missing(p.given, p.refuse)
	}
	if p.more > 0 {
		last := p.errs[mostFaults-1]
		last.Message += fmt.Sprintf(" (further wrong lines: %d)", p.more)
	}
	if p.errs != nil {
		return deal.Load{}, p.errs
	}
	return loadOf(p.counts, p.order), nil
}

func (p *profile) refuse(line, column int, message, fix string) {
	if len(p.errs) == mostFaults {
		p.more++
		return
	}
	p.errs = append(p.errs, &Error{Position{p.name, line, column}, message, fix})
}

// line reads a line by its number.
func (p *profile) line(n int, text string) {
	count, column := text, 1
	if p.headed {
		label, rest, found := strings.Cut(text, ",")
		p.given = append(p.given, hour{line: n, written: unquoted(label)})
		if !found {
			p.refuse(n, 1, "a column is missing: "+Quoted(text), "write hour,running")
			return
		}
		count, column = rest, len([]rune(label))+2
		if label = unquoted(label); p.lines[label] > 0 {
			p.refuse(n, 1, fmt.Sprintf("hour %s is given twice, first in line %d", shown(label), p.lines[label]), "keep one of the two")
		}
		p.lines[label] = n
	}
	count = unquoted(count)
	if whole, fraction, _ := strings.Cut(count, "."); !isDecimal(count) || len(whole) > digitsBefore || len(fraction) > digitsAfter {
		fix := "write a number of instances, like 6"
		if n == 1 {
			fix = "begin with the header " + profileHeader + ", or write a count a line"
		}
		p.refuse(n, column, "not a running count: "+Quoted(count), fix)
		return
	}
	p.counts[count]++
	p.order = append(p.order, count)
}

// unquoted is a cell without blanks around it, and without the quotes that some
// spreadsheets put around every cell.
func unquoted(cell string) string {
	cell = strings.TrimSpace(cell)
	if inner, ok := strings.CutPrefix(cell, `"`); ok && strings.HasSuffix(inner, `"`) {
		return strings.TrimSuffix(inner, `"`)
	}
	return cell
}

// loadOf makes load steps of the hours of each count, the highest count first.
func loadOf(counts map[string]int, order []string) deal.Load {
	load := deal.Load{Total: decimal.NewFromInt(int64(len(order)))}
	steps := make([]deal.Step, 0, len(counts))
	read := make(map[string]decimal.Decimal, len(counts))
	for _, written := range slices.Sorted(maps.Keys(counts)) {
		read[written] = decimal.RequireFromString(written)
		steps = append(steps, deal.Step{Running: read[written], Weight: decimal.NewFromInt(int64(counts[written]))})
	}
	load.Hours = make([]decimal.Decimal, 0, len(order))
	for _, written := range order {
		load.Hours = append(load.Hours, read[written])
	}
	slices.SortStableFunc(steps, func(a, b deal.Step) int { return b.Running.Cmp(a.Running) })
	for _, s := range steps {
		if last := len(load.Steps) - 1; last >= 0 && load.Steps[last].Running.Equal(s.Running) { // written in two ways: 2 and 2.0
			load.Steps[last].Weight = load.Steps[last].Weight.Add(s.Weight)
			continue
		}
		load.Steps = append(load.Steps, s)
	}
	return load
}
