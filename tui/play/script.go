package play

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"github.com/rogpeppe/go-internal/txtar"

	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/scenarios/expect"
	"termsheet/scenarios/quote"
)

// The files of a script.
const (
	scenarioFile = "scenario.toml"
	keysFile     = "keys"
	quoteFile    = "want.json"
	screenPrefix = "want-"
)

// sizes are the screens that a script can want.
var sizes = map[string][2]int{"want-80x24": {80, 24}, "want-120x40": {120, 40}, "want-200x60": {200, 60}}

// Scripts runs script files: a scenario, the keys that are pressed, and the
// screens and the quote that are wanted then.
func Scripts(book *rules.Rulebook) expect.RunFile {
	return func(file string, update bool) []expect.Outcome {
		s, err := readScript(file, book)
		if err != nil {
			return []expect.Outcome{{Failure: fmt.Sprintf("%s: %s", file, err)}}
		}
		return s.run(update)
	}
}

// script is a script file that was read.
type script struct {
	file    string
	archive *txtar.Archive
	book    *rules.Rulebook
	doc     *scenarios.Document
	lines   []string
}

func readScript(file string, book *rules.Rulebook) (*script, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	s := &script{file: file, archive: txtar.Parse(data), book: book}
	for _, f := range s.archive.Files {
		switch _, screen := sizes[f.Name]; {
		case f.Name == scenarioFile:
			s.doc, err = scenarios.Read(file+":"+scenarioFile, f.Data, filepath.Dir(file))
		case f.Name == keysFile:
			s.lines = strings.Split(string(f.Data), "\n")
		case f.Name != quoteFile && !screen:
			err = fmt.Errorf("a script has no file %s; write %s, %s, %s, or %s80x24, 120x40 or 200x60",
				f.Name, scenarioFile, keysFile, quoteFile, screenPrefix)
		}
		if err != nil {
			return nil, err
		}
	}
	if s.doc == nil {
		name, _, _ := strings.Cut(strings.TrimSpace(string(s.archive.Comment)), "\n")
		if s.doc, err = scenarios.Open(strings.TrimSpace(name)); err != nil {
			return nil, fmt.Errorf("the first line has to name a built-in scenario where there is no %s: %w", scenarioFile, err)
		}
	}
	return s, nil
}

// run plays the script for each thing that is wanted.
func (s *script) run(update bool) []expect.Outcome {
	var list []expect.Outcome
	changed := false
	for i := range s.archive.Files {
		f := &s.archive.Files[i]
		if f.Name == scenarioFile || f.Name == keysFile {
			continue
		}
		got, err := s.got(f.Name)
		switch {
		case err != nil:
			list = append(list, expect.Outcome{Failure: fmt.Sprintf("%s: %s: %s", s.file, f.Name, err)})
		case bytes.Equal(normal(f.Data), normal(got)):
			list = append(list, expect.Outcome{})
		case update:
			list = append(list, expect.Outcome{Diff: s.diff(f.Name, f.Data, got)})
			f.Data, changed = got, true
		default:
			list = append(list, expect.Outcome{Failure: fmt.Sprintf("%s: %s is not as wanted\n%s", s.file, f.Name, s.diff(f.Name, f.Data, got))})
		}
	}
	if len(list) == 0 {
		list = append(list, expect.Outcome{Failure: s.file + ": nothing is wanted; add a file " + screenPrefix + "80x24 or " + quoteFile})
	}
	if changed {
		if err := os.WriteFile(s.file, txtar.Format(s.archive), 0o644); err != nil {
			list = append(list, expect.Outcome{Failure: err.Error()})
		}
	}
	return list
}

// got is what comes out for a wanted file.
func (s *script) got(name string) ([]byte, error) {
	size, screen := sizes[name]
	if !screen {
		size = sizes["want-120x40"]
	}
	stage, err := New(s.doc, Options{Width: size[0], Height: size[1], Conventions: s.book.Conventions()})
	if err != nil {
		return nil, err
	}
	for i, line := range s.lines {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		if err := stage.Line(line); err != nil {
			return nil, fmt.Errorf("keys, line %d: %w", i+1, err)
		}
	}
	if screen {
		return []byte(stage.Text()), nil
	}
	r, err := quote.Of(stage.App().Session().Document(), s.book, quote.Options{})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = report.JSON(&out, r)
	return out.Bytes(), err
}

func (s *script) diff(name string, want, got []byte) string {
	return udiff.Unified("wanted "+name, "got "+name, string(normal(want)), string(normal(got)))
}

// normal leaves out what an editor may change: blanks at the ends of lines and
// empty lines at the end.
func normal(data []byte) []byte {
	lines := strings.Split(string(data), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \r")
	}
	return []byte(strings.TrimRight(strings.Join(lines, "\n"), "\n") + "\n")
}
