// Package script runs script files: a scenario, the keys of a session with it,
// and the screens and the quote that are wanted at its end.
package script

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"golang.org/x/tools/txtar"

	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/scenarios/expect"
	"termsheet/scenarios/quote"
	"termsheet/tui/play"
)

// The files of a script.
const (
	scenarioFile = "scenario.toml"
	keysFile     = "keys"
	quoteFile    = "want.json"
)

// wantScreen is the name of a wanted screen, with its size.
var wantScreen = regexp.MustCompile(`^want-([1-9]\d{0,2})x([1-9]\d{0,2})$`)

// comment begins a line of the keys that plays nothing.
const comment = "# "

// theme is what scripts are played in; the wanted screens are without colours.
const theme = "mono"

// script is a script file that has been read.
type script struct {
	path    string
	text    []byte
	archive *txtar.Archive
	doc     *scenarios.Document
	keys    []string // by line; an empty one plays nothing
	book    *rules.Rulebook
}

// Runner runs scripts by a rulebook.
func Runner(book *rules.Rulebook) expect.RunFile {
	return func(path string, update bool) []expect.Outcome {
		s, err := read(path, book)
		if err != nil {
			return []expect.Outcome{{Failure: report.Clean(err.Error())}}
		}
		return s.run(update)
	}
}

func read(path string, book *rules.Rulebook) (*script, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	s := &script{path: path, text: text, archive: txtar.Parse(text), book: book}
	wanted := 0
	for _, f := range s.archive.Files {
		switch {
		case f.Name == scenarioFile:
			s.doc, err = scenarios.Read(scenarioFile, f.Data, filepath.Dir(path))
			err = s.moved(err)
		case f.Name == keysFile:
			s.keys = strings.Split(string(f.Data), "\n")
		case f.Name == quoteFile || wantScreen.MatchString(f.Name):
			wanted++
		default:
			err = s.errorAt(f.Name, 0, "no file of a script is called so; use scenario.toml, keys, want-80x24, want.json")
		}
		if err != nil {
			return nil, err
		}
	}
	if wanted == 0 && s.expects() == 0 {
		return nil, fmt.Errorf("%s: the script wants nothing; add a step such as :expect totals.software 7142.40, or an empty want-80x24 and run termsheet test --update", path)
	}
	if s.doc == nil {
		s.doc, err = s.builtin()
	}
	return s, err
}

// builtin opens the scenario that the first line of the comment names.
func (s *script) builtin() (*scenarios.Document, error) {
	first, _, _ := strings.Cut(string(s.archive.Comment), "\n")
	name := strings.TrimSpace(first)
	for _, b := range scenarios.Builtins() {
		if b.Name == name {
			return scenarios.Open(name)
		}
	}
	return nil, fmt.Errorf("%s:1: there is no scenario: add a file scenario.toml, or name a built-in scenario on the first line", s.path)
}

// errorAt is an error at a line of one of the script's files, from 0.
func (s *script) errorAt(file string, line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s: %s", s.path, s.first(file)+line, file, fmt.Sprintf(format, args...))
}

// first is the line of the script on which one of its files begins.
func (s *script) first(file string) int {
	at := bytes.Index(s.text, []byte("-- "+file+" --"))
	return 2 + bytes.Count(s.text[:max(at, 0)], []byte("\n"))
}

// moved gives the errors of the scenario their places in the script.
func (s *script) moved(err error) error {
	var errs scenarios.Errors
	if !errors.As(err, &errs) {
		return err
	}
	for _, e := range errs {
		if e.File == scenarioFile {
			e.File, e.Line = s.path, s.first(scenarioFile)+max(e.Line, 1)-1
		}
	}
	return errs
}

// play plays the script on a screen of a size.
func (s *script) play(width, height int) (*play.Stage, error) {
	stage, err := play.New(s.doc, play.Options{Width: width, Height: height, Theme: theme, Book: s.book})
	if err != nil {
		return nil, err
	}
	for i, line := range s.keys {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, comment) {
			continue
		}
		if err := stage.Line(line); err != nil {
			return nil, s.errorAt(keysFile, i, "%v", err)
		}
	}
	return stage, nil
}

// got is what a wanted file should hold.
func (s *script) got(name string) (string, error) {
	if name == quoteFile {
		return s.quote()
	}
	size := wantScreen.FindStringSubmatch(name)
	width, _ := strconv.Atoi(size[1]) // the expression has digits only
	height, _ := strconv.Atoi(size[2])
	stage, err := s.play(width, height)
	if err != nil {
		return "", err
	}
	return stage.Text(), nil
}

// The quote is taken from a screen of the usual size.
const usualWidth, usualHeight = 120, 40

// quote is the JSON of the document as the keys left it.
func (s *script) quote() (string, error) {
	stage, err := s.play(usualWidth, usualHeight)
	if err != nil {
		return "", err
	}
	r, err := quote.Of(stage.App().Session().Document(), s.book, quote.Options{})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = report.JSON(&b, r)
	return b.String(), err
}

// wants tells whether there is a screen or a quote to come out.
func (s *script) wants() bool {
	return slices.ContainsFunc(s.archive.Files, func(f txtar.File) bool { return f.Name != scenarioFile && f.Name != keysFile })
}

// expects is how many steps hold a figure against a value.
func (s *script) expects() int {
	n := 0
	for _, line := range s.keys {
		if word, _, _ := strings.Cut(strings.TrimSpace(line), " "); word == ":expect" {
			n++
		}
	}
	return n
}

// steps plays a script that wants no screen: an outcome for each of the steps
// that hold a figure against a value, up to the first that fails.
func (s *script) steps() []expect.Outcome {
	list := make([]expect.Outcome, s.expects())
	if _, err := s.play(usualWidth, usualHeight); err != nil {
		return []expect.Outcome{{Failure: report.Clean(err.Error())}}
	}
	return list
}

// run compares each wanted file; an update writes what came out instead.
func (s *script) run(update bool) []expect.Outcome {
	var list []expect.Outcome
	if !s.wants() {
		return s.steps()
	}
	changed := false
	for i := range s.archive.Files {
		f := &s.archive.Files[i]
		if f.Name == scenarioFile || f.Name == keysFile {
			continue
		}
		got, err := s.got(f.Name)
		if err == nil && update && !same(string(f.Data), got) {
			f.Data, changed = []byte(got), true
		}
		if err == nil {
			err = s.compare(f.Name, string(f.Data), got)
		}
		o := expect.Outcome{}
		if err != nil {
			o.Failure = report.Clean(err.Error())
		}
		list = append(list, o)
	}
	if changed {
		text := txtar.Format(s.archive)
		list[0].Diff = udiff.Unified(s.path, s.path, string(s.text), string(text))
		if err := os.WriteFile(s.path, text, 0o644); err != nil {
			list[0].Failure = report.Clean(err.Error())
		}
	}
	return list
}

// compare names the first line that differs.
func (s *script) compare(name, wanted, got string) error {
	if same(wanted, got) {
		return nil
	}
	w, g := lines(wanted), lines(got)
	for i := range max(len(w), len(g)) {
		if a, b := at(w, i), at(g, i); a != b {
			return s.errorAt(name, min(i, len(w)), "wanted %q, got %q", a, b)
		}
	}
	return nil
}

// same leaves blanks at the ends of lines out of account, and how JSON is laid
// out.
func same(a, b string) bool {
	var compactA, compactB bytes.Buffer
	if json.Compact(&compactA, []byte(a)) == nil && json.Compact(&compactB, []byte(b)) == nil {
		return compactA.String() == compactB.String()
	}
	return strings.Join(lines(a), "\n") == strings.Join(lines(b), "\n")
}

// lines are those of a text without blanks at their ends, and without empty
// lines at its end.
func lines(text string) []string {
	list := strings.Split(text, "\n")
	for i := range list {
		list[i] = strings.TrimRight(list[i], " \t\r")
	}
	for len(list) > 0 && list[len(list)-1] == "" {
		list = list[:len(list)-1]
	}
	return list
}

// at is a line, or nothing beyond the last.
func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}
