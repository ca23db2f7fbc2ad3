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

// permit is a comment that allows what a rule forbids on its line, and says why:
//
//	months = 61  # termsheet: allow CON-2 agreed with the operator
//	annual = 0   # termsheet: allow ANN-3, ANN-4 given away for a year
type permit struct {
	rule         string
	reason       bool
	first        bool // of the rules of its comment
	line, column int
	used         bool
}

var (
	permitComment = regexp.MustCompile(`#\s*termsheet:\s*allow\s+([^\s,]+(?:\s*,\s*[A-Za-z]+-\w+)*)([^#]*)`)
	permitComma   = regexp.MustCompile(`\s*,\s*`)
)

// permits finds what the comments of a file allow.
func permits(comments []syntax.Comment) []permit {
	var list []permit
	for _, c := range comments {
		for _, at := range permitComment.FindAllStringSubmatchIndex(c.Text, -1) {
			for i, rule := range permitComma.Split(c.Text[at[2]:at[3]], -1) {
				list = append(list, permit{
					rule:   strings.ToUpper(rule),
					reason: strings.Trim(c.Text[at[4]:at[5]], " \t,") != "",
					first:  i == 0,
					line:   c.Line,
					column: c.Column + utf8.RuneCountInString(c.Text[:at[0]]),
				})
			}
		}
	}
	return list
}

// allowed leaves out the findings that a comment on their line allows, and adds
// a note for each comment that allows nothing, or does not say why. A comment may be about what only
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
		switch {
		case !p.used && all:
			list = append(list, Placed{Finding: p.idle(file, book)})
		case p.used && !p.reason && p.first:
			list = append(list, Placed{Finding: p.note(file, "does not say why", "write the reason behind the rule")})
		}
	}
	return ordered(list)
}

// idle is what is said of a comment that allows nothing.
func (p permit) idle(file string, book *rules.Rulebook) report.Finding {
	if _, known := book.Rule(p.rule); !known {
		return p.note(file, "there is no such rule", "termsheet rules lists them")
	}
	return p.note(file, "nothing on its line is against it", "take the comment out")
}

// note is a finding about the comment.
func (p permit) note(file, but, fix string) report.Finding {
	return report.Finding{Rule: p.rule, Severity: rules.Note, File: file, Line: p.line, Column: p.column,
		Message: fmt.Sprintf("this comment allows %s, but %s", p.rule, but), Fix: fix}
}
