package check

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios/syntax"
)

// permit is a comment that allows what a rule forbids on its line:
//
//	months = 61  # termsheet: allow CON-2 agreed with the operator
type permit struct {
	rule         string
	line, column int
	used         bool
}

var permitComment = regexp.MustCompile(`#\s*termsheet:\s*allow\s+(\S+)`)

// permits finds the comments in a text. What looks like one inside a string is
// none.
func permits(text []byte) []permit {
	var list []permit
	tree, _ := syntax.Parse(text)
	if tree == nil {
		return nil
	}
	for _, at := range permitComment.FindAllSubmatchIndex(text, -1) {
		if inside(tree.Root, at[0]) {
			continue
		}
		before := text[:at[0]]
		begins := bytes.LastIndexByte(before, '\n') + 1
		list = append(list, permit{
			rule:   strings.ToUpper(string(text[at[2]:at[3]])),
			line:   1 + bytes.Count(before, []byte("\n")),
			column: 1 + utf8.RuneCount(before[begins:]),
		})
	}
	return list
}

// inside tells whether a string of the file holds a byte.
func inside(n *syntax.Node, at int) bool {
	if n.Kind == syntax.String {
		return n.Value.Start <= at && at < n.Value.End
	}
	within := func(child *syntax.Node) bool { return inside(child, at) }
	return slices.ContainsFunc(n.Fields, within) || slices.ContainsFunc(n.Items, within)
}

// allowed leaves out the findings that a comment on their line allows, and adds
// a note for each comment that allows nothing. A comment may be about what only
// the seller is told, so it counts as idle only where all was asked for.
func allowed(list []report.Finding, file string, text []byte, book *rules.Rulebook, all bool) []report.Finding {
	given := permits(text)
	list = slices.DeleteFunc(list, func(f report.Finding) bool {
		silenced := false
		for i := range given {
			if p := &given[i]; f.File == file && p.line == f.Line && p.rule == f.Rule {
				p.used, silenced = true, true
			}
		}
		return silenced
	})
	for _, p := range given {
		if !p.used && all {
			list = append(list, p.idle(file, book))
		}
	}
	return ordered(list)
}

// idle is what is said of a comment that allows nothing.
func (p permit) idle(file string, book *rules.Rulebook) report.Finding {
	f := report.Finding{Rule: p.rule, Severity: rules.Note, File: file, Line: p.line, Column: p.column,
		Message: fmt.Sprintf("this comment allows %s, but nothing on its line is against it", p.rule), Fix: "take the comment out"}
	if _, known := book.Rule(p.rule); !known {
		f.Message, f.Fix = fmt.Sprintf("this comment allows %s, but there is no such rule", p.rule), "termsheet rules lists them"
	}
	return f
}
