package expect

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"termsheet/model/rules"
	"termsheet/scenarios"
)

// Suite runs the expectations of many files.
type Suite struct {
	Book   *rules.Rulebook
	Update bool    // write what came out in the place of what was wanted
	Script RunFile // runs a script file; nil leaves scripts out
}

// Outcome is how one expectation came out.
type Outcome struct {
	Failure string // a line about it; empty where it is as wanted
	Diff    string // what an update changed
}

// RunFile runs the expectations of one file.
type RunFile func(file string, update bool) []Outcome

// Count is how many expectations held and how many did not.
type Count struct{ Passed, Failed int }

// String is the closing line of a run.
func (c Count) String() string { return fmt.Sprintf("%d passed, %d failed", c.Passed, c.Failed) }

// scriptEnding is how the name of a script ends.
const scriptEnding = ".txtar"

// Run runs files, folders and built-in scenarios, without any the built-in
// scenarios, and writes a line for each expectation that does not hold.
func (s Suite) Run(w io.Writer, refs []string) (Count, error) {
	if len(refs) == 0 {
		for _, b := range scenarios.Builtins() {
			refs = append(refs, b.Name)
		}
	}
	var count Count
	for _, ref := range refs {
		files, err := found(ref)
		if err != nil {
			return count, err
		}
		for _, file := range files {
			if err := s.file(w, file, &count); err != nil {
				return count, err
			}
		}
	}
	return count, nil
}

func (s Suite) file(w io.Writer, file string, count *Count) error {
	run := s.scenario
	if filepath.Ext(file) == scriptEnding {
		run = s.Script
	}
	if run == nil {
		return nil
	}
	for _, o := range run(file, s.Update) {
		if o.Failure == "" {
			count.Passed++
		} else {
			count.Failed++
		}
		for _, text := range []string{o.Diff, o.Failure} {
			if text == "" {
				continue
			}
			if _, err := io.WriteString(w, strings.TrimSuffix(text, "\n")+"\n"); err != nil {
				return err
			}
		}
	}
	return nil
}

// scenario runs the [[expect]] tables of a scenario file.
func (s Suite) scenario(file string, update bool) []Outcome {
	doc, err := scenarios.Open(file)
	if err != nil {
		return []Outcome{{Failure: err.Error()}}
	}
	results := resultsOf(doc, s.Book)
	if update && len(failed(results)) > 0 {
		return s.updated(doc, results)
	}
	list := make([]Outcome, len(results))
	for i, r := range results {
		if !r.OK {
			list[i].Failure = r.String()
		}
	}
	return list
}

// updated writes what came out, and runs the file again: what cannot be written
// still fails.
func (s Suite) updated(doc *scenarios.Document, results []Result) []Outcome {
	changed, err := updated(doc, results)
	if err == nil && changed.Path() == "" {
		err = fmt.Errorf("%s is built in: update its file instead", doc.Name())
	}
	if err == nil && string(changed.Text()) != string(doc.Text()) {
		changed, err = changed.Save(doc.Path())
	}
	if err != nil {
		return []Outcome{{Failure: err.Error()}}
	}
	list := make([]Outcome, len(results))
	for i, r := range resultsOf(changed, s.Book) {
		if !r.OK {
			list[i].Failure = r.String()
		}
	}
	list[0].Diff = udiff.Unified(doc.Name(), doc.Name(), string(doc.Text()), string(changed.Text()))
	return list
}

// expecting tells a scenario file that expects something by its text, since a
// folder holds other files too, and not all can be read as scenarios.
var expecting = regexp.MustCompile(`(?m)^[ \t]*(\[\[[ \t]*expect[ \t]*\]\]|expect[ \t]*=)`)

// found are the files behind a name: those of a folder that expect something,
// and whatever else is named itself.
func found(ref string) ([]string, error) {
	info, err := os.Stat(ref)
	if err != nil || !info.IsDir() {
		return []string{ref}, nil
	}
	var files []string
	err = filepath.WalkDir(ref, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != ref && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.IsDir():
			return nil
		case filepath.Ext(path) == scriptEnding:
			files = append(files, path)
		case filepath.Ext(path) == ".toml":
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if expecting.Match(text) {
				files = append(files, path)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("looking for tests in %s: %w", ref, err)
	}
	return files, nil
}
