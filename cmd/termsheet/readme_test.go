package main

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aymanbagabas/go-udiff"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"termsheet/tui"
)

var updateReadme = flag.Bool("update", false, "write the screens, outputs and tables of README.md anew")

// pages are the texts for users.
var pages = []string{"../../README.md", "../../cmd/README.md", "../../scenarios/README.md"}

// TestReadme makes every marked block of the pages again. A comment in front
// of a block says how: a command line of termsheet, "file NAME" for a file that
// the commands after it read, or "table of keys" and "table of commands". With
// -update it writes what comes out.
func TestReadme(t *testing.T) {
	for _, page := range pages {
		t.Run(strings.TrimPrefix(page, "../../"), func(t *testing.T) { remake(t, page) })
	}
}

func remake(t *testing.T, page string) {
	path, err := filepath.Abs(page)
	if err != nil {
		t.Fatal(err)
	}
	was, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	now := (&manual{T: t, lines: strings.SplitAfter(string(was), "\n")}).remade()
	switch {
	case now == string(was):
	case *updateReadme:
		if err := os.WriteFile(path, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s has gone stale; look at what changed, then: go test ./cmd/termsheet -run Readme -update\n%s",
			page, udiff.Unified(page, "what comes out", string(was), now))
	}
}

// manual is a README on its way from what stands in it to what should.
type manual struct {
	*testing.T
	lines []string
	at    int
}

var marker = regexp.MustCompile(`^<!-- (.*) -->\n$`)

func (m *manual) remade() string {
	var out strings.Builder
	marked := 0
	for m.at < len(m.lines) {
		line := m.next()
		out.WriteString(line)
		found := marker.FindStringSubmatch(line)
		if found == nil {
			continue
		}
		marked++
		if table, ok := strings.CutPrefix(found[1], "table of "); ok {
			rows, ok := tables[table]
			if !ok {
				m.Fatalf("there is no table of %s", table)
			}
			m.until(func(line string) bool { return !strings.HasPrefix(line, "|") })
			out.WriteString(rows())
			continue
		}
		fence := m.next()
		if !strings.HasPrefix(fence, "```") {
			m.Fatalf("after %q there is no block", line)
		}
		block := m.until(func(line string) bool { return line == "```\n" })
		out.WriteString(fence + m.block(found[1], fence, block))
	}
	if marked == 0 {
		m.Error("nothing is marked")
	}
	return out.String()
}

// next is the next line, and empty behind the last.
func (m *manual) next() string {
	if m.at == len(m.lines) {
		return ""
	}
	m.at++
	return m.lines[m.at-1]
}

// until takes the lines before the one that ends them.
func (m *manual) until(end func(string) bool) string {
	from := m.at
	for m.at < len(m.lines) && !end(m.lines[m.at]) {
		m.at++
	}
	return strings.Join(m.lines[from:m.at], "")
}

// block is what should stand in a block. One of the language console begins
// with the command line.
func (m *manual) block(what, fence, block string) string {
	if name, ok := strings.CutPrefix(what, "file "); ok {
		return m.file(name, block)
	}
	out := m.output(what)
	if fence == "```console\n" {
		out = "$ " + strings.TrimPrefix(what, "! ") + "\n" + out
	}
	return out
}

// file writes a file for the commands that follow. What a script wants is
// filled in.
func (m *manual) file(name, text string) string {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		m.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		m.Fatal(err)
	}
	if filepath.Ext(name) != ".txtar" {
		return text
	}
	m.output("termsheet test " + name + " --update")
	filled, err := os.ReadFile(name)
	if err != nil {
		m.Fatal(err)
	}
	return string(filled)
}

// output is what a command line prints. It must end well, or badly where it
// begins with an exclamation mark. Behind < stands the file that is read, and
// behind a bar may stand head or sed -n, which choose among the lines.
func (m *manual) output(line string) string {
	line, bad := strings.CutPrefix(line, "! ")
	command, filter, _ := strings.Cut(line, " | ")
	command, input, typed := strings.Cut(command, " <")
	words := split(command)
	if words[0] != "termsheet" {
		m.Fatalf("%q is no command of termsheet", line)
	}
	var out bytes.Buffer
	p := &program{}
	root := p.root()
	root.SetArgs(words[1:])
	root.SetOut(&out)
	root.SetErr(&out)
	if typed {
		text, err := os.ReadFile(input)
		if err != nil {
			m.Fatal(err)
		}
		root.SetIn(bytes.NewReader(text))
	}
	p.run(context.Background(), root)
	if bad != (p.code != 0) {
		m.Errorf("%s: ended with %d\n%s", line, p.code, out.String())
	}
	var kept strings.Builder
	for i, text := range strings.SplitAfter(out.String(), "\n") {
		if text != "" && m.keeps(filter, i+1) {
			kept.WriteString(strings.TrimRight(text, " \n") + "\n")
		}
	}
	return kept.String()
}

var (
	headFilter = regexp.MustCompile(`^head -(\d+)$`)
	sedFilter  = regexp.MustCompile(`^sed -n '((\d+(,\d+)?p;?)+)'$`)
)

// keeps tells whether a filter lets a line through.
func (m *manual) keeps(filter string, line int) bool {
	if filter == "" {
		return true
	}
	if head := headFilter.FindStringSubmatch(filter); head != nil {
		most, _ := strconv.Atoi(head[1])
		return line <= most
	}
	sed := sedFilter.FindStringSubmatch(filter)
	if sed == nil {
		m.Fatalf("write head -N or sed -n 'A,Bp;Cp', not %q", filter)
	}
	for part := range strings.SplitSeq(sed[1], ";") {
		from, to, ranged := strings.Cut(strings.TrimSuffix(part, "p"), ",")
		if !ranged {
			to = from
		}
		first, _ := strconv.Atoi(from)
		last, _ := strconv.Atoi(to)
		if first <= line && line <= last {
			return true
		}
	}
	return false
}

var shellWord = regexp.MustCompile(`"[^"]*"|'[^']*'|\S+`)

// split parts a command line as a shell does, where each word is quoted whole
// or not at all.
func split(line string) []string {
	words := shellWord.FindAllString(line, -1)
	for i, w := range words {
		words[i] = strings.Trim(w, `"'`)
	}
	return words
}

// tables are those of the README, from the tables of the program.
var tables = map[string]func() string{"keys": keyTable, "commands": commandTable}

func keyTable() string {
	rows := [][]string{{"key", "command", "does"}}
	group := ""
	for _, e := range slices.Concat(tui.Actions(), tui.WhatIfKeys()) {
		if e.Group != group {
			group = e.Group
			rows = append(rows, []string{"", "", "**" + group + "**"})
		}
		keys := make([]string, len(e.Keys))
		for i, k := range e.Keys {
			keys[i] = code(k)
		}
		does := e.Title
		if e.Help != "" {
			does += ": " + e.Help
		}
		command := ""
		if e.Command != "" {
			command = code(":" + e.Command)
		}
		rows = append(rows, []string{strings.Join(keys, " "), command, cell(does)})
	}
	return markdown(rows)
}

// endings are what commands end with besides 0, and 2 for what cannot be read.
var endings = map[string]string{
	"check": "1 an error found, 2 unreadable",
	"seek":  "1 out of reach, 2 unreadable",
	"test":  "1 a failure",
	"play":  "1 an expectation does not hold, 2 a line is refused, or unreadable",
}

func commandTable() string {
	root := (&program{}).root()
	rows := [][]string{{"command", "does", "options", "ends with, if not 0"},
		{code(root.Use), "Open the application; without a terminal, print the quote", options(root.Flags()), "2 unreadable"}}
	commands := slices.DeleteFunc(root.Commands(), func(c *cobra.Command) bool { return c.Hidden || c.Name() == "help" || c.Name() == "completion" })
	for _, c := range commands {
		ends, ok := endings[c.Name()]
		if !ok {
			ends = "2 unreadable"
		}
		rows = append(rows, []string{code("termsheet " + c.Use), c.Short, options(c.LocalNonPersistentFlags()), ends})
	}
	rows = append(rows, []string{code("termsheet completion SHELL"), "Print what makes bash, zsh, fish or powershell complete commands, files and variants", "", ""})
	return markdown(rows)
}

// placeholders stand for the values of flags.
var placeholders = map[string]string{"variant": "NAME", "explain": "PATH", "effective-by": "DATE", "size": "120x40", "keys": "WORDS"}

// options are flags with the words they take.
func options(flags *pflag.FlagSet) string {
	var list []string
	flags.VisitAll(func(f *pflag.Flag) {
		text := "--" + f.Name
		if c, ok := f.Value.(*choice); ok {
			text += " " + strings.Join(c.among, "|")
		} else if f.Value.Type() != "bool" {
			text += " " + cmp.Or(placeholders[f.Name], strings.ToUpper(f.Name))
		}
		list = append(list, code(text))
	})
	return strings.Join(list, " ")
}

// cell is a text in a cell of a table.
func cell(text string) string { return strings.NewReplacer("*", `\*`, "|", `\|`).Replace(text) }

// code is a text as code in a cell of a table.
func code(text string) string {
	return "`" + strings.ReplaceAll(text, "|", `\|`) + "`"
}

// markdown is a table, its first row the heading.
func markdown(rows [][]string) string {
	var out strings.Builder
	for i, row := range rows {
		fmt.Fprintf(&out, "| %s |\n", strings.Join(row, " | "))
		if i == 0 {
			out.WriteString(strings.Repeat("|---", len(row)) + "|\n")
		}
	}
	return out.String()
}
