package check

import (
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

// permits finds what the comments of a file allow.
func permits(comments []syntax.Comment) []permit {
	var list []permit
	for _, c := range comments {
		for _, at := range permitComment.FindAllStringSubmatchIndex(c.Text, -1) {
			list = append(list, permit{
				rule:   strings.ToUpper(c.Text[at[2]:at[3]]),
				line:   c.Line,
				column: c.Column + utf8.RuneCountInString(c.Text[:at[0]]),
			})
		}
	}
	return list
}

// allowed leaves out the findings that a comment on their line allows, and adds
// a note for each comment that allows nothing. A comment may be about what only
// the seller is told, so it counts as idle only where all was asked for.
func allowed(list []Placed, file string, comments []syntax.Comment, book *rules.Rulebook, all bool) []Placed {
	given := permits(comments)
	list = slices.DeleteFunc(list, func(f Placed) bool {
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
			list = append(list, Placed{Finding: p.idle(file, book)})
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
